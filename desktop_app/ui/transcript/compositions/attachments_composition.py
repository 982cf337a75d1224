"""What was sent along with the user's words as a plain value: names, sizes, and where they stand in rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from desktop_app.domain.attachments import blob_of, is_attachment, name_of
from desktop_app.domain.messages import Part, PartKind
from desktop_app.ui.attachment_words import size_words
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.compositions.text_composition import TextComposition, TextShape
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Kind
from desktop_app.ui.transcript.looks.plain import tame
from desktop_app.ui.transcript.looks.words import translate

GAP: Final = 8
"""Between two of them."""
_SIDE: Final = 96
"""Pixels of a picture's square."""
_CHIP: Final = (220, 44)
_BLOB: Final = "blob:"


class Attached(NamedTuple):
    """``address`` is the picture's, "" for a file."""

    name: str
    size: str
    address: str = ""


def blob_address(blob: str) -> str:
    """How a sheet asks for a picture the history keeps."""
    return f"{_BLOB}{blob}"


class AttachmentsComposition(TextComposition):
    """Reads as the names, a line each."""

    def __init__(self, message_id: str, attached: tuple[Attached, ...]) -> None:
        self.attached = attached
        words = "\u2028".join(f"{tame(one.name)}, {one.size}" if one.size else tame(one.name) for one in attached)
        shape = TextShape(Kind.ATTACHED, top=measures.MESSAGE_GAP, message_id=message_id)
        super().__init__(shape, (Chunk(words, CharLook(size=measures.SMALL)),))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AttachmentsComposition) and self.attached == other.attached and super().__eq__(other)

    def __hash__(self) -> int:
        return hash(self.attached)

    def estimate(self, width: float) -> float:
        rows = rows_of(self.attached, width, 1.0)
        return self.shape.top + sum(height + GAP for _, _, height in extents_of(rows))


def compose_attachments(message_id: str, parts: Sequence[Part]) -> Composition:
    """For a message with which something was sent."""
    return AttachmentsComposition(message_id, tuple(_attached(part) for part in parts if is_attachment(part)))


def _attached(part: Part) -> Attached:
    shown = size_words(part)
    if part.kind is PartKind.IMAGE:
        return Attached(name_of(part) or translate("Transcript", "Picture"), shown, blob_address(blob_of(part)))
    return Attached(name_of(part), shown)


def rows_of(attached: Sequence[Attached], width: float, zoom: float) -> list[list[tuple[float, float]]]:
    """The extents of each, in rows that fit."""
    rows: list[list[tuple[float, float]]] = [[]]
    used = 0.0
    for one in attached:
        wide, tall = (_SIDE, _SIDE) if one.address else _CHIP
        extent = (min(wide * zoom, width), tall * zoom)
        if rows[-1] and used + extent[0] > width:
            rows.append([])
            used = 0.0
        rows[-1].append(extent)
        used += extent[0] + GAP * zoom
    return rows


def extents_of(rows: list[list[tuple[float, float]]]) -> Iterator[tuple[list[tuple[float, float]], float, float]]:
    """Each row with its width and height."""
    for row in rows:
        gaps = GAP * (len(row) - 1)
        yield row, sum(width for width, _ in row) + gaps, max((height for _, height in row), default=0.0)
