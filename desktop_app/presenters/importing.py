"""Conversations out of a file: "Import conversations…".

The file is read to its end in a thread and put together beside the history, so what is asked before anything is
imported is exact: how many there are, how many of them are new, what cannot be taken along. Only then, and only if the
person says so, it is carried over; until the last of it is there, all of it can be taken back.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from desktop_app.domain.errors import ImportNotFinished, OwnMistake, UserError
from desktop_app.domain.importing import ImportLook
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.work import WorkKind
from desktop_app.presenters.import_file import ImportFile
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, PictureCodec
from desktop_app.presenters.work import BegunWork, WorkList
from desktop_app.storage.paths import part_file, whole_file

if TYPE_CHECKING:
    from desktop_app.exchange.importing.kept_sound import FoundSound
    from desktop_app.storage.importing.rows import ImportRows

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


class SoundShelf(Protocol):
    """Where kept sound is (``presenters.kept_speech``)."""

    async def phrases_of(self, conversation_id: str, message_id: str) -> Sequence[object]:
        """What is there of a message."""

    async def take_in(self, conversation_id: str, message_id: str, phrase: KeptPhrase, content: bytes) -> bool:
        """One more, with its FLAC file; False where there is no room, or it is there already."""


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
        shelf: SoundShelf,
        works: WorkList,
        tasks: Tasks,
        on_change: Callable[[], object],
    ) -> None:
        self._view = view
        self._notices = notices
        self._make_rows = make_rows
        self._history_file = history_file
        self._codec = codec
        self._shelf = shelf
        self._works = works
        self._tasks = tasks
        self._on_change = on_change
        self._now: ImportFile | None = None
        self._running: asyncio.Task[None] | None = None
        self._carrying = False
        self._is_watched = False

    def begin(self) -> None:
        """What an import left that was not carried to its end is taken back."""
        self._running = self._tasks.start("take an import back", self._take_back())

    # What the person does

    def ask(self) -> None:
        """Which file it shall be; while an import is carried over, that one is shown."""
        if self._carrying:
            self._is_watched = True
            self._view().come_forward()
        else:
            self.cancel()
            self._view().ask_file()

    def read(self, path: str) -> None:
        """The file was chosen."""
        if not self._carrying:
            self.cancel()
            self._notices.clear_notice(IMPORT_NOTICE)
            self._now = ImportFile(Path(path), self._history_file, self._codec)
            self._running = self._tasks.start("import conversations", self._import(self._now, self._running))

    def confirm(self) -> None:
        """What was looked at shall be imported."""
        if self._now is not None:
            self._now.decide(wanted=True)

    def cancel(self) -> None:
        """Nothing of it stays."""
        if self._now is not None:
            self._now.cancel()

    async def make_way(self) -> None:
        """The history is about to be another one: what is looked at is out of date, what was carried over goes."""
        self.cancel()
        if self._running is not None:
            await asyncio.wait([self._running])

    async def close(self) -> None:
        """What is being carried over is left where it is: the next start takes it back."""
        self.cancel()
        if self._running is not None:
            if self._carrying:
                self._running.cancel()
            await asyncio.wait([self._running])

    # Inside

    async def _import(self, this: ImportFile, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        try:
            if await asyncio.to_thread(
                whole_file(self._history_file).exists
            ):  # the one before could not be taken back then
                await self._make_rows().take_back()
            look = await self._look(this)
            if look is not None and await this.decision:
                await self._carry(this, look)
            elif self._now is this:
                self._view().clear()
        except UserError as error:
            if self._now is this:
                self._view().show_trouble(error)
        except Exception:
            if self._now is this:
                self._view().show_trouble(OwnMistake("Aloud itself made a mistake while it imported."))
            raise
        finally:
            if self._now is this:
                self._now = None
            await asyncio.to_thread(this.discard)

    async def _look(self, this: ImportFile) -> ImportLook | None:
        """None where it was cancelled."""
        name = this.path.name
        with self._works.begin(WorkKind.IMPORT, name, stop=this.cancel) as work:
            self._view().show_reading(name, 0.0)

            def tell(done: int, total: int) -> None:
                if self._now is this and not this.cancelled:
                    work.progress(done, total)
                    self._view().show_reading(name, done / max(total, 1))

            look = await asyncio.to_thread(this.read, _on_loop(tell))
            if look is not None:
                look = replace(look, sounds=await self._sounds_missing(this.heard))
        if look is not None and not this.cancelled:
            self._view().show_look(look)
        return look

    async def _carry(self, this: ImportFile, look: ImportLook) -> None:
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
                except Exception:
                    await rows.take_back()
                    raise
            finally:
                self._carrying = False
                self._on_change()
        if done:
            self._view().show_done(await self._with_sound(this, rows, look))
        else:
            self._view().clear()

    async def _with_sound(self, this: ImportFile, rows: ImportRows, look: ImportLook) -> ImportLook:
        """The sound that the file has along comes last, as far as there is room, and may be cancelled by itself."""
        if not look.sounds:
            return look
        loop = asyncio.get_running_loop()

        async def take_in(found: FoundSound) -> bool:
            conversation_id = await rows.conversation_of(found.message_id)
            arguments = conversation_id, found.message_id, found.phrase, found.content
            return bool(conversation_id) and await self._shelf.take_in(*arguments)

        def take(found: FoundSound) -> bool:
            return asyncio.run_coroutine_threadsafe(take_in(found), loop).result()

        with self._works.begin(WorkKind.IMPORT, look.file_name, stop=this.cancel) as work:
            taken = await asyncio.to_thread(this.bring_sounds, take, _on_loop(self._tell_carrying(this, work)))
        return replace(look, sounds=taken, sounds_left_out=max(look.sounds - taken, 0))

    async def _sounds_missing(self, heard: Mapping[tuple[str, str], int]) -> int:
        """How many phrases of these messages are not kept here."""
        kept = [len(await self._shelf.phrases_of(*place)) for place in heard]
        return sum(max(count - here, 0) for count, here in zip(heard.values(), kept, strict=True))

    def _tell_carrying(self, this: ImportFile, work: BegunWork) -> Callable[[int, int], None]:
        told = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal told
            if (now := time.monotonic()) - told >= _TOLD:
                told = now
                work.progress(done, total)
                show = self._view().show_taking_back if this.cancelled else self._view().show_carrying
                show(done / max(total, 1))

        return tell

    def _tell_taking_back(self, left: int, total: int) -> None:
        if self._is_watched:
            self._view().show_taking_back(left / max(total, 1))

    def _has_left_over(self) -> bool:
        """In a thread, and without what an import is made of: nearly always there is none."""
        return any(file(self._history_file).exists() for file in (part_file, whole_file))

    async def _take_back(self) -> None:
        if not await asyncio.to_thread(self._has_left_over):
            return
        rows = self._make_rows()
        if await asyncio.to_thread(rows.has_left_over):
            self._carrying = True
            try:
                await rows.take_back(self._tell_taking_back)
            finally:
                self._carrying = False
            if self._is_watched:
                self._view().clear()
            self._notices.show_notice(
                Notice(IMPORT_NOTICE, ImportNotFinished("An import did not come to its end; nothing of it was kept."))
            )
            self._on_change()


def _on_loop(tell: Callable[[int, int], None]) -> Callable[[int, int], None]:
    loop = asyncio.get_running_loop()

    def tell_there(done: int, total: int) -> None:
        loop.call_soon_threadsafe(tell, done, total)

    return tell_there
