"""From places on the page to places in the messages' sources: what is selected, and what stands where one pointed."""

from __future__ import annotations

from desktop_app.ui.transcript.page.entries import Entries
from desktop_app.ui.transcript.page.places import Place, Span


def place_from(entries: Entries, place: Place) -> int | None:
    """The place in the source of what stands there, or next below it in the message."""
    for number, composition in enumerate(entries.pieces(place.entry)):
        if number >= place.piece:
            start = place.position if number == place.piece else 0
            if (found := composition.source_range(start, composition.length)) is not None:
                return found[0]
    return None


def selected_ranges(entries: Entries, span: Span) -> tuple[tuple[str, int, int], ...]:
    """(message id, start, end in its source) for each message; only the first and the last are looked into."""
    found = []
    for index in range(span.start.entry, span.end.entry + 1):
        entry = entries[index]
        start = _edge(entries, span.start, 1) if index == span.start.entry else 0
        end = _edge(entries, span.end, -1) if index == span.end.entry else entry.size
        if start is not None and end is not None and start < end:
            found.append((entry.message_id, start, end))
    return tuple(found)


def _edge(entries: Entries, place: Place, by: int) -> int | None:
    """Where in the source what is behind the place begins (``by`` 1), or what is before it ends (-1)."""
    pieces = entries.pieces(place.entry)
    numbers = range(place.piece, len(pieces)) if by > 0 else range(place.piece, -1, -1)
    for number in numbers:
        composition = pieces[number]
        inside = place.position if number == place.piece else (0 if by > 0 else composition.length)
        part = (inside, composition.length) if by > 0 else (0, inside)
        if (found := composition.source_range(*part)) is not None:
            return found[0] if by > 0 else found[1]
    return None
