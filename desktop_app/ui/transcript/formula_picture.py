"""A formula as something that can be drawn among letters, in any size and colour."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop_app.ui.transcript.formulas import FORMULAS, SIZE, Formula, Outline
from desktop_app.ui.transcript.looks import Chunk, Styles
from desktop_app.ui.transcript.passage import Inlay
from desktop_app.ui.transcript.plain import units

_LARGER = 1.14
"""The letters of the maths font are smaller than those of the text at the same size."""


class FormulaPicture:
    """Satisfies ``passage.Picture``; ``size`` is that of the words around, in pixels."""

    def __init__(self, formula: Formula, size: float) -> None:
        self._formula = formula
        self._scale = size * _LARGER / SIZE
        self.width = formula.width * self._scale
        self.ascent = formula.ascent * self._scale
        self.descent = formula.descent * self._scale

    def paint(self, painter: QPainter, x: float, baseline: float, colour: QColor) -> None:
        painter.save()
        painter.translate(x, baseline)
        painter.scale(self._scale, self._scale)
        for outline in self._formula.outlines:
            ink = QColor.fromString(outline.colour) if outline.colour else colour
            ink = ink if ink.isValid() else colour
            if outline.stroke:
                painter.strokePath(_path(outline), QPen(ink, outline.stroke))
            else:
                painter.fillPath(_path(outline), ink)
        painter.restore()


def inlays_of(chunks: Sequence[Chunk], styles: Styles, size: int) -> tuple[list[Inlay], bool]:
    """The formulas among the chunks that are ready, and whether more will be."""
    found: list[Inlay] = []
    waiting, position = False, 0
    for chunk in chunks:
        end = position + units(chunk.text)
        if chunk.look.maths and end > position:
            latex, display = chunk.text, chunk.look.display
            if not FORMULAS.known(latex, display=display):
                waiting = True
            elif (formula := FORMULAS.get(latex, display=display)) is not None:
                found.append(Inlay(position, end, FormulaPicture(formula, styles.px(size))))
        position = end
    return found, waiting


def formulas_ready(chunks: Sequence[Chunk]) -> bool:
    """Whether each formula among the chunks has been set, or given up."""
    return all(
        FORMULAS.known(chunk.text, display=chunk.look.display) for chunk in chunks if chunk.look.maths and chunk.text
    )


@lru_cache(maxsize=4000)
def _path(outline: Outline) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for command, numbers in outline.steps:
        points = [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        match command:
            case "M":
                path.moveTo(points[0])
            case "L":
                for point in points:
                    path.lineTo(point)
            case "Q":
                path.quadTo(points[0], points[1])
            case "C":
                path.cubicTo(points[0], points[1], points[2])
            case "Z":
                path.closeSubpath()
    return path
