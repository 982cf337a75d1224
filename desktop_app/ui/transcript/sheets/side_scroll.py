"""What is wider than the column, and moves sideways in it: how far it has moved, and its thin scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.transcript.looks.looks import Styles

_THICK = 4
_REACH = 5
"""So far above and below the bar it can still be taken hold of."""
_SHORTEST = 28
_SHOWN = 24
"""What is gone to stands at least so far from the edge."""


class SideScroll:
    """``content`` is as wide as all of it, ``view`` the part of the sheet it is seen through.

    ``turned``: it begins at the right, and what comes makes it longer to the left.
    """

    def __init__(self) -> None:
        self.turned = False
        self.offset = 0.0
        self.content = 0.0
        self.view = QRectF()
        self._groove = QRectF()
        self._grabbed: float | None = None

    @property
    def most(self) -> float:
        return max(self.content - self.view.width(), 0.0)

    def settle(self, content: float, view: QRectF, bar_top: float, inset: float = 0.0) -> None:
        """Takes new measures; the bar is ``inset`` at both ends. What was in sight stays in sight where it can."""
        hidden = self.most - self.offset
        self.content, self.view = content, view
        if self.turned:
            self.offset = max(self.most - hidden, 0.0)
        self._groove = QRectF(view.left() + inset, bar_top, max(view.width() - 2 * inset, 1.0), _THICK)
        self.offset = min(self.offset, self.most)

    def move_to(self, offset: float) -> bool:
        """Whether anything moved."""
        before, self.offset = self.offset, min(max(offset, 0.0), self.most)
        return self.offset != before

    def show(self, x: float) -> bool:
        """Brings a place of the content (from its left edge) into the view."""
        if x < self.offset + _SHOWN:
            return self.move_to(x - _SHOWN)
        if x > self.offset + self.view.width() - _SHOWN:
            return self.move_to(x - self.view.width() + _SHOWN)
        return False

    def paint(self, painter: QPainter, styles: Styles) -> None:
        if not self.most:
            return
        ground = QColor(styles.colours.muted)
        ground.setAlphaF(0.75 if self._grabbed is not None else 0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self._handle(), _THICK / 2, _THICK / 2)

    def grab(self, point: QPointF) -> bool:
        if not self.most or not self._groove.adjusted(0, -_REACH, 0, _REACH).contains(point):
            return False
        handle = self._handle()
        inside = handle.left() <= point.x() <= handle.right()
        self._grabbed = point.x() - handle.left() if inside else handle.width() / 2
        return True

    def drag(self, point: QPointF) -> bool:
        if self._grabbed is None:
            return False
        handle, groove = self._handle(), self._groove
        free = groove.width() - handle.width()
        return self.move_to((point.x() - self._grabbed - groove.left()) / free * self.most if free > 0 else 0.0)

    def release(self) -> None:
        self._grabbed = None

    def _handle(self) -> QRectF:
        groove = self._groove
        length = max(groove.width() * self.view.width() / max(self.content, 1.0), min(_SHORTEST, groove.width()))
        share = self.offset / self.most if self.most else 0.0
        return QRectF(groove.left() + share * (groove.width() - length), groove.top(), length, _THICK)
