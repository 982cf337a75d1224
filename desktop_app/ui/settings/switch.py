"""A check box drawn as a switch; to the keyboard and to a screen reader it stays a check box."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

_TRACK = QSize(34, 20)
_GAP = 12
_KNOB_INSET = 2
_RING = 2  # the focus ring
_NARROWEST_WORDS = 80
_HIGHEST = 1000
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class Switch(QCheckBox):
    """On or off at once; ``text`` stands behind the switch, muted, on as many lines as it needs."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._words_at() + words, self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words_at() + _NARROWEST_WORDS, self._line_height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line_height() - self.fontMetrics().height() + self._words_in(width - self._words_at()).height()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self._mirrored(QRect(0, (self._line_height() - _TRACK.height()) // 2, *_TRACK.toTuple())))
        self._draw_track(painter, track)
        self._draw_words(painter)

    def _words_at(self) -> int:
        return _TRACK.width() + _GAP

    def _line_height(self) -> int:
        return max(_TRACK.height() + 4, self.fontMetrics().height())

    def _words_in(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, max(width, 1), _HIGHEST), _WRAPPED, self.text())

    def _mirrored(self, rect: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            rect.moveRight(self.width() - 1 - rect.left())
        return rect

    def _draw_track(self, painter: QPainter, track: QRectF) -> None:
        palette = self.palette()
        on = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight if on else QPalette.ColorRole.PlaceholderText))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        radius = track.height() / 2 - _KNOB_INSET
        at_right = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        from_edge = radius + _KNOB_INSET
        x = track.right() - from_edge if at_right else track.left() + from_edge
        painter.setBrush(palette.color(QPalette.ColorRole.Window))
        painter.drawEllipse(QPointF(x, track.center().y()), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), _RING))
            ring = track.adjusted(
                _RING / 2, _RING / 2, -_RING / 2, -_RING / 2
            )  # inside, so that the track keeps its line
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _draw_words(self, painter: QPainter) -> None:
        top = (self._line_height() - self.fontMetrics().height()) // 2
        words = self._mirrored(QRect(self._words_at(), top, self.width() - self._words_at(), self.height() - top))
        side = self.style().visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(words, int(side | Qt.AlignmentFlag.AlignAbsolute) | _WRAPPED, self.text())
