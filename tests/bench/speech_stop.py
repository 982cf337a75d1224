"""From the call of ``stop`` to silence at the monitor, at random moments of an answer."""

from __future__ import annotations

import random
import time

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.options import SpeechOptions
from tests.bench.report import line
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.speaking import phrase, stage

_RUNS = 50


def main() -> None:
    slots: list[float] = []
    stops: list[float] = []
    chance = random.Random(7)  # moments, not secrets
    with ThreadedApiServer() as server:
        server.default_speech = SpeechReply(seconds=4.0)  # one unbroken tone: its end is sharp
        options = SpeechOptions(
            source=SpeechSource.SERVER, voice="coral", server_url=server.url, api_key="none", model="tts"
        )
        with stage(options) as here:
            for run in range(_RUNS):
                before = len(here.started)
                for index in range(3):
                    here.worker.say(phrase(f"stop{run}", index, f"Phrase {index} of {run}."))
                here.run_until(lambda before=before: len(here.started) > before)  # type: ignore[misc]
                here.run_for(chance.uniform(0.05, 1.5))
                stops.append(time.monotonic())
                here.worker.stop()
                slots.append((time.monotonic() - stops[-1]) * 1000)
                here.run_for(0.3)
            here.run_for(0.2)
            heard = here.ear.heard()
    ends = [heard.last_sound(called - 0.2, called + 0.28, threshold=100) or called for called in stops]
    silences = [(end - called) * 1000 for called, end in zip(stops, ends, strict=True)]
    print(line("stop to silence at the monitor", silences, target="median 15, worst 40"))
    print(line("stop, the slot itself", slots, target="worst 1"))
    print(f"replies heard after their stop: {sum(silence > 100 for silence in silences)} of {_RUNS}")


if __name__ == "__main__":
    main()
