"""The rows of a table as they are measured and laid out: measured in slices, laid out where they are seen."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
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

    A row counts as one line until it has been measured, and as what it was while the widths change.
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
        self._counted = 0
        self._laid: dict[int, list[Passage]] = {}
        self.settle()

    @property
    def unmeasured(self) -> bool:
        return self._counted < len(self._composition.rows)

    def become(self, composition: TableComposition) -> bool:
        """The same table with more rows, or others at its end; false where it is another table."""
        before, self._composition = self._composition, composition
        if before.columns != composition.columns or before.shape.alignments != composition.shape.alignments:
            return False
        pairs = zip(before.rows, composition.rows, strict=False)
        same = next((at for at, (old, new) in enumerate(pairs) if old is not new and old != new), len(before.rows))
        self._forget(min(same, len(composition.rows)))
        return True

    def set_room(self, room: float) -> None:
        self._room = room
        self.settle()

    def measure(self, enough: Callable[[], bool]) -> None:
        """Finds how wide the cells are, and then, in widths that are settled, how tall; until it is enough."""
        rows = self._composition.rows
        while len(self._natural) < len(rows) and not enough():
            row = [self._width(cell) for cell in rows[len(self._natural)].cells]
            self._natural.append(row)
            self._wanted = [max(pair) for pair in zip(self._wanted, row, strict=True)]
        self.settle()
        while self._counted < len(self._natural) and not enough():
            self._lines[self._counted] = self._count(self._counted)
            self._counted += 1
        self._stack()

    def settle(self) -> None:
        """The widths from what is known of the cells; where they change, the heights have to be found anew."""
        before, self.widths = self.widths, column_widths(self._wanted, self._room, self._styles.zoom)
        if before != self.widths:
            self._laid.clear()
            self._counted = 0
        self._stack()

    def _stack(self) -> None:
        count = len(self._composition.rows)
        self._lines = (self._lines + [1] * (count - len(self._lines)))[:count]
        line, pad = self._styles.px(measures.CELL_LINE), 2 * self._styles.px(measures.CELL_ABOVE) + 1
        self.tops = list(accumulate([round(lines * line + pad) for lines in self._lines], initial=0.0))

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
            if natural > self.widths[column] or any(LINE_BREAK in chunk.text for chunk in cell):
                most = max(most, self._passage(row, column).line_count)
        return most

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
        self._counted = min(self._counted, row)
        self._laid = {number: laid for number, laid in self._laid.items() if number < row}
        columns = self._composition.columns
        self._wanted = [max([0.0, *[row[column] for row in self._natural]]) for column in range(columns)]
