"""The composition root: what takes conversations out of the program, and brings others in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.export import EXPORT_NOTICE, ExportPresenter
from desktop_app.presenters.importing import ImportPresenter
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.work import WorkList
from desktop_app.storage.export_rows import ExportRows
from desktop_app.storage.history import History
from desktop_app.ui.composing.pictures import QtPictureCodec
from desktop_app.ui.importing.dropping import ImportDrops
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.storage.importing.rows import ImportRows
    from desktop_app.ui.exporting.drawing import PageDrawing
    from desktop_app.ui.exporting.exporting import Exporting
    from desktop_app.ui.exporting.pdf_press import PagePress
    from desktop_app.ui.importing.importing import Importing


class Exchanging:
    """Export and import. What is seen of them is imported and made when it is first wanted."""

    def __init__(
        self,
        window: MainWindow,
        *,
        conversation: ConversationPresenter,
        history: History,
        history_file: Path,
        kept: KeptSpeech,
        works: WorkList,
        tasks: Tasks,
        reload_list: Callable[[], object],
        draft_came: Callable[[], object],
        deleted: Callable[[], Collection[str]],
    ) -> None:
        """``draft_came``: there may be one now for the page that is no conversation yet.

        ``deleted``: conversations that may still be on the disk.
        """
        self._window = window
        self._conversation = conversation
        self._history = history
        self._history_file = history_file
        self._tasks = tasks
        self._reload_list = reload_list
        self._draft_came = draft_came
        self.export = ExportPresenter(
            lambda: self._exporting,
            window.notices,
            rows=ExportRows(history),
            works=works,
            tasks=tasks,
            drawing=_drawing,
            press=_press,
            hidden=self._hidden,
            gone=deleted,
            kept_sound=kept.phrases_of,
        )
        window.action("export").triggered.connect(self._export_open)
        window.action("export_all").triggered.connect(self._export_everything)
        window.sidebar.export_requested.connect(self.export_conversations)
        window.transcript.export_requested.connect(self._export_messages)
        window.notices.step_chosen.connect(self._take_step)
        self.importing = ImportPresenter(
            lambda: self._importing,
            window.notices,
            make_rows=self._import_rows,
            history_file=history_file,
            codec=QtPictureCodec(),
            shelf=kept,
            works=works,
            tasks=tasks,
            on_change=self._conversations_changed,
        )
        self._drops = ImportDrops(window.sidebar)
        self._drops.file_dropped.connect(self.importing.read)
        window.action("import").triggered.connect(self.importing.ask)

    def begin(self) -> None:
        """What was not brought to its end the last time is put right."""
        self.importing.begin()

    def export_conversations(self, conversation_ids: Collection[str] = ()) -> None:
        """Asks how these shall be exported; none: everything."""
        self.export.ask(conversation_ids, open_id=self._conversation.open_id)

    async def close(self) -> None:
        """Nothing half is left behind."""
        await self.export.close()
        await self.importing.close()

    def _export_open(self) -> None:
        if (open_id := self._conversation.open_id) is not None:
            self.export_conversations([open_id])

    def _export_messages(self, message_ids: Collection[str]) -> None:
        open_id = self._conversation.open_id
        if open_id is not None:
            self.export.ask([open_id], open_id=open_id, selected=message_ids)

    def _export_everything(self) -> None:
        self.export_conversations()

    def _hidden(self) -> Sequence[str]:
        """Asked when it is wanted: who answers is told later."""
        return self._conversation.hidden()

    def _take_step(self, key: str, step: str) -> None:
        if key == EXPORT_NOTICE:
            self.export.take_step(step)

    @cached_property
    def _exporting(self) -> Exporting:
        from desktop_app.ui.exporting.exporting import Exporting

        made = Exporting(self._window)
        made.chosen.connect(self.export.export)
        made.cancelled.connect(self.export.cancel)
        self._window.add_line(made.line)
        return made

    @cached_property
    def _importing(self) -> Importing:
        from desktop_app.ui.importing.importing import Importing

        made = Importing(self._window)
        made.file_chosen.connect(self.importing.read)
        made.confirmed.connect(self.importing.confirm)
        made.cancelled.connect(self.importing.cancel)
        made.another_wanted.connect(self.importing.ask)
        return made

    def _import_rows(self) -> ImportRows:
        from desktop_app.storage.importing.rows import ImportRows

        return ImportRows(self._history, self._history_file)

    def _conversations_changed(self) -> None:
        """Some came, or went again: the list shows it, and the page lets go of one that is gone."""
        self._reload_list()
        self._draft_came()
        self._tasks.start("let go of what was taken back", self._let_go())

    async def _let_go(self) -> None:
        open_id = self._conversation.open_id
        if open_id is not None and await self._history.conversation(open_id) is None:
            self._conversation.leave(open_id)


def _drawing() -> PageDrawing:
    from desktop_app.ui.exporting.drawing import PageDrawing
    from desktop_app.ui.theme import DARK, LIGHT

    return PageDrawing(LIGHT, DARK)


def _press() -> PagePress:
    from desktop_app.ui.exporting.pdf_press import PagePress

    return PagePress()
