"""The window's two halves: the side and the column.

In a wide window they stand side by side, and the line between them can be moved. In a narrow one the side is folded
away; asked for, it lies over the column as a drawer, and Esc or a click beside it puts it away again.
"""

from __future__ import annotations

from typing import Final, cast

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.side_handle import SideHandle

SIDE_WIDTH: Final = 264
NARROWEST_SIDE, WIDEST_SIDE = 208, 480
NARROW: Final = 700
LEAST_COLUMN: Final = 436
"""Pixels: a window less than ``NARROW`` wide has its side folded, any other leaves the column so many at least."""

_VEIL: Final = QColor(0, 0, 0, 56)


class Frame(QWidget):
    """``side_shown`` tells whether the side is there, beside the column or over it."""

    side_shown = Signal(bool)
    drawer_opened = Signal()
    """The keyboard should go into it."""

    def __init__(self, side: QWidget, column: QWidget) -> None:
        super().__init__()
        self._side, self._column = side, column
        self._allowed = True
        self._wanted = True  # in a wide window; a narrow one begins folded each time
        self._over = False
        self._side_width = SIDE_WIDTH
        self._application = cast("QApplication", QApplication.instance())
        self._before: QWidget | None = None  # had the keyboard when the drawer came
        self._veil = _Veil(self)
        self._veil.pressed.connect(self.put_away)
        self._handle = SideHandle(NARROWEST_SIDE, WIDEST_SIDE, SIDE_WIDTH)
        self._handle.moved.connect(self.set_side_width)
        for part in (column, self._veil, side, self._handle):
            part.setParent(self)
            part.raise_()
        self.setTabOrder(side, column)
        self._veil.hide()

    @property
    def narrow(self) -> bool:
        """Whether there is no room for the side beside the column."""
        return self.width() < NARROW

    @property
    def side_wanted(self) -> bool:
        """Whether the user wants the side where there is room for it."""
        return self._wanted

    @property
    def side_width(self) -> int:
        """Pixels that the user gave the side; a window that is too small for them gives it less."""
        return self._side_width

    @property
    def handle(self) -> QWidget:
        """What moves the line between the two."""
        return self._handle

    def want_side(self, *, wanted: bool) -> None:
        self._wanted = wanted
        self._arrange()

    def set_side_width(self, width: int) -> None:
        self._side_width = min(max(width, NARROWEST_SIDE), WIDEST_SIDE)
        self._arrange()

    def allow_side(self, *, allowed: bool) -> None:
        """The first start has no side at all."""
        self._allowed = allowed
        self._arrange()

    def toggle_side(self) -> None:
        if not self._allowed:
            return
        if not self.narrow:
            self._wanted = not self._wanted
            self._arrange()
        elif self._over:
            self.put_away()
        else:
            self._open_drawer()

    def _open_drawer(self) -> None:
        self._before = QApplication.focusWidget()
        self._over = True
        self._arrange()
        self.drawer_opened.emit()
        self._application.focusChanged.connect(self._follow_focus)

    def show_side(self) -> None:
        if not self._side_visible():
            self.toggle_side()

    def put_away(self) -> None:
        """Folds a side that lies over the column; one that stands beside it stays."""
        if self._over:
            inside = self._side.isAncestorOf(QApplication.focusWidget() or self)
            self._forget_drawer()
            self._arrange()
            if inside and self._before is not None:
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before = None

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSizeHint().expandedTo(QSize(SIDE_WIDTH + 60, 0))

    def event(self, event: QEvent) -> bool:
        """While the drawer is open Esc is its key, whatever else the window does at it."""
        if self._over and event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._over and event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._over and not self.narrow:
            self._forget_drawer()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _forget_drawer(self) -> None:
        self._over = False
        self._application.focusChanged.disconnect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Who goes on into the page by Tab has done with the drawer that lies over it."""
        if now is not None and self._column.isAncestorOf(now):
            self.put_away()

    def _side_visible(self) -> bool:
        return self._allowed and (self._over if self.narrow else self._wanted)

    def _arrange(self) -> None:
        visible, narrow = self._side_visible(), self.narrow
        beside = visible and not narrow
        width = self._fitting_width(narrow=narrow)
        taken = width if beside else 0
        self._place(self._column, QRect(taken, 0, self.width() - taken, self.height()))
        self._place(self._side, QRect(0, 0, width, self.height()))
        self._place(self._veil, self.rect())
        self._place(self._handle, QRect(width - self._handle.width() // 2, 0, self._handle.width(), self.height()))
        self._side.setVisible(visible)
        self._veil.setVisible(visible and narrow)
        self._handle.setVisible(beside)
        self._handle.show_width(width)
        self.side_shown.emit(visible)

    def _fitting_width(self, *, narrow: bool) -> int:
        """A drawer leaves some of the page to be clicked; beside the page the page has its least."""
        if narrow:
            return min(self._side_width, self.width() - 60)
        return max(NARROWEST_SIDE, min(self._side_width, self.width() - LEAST_COLUMN))

    def _place(self, part: QWidget, rect: QRect) -> None:
        if self.isRightToLeft():
            rect.moveRight(self.width() - 1 - rect.left())
        part.setGeometry(rect)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and not event.modifiers()


class _Veil(QWidget):
    """What lies between the column and a side that covers it; a press on it puts the side away."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _VEIL)
