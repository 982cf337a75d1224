"""What the reader has selected: from a fixed end to one that moves, both places on the page, whatever is laid out."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.looks.plain import points, units
from desktop_app.ui.transcript.page.entries import Entries
from desktop_app.ui.transcript.page.places import Place, Span
from desktop_app.ui.transcript.page.shelf import Shelf


class Selection:
    """``anchor`` stays, ``cursor`` moves; both None before the reader has clicked anywhere."""

    def __init__(self, entries: Entries, shelf: Shelf) -> None:
        self._entries = entries
        self._shelf = shelf
        self.anchor: Place | None = None
        self.cursor: Place | None = None
        self._column: float | None = None

    @property
    def span(self) -> Span | None:
        """In the order of the page; None where nothing is selected."""
        if self.anchor is None or self.cursor is None or self.anchor == self.cursor:
            return None
        return Span(min(self.anchor, self.cursor), max(self.anchor, self.cursor))

    def clear(self) -> None:
        self.anchor = self.cursor = self._column = None

    def set(self, anchor: Place | None, cursor: Place | None) -> None:
        self.anchor, self.cursor, self._column = anchor, cursor, None

    def all(self) -> Span | None:
        """From the first letter of the page to its last, which reads only the last message."""
        if not len(self._entries):
            return None
        last = len(self._entries) - 1
        pieces = self._entries.pieces(last)
        length = pieces[-1].length if pieces else 0
        return Span(Place(0, 0, 0), Place(last, max(len(pieces) - 1, 0), length))

    def word_at(self, place: Place) -> Span:
        composition = self._composition(place)
        text = composition.text
        at = points(text, place.position)
        from PySide6.QtCore import QTextBoundaryFinder

        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
        finder.setPosition(place.position)
        start = place.position if finder.isAtBoundary() and _begins(text, at) else finder.toPreviousBoundary()
        finder.setPosition(max(start, 0))
        end = finder.toNextBoundary()
        end = composition.length if end < 0 else end
        return Span(place._replace(position=max(start, 0)), place._replace(position=end))

    def paragraph_at(self, place: Place) -> Span:
        """The line of the source that the place is in, where the piece has several, or all of it."""
        text = self._composition(place).text
        at = points(text, place.position)
        start = max(text.rfind("\n", 0, at), text.rfind("\u2028", 0, at)) + 1
        ends = [end for end in (text.find("\n", at), text.find("\u2028", at)) if end >= 0]
        end = min(ends, default=len(text))
        return Span(place._replace(position=units(text[:start])), place._replace(position=units(text[:end])))

    def moved(self, place: Place, by: int, *, words: bool = False) -> Place:
        """One letter or word further, into the next piece where this one ends."""
        composition = self._composition(place)
        from PySide6.QtCore import QTextBoundaryFinder

        kinds = QTextBoundaryFinder.BoundaryType
        finder = QTextBoundaryFinder(kinds.Word if words else kinds.Grapheme, composition.text)
        finder.setPosition(place.position)
        to = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
        text = composition.text
        while words and 0 < to < composition.length and not _begins(text, points(text, to)):
            to = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
        if to >= 0 and (by < 0 or place.position < composition.length):
            return place._replace(position=to)
        beside = self._beside(place, by)
        if beside is None:
            return place
        return beside._replace(position=0 if by > 0 else self._composition(beside).length)

    def line_below(self, place: Place, by: int) -> Place:
        """As far to the right one line further down, or up for a negative ``by``."""
        sheet = self._shelf.sheet(self._entries[place.entry], place.piece)
        here = sheet.place_of(place.position)
        x = here.x() if self._column is None else self._column
        line = sheet.line_at(place.position)
        to = self._in_next_line(place, x, by)
        if to is None or sheet.line_at(to.position) == line:
            to = self._in_next_piece(place, x, by)
        self._column = x
        return to

    def keep_column(self, x: float | None) -> None:
        self._column = x

    @property
    def column(self) -> float | None:
        return self._column

    def edge_of_line(self, place: Place, by: int) -> Place:
        line = self._shelf.sheet(self._entries[place.entry], place.piece).line_at(place.position)
        return place._replace(position=line.end if by > 0 else line.start)

    def edge_of_page(self, by: int) -> Place | None:
        span = self.all()
        return None if span is None else span.end if by > 0 else span.start

    def keep_true(self, entry: int, number: int, old: Composition, new: Composition) -> None:
        """A piece reads otherwise now; what was selected stays on its words."""
        self.anchor = _carried(self.anchor, entry, number, old, new)
        self.cursor = _carried(self.cursor, entry, number, old, new)

    def move_on(self, entry: int, by: int) -> None:
        """The pieces of a message are numbered so much higher now."""
        self.anchor, self.cursor = (
            place._replace(piece=max(place.piece + by, 0)) if place is not None and place.entry == entry else place
            for place in (self.anchor, self.cursor)
        )

    def clamp(self) -> None:
        """Pieces went away: ends that stood in them move to what is there."""
        self.anchor, self.cursor = self._clamped(self.anchor), self._clamped(self.cursor)

    # Inside

    def _in_next_line(self, place: Place, x: float, by: int) -> Place | None:
        sheet = self._shelf.sheet(self._entries[place.entry], place.piece)
        here = sheet.place_of(place.position)
        y = here.bottom() + here.height() / 2 if by > 0 else here.top() - here.height() / 2
        if not 0 <= y <= sheet.height:
            return None
        return place._replace(position=sheet.position_at(QPointF(x, y)))

    def _in_next_piece(self, place: Place, x: float, by: int) -> Place:
        beside = self._beside(place, by)
        if beside is None:
            return self.edge_of_page(by) or place
        sheet = self._shelf.sheet(self._entries[beside.entry], beside.piece)
        edge = sheet.place_of(0 if by > 0 else sheet.composition.length)
        return beside._replace(position=sheet.position_at(QPointF(x, edge.center().y())))

    def _beside(self, place: Place, by: int) -> Place | None:
        """The piece before or behind."""
        entry, piece = place.entry, place.piece + (1 if by > 0 else -1)
        while True:
            if 0 <= piece < len(self._entries.pieces(entry)):
                return Place(entry, piece, 0)
            entry += 1 if by > 0 else -1
            if not 0 <= entry < len(self._entries):
                return None
            piece = 0 if by > 0 else len(self._entries.pieces(entry)) - 1

    def _composition(self, place: Place) -> Composition:
        return self._entries.pieces(place.entry)[place.piece]

    def _clamped(self, place: Place | None) -> Place | None:
        if place is None or place.entry >= len(self._entries):
            return None
        entry = self._entries[place.entry]
        if entry.begun and not entry.waiting and place.piece >= len(entry.pieces):
            last = len(entry.pieces) - 1
            return Place(place.entry, max(last, 0), entry.pieces[last].composition.length if entry.pieces else 0)
        return place


def _begins(text: str, at: int) -> bool:
    """Whether a word, and not a gap, begins there."""
    return at < len(text) and not text[at].isspace()


def _carried(place: Place | None, entry: int, number: int, old: Composition, new: Composition) -> Place | None:
    if place is None or place[:2] != (entry, number) or old.text == new.text:
        return place
    before = old.text[: points(old.text, place.position)]
    if new.text.startswith(before):
        return place
    source = old.source_range(place.position, place.position + 1)
    if source is not None and (found := new.stretches(*source)):
        return place._replace(position=found[0].start)
    source = old.source_range(place.position - 1, place.position) if place.position else None
    if source is not None and (found := new.stretches(*source)):
        return place._replace(position=found[-1].end)
    return place._replace(position=min(place.position, new.length))
