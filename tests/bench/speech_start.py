"""From what sets speech off to its sound at the monitor: the server's first audible byte; a complete phrase."""

from __future__ import annotations

import time

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.options import SpeechOptions
from tests.bench.report import line
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.speaking import Stage, phrase, stage

_RUNS = 40


def main() -> None:
    for throttle in (None, 4.0, 1.5):
        measure_server(throttle)
    measure_built_in()


def measure_server(throttle: float | None) -> None:
    """The server's delay is its own; what we add begins at its first byte, which is audible."""
    with ThreadedApiServer() as server:
        server.default_speech = SpeechReply(delay=0.15, throttle=throttle)
        options = SpeechOptions(
            source=SpeechSource.SERVER, voice="coral", server_url=server.url, api_key="none", model="tts"
        )
        with stage(options) as here:
            asked = _speak(here, "A phrase of some length, number {}.")
            heard = here.ear.heard()
            added: list[float] = []
            for moment, request in zip(asked, server.speech_requests, strict=True):
                assert request.first_byte_at is not None
                sound = heard.first_sound(moment)
                assert sound is not None
                added.append((sound - request.first_byte_at) * 1000)
            underruns = here.worker.underruns
    how = "at once" if throttle is None else f"at {throttle} times real time"
    print(line(f"server's first byte to sound, sound sent {how}", added, target="median 20"))
    print(f"  underruns: {underruns}")


def measure_built_in() -> None:
    with stage() as here:
        asked = _speak(here, "Two plus two is four, number {}.")
        heard = here.ear.heard()
    took = [((heard.first_sound(moment) or float("inf")) - moment) * 1000 for moment in asked]
    print(line("built-in voice, phrase complete to sound", took, target="60"))


def _speak(here: Stage, text: str) -> list[float]:
    asked: list[float] = []
    for run in range(_RUNS):
        before = len(here.started)
        asked.append(time.monotonic())
        here.worker.say(phrase(f"start{run}", 0, text.format(run)))
        here.run_until(lambda before=before: len(here.started) > before)  # type: ignore[misc]
        here.run_for(0.25)
        here.worker.stop()
        here.run_for(0.15)
    return asked


if __name__ == "__main__":
    main()
