"""The rows of a table as they are measured and laid out: measured in slices, laid out where they are seen."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate

from desktop_app.ui.transcript.compositions.mapping import placed
from desktop_app.ui.transcript.compositions.table_composition import TableComposition, common
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import Chunk, Styles
from desktop_app.ui.transcript.looks.plain import LINE_BREAK
from desktop_app.ui.transcript.sheets.formula_picture import formulas_ready, inlays_of
from desktop_app.ui.transcript.sheets.passage import Inlay, Passage, Type
from desktop_app.ui.transcript.sheets.table_widths import column_widths

_KEPT = 120
"""Rows laid out that are kept."""
_TOGETHER = 100
"""Rows whose formulas are waited for together: not all are kept of a table that has thousands."""


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
        self._widest: list[list[float]] = []  # of each row and all above it
        self._heights: list[float] = []
        self._stacked = 0
        self._waiting: set[int] = set()
        self._counted = 0
        self._laid: dict[int, list[Passage]] = {}
        self.settle()

    @property
    def unmeasured(self) -> bool:
        return self._counted < len(self._composition.rows)

    def become(self, composition: TableComposition) -> bool:
        """The same table with more rows, or others at its end; false where it is another table."""
        before, self._composition = self._composition, composition
        same_columns = before.shape.alignments == composition.shape.alignments and before.turned == composition.turned
        if not same_columns:
            return False
        known = common(before.rows, composition.rows)
        pairs = zip(before.rows[known:], composition.rows[known:], strict=False)
        same = next((at for at, (old, new) in enumerate(pairs, known) if old != new), len(before.rows))
        self._forget(min(same, len(composition.rows)))
        return True

    @property
    def waiting(self) -> bool:
        """Whether formulas in it have not been set yet."""
        return bool(self._waiting)

    def look_again(self) -> bool:
        """Whether the first of these formulas have been set; if so their rows are measured anew."""
        rows = [self._composition.rows[row] for row in sorted(self._waiting)[:_TOGETHER]]
        if not rows or not all(formulas_ready(cell) for row in rows for cell in row.cells):
            return False
        self._forget(min(self._waiting))
        return True

    def set_room(self, room: float) -> None:
        self._room = room
        self.settle()

    def measure(self, enough: Callable[[], bool]) -> None:
        """Finds how wide the cells are, and then, in widths that are settled, how tall; until it is enough."""
        rows = self._composition.rows
        while len(self._natural) < len(rows) and not enough():
            number = len(self._natural)
            row = [self._width(cell, number) for cell in rows[number].cells]
            self._widest.append([max(pair) for pair in zip(self._wanted, row, strict=True)])
            self._natural.append(row)
        self.settle()
        while self._counted < len(self._natural) and not enough():
            height = self._height(self._counted)
            if height != self._heights[self._counted]:
                self._heights[self._counted] = height
                self._stacked = min(self._stacked, self._counted)
            self._counted += 1
        self._stack()

    def settle(self) -> None:
        """The widths from what is known of the cells; where they change, the heights have to be found anew."""
        before, self.widths = self.widths, column_widths(self._wanted, self._room, self._styles.zoom)
        if before != self.widths:
            self._laid.clear()
            self._counted = 0
        self._stack()

    @property
    def _wanted(self) -> list[float]:
        return self._widest[-1] if self._widest else [0.0] * self._composition.columns

    def _stack(self) -> None:
        """Sums up the heights, from the first one that is another."""
        count = len(self._composition.rows)
        line, pad = self._styles.px(measures.CELL_LINE), 2 * self._styles.px(measures.CELL_ABOVE) + 1
        self._heights += [line] * (count - len(self._heights))
        first = self.tops[self._stacked] if self.tops else 0.0
        del self.tops[self._stacked :]
        self.tops += accumulate([round(height + pad) for height in self._heights[self._stacked :]], initial=first)
        self._stacked = count

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

    def drops(self, row: int) -> list[float]:
        """How far each cell stands lower, so that the first lines of all have one baseline."""
        if not any(_has_maths(cell) for cell in self._composition.rows[row].cells):
            return [0.0] * self._composition.columns
        return _drops(self.passages(row))

    def _passage(self, row: int, column: int) -> Passage:
        align = self._composition.shape.alignments[column] or ("right" if self._composition.turned else "")
        kind = Type(measures.CELL, measures.CELL_LINE, align=align, bold=False)
        cell = self._composition.rows[row].cells[column]
        inlays = inlays_of(cell, self._styles, kind.size)[0] if _has_maths(cell) else ()
        passage = Passage(cell, kind, self._styles, inlays)
        passage.lay(math.ceil(self.widths[column]))
        return passage

    def _height(self, row: int) -> float:
        """Of the row's tallest cell."""
        most = self._styles.px(measures.CELL_LINE)
        if any(_has_maths(cell) for cell in self._composition.rows[row].cells):
            passages = self._to_measure(row)
            return max(one.height + drop for one, drop in zip(passages, _drops(passages), strict=True))
        pairs = zip(self._composition.rows[row].cells, self._natural[row], self.widths, strict=True)
        if all(
            natural <= width and not any(LINE_BREAK in chunk.text for chunk in cell) for cell, natural, width in pairs
        ):
            return most  # as most rows are: nothing has to be laid out to know it
        return max(passage.height for passage in self._to_measure(row))

    def _to_measure(self, row: int) -> list[Passage]:
        """The row laid out; kept near the top, which is what is seen first."""
        if row < _KEPT // 2:
            return self.passages(row)
        return [self._passage(row, column) for column in range(self._composition.columns)]

    def _width(self, cell: tuple[Chunk, ...], row: int) -> float:
        """How wide the cell would be in one line."""
        width = widest = 0.0
        if _has_maths(cell):
            inlays, waiting = inlays_of(cell, self._styles, measures.CELL)
            if waiting:
                self._waiting.add(row)
            else:
                width = sum(inlay.picture.width for inlay in inlays)
                cell = _without(cell, inlays)
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
        del self._widest[row:]
        del self._heights[row:]
        self._stacked = min(self._stacked, row)
        self._waiting = {number for number in self._waiting if number < row}
        self._counted = min(self._counted, row)
        self._laid = {number: laid for number, laid in self._laid.items() if number < row}


def _drops(passages: list[Passage]) -> list[float]:
    baselines = [passage.baseline(0) - passage.y for passage in passages]
    return [max(baselines) - baseline for baseline in baselines]


def _has_maths(cell: tuple[Chunk, ...]) -> bool:
    return any(chunk.look.maths for chunk in cell)


def _without(cell: tuple[Chunk, ...], inlays: list[Inlay]) -> tuple[Chunk, ...]:
    """The chunks that stand there as text."""
    taken = {inlay.start for inlay in inlays}
    return tuple(chunk for position, chunk in placed(cell) if position not in taken or not chunk.look.maths)
