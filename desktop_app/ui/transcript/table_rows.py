"""The rows of a table as they are measured and laid out: measured in slices, laid out where they are seen."""

from __future__ import annotations

import math
from bisect import bisect_right
from itertools import accumulate

from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.looks import Chunk, Styles
from desktop_app.ui.transcript.passage import Passage, Type
from desktop_app.ui.transcript.plain import LINE_BREAK
from desktop_app.ui.transcript.table_composition import TableComposition
from desktop_app.ui.transcript.table_widths import column_widths

_KEPT = 120
"""Rows laid out that are kept."""


class TableRows:
    """``widths`` of the columns without their padding; ``tops`` of the rows from the table's, and its foot.

    A row that has not been measured yet counts as one line.
    """

    def __init__(self, composition: TableComposition, styles: Styles, room: float) -> None:
        self.widths: list[float] = []
        self.tops: list[float] = []
        self._composition = composition
        self._styles = styles
        self._room = room
        self._natural: list[list[float]] = []
        self._wanted = [0.0] * composition.columns
        self._lines: list[int] = []
        self._laid: dict[int, list[Passage]] = {}
        self.settle()

    @property
    def unmeasured(self) -> bool:
        return len(self._lines) < len(self._composition.rows)

    def become(self, composition: TableComposition) -> bool:
        """The same table with more rows, or others at its end; false where it is another table."""
        before, self._composition = self._composition, composition
        if before.columns != composition.columns or before.shape.alignments != composition.shape.alignments:
            return False
        pairs = zip(before.rows, composition.rows, strict=False)
        same = next((at for at, (old, new) in enumerate(pairs) if old is not new and old != new), len(before.rows))
        same = min(same, len(composition.rows))
        self._forget(same)
        return True

    def set_room(self, room: float) -> None:
        self._room = room
        self.settle()

    def measure(self) -> None:
        """The next row that is not measured yet."""
        row = self._composition.rows[len(self._natural)] if len(self._natural) < len(self._composition.rows) else None
        if row is not None:
            self._natural.append([self._width(cell) for cell in row.cells])
            self._wanted = [max(pair) for pair in zip(self._wanted, self._natural[-1], strict=True)]
        if len(self._lines) < len(self._natural):
            self._lines.append(self._count(len(self._lines)))

    def settle(self) -> bool:
        """Widths and heights from what has been measured; whether the widths are others now."""
        before, self.widths = self.widths, column_widths(self._wanted, self._room, self._styles.zoom)
        if before != self.widths:
            self._laid.clear()
            self._lines = [self._count(row) for row in range(len(self._lines))]
        known = len(self._lines)
        line, pad = self._styles.px(measures.CELL_LINE), 2 * self._styles.px(measures.CELL_ABOVE) + 1
        heights = [round(lines * line + pad) for lines in self._lines]
        heights += [round(line + pad)] * (len(self._composition.rows) - known)
        self.tops = list(accumulate(heights, initial=0.0))
        return before != self.widths

    def row_at(self, y: float) -> int:
        return min(max(bisect_right(self.tops, y) - 1, 0), len(self._composition.rows) - 1)

    def passages(self, row: int) -> list[Passage]:
        """The row's cells laid out; where they stand is the caller's to say."""
        laid = self._laid.get(row)
        if laid is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            laid = self._laid[row] = [self._passage(row, column) for column in range(self._composition.columns)]
        return laid

    def _passage(self, row: int, column: int) -> Passage:
        align = self._composition.shape.alignments[column]
        kind = Type(measures.CELL, measures.CELL_LINE, align=align, bold=False)
        passage = Passage(self._composition.rows[row].cells[column], kind, self._styles)
        passage.lay(math.ceil(self.widths[column]))
        return passage

    def _count(self, row: int) -> int:
        """The lines of the row's tallest cell."""
        most = 1
        for column, natural in enumerate(self._natural[row]):
            cell = self._composition.rows[row].cells[column]
            if natural > self.widths_or_wanted(column) or any(LINE_BREAK in chunk.text for chunk in cell):
                most = max(most, self._passage(row, column).line_count)
        return most

    def widths_or_wanted(self, column: int) -> float:
        return self.widths[column] if self.widths else self._wanted[column]

    def _width(self, cell: tuple[Chunk, ...]) -> float:
        """How wide the cell would be in one line."""
        width = widest = 0.0
        for chunk in cell:
            look = chunk.look
            metrics = self._styles.metrics(look.size, mono=look.mono, bold=look.bold)
            first, *more = chunk.text.split(LINE_BREAK)
            width += metrics.horizontalAdvance(first)
            for part in more:
                widest, width = max(widest, width), metrics.horizontalAdvance(part)
        return math.ceil(max(widest, width)) + 1

    def _forget(self, row: int) -> None:
        """What is known of this row and those below it."""
        del self._natural[row:]
        del self._lines[row:]
        self._laid = {number: laid for number, laid in self._laid.items() if number < row}
        columns = self._composition.columns
        self._wanted = [max([0.0, *[row[column] for row in self._natural]]) for column in range(columns)]
