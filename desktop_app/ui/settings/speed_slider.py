"""The speed of speech, 0.5 to 3 times, on a slider that gives slow and fast equal room; its volume on an even one.

A slider's value is in percent, so that a screen reader says "100" and the arrow keys go by five; only the drawing and
the mouse follow a logarithm, with normal speed near the middle.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

SLOWEST, FASTEST = 0.5, 3.0
_STEP = 5  # percent
_HANDLE = 6.5
_GROOVE = 4.0
_MARGIN = _HANDLE + 1


class SpeedSlider(QSlider):
    """``changed`` is sent for what a person does only; a speed between the steps is kept until one moves it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, least: float = SLOWEST, most: float = FASTEST) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setRange(round(least * 100), round(most * 100))
        self.setSingleStep(_STEP)
        self.setPageStep(_STEP * 5)
        self._speed = 1.0
        self.valueChanged.connect(self._take)

    def speed(self) -> float:
        return self._speed

    def set_speed(self, speed: float) -> None:
        self._speed = speed
        with QSignalBlocker(self):
            self.setValue(round(speed * 100))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 24)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._follow(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page over the slider must not change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, middle = self.palette(), self.height() / 2
        accent = palette.color(QPalette.ColorRole.Highlight)
        handle = self._x_of(self._speed)
        groove = QRectF(0, middle - _GROOVE / 2, self.width(), _GROOVE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(groove, _GROOVE / 2, _GROOVE / 2)
        said = QRectF(groove)
        said.setLeft(handle) if self._is_rtl() else said.setRight(handle)
        painter.setBrush(accent)
        painter.drawRoundedRect(said, _GROOVE / 2, _GROOVE / 2)
        painter.setBrush(palette.color(QPalette.ColorRole.Window))
        rim = accent if self.hasFocus() else palette.color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(QPen(rim, 2.5 if self.hasFocus() else 1.0))
        painter.drawEllipse(QPointF(handle, middle), _HANDLE, _HANDLE)

    def _take(self, percent: int) -> None:
        self._speed = percent / 100
        self.changed.emit()

    def _follow(self, event: QMouseEvent) -> None:
        event.accept()
        percent = self._speed_at(event.position().x()) * 100
        self.setValue(round(percent / _STEP) * _STEP)

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _x_of(self, speed: float) -> float:
        share = self._share_of(speed)
        share = 1 - share if self._is_rtl() else share
        return _MARGIN + share * (self.width() - 2 * _MARGIN)

    def _speed_at(self, x: float) -> float:
        share = min(1.0, max(0.0, (x - _MARGIN) / max(1.0, self.width() - 2 * _MARGIN)))
        share = 1 - share if self._is_rtl() else share
        return self._at_share(share)

    def _share_of(self, speed: float) -> float:
        return math.log(speed / SLOWEST) / math.log(FASTEST / SLOWEST)

    def _at_share(self, share: float) -> float:
        return SLOWEST * math.pow(FASTEST / SLOWEST, share)


class VolumeSlider(SpeedSlider):
    """0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, least=0.0, most=1.0)

    def volume(self) -> float:
        return self.speed()

    def set_volume(self, volume: float) -> None:
        self.set_speed(volume)

    def _share_of(self, speed: float) -> float:
        return speed

    def _at_share(self, share: float) -> float:
        return share
