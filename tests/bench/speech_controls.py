"""From a listener's hand to the ear: another speed, pause, going on, the next sentence; at the monitor."""

from __future__ import annotations

import random
import time

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.options import SpeechOptions
from tests.bench.report import line
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.speaking import Stage, phrase, stage

_RUNS = 15
_SECONDS = 3.0


def main() -> None:
    chance = random.Random(11)  # moments, not secrets
    with ThreadedApiServer() as server:
        server.default_speech = SpeechReply(seconds=_SECONDS)  # one unbroken tone: its ends are sharp
        options = SpeechOptions(
            source=SpeechSource.SERVER, voice="coral", server_url=server.url, api_key="none", model="tts"
        )
        with stage(options) as here:
            for speed in (2.0, 0.5):
                took = [
                    _speed_to_effect(here, f"{speed}-{run}", speed, chance.uniform(0.2, 1.0)) for run in range(_RUNS)
                ]
                print(line(f"speed {speed} chosen to heard", took, target="300"))
            pauses, resumes = zip(*(_pause(here, run, chance.uniform(0.2, 1.0)) for run in range(_RUNS)), strict=True)
            print(line("pause to silence", list(pauses)))
            print(line("going on to sound", list(resumes)))
            jumps = [_next(here, run, chance.uniform(0.2, 1.0)) for run in range(_RUNS)]
            print(line("next sentence to its first sound", jumps))
            print(f"  underruns: {here.worker.underruns}; requests: {len(server.speech_requests)}")


def _begin(here: Stage, turn: str, count: int = 1) -> None:
    before = len(here.started)
    for index in range(count):
        here.worker.say(phrase(turn, index, f"Words {index} of {turn}"))
    here.worker.finish(turn)
    here.run_until(lambda: len(here.started) > before)


def _speed_to_effect(here: Stage, turn: str, speed: float, after: float) -> float:
    """How long it went on at the old speed, worked out from when the tone ended."""
    _begin(here, turn)
    here.run_for(after)
    chosen = time.monotonic()
    here.worker.set_speed(speed)
    here.run_until(lambda: turn in here.finished)
    here.run_for(0.4)
    begin, end = here.ear.heard().sounds(gap=0.02)[-1]
    here.worker.set_speed(1.0)
    # old + (left - old) / speed = end - chosen
    left = _SECONDS - (chosen - begin)
    return (speed * (end - chosen) - left) / (speed - 1.0) * 1000


def _pause(here: Stage, run: int, after: float) -> tuple[float, float]:
    _begin(here, f"pause {run}")
    here.run_for(after)
    paused = time.monotonic()
    here.worker.set_paused(paused=True)
    here.run_for(0.6)
    resumed = time.monotonic()
    here.worker.set_paused(paused=False)
    here.run_for(0.5)
    heard = here.ear.heard()
    here.worker.stop()
    here.run_for(0.2)
    silent = heard.last_sound(paused - 0.2, resumed - 0.05, threshold=100) or paused
    sound = heard.first_sound(resumed) or float("inf")
    return (silent - paused) * 1000, (sound - resumed) * 1000


def _next(here: Stage, run: int, after: float) -> float:
    _begin(here, f"next {run}", 2)
    here.run_for(after)
    asked = time.monotonic()
    here.worker.next_sentence()
    here.run_until(lambda: here.started[-1][0].index == 1)
    moment = here.started[-1][1]
    here.worker.stop()
    here.run_for(0.2)
    return (moment - asked) * 1000


if __name__ == "__main__":
    main()
