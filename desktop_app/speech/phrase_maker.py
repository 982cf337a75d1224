"""One phrase becomes sound, come what may: tried again while there is time, then said by a built-in voice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from typing import Protocol

from desktop_app.domain.choices import IfPhraseFails, SpeechSource
from desktop_app.domain.errors import (
    KeyMissing,
    KeyRefused,
    ModelUnknown,
    NotOffered,
    QuotaExhausted,
    RateLimited,
    Unreachable,
    UserError,
)
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pcm import PhraseShaper
from desktop_app.speech.playlist import Item, Turn
from desktop_app.speech.synthesizer import Pcm, Synthesizer

_TRIES = 3
_FIRST_WAIT = 0.2

_LEAST_TIME = 0.5
"""Seconds a listener is kept waiting for another try when no sound is in hand."""

_LASTING = (KeyMissing, KeyRefused, ModelUnknown, NotOffered, QuotaExhausted, Unreachable)
"""Trouble that the next phrase would meet again."""


class VoiceCupboard(Protocol):
    """Where voices are had from; one of each kind is kept."""

    def voice(self, options: SpeechOptions) -> Synthesizer: ...

    def built_in(self, text: str, options: SpeechOptions) -> SpeechOptions:
        """The options with which a built-in voice says this text."""


class TellTrouble(Protocol):
    def __call__(self, turn: Turn, error: UserError, *, fallback: bool) -> None: ...


class PhraseMaker:
    """``trouble`` hears of a phrase that the chosen voice could not say; ``event`` what goes into the log."""

    def __init__(
        self, voices: VoiceCupboard, trouble: TellTrouble, event: Callable[[str, str, dict[str, object]], None]
    ) -> None:
        self._voices = voices
        self._trouble = trouble
        self._event = event

    async def make(
        self,
        item: Item,
        options: SpeechOptions,
        *,
        rate: int,
        time_in_hand: Callable[[], float],
        on_sound: Callable[[], None],
    ) -> None:
        """Fills ``item.pieces`` at the given rate, calling ``on_sound`` as they come, and ends with it ``made``.

        Trouble is told; a phrase that nobody can say ends without sound.
        """
        item.rate = rate
        error: UserError | None = None
        if not (item.turn.server_failed and options.source is SpeechSource.SERVER):
            error = await self._try_chosen(item, options, time_in_hand, on_sound)
            if error is None:
                return
        other = self._other(item, options)
        if error is not None:
            self._note(item, options, error, fallback=other is not None)
        if other is not None:
            await self._try_built_in(item, other, on_sound)
        item.made = True

    def _other(self, item: Item, options: SpeechOptions) -> SpeechOptions | None:
        if options.if_phrase_fails is IfPhraseFails.SKIP:
            return None
        other = self._voices.built_in(item.phrase.text, options)
        return None if other.source is options.source else other

    def _note(self, item: Item, options: SpeechOptions, error: UserError, *, fallback: bool) -> None:
        if options.source is SpeechSource.SERVER and isinstance(error, _LASTING):
            item.turn.server_failed = True
        self._trouble(item.turn, error, fallback=fallback)

    async def _try_chosen(
        self, item: Item, options: SpeechOptions, time_in_hand: Callable[[], float], on_sound: Callable[[], None]
    ) -> UserError | None:
        """None when the phrase is made, else why it is not."""
        for attempt in range(1, _TRIES + 1):
            try:
                await self._once(item, options, on_sound)
            except UserError as error:
                wait = _wait_before_retry(error, attempt)
                if wait is None or wait > max(time_in_hand(), _LEAST_TIME):
                    item.begin_again()
                    return error
                fields: dict[str, object] = {
                    "phrase": item.phrase.index, "attempt": attempt + 1, "wait": wait, "error": error.code
                }  # fmt: skip
                self._event("retry", item.turn.id, fields)
                item.begin_again()
                await asyncio.sleep(wait)
            else:
                return None
        raise AssertionError("the last try always returns")

    async def _try_built_in(self, item: Item, options: SpeechOptions, on_sound: Callable[[], None]) -> None:
        try:
            await self._once(item, options, on_sound)
        except UserError as error:
            self._trouble(item.turn, error, fallback=False)

    async def _once(self, item: Item, options: SpeechOptions, on_sound: Callable[[], None]) -> None:
        clock = asyncio.get_running_loop().time
        asked = clock()
        where: dict[str, object] = {"phrase": item.phrase.index, "source": options.source.value}
        self._event("speech_requested", item.turn.id, {**where, "characters": len(item.phrase.text)})
        shaper = PhraseShaper(item.rate)
        first = True
        async with aclosing(self._sound(item, options)) as pieces:
            async for piece in pieces:
                if first:
                    first = False
                    took = round((clock() - asked) * 1000, 1)
                    self._event("speech_first_byte", item.turn.id, {**where, "ms": took})
                if sound := shaper.feed(piece):
                    item.pieces.append(sound)
                    on_sound()
        if sound := shaper.finish():
            item.pieces.append(sound)
        item.made = True
        item.silent_seconds = shaper.silent_seconds
        on_sound()

    def _sound(self, item: Item, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        return self._voices.voice(options).synthesize(item.phrase.text, options)


def _wait_before_retry(error: UserError, attempt: int) -> float | None:
    """Seconds to wait before the same request may go well; None where it would not, or was tried often enough."""
    if not error.retryable or attempt == _TRIES or isinstance(error, _LASTING):
        return None
    if isinstance(error, RateLimited) and error.retry_after is not None:
        return error.retry_after
    return float(_FIRST_WAIT * 2 ** (attempt - 1))


def without_fallback(options: SpeechOptions) -> SpeechOptions:
    """For a trial of a voice: what goes wrong with it must be heard as silence, not as another voice."""
    return replace(options, if_phrase_fails=IfPhraseFails.SKIP)
