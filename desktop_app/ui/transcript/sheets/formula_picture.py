"""A formula as something that can be drawn among letters, in any size and colour."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop_app.ui.transcript.looks.looks import Chunk, Styles
from desktop_app.ui.transcript.looks.plain import units
from desktop_app.ui.transcript.sheets.formulas import FORMULAS, SIZE, Formula, Outline
from desktop_app.ui.transcript.sheets.passage import Inlay

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
        for shape in _shapes(self._formula):
            ink = QColor.fromString(shape.colour) if shape.colour else colour
            ink = ink if ink.isValid() else colour
            if shape.stroke:
                painter.strokePath(shape.path, QPen(ink, shape.stroke))
            else:
                painter.fillPath(shape.path, ink)
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


class _Shape(NamedTuple):
    path: QPainterPath
    colour: str
    stroke: float


@lru_cache(maxsize=200)
def _shapes(formula: Formula) -> list[_Shape]:
    """The outlines as Qt draws them; what has one colour, and is filled, in one go."""
    shapes: list[_Shape] = []
    for outline in formula.outlines:
        last = shapes[-1] if shapes else None
        if last is None or outline.stroke or last.stroke or last.colour != outline.colour:
            last = _Shape(QPainterPath(), outline.colour, outline.stroke)
            last.path.setFillRule(Qt.FillRule.WindingFill)
            shapes.append(last)
        _add(last.path, outline)
    return shapes


def _add(path: QPainterPath, outline: Outline) -> None:
    pairs = iter(outline.numbers)
    points = map(QPointF, pairs, pairs)
    for command in outline.steps:
        match command:
            case "M":
                path.moveTo(next(points))
            case "L":
                path.lineTo(next(points))
            case "Q":
                path.quadTo(next(points), next(points))
            case "C":
                path.cubicTo(next(points), next(points), next(points))
            case "Z":
                path.closeSubpath()
