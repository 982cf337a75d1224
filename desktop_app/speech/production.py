"""Sound is made ahead of the ear: enough that no gap opens, and no more than will soon be heard.

How much is asked for at once follows from how fast the voice has proved to be (``pace``): a phrase must last until the
one after it can be there. A fast voice is therefore asked phrase by phrase, one that is slow to answer for several
short sentences together.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.background import Background
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pace import Pace, Paces
from desktop_app.speech.phrase_maker import PhraseMaker, Work
from desktop_app.speech.pipeline_ports import Output
from desktop_app.speech.playlist import Item, Playlist
from desktop_app.speech.sound_shelf import SoundShelf
from desktop_app.speech.text.phrases import LONGEST
from desktop_app.speech.voices.casting import cast

_AT_ONCE = 2
_AHEAD_SECONDS = 15.0
_EASY_SECONDS = 6.0
"""Seconds of sound ahead below which no request is put off."""


class Production:
    """``on_sound`` is called when a phrase has more sound, ``on_made`` when one has all of it."""

    def __init__(
        self,
        playlist: Playlist,
        output: Output,
        maker: PhraseMaker,
        background: Background,
        paces: Paces,
        shelf: SoundShelf,
        *,
        on_sound: Callable[[], None],
        on_made: Callable[[], None],
    ) -> None:
        self._list = playlist
        self._output = output
        self._maker = maker
        self._background = background
        self._paces = paces
        self._shelf = shelf
        self._on_sound = on_sound
        self._on_made = on_made
        self._speed = 1.0
        self._readied: set[SpeechSource] = set()

    def expect(self, item: Item, options: SpeechOptions) -> None:
        """A phrase has come in: where it is said by a voice that has not spoken yet, that one is readied meanwhile."""
        usual = item.options or options
        chosen = cast(item.phrase, usual)
        if chosen.source is not usual.source:
            self._ready(chosen)

    def make_ahead(self, options: SpeechOptions) -> None:
        """Starts on the next phrases, in order, as far as the limits allow."""
        self._speed = options.speed
        if not self._output.is_open:
            return
        while (item := self._list.next_to_make()) is not None:
            chosen = cast(item.phrase, item.options or options)
            # A voice on this machine is far faster than speech: a second phrase would only slow the first.
            at_once = _AT_ONCE if chosen.source is SpeechSource.SERVER else 1
            until = self._seconds_until(item)
            if self._list.being_made() >= at_once or not self._is_time_for(item, chosen, until):
                return
            if chosen.source is SpeechSource.SERVER:
                self._grow(item, chosen, until)
            name = f"phrase {item.phrase.index} of {item.turn.id}"
            item.task = self._background.start(self._make(item, chosen, self._output.rate), name)

    def cancel(self) -> None:
        """Ends the work on every phrase, which closes the responses of the server."""
        for item in self._list.items:
            if item.task is not None:
                item.task.cancel()

    def _is_time_for(self, item: Item, options: SpeechOptions, until: float) -> bool:
        """What is made ahead is to be heard soon, to its end; but nothing is put off until it may be late."""
        length = self._list.expected_seconds(item)
        urgent = max(_EASY_SECONDS, 2 * self._paces.of(options).first_sound_after(length))
        return until + length / self._speed <= _AHEAD_SECONDS or until < min(urgent, _AHEAD_SECONDS)

    def _ready(self, options: SpeechOptions) -> None:
        if options.source not in self._readied:
            self._readied.add(options.source)
            self._background.start(self._maker.ready(options), f"ready the voice {options.source.value}")

    def _grow(self, item: Item, options: SpeechOptions, until: float) -> None:
        """Joins to a phrase those after it that are asked for with it, where ``until`` is how soon it is due.

        What is kept was cut before, and is not asked for.
        """

        def kept(phrase: Phrase) -> bool:
            return self._shelf.has(phrase, options)

        if kept(item.phrase):
            return
        pace = self._paces.of(options)
        wanted = pace.worth_asking_for(until, _AT_ONCE, self._speed)
        most = self._affordable(item, pace, until)
        while self._list.expected_seconds(item) < wanted and self._list.join_next(item, most, apart=kept):
            pass

    def _affordable(self, item: Item, pace: Pace, until: float) -> int:
        """Characters that can be asked for together without being late, nor beyond what will soon be heard."""
        length = self._list.expected_seconds(item)
        spare = max(0.0, until - pace.first_sound_after(length))
        cost = pace.cost_of_length(self._speed)
        soon = (_AHEAD_SECONDS - until) * self._speed
        most = min(soon, length + spare / cost) if cost else soon
        return min(LONGEST, round(most / self._list.seconds_a_character))

    def _seconds_in_hand(self, item: Item) -> float:
        """How long the sound lasts that is there before this phrase is due."""
        return self._output.queued_seconds + self._list.seconds_before(item) / self._speed

    def _seconds_until(self, item: Item) -> float:
        """The same, what is still being made before it included."""
        return self._output.queued_seconds + self._list.expected_before(item) / self._speed

    async def _make(self, item: Item, options: SpeechOptions, rate: int) -> None:
        """``rate`` is the open device's: by the time this runs it may be gone."""
        try:
            work = Work(
                rate=rate,
                speed=self._speed,
                seconds_a_character=lambda: self._list.seconds_a_character,
                time_in_hand=lambda: self._seconds_in_hand(item),
                on_sound=self._on_sound,
                prepare=self._ready,
            )
            await self._maker.make(item, options, work)
        finally:
            if item.task is asyncio.current_task():
                item.task = None
        self._list.learn_pace(item)
        self._on_made()
