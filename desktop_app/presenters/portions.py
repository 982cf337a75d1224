"""A text that is longer than a breath goes to the voice in portions, so that the window never waits for it.

Cutting a text costs some 5 µs a character, so 250 kB in one go would hold the window for a second. Here it is cut for a
few milliseconds at a time, and only as far ahead of the ear as is useful: of 300 pages next to nothing is held, and
whoever sends them is kept waiting until the listener comes near.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.phrase import Phrase

_BITE = 256  # characters cut before the clock is looked at
_SLICE = 0.004  # seconds of cutting in one go
_REST = 0.003  # seconds in between, for the window and for the other threads
_NOTHING_HEARD = 5.0  # seconds after which more is given though nothing was heard: a device or a server may be gone


@dataclass(frozen=True, slots=True)
class Cutting:
    """What is done with the text, in order.

    ``bite`` gives the phrases that went to the voice with it; ``over`` comes once, at the end. ``busy``: something is
    being heard, or is held in a pause.
    """

    bite: Callable[[str], list[Phrase]]
    over: Callable[[], None]
    busy: Callable[[], bool]


class Portions:
    """``ahead``: how many characters may have been given to the voice and not been heard; None: any number."""

    def __init__(self, cutting: Cutting, ahead: int | None) -> None:
        self._cutting = cutting
        self._ahead = ahead
        self._texts: deque[str] = deque()
        self._at = 0  # how much of the first text is cut
        self._ended = False
        self._unheard: deque[tuple[int, int]] = deque()  # index and length of each phrase
        self._unheard_length = 0
        self._timer: asyncio.TimerHandle | None = None
        self._resting = False  # between two slices
        self._quiet = False  # nothing was being heard when it was last looked
        self._news = asyncio.Event()
        self.gone = asyncio.Event()
        """Set when nothing more of the text will be said."""

    @property
    def pending(self) -> bool:
        """Whether there is text that is not cut yet."""
        return bool(self._texts)

    @property
    def hold_back(self) -> bool:
        """Whether more is likely to come than was cut: the text is not whole, or there was no room for all of it."""
        return self._ahead is not None and not (self._ended and not self._texts)

    def add(self, text: str) -> None:
        """More text; what there is room for is cut at once, a few milliseconds of it before this returns."""
        if text and not self.gone.is_set():
            self._texts.append(text)
            self._go_on()

    def add_soon(self, text: str) -> None:
        """More text, of which nothing is cut before this returns: there is something else to do now."""
        if text and not self.gone.is_set():
            self._texts.append(text)
            if not self._resting:
                self._stop_timer()
                self._look_again(_REST, self._work)
                self._resting = True

    def end(self) -> None:
        """No more text comes."""
        if not self.gone.is_set():
            self._ended = True
            self._go_on()

    def heard_to(self, index: int) -> None:
        """The listener has come to the phrase with this index."""
        self._quiet = False
        while self._unheard and self._unheard[0][0] < index:
            self._drop_first()
        self._go_on()

    def skip_one(self) -> None:
        """The listener asked for the next sentence, which may be one that is not cut yet."""
        if self._unheard:
            self._drop_first()
        self._go_on()

    def cancel(self) -> None:
        """Nothing more of it is said."""
        self._texts.clear()
        self._stop_timer()
        self.gone.set()
        self._news.set()

    async def taken(self) -> bool:
        """Returns when all text that was added is cut; false where it is not said any more."""
        while self._texts and not self.gone.is_set():
            self._news.clear()
            await self._news.wait()
        return not self.gone.is_set()

    @property
    def _full(self) -> bool:
        return self._ahead is not None and self._unheard_length >= self._ahead

    def _go_on(self) -> None:
        if not self._resting:
            self._work()

    def _work(self) -> None:
        self._stop_timer()
        until = time.monotonic() + _SLICE
        while self._texts and not self._full:
            if time.monotonic() > until:
                self._look_again(_REST, self._work)
                self._resting = True
                return
            self._cut_one()
        if self._texts:
            self._look_again(_NOTHING_HEARD, self._give_up_waiting)
        elif self._ended and not self.gone.is_set():
            self._cutting.over()
            self.gone.set()
        self._news.set()

    def _cut_one(self) -> None:
        text = self._texts[0]
        bite = text[self._at : self._at + _BITE]
        self._at += _BITE
        if self._at >= len(text):
            self._texts.popleft()
            self._at = 0
        for phrase in self._cutting.bite(bite):
            self._unheard.append((phrase.index, len(phrase.text)))
            self._unheard_length += len(phrase.text)

    def _give_up_waiting(self) -> None:
        """Between two phrases nothing is heard for a moment; where twice in a row nothing was, something is wrong."""
        self._timer = None
        if self._cutting.busy():
            self._quiet = False
        elif self._quiet:
            self._unheard.clear()
            self._unheard_length = 0
        else:
            self._quiet = True
        self._work()

    def _drop_first(self) -> None:
        self._unheard_length -= self._unheard.popleft()[1]

    def _look_again(self, seconds: float, do: Callable[[], None]) -> None:
        self._timer = asyncio.get_running_loop().call_later(seconds, do)

    def _stop_timer(self) -> None:
        self._resting = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
