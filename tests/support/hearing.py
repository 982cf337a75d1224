"""What the tests of a sound device share: its marks as they come, and hearings that a busy machine may spoil."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from desktop_app.speech.sound.audio_output import AudioOutput
from tests.support.pulse import Ear


class Marks:
    """Collects what the device's thread tells, and lets the test wait for it."""

    def __init__(self) -> None:
        self.told: list[tuple[object, float]] = []
        self._changed = threading.Condition()

    def __call__(self, mark: object, moment: float) -> None:
        with self._changed:
            self.told.append((mark, moment))
            self._changed.notify_all()

    def wait_for(self, mark: object) -> float:
        """The moment at which the mark is heard; returns when that moment has passed."""
        with self._changed:
            assert self._changed.wait_for(lambda: mark in dict(self.told), 30), f"{mark} never came: {self.told}"
            moment = dict(self.told)[mark]
        time.sleep(max(0.0, moment - time.monotonic()) + 0.1)
        return moment


class Hearing:
    """A busy machine tears holes into what is heard, and counts them: one hearing of five without them is enough."""

    def __init__(self, output: AudioOutput, marks: Marks, ear: Ear) -> None:
        self._output = output
        self._marks = marks
        self._ear = ear
        self._underruns = 0

    def once(self, judge: Callable[[], None]) -> None:
        for _ in range(4):
            with suppress(AssertionError):
                self._begin()
                judge()
                return
        self._begin()
        judge()

    @property
    def underruns(self) -> int:
        return self._output.underruns - self._underruns

    def sounds(self, gap: float) -> list[tuple[float, float]]:
        """Those of this hearing."""
        return [sound for sound in self._ear.heard().sounds(gap=gap) if sound[0] > self._begun]

    def _begin(self) -> None:
        self._output.silence()
        self._output.set_speed(1.0)
        self._marks.told.clear()
        time.sleep(0.2)
        self._underruns = self._output.underruns
        self._begun = time.monotonic()
