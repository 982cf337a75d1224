"""The composition root: what takes conversations out of the program, and brings others in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.export import EXPORT_NOTICE, ExportPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.work import WorkList
from desktop_app.storage.export_rows import ExportRows
from desktop_app.storage.history import History
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.ui.exporting.drawing import PageDrawing
    from desktop_app.ui.exporting.exporting import Exporting
    from desktop_app.ui.exporting.pdf_press import PagePress


class Exchanging:
    """Export and import. What is seen of them is imported and made when it is first wanted."""

    def __init__(
        self,
        window: MainWindow,
        *,
        conversation: ConversationPresenter,
        history: History,
        works: WorkList,
        tasks: Tasks,
    ) -> None:
        self._window = window
        self._conversation = conversation
        self.export = ExportPresenter(
            lambda: self._exporting,
            window.notices,
            rows=ExportRows(history),
            works=works,
            tasks=tasks,
            drawing=_drawing,
            press=_press,
            hidden=self._hidden,
        )
        window.action("export").triggered.connect(self._export_open)
        window.action("export_all").triggered.connect(self._export_everything)
        window.notices.step_chosen.connect(self._take_step)

    def export_conversations(self, conversation_ids: Collection[str] = ()) -> None:
        """Asks how these shall be exported; none: everything."""
        self.export.ask(conversation_ids, open_id=self._conversation.open_id)

    async def close(self) -> None:
        """Nothing half is left behind."""
        await self.export.close()

    def _export_open(self) -> None:
        if (open_id := self._conversation.open_id) is not None:
            self.export_conversations([open_id])

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


def _drawing() -> PageDrawing:
    from desktop_app.ui.exporting.drawing import PageDrawing
    from desktop_app.ui.theme import DARK, LIGHT

    return PageDrawing(LIGHT, DARK)


def _press() -> PagePress:
    from desktop_app.ui.exporting.pdf_press import PagePress

    return PagePress()
