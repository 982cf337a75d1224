"""The list of pages beside them. Its focus ring is for the keyboard: a click or the opening shows none."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QSizePolicy

from desktop_app.ui import parts

_ROW_HEIGHT = 38
_BY_KEYBOARD = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
_SHEET = """
QListView::item { padding: 8px 9px; }
QListView::item:selected:focus { padding: 6px 7px; }
QListView[ring="false"]::item:selected:focus { border: none; padding: 8px 9px; }
"""


class PageList(QListWidget):
    """One row a page; ``currentRowChanged`` says which."""

    def __init__(self) -> None:
        super().__init__()
        parts.look(self, "nav")
        self.setStyleSheet(_SHEET)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ring(shown=False)

    def add_page(self, title: str) -> None:
        self.addItem(title)
        self.item(self.count() - 1).setSizeHint(QSize(0, _ROW_HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring(shown=event.reason() in _BY_KEYBOARD)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring(shown=True)
        super().keyPressEvent(event)

    def _ring(self, *, shown: bool) -> None:
        parts.set_flag(self, "ring", "true" if shown else "false")
