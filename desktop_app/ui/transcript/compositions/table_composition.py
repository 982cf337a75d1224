"""A table as a plain value: its cells row by row, a tab between two of them and a line end after each row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import is_
from typing import Final, NamedTuple

from desktop_app.markdown.blocks import Block, Row
from desktop_app.ui.transcript.compositions.composition import Link, Stretch
from desktop_app.ui.transcript.compositions.inline import inline_chunks
from desktop_app.ui.transcript.compositions.mapping import (
    Placed,
    cut,
    joined_text,
    links_of,
    placed,
    source_of,
    stretches_of,
)
from desktop_app.ui.transcript.compositions.standing import Bar, Mark
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.bidi import right_to_left
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Kind
from desktop_app.ui.transcript.looks.plain import LINE_BREAK, units

_PLAIN: Final = CharLook(size=measures.CELL)
_HEADER: Final = CharLook(size=measures.CELL, bold=True)
_GROWING: Final = 40
"""Tables that are being written are remembered, so many at most."""


class TableShape(NamedTuple):
    """Pixels at a zoom of 1; ``alignments`` are "left", "center", "right" or "", one for each column."""

    message_id: str
    indent: int = 0
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    top: int = measures.CARD_GAP
    alignments: tuple[str, ...] = ()


class CellRow(NamedTuple):
    """``cells`` as chunks; ``starts`` their positions from the row's; ``length`` without the line's end.

    ``source`` is the place of its first words in the source, -1 where it has none.
    """

    cells: tuple[tuple[Chunk, ...], ...]
    starts: tuple[int, ...]
    text: str
    length: int
    source: int = -1


class Cell(NamedTuple):
    """``start`` and ``end`` are positions of the composition's text."""

    row: int
    column: int
    start: int
    end: int


