"""Running text on the page: a paragraph with its list marks and bars, a heading, a rule, a note, a bubble."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from desktop_app.ui.transcript.compositions.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.compositions.text_composition import TextComposition
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import Chunk, Kind, Styles
from desktop_app.ui.transcript.looks.plain import LINE_BREAK, units
from desktop_app.ui.transcript.sheets.inline_code import paint_inline_code
from desktop_app.ui.transcript.sheets.lighting import paint_over, paint_under
from desktop_app.ui.transcript.sheets.margin import Margin, MarkPlace
from desktop_app.ui.transcript.sheets.passage import Passage, Type
from desktop_app.ui.transcript.sheets.sheet import Lights, Sheet

_APART = frozenset({Kind.BUBBLE, Kind.SOURCE})
"""Each line of these has its own direction, as it was written."""


class TextSheet(Sheet):
    """Also what is common to all running text: subclasses say where it stands and what is painted around it."""

    composition: TextComposition

    def __init__(
        self,
        composition: TextComposition,
        styles: Styles,
        width: float,
        state: object = None,  # noqa: ARG002 - words keep nothing
    ) -> None:
        self.composition = composition
        self._styles = styles
        self._width = width
        self._passages: list[Passage] = []
        self._starts: list[int] = []
        self._write()

    def set_width(self, width: float) -> None:
        if width != self._width:
            self._width = width
            self._lay()

    def set_styles(self, styles: Styles) -> None:
        self._styles = styles
        self._write()

    def change(self, composition: Composition) -> bool:
        if not isinstance(composition, TextComposition) or type(composition) is not type(self.composition):
            return False
        if composition.kind in _APART or self.composition.kind in _APART:
            return False
        if composition != self.composition:
            self.composition = composition
            self._write()
        return True

    def paint(self, painter: QPainter, sight: QRectF, lights: Lights) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        margin = self._margin
        margin.paint_bars(painter, self._styles, self._width, self.height)
        paint_inline_code(painter, self.composition.chunks, self._starts[0], self.places, self._styles)
        paint_under(painter, lights, self.places, self._styles)
        painter.setPen(QColor(self._styles.colours.ink))
        for passage, start in zip(self._passages, self._starts, strict=True):
            if passage.y + passage.height >= sight.top() and passage.y <= sight.bottom():
                passage.draw(painter, sight, _moved(lights.selected, start))
        if self._passages[0].baseline(0) + self._styles.px(measures.TEXT_LINE) > sight.top():
            margin.paint_marks(painter, self._styles, self._width, self._passages[0].baseline(0), lights.selected)
        paint_over(painter, lights, self.place_of, self.places, self._styles)

    def position_at(self, point: QPointF) -> int:
        number = self._passage_at(point.y())
        passage, start = self._passages[number], self._starts[number]
        if self.composition.prefix and point.y() < passage.y + passage.height:
            for _, place, begin, _ in self._mark_places():
                if place.left() <= point.x() < place.right():
                    return begin
        return start + passage.position_at(point)

    def place_of(self, position: int) -> QRectF:
        if position < self._starts[0]:
            return self._place_in_marks(position)
        number = self._number(position)
        return self._passages[number].place_of(position - self._starts[number])

    def line_at(self, position: int) -> Stretch:
        number = self._number(max(position, self._starts[0]))
        start = self._starts[number]
        line = self._passages[number].line_at(position - start)
        first = 0 if number == 0 and line.start == 0 else start + line.start
        return Stretch(first, start + line.end)

    def places(self, start: int, end: int) -> Iterator[QRectF]:
        """Where [start, end) stands, also the marks in it."""
        if start < self._starts[0]:
            for _, place, begin, length in self._mark_places():
                if start < begin + length and end > begin:
                    yield place
        for number in range(self._number(max(start, self._starts[0])), len(self._passages)):
            begin = self._starts[number]
            if begin >= end:
                return
            yield from self._passages[number].places(start - begin, end - begin)

    def is_on_text(self, point: QPointF) -> bool:
        return self._passages[self._passage_at(point.y())].is_near(point)

    def link_at(self, point: QPointF) -> Link | None:
        for link in self.composition.links:
            if any(place.contains(point) for place in self.places(link.start, link.end)):
                return link
        return None

    def tip_at(self, point: QPointF) -> str:
        if not self.is_on_text(point):
            return ""
        at = self.position_at(point)
        position = self._starts[0]
        for chunk in self.composition.chunks:
            position += units(chunk.text)
            if at < position:
                return chunk.look.tip
        return ""

    @property
    def breaks(self) -> Sequence[float]:
        """Between lines, but so that none stands alone before or behind the cut."""
        tops = [top for passage in self._passages for top in passage.tops[:-1]]
        return tops[2:-1]

    # Laying out

    def _write(self) -> None:
        """Shapes the letters anew: a paragraph's take a tenth of a millisecond."""
        shape = self.composition.shape
        kind = Type(shape.size, shape.line, mono=shape.kind is Kind.SOURCE)
        self._passages, self._starts, self._waiting = [], [], False
        position = units(self.composition.prefix)
        for chunks in _rows(self.composition):
            passage = self._passage(chunks, kind)
            self._passages.append(passage)
            self._starts.append(position)
            position += passage.length + 1
        self._lay()

    def _passage(self, chunks: Sequence[Chunk], kind: Type) -> Passage:
        if not any(chunk.look.maths for chunk in chunks) or self.composition.kind is Kind.MATHS:
            return Passage(chunks, kind, self._styles)
        from desktop_app.ui.transcript.sheets.formula_picture import inlays_of  # not before the first formula

        inlays, waiting = inlays_of(chunks, self._styles, kind.size)
        self._waiting = self._waiting or waiting
        return Passage(chunks, kind, self._styles, inlays)

    @property
    def unfinished(self) -> bool:
        return self._waiting

    def work(self) -> bool:
        from desktop_app.ui.transcript.sheets.formula_picture import formulas_ready

        if not self._waiting or not formulas_ready(self.composition.chunks):
            return False
        self._write()
        return True

    def _lay(self) -> None:
        shape, px = self.composition.shape, self._styles.px
        indent, y = px(shape.indent), px(shape.top)
        for passage in self._passages:
            passage.x = 0.0 if passage.turned else indent
            passage.y = y
            passage.lay(self._width - indent, first=self._overhang())
            y += passage.height
        self.height = round(y + px(shape.bottom))

    def _overhang(self) -> float:
        """How far the marks reach into the first line: a number of many digits does."""
        places = [
            place.right() if not self._turned else self._width - place.left() for _, place, _, _ in self._mark_places()
        ]
        gap = self._styles.px(measures.MARK_GAP)
        return max([edge + gap - self._styles.px(self.composition.shape.indent) for edge in places] + [0.0])

    @property
    def _turned(self) -> bool:
        return self._passages[0].turned

    def _number(self, position: int) -> int:
        number = 0
        while number + 1 < len(self._starts) and self._starts[number + 1] <= position:
            number += 1
        return number

    def _passage_at(self, y: float) -> int:
        for number, passage in enumerate(self._passages):
            if y < passage.y + passage.height:
                return number
        return len(self._passages) - 1

    @property
    def _margin(self) -> Margin:
        shape = self.composition.shape
        size = min(shape.size, measures.TEXT)
        return Margin(shape.marks, shape.bars, shape.top, shape.line, size, self._passages[0].turned)

    def _mark_places(self) -> list[MarkPlace]:
        return list(self._margin.places(self._styles, self._width)) if self.composition.shape.marks else []

    def _place_in_marks(self, position: int) -> QRectF:
        for _, place, begin, length in self._mark_places():
            if position <= begin + length:
                share = (position - begin) / max(length, 1)
                x = place.right() - share * place.width() if self._turned else place.left() + share * place.width()
                return QRectF(x, place.top(), 0.0, place.height())
        return self._passages[0].place_of(0)

    def _paint_ground(self, painter: QPainter) -> None:
        if self.composition.kind is Kind.RULE:
            shape, px = self.composition.shape, self._styles.px
            y = round(px(shape.top) + px(shape.line) / 2)
            left = px(shape.indent)
            painter.fillRect(QRectF(left, y, self._width - left, 1), QColor(self._styles.colours.line))


