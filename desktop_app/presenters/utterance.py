"""One text on its way to the voice: an answer as it is written, or something read on request."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.domain.phrase import Phrase
from desktop_app.presenters.portions import Portions
from desktop_app.speech.text.read_aloud import Reader

STALL = 0.25
"""Seconds of silence from the model after which a finished phrase is no longer held back for company."""


def ignore(_moment: float) -> None:
    """Nobody times a text that is read on request."""


@dataclass(slots=True)
class Utterance:
    """``base`` is where its text begins in the message's source; ``reader`` None: no more text comes."""

    id: str
    message_id: str
    base: int
    reader: Reader | None
    on_first_sound: Callable[[float], None] = ignore
    conversation_id: str = ""
    """Of an answer, which waits while its conversation is in the background."""
    unheard: list[Phrase] = field(default_factory=list)
    begin: int = 0
    """Phrases that end before this place are passed over."""
    to_end: bool = True
    """It goes to the end of its message, and is no piece that was picked out."""
    given: int = 0
    portions: Portions | None = None
    """Where its text is cut little by little."""
    held: list[str] = field(default_factory=list)
    """Text that is not cut before it is wanted."""
    held_end: bool = False
    """No more text comes behind what is held."""
    heard: bool = False
    began: float = field(default_factory=time.monotonic)
    _fed: float = 0.0
    _stall: asyncio.TimerHandle | None = None

    @property
    def known(self) -> int:
        """How many phrases there are by now; 0 while that says nothing of how many there will be."""
        return 0 if self.portions is not None and self.portions.hold_back else self.given

    def feed(self, delta: str, on_stall: Callable[[list[Phrase]], None]) -> list[Phrase]:
        """The phrases that ``delta`` completes; ``on_stall`` gets those that a pause of the model sets free."""
        if self.reader is None:
            return []
        self._fed = time.monotonic()
        if self._stall is None:
            self._look_again(STALL, on_stall)
        return self.reader.feed(delta)

    def finish(self) -> list[Phrase]:
        """What is left when the text is whole."""
        return [] if self.reader is None else self.reader.finish()

    def placed(self, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
        """The phrases that are to be said, counted, and with their places in the message's source."""
        for phrase in phrases:
            start, end = phrase.start + self.base, phrase.end + self.base
            if end > self.begin:
                words = tuple((begin + self.base, last + self.base) for begin, last in phrase.words)
                said = replace(phrase, index=self.given, start=start, end=end, words=words)
                self.given += 1
                if self.conversation_id:
                    self.unheard.append(said)
                yield said

    def passed(self, phrase: Phrase) -> None:
        """It was heard to its end."""
        self.unheard = [one for one in self.unheard if one.start >= phrase.end]

    def heard_to(self, index: int) -> None:
        """The listener has come to this phrase."""
        if self.portions is not None:
            self.portions.heard_to(index)

    def skip_one(self) -> None:
        """The listener asked for the next sentence."""
        if self.portions is not None:
            self.portions.skip_one()

    def cancel(self) -> None:
        """Nothing more of it is said."""
        self.watch_no_longer()
        if self.portions is not None:
            self.portions.cancel()

    def close(self) -> None:
        """No more text comes."""
        self.watch_no_longer()
        self.reader = None

    def watch_no_longer(self) -> None:
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None

    def _look_again(self, wait: float, on_stall: Callable[[list[Phrase]], None]) -> None:
        self._stall = asyncio.get_running_loop().call_later(wait, self._look_for_stall, on_stall)

    def _look_for_stall(self, on_stall: Callable[[list[Phrase]], None]) -> None:
        self._stall = None
        if self.reader is None:
            return
        left = STALL - (time.monotonic() - self._fed)
        if self.portions is not None and self.portions.pending:
            return  # it is we who wait, for the ear
        if left > 0:
            self._look_again(left, on_stall)
        else:
            on_stall(self.reader.stalled())
