"""One phrase becomes sound, come what may: tried again while there is time, then said by a built-in voice."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass, replace
from typing import Protocol

from desktop_app.domain.choices import IfPhraseFails, SpeechSource
from desktop_app.domain.errors import (
    KeyMissing,
    KeyRefused,
    ModelUnknown,
    NetworkError,
    NotOffered,
    QuotaExhausted,
    RateLimited,
    TimedOut,
    UserError,
    VoiceUnknown,
)
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pace import Arrival, Pace, Paces
from desktop_app.speech.playlist import Item, Turn
from desktop_app.speech.sound.pcm import SAMPLE_BYTES, PhraseShaper
from desktop_app.speech.sound_shelf import SoundShelf
from desktop_app.speech.synthesizer import Pcm, Synthesizer, in_pieces
from desktop_app.speech.text.rest_of_phrase import rest_begins

_TRIES = 6
_FIRST_WAIT = 0.2

_LEAST_TIME = 1.5
"""Seconds for which a phrase is tried again when no sound is in hand: another voice in its place is a pity too."""

_LASTING = (KeyMissing, KeyRefused, ModelUnknown, VoiceUnknown, NotOffered, QuotaExhausted)
"""Trouble that the next phrase would meet again."""

_OUTAGE_SECONDS = 15.0
"""How long a server that cannot be reached is left alone."""

_UNEASY = 3.0
"""Seconds of sound in hand below which the voice that helps out is loaded while the chosen one is tried again."""

_LONGEST_SILENCE = 15.0
_LEAST_SILENCE = 4.0
_LONGEST_STALL = 3.0
"""Seconds without sound after which a request is given up: at its beginning, and in the middle of it."""

_LONGEST_QUOTE = 60


class VoiceCupboard(Protocol):
    """Where voices are had from; one of each kind is kept."""

    def voice(self, options: SpeechOptions) -> Synthesizer: ...

    def built_in(self, phrase: Phrase, options: SpeechOptions) -> SpeechOptions:
        """The options with which a built-in voice says this phrase."""


@dataclass(frozen=True, slots=True)
class Work:
    """What making a phrase wants to know of the rest: the device's ``rate``, the listener's ``speed``.

    ``time_in_hand``: seconds until the phrase is due. ``on_sound`` is called when there is more of it,
    ``prepare`` when another voice is likely to be needed for it.
    """

    rate: int
    speed: float
    seconds_a_character: Callable[[], float]
    time_in_hand: Callable[[], float]
    on_sound: Callable[[], None]
    prepare: Callable[[SpeechOptions], None]


class TellTrouble(Protocol):
    def __call__(self, turn: Turn, error: UserError, *, fallback: bool) -> None: ...


class PhraseMaker:
    """``trouble`` hears of a phrase that the chosen voice could not say; ``event`` what goes into the log."""

    def __init__(
        self,
        voices: VoiceCupboard,
        paces: Paces,
        shelf: SoundShelf,
        trouble: TellTrouble,
        event: Callable[[str, str, dict[str, object]], None],
    ) -> None:
        self._voices = voices
        self._paces = paces
        self._shelf = shelf
        self._trouble = trouble
        self._event = event

    async def make(self, item: Item, options: SpeechOptions, work: Work) -> None:
        """Fills ``item.pieces`` at the given rate, telling ``work`` as they come, and ends with it ``made``.

        Trouble is told; a phrase that nobody can say ends without sound.
        """
        item.rate = work.rate
        if await self._recall(item, options, work):
            return
        error: UserError | None = None
        if options.source is not SpeechSource.SERVER or _now() >= item.turn.server_rests_until:
            with self._shelf.making(item.phrase, options):
                error = await self._try_chosen(item, options, work)
            if error is None:
                return
        other = self._other(item, options)
        if error is not None:
            self._note(item, options, error, fallback=other is not None)
        if other is not None:
            await self._try_built_in(item, other, work)
        item.made = True

    async def ready(self, options: SpeechOptions) -> None:
        """Readies a voice that has not spoken yet; its trouble waits until it does."""
        with suppress(UserError):
            await self._voices.voice(options).warm(options)

    async def _recall(self, item: Item, options: SpeechOptions, work: Work) -> bool:
        """Takes the phrase from the shelf, where it was said before: no voice is asked."""
        if item.said or not self._shelf.has(item.phrase, options):
            return False
        kept = await self._shelf.find(item.phrase, options)
        if kept is None:
            return False
        self._event("speech_recalled", item.turn.id, {"phrase": item.phrase.index, "source": options.source.value})
        shaper = PhraseShaper(item.rate)
        begun = item.begin_words()
        for piece in in_pieces(kept):
            if sound := shaper.feed(piece):
                item.pieces.append(sound)
                work.on_sound()
            item.learn_words(piece.words, begun - shaper.dropped_seconds)
            await asyncio.sleep(0)
        self._complete(item, shaper, work)
        return True

    def _other(self, item: Item, options: SpeechOptions) -> SpeechOptions | None:
        if options.if_phrase_fails is IfPhraseFails.SKIP:
            return None
        other = self._voices.built_in(item.phrase, options)
        return None if other.source is options.source else other

    def _note(self, item: Item, options: SpeechOptions, error: UserError, *, fallback: bool) -> None:
        if options.source is SpeechSource.SERVER:
            if isinstance(error, _LASTING):
                item.turn.server_rests_until = float("inf")
            elif isinstance(error, NetworkError):
                item.turn.server_rests_until = _now() + _OUTAGE_SECONDS
        self._tell(item, error, fallback=fallback)

    def _tell(self, item: Item, error: UserError, *, fallback: bool) -> None:
        words = item.phrase.text[item.said :].strip()
        error.about = words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1].rstrip()}…"
        self._trouble(item.turn, error, fallback=fallback)

    async def _try_chosen(self, item: Item, options: SpeechOptions, work: Work) -> UserError | None:
        """None when the phrase is made, else why it is not."""
        waited = grace = 0.0
        for attempt in itertools.count(1):
            said: list[Pcm] = []
            asked = _now()
            try:
                await self._once(item, options, work, said)
            except UserError as error:
                wait = _wait_before_retry(error, attempt)
                in_hand = work.time_in_hand()
                left = in_hand - self._paces.of(options).first_sound_after(0)
                waited += 0.0 if said else _now() - asked
                if attempt == 1:  # another voice then takes over when the sound in hand ends, without a gap
                    grace = waited + in_hand if in_hand > _FIRST_WAIT else _LEAST_TIME
                if wait is None or wait > max(left, grace - waited):
                    return error
                waited += wait
                fields: dict[str, object] = {
                    "phrase": item.phrase.index, "attempt": attempt + 1, "wait": wait, "error": error.code
                }  # fmt: skip
                self._event("retry", item.turn.id, fields)
                if left < _UNEASY and (other := self._other(item, options)) is not None:
                    work.prepare(other)
                await asyncio.sleep(wait)
            else:
                if not item.said:
                    self._shelf.keep(item.phrase, options, said)
                return None
        raise AssertionError("the last try always returns")

    async def _try_built_in(self, item: Item, options: SpeechOptions, work: Work) -> None:
        try:
            await self._once(item, options, work, [])
        except UserError as error:
            self._tell(item, error, fallback=False)

    async def _once(self, item: Item, options: SpeechOptions, work: Work, said: list[Pcm]) -> None:
        """Asks a voice for what is not said yet, and leaves the item fit for another try when it fails.

        ``said`` gets the voice's sound as it comes.
        """
        shaper = PhraseShaper(item.rate)
        item.arrival = arrival = Arrival(self._paces.of(options), _now())
        try:
            await self._take(item, options, work, shaper, said)
        except UserError:
            item.arrival = None
            _keep_what_is_playing(item, shaper, work.seconds_a_character())
            work.on_sound()
            raise
        arrival.pace.learn(arrival, work.speed)
        self._complete(item, shaper, work)

    def _complete(self, item: Item, shaper: PhraseShaper, work: Work) -> None:
        if sound := shaper.finish():
            item.pieces.append(sound)
        item.made = True
        item.silent_seconds = shaper.silent_seconds
        work.on_sound()

    async def _take(
        self, item: Item, options: SpeechOptions, work: Work, shaper: PhraseShaper, said: list[Pcm]
    ) -> None:
        text = item.phrase.text[item.said :]
        where: dict[str, object] = {"phrase": item.phrase.index, "source": options.source.value}
        who = {"voice": options.voice, "language": item.phrase.language}
        self._event("speech_requested", item.turn.id, {**where, **who, "characters": len(text)})
        arrival = item.arrival
        assert arrival is not None
        patience = _patience(arrival.pace, work, text)
        first = True
        begun = item.begin_words()
        async with aclosing(self._sound(text, options)) as pieces:
            while (piece := await _next_within(pieces, patience)) is not None:
                if first:
                    first = False
                    took = round((_now() - arrival.asked) * 1000, 1)
                    self._event("speech_first_byte", item.turn.id, {**where, "ms": took})
                said.append(piece)
                if sound := shaper.feed(piece):
                    arrival.add(_now(), len(sound) / SAMPLE_BYTES / item.rate)
                    item.pieces.append(sound)
                    work.on_sound()
                item.learn_words(piece.words, begun - shaper.dropped_seconds)
                patience = max(_LONGEST_STALL, work.time_in_hand())

    def _sound(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        return self._voices.voice(options).synthesize(text, options)


def _wait_before_retry(error: UserError, attempt: int) -> float | None:
    """Seconds to wait before the same request may go well; None where it would not, or was tried often enough."""
    if not error.retryable or attempt == _TRIES or isinstance(error, _LASTING):
        return None
    if isinstance(error, RateLimited) and error.retry_after is not None:
        return error.retry_after
    return float(_FIRST_WAIT * 2 ** (attempt - 1))


def _patience(pace: Pace, work: Work, text: str) -> float:
    """Seconds to wait for the first sound, then another way is taken."""
    if not pace.phrases:
        return _LONGEST_SILENCE
    usual = 4 * pace.first_sound_after(len(text) * work.seconds_a_character())
    return min(max(usual, work.time_in_hand(), _LEAST_SILENCE), _LONGEST_SILENCE)


async def _next_within(pieces: AsyncGenerator[Pcm], seconds: float) -> Pcm | None:
    """The next piece, None at the end; raises ``TimedOut``, and the request is then closed."""
    try:
        async with asyncio.timeout(seconds):
            return await anext(pieces, None)
    except TimeoutError as error:
        raise TimedOut("The voice gave no sound for too long.") from error


def _keep_what_is_playing(item: Item, shaper: PhraseShaper, seconds_a_character: float) -> None:
    """After a break: what is on its way to the ear stays, and a try more says the rest; else all is said anew."""
    if not item.fed:
        item.said = 0
        item.begin_again()
        return
    if sound := shaper.finish():
        item.pieces.append(sound)
    item.go_on_from(rest_begins(item.phrase.text, round(item.seconds / seconds_a_character)))


def _now() -> float:
    return asyncio.get_running_loop().time()


def without_fallback(options: SpeechOptions) -> SpeechOptions:
    """For a trial of a voice: what goes wrong with it must be heard as silence, not as another voice."""
    return replace(options, if_phrase_fails=IfPhraseFails.SKIP)
