"""What stands beside the letters of a block: its list marks, a task's box, the bars of quotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.transcript.compositions.composition import Stretch
from desktop_app.ui.transcript.compositions.standing import Bar, Mark
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.looks.plain import units


class MarkPlace(NamedTuple):
    """``position`` is the mark's first in the text of the composition."""

    mark: Mark
    place: QRectF
    position: int
    length: int


class Margin(NamedTuple):
    """``top`` and ``line`` are the first line's place and height, ``turned``: it runs to the left. All unscaled."""

    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    top: int
    line: int
    size: int = measures.TEXT
    turned: bool = False

    def places(self, styles: Styles, width: float) -> Iterator[MarkPlace]:
        """Where the marks stand in a column so wide."""
        px, position = styles.px, 0
        metrics = styles.metrics(self.size)
        for mark in self.marks:
            wide = px(measures.BOX) if mark.checked is not None else metrics.horizontalAdvance(mark.text)
            left = max(px(mark.x - measures.MARK_GAP) - wide, px(mark.left) - measures.EDGE)
            if self.turned:
                left = width - left - wide
            length = units(mark.text)
            yield MarkPlace(mark, QRectF(left, px(self.top), wide, px(self.line)), position, length)
            position += length + 1

    def paint_marks(
        self, painter: QPainter, styles: Styles, width: float, baseline: float, selected: Stretch | None = None
    ) -> None:
        colours = styles.colours
        for mark, place, position, _ in self.places(styles, width):
            chosen = selected is not None and selected.start <= position < selected.end
            colour = QColor(colours.page if chosen else colours.accent if mark.label else colours.muted)
            if mark.checked is not None:
                done = colour if chosen else QColor(colours.accent)
                _paint_box(painter, place, colour, done, checked=mark.checked)
                continue
            painter.setPen(colour)
            painter.setFont(styles.font(self.size))
            painter.drawText(QPointF(place.left(), baseline), mark.text)

    def paint_bars(self, painter: QPainter, styles: Styles, width: float, height: float) -> None:
        for bar in self.bars:
            colour = styles.ink(bar.ink) if bar.ink is not None else QColor(styles.colours.line)
            x = width - styles.px(bar.x) - 3 if self.turned else styles.px(bar.x)
            top = 0.0 if bar.joined else styles.px(self.top)
            painter.fillRect(QRectF(round(x), top, 3, height - top), colour)


def _paint_box(painter: QPainter, place: QRectF, colour: QColor, done: QColor, *, checked: bool) -> None:
    """A task's box; done, it is ticked."""
    size = place.width()
    box = QRectF(place.left(), place.center().y() - size / 2, size, size).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(done if checked else colour, 1.2))
    painter.drawRoundedRect(box, 3, 3)
    if checked:
        painter.setPen(QPen(done, 1.6))
        ticks = ((0.22, 0.50), (0.42, 0.68), (0.74, 0.26))
        painter.drawPolyline([QPointF(box.left() + x * size, box.top() + y * size) for x, y in ticks])
