"""Sound as the device will have it: no padding around a phrase, soft edges, one rate.

Voices pad a phrase with up to half a second of silence on either side; cut off by level, the pauses between phrases
become ours to choose. All of it works on a stream: however the sound is cut into pieces, the same samples come out.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop_app.domain.phrase import Pause
from desktop_app.speech.synthesizer import Pcm

if TYPE_CHECKING:
    import numpy as np
    import soxr
    from numpy.typing import NDArray

SAMPLE_BYTES = 2
FADE_SECONDS = 0.005

# About -48 dB: above the noise floor of every voice measured, below the softest f and h.
_THRESHOLD = 130
_KEPT_BEFORE = 0.005
_KEPT_AFTER = 0.015

_PAUSES = {
    Pause.NONE: 0.0,
    Pause.CLAUSE: 0.12,
    Pause.SENTENCE: 0.28,
    Pause.PARAGRAPH: 0.5,
    Pause.HEADING: 0.6,
}


def get_ready() -> None:
    """Imports what the first sound would wait for; takes 0.1 s, in a thread, and nothing when called again."""
    import numpy as np  # noqa: F401 - for those below
    import soxr  # noqa: F401 - the same


def pause_seconds(pause: Pause) -> float:
    """How long the silence after a phrase is at normal speed."""
    return _PAUSES[pause]


def resampled(sound: bytes, rate: int, wanted: int) -> bytes:
    """A whole sound at another rate."""
    if rate == wanted or not sound:
        return sound
    resampler = Resampler(rate, wanted)
    return resampler.feed(_as_array(sound)) + resampler.finish()


def loudness(sound: bytes) -> float:
    """How loud a piece is to the eye of a level meter: 0 for silence, 1 at full scale, -60 dB being the bottom."""
    import numpy as np

    if not sound:
        return 0.0
    samples = np.frombuffer(sound, dtype="<i2").astype(np.float32)
    root_mean_square = float(np.sqrt(np.mean(samples * samples))) / 32768
    return 0.0 if root_mean_square < 0.001 else min(1.0, 1.0 + math.log10(root_mean_square) / 3)


def faded(sound: bytes, rate: int, *, rising: bool) -> bytes:
    """The piece with a ramp over its first ``FADE_SECONDS`` (rising), or over its first and then silence (falling)."""
    import numpy as np

    samples = np.frombuffer(sound, dtype="<i2").astype(np.float32)
    count = min(len(samples), int(FADE_SECONDS * rate))
    ramp = np.linspace(0.0, 1.0, count, dtype=np.float32)
    samples[:count] *= ramp if rising else ramp[::-1]
    if not rising:
        samples[count:] = 0
    return samples.astype("<i2").tobytes()


def amplified(sound: bytes, before: float, after: float) -> bytes:
    """The piece at another volume: factors of its samples, the one at its beginning and the one from its end on."""
    import numpy as np

    samples = np.frombuffer(sound, dtype="<i2")
    slope = np.linspace(before, after, len(samples), dtype=np.float32) if before != after else np.float32(after)
    made: bytes = (samples * slope).astype("<i2").tobytes()
    return made


class Trimmer:
    """Drops the silence before and after a phrase, keeps that within, and fades both edges."""

    def __init__(self, rate: int) -> None:
        import numpy as np

        self._before = int(_KEPT_BEFORE * rate)
        self._after = int(_KEPT_AFTER * rate)
        self._fade = max(1, int(FADE_SECONDS * rate))
        self._held: NDArray[np.int16] = np.zeros(0, dtype=np.int16)
        self._began = False
        self._given = 0
        self.silent_frames = 0
        """Of the silence at the edges, what was kept for the soft beginnings and endings of speech."""
        self.dropped_frames = 0
        """Of the silence before, what was taken away."""

    def feed(self, samples: NDArray[np.int16]) -> NDArray[np.int16]:
        """What is certain to be heard by now: silence, and the edge that may have to fade, are held back."""
        import numpy as np

        self._held = np.concatenate((self._held, samples))
        # int16's abs(-32768) is negative: compare both signs instead.
        loud = np.flatnonzero((self._held > _THRESHOLD) | (self._held < -_THRESHOLD))
        if not loud.size:
            if not self._began:
                self._drop(max(0, len(self._held) - self._before))
            return self._give(0)
        if not self._began:
            self._began = True
            cut = max(0, int(loud[0]) - self._before)
            self.silent_frames += int(loud[0]) - cut
            self._drop(cut)
            loud = loud - cut
        return self._give(max(0, int(loud[-1]) + 1 - self._fade))

    def finish(self) -> NDArray[np.int16]:
        """The rest of the phrase, faded out; nothing where no sound ever came."""
        import numpy as np

        if not self._began:
            return self._held[:0]
        loud = np.flatnonzero((self._held > _THRESHOLD) | (self._held < -_THRESHOLD))
        last = int(loud[-1]) + 1
        end = min(last + self._after, len(self._held))
        self.silent_frames += end - last
        rest = self._give(end).copy()
        count = min(self._fade, len(rest))
        if count:
            rest[-count:] = (rest[-count:] * np.linspace(1.0, 0.0, count)).astype(np.int16)
        return rest

    def _drop(self, count: int) -> None:
        self.dropped_frames += count
        self._held = self._held[count:]

    def _give(self, count: int) -> NDArray[np.int16]:
        import numpy as np

        given, self._held = self._held[:count], self._held[count:]
        if self._given < self._fade and count:
            ramp = np.clip(np.arange(self._given, self._given + count) / self._fade, 0.0, 1.0)
            given = (given * ramp).astype(np.int16)
        self._given += count
        return given


class Resampler:
    """From one rate to another with state, so that pieces join without a seam."""

    def __init__(self, rate: int, wanted: int) -> None:
        import soxr

        # The variable-rate engine gives its output within 10 ms of input; the fixed one holds 40 ms blocks back.
        self._stream: soxr.ResampleStream | None = (
            None if rate == wanted else soxr.ResampleStream(rate, wanted, 1, dtype="float32", quality="HQ", vr=True)
        )

    def feed(self, samples: NDArray[np.int16], *, last: bool = False) -> bytes:
        import numpy as np

        if self._stream is None:
            return samples.astype("<i2").tobytes()
        made = self._stream.resample_chunk(samples.astype(np.float32), last=last)
        sound: bytes = np.clip(np.rint(made), -32768, 32767).astype("<i2").tobytes()
        return sound

    def finish(self) -> bytes:
        import numpy as np

        return self.feed(np.zeros(0, dtype=np.int16), last=True)


class PhraseShaper:
    """One phrase on its way to the device: pieces go in, trimmed sound at the device's rate comes out."""

    def __init__(self, device_rate: int) -> None:
        self._device_rate = device_rate
        self._stages: tuple[Trimmer, Resampler] | None = None
        self._rate = 0

    def feed(self, piece: Pcm) -> bytes:
        """The rate is that of the first piece."""
        if self._stages is None:
            self._rate = piece.rate
            self._stages = Trimmer(piece.rate), Resampler(piece.rate, self._device_rate)
        trimmer, resampler = self._stages
        return resampler.feed(trimmer.feed(_as_array(piece.samples)))

    @property
    def silent_seconds(self) -> float:
        """What a pause is to be shortened by: the silence left at the phrase's edges."""
        return self._stages[0].silent_frames / self._rate if self._stages else 0.0

    @property
    def dropped_seconds(self) -> float:
        """How much of the silence before the phrase was taken away."""
        return self._stages[0].dropped_frames / self._rate if self._stages else 0.0

    def finish(self) -> bytes:
        if self._stages is None:
            return b""
        trimmer, resampler = self._stages
        return resampler.feed(trimmer.finish()) + resampler.finish()


def _as_array(sound: bytes) -> NDArray[np.int16]:
    import numpy as np

    return np.frombuffer(sound, dtype="<i2")
