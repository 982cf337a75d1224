"""The lines of a code block and the rows they are set in: found at once for thousands, laid out only in sight.

All is counted in letters of one width, which costs nothing; what letters of other scripts really take is known where
they are laid out. A row is a line, or part of one where long lines are broken; a row longer than anyone reads is laid
out in segments.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from desktop_app.ui.transcript.looks.plain import points, units
from desktop_app.ui.transcript.sheets.passage import TAB

_SEGMENT = 1000
_WIDE = "\u1100"
"""From here on a letter counts as two."""


class Segment(NamedTuple):
    """Code points [start, end) of line ``line``, in row ``row`` of the block, ``cell`` letters from the row's left."""

    line: int
    row: int
    start: int
    end: int
    cell: int


class CodeLines:
    """``texts`` without their ends; ``widest`` in letters; ``columns`` is where rows are broken, 0 for nowhere."""

    def __init__(self, code: str) -> None:
        self.columns = 0
        self._rows: list[int] = []
        self._code = ""
        self._read(code)

    @property
    def row_count(self) -> int:
        return self._rows[-1] if self.columns else len(self.texts)

    def become(self, code: str) -> int:
        """Other code; gives the first line that is not as it was. What only comes at the end costs only itself."""
        if not code.startswith(self._code) or not self._code:
            self._read(code)
            return 0
        first, more = len(self.texts) - 1, code[len(self._code) :].split("\n")
        self._code = code
        more[0] = self.texts.pop() + more[0]
        self._add(more, self._starts.pop())
        return first

    def break_at(self, columns: int) -> None:
        """Breaks rows after so many letters; 0: not at all."""
        if columns != self.columns:
            self.columns = columns
            self._count_rows(0)

    def line_of(self, position: int) -> int:
        """The line that holds a position of the code."""
        return max(bisect_right(self._starts, position) - 1, 0)

    def start_of(self, line: int) -> int:
        """The position at which a line begins."""
        return self._starts[line]

    def end_of(self, line: int) -> int:
        """The position behind a line's last letter."""
        return self._starts[line] + units(self.texts[line])

    def in_rows(self, first: int, last: int) -> Iterator[Segment]:
        """All segments of rows first to last."""
        line = self._line_of_row(max(first, 0))
        while line < len(self.texts) and self._first_row(line) <= last:
            for segment in self.segments(line):
                if first <= segment.row <= last:
                    yield segment
            line += 1

    def segments(self, line: int) -> list[Segment]:
        text, row = self.texts[line], self._first_row(line)
        if self.columns:
            cuts = self._cuts(text)
            return [Segment(line, row + n, a, b, 0) for n, (a, b) in enumerate(pairwise(cuts))]
        if len(text) <= 2 * _SEGMENT:
            return [Segment(line, row, 0, len(text), 0)]
        segments, cell = [], 0
        for start in range(0, len(text), _SEGMENT):
            part = text[start : start + _SEGMENT]
            segments.append(Segment(line, row, start, start + len(part), cell))
            cell += _cells(part, cell)
        return segments

    def segment_at(self, line: int, offset: int) -> Segment:
        """The one that holds the line's position ``offset``."""
        point = points(self.texts[line], offset)
        segments = self.segments(line)
        return segments[max(bisect_right(segments, point, key=lambda one: one.start) - 1, 0)]

    def offset_of(self, segment: Segment) -> int:
        """The position of the segment's first letter within its line."""
        return units(self.texts[segment.line][: segment.start])

    def _read(self, code: str) -> None:
        self._code = code
        self.texts: list[str] = []
        self._starts: list[int] = []
        self.widest = 0
        self._add(code.split("\n"), 0)

    def _add(self, texts: list[str], start: int) -> None:
        first = len(self.texts)
        self.texts += texts
        starts = list(accumulate([units(text) + 1 for text in texts], initial=start))
        self._starts += starts[:-1]
        self.widest = max(self.widest, *[_cells(text) for text in texts])
        self._count_rows(first)

    def _count_rows(self, first: int) -> None:
        if not self.columns:
            self._rows = []
            return
        columns = self.columns
        del self._rows[first + 1 :]
        total = self._rows[-1] if self._rows else 0
        self._rows = self._rows or [0]
        for text in self.texts[first:]:
            plain = text.isascii() and "\t" not in text
            total += max(-(-len(text) // columns), 1) if plain else len(self._cuts(text)) - 1
            self._rows.append(total)

    def _first_row(self, line: int) -> int:
        return self._rows[line] if self.columns else line

    def _line_of_row(self, row: int) -> int:
        return max(bisect_right(self._rows, row) - 1, 0) if self.columns else row

    def _cuts(self, text: str) -> list[int]:
        """Where the line is cut into rows, its ends included."""
        columns = self.columns
        if text.isascii() and "\t" not in text:
            return [*range(0, max(len(text), 1), columns), len(text)]
        cuts, cell = [0], 0
        for at, letter in enumerate(text):
            wide = TAB - cell % TAB if letter == "\t" else 2 if letter >= _WIDE else 1
            if cell + wide > columns and at > cuts[-1]:
                cuts.append(at)
                cell = 0
            cell += wide
        return [*cuts, len(text)]


def _cells(text: str, begin: int = 0) -> int:
    """How many letters of the usual width the text is about as wide as, where it begins at letter ``begin``."""
    if "\t" in text:
        text = (" " * (begin % TAB) + text).expandtabs(TAB)[begin % TAB :]
    return len(text) if text.isascii() else sum([2 if letter >= _WIDE else 1 for letter in text])
