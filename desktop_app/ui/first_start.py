"""The page before anything is chosen: a key, a server on this machine, or the demo; each is one click."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import parts, words
from desktop_app.ui.column import scrolling
from desktop_app.ui.first_start_cards import DemoCard, KeyCard, ServerCard
from desktop_app.ui.fonts import text_font

if TYPE_CHECKING:
    from desktop_app.domain.errors import UserError
    from desktop_app.presenters.views import FoundServer

_WIDEST: Final = 860
_WIDEST_ALONE: Final = 480  # a card below others
_THREE_ABREAST: Final = 760  # from this width on
_BETWEEN: Final = 16
_CARD_HEIGHT: Final = 252
_MARGIN: Final = 24
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FirstStartPage(QWidget):
    """Satisfies ``presenters.views.FirstStartView``. Enter starts the demo unless a field or button wants it.

    ``key_submitted`` carries the typed key without blanks; ``server_chosen`` a ``FoundServer``.
    """

    key_submitted = Signal(str)
    server_chosen = Signal(object)
    other_server_requested = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parts.look(self, "page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("First start"))
        self._key = KeyCard()
        self._servers = ServerCard()
        self._demo = DemoCard()
        self._cards = (self._key, self._servers, self._demo)
        self._columns = 0
        self._lay_out()
        self._key.submitted.connect(self.key_submitted)
        self._servers.chosen.connect(self.server_chosen)
        self._servers.other.clicked.connect(self.other_server_requested)
        self._demo.start.clicked.connect(self.demo_requested)

    def set_visible(self, *, visible: bool) -> None:
        if not visible:
            self._key.clear()
        self.setVisible(visible)

    def show_servers(self, servers: Sequence[FoundServer], *, searching: bool) -> None:
        self._servers.show_servers(servers, searching=searching)
        order = [self._key.check, *self._servers.buttons(), self._demo.start]  # a new button would come last
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def set_checking(self, *, checking: bool) -> None:
        self._key.set_checking(checking=checking)

    def show_key_problem(self, error: UserError | None) -> None:
        self._key.show_problem(words.sentence(error) if error else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.hasFocus():
            self.demo_requested.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whatever hides the page for good (a minimized window does not): no key stays in the field."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._key.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        heading = parts.label(self.tr("Hear the answer while it is being written."), wrap=True)
        font = text_font(30)
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.5)
        heading.setFont(font)
        below = parts.label(
            self.tr("Choose how Aloud should answer. You can change this at any time in Settings."), "muted", wrap=True
        )
        below.setFont(text_font(15))
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(heading)
        column.addSpacing(14)
        column.addWidget(below)
        column.addSpacing(30)
        self._grid = QGridLayout()
        self._grid.setSpacing(_BETWEEN)
        column.addLayout(self._grid)
        column.addStretch(1)
        inner = QWidget()
        outer = QHBoxLayout(inner)  # stretches: an aligned widget is given too little height for its width
        outer.setContentsMargins(0, _MARGIN, 0, _MARGIN)
        outer.addStretch(1)
        outer.addWidget(self._body)
        outer.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner))
        self._arrange()

    def _arrange(self) -> None:
        """Three cards beside each other, or one below the other where the window is narrow."""
        room = self.width() - 2 * _MARGIN
        columns = len(self._cards) if room >= _THREE_ABREAST else 1
        widest = _WIDEST if columns > 1 else _WIDEST_ALONE
        self._body.setFixedWidth(max(200, min(widest, room)))
        if columns == self._columns:
            return
        self._columns = columns
        for index, card in enumerate(self._cards):
            card.setMinimumHeight(_CARD_HEIGHT if columns > 1 else 0)
            self._grid.addWidget(card, index // columns, index % columns)
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
