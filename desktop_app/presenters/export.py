"""Conversations become files that others can read: "Export conversation…" and "Export everything…".

The export itself runs in a thread (``export_job``).
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from desktop_app.domain.errors import NothingToExport, StorageError, UserError
from desktop_app.domain.exporting import ExportFormat, ExportRequest
from desktop_app.domain.messages import Conversation
from desktop_app.domain.work import WorkKind
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, Step
from desktop_app.presenters.work import BegunWork, WorkList
from desktop_app.storage.export_rows import ExportRows

if TYPE_CHECKING:
    from desktop_app.exchange.rendering import Drawing
    from desktop_app.presenters.export_job import ExportJob, KeptSoundOf, PdfPress

EXPORT_NOTICE: Final = "export"


class ExportView(Protocol):
    """The dialog that asks what shall be exported as what, and one calm line that says how far it has come."""

    def ask(
        self,
        conversations: Sequence[Conversation],
        chosen: Collection[str],
        open_id: str | None,
        selected: Collection[str],
        sound_sizes: Mapping[str, int],
    ) -> None:
        """Opens it with these chosen; none: everything. ``selected``: messages of the open one, which are meant.

        ``sound_sizes``: bytes of kept sound by conversation.
        """

    def ask_again(self) -> None:
        """Opens it as it was left."""

    def show_progress(self, name: str, part: float) -> None:
        """``part`` of it is done, 0 to 1; the line offers Cancel."""

    def show_saved(self, name: str, place: str) -> None:
        """It is there; the line goes by itself after a while."""

    def clear(self) -> None: ...


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
        kept_sound: KeptSoundOf,
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
        self._kept_sound = kept_sound
        self._now: ExportJob | None = None
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
        self._view().ask(listed, conversation_ids, open_id, selected, await self._rows.sound_sizes())

    async def _export(self, request: ExportRequest, before: asyncio.Task[None] | None) -> None:
        from desktop_app.presenters.export_job import Cancelled, ExportJob

        if before is not None:
            await asyncio.wait([before])
        name = Path(request.place).name
        one = request.conversation_ids[0] if request.conversation_ids and len(request.conversation_ids) == 1 else None
        with self._works.begin(WorkKind.EXPORT, name, stop=self.cancel, conversation_id=one) as work:
            hidden = {*self._hidden(), *self._gone()}
            export = self._now = ExportJob(request, self._rows, self._kept_sound, self._tell(name, work), hidden)
            if request.format is ExportFormat.HTML:
                export.drawing = self._drawing()
            if request.format is ExportFormat.PDF:
                export.press = self._press()
            self._view().show_progress(name, 0.0)
            try:
                made = await asyncio.to_thread(export.run)
            except UserError as error:
                self._end(export, partial(self._refuse, error))
            except Cancelled:
                self._end(export, self._view().clear)
            else:
                self._end(export, partial(self._view().show_saved, made.name, str(made)))

    def _end(self, export: ExportJob, tell: Callable[[], object]) -> None:
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

    def _tell(self, name: str, work: BegunWork) -> Callable[[ExportJob, int, int, float], None]:
        def tell(export: ExportJob, done: int, total: int, part: float) -> None:
            if self._now is export:
                work.progress(done, total)
                self._view().show_progress(name, part)

        return tell
