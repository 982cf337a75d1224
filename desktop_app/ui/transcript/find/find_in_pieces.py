"""What is looked for in the pieces of a message: where it stands, in positions of their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.ui.transcript.compositions.composing import Setting, compose_block
from desktop_app.ui.transcript.compositions.composition import Composition, Stretch
from desktop_app.ui.transcript.find.find_words import Query, matches
from desktop_app.ui.transcript.looks.plain import units

SLICE: Final = 4000
"""Characters that are parsed in one go."""


def found_in(query: Query, composition: Composition) -> list[Stretch]:
    """Where it stands in a piece, in positions; what the page itself says there (heads, facts) is no part of it."""
    text = composition.text
    found = []
    at, position = 0, 0
    for start, end in matches(query, text):
        first = position + units(text[at:start])
        last = first + units(text[start:end])
        at, position = end, last
        if composition.source_range(first, last) is not None:
            found.append(Stretch(first, last))
    return found


def compositions(source: str, message_id: str) -> Iterator[Composition | None]:
    """The pieces of a message, made for this once, with None between small pieces of work."""
    from desktop_app.markdown.part_stream import PartStream

    stream = PartStream()
    for at in range(0, len(source), SLICE):
        stream.feed(source[at : at + SLICE])
        yield None
        for block in stream.update().closed:
            yield from compose_block(block, Setting(message_id, source[block.start : block.end]))
    for block in stream.finish().closed:
        yield from compose_block(block, Setting(message_id, source[block.start : block.end]))
