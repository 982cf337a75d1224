"""Markdown that grows, for one who looks at it: of a block that goes on for pages only the newest lines are read again.

``BlockStream`` gives a list, a quotation or a paragraph when it has ended, and reads all of it again until then. Here
the blocks within one that is open are given as soon as the next has begun, a paragraph of more than some thousand
characters in parts, and of a table the rows are kept; what was given is then left out of the open end (``heads``).

So two things are otherwise than in ``parse``: in an open unit that has become long, a link uses only definitions that
stand before it, and in a paragraph that has become long, a mark whose partner is thousands of letters away is a letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind
from desktop_app.markdown.cuts import PART, before, behind, cuts
from desktop_app.markdown.heads import Leaf, heads, last_leaf
from desktop_app.markdown.parser import Outline
from desktop_app.markdown.stream import BlockStream, Update, is_final, unit_blocks

_LONG = PART + PART // 4
"""Characters of an open end from which on something of it is given and left out."""
_LINE = 1000
"""From this length on a line is read before it has ended."""
_UNSURE = 80
"""So many of its last characters are left for the next time."""
_AGAIN = 8
"""Where nothing can be left out, it is tried again when the open end has grown by such a part."""
_WORTH = 200
"""Fewer characters than these are not left out."""
_ROWS = 4
"""Lines of a table from which on rows are."""
_REMEMBERED = 300


class _Part(NamedTuple):
    """What may be given next: ``closed``, which end by the place ``given``; of the source all from ``kept`` on stays.

    ``leaf`` is the block that goes on, ``within``: the rest begins in the middle of it. ``table`` holds the rows of it
    that are left out. ``sure``: the rest reads, letter by letter, as it does behind what is given.
    """

    leaf: Leaf
    block: Block
    given: int
    closed: tuple[Block, ...] = ()
    within: bool = True
    sure: bool = True
    table: Block | None = None


class _Short(NamedTuple):
    """A text that reads at its end as a longer one does; ``lines`` of it are made up."""

    text: str
    lines: int
    outline: Outline


class PartStream(BlockStream):
    """What it gives belongs together as ``Block.continues`` tells; a table that is open comes whole each time.

    ``base`` is the place in the source at which the text begins.
    """

    def __init__(self, base: int = 0) -> None:
        super().__init__(keeps_source=False)
        self.base = base
        self._given = -1  # what ends by this place has been given, or is kept
        self._table: Block | None = None  # the rows that are left out of the table that is open
        self._numbers: list[int] = []  # of the ordered lists around, which the made-up lines would count from elsewhere
        self._head_lines = 0
        self._wait = 0  # up to this place nothing more is tried

    @property
    def kept(self) -> Block | None:
        """The rows so far of a long table that is open, all but the newest."""
        return self._table

    def finish(self) -> Update:
        self._take()
        closed = self._close()
        return Update((*closed, *self._behind(super().finish().closed)))

    def _close(self) -> tuple[Block, ...]:
        closed = self._behind(super()._close())
        while self._is_long() and (more := self._give_part()) is not None:
            closed = (*closed, *more)
        return closed

    def _look(self) -> tuple[Block, ...]:
        return self._behind(super()._look())

    def _outline(self, text: str) -> Outline:
        outline = super()._outline(text)
        if self.base < self._given:
            _renumber(outline, self._numbers, self._head_lines)
        return outline

    def _behind(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """What of them has not been given."""
        given = self._given
        if not blocks or blocks[0].start >= given:
            return blocks
        return tuple(
            block if block.start >= given else _rest_of(block, given, self._table)
            for block in blocks
            if block.end > given or block.start >= given
        )

    def _is_long(self) -> bool:
        size = len(self.tail)
        return self._fence is None and size > _LONG and self.base + size >= self._wait

    def _give_part(self) -> tuple[Block, ...] | None:
        """The next blocks that are final though their unit is open; None where none can be told from the rest."""
        self._wait = self.base + len(self.tail) + len(self.tail) // _AGAIN
        text = self.tail[: self._decided()]
        outline = self._outline(text)
        if len(outline.units) != 1 or is_final(outline, outline.units[0]):
            return None
        unit = outline.units[0]
        blocks = self._behind(tuple(unit_blocks(outline, unit)))
        leaf = last_leaf(outline, unit)
        if not blocks or leaf is None:
            return None
        for part in _parts(blocks, leaf, outline):
            if (short := self._shortened(outline, text, part)) is not None:
                self._take_over(short, outline, text, part)
                return part.closed
        return None

    def _decided(self) -> int:
        """How much of the open end no later text can make something else: its lines, and a long one's beginning."""
        lines = self.tail.rfind("\n") + 1
        if len(self.tail) - lines < _LINE:
            return lines
        end = len(self.tail) - _UNSURE
        return self.tail.rfind(" ", max(lines, end - _LINE // 2), end) + 1 or end

    def _shortened(self, outline: Outline, text: str, part: _Part) -> _Short | None:
        """A text without what the part gives; None where none is found that reads as it should."""
        unit = outline.units[0]
        begin = part.given if part.within else outline.lines.start(part.leaf.first)
        rest = text[begin - self.base :]
        numbers = _numbers(part.block)
        for head in heads(outline, part.leaf, within=part.within):
            short = head + rest
            if len(text) - len(short) < _WORTH:
                return None
            base = self.base + len(text) - len(short)
            after = Outline(short, base, _known(outline), unit.number, self._memory)
            lines = head.count("\n")
            _renumber(after, numbers, lines)
            if len(after.units) == 1 and _reads_alike(unit_blocks(after, after.units[0]), part):
                return _Short(short, lines, after)
        return None

    def _take_over(self, short: _Short, outline: Outline, text: str, part: _Part) -> None:
        self._references = _known(outline)
        self._number = outline.units[0].number
        self._kind = outline.units[0].kind
        self.base += len(text) - len(short.text)
        self.tail = short.text + self.tail[len(text) :]
        self._lined = short.text.rfind("\n") + 1
        self._rest = None
        if self._lined == len(short.text):
            self._rest = self.base + self._lined, short.outline, short.outline.units
        if len(self._memory) > _REMEMBERED:
            self._memory.clear()
        self._shown, self._wait = -1, 0
        self._given, self._table, self._head_lines = part.given, part.table, short.lines
        self._numbers = _numbers(part.block)


def _parts(blocks: tuple[Block, ...], leaf: Leaf, outline: Outline) -> Iterator[_Part]:
    """What may be given of these blocks of one unit, the best first."""
    *earlier, last = blocks
    if last.kind is BlockKind.PARAGRAPH:
        for cut in cuts(last.spans):
            first = replace(last, spans=before(last.spans, cut.place), end=cut.place)
            yield _Part(leaf, last, cut.place, (*earlier, first), sure=cut.sure)
    elif last.kind is BlockKind.TABLE and leaf.last - leaf.first > _ROWS:
        rows = replace(last, rows=last.rows[:-1], closed=False)
        yield _Part(leaf, last, outline.lines.start(leaf.last - 1), tuple(earlier), table=rows)
    if earlier and not last.continues:
        yield _Part(leaf, last, outline.lines.start(leaf.first), tuple(earlier), within=False)


def _reads_alike(blocks: list[Block], part: _Part) -> bool:
    """Whether the last of the blocks is what is to be left of the part's."""
    if not blocks:
        return False
    wanted, found = part.block, blocks[-1]
    if part.within:
        if not found.start < part.given <= found.end:
            return False
        found = _rest_of(found, part.given, part.table)
        wanted = wanted if part.table is not None else _rest_of(wanted, part.given, None)
    if not part.sure:
        wanted = replace(wanted, spans=found.spans)
    if len(wanted.rows) != len(found.rows) or wanted.rows[-1:] != found.rows[-1:]:
        return False
    if part.within:  # of a block that goes on the marks stand with what was given
        wanted, found = (replace(one, containers=_unmarked(one.containers)) for one in (wanted, found))
    return replace(wanted, rows=()) == replace(found, rows=())


def _rest_of(block: Block, given: int, table: Block | None) -> Block:
    """What of the block stands behind the place, or with the rows that were left out of it."""
    if block.kind is BlockKind.TABLE and table is not None:
        return replace(block, start=table.start, containers=table.containers, rows=(*table.rows, *block.rows[1:]))
    return replace(
        block,
        start=given,
        spans=behind(block.spans, given),
        rows=tuple(replace(row, cells=tuple(behind(cell, given) for cell in row.cells)) for row in block.rows),
        containers=_unmarked(block.containers),
        continues=True,
    )


def _unmarked(containers: tuple[Container, ...]) -> tuple[Container, ...]:
    return tuple(replace(one, first=False) for one in containers)


def _numbers(block: Block) -> list[int]:
    return [one.number for one in block.containers if one.kind is ContainerKind.ORDERED]


def _renumber(outline: Outline, numbers: list[int], lines: int) -> None:
    """The ordered lists that begin in the first lines count from these numbers."""
    left = iter(numbers)
    for token in outline.tokens:
        if token.map and token.map[0] > lines:
            return
        if token.type == "ordered_list_open":
            number = next(left, None)
            if number is None:
                return
            token.attrs["start"] = number


def _known(outline: Outline) -> dict[str, dict[str, Any]]:
    """What was defined, as if before all of it."""
    return {label: {**reference, "map": [-1, -1]} for label, reference in outline.references.items()}
