"""Looks for words in the whole conversation: goes from one place to the next, marks them all, counts them.

Nothing waits for it. What is gone to is looked for from the place the reader is at, a few milliseconds in a frame; the
count comes by and by, and is of what is shown: a message that cannot be judged by its source is read for it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop_app.ui.transcript.compositions.composition import Composition, Stretch
from desktop_app.ui.transcript.find.find_in_pieces import SLICE, compositions, found_in
from desktop_app.ui.transcript.find.find_words import Query, holds_plainly, matches, may_hold, shallow_count
from desktop_app.ui.transcript.page.places import Place, Span
from desktop_app.ui.transcript.page.work import Job, own_time

if TYPE_CHECKING:
    from desktop_app.ui.transcript.page.page import Page

_SLICE: Final = 0.005
"""Seconds of counting in one turn of the event loop."""
_SEEK: Final = 0.012
"""The same for what the reader waits to see."""
_AT_ONCE: Final = 0.02
"""The same for the turn in which the words change or the next place is asked for."""
_AT_A_TIME: Final = 16
"""Messages that are looked at before the clock is."""
_LARGE: Final = 20_000
"""Characters of a message from which on it is read in slices."""
_SETTLE: Final = 300
"""Milliseconds for which a message that grows is not counted again."""
_NEWS: Final = 150
"""Milliseconds between two tellings of how many there are so far."""
_REMEMBERED: Final = 300
_NOWHERE: Final = Query("")


class _Spans(NamedTuple):
    """What was found in a message that read so: whoever goes from one to the next asks for all of them each time."""

    entry: int
    pieces: list[Composition]
    spans: list[Span]


class Finder(QObject):
    """Satisfies ``page_lights.FoundMarks``. ``changed``: the count or the place gone to is another."""

    changed = Signal()

    def __init__(self, page: Page, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._query = _NOWHERE
        self._origin: Place | None = None
        self._current: Span | None = None
        self._counts: list[int | None] = []
        self._seeking: Job | None = None
        self._counting: Job | None = None
        self._lowered: list[str] = []
        """Sources in small letters, ready for the first word that is typed."""
        self._preparing: Job | None = None
        self._known: dict[tuple[int, int], tuple[Composition, list[Stretch]]] = {}
        self._spans: _Spans | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._work)
        self._told = QElapsedTimer()
        self._again = QTimer(self, singleShot=True, interval=_SETTLE)
        self._again.timeout.connect(self._count_rest)
        page.text_changed.connect(self._text_changed)
        page.messages_replaced.connect(self._messages_replaced)

    # What the bar asks

    @property
    def current(self) -> Span | None:
        """What was gone to."""
        return self._current

    @property
    def total(self) -> int:
        """As many as are known by now."""
        return sum(filter(None, self._counts))

    @property
    def complete(self) -> bool:
        """Whether all are counted, and nothing is being looked for."""
        return self._counting is None and self._seeking is None and None not in self._counts

    @property
    def number(self) -> int:
        """Which one was gone to, from 1; 0 where there is none, or where what stands before it is not counted."""
        if self._current is None or None in self._counts[: self._current.start.entry]:
            return 0
        entry, piece, position = self._current.start
        before = sum(filter(None, self._counts[:entry]))
        here = [span.start for span in self._matches(entry)]
        return before + sum(place <= Place(entry, piece, position) for place in here)

    def prepare(self) -> None:
        """Somebody is about to type."""
        self._preparing = self._lower()
        self._timer.start()

    def look_for(self, query: Query) -> None:
        """Other words: goes to the first of them from where the search began."""
        if query == self._query:
            return
        if self._origin is None:
            self._origin = self._reading_place()
        self._query = query if query.words.strip() else _NOWHERE
        self._known.clear()
        self._spans = None
        self._current = None
        self._counts = [None] * len(self._page.entries)
        self._page.set_marks(self if self._query.words else None)
        if not self._query.words:
            self._seeking = self._counting = None
            self._counts = []
            self.changed.emit()
            return
        self._seeking = self._seek_first()
        self._counting = self._count()
        self._work(_AT_ONCE)

    def go(self, *, forward: bool) -> None:
        """To the next one or the one before, around the end of the conversation where there is none."""
        if self._query.words and len(self._page.entries):
            self._seeking = self._seek_on(forward=forward)
            self._work(_AT_ONCE)

    def stop(self) -> Span | None:
        """Takes the marks away; gives the place that was gone to."""
        found = self._current
        self._query, self._current, self._origin = _NOWHERE, None, None
        self._seeking = self._counting = self._preparing = None
        self._counts, self._lowered = [], []
        self._known.clear()
        self._spans = None
        self._timer.stop()
        self._again.stop()
        self._page.set_marks(None)
        return found

    # What the page asks (FoundMarks)

    def found(self, entry: int, piece: int, composition: Composition) -> Sequence[Stretch]:
        if not self._query.words:
            return ()
        known = self._known.get((entry, piece))
        if known is not None and known[0] is composition:
            return known[1]
        stretches = found_in(self._query, composition)
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        self._known[entry, piece] = composition, stretches
        return stretches

    # Going there

    def _seek_first(self) -> Job:
        """The nearest from the origin on: first where the words stand plainly, which is told at once."""
        origin = self._origin or Place(0, 0, 0)
        for may_be in (self._holds_plainly, self._may_hold):
            for number, entry in enumerate(self._from(origin.entry, forward=True)):
                if number % _AT_A_TIME == 0:
                    yield
                if may_be(entry) and (yield from self._try(entry, origin if entry == origin.entry else None)):
                    return
        for span in self._matches(origin.entry):  # above the origin, in its own message
            self._go_to(span)
            return
        self.changed.emit()

    def _holds_plainly(self, entry: int) -> bool:
        query = self._query
        if entry < len(self._lowered) and query.accents and not query.case:
            return query.words.lower() in self._lowered[entry]
        return holds_plainly(query, self._page.entries[entry].source)

    def _may_hold(self, entry: int) -> bool:
        return may_hold(self._query, self._page.entries[entry].source)

    def _try(self, entry: int, least: Place | None) -> Generator[None, None, bool]:
        """Goes to the first of a message, not before ``least``; returns whether there is one."""
        yield from self._read(entry)
        yield from self._look_through(entry)
        for span in self._matches(entry):
            if least is None or span.start >= least:
                self._go_to(span)
                return True
        return False

    def _seek_on(self, *, forward: bool) -> Job:
        start = self._current or Span(*2 * (self._origin or Place(0, 0, 0),))
        yield from self._read(start.start.entry)
        if self._spans is None or self._spans.entry != start.start.entry:
            yield from self._look_through(start.start.entry)
        here = self._matches(start.start.entry)
        beyond = [span for span in here if (span.start > start.start if forward else span.start < start.start)]
        if beyond:
            self._go_to(beyond[0 if forward else -1])
            return
        entries = list(self._from(start.start.entry, forward=forward))
        for entry in [*entries[1:], start.start.entry]:
            yield
            if self._count_of(entry) == 0 or not may_hold(self._query, self._page.entries[entry].source):
                continue
            yield from self._read(entry)
            yield from self._look_through(entry)
            if spans := self._matches(entry):
                self._go_to(spans[0 if forward else -1])
                return
        self.changed.emit()

    def _from(self, entry: int, *, forward: bool) -> Iterator[int]:
        """All messages once, from this one on and around."""
        count = len(self._page.entries)
        for step in range(count):
            yield (entry + step if forward else entry - step) % count

    def _read(self, entry: int) -> Job:
        """Has the page read a message, a large one in slices."""
        message = self._page.entries[entry]
        while message.size > _LARGE and self._page.entries.peek(entry) is None and not message.streaming:
            if not self._page.entries.read(message, SLICE):
                return
            yield

    def _matches(self, entry: int) -> list[Span]:
        if entry >= len(self._page.entries):
            return []
        pieces, known = self._pieces(entry), self._spans
        if known is not None and known.entry == entry and known.pieces == pieces:
            spans = known.spans
        else:
            spans = [span for number, piece in enumerate(pieces) for span in self._spans_in(entry, number, piece)]
            self._spans = _Spans(entry, pieces, spans)
        if entry < len(self._counts):
            self._counts[entry] = len(spans)
        return spans

    def _look_through(self, entry: int) -> Job:
        """Has what is in a large message found, some pieces at a time."""
        if self._page.entries[entry].size <= _LARGE:
            return
        spans: list[Span] = []
        pieces = self._pieces(entry)
        for number, piece in enumerate(pieces):
            if number % _AT_A_TIME == 0:
                yield
            spans += self._spans_in(entry, number, piece)
        self._spans = _Spans(entry, pieces, spans)

    def _spans_in(self, entry: int, number: int, piece: Composition) -> list[Span]:
        found = self.found(entry, number, piece)
        return [Span(Place(entry, number, start), Place(entry, number, end)) for start, end in found]

    def _pieces(self, entry: int) -> list[Composition]:
        message = self._page.entries[entry]
        if message.begun and message.streaming:
            return [piece.composition for piece in message.pieces]
        return list(self._page.entries.pieces(entry))

    def _go_to(self, span: Span) -> None:
        self._current = span
        self._page.show_place(span.start, end=span.end)
        self._page.viewport().update()
        self.changed.emit()

    def _reading_place(self) -> Place | None:
        if self._page.selection is not None:
            return self._page.selection.start
        sight = self._page.sight() if len(self._page.entries) else None
        return sight[0] if sight is not None else None

    # Counting

    def _lower(self) -> Job:
        for entry in range(len(self._lowered), len(self._page.entries)):
            self._lowered.append(self._page.entries[entry].source.lower())
            if entry % _AT_A_TIME == 0:
                yield

    def _count(self) -> Job:
        for entry in range(len(self._page.entries)):
            if entry >= len(self._counts):
                self._counts.append(None)
            if self._counts[entry] is None:
                yield from self._count_one(entry)
        self._counting = None

    def _count_one(self, entry: int) -> Job:
        message = self._page.entries[entry]
        source = message.source
        if message.mine or message.shows_source:
            count: int | None = sum(1 for _ in matches(self._query, source))
        else:
            count = shallow_count(self._query, source)
        yield
        if count is None:
            count = 0
            for composition in compositions(source, message.message_id):
                if composition is None:
                    yield
                else:
                    count += len(found_in(self._query, composition))
        if entry < len(self._counts):
            self._counts[entry] = count

    def _count_of(self, entry: int) -> int | None:
        return self._counts[entry] if entry < len(self._counts) else None

    def _count_rest(self) -> None:
        if self._query.words:
            self._counting = self._count()
            self._timer.start()

    def _text_changed(self, entry: int, _first: int) -> None:
        if not self._query.words:
            return
        del self._lowered[entry:]
        self._counts += [None] * (entry + 1 - len(self._counts))
        self._counts[entry] = None
        if not self._again.isActive():
            self._again.start()

    def _messages_replaced(self) -> None:
        """Another conversation, or other messages in it: counted again, and nobody is taken anywhere."""
        self._origin = self._current = self._seeking = None
        self._known.clear()
        self._spans = None
        self._lowered = []
        if self._query.words:
            self._counts = [None] * len(self._page.entries)
            self._count_rest()

    # A little at a time

    def _work(self, seconds: float = 0.0) -> None:
        sought = self._seeking is not None
        end = own_time() + (max(seconds, _SEEK) if sought else _SLICE)
        while self._seeking is not None and own_time() < end:
            job = self._seeking
            if next(job, self) is self and self._seeking is job:
                self._seeking = None
        while not sought and self._counting is not None and own_time() < end:  # what was found is shown first
            if next(self._counting, self) is self:
                self._counting = None
        while not sought and self._counting is None and self._preparing is not None and own_time() < end:
            if next(self._preparing, self) is self:
                self._preparing = None
        if self._seeking is not None or self._counting is not None or self._preparing is not None:
            self._timer.start()
            if (
                self._told.isValid() and self._told.elapsed() < _NEWS
            ):  # to show each small step would take longer than it
                return
        self._told.start()
        self.changed.emit()
