"""A value on a button: a click offers the usual ones, the arrow keys and a screen reader move it step by step.

It is a slider by nature, since a screen reader can read and set the value of no button; its value is in percent.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QSlider

from desktop_app.ui.icons import icon
from desktop_app.ui.parts import ink, restyled

_HEIGHT = 26
_SIDE = 7
_ROUND = 5.0
_TEXT = 11
_OPENS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ValueButton(QSlider):
    """``chosen`` is sent for what a person does only. ``words`` puts a value into words; the ``usual`` are offered."""

    chosen = Signal(float)

    def __init__(
        self, name: str, *, least: float, most: float, usual: tuple[float, ...], words: Callable[[float], str]
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._usual = usual
        self._words = words
        self._value = most
        self._icon = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setRange(round(least * 100), round(most * 100))
        self.setSingleStep(10)
        self.setPageStep(25)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.valueChanged.connect(lambda percent: self.chosen.emit(percent / 100))

    def show_value(self, value: float, icon_name: str = "") -> None:
        """``icon_name``: what is drawn instead of the words."""
        self._value, self._icon = value, icon_name
        with QSignalBlocker(self):
            self.setValue(round(value * 100))
        self.setAccessibleDescription(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._words(self._value)

    def open_menu(self) -> None:
        below = self.rect().bottomLeft() if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else QPoint()
        self.menu.popup(self.mapToGlobal(below))

    def sizeHint(self) -> QSize:
        wide = _HEIGHT if self._icon else self._words_width() + 2 * _SIDE
        return QSize(wide, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.open_menu()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page over it must not change it."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        if focused or not self._icon:
            role = QPalette.ColorRole.Highlight if focused else QPalette.ColorRole.Mid
            painter.setPen(QPen(self.palette().color(role), 2.0 if focused else 1.0))
            inset = 1.0 if focused else 0.5
            box = QRectF(self.rect()).adjusted(inset, inset + 2, -inset, -inset - 2)
            painter.drawRoundedRect(box, _ROUND, _ROUND)
        if self._icon:
            size = 14
            place = QPoint((self.width() - size) // 2, (self.height() - size) // 2)
            painter.drawPixmap(place, icon(self._icon, ink(), size).pixmap(size, size))
        else:
            painter.setFont(self._small_font())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(_TEXT)
        return font

    def _words_width(self) -> int:
        return QFontMetrics(self._small_font()).horizontalAdvance(self.text())

    def _fill(self) -> None:
        """Offers the usual values, the one in force ticked."""
        self.menu.clear()
        for value in self._usual:
            action = self.menu.addAction(self._words(value))
            action.setCheckable(True)
            action.setChecked(abs(value - self._value) < 0.005)
            action.triggered.connect(lambda _checked=False, one=value: self.chosen.emit(one))
