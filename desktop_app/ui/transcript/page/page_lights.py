"""All that is lit on the page, kept by what it belongs to, and told to each sheet in its positions when it paints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from desktop_app.ui.transcript.compositions.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.places import Span
from desktop_app.ui.transcript.sheets.sheet import Lights

_NEAR = 400
"""Characters of source before the place in which its last visible letter is looked for."""


class SourceRange(NamedTuple):
    """Of a message's source, in code points."""

    message_id: str
    start: int
    end: int


class FoundMarks(Protocol):
    """What a search has found, piece by piece, without anybody having laid it out."""

    def found(self, entry: int, piece: int, composition: Composition) -> Sequence[Stretch]: ...

    @property
    def current(self) -> Span | None:
        """What was gone to."""
        ...


class FocusedLink(NamedTuple):
    """The link that has the keyboard."""

    entry: int
    piece: int
    link: Link


class PageLights:
    """``heard``: by message, up to where in the source the voice was when it was stopped."""

    def __init__(self) -> None:
        self.selection: Span | None = None
        self.sentence: SourceRange | None = None
        self.word: SourceRange | None = None
        self.heard: dict[str, int] = {}
        self.marks: FoundMarks | None = None
        self.link: FocusedLink | None = None

    def of(self, entry: Entry, number: int) -> Lights:
        """What is lit of a piece; nothing of one that is gone and is painted once more, as a click lets happen."""
        if number >= len(entry.pieces):
            return Lights()
        composition = entry.pieces[number].composition
        found, current = self._found(entry.index, number, composition)
        return Lights(
            selected=_part(self.selection, entry.index, number, composition),
            spoken=lit(self.sentence, entry, composition),
            words=lit(self.word, entry, composition),
            found=found,
            current=current,
            focused=self._focused(entry.index, number),
            caret=caret_of(entry, number),
            heard=self._heard(entry, number),
        )

    def _found(self, entry: int, number: int, composition: Composition) -> tuple[Sequence[Stretch], Stretch | None]:
        if self.marks is None:
            return (), None
        return self.marks.found(entry, number, composition), _part(self.marks.current, entry, number, composition)

    def _focused(self, entry: int, number: int) -> Link | None:
        if self.link is not None and (self.link.entry, self.link.piece) == (entry, number):
            return self.link.link
        return None

    def _heard(self, entry: Entry, number: int) -> Sequence[int]:
        place = self.heard.get(entry.message_id)
        position = None if place is None else heard_at(entry, number, place)
        return () if position is None else (position,)


def lit(where: SourceRange | None, entry: Entry, composition: Composition) -> list[Stretch]:
    """The part of a range of the source that stands in this piece."""
    if where is None or where.message_id != entry.message_id:
        return []
    return composition.stretches(where.start, where.end)


def heard_at(entry: Entry, number: int, place: int) -> int | None:
    """Behind the last letter of the source before ``place``, where that is in this piece and in none below it."""
    start = max(place - _NEAR, 0)
    before = entry.pieces[number].composition.stretches(start, place)
    if not before:
        return None
    for later in entry.pieces[number + 1 : entry.content]:
        if later.block is not None and later.block.start >= place:
            break
        if later.composition.stretches(start, place):
            return None
    return before[-1].end


def caret_of(entry: Entry, number: int) -> int:
    """Behind the last letter of a message that streams; -1 in every other piece."""
    if entry.mine or number != entry.content - 1 or not entry.live:
        return -1
    return entry.pieces[number].composition.length


def _part(span: Span | None, entry: int, number: int, composition: Composition) -> Stretch | None:
    part = span.within(entry, number, composition.length) if span is not None else None
    return Stretch(*part) if part is not None else None
