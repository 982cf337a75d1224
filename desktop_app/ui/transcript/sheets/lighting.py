"""What is painted under and over the letters of any sheet: selection, what is said, what was found, caret, focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.transcript.compositions.composition import Stretch
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.sheet import Lights

Places = Callable[[int, int], Iterator[QRectF]]
"""Where positions [start, end) stand."""
_INSET = 2


def paint_under(painter: QPainter, lights: Lights, places: Places, styles: Styles) -> None:
    """All that lies under the letters."""
    colours = styles.colours
    if lights.found:
        ground = QColor(colours.accent)
        ground.setAlphaF(0.2)
        _fill(painter, lights.found, places, ground)
    if lights.spoken:
        _fill(painter, lights.spoken, places, QColor(colours.spoken))
    if lights.current is not None:
        _fill(painter, [lights.current], places, QColor(colours.spoken))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        for place in places(*lights.current):
            painter.drawRoundedRect(place.adjusted(-2, _INSET, 2, -_INSET), 3, 3)
    if lights.selected is not None:
        ground = QColor(colours.accent)
        for place in places(*lights.selected):
            painter.fillRect(place, ground)
    accent = QColor(colours.accent)
    for start, end in lights.words:
        for place in places(start, end):
            painter.fillRect(QRectF(place.left(), place.bottom() - 3, place.width(), 2), accent)


def paint_over(
    painter: QPainter, lights: Lights, place_of: Callable[[int], QRectF], places: Places, styles: Styles
) -> None:
    """The marks of what was heard, the caret of the stream, the ring around the link that has the keyboard."""
    for position in lights.heard:
        _paint_heard(painter, place_of(position), QColor(styles.colours.accent))
    if lights.caret >= 0:
        place = place_of(lights.caret)
        inset = (place.height() - styles.px(19)) / 2
        block = QRectF(round(place.x()) + 1, place.y() + inset, styles.px(5), place.height() - 2 * inset)
        painter.fillRect(block, QColor(styles.colours.ink))
    if lights.focused is not None:
        paint_focus(painter, places(lights.focused.start, lights.focused.end), styles)


def paint_focus(painter: QPainter, places: Iterable[QRectF], styles: Styles) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(styles.colours.accent), 2))
    for place in places:
        painter.drawRoundedRect(place.adjusted(-3, 1, 3, -1), 4, 4)


def _fill(painter: QPainter, stretches: Iterable[Stretch], places: Places, ground: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    for start, end in stretches:
        for place in places(start, end):
            painter.drawRoundedRect(place.adjusted(-2, _INSET, 2, -_INSET), 3, 3)


def _paint_heard(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """A thin stroke between two letters, as tall as the line, with a foot that tells it from a cursor."""
    x = round(place.x()) + 1
    painter.fillRect(QRectF(x, place.top() + 2, 2, place.height() - 4), colour)
    painter.fillRect(QRectF(x - 2, place.bottom() - 4, 6, 2), colour)
