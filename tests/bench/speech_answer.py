"""An answer of five minutes with voices of every speed: gaps, underruns, requests for sound that nobody heard.

In virtual time, where the pipeline, the queue before the device and the stretching are the real ones, and the voice and
the device keep time by the clock of the event loop; then half a minute in real time, heard at the monitor.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import resource
import time
import tracemalloc
from collections.abc import Iterator

from desktop_app.domain.choices import IfPhraseFails, SpeechSource
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pipeline import SpeechPipeline
from desktop_app.speech.text.reader import StreamReader
from tests.bench.report import line
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.fake_output import FakeOutput
from tests.support.fake_voices import FakeVoices
from tests.support.paced_voice import PacedVoice
from tests.support.speaking import phrase, stage
from tests.support.spoken_answer import A_CHARACTER, SERVER, Listener, answer, speak
from tests.support.virtual_time import run_virtual

FACTORS = (0.1, 0.5, 0.9)
LATENCIES = (0.1, 0.3, 1.0)
_MINUTES = 5.0
_AUDIBLE = 0.02
_STOPS = 8
_LOADS = 3
_TONE = 5.0


def main() -> None:
    for title, more in (
        ("streams evenly", {}),
        # each piece of 0.2 s is 40 ms late on average, so at a factor of 0.9 a second takes 1.1: slower than speech
        ("streams, up to 80 ms uneven", {"uneven": 0.08, "chunk": 0.2}),
        ("sends a phrase when all of it is made", {"streams": False}),
        ("makes two at a time half as fast", {"shared": True}),
    ):
        print(f"a server that {title}:")
        for factor, latency in itertools.product(FACTORS, LATENCIES):
            report(PacedVoice(latency=latency, real_time_factor=factor, **more))
    print("slower than speech:")
    report(PacedVoice(latency=0.3, real_time_factor=1.3))
    print("at twice the speed:")
    for factor in (0.1, 0.3):
        report(PacedVoice(latency=0.5, real_time_factor=factor), speed=2.0)
    stops()
    memory()
    in_real_time()
    voice_loaded_while_heard()


def report(voice: PacedVoice, *, speed: float = 1.0) -> None:
    run = speak(voice, answer(_MINUTES), speed=speed)
    gaps = [gap * 1000 for gap in run.listener.gaps(speed)]
    audible = [gap for gap in gaps if abs(gap) > _AUDIBLE * 1000]
    name = f"  real-time factor {voice.real_time_factor}, latency {voice.latency} s: off the intended pause"
    print(line(name, [abs(gap) for gap in gaps], target="20"))
    mean = sum(len(text) for _when, text in voice.asked) / len(voice.asked)
    print(
        f"    gaps over 20 ms: {len(audible)}, {sum(audible) / 1000:.1f} s in all; underruns: {run.output.underruns}; "
        f"first sound: {run.first_sound:.2f} s; requests: {len(voice.asked)} of {mean:.0f} characters"
    )
    if audible and run.least_gap > _AUDIBLE:
        print(f"    before the second sentence {gaps[0] / 1000:.2f} s, of which {run.least_gap:.2f} s cannot be saved")


def stops() -> None:
    """What had been asked for and was not heard when the listener stopped, at random moments."""
    chance = random.Random(17)  # moments, not secrets
    print("stopped at random moments, asked for and not yet heard:")
    for factor, latency in itertools.product(FACTORS, (0.1, 1.0)):
        runs = [
            speak(
                PacedVoice(latency=latency, real_time_factor=factor),
                answer(_MINUTES),
                stop_after=chance.uniform(1, 60 * _MINUTES * 0.6),
            )
            for _ in range(_STOPS)
        ]
        name = f"  real-time factor {factor}, latency {latency} s"
        print(line(f"{name}: requests", [float(len(run.unheard)) for run in runs], ""))
        seconds = [sum(map(len, run.unheard)) * A_CHARACTER for run in runs]
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
        pipeline = SpeechPipeline(output, voices, listener, SERVER)
        output.tell = pipeline.mark_passed
        reader = StreamReader("t")
        for said in itertools.chain(reader.feed(answer(minutes)), reader.finish()):
            pipeline.say(said)
        pipeline.finish("t")
        most = 0.0
        while not listener.over.is_set():
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
                starved = here.worker._output._queue.underruns if here.worker._output else 0
                asked = len(server.speech_requests)
        gaps = [abs(later[0] - earlier[1] - 0.28) * 1000 for earlier, later in itertools.pairwise(sounds)]
        name = f"heard for {lasted:.0f} s, real-time factor {factor}, latency {delay} s: off the intended pause"
        print(line(name, gaps, target="20"))
        print(
            f"  sounds: {len(sounds)}; phrases: {len(said)}; requests: {asked}; underruns: {underruns}, "
            f"of them for want of sound: {starved}"
        )


def voice_loaded_while_heard() -> None:
    """The server says a long tone and then refuses: the built-in voice is loaded while the tone is heard, or not."""
    for way, name in (
        (IfPhraseFails.BUILT_IN, "while the built-in voice is loaded"),
        (IfPhraseFails.SKIP, "otherwise"),
    ):
        broken = list(itertools.chain.from_iterable(_breaks(run, way) for run in range(_LOADS)))
        print(
            f"a tone of {_TONE:.0f} s is heard {_LOADS} times {name}: {len(broken)} breaks, {sum(broken):.0f} ms in all"
        )


def _breaks(run: int, way: IfPhraseFails) -> list[float]:
    """Milliseconds of each silence inside the tone."""
    with ThreadedApiServer(keys={"none"}) as server:
        server.default_speech = SpeechReply(seconds=_TONE)
        server.speech_about["Refused"] = SpeechReply(status=401, error={"error": {"message": "No."}})
        options = SpeechOptions(
            source=SpeechSource.SERVER,
            voice="coral",
            server_url=server.url,
            api_key="none",
            model="tts",
            if_phrase_fails=way,
        )
        with stage(options) as here:
            here.worker.say(phrase(f"load {run}", 0, "A tone."))
            here.worker.say(phrase(f"load {run}", 1, "Refused, so said by another voice."))
            here.worker.finish(f"load {run}")
            here.run_until(lambda: bool(here.finished), 30)
            here.run_for(0.3)
            sounds = here.ear.heard().sounds(gap=0.003, threshold=60)
    within = [sound for sound in sounds if sound[0] < sounds[0][0] + _TONE - 0.1]
    return [(later[0] - earlier[1]) * 1000 for earlier, later in itertools.pairwise(within)]


def _real_phrases() -> Iterator[Phrase]:
    chance = random.Random(23)  # lengths, not secrets
    for index in range(14):
        words = 4 if index == 0 else chance.choice((3, 5, 8, 12))
        yield phrase("real", index, f"{' '.join(['word'] * words)} {index}.")


if __name__ == "__main__":
    main()
