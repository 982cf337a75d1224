"""What lies under the letters: cards, bubbles, quote bars, rules, the ground of inline code, the light on what is said.

Painted from the lines that are in sight, by their properties; none of it changes the document, so none of it costs a
layout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.colours import Colours
from desktop_app.ui.transcript.looks import BARS, GROUP, INLINE_CODE, KIND, Kind
from desktop_app.ui.transcript.spans import Stretch

_FAR = 2000.0
_CODE_KINDS = frozenset({Kind.CODE_HEAD, Kind.CODE_LINE, Kind.CODE_FOOT})


class _Seen(NamedTuple):
    """A line of the document that is in sight, with its place on the page."""

    block: QTextBlock
    kind: Kind
    x: float
    y: float


class Painter:
    """Paints one document. ``stretches`` are lit, and ``words`` within them more so.

    ``caret`` is a document position, -1 for none; ``heard`` are positions at which the voice was stopped.
    """

    def __init__(self, document: QTextDocument, colours: Colours) -> None:
        self.colours = colours
        self.stretches: Sequence[Stretch] = ()
        self.words: Sequence[Stretch] = ()
        self.caret = -1
        self.heard: Sequence[int] = ()
        self._document = document

    def paint_under(self, painter: QPainter, sight: QRectF, column: int) -> None:
        """Paints all that is under the letters; ``sight`` in the document's coordinates, which the painter is in."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = list(self._in_sight(sight))
        self._paint_groups(painter, seen, measures.EDGE + column)
        for line in seen:
            if line.kind is Kind.RULE:
                self._paint_rule(painter, line, measures.EDGE + column)
            elif line.kind not in _CODE_KINDS:
                self._paint_inline_code(painter, line)
            if bars := line.block.blockFormat().stringProperty(BARS):
                self._paint_bars(painter, line, bars, measures.EDGE + column)
        self._paint_spoken(painter, seen)

    def paint_over(self, painter: QPainter) -> None:
        """The marks of what was heard, and the caret of the stream."""
        for position in self.heard:
            self._paint_heard(painter, position)
        self._paint_caret(painter)

    def _paint_heard(self, painter: QPainter, position: int) -> None:
        """A thin stroke between two letters, as tall as the line, with a foot that tells it from a cursor."""
        block = self._document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        if line.isValid():
            origin = self._origin(block)
            x = round(origin.x() + _x_of(line, position - block.position())) + 1
            top, bottom = origin.y() + line.y() + 1, origin.y() + line.y() + line.height()
            painter.fillRect(QRectF(x, top, 2, bottom - top), QColor(self.colours.accent))
            painter.fillRect(QRectF(x - 2, bottom - 2, 6, 2), QColor(self.colours.accent))

    def _paint_caret(self, painter: QPainter) -> None:
        """A block of ink behind the last letter."""
        block = self._document.findBlock(self.caret) if self.caret >= 0 else QTextBlock()
        if not block.isValid():
            return
        origin = self._origin(block)
        line = block.layout().lineForTextPosition(self.caret - block.position())
        if line.isValid():
            x = origin.x() + _x_of(line, self.caret - block.position())
            place = QRectF(round(x) + 1, origin.y() + line.y() + 1, 5, line.height() - 1)
            painter.fillRect(place, QColor(self.colours.ink))

    def _in_sight(self, sight: QRectF) -> Iterator[_Seen]:
        layout = self._document.documentLayout()
        at = layout.hitTest(QPointF(measures.EDGE, sight.top()), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(at, 0))
        above = block.previous()
        block = above if above.isValid() else block
        while block.isValid():
            place = layout.blockBoundingRect(block)
            kind = Kind(block.blockFormat().intProperty(KIND))
            if place.top() > sight.bottom() + measures.CARD_HEAD and kind is not Kind.CELL:
                return
            yield _Seen(block, kind, place.x(), place.y())
            block = block.next()

    def _origin(self, block: QTextBlock) -> QPointF:
        return self._document.documentLayout().blockBoundingRect(block).topLeft()

    def _paint_groups(self, painter: QPainter, seen: Sequence[_Seen], right: float) -> None:
        """Cards and bubbles: all lines of one group have one ground."""
        start = 0
        while start < len(seen):
            group = seen[start].block.blockFormat().stringProperty(GROUP)
            end = start + 1
            while group and end < len(seen) and seen[end].block.blockFormat().stringProperty(GROUP) == group:
                end += 1
            if group:
                paint = self._paint_card if seen[start].kind in _CODE_KINDS else self._paint_bubble
                paint(painter, seen[start], seen[end - 1], right)
            start = end

    def _paint_card(self, painter: QPainter, first: _Seen, last: _Seen, right: float) -> None:
        left = first.x + first.block.blockFormat().indent() - measures.CARD_SIDE
        top = first.y if first.kind is Kind.CODE_HEAD else first.y - _FAR
        bottom = last.y + (measures.CARD_FOOT if last.kind is Kind.CODE_FOOT else _FAR)
        card = QRectF(left, top, right - left, bottom - top).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(self.colours.line), 1))
        painter.setBrush(QColor(self.colours.code))
        painter.drawRoundedRect(card, measures.CARD_ROUND, measures.CARD_ROUND)
        if first.kind is Kind.CODE_HEAD:
            y = round(first.y + measures.CARD_HEAD) + 0.5
            painter.drawLine(QPointF(card.left(), y), QPointF(card.right(), y))

    def _paint_bubble(self, painter: QPainter, first: _Seen, last: _Seen, right: float) -> None:
        left = first.x + first.block.blockFormat().indent() - measures.BUBBLE_SIDE
        group = first.block.blockFormat().stringProperty(GROUP)
        begins = first.block.previous().blockFormat().stringProperty(GROUP) != group
        ends = last.block.next().blockFormat().stringProperty(GROUP) != group
        top = first.y - (measures.BUBBLE_ABOVE if begins else _FAR)
        bottom = last.y + _height(last.block) + measures.BUBBLE_BELOW if ends else last.y + _FAR
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.mine))
        ground = QRectF(left, top, right - left, bottom - top)
        painter.drawRoundedRect(ground, measures.BUBBLE_ROUND, measures.BUBBLE_ROUND)

    def _paint_rule(self, painter: QPainter, line: _Seen, right: float) -> None:
        left = line.x + line.block.blockFormat().indent()
        painter.fillRect(QRectF(left, round(line.y) + 4, right - left, 1), QColor(self.colours.line))

    def _paint_bars(self, painter: QPainter, line: _Seen, bars: str, right: float) -> None:
        bottom = line.y + _height(line.block)
        following = line.block.next()
        shared = following.blockFormat().stringProperty(BARS).split()
        for bar in bars.split():
            down = self._origin(following).y() if bar in shared else bottom + 2
            x = (
                right - int(bar) - 3
                if line.block.textDirection() is Qt.LayoutDirection.RightToLeft
                else line.x + int(bar)
            )
            painter.fillRect(QRectF(round(x), line.y, 3, down - line.y), QColor(self.colours.line))

    def _paint_inline_code(self, painter: QPainter, line: _Seen) -> None:
        ground = QColor(self.colours.line)
        ground.setAlphaF(0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        for part in line.block.textFormats():
            if part.format.boolProperty(INLINE_CODE):
                for place in _places(line, part.start, part.start + part.length):
                    painter.drawRoundedRect(place.adjusted(-2, -0.5, 2, 1), 4, 4)

    def _paint_spoken(self, painter: QPainter, seen: Sequence[_Seen]) -> None:
        if not self.stretches:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.spoken))
        for line in seen:
            begin = line.block.position()
            for start, end in self.stretches:
                for place in _places(line, start - begin, end - begin):
                    painter.drawRoundedRect(place.adjusted(-2, -1, 2, 2), 3, 3)
        accent = QColor(self.colours.accent)
        for line in seen:
            begin = line.block.position()
            for start, end in self.words:
                for place in _places(line, start - begin, end - begin):
                    painter.fillRect(QRectF(place.left(), place.bottom() - 1, place.width(), 2), accent)


def _places(line: _Seen, start: int, end: int) -> Iterator[QRectF]:
    """Where [start, end) of the block's text stands on the page: a rectangle in each of its lines."""
    if end <= 0 or start >= line.block.length():
        return
    layout = line.block.layout()
    for number in range(layout.lineCount()):
        row = layout.lineAt(number)
        first, last = max(start, row.textStart()), min(end, row.textStart() + row.textLength())
        if first < last:
            left, right = sorted((_x_of(row, first), _x_of(row, last)))
            right = min(right, row.x() + row.naturalTextWidth())
            if right > left:
                yield QRectF(line.x + left, line.y + row.y(), right - left, row.height())


def _x_of(line: QTextLine, position: int) -> float:
    x: Any = line.cursorToX(position)  # PySide gives (x, position), its stubs say otherwise
    return float(x[0])


def _height(block: QTextBlock) -> float:
    """From the block's top to the foot of its last line."""
    return block.layout().boundingRect().bottom()
