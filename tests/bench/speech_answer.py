"""An answer of five minutes with voices of every speed: gaps, underruns, requests for sound that nobody heard.

In virtual time, where the pipeline, the queue before the device and the stretching are the real ones and the voice and the
device keep time by the clock of the event loop; then half a minute of it in real time, heard at the sound server's monitor.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import resource
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pcm import pause_seconds
from desktop_app.speech.pipeline import SpeechPipeline
from desktop_app.speech.reader import StreamReader
from tests.bench.report import line
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.fake_output import FakeOutput
from tests.support.fake_voices import FakeVoices
from tests.support.paced_voice import PacedVoice
from tests.support.speaking import phrase, stage
from tests.support.virtual_time import run_virtual

FACTORS = (0.1, 0.5, 0.9)
LATENCIES = (0.1, 0.3, 1.0)
_SERVER = SpeechOptions(source=SpeechSource.SERVER, voice="coral")
_MINUTES = 5.0
_A_CHARACTER = 0.065
_CHARACTERS_A_SECOND = 120.0
"""What a model of some 25 tokens a second writes."""

_DELTA = 5
_AUDIBLE = 0.02
_STOPS = 8


def main() -> None:
    for title, more in (
        ("streams evenly", {}),
        ("streams, up to 80 ms uneven", {"uneven": 0.08, "chunk": 0.2}),
        ("sends a phrase when all of it is made", {"streams": False}),
        ("makes two at a time half as fast", {"shared": True}),
    ):
        print(f"a server that {title}:")
        for factor, latency in itertools.product(FACTORS, LATENCIES):
            report(PacedVoice(latency=latency, real_time_factor=factor, **more))  # type: ignore[arg-type]
    print("slower than speech:")
    report(PacedVoice(latency=0.3, real_time_factor=1.3))
    print("at twice the speed:")
    for factor in (0.1, 0.3):
        report(PacedVoice(latency=0.5, real_time_factor=factor), speed=2.0)
    stops()
    memory()
    in_real_time()


def answer(minutes: float, seed: int = 3) -> str:
    """Markdown of sentences from two to twenty-five words, in paragraphs, with a heading now and then."""
    chance = random.Random(seed)  # lengths, not secrets
    words = [
        "the",
        "a",
        "light",
        "of",
        "moon",
        "over",
        "seven",
        "quiet",
        "hills",
        "that",
        "nobody",
        "had",
        "ever",
        "seen",
        "before",
        "so",
        "clearly",
        "as",
        "now",
    ]
    parts: list[str] = []
    characters = 0
    while characters < minutes * 60 / _A_CHARACTER:
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


@dataclass
class Listener:
    """What was heard: each phrase with its beginning and its end."""

    heard: list[tuple[Phrase, float, float]] = field(default_factory=list)
    over: bool = False
    _began: float = 0.0

    def phrase_started(self, phrase: Phrase, moment: float) -> None:
        self._began = moment

    def phrase_finished(self, phrase: Phrase) -> None:
        self.heard.append((phrase, self._began, asyncio.get_running_loop().time()))

    def speech_finished(self, turn_id: str) -> None:
        self.over = True

    def silenced(self) -> None: ...
    def speech_trouble(self, error: Exception, fallback: bool) -> None: ...  # noqa: FBT001 - as the listener has it
    def level(self, level: float) -> None: ...
    def devices_found(self, devices: list[str]) -> None: ...
    def device_ready(self, chosen: bool) -> None: ...  # noqa: FBT001 - as the listener has it
    def state_changed(self, state: str) -> None: ...
    def event(self, name: str, turn_id: str, fields: dict[str, object]) -> None: ...

    def gaps(self, speed: float) -> list[float]:
        """Seconds by which each pause between phrases was longer or shorter than it should have been."""
        return [
            later[1] - earlier[2] - pause_seconds(earlier[0].pause) / speed
            for earlier, later in itertools.pairwise(self.heard)
        ]


@dataclass
class Run:
    listener: Listener
    output: FakeOutput
    voice: PacedVoice
    first_sound: float = 0.0
    unheard: list[str] = field(default_factory=list)


def speak(voice: PacedVoice, minutes: float, *, speed: float = 1.0, stop_after: float | None = None) -> Run:
    """Says an answer as it is written, in virtual time."""

    async def run() -> Run:
        listener = Listener()
        output = FakeOutput(block=320, deaf=True)
        voices = FakeVoices()
        voices.server = voice  # type: ignore[assignment]
        pipeline = SpeechPipeline(output, voices, listener, _SERVER)
        output.tell = pipeline.mark_passed
        pipeline.set_speed(speed)
        begun = asyncio.get_running_loop().time()
        writing = asyncio.get_running_loop().create_task(_write(pipeline, answer(minutes)))
        while not listener.over and (stop_after is None or asyncio.get_running_loop().time() < begun + stop_after):
            await asyncio.sleep(0.5)
        writing.cancel()
        heard = " ".join(phrase.text for phrase, _begin, _end in listener.heard)
        unheard = [text for _when, text in voice.asked if text not in heard]
        pipeline.stop()
        await pipeline.aclose()
        first = listener.heard[0][1] - begun if listener.heard else 0.0
        return Run(listener, output, voice, first, unheard)

    return run_virtual(run())


async def _write(pipeline: SpeechPipeline, text: str) -> None:
    reader = StreamReader("t")
    for at in range(0, len(text), _DELTA):
        for said in reader.feed(text[at : at + _DELTA]):
            pipeline.say(said)
        await asyncio.sleep(_DELTA / _CHARACTERS_A_SECOND)
    for said in reader.finish():
        pipeline.say(said)
    pipeline.finish("t")


def report(voice: PacedVoice, *, speed: float = 1.0) -> None:
    run = speak(voice, _MINUTES, speed=speed)
    gaps = [gap * 1000 for gap in run.listener.gaps(speed)]
    audible = [gap for gap in gaps if abs(gap) > _AUDIBLE * 1000]
    name = f"  real-time factor {voice.real_time_factor}, latency {voice.latency} s: off the intended pause"
    print(line(name, [abs(gap) for gap in gaps], target="20"))
    lengths = [len(text) for _when, text in voice.asked]
    print(
        f"    gaps over 20 ms: {len(audible)}, {sum(audible) / 1000:.1f} s in all; underruns: {run.output.underruns}; "
        f"first sound: {run.first_sound:.2f} s; requests: {len(lengths)} of {sum(lengths) / len(lengths):.0f} characters"
    )


def stops() -> None:
    """What had been asked for and was not heard when the listener stopped, at random moments."""
    chance = random.Random(17)  # moments, not secrets
    print("stopped at random moments, asked for and not yet heard:")
    for factor, latency in itertools.product(FACTORS, (0.1, 1.0)):
        runs = [
            speak(
                PacedVoice(latency=latency, real_time_factor=factor),
                _MINUTES,
                stop_after=chance.uniform(1, 60 * _MINUTES * 0.6),
            )
            for _ in range(_STOPS)
        ]
        name = f"  real-time factor {factor}, latency {latency} s"
        print(line(f"{name}: requests", [float(len(run.unheard)) for run in runs], ""))
        seconds = [sum(map(len, run.unheard)) * _A_CHARACTER for run in runs]
        print(line(f"{name}: sound", seconds, "s", "15 and the phrase being heard"))


def memory() -> None:
    """Forty minutes of speech whose text is all there at once."""
    tracemalloc.start()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    most = _most_held(PacedVoice(latency=0.3, real_time_factor=0.1), 40.0)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"an answer of 40 minutes, all its text at once: at most {most:.0f} s of sound held (target: 90);")
    print(
        f"  Python's own peak {peak / 2**20:.1f} MB, text included; the process grew by {max(0, grown) / 1024:.1f} MB"
    )


def _most_held(voice: PacedVoice, minutes: float) -> float:
    async def run() -> float:
        listener = Listener()
        output = FakeOutput(block=800, deaf=True)
        voices = FakeVoices()
        voices.server = voice  # type: ignore[assignment]
        pipeline = SpeechPipeline(output, voices, listener, _SERVER)
        output.tell = pipeline.mark_passed
        reader = StreamReader("t")
        for said in itertools.chain(reader.feed(answer(minutes)), reader.finish()):
            pipeline.say(said)
        pipeline.finish("t")
        most = 0.0
        while not listener.over:
            await asyncio.sleep(1.0)
            most = max(most, sum(item.seconds for item in pipeline._list.items))
        await pipeline.aclose()
        return most

    return run_virtual(run())


def in_real_time() -> None:
    """The same at the monitor: tones with silence around them, sent at a rate, the first byte late."""
    for factor, delay in ((0.5, 0.3), (0.9, 0.8)):
        with ThreadedApiServer() as server:
            server.default_speech = SpeechReply(
                per_word=0.3, before=0.1, after=0.2, delay=delay, throttle=1 / factor, chunks=(4096, 2000, 6000)
            )
            options = SpeechOptions(
                source=SpeechSource.SERVER, voice="coral", server_url=server.url, api_key="none", model="tts"
            )
            with stage(options) as here:
                said = list(_real_phrases())
                began = time.monotonic()
                for one in said:
                    here.worker.say(one)
                here.worker.finish("real")
                here.run_until(lambda here=here: bool(here.finished), 120)  # type: ignore[misc]
                lasted = time.monotonic() - began
                here.run_for(0.3)
                sounds = here.ear.heard().sounds(gap=0.003, threshold=60)
                underruns = here.worker.underruns
                asked = len(server.speech_requests)
        gaps = [abs(later[0] - earlier[1] - 0.28) * 1000 for earlier, later in itertools.pairwise(sounds)]
        name = f"heard for {lasted:.0f} s, real-time factor {factor}, latency {delay} s: off the intended pause"
        print(line(name, gaps, target="20"))
        print(f"  sounds: {len(sounds)}; phrases: {len(said)}; requests: {asked}; underruns: {underruns}")


def _real_phrases() -> Iterator[Phrase]:
    chance = random.Random(23)  # lengths, not secrets
    for index in range(14):
        words = 4 if index == 0 else chance.choice((3, 5, 8, 12))
        yield phrase("real", index, f"{' '.join(['word'] * words)} {index}.")


if __name__ == "__main__":
    main()
