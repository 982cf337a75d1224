"""Places on the page, as anyone may name them: they need no layout, and are ordered as they are read."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """In front of a position of a piece of a message: by the message's number on the page and the piece's within it."""

    entry: int
    piece: int
    position: int


class Span(NamedTuple):
    """From the one place to the other, which is not before it."""

    start: Place
    end: Place

    def within(self, entry: int, piece: int, length: int) -> tuple[int, int] | None:
        """What of a piece so long lies in it: [start, end), None where nothing does."""
        here = (entry, piece)
        if here < self.start[:2] or here > self.end[:2]:
            return None
        first = self.start.position if here == self.start[:2] else 0
        last = self.end.position if here == self.end[:2] else length
        return (min(first, length), min(last, length)) if first < last else None
