"""Paragraphs too long to be laid out whole in one frame are broken between two words.

The breaks fall at the same words however much follows, so that in a paragraph that grows only its last part is laid
out again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.ui.transcript.looks.looks import Chunk

_LONG = 2000
"""Characters; no paragraph that was written to be read is as long."""


def parted(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    """The chunks of one line in parts of about ``_LONG`` characters."""
    part: list[Chunk] = []
    length = 0
    for chunk in chunks:
        rest = chunk
        while (cut := _cut(rest, _LONG - length)) > 0:
            part.append(rest._replace(text=rest.text[:cut], end=_moved(rest, cut)))
            rest = rest._replace(text=rest.text[cut:], start=_moved(rest, cut))
            yield part
            part, length = [], 0
        part.append(rest)
        length += len(rest.text)
    yield part


def _cut(chunk: Chunk, room: int) -> int:
    """How much of the chunk's text goes into this part, 0 when all of it may."""
    if len(chunk.text) <= room or (chunk.start >= 0 and len(chunk.text) != chunk.end - chunk.start):
        return 0
    space = chunk.text.find(" ", max(room, 0))
    if space < 0:  # no space at all: scripts without one, or letters nobody reads
        return room + _LONG if len(chunk.text) > room + 2 * _LONG else 0
    return space + 1 if space + 1 < len(chunk.text) else 0


def _moved(chunk: Chunk, by: int) -> int:
    return chunk.start + by if chunk.start >= 0 else -1
