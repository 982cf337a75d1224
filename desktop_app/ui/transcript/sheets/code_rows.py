"""The rows of a code block where they stand: laid out as they come into sight, in their colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.transcript.compositions.composition import Stretch
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.inks import Ink
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Styles
from desktop_app.ui.transcript.sheets.code_inks import CodeInks
from desktop_app.ui.transcript.sheets.code_lines import CodeLines, Segment
from desktop_app.ui.transcript.sheets.lexing import Coloured
from desktop_app.ui.transcript.sheets.passage import Passage, Type

_TYPE: Final = Type(measures.CODE, measures.CODE_LINE, mono=True, code=True)
_PLAIN: Final = CharLook(size=measures.CODE, mono=True)
_KEPT: Final = 400
"""Rows laid out that are kept."""


class CodeRows:
    """``x`` and ``y`` are the first row's place, scrolled as it is. Positions count from the code's first letter."""

    def __init__(self, code: str, styles: Styles) -> None:
        self.lines = CodeLines(code)
        self.inks = CodeInks()
        self.x = self.y = 0.0
        self._laid: dict[tuple[int, int], Passage] = {}
        self.set_styles(styles)

    def set_styles(self, styles: Styles) -> None:
        self._styles = styles
        self.pitch = styles.px(measures.CODE_LINE)
        self.cell = styles.metrics(measures.CODE, mono=True).horizontalAdvance("0" * 100) / 100
        self._laid.clear()

    @property
    def height(self) -> float:
        return self.pitch * self.lines.row_count

    def become(self, code: str) -> None:
        first = self.lines.become(code)
        self.forget(key[0] for key in list(self._laid) if key[0] >= first)

    def break_at(self, columns: int) -> None:
        """Breaks rows after so many letters; 0: not at all."""
        if columns != self.lines.columns:
            self.lines.break_at(columns)
            self._laid.clear()

    def forget(self, lines: Iterable[int]) -> None:
        """These look otherwise now."""
        gone = set(lines)
        self._laid = {key: passage for key, passage in self._laid.items() if key[0] not in gone}

    @property
    def laid_out(self) -> int:
        """How many rows are, now."""
        return len(self._laid)

    def passage(self, segment: Segment) -> Passage:
        """The segment laid out, where it stands now."""
        key = (segment.line, segment.start)
        passage = self._laid.get(key)
        if passage is None:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            passage = self._laid[key] = Passage(self._chunks(segment), _TYPE, self._styles)
            passage.lay(1.0)
        passage.x = self.x + segment.cell * self.cell
        passage.y = self.y + segment.row * self.pitch
        return passage

    def first(self, segment: Segment) -> int:
        """The segment's first position."""
        return self.lines.start_of(segment.line) + self.lines.offset_of(segment)

    def position_at(self, point: QPointF) -> int:
        row = min(max(int((point.y() - self.y) // self.pitch), 0), self.lines.row_count - 1)
        segments = list(self.lines.in_rows(row, row))
        found = segments[0]
        for segment in segments[1:]:
            if self.passage(segment).x > point.x():
                break
            found = segment
        return self.first(found) + self.passage(found).position_at(point)

    def place_of(self, position: int) -> QRectF:
        segment = self.segment_at(position)
        return self.passage(segment).place_of(position - self.first(segment))

    def row_at(self, position: int) -> Stretch:
        """The line, or where lines are broken the part of it, that holds the position."""
        if not self.lines.columns:
            line = self.lines.line_of(position)
            return Stretch(self.lines.start_of(line), self.lines.end_of(line))
        segment = self.segment_at(position)
        first = self.first(segment)
        return Stretch(first, first + self.passage(segment).length)

    def segment_at(self, position: int) -> Segment:
        line = self.lines.line_of(position)
        return self.lines.segment_at(line, position - self.lines.start_of(line))

    def places(self, rows: Iterable[Segment], start: int, end: int) -> Iterator[QRectF]:
        """Of those rows; a line whose end is within reaches a little beyond its letters."""
        for segment in rows:
            first, passage = self.first(segment), self.passage(segment)
            if start <= first + passage.length and end > first:
                yield from passage.places(start - first, end - first)
                last = self.lines.end_of(segment.line)
                if start <= last < end and first + passage.length == last:
                    yield passage.place_of(passage.length).adjusted(0, 0, self.cell / 2, 0)

    def draw(self, painter: QPainter, sight: QRectF, rows: Iterable[Segment], selected: Stretch | None) -> None:
        painter.setPen(QColor(self._styles.colours.ink))
        for segment in rows:
            first = self.first(segment)
            here = Stretch(selected.start - first, selected.end - first) if selected is not None else None
            self.passage(segment).draw(painter, sight, here)

    def draw_numbers(self, painter: QPainter, rows: Iterable[Segment], right: float) -> None:
        """Beside the first row of each line; they end at ``right``."""
        painter.setFont(self._styles.font(measures.CODE, mono=True))
        painter.setPen(QColor(self._styles.colours.muted))
        metrics = self._styles.metrics(measures.CODE, mono=True)
        lift = (self.pitch - metrics.height()) / 2 + metrics.ascent()
        for segment in rows:
            if segment.start == 0:
                number = str(segment.line + 1)
                x = right - metrics.horizontalAdvance(number)
                painter.drawText(QPointF(x, self.y + segment.row * self.pitch + lift), number)

    def is_near(self, segment: Segment, left: float, right: float) -> bool:
        """Whether a segment of a very long line is between these places."""
        if segment.start == 0 and segment.end == len(self.lines.texts[segment.line]):
            return True
        begin = self.x + segment.cell * self.cell
        return begin < right and begin + 2 * (segment.end - segment.start) * self.cell > left

    def _chunks(self, segment: Segment) -> list[Chunk]:
        text, parts = self.lines.texts[segment.line], self.inks.parts
        known = parts[segment.line] if segment.line < len(parts) else []
        return list(_coloured(text, known, segment.start, segment.end))


def _coloured(text: str, known: list[Coloured], start: int, end: int) -> Iterator[Chunk]:
    """[start, end) of a line as chunks in its colours."""
    done = start
    for part in known:
        first, last = max(part.start, done), min(part.start + part.length, end)
        if first >= last:
            continue
        if first > done:
            yield Chunk(text[done:first], _PLAIN)
        look = _PLAIN if part.ink is Ink.INK and not part.bold and not part.italic else _look(part)
        yield Chunk(text[first:last], look)
        done = last
    if done < end or start == end:
        yield Chunk(text[done:end], _PLAIN)


def _look(part: Coloured) -> CharLook:
    return _PLAIN._replace(ink=part.ink, bold=part.bold, italic=part.italic)
