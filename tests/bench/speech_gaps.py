"""Gaps between phrases when synthesis is faster than speech, while the GUI thread again and again holds the GIL."""

from __future__ import annotations

import ctypes
import itertools

from PySide6.QtCore import QTimer

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.phrase import Pause
from desktop_app.speech.options import SpeechOptions
from tests.bench.report import line
from tests.support.api_server import SpeechReply, ThreadedApiServer
from tests.support.speaking import phrase, stage

_PHRASES = 40
_INTENDED = 280.0


def main() -> None:
    for stall in (0, 30, 50):
        measure(stall)


def measure(stall: int) -> None:
    with ThreadedApiServer() as server:
        server.default_speech = SpeechReply(seconds=0.7, before=0.2, after=0.3, throttle=8.0)
        options = SpeechOptions(
            source=SpeechSource.SERVER, voice="coral", server_url=server.url, api_key="none", model="tts"
        )
        with stage(options) as here:
            stalls = QTimer()
            stalls.timeout.connect(lambda: hold_the_gil(stall))
            if stall:
                stalls.start(stall + 20)
            for index in range(_PHRASES):
                here.worker.say(phrase("gaps", index, f"Phrase {index}", Pause.SENTENCE))
            here.worker.finish("gaps")
            here.run_until(lambda: bool(here.finished), _PHRASES * 1.5)
            stalls.stop()
            here.run_for(0.3)
            sounds = here.ear.heard().sounds(gap=0.003, threshold=60)
            underruns = here.worker.underruns
    gaps = [(later[0] - earlier[1]) * 1000 for earlier, later in itertools.pairwise(sounds)]
    name = f"gaps between phrases, GIL held {stall} ms of {stall + 20}" if stall else "gaps between phrases"
    print(line(name, gaps, target=f"{_INTENDED:.0f} intended"))
    jitter = [abs(gap - _INTENDED) for gap in gaps]
    print(line("  off the intended pause", jitter, target="20"))
    print(f"  phrases heard whole: {len(sounds)} of {_PHRASES}; underruns: {underruns}")


def hold_the_gil(milliseconds: int) -> None:
    """As a long call into Qt does: C code that runs without ever letting another thread in."""
    ctypes.PyDLL(None).usleep(milliseconds * 1000)


if __name__ == "__main__":
    main()
