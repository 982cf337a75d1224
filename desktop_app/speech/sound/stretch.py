"""Speech made faster or slower without changing its pitch, while it is heard.

Waveform similarity overlap-add (Verhelst and Roelands, 1993): the sound goes on as it is until it has drifted too far
from where the speed wants it to be; then it jumps to the place nearby at which the wave looks most as it would have
gone on, and is blended across within a hop. At a jump nothing of the sound but whole periods of the voice is left out
or said twice, so pitch and timbre stay.

The speed is given with each hop, so that a change is heard with the next one.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HOP = 0.010
_REACH = 0.015
"""Seconds to either side in which a like place is looked for: together twice the period of a deep voice, 70 Hz."""

_COARSE_RATE = 8_000
_SILENT = 1e-3
"""Energy of a sample below which one place is as good as another."""


class Stretcher:
    """One phrase: ``feed`` it sound, ``step`` a hop of it out. Both in mono 16-bit samples."""

    def __init__(self, rate: int) -> None:
        self._hop = round(_HOP * rate)
        self._reach = round(_REACH * rate)
        self._coarse = max(1, rate // _COARSE_RATE)
        self._held: NDArray[np.float32] = np.zeros(0, dtype=np.float32)
        self._dropped = 0
        self._next = 0  # where the sound would go on by itself, in `_held`
        self._due = 0.0  # where the speed wants it to be, in `_held`

    @property
    def position(self) -> int:
        """How many of the samples fed have been heard, as the speed counts them."""
        return self._dropped + min(round(self._due), len(self._held))

    def feed(self, sound: bytes | memoryview) -> None:
        new = np.frombuffer(sound, dtype="<i2").astype(np.float32)
        self._held = np.concatenate((self._held, new))

    def step(self, speed: float, *, whole: bool) -> bytes | None:
        """The next hop; None while more must be fed first. ``whole``: no more will be; then empty at the end."""
        if not whole and len(self._held) < max(self._next, round(self._due + self._hop * speed) + self._reach) + (
            2 * self._hop
        ):
            return None
        here = self._next
        if whole and here + self._hop >= len(self._held):
            return self._leave(self._held[here:])
        last = len(self._held) - self._hop
        if self._due >= last:  # its time is over: across to its end, which fades
            return self._leave(self._blend(here, last))
        there = self._like_place(here, min(round(self._due), last), last)
        made = self._blend(here, there)
        self._next = there + self._hop
        self._due += self._hop * speed
        self._drop()
        return _as_bytes(made)

    def give_back(self) -> bytes:
        """The sound that follows, as it was fed; none is left."""
        rest = self._held[self._next :]
        self._leave(rest)
        return _as_bytes(rest)

    def _leave(self, made: NDArray[np.float32]) -> bytes:
        self._next = len(self._held)
        self._due = float(self._next)
        return _as_bytes(made)

    def _blend(self, here: int, there: int) -> NDArray[np.float32]:
        if here == there:
            return self._held[here : here + self._hop]
        rise = _rise(self._hop)
        old, new = self._held[here : here + self._hop], self._held[there : there + self._hop]
        return old + (new - old) * rise

    def _like_place(self, here: int, due: int, last: int) -> int:
        """The place within reach of ``due`` from which the sound goes on most as it would from ``here``."""
        low, high = max(0, due - self._reach), min(last, due + self._reach)
        if low <= here <= high:
            return here
        wanted = self._held[here : here + 2 * self._hop]
        wanted = wanted[: max(self._hop, len(self._held) - high)]
        if float(wanted @ wanted) < _SILENT * len(wanted):
            return due
        step = self._coarse
        size = len(wanted) // step
        near = low + step * _best(
            _thinned(self._held[low : high + len(wanted)], step), _thinned(wanted[: size * step], step)
        )
        low, high = max(low, near - step), min(high, near + step)
        return low + _best(self._held[low : high + len(wanted)], wanted)

    def _drop(self) -> None:
        """Lets go of what no jump can reach any more."""
        count = min(self._next, int(self._due) - self._reach)
        if count > 0:
            self._held = self._held[count:]
            self._next -= count
            self._due -= count
            self._dropped += count


def lookahead(rate: int) -> int:
    """Samples that ``Stretcher.step`` wants beyond those that are heard."""
    return 3 * round(_HOP * rate) + 2 * round(_REACH * rate)


def _best(sound: NDArray[np.float32], wanted: NDArray[np.float32]) -> int:
    """The offset at which ``wanted`` is most like the sound, by normalized cross-correlation."""
    alike = np.correlate(sound, wanted, "valid")
    energy = np.concatenate((np.zeros(1), np.cumsum(sound.astype(np.float64) ** 2)))
    energy = energy[len(wanted) :] - energy[: len(energy) - len(wanted)]
    return int(np.argmax(alike / np.sqrt(energy + 1.0)))


def _thinned(sound: NDArray[np.float32], step: int) -> NDArray[np.float32]:
    """The mean of every ``step`` samples."""
    whole = len(sound) - len(sound) % step
    thinned: NDArray[np.float32] = sound[:whole].reshape(-1, step).mean(axis=1)
    return thinned


@functools.cache
def _rise(count: int) -> NDArray[np.float32]:
    """From 0 to 1 along a cosine; with its mirror it adds up to 1."""
    turn = (np.arange(count, dtype=np.float32) + 0.5) * (np.pi / count)
    rise: NDArray[np.float32] = ((1.0 - np.cos(turn)) / 2.0).astype(np.float32)
    return rise


def _as_bytes(made: NDArray[np.float32]) -> bytes:
    sound: bytes = np.clip(np.rint(made), -32768, 32767).astype("<i2").tobytes()
    return sound
