"""What a finger does on the page: it pushes it, throws it, taps, and, held still, selects words and opens the menu.

Qt would make mouse events of touches that nobody takes, and so every push would select what it passes. Here a touch is
told apart first: what it means stands when the finger has moved, has been held, or has left.
"""

from __future__ import annotations

from enum import Enum
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QEventPoint, QGuiApplication, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QScroller

from desktop_app.ui.transcript.page.pointer import Pointer
from desktop_app.ui.transcript.page.reading_page import ReadingPage

_NEAR: Final = 24.0
"""Pixels: a second tap within these is in the place of the first."""


class _Means(Enum):
    NOTHING = 0
    TAP = 1
    PUSH = 2
    PUSH_SIDEWAYS = 3
    SELECT = 4


class Touch(QObject):
    """Belongs to one page, whose viewport's touches it is handed; what a mouse would do is done by the ``pointer``."""

    def __init__(self, page: ReadingPage, pointer: Pointer) -> None:
        super().__init__(page)
        self._page = page
        self._pointer = pointer
        self._scroller = QScroller.scroller(page.viewport())
        self._means = _Means.NOTHING
        self._begin = self._last = self._tapped = QPointF()
        self._held = QTimer(self, singleShot=True, interval=QGuiApplication.styleHints().mousePressAndHoldInterval())
        self._held.timeout.connect(self._hold)
        self._since_tap = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())

    def take(self, event: QTouchEvent) -> None:
        event.accept()
        if event.type() == QEvent.Type.TouchCancel or len(event.points()) != 1:
            self._give_up()
            return
        point = event.points()[0]
        if event.type() == QEvent.Type.TouchBegin:
            self._press(point)
        elif event.type() == QEvent.Type.TouchUpdate:
            self._move(point)
        else:
            self._release(point)
        self._last = point.position()

    def _press(self, point: QEventPoint) -> None:
        self._begin = self._last = point.position()
        runs = self._scroller.state() is not QScroller.State.Inactive
        self._means = _Means.PUSH if runs else _Means.TAP  # what is thrown is only stopped
        self._page.stop_gliding()
        self._push(QScroller.Input.InputPress, point)
        if not runs:
            self._held.start()

    def _move(self, point: QEventPoint) -> None:
        by = point.position() - self._begin
        if self._means is _Means.TAP and by.manhattanLength() > QApplication.startDragDistance():
            self._held.stop()
            sideways = abs(by.x()) > abs(by.y()) and self._push_sideways(point)
            self._means = _Means.PUSH_SIDEWAYS if sideways else _Means.PUSH
            if sideways:
                self._push(QScroller.Input.InputRelease, point)
        elif self._means is _Means.PUSH_SIDEWAYS:
            self._push_sideways(point)
        if self._means is _Means.SELECT:
            self._pointer.move(_mouse(QEvent.Type.MouseMove, point.position(), point.globalPosition()))
        elif self._means in {_Means.TAP, _Means.PUSH}:
            self._push(QScroller.Input.InputMove, point)

    def _release(self, point: QEventPoint) -> None:
        self._held.stop()
        means, self._means = self._means, _Means.NOTHING
        at, on_screen = point.position(), point.globalPosition()
        if means in {_Means.TAP, _Means.PUSH}:
            self._push(QScroller.Input.InputRelease, point)
        if means is _Means.TAP:
            self._tap(at, on_screen)
        elif means is _Means.SELECT:
            self._pointer.release(_mouse(QEvent.Type.MouseButtonRelease, at, on_screen))
            self._page.menu_requested.emit(at.toPoint(), on_screen.toPoint())

    def _tap(self, at: QPointF, on_screen: QPointF) -> None:
        again = self._since_tap.isActive() and (at - self._tapped).manhattanLength() < _NEAR
        self._page.setFocus(Qt.FocusReason.MouseFocusReason)
        self._page.focus_link(None)
        press = QEvent.Type.MouseButtonDblClick if again else QEvent.Type.MouseButtonPress
        (self._pointer.double_click if again else self._pointer.press)(_mouse(press, at, on_screen))
        self._pointer.release(_mouse(QEvent.Type.MouseButtonRelease, at, on_screen))
        seen = self._page.outlook.at(at.y())
        self._page.hovered.emit(-1 if seen is None else seen.entry.index)  # shows what can be done with the message
        self._tapped = at
        self._since_tap.start()

    def _hold(self) -> None:
        """The finger has been held still: the word below it is selected, unless it is already."""
        if self._means is not _Means.TAP:
            return
        self._means = _Means.SELECT
        self._scroller.stop()
        self._page.setFocus(Qt.FocusReason.MouseFocusReason)
        place, span = self._page.place_at(self._begin), self._page.selection
        if place is not None and not (span is not None and span.start <= place <= span.end):
            on_screen = QPointF(self._page.viewport().mapToGlobal(self._begin))
            self._pointer.double_click(_mouse(QEvent.Type.MouseButtonDblClick, self._begin, on_screen))

    def _push(self, kind: QScroller.Input, point: QEventPoint) -> None:
        self._scroller.handleInput(kind, point.position(), point.timestamp())

    def _push_sideways(self, point: QEventPoint) -> bool:
        under = self._page.sheet_under(self._begin)
        moved = under is not None and under[0].scroll_sideways(self._last.x() - point.position().x())
        if moved:
            self._page.viewport().update()
        return moved

    def _give_up(self) -> None:
        self._held.stop()
        self._means = _Means.NOTHING
        self._scroller.stop()


def _mouse(kind: QEvent.Type, at: QPointF, on_screen: QPointF) -> QMouseEvent:
    """What a mouse would tell from there."""
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(kind, at, on_screen, left, left, Qt.KeyboardModifier.NoModifier)
