"""What there is to do on the page, a little in each frame: a timer that runs only while something waits.

Python's and Qt's work on the page holds the interpreter, and sound breaks when it is held for long: so every frame has
a budget, and what does not fit waits for the next.
"""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer

FRAME = 16
"""Milliseconds between two frames."""
BUDGET = 0.006
"""Seconds of work in one."""

Job = Iterator[None]

own_time = time.perf_counter if sys.platform == "win32" else time.thread_time
"""Seconds this thread has worked: what other programs take of a busy machine is no reason to do less in a frame.

Windows counts it only in steps of a frame's length.
"""


class FrameWork(QObject):
    """Runs ``every_frame``, then the jobs, oldest first, then ``after``. A job yields between small pieces of work."""

    def __init__(
        self, every_frame: Callable[[], bool], after: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._every_frame = every_frame
        self._after = after
        self._jobs: deque[Job] = deque()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.frame)

    @property
    def idle(self) -> bool:
        return not self._timer.isActive()

    def wake(self) -> None:
        """There is something to do by the next frame."""
        if not self._timer.isActive():
            self._timer.start(FRAME)

    def add(self, job: Job) -> None:
        self._jobs.append(job)
        self.wake()

    def drop_jobs(self) -> None:
        self._jobs.clear()

    def work_on(self, seconds: float) -> None:
        """Works on the jobs for so long, or until there are none."""
        end = time.monotonic() + seconds
        while self._jobs and time.monotonic() < end:
            try:
                next(self._jobs[0])
            except StopIteration:
                self._jobs.popleft()

    def frame(self) -> None:
        """One frame's work."""
        began = own_time()
        waiting = self._every_frame()
        self.work_on(max(BUDGET - (own_time() - began), 0.001))
        self._after()
        if waiting or self._jobs:
            # A frame that took long is followed by a longer rest: the loop, and the sound, come first.
            spent = (own_time() - began) * 1000
            self._timer.start(max(FRAME - round(spent), round(spent), 4))
