"""What is copied, before it has a form: for each message the blocks that were selected, cut where the selection ends.

Made from sources alone, without layout, and only when somebody pastes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Row, Span


class Excerpt(NamedTuple):
    """[start, end) of a message's source; ``mine``: it is the user's, in which nothing is read as Markdown.

    ``blocks`` are the message's, where somebody has read it already.
    """

    source: str
    start: int
    end: int
    mine: bool = False
    blocks: Sequence[Block] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A block, or what of it was selected; ``begins`` and ``ends``: its beginning and its end were."""

    block: Block
    begins: bool = True
    ends: bool = True

    @property
    def whole(self) -> bool:
        return self.begins and self.ends


def cuts(excerpt: Excerpt) -> list[Cut]:
    """The blocks of an answer that the excerpt touches; none of the user's words."""
    if excerpt.mine:
        return []
    blocks = [block for block in _blocks(excerpt) if block.end > excerpt.start and block.start < excerpt.end]
    found = [cut for block in blocks if (cut := _cut(block, excerpt)) is not None]
    if len(found) == 1:  # a few words of an item are no item
        only = found[0].block
        return [replace(found[0], block=replace(only, containers=_unmarked(only)))]
    return [
        cut if cut.begins else replace(cut, block=replace(cut.block, containers=_unmarked(cut.block))) for cut in found
    ]


def _blocks(excerpt: Excerpt) -> Sequence[Block]:
    if excerpt.blocks:
        return excerpt.blocks
    from desktop_app.markdown.parser import parse  # it takes 50 ms, once, and nobody may ever copy

    return parse(excerpt.source)


def joined(blocks: Iterable[Block]) -> list[Block]:
    """Paragraphs that came in parts, in one piece again."""
    found: list[Block] = []
    for block in blocks:
        if block.continues and found:
            first = found[-1]
            found[-1] = replace(first, spans=first.spans + block.spans, end=block.end)
        else:
            found.append(block)
    return found


def code_lines(block: Block, source: str) -> Iterator[tuple[str, int]]:
    """The lines of a code block with where each begins in the source, which the parser does not tell; -1: nowhere."""
    at = block.start
    if source[at : block.end].lstrip("-+*>0123456789.) \t")[:3] in {"```", "~~~"}:
        at = source.find("\n", at) + 1
    for line in block.text.removesuffix("\n").split("\n"):
        found = source.find(line, at, block.end) if line else -1
        at = found + len(line) if found >= 0 else at
        yield line, found


def _cut(block: Block, excerpt: Excerpt) -> Cut | None:
    if excerpt.start <= block.start and excerpt.end >= block.end:
        return Cut(block)
    match block.kind:
        case BlockKind.PARAGRAPH | BlockKind.HEADING:
            return _cut_spans(block, excerpt)
        case BlockKind.CODE:
            return _cut_code(block, excerpt)
        case BlockKind.TABLE:
            return _cut_table(block, excerpt)
    return Cut(block)


def _cut_spans(block: Block, excerpt: Excerpt) -> Cut | None:
    spans = _clipped(block.spans, excerpt)
    if not spans:
        return None
    begins = spans[0] == block.spans[0] or spans[0].start <= block.spans[0].start
    ends = spans[-1].end >= block.spans[-1].end
    return Cut(replace(block, spans=spans), begins, ends)


def _clipped(spans: Sequence[Span], excerpt: Excerpt) -> tuple[Span, ...]:
    parts = (_clip(span, excerpt.start, excerpt.end) for span in spans)
    return tuple(part for part in parts if part is not None)


def _clip(span: Span, start: int, end: int) -> Span | None:
    """What of the span is in [start, end); all or nothing where it does not stand there letter for letter."""
    if span.end <= start or span.start >= end:
        return None
    begin = span.start
    if span.code and span.end - begin == len(span.text) + 2:  # one sign on each side
        begin += 1
    elif len(span.text) != span.end - begin or span.maths or span.footnote or span.image:
        return span
    first, last = max(start - begin, 0), min(end - begin, len(span.text))
    if (first, last) == (0, len(span.text)) or first >= last:
        return span if first < last else None
    return replace(span, text=span.text[first:last], start=begin + first, end=begin + last)


def _cut_code(block: Block, excerpt: Excerpt) -> Cut | None:
    lines = list(code_lines(block, excerpt.source))
    placed = [(at, at + len(text)) for text, at in lines if at >= 0]
    if not placed or (excerpt.start <= placed[0][0] and excerpt.end >= placed[-1][1]):
        return Cut(block)
    kept: list[str] = []
    last = -1
    for number, (text, at) in enumerate(lines):
        if at < 0 or at + len(text) <= excerpt.start or at >= excerpt.end:
            continue
        kept += [""] * (number - last - 1 if kept else 0)
        kept.append(text[max(excerpt.start - at, 0) : excerpt.end - at])
        last = number
    if not kept:
        return None
    begins, ends = excerpt.start <= placed[0][0], excerpt.end >= placed[-1][1]
    return Cut(replace(block, text="\n".join(kept) + "\n"), begins, ends)


def _cut_table(block: Block, excerpt: Excerpt) -> Cut | None:
    rows = [_cut_row(row, excerpt) for row in block.rows]
    kept = [row for row in rows if any(row.cells)]
    if kept == list(block.rows):
        return Cut(block)
    cells = [cell for row in kept for cell in row.cells if cell]
    if len(cells) <= 1:  # words of one cell are words
        return Cut(replace(block, kind=BlockKind.PARAGRAPH, rows=(), spans=cells[0]), False, False) if cells else None
    return Cut(replace(block, rows=tuple(kept)), kept[0] == block.rows[0], kept[-1] == block.rows[-1])


def _cut_row(row: Row, excerpt: Excerpt) -> Row:
    filled = [cell for cell in row.cells if cell]
    if filled and excerpt.start <= filled[0][0].start and excerpt.end >= filled[-1][-1].end:
        return row
    return replace(row, cells=tuple(_clipped(cell, excerpt) for cell in row.cells))


def _unmarked(block: Block) -> tuple[Container, ...]:
    return tuple(replace(container, first=False) for container in block.containers)


def list_depth(block: Block) -> int:
    """How many lists the block stands in."""
    lists = {ContainerKind.BULLET, ContainerKind.ORDERED}
    return sum(container.kind in lists for container in block.containers)
