"""Gives the mirror's lines the places that the page's have, so that a screen reader points at what one sees."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPainter,
    QPainterPath,
    QTextBlock,
    QTextDocument,
    QTextFrame,
)

from desktop_app.ui.transcript.looks.plain import points
from desktop_app.ui.transcript.sheets.sheet import Sheet


def lay_line_by_line(block: QTextBlock, base: int, sheet: Sheet, corner: QPointF, font: QFont) -> None:
    """Lays a block out as the sheet has it: ``base`` is where the sheet's text begins, ``corner`` where it stands."""
    layout, text = block.layout(), block.text()
    start, size = block.position() - base, sheet.composition.length
    layout.setFont(font)
    layout.beginLayout()
    at, length = 0, block.length() - 1
    while (line := layout.createLine()).isValid():
        position = min(start + at, size)
        upto = max(min(sheet.line_at(position).end - start, length), at + 1)
        line.setNumColumns(points(text, upto) - points(text, at))
        place = sheet.place_of(position).translated(corner)
        line.setPosition(QPointF(place.left(), place.top() + max(place.height() - line.height(), 0) / 2))
        at += max(line.textLength(), 1)
    layout.endLayout()


class HandLayout(QAbstractTextDocumentLayout):
    """Lays out nothing and draws nothing: the lines are put by hand. ``find`` gives the position at a point, or -1."""

    def __init__(self, document: QTextDocument, find: Callable[[QPointF], int]) -> None:
        super().__init__(document)
        self._find = find

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None: ...

    def documentChanged(self, at: int, removed: int, added: int) -> None: ...

    def hitTest(self, point: QPointF | QPoint | QPainterPath.Element, accuracy: Qt.HitTestAccuracy) -> int:  # noqa: ARG002
        return self._find(QPointF(point.x, point.y) if isinstance(point, QPainterPath.Element) else QPointF(point))

    def pageCount(self) -> int:
        return 1

    def documentSize(self) -> QSizeF:
        return QSizeF()

    def frameBoundingRect(self, frame: QTextFrame) -> QRectF:  # noqa: ARG002
        return QRectF()

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:  # noqa: ARG002
        return QRectF()
