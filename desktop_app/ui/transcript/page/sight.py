"""What of the page is in sight, and from where: the reader's place, which nothing but the reader moves.

The place is a piece and where its top stands in the window, or the page's end. What is in sight is laid out from there,
downwards or upwards, so that a guess about what is not in sight can be as wrong as it likes: only the scroll bar moves
when it is corrected.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.ui.transcript.page.entries import Entries
from desktop_app.ui.transcript.page.entry import Entry, Piece
from desktop_app.ui.transcript.page.shelf import Shelf
from desktop_app.ui.transcript.page.work import own_time

AT_END = 4
"""Pixels from the end within which the reader counts as being there."""
_LOOK = 0.008
"""Seconds of reading in one look; what has not been read by then is blank for a frame."""


class Seen(NamedTuple):
    """A piece in sight; None where the message has not been read so far. ``top`` from the window's upper edge."""

    entry: Entry
    number: int
    piece: Piece | None
    top: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height


class Sight:
    """``following``: the reader is at the end and goes with it. ``led``: somebody else moves the page, not the end."""

    def __init__(self, entries: Entries, shelf: Shelf) -> None:
        self._entries = entries
        self._column = entries.column
        self._shelf = shelf
        self.height = 0.0
        self.following = True
        self.led = False
        self.seen: list[Seen] = []
        self._entry = 0
        self._piece = 0
        self._top = 0.0
        self._until = 0.0

    @property
    def scrolled(self) -> float:
        """How far down the page the window's upper edge is, as far as one knows."""
        if not self.seen:
            return 0.0
        first = self.seen[0]
        return self._column.top_of(first.entry, first.number) - first.top

    @property
    def at_end(self) -> bool:
        return self.distance_to_end <= AT_END

    @property
    def distance_to_end(self) -> float:
        """Pixels below the lower edge; endless where the page's end is not in sight."""
        if not self.seen:
            return 0.0
        last = self.seen[-1]
        if last.entry.index < len(self._entries) - 1 or last.number < self._last_of(last.entry):
            return float("inf")
        return last.bottom + self._column.foot - self.height

    def look(self, seconds: float = _LOOK) -> None:
        """Lays out what is in sight now, and only that."""
        self._until = own_time() + seconds
        if not len(self._entries):
            self.seen, self.following = [], True
            return
        if self.following and not self.led:
            self.seen = self._from_end()
        else:
            self.seen = self._from_place()
            if self._is_short():
                self.seen = self._from_end()
            self.following = self.at_end
        if self.seen:
            first = self.seen[0]
            self._entry, self._piece, self._top = first.entry.index, first.number, first.top

    def stand(self, entry: int, piece: int, top: float) -> None:
        """Puts the top of a piece there; how it comes to stand is seen by the next look."""
        self._entry, self._piece, self._top = entry, piece, top
        self.following = False

    def move(self, by: float) -> None:
        """So many pixels down the page; the next look goes there exactly, laying out what it passes."""
        self.stand(self._entry, self._piece, self._top - by)

    def go_to(self, y: float) -> None:
        """To a place given by the scroll bar, as far as one knows where that is."""
        if not len(self._entries):
            return
        spot = self._column.spot_at(y)
        entry = self._entries[spot.entry]
        self._until = own_time() + _LOOK
        if not entry.begun:
            before = self._column.top_of(entry)
            self._read(entry)
            after = self._column.spot_in(entry, y - before)
            spot = after._replace(entry=spot.entry)
        self.stand(spot.entry, spot.piece, -spot.down)

    def move_on(self, entry: Entry, by: int) -> None:
        """The message's pieces are numbered so much higher now."""
        if self._entry == entry.index:
            self._piece = max(self._piece + by, 0)
        for place, one in enumerate(self.seen):
            if one.entry is entry and 0 <= (number := one.number + by) < len(entry.pieces):
                self.seen[place] = one._replace(number=number, piece=entry.pieces[number])

    def top_of(self, entry: int, number: int) -> float:
        """Where the top of any piece is from the window's upper edge, as far as one knows."""
        for one in self.seen:
            if one.entry.index == entry and one.number == number:
                return one.top
        return self._column.top_of(self._entries[entry], number) - self.scrolled

    def at(self, y: float) -> Seen | None:
        """What is at that height of the window, or nearest to it."""
        for one in self.seen:
            if y < one.bottom:
                return one
        return self.seen[-1] if self.seen else None

    # Inside

    def _from_place(self) -> list[Seen]:
        self._set_straight()
        seen: list[Seen] = []
        top = self._top
        for entry, number, height in self._downwards(self._entry, self._piece):
            one = self._seen(entry, number, top, height)
            if one.bottom > 0:
                seen.append(one)
            top = one.bottom
            if top >= self.height and seen:
                break
        return seen

    def _set_straight(self) -> None:
        """The place is on the page, and its piece crosses the upper edge, or begins below it as the page's first."""
        self._entry = min(self._entry, len(self._entries) - 1)
        entry = self._entries[self._entry]
        self._read(entry)
        last = self._last_of(entry)
        if self._piece > last:
            self._piece, self._top = last, self._top - max(self._height(entry, last) - self.height / 2, 0)
        while self._top > 0:
            before = self._before(self._entry, self._piece)
            if before is None:
                self._top = min(self._top, self._column.top)
                return
            self._entry, self._piece = before
            self._top -= self._height(self._entries[self._entry], self._piece)

    def _from_end(self) -> list[Seen]:
        bottom = self.height - self._column.foot
        seen: list[Seen] = []
        at = self._before(len(self._entries), 0)
        while at is not None:
            entry, number = self._entries[at[0]], at[1]
            height = self._height(entry, number)
            bottom -= height
            seen.append(self._seen(entry, number, bottom, height))
            if bottom <= 0:
                break
            at = self._before(*at)
        seen.reverse()
        if at is None and (low := bottom - self._column.top) > 0:  # all of the page is in sight
            seen = [one._replace(top=one.top - low) for one in seen]
        return seen

    def _is_short(self) -> bool:
        """Whether the page ends above the window's lower edge."""
        return self.distance_to_end < 0

    def _downwards(self, entry: int, number: int) -> Iterator[tuple[Entry, int, float]]:
        for index in range(entry, len(self._entries)):
            one = self._entries[index]
            self._read(one)
            while number <= self._last_of(one):
                yield one, number, self._height(one, number)
                number += 1
            number = 0

    def _before(self, entry: int, number: int) -> tuple[int, int] | None:
        """The piece above; none where it is still to be read, and what is below it is shown."""
        if number > 0:
            return entry, number - 1
        if entry < len(self._entries) and self._entries[entry].behind is not None:
            return None
        while entry > 0:
            entry -= 1
            one = self._entries[entry]
            if not self._entries.show_end(one):
                self._read(one)
            if (last := self._last_of(one)) >= 0:
                return entry, last
        return None

    def _last_of(self, entry: Entry) -> int:
        """The number of the message's last piece, or of what of it has not been read; -1 where it has none."""
        return len(entry.pieces) if self._column.unread(entry) > 0 else len(entry.pieces) - 1

    def _height(self, entry: Entry, number: int) -> float:
        """How tall the piece is, which lays it out."""
        if number < len(entry.pieces):
            self._shelf.sheet(entry, number)
            return entry.pieces[number].height
        return self._column.unread(entry)

    def _seen(self, entry: Entry, number: int, top: float, height: float) -> Seen:
        piece = entry.pieces[number] if number < len(entry.pieces) else None
        return Seen(entry, number, piece, top, height)

    def _read(self, entry: Entry) -> None:
        """Reads a message that comes into sight, as far as there is time for it."""
        if entry.begun:
            return
        more = True
        while more and own_time() < self._until:
            more = self._entries.read(entry)
        if more:
            self._entries.being_read[entry.message_id] = entry
