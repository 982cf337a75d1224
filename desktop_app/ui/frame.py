"""The window's two halves: the side and the column.

In a wide window they stand side by side. In a narrow one the side is folded away; asked for, it lies over the column,
and a click beside it puts it away again.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

SIDE_WIDTH: Final = 264
NARROW: Final = 820


class Frame(QWidget):
    """``side_hidden`` tells whether the way back to the side must be shown elsewhere."""

    side_hidden = Signal(bool)

    def __init__(self, side: QWidget, column: QWidget) -> None:
        super().__init__()
        self._side, self._column = side, column
        self._allowed = True
        self._wanted = True  # in a wide window; a narrow one begins folded each time
        self._over = False
        self._veil = _Veil(self)
        self._veil.pressed.connect(self.put_away)
        for part in (column, self._veil, side):
            part.setParent(self)
        self.setTabOrder(side, column)
        self._veil.hide()

    @property
    def narrow(self) -> bool:
        return self.width() < NARROW

    @property
    def side_wanted(self) -> bool:
        """Whether the user wants the side where there is room for it."""
        return self._wanted

    def want_side(self, *, wanted: bool) -> None:
        self._wanted = wanted
        self._arrange()

    def allow_side(self, *, allowed: bool) -> None:
        """The first start has no side at all."""
        self._allowed = allowed
        self._arrange()

    def toggle_side(self) -> None:
        if not self._allowed:
            return
        if self.narrow:
            self._over = not self._over
        else:
            self._wanted = not self._wanted
        self._arrange()

    def show_side(self) -> None:
        if not self._side_visible():
            self.toggle_side()

    def put_away(self) -> None:
        """Folds a side that lies over the column; one that stands beside it stays."""
        if self._over:
            self._over = False
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSizeHint().expandedTo(QSize(SIDE_WIDTH + 60, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.narrow:
            self._over = False
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _side_visible(self) -> bool:
        return self._allowed and (self._over if self.narrow else self._wanted)

    def _arrange(self) -> None:
        visible = self._side_visible()
        width = min(SIDE_WIDTH, self.width())
        taken = width if visible and not self.narrow else 0
        self._place(self._column, QRect(taken, 0, self.width() - taken, self.height()))
        self._place(self._side, QRect(0, 0, width, self.height()))
        self._place(self._veil, self.rect())
        self._side.setVisible(visible)
        self._veil.setVisible(visible and self.narrow)
        self.side_hidden.emit(self._allowed and not visible)

    def _place(self, part: QWidget, rect: QRect) -> None:
        if self.isRightToLeft():
            rect.moveRight(self.width() - 1 - rect.left())
        part.setGeometry(rect)


class _Veil(QWidget):
    """What lies between the column and a side that covers it: unseen, and a press on it puts the side away."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()
