"""The messages of the page, of which only those near the sight, and those that stream, are held read into pieces."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import Message, MessageState
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.page.column import Column
from desktop_app.ui.transcript.page.entry import ONLY, Entry
from desktop_app.ui.transcript.page.reading import SLICE, Reader

if TYPE_CHECKING:
    from desktop_app.domain.prices import Prices

_MOST: Final = 400_000
"""Characters of source that are kept read; a page in sight holds some thousands."""
_BOOK: Final = 30_000
"""Characters of a message of which the end is shown before all of it is read."""


class Entries:
    """In the order of the page. ``being_read`` are those whose source has more to give."""

    def __init__(self) -> None:
        self.items: list[Entry] = []
        self.column = Column(self.items)
        self.reader = Reader(self.column.guess)
        self.being_read: dict[str, Entry] = {}
        self._by_id: dict[str, Entry] = {}
        self._read: OrderedDict[str, Entry] = OrderedDict()
        self._characters = 0
        self.on_taken_over: Callable[[Entry, int], None] = _nobody
        """Hears of a message of which only the end was shown: its pieces are numbered so much higher now."""

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Entry:
        return self.items[index]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.items)

    def find(self, message_id: str) -> Entry | None:
        return self._by_id.get(message_id)

    def index_of(self, message_id: str) -> int | None:
        entry = self._by_id.get(message_id)
        return None if entry is None else entry.index

    def replace(self, messages: Sequence[Message]) -> None:
        """Other messages; one that is there already and says the same keeps what is known of it."""
        old = self._by_id
        entries = [_kept(old.get(message.id), message, index) for index, message in enumerate(messages)]
        self.items[:] = entries
        self._by_id = {entry.message_id: entry for entry in entries}
        read = [entry for entry in self._read.values() if self._by_id.get(entry.message_id) is entry]
        self._read = OrderedDict((entry.message_id, entry) for entry in read)
        self.being_read = {entry.message_id: entry for entry in read if entry.waiting}
        self._characters = sum(entry.size for entry in read)
        self.column.reset()

    def replace_from(self, index: int, messages: Sequence[Message]) -> None:
        """Other messages from that one on; those above stay as they are."""
        for entry in self.items[index:]:
            self._forget(entry)
            del self._by_id[entry.message_id]
        self.items[index:] = [Entry(message, index + number) for number, message in enumerate(messages)]
        self._by_id.update((entry.message_id, entry) for entry in self.items[index:])
        self.column.cut(index)

    def add(self, message: Message) -> Entry:
        """One more at the end."""
        entry = Entry(message, len(self.items))
        self.items.append(entry)
        self._by_id[message.id] = entry
        return entry

    def pieces(self, index: int) -> tuple[Composition, ...]:
        """All that a message is made of, its notes last. Reads it where it must, without keeping others from being."""
        entry = self.items[index]
        self.read_whole(entry)
        return tuple(piece.composition for piece in entry.pieces)

    def peek(self, index: int) -> tuple[Composition, ...] | None:
        """The same, None where it would have to be read."""
        entry = self.items[index]
        whole = entry.begun and not entry.waiting
        return tuple(piece.composition for piece in entry.pieces) if whole else None

    def read_whole(self, entry: Entry) -> None:
        while self.read(entry):
            pass

    def read(self, entry: Entry, most: int = SLICE) -> bool:
        """Reads on in a message; whether there is more. The column hears of it."""
        if not entry.begun:
            self._read[entry.message_id] = entry
            self._characters += entry.size
        elif not entry.waiting:
            if not entry.streaming:
                self._use(entry)
            self.being_read.pop(entry.message_id, None)
            return False
        self._read_on(entry, most)
        self.column.changed(entry)
        if entry.waiting:
            self.being_read[entry.message_id] = entry
            return True
        if entry.whole:
            entry.heights, entry.live = [], False
        self.being_read.pop(entry.message_id, None)
        return False

    def show_end(self, entry: Entry) -> bool:
        """Reads the last pages of a message first, where it is long; false where it has to be read from its top."""
        if entry.begun or entry.mine or entry.live or entry.shows_source or entry.size < _BOOK:
            return False
        from desktop_app.ui.transcript.page.end_first import start_of_end  # few messages are so long

        start = start_of_end(entry.source)
        if start is None:
            return False
        self._read[entry.message_id] = self.being_read[entry.message_id] = entry
        self._characters += entry.size
        tall = self.column.height_of(entry)
        self.reader.read_end(entry, start)
        entry.missing = max(tall - sum(piece.height for piece in entry.pieces), 0.0)
        self.column.changed(entry)
        return True

    def show_top(self, entry: Entry) -> None:
        """Of a message of which the end is shown the top is wanted instead."""
        if entry.behind is not None:
            from desktop_app.ui.transcript.page.end_first import show_top

            show_top(entry)
            self.read(entry)

    def add_text(self, message_id: str, text: str) -> Entry | None:
        """More of a message that streams; nothing is read yet. None where none does."""
        entry = self._by_id.get(message_id)
        if entry is None or not entry.streaming or not text:
            return None
        entry.add(text)
        if message_id in self._read:
            self._characters += len(text)
        self.being_read[message_id] = entry
        return entry

    def set_state(self, entry: Entry, state: MessageState) -> None:
        """The message has ended so, or goes on. It is told when the last of its text has been read."""
        again = state is MessageState.STREAMING
        entry.state, entry.live, entry.ahead = state, entry.live or again, None
        if again and entry.begun and entry.stream is None:
            self.reader.read(entry)
            self.column.changed(entry)
        if again or entry.stream is not None:
            self.being_read[entry.message_id] = entry
        elif entry.begun:
            self.show_notes(entry)

    def show_notes(self, entry: Entry) -> None:
        if entry.begun:
            self.reader.show_notes(entry)
            self.column.changed(entry)

    @property
    def crowded(self) -> bool:
        """Whether far more is held read than shall be."""
        return self._characters > 2 * _MOST

    def release(self, kept: Iterable[Entry]) -> None:
        """Throws away what was longest not used, where there is too much; never those ``kept``."""
        if self._characters <= _MOST:
            return
        safe = {entry.message_id for entry in kept}
        for message_id, entry in list(self._read.items()):
            if self._characters <= _MOST:
                return
            if message_id not in safe and not entry.streaming and message_id not in self.being_read:
                self._forget(entry)
                entry.drop()

    def set_code_said(self, said: SaidCode | None) -> None:
        """What heads of code tell of the voice."""
        if said is self.reader.code_said:
            return
        self.reader.code_said = said
        for entry in self.those_read:
            self.reader.compose_code(entry)
            self.column.changed(entry)

    def set_choices(self, choices: Mapping[str, Siblings]) -> Sequence[Entry]:
        """Which messages have other versions; those of which that is news."""
        changed = [entry for entry in self.items if entry.choice != choices.get(entry.message_id, ONLY)]
        for entry in changed:
            entry.choice = choices.get(entry.message_id, ONLY)
            self.show_notes(entry)
        return changed

    def set_prices(self, prices: Prices) -> None:
        """With these the notes tell what an answer cost."""
        self.reader.prices = prices
        for entry in self.those_read:
            self.show_notes(entry)

    def show_source(self, entry: Entry, *, shown: bool) -> None:
        """The message as it was written, or as it is meant."""
        entry.shows_source = shown
        self.read_again(entry)

    def read_again(self, entry: Entry) -> None:
        """Throws away what was read, since it is to be shown in another way."""
        self._forget(entry)
        entry.forget()
        entry.heights, entry.states = [], {}
        self.column.changed(entry)

    def widen(self) -> None:
        """The column has another width or zoom: nothing measured holds."""
        for entry in self.items:
            entry.heights = []
        for entry in self._read.values():
            for piece in entry.pieces:
                piece.measured = False
                piece.height = self.column.guess(piece.composition)
        self.column.reset()

    @property
    def those_read(self) -> Iterable[Entry]:
        return list(self._read.values())

    def _read_on(self, entry: Entry, most: int) -> None:
        if entry.behind is None:
            self.reader.read(entry, most)
        elif (by := self.reader.read_behind(entry, most)) is not None:
            self.column.changed(entry)
            self.on_taken_over(entry, by)

    def _use(self, entry: Entry) -> None:
        if entry.message_id in self._read:
            self._read.move_to_end(entry.message_id)

    def _forget(self, entry: Entry) -> None:
        if self._read.pop(entry.message_id, None) is not None:
            self._characters -= entry.size
        self.being_read.pop(entry.message_id, None)


def _nobody(_entry: Entry, _by: int) -> None:
    """Nobody listens."""


def _kept(entry: Entry | None, message: Message, index: int) -> Entry:
    if entry is None or entry.streaming or entry.state is not message.state or entry.role is not message.role:
        return Entry(message, index)
    if entry.source != message.text or (entry.parts and entry.parts != message.parts):
        return Entry(message, index)
    entry.index = index
    return entry
