"""The page as a widget that is handled: wheel, mouse, keys, focus."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.page.reading_page import ReadingPage

if TYPE_CHECKING:
    from desktop_app.ui.transcript.page.page_keys import PageKeys
    from desktop_app.ui.transcript.page.pointer import Pointer
    from desktop_app.ui.transcript.page.touch import Touch

_NOTCH = 120
_LINES = 3


class Page(ReadingPage):
    """Hands what happens to it on to those who know what it means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    # All three are loaded when first used: the first picture of the window waits for none.

    @cached_property
    def _pointer(self) -> Pointer:
        from desktop_app.ui.transcript.page.pointer import Pointer

        return Pointer(self)

    @cached_property
    def _touch(self) -> Touch:
        from desktop_app.ui.transcript.page.touch import Touch

        return Touch(self, self._pointer)

    @cached_property
    def _keys(self) -> PageKeys:
        from desktop_app.ui.transcript.page.page_keys import PageKeys

        return PageKeys(self)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._pointer.show_tip(event)
            return True
        if isinstance(event, QTouchEvent):
            self._touch.take(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(-1)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:  # the size of the text: whoever holds the page
            event.ignore()
            return
        by = event.pixelDelta() if not event.pixelDelta().isNull() else None
        sideways = event.pixelDelta().x() if by else event.angleDelta().x() / _NOTCH * _LINES * measures.TEXT_LINE
        down = event.pixelDelta().y() if by else event.angleDelta().y() / _NOTCH * _LINES * measures.TEXT_LINE
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not sideways:
            sideways, down = down, 0
        if abs(sideways) > abs(down):
            self._scroll_sideways(event.position(), -sideways)
        elif by:
            self.scroll_by(-down)
        else:
            self.glide_by(-down)
        event.accept()

    def _scroll_sideways(self, at: QPointF, by: float) -> None:
        under = self.sheet_under(at)
        if under is not None and under[0].scroll_sideways(by):
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keys.press(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.stop_gliding()
        self.focus_link(None)
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)
        seen = self.outlook.at(event.position().y())
        self.hovered.emit(-1 if seen is None else seen.entry.index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_requested.emit(None if by_key else event.pos(), event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
