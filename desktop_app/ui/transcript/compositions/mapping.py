"""Chunks of text and their places in the source, both ways; shared by every sort of composition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop_app.ui.transcript.compositions.composition import Link, Stretch
from desktop_app.ui.transcript.looks.looks import Chunk
from desktop_app.ui.transcript.looks.plain import points, units


class Placed(NamedTuple):
    """A chunk and the position at which it begins."""

    position: int
    chunk: Chunk


def placed(chunks: Iterable[Chunk], position: int = 0) -> Iterator[Placed]:
    """The chunks one behind the other."""
    for chunk in chunks:
        yield Placed(position, chunk)
        position += units(chunk.text)


def stretches_of(chunks: Iterable[Placed], start: int, end: int) -> list[Stretch]:
    """Where the source range [start, end) stands, in order, neighbours joined."""
    found: list[Stretch] = []
    for position, chunk in chunks:
        part = _part(position, chunk, start, end)
        if part is None:
            continue
        if found and found[-1].end == part.start:
            found[-1] = Stretch(found[-1].start, part.end)
        else:
            found.append(part)
    return found


def source_of(chunks: Iterable[Placed], start: int, end: int) -> tuple[int, int] | None:
    """The smallest source range that holds what stands at [start, end); None where nothing does."""
    parts = [part for position, chunk in chunks if (part := _source_part(position, chunk, start, end))]
    return (min(part[0] for part in parts), max(part[1] for part in parts)) if parts else None


def links_of(chunks: Iterable[Placed]) -> tuple[Link, ...]:
    """What can be followed; chunks of one link (it may be part bold) are one."""
    found: list[Link] = []
    for position, chunk in chunks:
        href, end = chunk.look.href, position + units(chunk.text)
        if not href:
            continue
        if found and found[-1].href == href and found[-1].end == position:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Link(href, chunk.look.tip, position, end))
    return tuple(found)


def cut(text: str, start: int, end: int) -> str:
    """Positions [start, end) of the text."""
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le", "replace")


def joined_text(chunks: Sequence[Chunk]) -> str:
    return "".join([chunk.text for chunk in chunks])


def _part(position: int, chunk: Chunk, start: int, end: int) -> Stretch | None:
    if chunk.start < 0 or chunk.start >= end or chunk.end <= start or not chunk.text:
        return None
    first, last = 0, len(chunk.text)
    if last == chunk.end - chunk.start and not chunk.look.maths:  # letter for letter
        first, last = max(start - chunk.start, 0), min(end - chunk.start, last)
    return Stretch(position + units(chunk.text[:first]), position + units(chunk.text[:last]))


def _source_part(position: int, chunk: Chunk, start: int, end: int) -> tuple[int, int] | None:
    length = units(chunk.text)
    if chunk.start < 0 or position >= end or position + length <= start:
        return None
    if len(chunk.text) != chunk.end - chunk.start or chunk.look.maths:
        return chunk.start, chunk.end
    first = points(chunk.text, max(start - position, 0))
    asked = min(end - position, length)
    last = points(chunk.text, asked)
    half = units(chunk.text[:last]) < asked  # of a letter that takes two positions
    return chunk.start + first, chunk.start + last + half
