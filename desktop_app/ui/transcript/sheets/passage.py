"""Some text laid out in lines: what every sheet is made of. One paragraph, one table cell, one line of code.

Qt breaks the lines and shapes the letters; where the lines stand is decided here, so that their baselines keep one
distance whatever fonts the letters of a line are borrowed from. A formula takes the place of its LaTeX: to Qt it is
one letter of the formula's width, to everyone else the LaTeX stands there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from desktop_app.ui.transcript.compositions.composition import Stretch
from desktop_app.ui.transcript.looks.bidi import right_to_left, turns
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Styles
from desktop_app.ui.transcript.looks.plain import units

_STAND_IN = "x"
"""The letter that takes a formula's place: lines break beside it as beside a word."""
_AIR = 2.0
TAB = 4
"""Letters between two tab stops of code."""
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_DEFAULT = CharLook()
_ALIGN = {
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "left": Qt.AlignmentFlag.AlignLeft,
}


class Picture(Protocol):
    """Something set among letters: pixels at the zoom it was made for."""

    @property
    def width(self) -> float: ...
    @property
    def ascent(self) -> float: ...
    @property
    def descent(self) -> float: ...

    def paint(self, painter: QPainter, x: float, baseline: float, colour: QColor) -> None: ...


class Inlay(NamedTuple):
    """A picture in the place of positions [start, end)."""

    start: int
    end: int
    picture: Picture


class Type(NamedTuple):
    """How a passage is set: the size of plain letters and the distance of two lines (both unscaled).

    ``code`` is one line of it: never broken, always from the left, with tabs four letters wide.
    """

    size: int
    line: int
    mono: bool = False
    bold: bool = False
    code: bool = False
    align: str = ""


