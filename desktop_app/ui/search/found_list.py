"""The list of what was found: walked through while the keyboard is in the field above it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView

from desktop_app.domain.found import Findings
from desktop_app.ui.search.drawer import FoundDrawer
from desktop_app.ui.search.rows import FoundRows
from desktop_app.ui.theme import Theme

_AHEAD: Final = 8
"""Rows before the last one at which further ones are asked for."""


class FoundList(QListView):
    """``chosen`` carries the index; ``pointed`` what a screen reader is to say of the row that one moved to."""

    chosen = Signal(QModelIndex)
    pointed = Signal(str)
    more_wanted = Signal(int)
    """Messages from this number on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = FoundRows()
        self._drawer = FoundDrawer(self, self.rows, theme)
        self._asked = 0
        self.setModel(self.rows)
        self.setItemDelegate(self._drawer)
        self.setAccessibleName(self.tr("Results"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setViewportMargins(4, 4, 4, 4)
        self.clicked.connect(self.chosen)
        self.entered.connect(self.setCurrentIndex)
        self.verticalScrollBar().valueChanged.connect(self._fetch_where_near)

    @property
    def current_words(self) -> str:
        return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def set_theme(self, theme: Theme) -> None:
        self._drawer.theme = theme
        self.viewport().update()

    def show_findings(self, findings: Findings) -> None:
        """The first is the current one; where the same one is found again that was gone to, that stays it."""
        before = self.rows.row(self.currentIndex().row()) if self.currentIndex().row() > 0 else None
        self.rows.show(findings)
        self._asked = 0
        self.setCurrentIndex(self.rows.index(self.rows.place_of(before)))
        if self.currentIndex().row() <= 0:
            self.scrollToTop()

    def move_by(self, by: int) -> None:
        """Round the ends by single rows, and to them by more."""
        last = self.rows.rowCount() - 1
        if last < 0:
            return
        wanted = self.currentIndex().row() + by
        round_end = abs(by) == 1 and not (wanted > last and self.rows.more)
        index = self.rows.index(wanted % (last + 1) if round_end else min(max(wanted, 0), last))
        self.setCurrentIndex(index)
        self._fetch_where_near()
        self.pointed.emit(self.current_words)

    def choose_current(self) -> None:
        if self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())

    def fit(self, most: int) -> None:
        """As high as its rows need, up to so many pixels."""
        needed = 8
        for row in range(self.rows.rowCount()):
            needed += self.sizeHintForRow(row)
            if needed >= most:
                break
        self.setFixedHeight(min(needed, most))

    def _fetch_where_near(self) -> None:
        bottom = self.indexAt(self.viewport().rect().bottomLeft()).row()
        seen = max(self.currentIndex().row(), bottom)
        if self.rows.more and seen >= self.rows.rowCount() - _AHEAD and self._asked < self.rows.rowCount():
            self._asked = self.rows.rowCount()
            self.more_wanted.emit(self.rows.messages)
