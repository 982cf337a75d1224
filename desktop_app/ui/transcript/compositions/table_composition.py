"""A table as a plain value: its cells row by row, a tab between two of them and a line end after each row."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
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
_MOST_KEPT: Final = 3000


class TableShape(NamedTuple):
    """Pixels at a zoom of 1; ``alignments`` are "left", "center", "right" or "", one for each column."""

    message_id: str
    indent: int = 0
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    top: int = measures.CARD_GAP
    alignments: tuple[str, ...] = ()


class CellRow(NamedTuple):
    """``cells`` as chunks; ``starts`` their positions from the row's; ``length`` without the line's end."""

    cells: tuple[tuple[Chunk, ...], ...]
    starts: tuple[int, ...]
    text: str
    length: int


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

    def __init__(self, shape: TableShape, rows: tuple[CellRow, ...]) -> None:
        self.shape = shape
        self.rows = rows

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
    def starts(self) -> list[int]:
        """Where each row begins, and where one more would."""
        return list(accumulate([row.length + 1 for row in self.rows], initial=0))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return links_of(self._placed)

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
        return stretches_of(self._placed, start, end)

    def source_range(self, start: int, end: int) -> tuple[int, int] | None:
        return source_of(self._placed, start, end)

    def plain(self, start: int, end: int) -> str:
        return cut(self.text, start, end).replace(LINE_BREAK, "\n")

    @cached_property
    def _placed(self) -> list[Placed]:
        return [
            one
            for start, row in zip(self.starts, self.rows, strict=False)
            for at, cell in zip(row.starts, row.cells, strict=True)
            for one in placed(cell, start + at)
        ]


def compose_table(block: Block, shape: TableShape) -> TableComposition:
    """``shape`` without its alignments, which are the block's."""
    columns = max([len(row.cells) for row in block.rows], default=1)
    alignments = (*block.alignments, *[""] * columns)[:columns]
    rows = tuple(_cell_row(row, columns, shape.message_id) for row in block.rows)
    return TableComposition(shape._replace(alignments=alignments), rows)


_KEPT: dict[tuple[int, int, str], tuple[Row, CellRow]] = {}
"""By the identity of the row, which is kept with it: a table that grows brings the same rows again and again."""


def _cell_row(row: Row, columns: int, message_id: str) -> CellRow:
    key = (id(row), columns, message_id)
    known = _KEPT.get(key)
    if known is not None and known[0] is row:
        return known[1]
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    made = _made(row, columns, message_id)
    _KEPT[key] = (row, made)
    return made


def _made(row: Row, columns: int, message_id: str) -> CellRow:
    look = _HEADER if row.header else _PLAIN
    cells = [tuple(inline_chunks(cell, look, message_id)) for cell in row.cells]
    cells += [()] * (columns - len(cells))
    texts = [joined_text(cell) for cell in cells]
    starts = list(accumulate([units(text) + 1 for text in texts], initial=0))
    return CellRow(tuple(cells), tuple(starts[:-1]), "\t".join(texts), starts[-1] - 1)