class Passage:
    """Positions count from the passage's own first letter; places are the sheet's, by ``x`` and ``y``."""

    def __init__(self, chunks: Sequence[Chunk], kind: Type, styles: Styles, inlays: Sequence[Inlay] = ()) -> None:
        self.chunks = chunks
        self.x = self.y = 0.0
        self.height = self.width = 0.0
        self.length = sum([units(chunk.text) for chunk in chunks])
        self._kind = kind
        self._styles = styles
        self._inlays = inlays
        text = "".join([chunk.text for chunk in chunks])
        self.turned = not kind.code and right_to_left(text)
        self._mixed = self.turned or turns(text)
        self._layout = QTextLayout(self._inner_text(text), styles.font(kind.size, mono=kind.mono, bold=kind.bold))
        self._layout.setTextOption(_option(kind, styles, turned=self.turned))
        self._layout.setCacheEnabled(True)
        self._layout.setFormats(self._ranges())
        self._lines: list[QTextLine] = []
        self._tops: list[float] = []

    def lay(self, width: float, *, first: float = 0.0) -> None:
        """Breaks the lines; the first begins ``first`` pixels further in."""
        metrics = self._styles.metrics(self._kind.size, mono=self._kind.mono, bold=self._kind.bold)
        pitch = self._styles.px(self._kind.line)
        above = round((pitch - metrics.height()) / 2 + metrics.ascent())
        self._lines, self._tops = [], [0.0]
        layout, top, offset, widest = self._layout, 0.0, first, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            room = max(width - offset, 1.0)
            line.setLineWidth(room)
            over, under = self._excess(line, above, pitch) if self._inlays else (0.0, 0.0)
            line.setPosition(QPointF(0.0 if self.turned else offset, top + over + above - line.ascent()))
            top += pitch + over + under
            widest = max(widest, line.naturalTextWidth() + offset)
            offset = 0.0
            self._lines.append(line)
            self._tops.append(top)
        layout.endLayout()
        self.height, self.width = top, widest

    @property
    def line_count(self) -> int:
        return len(self._lines)

    def draw(self, painter: QPainter, clip: QRectF, selected: Stretch | None = None) -> None:
        """The letters, in the painter's pen where their look names no ink."""
        if self._styles.on_paper:
            self._draw_lines(painter, clip)
            return
        selections = self._chosen(selected) if selected is not None else []
        self._layout.draw(painter, QPointF(self.x, self.y), selections, clip)
        for inlay in self._inlays:
            self._draw_inlay(painter, inlay, selected)

    def _draw_lines(self, painter: QPainter, clip: QRectF) -> None:
        """Those within the clip alone: Qt's layout draws the one above it too, which a search would find twice."""
        for number, line in enumerate(self._lines):
            if self.y + self._tops[number] < clip.bottom() and self.y + self._tops[number + 1] > clip.top():
                line.draw(painter, QPointF(self.x, self.y))
        for inlay in self._inlays:
            if clip.top() < self.place_of(inlay.start).bottom() and self.place_of(inlay.start).top() < clip.bottom():
                self._draw_inlay(painter, inlay, None)

    def places(self, start: int, end: int) -> Iterator[QRectF]:
        """Where [start, end) stands: rectangles as tall as their lines."""
        if start >= end or end <= 0 or start >= self.length:
            return
        first, last = self._inner(max(start, 0)), self._inner_end(min(end, self.length))
        for number in range(self._number(first), len(self._lines)):
            line = self._lines[number]
            one, other = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if line.textStart() >= last:
                return
            if one < other:
                top = self.y + self._tops[number]
                height = self._tops[number + 1] - self._tops[number]
                for left, right in self._extents(line, one, other):
                    yield QRectF(self.x + left, top, right - left, height)

    def place_of(self, position: int) -> QRectF:
        """Where a cursor in front of the position stands."""
        inner = self._inner(min(max(position, 0), self.length))
        number = self._number(inner)
        top = self._tops[number]
        return QRectF(self.x + _x_of(self._lines[number], inner), self.y + top, 0.0, self._tops[number + 1] - top)

    def position_at(self, point: QPointF) -> int:
        """The position nearest to the point, in the line nearest to it."""
        number = min(max(bisect_right(self._tops, point.y() - self.y) - 1, 0), len(self._lines) - 1)
        return self._outer(self._lines[number].xToCursor(point.x() - self.x))

    def line_at(self, position: int) -> Stretch:
        line = self._lines[self._number(self._inner(min(max(position, 0), self.length)))]
        return Stretch(self._outer(line.textStart()), self._outer(line.textStart() + line.textLength()))

    @property
    def tops(self) -> Sequence[float]:
        """Where its lines begin, from the top of the sheet; at the end where the last one ends."""
        return [self.y + top for top in self._tops]

    def baseline(self, number: int) -> float:
        """Of a line, from the top of the sheet."""
        line = self._lines[number]
        return self.y + line.y() + line.ascent()

    def is_near(self, point: QPointF) -> bool:
        """Whether a line's letters are under the point, or a few pixels beside it."""
        at = point.y() - self.y
        if not 0 <= at < self.height:
            return False
        line = self._lines[min(bisect_right(self._tops, at) - 1, len(self._lines) - 1)]
        place = line.naturalTextRect()
        return place.left() - 8 <= point.x() - self.x <= place.right() + 8

    def _number(self, inner: int) -> int:
        """The line in which the position stands; at a break the one that begins there."""
        low, high = 0, len(self._lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self._lines[middle].textStart() <= inner:
                low = middle
            else:
                high = middle - 1
        return low

    def _extents(self, line: QTextLine, start: int, end: int) -> Iterator[tuple[float, float]]:
        """From left to right [start, end) takes these parts of the line."""
        if not self._mixed:
            left, right = _x_of(line, start), _x_of(line, end)
            right = min(right, line.x() + line.naturalTextWidth())
            if right > left:
                yield left, right
            return
        parts = sorted(sorted((_x_of(line, at), _x_of(line, at, QTextLine.Edge.Trailing))) for at in range(start, end))
        while parts:
            left, right = parts.pop(0)
            while parts and parts[0][0] <= right + 0.1:
                right = max(right, parts.pop(0)[1])
            if right > left:
                yield left, right

    # A formula is one letter to Qt

    def _inner_text(self, text: str) -> str:
        if not self._inlays:
            return text
        encoded, done, parts = text.encode("utf-16-le"), 0, []
        for inlay in self._inlays:
            parts += [encoded[2 * done : 2 * inlay.start], _STAND_IN.encode("utf-16-le")]
            done = inlay.end
        return b"".join([*parts, encoded[2 * done :]]).decode("utf-16-le")

    def _inner(self, position: int) -> int:
        moved = 0
        for inlay in self._inlays:
            if position <= inlay.start:
                break
            moved += (inlay.end - inlay.start - 1) if position >= inlay.end else position - inlay.start
        return position - moved

    def _inner_end(self, position: int) -> int:
        """As ``_inner``, but what ends within a formula ends behind it."""
        inside = any(inlay.start < position < inlay.end for inlay in self._inlays)
        return self._inner(position) + inside

    def _outer(self, inner: int) -> int:
        for inlay in self._inlays:
            if inner <= inlay.start:
                break
            inner += inlay.end - inlay.start - 1
        return inner

    def _ranges(self) -> list[QTextLayout.FormatRange]:
        ranges, position = [], 0
        for chunk in self.chunks:
            end = position + units(chunk.text)
            inlay = next((inlay for inlay in self._inlays if inlay.start == position and end > position), None)
            if inlay is not None:
                ranges.append(self._range(position, end, _room_for(inlay.picture, self._styles, self._kind)))
            elif end > position and chunk.look != _DEFAULT:
                ranges.append(self._range(position, end, self._styles.char(chunk.look)))
            position = end
        return ranges

    def _range(self, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start = self._inner(start)
        made.length = self._inner(end) - made.start
        made.format = form
        return made

    def _chosen(self, selected: Stretch) -> list[QTextLayout.FormatRange]:
        """The letters that are selected, without those that only keep a formula's place."""
        start, end = max(selected.start, 0), min(selected.end, self.length)
        form, ranges = _lettered(self._styles.colours.page), []
        for inlay in self._inlays:
            if start < min(inlay.start, end):
                ranges.append(self._range(start, min(inlay.start, end), form))
            start = max(start, inlay.end)
        if start < end:
            ranges.append(self._range(start, end, form))
        return ranges

    def _excess(self, line: QTextLine, above: float, pitch: float) -> tuple[float, float]:
        """How much more room a line with tall pictures needs above and below."""
        first, last = self._outer(line.textStart()), self._outer(line.textStart() + line.textLength())
        inside = [inlay.picture for inlay in self._inlays if first <= inlay.start < last]
        over = max([picture.ascent - above + _AIR for picture in inside], default=0.0)
        under = max([picture.descent - (pitch - above) + _AIR for picture in inside], default=0.0)
        return max(round(over), 0), max(round(under), 0)

    def _draw_inlay(self, painter: QPainter, inlay: Inlay, selected: Stretch | None) -> None:
        inner = self._inner(inlay.start)
        number = self._number(inner)
        chosen = selected is not None and selected.start <= inlay.start and selected.end >= inlay.end
        colour = QColor(self._styles.colours.page) if chosen else painter.pen().color()
        line = self._lines[number]
        left = min(_x_of(line, inner), _x_of(line, inner, QTextLine.Edge.Trailing))
        inlay.picture.paint(painter, self.x + left, self.baseline(number), colour)


def _option(kind: Type, styles: Styles, *, turned: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap if kind.code else _WRAP)
    option.setAlignment(_ALIGN[kind.align or ("right" if turned else "left")])
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight)
    if kind.code:
        option.setTabStopDistance(TAB * styles.metrics(kind.size, mono=True).horizontalAdvance("0"))
    return option


def _room_for(picture: Picture, styles: Styles, kind: Type) -> QTextCharFormat:
    """The stand-in letter as wide as the picture, and not to be seen."""
    form = QTextCharFormat()
    metrics = styles.metrics(kind.size, mono=kind.mono, bold=kind.bold)
    form.setForeground(Qt.GlobalColor.transparent)
    form.setFontLetterSpacingType(form.fontLetterSpacingType().AbsoluteSpacing)
    form.setFontLetterSpacing(picture.width - metrics.horizontalAdvance(_STAND_IN))
    return form


def _lettered(colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    return form


def _x_of(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    x: Any = line.cursorToX(position, edge)  # PySide gives (x, position), its stubs say otherwise
    return float(x[0])
