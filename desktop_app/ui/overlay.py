"""A box laid over the window: a field to type in, and what is found below it, walked while one goes on typing.

What both such boxes, the list of all actions and the search, have in common: how they come and go, and their keys.
"""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.parts import line, look

MARGIN: Final = 16
"""Pixels that stay free beside the box in a narrow window, and beside what stands in it."""
_FIELD_HEIGHT: Final = 48
_ROUND: Final = 12
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OURS: Final = frozenset({*_STEPS, *_PAGES, *_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_PASSED_OVER: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_VEIL: Final = QColor(0, 0, 0, 40)
_SHADOW: Final = QColor(0, 0, 0, 7)


class WalkedList(Protocol):
    """The list below the field, which never has the keyboard itself."""

    def move_by(self, rows: int, /) -> None: ...

    def choose_current(self) -> None: ...


class Overlay(QWidget):
    """Covers its window while it is open; a press beside the box, Esc or going elsewhere closes it.

    ``page`` is how many rows Page Up and Page Down go. Below the field ``column`` is the caller's; ``place`` says where
    the box stands, and is called whenever the window gets another size.
    """

    closed = Signal()

    def __init__(self, window: QWidget, rows: WalkedList, *, page: int) -> None:
        super().__init__(window)
        self._window, self._walked, self._page = window, rows, page
        self._before: QWidget | None = None
        self.box = QFrame(self)
        look(self.box, "floating")
        self.field = QLineEdit()
        look(self.field, "bare")
        self.field.setFixedHeight(_FIELD_HEIGHT)
        self.field.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.column = QVBoxLayout(self.box)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.column.addWidget(self.field)
        self.column.addWidget(line())
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def come(self) -> None:
        """Over everything, with the keyboard in the field."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
            self.cover_window()
            self.show()
            self.raise_()
            self.place()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_box(self) -> None:
        """The keyboard goes back to where it was."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self._go()
        if inside and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def cover_window(self) -> None:
        self.setGeometry(self._window.rect())

    def place(self) -> None:
        """Puts the box where it belongs in the window as large as it is now, by ``put_box``."""
        raise NotImplementedError

    def put_box(self, place: QRect) -> None:
        if place != self.box.geometry():
            self.box.setGeometry(place)
            self.update()  # its shadow falls elsewhere

    def take_tab(self) -> None:
        """Tab was pressed; the keyboard stays in the field all the same."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self.place()
        elif event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and isinstance(event, QKeyEvent):
            return self._take_key(event)
        elif event.type() == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            focused = QApplication.focusWidget()
            if focused is not None and focused.window() is self.window() and not self.isAncestorOf(focused):
                self._go()  # something else in the window took the keyboard
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.close_box()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil, and a shadow: Qt's own effect would draw the whole list anew, and blur it, at each letter."""
        if self.box.geometry().adjusted(16, 16, -16, -16).contains(event.rect()):
            return  # all of it is under the box
        painter = QPainter(self)
        painter.fillRect(self.rect(), _VEIL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADOW)
        box = QRectF(self.box.geometry()).translated(0, 6)
        for wider in range(2, 20, 3):
            painter.drawRoundedRect(box.adjusted(-wider, -wider, wider, wider), _ROUND + wider, _ROUND + wider)

    def _go(self) -> None:
        self.hide()
        self.closed.emit()

    def _take_key(self, event: QKeyEvent) -> bool:
        """The keys of the box, before the window's own shortcuts see them."""
        key = Qt.Key(event.key())
        if key not in _OURS or event.modifiers() & ~_PASSED_OVER:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._do(key)
        return True

    def _do(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self.close_box()
        elif key in _ENTER:
            self._walked.choose_current()
        elif key == Qt.Key.Key_Tab:
            self.take_tab()
        elif rows := _STEPS.get(key) or _PAGES.get(key, 0) * self._page:
            self._walked.move_by(rows)
