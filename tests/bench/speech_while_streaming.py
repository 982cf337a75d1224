"""Answers of 250 kB stream into the page while their beginning is spoken: is the sound whole, are the gaps right?

The whole program runs in a process of its own; the server and the ear at the sound server's monitor are in this one.
All its phrases are tones of one length, so a hole in a tone is sound that came too late. Counted is what was heard
while the page still grew; what comes after is cut off.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.bench.report import line
from tests.bench.streaming import Heart, answer, until
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.pulse import Ear, Heard, pulse_environment

if TYPE_CHECKING:
    from desktop_app.assembly.parts import Parts
    from desktop_app.domain.phrase import Phrase

GAPS = int(os.environ.get("ALOUD_BENCH_RUNS", "40"))
MOST_ANSWERS = 40
KILOBYTES = 250
TONE = 0.3
"""Seconds of sound in each phrase."""
HOLE = 0.003
"""Seconds of silence that are a hole in a tone; shorter ones are the tone's own."""
SHORTEST_PAUSE = 0.06
NEAR = 0.2
"""Seconds between what the program tells of a phrase and the sound that must be it."""


class _Spoken(NamedTuple):
    """A phrase that began while the page grew; ``pause``: the silence that is meant to follow, in seconds."""

    moment: float
    pause: float


def main() -> None:
    with pulse_environment(), ThreadedApiServer() as server, Ear() as ear:
        server.default_speech = SpeechReply(seconds=TONE, before=0.05, after=0.1)
        reply = ChatReply(answer(KILOBYTES), chunk=6, flat_out=True, pace=0.0)
        server.chat(*[reply] * MOST_ANSWERS)
        answers = _answers(server.url)
        heard = ear.heard()
    _report(answers, heard)


def _answers(url: str) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "chat_source": "server",
            "server_url": url,
            "model": "bench",
            "spoken_replies": True,
            "titles_by_model": False,
        }
        Path(folder, "settings.json").write_text(json.dumps(settings), "utf-8")
        command = [sys.executable, "-m", "tests.bench.speech_while_streaming", folder]
        told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(words) for words in told.stdout.splitlines() if words.startswith("{")]


def _report(answers: list[dict[str, Any]], heard: Heard) -> None:
    holes: list[float] = []
    off: list[float] = []
    lost = 0
    for told in answers:
        spoken = [_Spoken(*phrase) for phrase in told["spoken"]]
        tones, broken = _tones(heard, spoken[0].moment - NEAR, told["end"])
        holes += broken
        found = [_tone_of(phrase, tones) for phrase in spoken]
        lost += found.count(None)
        for phrase, (tone, following) in zip(spoken, itertools.pairwise(found), strict=False):
            if tone and following:
                off.append(abs(following[0] - tone[1] - phrase.pause) * 1000)
    growing = [told["end"] - told["begin"] for told in answers]
    print(line(f"{KILOBYTES} kB on the page, spoken meanwhile", growing, "s"))
    for what, name in (("gaps", "longest gaps of the event loop"), ("spent", "the longest spent by its own thread")):
        print(line(f"  {name}", [gap for told in answers for gap in told[what]], target="50"))
    print(line("gaps between phrases, off the intended pause", off, target="20"))
    underruns = sum(told["underruns"] for told in answers)
    print(f"  underruns told by the device and the queue: {underruns} (target: 0)")
    print(f"  holes in the tones: {len(holes)} (target: 0){''.join(f' {hole * 1000:.0f} ms' for hole in holes[:10])}")
    print(f"  phrases not heard: {lost} (target: 0)", flush=True)


def _tones(heard: Heard, begin: float, end: float) -> tuple[list[tuple[float, float]], list[float]]:
    """The tones that lie between two moments, and the lengths of the holes in them."""
    holes: list[float] = []
    tones: list[tuple[float, float]] = []
    for sound in heard.sounds(gap=HOLE, threshold=60):
        if sound[0] < begin or sound[0] > end:
            continue
        if tones and sound[0] - tones[-1][1] < SHORTEST_PAUSE:
            holes.append(sound[0] - tones[-1][1])
            tones[-1] = (tones[-1][0], sound[1])
        else:
            tones.append(sound)
    return tones, holes


def _tone_of(phrase: _Spoken, tones: list[tuple[float, float]]) -> tuple[float, float] | None:
    near = [tone for tone in tones if abs(tone[0] - phrase.moment) < NEAR]
    return min(near, key=lambda tone: abs(tone[0] - phrase.moment), default=None)


async def _measure(parts: Parts) -> int:
    from desktop_app.speech.sound.pcm import pause_seconds

    spoken: list[_Spoken] = []

    def note(phrase: Phrase, moment: float) -> None:
        spoken.append(_Spoken(moment, pause_seconds(phrase.pause)))

    parts.worker.phrase_started.connect(note)
    heart = Heart()
    beating = asyncio.create_task(heart.beat())
    await asyncio.sleep(2.0)
    await parts.connection.warm(parts.preferences.current)
    gaps = 0
    for _ in range(MOST_ANSWERS):
        spoken.clear()
        heart.forget()
        before = parts.worker.underruns
        begin = time.monotonic()
        parts.conversation.send("Write a lot.")
        await until(lambda: not parts.conversation.turns)
        await until(lambda: parts.window.transcript.idle)
        end = time.monotonic()
        underruns = parts.worker.underruns - before
        parts.speech.silence_all()
        heard = [phrase for phrase in spoken if phrase.moment < end - TONE]
        if heard:
            told = {"begin": begin, "end": end, "underruns": underruns, "spoken": heard}
            print(json.dumps({**told, **heart.longest()}), flush=True)
        gaps += max(len(heard) - 1, 0)
        if gaps >= GAPS:
            break
        parts.conversation.new()
        await asyncio.sleep(0.5)
    beating.cancel()
    return 0


if __name__ == "__main__":
    from desktop_app import app
    from desktop_app.options import StartOptions

    sys.exit(app.run(StartOptions(data_dir=Path(sys.argv[1])), _measure))
