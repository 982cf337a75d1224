"""A device that goes and comes back in mid-phrase, again and again: how long until there is sound, and what was lost.

The sound server is killed and started again, or its only sink unplugged and plugged in. Each phrase is a tone of its
own, so what was heard at the monitor tells which phrases were lost and which were said twice.
"""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.worker import SpeechWorker
from tests.bench.report import line
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.pulse import Ear, Heard, PrivatePulse
from tests.support.speaking import Stage, phrase

_CYCLES = 20
_SECONDS = 0.4
_PITCHES = [400.0 + 90.0 * step for step in range(24)]


def main() -> None:
    with ThreadedApiServer() as server, PrivatePulse(prompt=True) as pulse, pulse.in_this_process():
        for step, hz in enumerate(_PITCHES):
            server.speech_about[f"tone {step} "] = SpeechReply(hz=hz, seconds=_SECONDS)
        options = SpeechOptions(
            source=SpeechSource.SERVER, voice="coral", server_url=server.url, api_key="none", model="tts"
        )
        for name, away in (
            ("sound server killed and started", _Restart(pulse)),
            ("only device unplugged and plugged in", _Replug(pulse)),
        ):
            with _worker(options, pulse) as here:
                _measure(name, here, pulse, away)


class _Restart:
    def __init__(self, pulse: PrivatePulse) -> None:
        self.go = pulse.kill
        self.come = pulse.restart


class _Replug:
    def __init__(self, pulse: PrivatePulse) -> None:
        self.go = pulse.unplug
        self.come = pulse.plug_in


def _measure(name: str, here: Stage, pulse: PrivatePulse, away: _Restart | _Replug) -> None:
    chance = random.Random(5)  # moments, not secrets
    recordings: list[Heard] = []
    seconds: list[float] = []
    said = 0

    def keep_talking() -> None:
        nonlocal said
        reached = here.started[-1][0].index if here.started else -1
        while said < reached + 4:
            here.worker.say(phrase("t", said, f"tone {said % len(_PITCHES)} of the benchmark"))
            said += 1

    ear = Ear(pulse.env).start()
    keep_talking()
    for _ in range(_CYCLES):
        started = len(here.started)
        _until(here, lambda started=started: len(here.started) > started, keep_talking)  # type: ignore[misc]
        here.run_for(chance.uniform(0.0, _SECONDS))
        recordings.append(ear.heard())
        away.go()
        ear.close()
        here.run_for(chance.uniform(0.1, 0.9))
        ear = Ear(pulse.env, waits=True).start()
        there = away.come()
        _until(here, lambda ear=ear: bool(ear.heard().sounds()), keep_talking)  # type: ignore[misc]
        seconds.append(ear.heard().sounds()[0][0] - there)
    here.worker.finish("t")
    here.run_until(lambda: "t" in here.finished, 20)
    here.run_for(0.3)
    recordings.append(ear.heard())
    ear.close()
    print(line(f"{name}: device there to sound", [1000 * value for value in seconds], target="1000"))
    _tell_phrases(recordings, said)


def _tell_phrases(recordings: list[Heard], said: int) -> None:
    """What was heard, beside what was asked for in order."""
    lost = twice = 0
    more_than_the_cut = 0
    expected = 0
    for recording in recordings:
        tones = list(_tones(recording))
        for index, tone in enumerate(tones):
            step = (tone - expected) % len(_PITCHES)
            if step == len(_PITCHES) - 1 and index == 0:
                twice += 1  # the one that was cut
            elif step > len(_PITCHES) // 2:
                more_than_the_cut += 1
            else:
                lost += step
                expected += step
            expected = expected if step == len(_PITCHES) - 1 else expected + 1
    print(
        f"  phrases: {said} asked for, {expected} heard, {lost} lost, {twice} said twice after {_CYCLES} cuts "
        f"(target: at most one a cut), {more_than_the_cut} others said twice"
    )


def _tones(recording: Heard) -> Iterator[int]:
    """Which of the pitches were heard, one after the other."""
    pitches = [recording.pitch(begin, end) for begin, end in recording.sounds(gap=0.03) if end - begin > 0.03]
    known = (min(range(len(_PITCHES)), key=lambda step: abs(_PITCHES[step] - hz)) for hz in pitches)
    return (tone for tone, _ in itertools.groupby(known))


def _until(here: Stage, condition: Callable[[], bool], meanwhile: Callable[[], None]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError("speech did not get there")
        meanwhile()
        here.run_for(0.01)


@contextmanager
def _worker(options: SpeechOptions, pulse: PrivatePulse) -> Iterator[Stage]:
    application = QCoreApplication.instance() or QCoreApplication([])
    assert application is not None
    with Ear(pulse.env) as ear:
        worker = SpeechWorker(options)
        here = Stage(worker, ear)
        worker.phrase_started.connect(lambda phrase, moment: here.started.append((phrase, moment)))
        worker.speech_finished.connect(here.finished.append)
        worker.start()
        worker.warm()
        here.run_for(1.0)
        try:
            yield here
        finally:
            worker.shutdown()


if __name__ == "__main__":
    main()
