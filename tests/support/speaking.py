"""What the speech benchmarks share: the real worker in a Qt event loop, heard at the sound server's monitor."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from desktop_app.domain.phrase import Pause, Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.worker import SpeechWorker
from tests.support.pulse import Ear, pulse_environment


@dataclass
class Stage:
    """The worker, an ear at the monitor, and the signals that came."""

    worker: SpeechWorker
    ear: Ear
    started: list[tuple[Phrase, float]] = field(default_factory=list)
    finished: list[str] = field(default_factory=list)
    events: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def run_for(self, seconds: float) -> None:
        """Lets the GUI thread's event loop run."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def run_until(self, condition: Callable[[], bool], seconds: float = 20.0) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError("speech did not get there")
            self.run_for(0.005)


@contextmanager
def stage(options: SpeechOptions | None = None) -> Iterator[Stage]:
    application = QCoreApplication.instance() or QCoreApplication([])
    assert application is not None
    with pulse_environment(), Ear() as ear:
        worker = SpeechWorker(options or SpeechOptions())
        here = Stage(worker, ear)
        worker.phrase_started.connect(lambda phrase, moment: here.started.append((phrase, moment)))
        worker.speech_finished.connect(here.finished.append)
        worker.happened.connect(lambda name, _turn, fields: here.events.append((name, fields)))
        worker.start()
        worker.warm()
        here.run_for(2.0)
        try:
            yield here
        finally:
            worker.shutdown()


def phrase(turn_id: str, index: int, text: str, pause: Pause = Pause.SENTENCE) -> Phrase:
    return Phrase(turn_id, index, text, 0, len(text), pause)
