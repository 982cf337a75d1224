"""A stopwatch for one turn: from the prompt to its first word, its first sound and its end."""

from __future__ import annotations

import time
from collections.abc import Callable

from desktop_app.domain.usage import Timings


class TurnClock:
    """Starts when it is made. Each moment counts the first time it is told; ``timings`` can be read at any time.

    Moments are seconds on ``clock``; where none is given, it is now.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start = clock()
        self._first_token: float | None = None
        self._first_sound: float | None = None
        self._total: float | None = None

    def started(self, moment: float | None = None) -> None:
        """Starts anew: the prompt goes out only now."""
        self._start = self._clock() if moment is None else moment

    def first_token(self, moment: float | None = None) -> None:
        if self._first_token is None:
            self._first_token = self._since_start(moment)

    def first_sound(self, moment: float | None = None) -> None:
        if self._first_sound is None:
            self._first_sound = self._since_start(moment)

    def ended(self, moment: float | None = None) -> Timings:
        if self._total is None:
            self._total = self._since_start(moment)
        return self.timings

    @property
    def timings(self) -> Timings:
        """As far as it is known."""
        return Timings(first_token=self._first_token, first_sound=self._first_sound, total=self._total)

    def _since_start(self, moment: float | None) -> float:
        return (self._clock() if moment is None else moment) - self._start