class TableComposition:
    """``rows`` has the header first; each row has as many cells as there are columns."""

    kind = Kind.TABLE
    continued = False

    def __init__(self, shape: TableShape, rows: tuple[CellRow, ...], starts: list[int] | None = None) -> None:
        self.shape = shape
        self.rows = rows
        self.starts = starts or _starts([], rows)
        """Where each row begins, and where one more would."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TableComposition) and self.shape == other.shape and self.rows == other.rows

    def __hash__(self) -> int:
        return hash((self.shape, len(self.rows)))

    @property
    def columns(self) -> int:
        return len(self.shape.alignments)

    @cached_property
    def turned(self) -> bool:
        """Whether its first column stands at the right, as the words of its head run."""
        return right_to_left(self.rows[0].text)

    @cached_property
    def text(self) -> str:
        return "\n".join([row.text for row in self.rows])

    @cached_property
    def length(self) -> int:
        return self.starts[-1] - 1

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return links_of(self._placed(range(len(self.rows))))

    def links_in(self, row: int) -> tuple[Link, ...]:
        """Those of one row, which is found without looking at the others."""
        return links_of(self._placed(range(row, row + 1)))

    def cell(self, row: int, column: int) -> Cell:
        start = self.starts[row] + self.rows[row].starts[column]
        last = column + 1 == len(self.rows[row].starts)
        end = self.starts[row] + (self.rows[row].length if last else self.rows[row].starts[column + 1] - 1)
        return Cell(row, column, start, end)

    def cell_at(self, position: int) -> Cell:
        row = min(max(bisect_right(self.starts, position) - 1, 0), len(self.rows) - 1)
        column = bisect_right(self.rows[row].starts, position - self.starts[row]) - 1
        return self.cell(row, max(column, 0))

    def estimate(self, width: float) -> float:  # noqa: ARG002 - most cells are one line
        rows = len(self.rows) * (measures.CELL_LINE + 2 * measures.CELL_ABOVE + 1)
        return self.shape.top + rows + measures.BELOW_CARD

    def stretches(self, start: int, end: int) -> list[Stretch]:
        first = max(bisect_right(self._sources, start) - 1, 0)
        return stretches_of(self._placed(range(first, bisect_left(self._sources, end))), start, end)

    def source_range(self, start: int, end: int) -> tuple[int, int] | None:
        rows = range(max(bisect_right(self.starts, start) - 1, 0), min(bisect_left(self.starts, end), len(self.rows)))
        if len(rows) == 1:  # a word that is looked for, of thousands
            at, row = self.starts[rows[0]], self.rows[rows[0]]
            cells = range(max(bisect_right(row.starts, start - at) - 1, 0), bisect_left(row.starts, end - at))
            return source_of(
                (one for cell in cells for one in placed(row.cells[cell], at + row.starts[cell])), start, end
            )
        found = (source_of(self._placed(range(row, row + 1)), start, end) for row in rows)
        first = next(filter(None, found), None)
        found = (source_of(self._placed(range(row, row + 1)), start, end) for row in reversed(rows))
        last = next(filter(None, found), None)
        return (first[0], last[1]) if first is not None and last is not None else None

    def plain(self, start: int, end: int) -> str:
        return cut(self.text, start, end).replace(LINE_BREAK, "\n")

    @cached_property
    def _sources(self) -> list[int]:
        """Where the rows begin in the source; one without words where the one above does."""
        return list(accumulate((row.source for row in self.rows), max))

    def _placed(self, rows: range) -> Iterator[Placed]:
        for number in rows:
            start, row = self.starts[number], self.rows[number]
            for at, cell in zip(row.starts, row.cells, strict=True):
                yield from placed(cell, start + at)


class _Known(NamedTuple):
    rows: tuple[Row, ...]
    composition: TableComposition


_growing: dict[tuple[str, int], _Known] = {}
"""By message and place, while they are open: of a table that grows only the new rows are composed."""


def compose_table(block: Block, shape: TableShape) -> TableComposition:
    """``shape`` without its alignments, which are the block's."""
    key = (shape.message_id, block.start)
    known = _growing.pop(key, None)
    columns = max(len(block.alignments), *(len(row.cells) for row in block.rows[:1]))
    same = 0
    if known is not None and known.composition.columns == columns:
        same = common(known.rows, block.rows)
    columns = max([columns, *(len(row.cells) for row in block.rows[same:])])
    if known is not None and known.composition.columns != columns:
        same = 0
    kept = known.composition if known is not None else None
    made = tuple(_made(row, columns, shape.message_id) for row in block.rows[same:])
    rows = (*kept.rows[:same], *made) if kept is not None else made
    starts = _starts(kept.starts[: same + 1] if kept is not None else [], made)
    alignments = (*block.alignments, *[""] * columns)[:columns]
    composition = TableComposition(shape._replace(alignments=alignments), rows, starts)
    if not block.closed:
        if len(_growing) >= _GROWING:
            _growing.pop(next(iter(_growing)))
        _growing[key] = _Known(block.rows, composition)
    return composition


def common(before: Sequence[object], after: Sequence[object]) -> int:
    """How many of the first are the very same things in both."""
    same = bytes(map(is_, before, after))
    differs = same.find(0)
    return len(same) if differs < 0 else differs


def _starts(before: list[int], rows: Sequence[CellRow]) -> list[int]:
    """Goes on with positions where rows begin; the last of them is where the first of these does."""
    first = before.pop() if before else 0
    return [*before, *accumulate([row.length + 1 for row in rows], initial=first)]


def _made(row: Row, columns: int, message_id: str) -> CellRow:
    look = _HEADER if row.header else _PLAIN
    cells = [tuple(inline_chunks(cell, look, message_id)) for cell in row.cells]
    cells += [()] * (columns - len(cells))
    texts = [joined_text(cell) for cell in cells]
    starts = list(accumulate([units(text) + 1 for text in texts], initial=0))
    source = min([chunk.start for cell in cells for chunk in cell if chunk.start >= 0], default=-1)
    return CellRow(tuple(cells), tuple(starts[:-1]), "\t".join(texts), starts[-1] - 1, source)
