"""The line between the side and the column, as something to take hold of: by the mouse, or Tab and the arrow keys.

It is a slider by nature, so that a screen reader can read and set how wide the side is, in pixels.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QSlider

WIDTH: Final = 8
_LINE: Final = 2
_STEP: Final = 16


class SideHandle(QSlider):
    """``moved`` carries the width that a person wants for the side; a double click asks for the usual one."""

    moved = Signal(int)

    def __init__(self, least: int, most: int, usual: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._usual = usual
        self._grip: float | None = None  # where the pointer took hold, from the edge of the side
        self._hovered = False
        self.setRange(least, most)
        self.setSingleStep(_STEP)
        self.setPageStep(4 * _STEP)
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Width of the conversations"))
        self.setToolTip(self.tr("Drag to make it wider or narrower; double-click for the usual width"))
        self.valueChanged.connect(self.moved)

    def show_width(self, width: int) -> None:
        with QSignalBlocker(self):
            self.setValue(width)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = self._from_edge(event) - self.value()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self.setValue(round(self._from_edge(event) - self._grip))
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.update()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.setValue(self._usual)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the line where they point; Home and End are the slider's own; up and down stay out."""
        towards = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}.get(Qt.Key(event.key()))
        if towards is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.setValue(self.value() + (-towards if self.isRightToLeft() else towards))
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self._hovered = event.type() == QEvent.Type.Enter
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line itself is the side's; what is drawn here says that it is held, or can be."""
        if not (self.hasFocus() or self._hovered or self._grip is not None):
            return
        role = QPalette.ColorRole.Highlight if self.hasFocus() or self._grip is not None else QPalette.ColorRole.Mid
        line = QRect((self.width() - _LINE) // 2, 0, _LINE, self.height())
        QPainter(self).fillRect(line, self.palette().color(role))

    def _from_edge(self, event: QMouseEvent) -> float:
        """How far the pointer is from the window's edge at which the side stands."""
        window = self.window()
        x = window.mapFromGlobal(event.globalPosition()).x()
        return window.width() - x if self.isRightToLeft() else x
