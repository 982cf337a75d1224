"""From the message's source to the document and back: what is being said, and what is selected.

Worked out only when asked, from the blocks themselves; nothing is kept per character.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.ui.transcript.compose import cell_chunks
from desktop_app.ui.transcript.document import PageDocument
from desktop_app.ui.transcript.looks import Chunk, Kind, Line
from desktop_app.ui.transcript.message_item import MessageItem, Piece
from desktop_app.ui.transcript.plain import points, units
from desktop_app.ui.transcript.writer import length_of


class Stretch(NamedTuple):
    """Document positions [start, end)."""

    start: int
    end: int


class _Placed(NamedTuple):
    position: int
    chunk: Chunk


def stretches(page: PageDocument, item: MessageItem, start: int, end: int) -> list[Stretch]:
    """Where the source range [start, end) stands in the document, in order, neighbours joined."""
    found: list[Stretch] = []
    for piece, place in page.pieces_from(item):
        if piece.block.start >= end and not item.mine:
            break
        if piece.block.end <= start and not item.mine:
            continue
        for position, chunk in _placed(page, item, piece, place):
            part = _part(position, chunk, start, end)
            if part is None:
                continue
            if found and found[-1].end == part.start:
                found[-1] = Stretch(found[-1].start, part.end)
            else:
                found.append(part)
    return found


def source_range(page: PageDocument, item: MessageItem, start: int, end: int) -> tuple[int, int] | None:
    """The smallest source range that holds what stands at [start, end) of the document; None where nothing does."""
    found: list[tuple[int, int]] = []
    for piece, place in page.pieces_from(item):
        if place >= end:
            break
        if place + piece.length > start:
            for position, chunk in _placed(page, item, piece, place):
                part = _source_part(position, chunk, start, end)
                if part:
                    found.append(part)
    return (min(part[0] for part in found), max(part[1] for part in found)) if found else None


def _part(position: int, chunk: Chunk, start: int, end: int) -> Stretch | None:
    if chunk.start < 0 or chunk.start >= end or chunk.end <= start or not chunk.text:
        return None
    first, last = 0, len(chunk.text)
    if last == chunk.end - chunk.start:  # letter for letter; otherwise (an entity, an image) all or nothing
        first, last = max(start - chunk.start, 0), min(end - chunk.start, last)
    return Stretch(position + units(chunk.text[:first]), position + units(chunk.text[:last]))


def _source_part(position: int, chunk: Chunk, start: int, end: int) -> tuple[int, int] | None:
    length = units(chunk.text)
    if chunk.start < 0 or position >= end or position + length <= start:
        return None
    if len(chunk.text) != chunk.end - chunk.start:
        return chunk.start, chunk.end
    first = points(chunk.text, max(start - position, 0))
    last = points(chunk.text, min(end - position, length))
    return chunk.start + first, chunk.start + last


def _placed(page: PageDocument, item: MessageItem, piece: Piece, place: int) -> Iterator[_Placed]:
    """The piece's chunks with their document positions."""
    if piece.block.kind is BlockKind.TABLE and piece.block.rows:
        yield from _placed_cells(page, piece.block, place)
        return
    lines = page.lines_of(item, piece)
    if piece.block.kind is BlockKind.CODE:
        lines = _with_source(lines, piece.block, item.source)
    for line in lines:
        position = place
        for chunk in line.chunks:
            yield _Placed(position, chunk)
            position += units(chunk.text)
        place += length_of([line])


def _placed_cells(page: PageDocument, block: Block, place: int) -> Iterator[_Placed]:
    table = page.writer.table_at(place)
    if table is None:
        return
    for number, row in enumerate(block.rows):
        for column, cell in enumerate(row.cells[: table.columns()]):
            position = table.cellAt(number, column).firstPosition()
            for chunk in cell_chunks(cell, header=row.header):
                yield _Placed(position, chunk)
                position += units(chunk.text)


def _with_source(lines: list[Line], block: Block, source: str) -> list[Line]:
    """Code lines with their offsets, which the parser does not give: each is looked for behind the one before."""
    at = block.start
    if source[at:].lstrip()[:3] in {"```", "~~~"}:
        at = source.find("\n", at) + 1
    placed = []
    for line in lines:
        if line.look.kind is Kind.CODE_LINE and (text := line.chunks[0].text):
            found = source.find(text, at, block.end)
            if found >= 0:
                at = found + len(text)
                line = Line(line.look, (line.chunks[0]._replace(start=found, end=at),))  # noqa: PLW2901
        placed.append(line)
    return placed
