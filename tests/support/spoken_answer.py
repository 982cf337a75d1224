"""An answer that is spoken as it is written, in virtual time: what was heard of it, and when."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pipeline import SpeechPipeline
from desktop_app.speech.sound.pcm import pause_seconds
from desktop_app.speech.synthesizer import Synthesizer
from desktop_app.speech.text.reader import StreamReader
from tests.support.fake_output import FakeOutput
from tests.support.paced_voice import PacedVoice
from tests.support.virtual_time import run_virtual

SERVER = SpeechOptions(source=SpeechSource.SERVER, voice="coral")
A_CHARACTER = 0.065
"""Seconds of speech."""

_CHARACTERS_A_SECOND = 120.0
"""What a model of some 25 tokens a second writes."""

_DELTA = 5
_PATIENCE = 3600.0
_WORDS = "the a light of moon over seven quiet hills that nobody had ever seen before so clearly as now"


def answer(minutes: float, seed: int = 3) -> str:
    """Markdown of sentences from two to twenty-five words, in paragraphs, with a heading now and then."""
    chance = random.Random(seed)  # lengths, not secrets
    words = _WORDS.split()
    parts: list[str] = []
    characters = 0
    while characters < minutes * 60 / A_CHARACTER:
        if chance.random() < 0.15:
            parts.append("## " + " ".join(chance.choices(words, k=3)).capitalize())
        sentences = []
        for _ in range(chance.randint(1, 6)):
            body = [
                word + ("," if chance.random() < 0.1 else "")
                for word in chance.choices(words, k=chance.choice((2, 4, 8, 12, 12, 16, 25)))
            ]
            sentences.append(" ".join(body).strip(",").capitalize() + ".")
        parts.append(" ".join(sentences))
        characters += len(parts[-1])
    return "\n\n".join(parts)


class Listener:
    """What was heard: each phrase with its beginning and its end; ``over`` is set with the last."""

    def __init__(self) -> None:
        self.heard: list[tuple[Phrase, float, float]] = []
        self.troubles: list[tuple[Exception, bool]] = []
        self.over = asyncio.Event()
        self._began = 0.0

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        self._began = moment

    def phrase_finished(self, phrase: Phrase) -> None:
        self.heard.append((phrase, self._began, asyncio.get_running_loop().time()))

    def speech_finished(self, turn_id: str) -> None:
        self.over.set()

    def speech_trouble(self, error: Exception, fallback: bool) -> None:  # noqa: FBT001 - as the pipeline calls it
        self.troubles.append((error, fallback))

    def __getattr__(self, name: str) -> Callable[..., None]:
        """What else a listener is told is not kept."""
        return lambda *_what: None

    def gaps(self, speed: float = 1.0) -> list[float]:
        """Seconds by which each pause between phrases was longer or shorter than it should have been."""
        return [
            later[1] - earlier[2] - pause_seconds(earlier[0].pause) / speed
            for earlier, later in itertools.pairwise(self.heard)
        ]


@dataclass
class Run:
    """``unheard``: texts that were asked for and had not been heard to their end when it was over or stopped."""

    listener: Listener
    output: FakeOutput
    voice: PacedVoice
    helper: PacedVoice
    first_sound: float
    unheard: list[str]

    @property
    def least_gap(self) -> float:
        """Seconds by which the first pause is too long at the least, where the voice sends nothing before all is made.

        The second phrase is a whole sentence, and cannot be asked for before its last letter was written. From then to
        the end of the first is all the time there is to make it in.
        """
        if self.voice.streams or len(self.listener.heard) < 2:
            return 0.0
        (first, began, ended), (second, _, _) = self.listener.heard[:2]
        written = began - self.first_sound + second.end / _CHARACTERS_A_SECOND
        made = written + self.voice.latency + len(second.text) * self.voice.a_character * self.voice.real_time_factor
        return max(0.0, made - ended - pause_seconds(first.pause))


def speak(voice: PacedVoice, text: str, *, speed: float = 1.0, stop_after: float | None = None) -> Run:
    """Says an answer as it is written, in virtual time, and a ``helper`` where the voice fails."""
    return run_virtual(_speak(voice, text, speed, stop_after or _PATIENCE))


async def _speak(voice: PacedVoice, text: str, speed: float, stop_after: float) -> Run:
    clock = asyncio.get_running_loop().time
    listener, output, helper = Listener(), FakeOutput(block=320, deaf=True), PacedVoice(0.02, 0.01)
    pipeline = SpeechPipeline(output, _Voices(voice, helper), listener, SERVER)
    output.tell = pipeline.mark_passed
    pipeline.set_speed(speed)
    begun = clock()
    writing = asyncio.get_running_loop().create_task(_write(pipeline, text))
    with suppress(TimeoutError):
        async with asyncio.timeout(stop_after):
            await listener.over.wait()
    writing.cancel()
    heard = " ".join(phrase.text for phrase, _begin, _end in listener.heard)
    unheard = [asked for _when, asked in voice.asked if asked not in heard]
    pipeline.stop()
    await pipeline.aclose()
    first = listener.heard[0][1] - begun if listener.heard else 0.0
    return Run(listener, output, voice, helper, first, unheard)


@dataclass
class _Voices:
    server: PacedVoice
    embedded: PacedVoice

    def voice(self, options: SpeechOptions) -> Synthesizer:
        return self.server if options.source is SpeechSource.SERVER else self.embedded

    def built_in(self, phrase: Phrase, options: SpeechOptions) -> SpeechOptions:
        return replace(options, source=SpeechSource.HIBARI)


async def _write(pipeline: SpeechPipeline, text: str) -> None:
    reader = StreamReader("t")
    for at in range(0, len(text), _DELTA):
        for said in reader.feed(text[at : at + _DELTA]):
            pipeline.say(said)
        await asyncio.sleep(_DELTA / _CHARACTERS_A_SECOND)
    for said in reader.finish():
        pipeline.say(said)
    pipeline.finish("t")
