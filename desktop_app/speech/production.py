"""Sound is made ahead of the ear: enough that no gap opens, and no more than will soon be heard."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.background import Background
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.phrase_maker import PhraseMaker
from desktop_app.speech.pipeline_ports import Output
from desktop_app.speech.playlist import Item, Playlist

_AT_ONCE = 2
_AHEAD_SECONDS = 15.0
_GATHER_FROM = 6.0
"""Seconds of sound in hand from which a longer request keeps nobody waiting."""


class Production:
    """``on_sound`` is called when a phrase has more sound, ``on_made`` when one has all of it."""

    def __init__(
        self,
        playlist: Playlist,
        output: Output,
        maker: PhraseMaker,
        background: Background,
        *,
        on_sound: Callable[[], None],
        on_made: Callable[[], None],
    ) -> None:
        self._list = playlist
        self._output = output
        self._maker = maker
        self._background = background
        self._on_sound = on_sound
        self._on_made = on_made
        self._speed = 1.0

    def make_ahead(self, options: SpeechOptions) -> None:
        """Starts on the next phrases, in order, as far as the limits allow."""
        self._speed = options.speed
        if not self._output.is_open:
            return
        while (item := self._list.next_to_make()) is not None:
            chosen = item.options or options
            # A voice on this machine is far faster than speech: a second phrase would only slow the first.
            at_once = _AT_ONCE if chosen.source is SpeechSource.SERVER else 1
            if self._list.being_made() >= at_once or self._seconds_until(item) >= _AHEAD_SECONDS:
                return
            if chosen.source is SpeechSource.SERVER and self._seconds_in_hand(item) >= _GATHER_FROM:
                self._list.gather(item)
            name = f"phrase {item.phrase.index} of {item.turn.id}"
            item.task = self._background.start(self._make(item, chosen), name)

    def cancel(self) -> None:
        """Ends the work on every phrase, which closes the responses of the server."""
        for item in self._list.items:
            if item.task is not None:
                item.task.cancel()

    def _seconds_in_hand(self, item: Item) -> float:
        """How long the sound lasts that is there before this phrase is due."""
        return self._output.queued_seconds + self._list.seconds_before(item) / self._speed

    def _seconds_until(self, item: Item) -> float:
        """The same, what is still being made before it included."""
        return self._output.queued_seconds + self._list.expected_before(item) / self._speed

    async def _make(self, item: Item, options: SpeechOptions) -> None:
        try:
            await self._maker.make(
                item,
                options,
                rate=self._output.rate,
                time_in_hand=lambda: self._seconds_in_hand(item),
                on_sound=self._on_sound,
            )
        finally:
            if item.task is asyncio.current_task():
                item.task = None
        self._list.learn_pace(item)
        self._on_made()
