"""Conversations become files that others can read: "Export conversation…" and "Export everything…".

The export runs in a thread of its own, conversation by conversation; what it needs of the history, and a PDF's pages,
which the window's library sets in slices, it asks the event loop for. So nobody holds more than one conversation.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Collection, Coroutine, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from desktop_app import __version__
from desktop_app.domain.errors import NothingToExport, StorageError, UserError
from desktop_app.domain.exporting import ExportFormat, ExportRequest
from desktop_app.domain.messages import Conversation, Folder
from desktop_app.domain.whole import WholeConversation
from desktop_app.domain.work import WorkKind
from desktop_app.exchange.rendering import Drawing, Sources
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, Step
from desktop_app.presenters.work import BegunWork, WorkList
from desktop_app.storage.export_rows import ExportRows

EXPORT_NOTICE: Final = "export"
_PAUSE: Final = 0.002
"""Seconds between two slices of a PDF, in which the window is painted."""
_TOLD: Final = 0.1
"""Seconds between two tellings of progress."""

_T = TypeVar("_T")


class ExportView(Protocol):
    """The dialog that asks what shall be exported as what, and one calm line that says how far it has come."""

    def ask(
        self,
        conversations: Sequence[Conversation],
        chosen: Collection[str],
        open_id: str | None,
        selected: Collection[str],
    ) -> None:
        """Opens it with these chosen; none: everything. ``selected``: messages of the open one, which are meant."""

    def ask_again(self) -> None:
        """Opens it as it was left."""

    def show_progress(self, name: str, part: float) -> None:
        """``part`` of it is done, 0 to 1; the line offers Cancel."""

    def show_saved(self, name: str, place: str) -> None:
        """It is there; the line goes by itself after a while."""

    def clear(self) -> None: ...


class PdfJob(Protocol):
    """One conversation on its way to be a PDF; all on the GUI thread."""

    def work(self) -> float:
        """Works for a few milliseconds; the part that is done, 1.0: all of it."""

    @property
    def wanted(self) -> str:
        """The blob of a picture that it cannot go on without; empty for none."""

    def give(self, blob: str, content: bytes | None) -> None: ...

    @property
    def content(self) -> bytes:
        """The file, when all is done."""

    def close(self) -> None:
        """Done, or given up."""


class PdfPress(Protocol):
    def begin(self, whole: WholeConversation, request: ExportRequest) -> PdfJob: ...


class ExportPresenter:
    """One export at a time: another one that is begun meanwhile takes its place."""

    def __init__(
        self,
        view: Callable[[], ExportView],
        notices: NoticeView,
        *,
        rows: ExportRows,
        works: WorkList,
        tasks: Tasks,
        drawing: Callable[[], Drawing],
        press: Callable[[], PdfPress],
        hidden: Callable[[], Collection[str]],
        gone: Callable[[], Collection[str]] = tuple,
    ) -> None:
        """``hidden``: messages that are about to be deleted; ``gone``: conversations that are."""
        self._view = view
        self._notices = notices
        self._rows = rows
        self._works = works
        self._tasks = tasks
        self._drawing = drawing
        self._press = press
        self._hidden = hidden
        self._gone = gone
        self._now: _Export | None = None
        self._last: ExportRequest | None = None
        self._running: asyncio.Task[None] | None = None

    # What the person does

    def ask(
        self,
        conversation_ids: Collection[str] = (),
        *,
        open_id: str | None = None,
        selected: Collection[str] = (),
    ) -> None:
        """Opens the dialog with these chosen; none: everything. ``selected``: messages of the open one."""
        self._tasks.start("ask what to export", self._ask(conversation_ids, open_id, selected))

    def export(self, request: ExportRequest) -> None:
        """All was chosen."""
        self.cancel()
        self._notices.clear_notice(EXPORT_NOTICE)
        self._last = request
        self._running = self._tasks.start("export", self._export(request, self._running))

    def cancel(self) -> None:
        """What there is of the file goes away."""
        if self._now is not None:
            self._now.cancelled.set()
            self._now = None
            self._view().clear()

    def take_step(self, step: str) -> None:
        """What the notice of trouble offers."""
        self._notices.clear_notice(EXPORT_NOTICE)
        if Step(step) is Step.CHOOSE_PLACE:
            self._view().ask_again()
        elif Step(step) is Step.RETRY and self._last is not None:
            self.export(self._last)

    async def close(self) -> None:
        """Cancels, and waits until the file is gone."""
        self.cancel()
        if self._running is not None:
            await asyncio.wait([self._running])

    # Inside

    async def _ask(self, conversation_ids: Collection[str], open_id: str | None, selected: Collection[str]) -> None:
        hidden = self._gone()
        listed = [one for one in await self._rows.conversations(open_id) if one.id not in hidden]
        self._view().ask(listed, conversation_ids, open_id, selected)

    async def _export(self, request: ExportRequest, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        name = Path(request.place).name
        one = request.conversation_ids[0] if request.conversation_ids and len(request.conversation_ids) == 1 else None
        with self._works.begin(WorkKind.EXPORT, name, stop=self.cancel, conversation_id=one) as work:
            export = self._now = _Export(request, self._rows, self._tell(name, work), {*self._hidden(), *self._gone()})
            if request.format is ExportFormat.HTML:
                export.drawing = self._drawing()
            if request.format is ExportFormat.PDF:
                export.press = self._press()
            self._view().show_progress(name, 0.0)
            try:
                made = await asyncio.to_thread(export.run)
            except UserError as error:
                self._end(export, partial(self._refuse, error))
            except _Cancelled:
                self._end(export, self._view().clear)
            else:
                self._end(export, partial(self._view().show_saved, made.name, str(made)))

    def _end(self, export: _Export, tell: Callable[[], object]) -> None:
        """Only the export that is in hand tells how it ended."""
        if self._now is export:
            self._now = None
            tell()

    def _refuse(self, error: UserError) -> None:
        self._view().clear()
        if isinstance(error, NothingToExport):
            steps: tuple[Step, ...] = ()
        else:
            steps = (Step.CHOOSE_PLACE, Step.RETRY) if isinstance(error, StorageError) else (Step.RETRY,)
        self._notices.show_notice(Notice(EXPORT_NOTICE, error, steps))

    def _tell(self, name: str, work: BegunWork) -> Callable[[_Export, int, int, float], None]:
        def tell(export: _Export, done: int, total: int, part: float) -> None:
            if self._now is export:
                work.progress(done, total)
                self._view().show_progress(name, part)

        return tell


class _Cancelled(Exception):
    pass


class _Export:
    """One export in its thread. ``tell`` is called on the event loop: conversations done, of how many, part of all."""

    def __init__(
        self,
        request: ExportRequest,
        rows: ExportRows,
        tell: Callable[[_Export, int, int, float], None],
        hidden: Collection[str],
    ) -> None:
        self.cancelled = threading.Event()
        self.drawing: Drawing | None = None
        self.press: PdfPress | None = None
        self._request = request
        self._rows = rows
        self._tell = tell
        self._hidden = frozenset(hidden)
        self._loop = asyncio.get_running_loop()
        self._done = 0
        self._told = 0.0
        self._ids: Sequence[str] = ()
        self._sources = Sources(self._picture, self._step)

    def run(self) -> Path:
        """What was made. Raises UserErrors and _Cancelled."""
        self._sources = self._sources._replace(drawing=self.drawing)
        everything = self._request.conversation_ids is None
        wanted = self._request.conversation_ids or [one.id for one in self._ask(self._rows.conversations())]
        self._ids = [one for one in wanted if one not in self._hidden]
        place = self._place()
        if self._request.format is ExportFormat.JSON:
            return self._json(place, everything=everything)
        if everything or len(self._request.conversation_ids or ()) > 1:
            return self._folder(place)
        whole = self._whole(self._ids[0]) if self._ids else None
        if whole is None:
            raise NothingToExport("The conversation that was to be exported is gone.")
        self._file(place, whole)
        return place

    def _place(self) -> Path:
        from desktop_app.storage.new_file import free_path

        place = Path(self._request.place)
        return free_path(place) if self._request.keep_others else place

    def _json(self, place: Path, *, everything: bool) -> Path:
        from desktop_app.exchange import json_file
        from desktop_app.storage.new_file import NewFile

        with NewFile(place) as file:
            folders = self._folders()
            for piece in json_file.beginning(folders, f"Aloud {__version__}", time.time()):
                file.write(piece)
            if everything:
                for piece in json_file.beside(self._ask(self._rows.beside()), self._sources):
                    file.write(piece)
            file.write(json_file.conversations())
            first = True
            for conversation_id in self._ids:
                if (whole := self._whole(conversation_id)) is not None:
                    for piece in json_file.conversation(whole, self._sources, first=first):
                        file.write(piece)
                    first = False
                self._done += 1
            file.write(json_file.ending())
            self._step(0, 0)
        return place

    def _folders(self) -> list[Folder]:
        """Those in which something of it is."""
        wanted = set(self._ids)
        named = {one.folder_id for one in self._ask(self._rows.conversations()) if one.id in wanted}
        return [folder for folder in self._ask(self._rows.folders()) if folder.id in named]

    def _folder(self, place: Path) -> Path:
        from desktop_app.exchange.file_names import Names, tidy_name
        from desktop_app.storage.new_file import NewFolder

        names, words = Names(), self._request.words
        with NewFolder(place) as folder:
            for conversation_id in self._ids:
                if (whole := self._whole(conversation_id)) is not None:
                    title = tidy_name(f"{_day(whole)} {whole.conversation.title}", words.untitled)
                    self._file(folder.inside / names.free(title, self._request.format.value), whole)
                self._done += 1
            self._step(0, 0)
        return folder.path

    def _file(self, path: Path, whole: WholeConversation) -> None:
        from desktop_app.exchange import read_file
        from desktop_app.markdown.parser import parse
        from desktop_app.storage.new_file import NewFile

        with NewFile(path) as file:
            if self._request.format is ExportFormat.PDF:
                parse("")  # loaded here, the parser holds no slice of the event loop up
                file.write(self._ask(self._pdf(whole)))
                return
            for piece in read_file.pieces(whole, self._request, self._sources):
                file.write(piece)
            self._step(0, 0)

    async def _pdf(self, whole: WholeConversation) -> bytes:
        """On the event loop: the pages are set by the window's library, which is at home there, a little at a time."""
        assert self.press is not None
        job = self.press.begin(whole, self._request)
        part = 0.0
        try:
            while part < 1.0:
                if blob := job.wanted:
                    job.give(blob, await self._rows.picture(blob))
                part = job.work()
                self._step(int(part * 1000), 1000)
                await asyncio.sleep(_PAUSE)
            return job.content
        finally:
            job.close()

    # What the thread asks the event loop for

    def _whole(self, conversation_id: str) -> WholeConversation | None:
        """Without what is about to be deleted."""
        whole = self._ask(self._rows.whole(conversation_id))
        return whole.without(self._hidden) if whole is not None and self._hidden else whole

    def _picture(self, blob: str) -> bytes | None:
        return self._ask(self._rows.picture(blob))

    def _ask(self, work: Coroutine[Any, Any, _T]) -> _T:
        if self.cancelled.is_set():
            work.close()
            raise _Cancelled
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _step(self, done: int, of: int) -> None:
        """So much of the conversation in hand is written."""
        if self.cancelled.is_set():
            raise _Cancelled
        now = time.monotonic()
        if now - self._told >= _TOLD:
            self._told = now
            total = max(len(self._ids), 1)
            part = min((self._done + (done / of if of else 0.0)) / total, 1.0)
            self._loop.call_soon_threadsafe(self._tell, self, self._done, total, part)


def _day(whole: WholeConversation) -> str:
    """By which the files of a folder stand in order."""
    try:
        return datetime.fromtimestamp(whole.conversation.created, UTC).astimezone().strftime("%Y-%m-%d")
    except (ValueError, OverflowError, OSError):
        return ""
