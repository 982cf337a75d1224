"""No click where sound breaks off or goes on in the middle of a word; a phrase's own edges are the work of ``pcm``.

Used in the device's callback, and there only where sound was missing or was cut: numpy is imported late.
"""

from __future__ import annotations

import struct

from desktop_app.speech.sound.pcm import FADE_SECONDS, SAMPLE_BYTES


def last_sample(sound: bytes) -> int:
    """0 where there is none."""
    if len(sound) < SAMPLE_BYTES:
        return 0
    value: int = struct.unpack_from("<h", sound, len(sound) - SAMPLE_BYTES)[0]
    return value


def eased_out(sound: bytes, real: int, before: int, rate: int) -> bytes:
    """The block, whose sound ends after ``real`` frames, without the step there.

    The last value, ``before`` where the block has none, glides to silence; where the block is too short for that, the
    end of its sound fades as well.
    """
    frames = len(sound) // SAMPLE_BYTES
    fade = round(FADE_SECONDS * rate)
    last = last_sample(sound[: real * SAMPLE_BYTES]) if real else before
    if not last or not fade:
        return sound
    import numpy as np

    samples = np.frombuffer(sound, dtype="<i2").astype(np.float32)
    begin = max(0, real - max(0, fade - (frames - real)))
    end = min(frames, begin + fade)
    samples[real:end] = last
    samples[begin:end] *= np.linspace(1.0, 0.0, end - begin + 1, dtype=np.float32)[1:]
    return samples.astype("<i2").tobytes()


def ramped(sound: bytes, real: int, begin: float, fade: int) -> bytes:
    """The block, its first ``real`` frames rising from the factor ``begin`` to 1 by a ``fade``-th each."""
    import numpy as np

    samples = np.frombuffer(sound, dtype="<i2").astype(np.float32)
    samples[:real] *= np.minimum(1.0, begin + np.arange(real, dtype=np.float32) / fade)
    return samples.astype("<i2").tobytes()
