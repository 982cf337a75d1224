"""Conversations out of a file: "Import conversations…".

The file is read to its end in a thread and put together beside the history, so what is asked before anything is
imported is exact: how many there are, how many of them are new, what cannot be taken along. Only then, and only if the
person says so, it is carried over; until the last of it is there, all of it can be taken back.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from desktop_app.domain.attachments import blob_of, image_part
from desktop_app.domain.errors import AttachmentError, ImportNotFinished, UserError
from desktop_app.domain.importing import Gap, GapReport, ImportLook, ImportSource
from desktop_app.domain.messages import Message, Part, PartKind
from desktop_app.domain.whole import WholeConversation
from desktop_app.domain.work import WorkKind
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, PictureCodec
from desktop_app.presenters.work import BegunWork, WorkList

if TYPE_CHECKING:
    from desktop_app.exchange.importing.found import Found
    from desktop_app.exchange.importing.gaps import Gaps
    from desktop_app.storage.import_rows import ImportRows
    from desktop_app.storage.import_staging import Staging

IMPORT_NOTICE: Final = "import"
_TOLD: Final = 0.1
"""Seconds between two tellings of progress."""


class ImportView(Protocol):
    """One window: a file is chosen, looked at, and carried over. ``part`` is 0 to 1."""

    def ask_file(self) -> None: ...

    def come_forward(self) -> None: ...

    def show_reading(self, name: str, part: float) -> None: ...

    def show_look(self, look: ImportLook) -> None:
        """Whether it shall be imported is asked."""

    def show_carrying(self, part: float) -> None: ...

    def show_taking_back(self, part: float) -> None:
        """It was cancelled; so much is still to be taken back."""

    def show_done(self, look: ImportLook) -> None: ...

    def show_trouble(self, error: UserError) -> None:
        """Nothing was imported."""

    def clear(self) -> None: ...


class ImportPresenter:
    """One import at a time: another file that is chosen takes the place of one that is not imported yet.

    ``history_file``: where the history lies. ``on_change``: conversations came, or went again.
    """

    def __init__(
        self,
        view: Callable[[], ImportView],
        notices: NoticeView,
        *,
        make_rows: Callable[[], ImportRows],
        history_file: Path,
        codec: PictureCodec,
        works: WorkList,
        tasks: Tasks,
        on_change: Callable[[], object],
    ) -> None:
        self._view = view
        self._notices = notices
        self._make_rows = make_rows
        self._history_file = history_file
        self._codec = codec
        self._works = works
        self._tasks = tasks
        self._on_change = on_change
        self._now: _Import | None = None
        self._running: asyncio.Task[None] | None = None
        self._carrying = False

    def begin(self) -> None:
        """What an import left that was not carried to its end is taken back."""
        if self._history_file.with_name("import.db").exists() or self._history_file.with_name("import.part").exists():
            self._running = self._tasks.start("take an import back", self._take_back())

    # What the person does

    def ask(self) -> None:
        """Which file it shall be; while an import is carried over, that one is shown."""
        if self._carrying:
            self._view().come_forward()
        else:
            self.cancel()
            self._view().ask_file()

    def read(self, path: str) -> None:
        """The file was chosen."""
        if not self._carrying:
            self.cancel()
            self._notices.clear_notice(IMPORT_NOTICE)
            self._now = _Import(Path(path), self._history_file, self._codec)
            self._running = self._tasks.start("import conversations", self._import(self._now, self._running))

    def confirm(self) -> None:
        """What was looked at shall be imported."""
        if self._now is not None:
            self._now.decide(wanted=True)

    def cancel(self) -> None:
        """Nothing of it stays."""
        if self._now is not None:
            self._now.cancel()

    async def close(self) -> None:
        """What is being carried over is left where it is: the next start takes it back."""
        self.cancel()
        if self._running is not None:
            if self._carrying:
                self._running.cancel()
            await asyncio.wait([self._running])

    # Inside

    async def _import(self, this: _Import, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        try:
            look = await self._look(this)
            if look is not None and await this.decision:
                await self._carry(this, look)
            elif self._now is this:
                self._view().clear()
        except UserError as error:
            if self._now is this:
                self._view().show_trouble(error)
        finally:
            if self._now is this:
                self._now = None
            await asyncio.to_thread(this.discard)

    async def _look(self, this: _Import) -> ImportLook | None:
        """None where it was cancelled."""
        name = this.path.name
        with self._works.begin(WorkKind.IMPORT, name, stop=this.cancel) as work:
            self._view().show_reading(name, 0.0)

            def tell(done: int, total: int) -> None:
                if self._now is this and not this.cancelled:
                    work.progress(done, total)
                    self._view().show_reading(name, done / max(total, 1))

            look = await asyncio.to_thread(this.read, _on_loop(tell))
        if look is not None and not this.cancelled:
            self._view().show_look(look)
        return look

    async def _carry(self, this: _Import, look: ImportLook) -> None:
        rows = self._make_rows()
        self._view().show_carrying(0.0)
        with self._works.begin(WorkKind.IMPORT, look.file_name, stop=this.cancel) as work:
            self._carrying = True
            try:
                await asyncio.to_thread(this.seal)
                try:
                    done = await rows.carry(lambda: this.cancelled, self._tell_carrying(this, work))
                except UserError as error:
                    self._view().show_trouble(error)
                    await rows.take_back()
                    return
            finally:
                self._carrying = False
                self._on_change()
        if done:
            self._view().show_done(look)
        else:
            self._view().clear()

    def _tell_carrying(self, this: _Import, work: BegunWork) -> Callable[[int, int], None]:
        told = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal told
            if (now := time.monotonic()) - told >= _TOLD:
                told = now
                work.progress(done, total)
                show = self._view().show_taking_back if this.cancelled else self._view().show_carrying
                show(done / max(total, 1))

        return tell

    async def _take_back(self) -> None:
        rows = self._make_rows()
        if await asyncio.to_thread(rows.has_left_over):
            self._carrying = True
            try:
                await rows.take_back()
            finally:
                self._carrying = False
            self._notices.show_notice(
                Notice(IMPORT_NOTICE, ImportNotFinished("An import did not come to its end; nothing of it was kept."))
            )
            self._on_change()


class _Import:
    """One file on its way. ``read``, ``seal`` and ``discard`` are for threads, one after another."""

    def __init__(self, path: Path, history_file: Path, codec: PictureCodec) -> None:
        self.path = path
        self.cancelled = False
        self.decision: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._history_file = history_file
        self._codec = codec
        self._staging: Staging | None = None

    def decide(self, *, wanted: bool) -> None:
        if not self.decision.done():
            self.decision.set_result(wanted)

    def cancel(self) -> None:
        self.cancelled = True
        self.decide(wanted=False)
        if self._staging is not None:
            self._staging.interrupt()

    def read(self, tell: Callable[[int, int], None]) -> ImportLook | None:
        """Puts all of the file together beside the history; None where it was cancelled. Raises UserErrors."""
        from desktop_app.exchange.importing.gaps import Gaps
        from desktop_app.exchange.importing.reading import ExportFile
        from desktop_app.storage.import_staging import Interrupted, Staging

        gaps = Gaps()
        self._staging = staging = Staging(self._history_file)
        try:
            with ExportFile(self.path, time.time(), lambda: self.cancelled) as file:
                staging.open()
                told = time.monotonic()
                for found in file.conversations(gaps):
                    whole, pictures = _fitted(found, self._codec, gaps)
                    staging.add(whole, found.folder, pictures)
                    if self.cancelled:
                        return None
                    if (now := time.monotonic()) - told >= _TOLD:
                        told = now
                        tell(file.position, file.size)
                        staging.check_room()
                source = file.source
            return self._compared(staging, source, gaps.report())
        except Interrupted:
            return None
        except UserError:  # a file that is not read on looks like one that has ended
            if self.cancelled:
                return None
            raise

    def seal(self) -> None:
        if self._staging is not None:
            self._staging.seal()

    def discard(self) -> None:
        if self._staging is not None:
            self._staging.discard()

    def _compared(self, staging: Staging, source: ImportSource, gaps: GapReport) -> ImportLook | None:
        if self.cancelled:
            return None
        compared = staging.compare()
        return ImportLook(
            source=source,
            file_name=self.path.name,
            conversations=compared.conversations,
            messages=compared.messages,
            new=compared.new,
            grown=compared.grown,
            known=compared.conversations - compared.new - compared.grown,
            new_messages=compared.new_messages,
            removed_here=compared.removed_here,
            continued_here=compared.continued_here,
            pictures=compared.pictures,
            oldest=compared.oldest,
            newest=compared.newest,
            gaps=gaps,
        )


def _on_loop(tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    loop = asyncio.get_running_loop()

    def tell_there(done: int, total: int) -> None:
        loop.call_soon_threadsafe(tell, done, total)

    return tell_there


def _fitted(found: Found, codec: PictureCodec, gaps: Gaps) -> tuple[WholeConversation, Mapping[str, bytes]]:
    """The conversation with its pictures made fit to be kept and sent; of one that cannot be drawn the name stays."""
    if not found.pictures:
        return found.whole, {}
    contents: dict[str, bytes] = {}

    def fit(part: Part) -> Part:
        blob = blob_of(part)
        picture = found.pictures.get(blob)
        if part.kind is not PartKind.IMAGE or picture is None:
            return part
        content = picture.read()
        if content is not None and picture.is_fit:
            contents[blob] = content
            return part
        try:
            encoded = codec.encode(content or b"", str(part.data.get("name", "")))
        except AttachmentError:
            gaps.note(Gap.PICTURE)
            return part
        contents[blob] = encoded.content
        name = str(part.data.get("name") or f"picture.{encoded.media_type.rpartition('/')[2]}")
        return image_part(blob, name, encoded.media_type, len(encoded.content), encoded.width, encoded.height)

    def refit(message: Message) -> Message:
        has_picture = any(part.kind is PartKind.IMAGE for part in message.parts)
        return replace(message, parts=tuple(fit(part) for part in message.parts)) if has_picture else message

    messages = tuple(replace(one, message=refit(one.message)) for one in found.whole.messages)
    draft = replace(found.whole.draft, parts=tuple(fit(part) for part in found.whole.draft.parts))
    return replace(found.whole, messages=messages, draft=draft), contents
