"""The list of all actions, laid over the window: type a few letters, Enter does it.

Everything in it comes from the table of actions; what cannot be done now is grey. It is made when it is first opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.announcing import announce
from desktop_app.ui.overlay import MARGIN, Overlay
from desktop_app.ui.palette_list import PaletteList
from desktop_app.ui.palette_ranking import Named, ranked
from desktop_app.ui.parts import label

_WIDEST: Final = 560
_TOP: Final = 64
_ROWS_SHOWN: Final = 10
_PAGE: Final = 8


class Palette(Overlay):
    """``used`` carries the id of the action that was chosen, before it is done."""

    used = Signal(str)

    def __init__(self, window: QWidget, actions: Mapping[str, QAction]) -> None:
        rows = PaletteList()
        super().__init__(window, rows, page=_PAGE)
        self._actions = actions
        self._recent: list[str] = []
        self.box.setAccessibleName(self.tr("All actions"))
        self.field.setAccessibleName(self.tr("Find an action"))
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.list = rows
        self._nothing = label(self.tr("No action is called so."), "muted")
        self._nothing.setContentsMargins(MARGIN, 8, MARGIN, 8)
        self.column.addWidget(self.list)
        self.column.addWidget(self._nothing)
        self.field.textChanged.connect(self._find)
        self.list.chosen.connect(self._do_action)
        self.list.pointed.connect(self._tell)

    def open(self, recent: list[str]) -> None:
        """``recent``: what was used lately, the latest first."""
        self._recent = recent
        self.field.clear()
        self._find("")
        self.come()

    def place(self) -> None:
        self.cover_window()
        width = min(_WIDEST, self.width() - 2 * MARGIN)
        rows = max(1, min(self.list.count(), _ROWS_SHOWN))
        top = min(_TOP, max(MARGIN, self.height() // 8))
        self.list.setFixedHeight(min(rows * self.list.row_height + 8, max(80, self.height() - top - 56 - MARGIN)))
        self.put_box(QRect((self.width() - width) // 2, top, width, self.box.sizeHint().height()))

    def _find(self, query: str) -> None:
        rows = [Named(spec.id, spec.words, spec.other_words) for spec in ACTIONS if spec.id != "palette"]
        found = ranked(query, rows, self._recent)
        self.list.show_rows([self._actions[action_id] for action_id in found])
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self.place()

    def _do_action(self, action: QAction) -> None:
        """The list has gone and the keyboard is back where it was, before anything is done."""
        self.close_box()
        self.used.emit(action.objectName())
        action.trigger()

    def _tell(self, words: str) -> None:
        """The keyboard stays in the field, so a screen reader has to be told which row is meant."""
        if self.isVisible():
            announce(self.list, words, at_once=True)  # the row before is of no interest now
