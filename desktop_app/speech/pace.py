"""How fast a voice has proved to be, and what follows from that for the phrases still to be made.

Three things are measured with every phrase: how long its first sound took, in how many seconds a second of sound
arrives, and how unevenly. From them follow how much of a phrase must be in hand before its first sample is played
without a break in the middle of it, and how long a phrase should be so that the next one is there when it ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.options import SpeechOptions

_MEMORY = 0.8
"""How much of what was learned before still counts after another phrase."""

_UNKNOWN_DELAY = 0.5
_UNKNOWN_DEVIATION = 0.25
_UNKNOWN_RATE = 0.5
_UNKNOWN_UNEVENNESS = 0.04

_AT_LEAST = 0.045
"""Seconds of sound in hand that the device's own appetite wants, whatever the voice: a period and a little more."""

_LENGTH_DOUBT = 1.15
"""A phrase may turn out so much longer than its text tells."""

_SAFETY = 1.25
"""A phrase lasts so much longer than the next one is expected to take."""

_TELLING = 0.3
"""Seconds of sound in hand with which a voice that never spoke before may begin, its rate being unknown."""

_MEASURABLE = 0.15
"""Seconds of sound or time below which an arrival tells nothing about its rate."""


class _Line:
    """A straight line through what was measured, the latest counting most."""

    def __init__(self) -> None:
        self._n = self._x = self._y = self._xx = self._xy = 0.0

    def add(self, x: float, y: float) -> None:
        self._n = self._n * _MEMORY + 1
        self._x = self._x * _MEMORY + x
        self._y = self._y * _MEMORY + y
        self._xx = self._xx * _MEMORY + x * x
        self._xy = self._xy * _MEMORY + x * y

    def at_zero_and_slope(self) -> tuple[float, float]:
        """Neither below 0; flat as long as all that was measured was of one length."""
        x, y = self._x / self._n, self._y / self._n
        spread = self._xx / self._n - x * x
        slope = max(0.0, (self._xy / self._n - x * y) / spread) if spread > 0.25 else 0.0
        return max(0.0, y - slope * x), min(slope, y / x if x else 0.0)


@dataclass(slots=True)
class Pace:
    """One voice. Sound is counted in seconds at the voice's own pace, ``speed`` is the listener's factor on it."""

    delay: float = _UNKNOWN_DELAY
    """Seconds to the first sound of a phrase, as far as its length does not matter."""
    delay_a_second: float = 0.0
    """How much later that is for each second of the phrase: a voice that gives nothing before it has made all of it."""
    deviation: float = _UNKNOWN_DEVIATION
    rate: float = _UNKNOWN_RATE
    """Seconds in which a second of sound arrives once the first is there; from 1 on it is slower than speech."""
    unevenness: float = _UNKNOWN_UNEVENNESS
    """Seconds of sound in hand at which its next piece was always there in time."""
    phrases: int = 0
    _fit: _Line = field(default_factory=_Line)

    def first_sound_after(self, seconds: float) -> float:
        """Seconds until a phrase of this length is likely to have begun."""
        return self.delay + self.delay_a_second * seconds + 2 * self.deviation

    def may_begin(
        self, in_hand: float, length: float, until: float, speed: float, *, rate: float = 0.0, late: float = 0.0
    ) -> bool:
        """Whether a phrase can be played from here on without running dry before its end.

        ``in_hand`` seconds of the ``length`` expected are there, and other sound lasts ``until`` it is its turn.
        ``rate`` and ``late``: what this very phrase arrives at, and how unevenly, where that is known already.
        """
        if not (self.phrases or rate or in_hand >= _TELLING):
            return False
        a_second = max(self.rate, rate, 1 / speed)
        short = (a_second - 1 / speed) * max(length * _LENGTH_DOUBT, in_hand)
        return in_hand * a_second + until >= max(self.unevenness, late) + _AT_LEAST + short

    def worth_asking_for(self, until: float, at_once: int, speed: float) -> float:
        """Seconds a phrase should last so that speech keeps up: those after it must be made while it is heard."""
        if not self.phrases and until <= 0:
            return 0.0  # nothing is known of it, and somebody waits
        busy = (self.delay_a_second + self.rate) * speed * _SAFETY
        keeps_up = self.delay * speed * _SAFETY / max(at_once - busy, 0.1)
        bridges = (self.first_sound_after(0) * _SAFETY - until) * speed
        return max(keeps_up, bridges, 0.0)

    def cost_of_length(self, speed: float) -> float:
        """How much later a phrase can be begun for each second that it is longer."""
        return self.delay_a_second + max(0.0, self.rate - 1 / speed)

    def learn(self, arrival: Arrival, speed: float) -> None:
        """From a phrase that came whole."""
        if arrival.first_sound is None:
            return
        weight = 1 - _MEMORY if self.phrases else 1.0
        expected = self.delay + self.delay_a_second * arrival.seconds
        took = arrival.first_sound - arrival.asked
        off = abs(took - expected) if self.phrases else took / 4
        self.deviation += (off - self.deviation) * weight
        self._fit.add(arrival.seconds, took)
        self.delay, self.delay_a_second = self._fit.at_zero_and_slope()
        self.rate += (arrival.rate() - self.rate) * weight
        late = arrival.lateness(max(self.rate, 1 / speed))
        self.unevenness = max(late, self.unevenness + (late - self.unevenness) * (1 - _MEMORY) / 2)
        self.phrases += 1


class Paces:
    """Of every voice that has spoken."""

    def __init__(self) -> None:
        self._known: dict[tuple[SpeechSource, str, str, str], Pace] = {}

    def of(self, options: SpeechOptions) -> Pace:
        return self._known.setdefault((options.source, options.server_url, options.model, options.voice), Pace())


class Arrival:
    """How the sound of one request came in, on the event loop's clock."""

    def __init__(self, pace: Pace, asked: float) -> None:
        self.pace = pace
        self.asked = asked
        self.seconds = 0.0
        """How much sound is there."""
        self._pieces: list[tuple[float, float]] = []  # when, and how much was there before

    @property
    def first_sound(self) -> float | None:
        return self._pieces[0][0] if self._pieces else None

    def add(self, now: float, seconds: float) -> None:
        self._pieces.append((now, self.seconds))
        self.seconds += seconds

    def rate(self) -> float:
        """Seconds for a second of sound, from the first piece to the last; 0 where it all came at once."""
        if len(self._pieces) < 2:
            return 0.0
        took = self._pieces[-1][0] - self._pieces[0][0]
        came = self.seconds - self._pieces[1][1]  # what the first piece held was there before the clock ran
        return took / came if came >= _MEASURABLE else 0.0

    def rate_until(self, now: float) -> float:
        """The same while it comes; 0 where that is too early to tell."""
        if not self._pieces or now - self._pieces[0][0] < _MEASURABLE:
            return 0.0
        return self.rate()

    def lateness(self, a_second: float) -> float:
        """Seconds of sound that must be in hand so that each piece is there when it is played, at ``a_second`` each.

        The first piece is in hand at once; as evenly as sound may come, it comes in pieces.
        """
        if len(self._pieces) < 2:
            return 0.0
        begin, first = self._pieces[0][0], self._pieces[1][1]
        return max(when - begin - (before - first) * a_second for when, before in self._pieces[1:])