class BubbleSheet(TextSheet):
    """The user's words: at the right, in a ground as wide as the longest line."""

    def _lay(self) -> None:
        shape, px = self.composition.shape, self._styles.px
        side = px(measures.BUBBLE_SIDE)
        most = max(self._width * measures.BUBBLE_PART - 2 * side, 1.0)
        for passage in self._passages:
            passage.lay(most)
        wide = most if shape.full else min(most, max(passage.width for passage in self._passages) + 1)
        y = px(shape.top)
        for passage in self._passages:
            passage.x, passage.y = self._width - side - wide, y
            if passage.turned and wide < most:
                passage.lay(wide)
            y += passage.height
        self._ground = QRectF(self._width - wide - 2 * side, 0, wide + 2 * side, 0)
        self.height = round(y + px(shape.bottom))

    def _paint_ground(self, painter: QPainter) -> None:
        shape, px = self.composition.shape, self._styles.px
        top = px(shape.top - measures.BUBBLE_PAD) if shape.begins else 0.0
        ground = QRectF(self._ground.left(), top, self._ground.width(), self.height - top)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._styles.colours.mine))
        painter.drawPath(_rounded(ground, px(measures.BUBBLE_ROUND), above=shape.begins, below=shape.ends))


def _rows(composition: TextComposition) -> list[list[Chunk]]:
    """The chunks, line by line where each line stands for itself."""
    if composition.kind not in _APART:
        return [list(composition.chunks)]
    rows: list[list[Chunk]] = [[]]
    for chunk in composition.chunks:
        for number, text in enumerate(chunk.text.split(LINE_BREAK)):
            if number:
                rows.append([])
            rows[-1].append(chunk._replace(text=text))
    return rows


def _rounded(ground: QRectF, radius: float, *, above: bool, below: bool) -> QPainterPath:
    """A ground whose corners are round only where it begins and ends."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(ground, radius, radius)
    if not above:
        path.addRect(QRectF(ground.left(), ground.top(), ground.width(), min(radius, ground.height())))
    if not below:
        height = min(radius, ground.height())
        path.addRect(QRectF(ground.left(), ground.bottom() - height, ground.width(), height))
    return path


def _moved(selected: Stretch | None, start: int) -> Stretch | None:
    return Stretch(selected.start - start, selected.end - start) if selected is not None else None
