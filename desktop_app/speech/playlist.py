"""The phrases of the turns that are being said, each with the sound made of it so far."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.domain.phrase import WORD, Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pace import Arrival
from desktop_app.speech.sound.pcm import SAMPLE_BYTES, pause_seconds, resampled
from desktop_app.speech.synthesizer import WordTime
from desktop_app.speech.text.gathering import joined

_USUAL_PACE = 0.065
"""Seconds a character of English takes; what a voice makes is measured."""

_BREATH = 0.12
"""Seconds between a phrase that broke off and what is said of the rest."""

_KEPT_SECONDS = 60.0
"""Sound kept after it was heard, so that going back a sentence asks no voice again."""

_WAY_BACK = 600.0
"""Seconds after which a phrase that was heard leaves the list, so that a book takes no more room than a page."""


@dataclass(slots=True, eq=False)
class Turn:
    """``troubles``: kinds of error already told. The built-in voice speaks while the ``server_rests_until`` then."""

    id: str
    finished: bool = False
    heard: bool = False
    waiting: int = 0
    troubles: set[str] = field(default_factory=set)
    server_rests_until: float = 0.0


@dataclass(slots=True, eq=False)
class Item:
    """``pieces`` are sound at ``rate``, trimmed; the first ``fed`` of them went to the device.

    ``made``: no more pieces will come. ``over``: heard to its end, skipped, or without any sound. ``arrival``: how
    they come in, while a voice makes them. ``said``: how much of the text the pieces say for certain, in characters,
    where a voice broke off and the rest is still to be made.
    """

    phrase: Phrase
    turn: Turn
    options: SpeechOptions | None = None
    rate: int = 0
    pieces: list[bytes] = field(default_factory=list)
    made: bool = False
    fed: int = 0
    opened: bool = False
    closed: bool = False
    over: bool = False
    started: float | None = None
    silent_seconds: float = 0.0
    task: asyncio.Task[None] | None = None
    begins_at: int = 0
    """Where its sound begins among all the frames put to the device."""
    word_times: list[WordTime] = field(default_factory=list)
    """From the beginning of its sound; only where the voice told them."""
    arrival: Arrival | None = None
    said: int = 0

    @property
    def seconds(self) -> float:
        return _seconds(self.pieces, self.rate)

    @property
    def unfed_seconds(self) -> float:
        return _seconds(self.pieces[self.fed :], self.rate)

    def begin_again(self) -> None:
        """Its sound will be made anew."""
        self.pieces = []
        self.made = False

    def go_on_from(self, said: int) -> None:
        """What came stays; the rest of the text, from this character on, will be made and follows after a breath."""
        self.said = said
        self.made = False
        self.pieces.append(bytes(round(_BREATH * self.rate) * SAMPLE_BYTES))

    def begin_words(self) -> float:
        """A voice is asked for what is not said yet: gives where in the sound that begins, in seconds."""
        said = self._words_said()
        self.word_times = [time for time in self.word_times if time.word < said]
        return self.seconds

    def learn_words(self, times: tuple[WordTime, ...], begun: float) -> None:
        """``times`` as the voice tells them, of what it was asked for, whose sound began at ``begun``."""
        if times:
            said = self._words_said()
            self.word_times += [WordTime(said + time.word, max(begun + time.seconds, 0.0)) for time in times]

    def _words_said(self) -> int:
        return sum(1 for _ in WORD.finditer(self.phrase.text, 0, self.said))

    def rewind(self, rate: int) -> None:
        """It waits again to be fed from its beginning; what was half made for a device of another rate is made anew."""
        self.turn.waiting += self.over
        self.fed = 0
        self.opened = self.closed = self.over = False
        self.started = None
        if self.rate == rate or not self.rate:
            return
        if self.made:
            self.pieces = [resampled(b"".join(self.pieces), self.rate, rate)]
            self.rate = rate
        else:
            self.forget()

    def skip(self) -> None:
        """It is over, heard or not."""
        if not self.over:
            self.over = True
            self.turn.waiting -= 1

    def forget(self) -> None:
        """Lets its sound go."""
        if self.task is not None:
            self.task.cancel()
            self.task = None
        self.pieces = []
        self.made = False
        self.fed = 0
        self.rate = 0
        self.said = 0


class Playlist:
    """Items in the order in which they are heard; ``feeding`` is the index of the one that goes to the device now."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.feeding = 0
        self.turns: dict[str, Turn] = {}
        self.seconds_a_character = _USUAL_PACE
        self.current: Item | None = None
        """What is heard now."""
        self.place: Item | None = None
        """Where the listener is: what is heard, was heard last or is about to be heard after a jump."""

    def add(self, phrase: Phrase, options: SpeechOptions | None = None) -> Item:
        turn = self.turns.setdefault(phrase.turn_id, Turn(phrase.turn_id))
        turn.waiting += 1
        item = Item(phrase, turn, options)
        self.items.append(item)
        return item

    def waiting_to_be_fed(self) -> list[Item]:
        return self.items[self.feeding :]

    def next_to_make(self) -> Item | None:
        return next((item for item in self.waiting_to_be_fed() if not (item.made or item.over or item.task)), None)

    def join_next(self, item: Item, longest: int, apart: Callable[[Phrase], bool]) -> bool:
        """Joins the item with the one that follows, where they go well together and no voice was asked for it yet.

        ``longest``: of their texts together, in characters. ``apart``: phrases that are not to be joined.
        """
        at = self.items.index(item) + 1
        if at == len(self.items):
            return False
        other = self.items[at]
        asked = other.made or other.over or other.task is not None or apart(other.phrase)
        together = None if asked or other.options != item.options else joined(item.phrase, other.phrase, longest)
        if together is None:
            return False
        item.phrase = together
        del self.items[at]
        other.skip()
        return True

    def first_not_over(self) -> int | None:
        return next((index for index, item in enumerate(self.items) if not item.over), None)

    def jump(self, index: int, rate: int) -> None:
        """The item at ``index`` is fed next, at that rate; those before it are over, it and those after it wait."""
        for item in self.items[:index]:
            if not item.over:
                item.forget()
                item.skip()
        for item in self.items[index:]:
            item.rewind(rate or item.rate)
        self.feeding = index
        self.place = self.items[index] if index < len(self.items) else None

    def clear(self) -> None:
        self.items = []
        self.feeding = 0
        self.turns = {}
        self.current = self.place = None

    def being_made(self) -> int:
        return sum(1 for item in self.waiting_to_be_fed() if item.task is not None)

    def seconds_before(self, item: Item) -> float:
        """The sound in hand that is heard before this item and has not yet gone to the device."""
        total = 0.0
        for other in self.waiting_to_be_fed():
            if other is item:
                break
            total += other.unfed_seconds
        return total

    def expected_before(self, item: Item) -> float:
        """The same with what is being made: by its length, where its sound has not come."""
        total = 0.0
        for other in self.waiting_to_be_fed():
            if other is item:
                break
            fed = other.seconds - other.unfed_seconds
            whole = other.seconds if other.made or other.over else self.expected_seconds(other)
            total += max(other.unfed_seconds, whole - fed)
            if not (other.closed or other.over):
                total += pause_seconds(other.phrase.pause)
        return total

    def expected_seconds(self, item: Item) -> float:
        """How long its sound is likely to be, by its text."""
        return len(item.phrase.text) * self.seconds_a_character

    def learn_pace(self, item: Item) -> None:
        """How long the voice takes for a character, from what it has made."""
        if item.made and item.seconds:
            measured = item.seconds / len(item.phrase.text)
            self.seconds_a_character += (measured - self.seconds_a_character) / 4

    def let_go_of_old(self) -> None:
        """Forgets the sound of what was heard longer than a minute ago, and what was heard longer than ten ago."""
        passed = 0.0
        for index in range(self.feeding - 1, -1, -1):
            item = self.items[index]
            passed += max(item.seconds, self.expected_seconds(item))
            if passed > _KEPT_SECONDS and item.over:
                item.forget()
            if passed > _WAY_BACK and item.over and item is not self.place:
                del self.items[: index + 1]
                self.feeding -= index + 1
                return

    def drop_turn(self, turn: Turn) -> None:
        """A turn that is over leaves the list."""
        before = sum(1 for item in self.items[: self.feeding] if item.turn is turn)
        self.items = [item for item in self.items if item.turn is not turn]
        self.feeding -= before
        self.turns.pop(turn.id, None)

    def neighbour(self, step: int) -> int | None:
        """The index ``step`` items from the listener's place within its turn; None where there is none."""
        if self.place is None or self.place not in self.items:
            return None
        index = self.items.index(self.place) + step
        if 0 <= index < len(self.items) and self.items[index].turn is self.place.turn:
            return index
        return None


def _seconds(pieces: list[bytes], rate: int) -> float:
    return sum(map(len, pieces)) / SAMPLE_BYTES / rate if rate else 0.0
