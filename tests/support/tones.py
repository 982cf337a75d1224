"""Tones that stand for texts: a recording of the speakers tells by its pitch which phrase was heard.

Every text has a pitch of its own on a ladder of 10 Hz, so that a Fourier transform of 100 ms tells neighbours apart.
"""

from __future__ import annotations

import io
import wave
import zlib

import numpy as np
from numpy.typing import NDArray

LOWEST_HZ = 300.0
STEP_HZ = 10.0
STEPS = 240

Samples = NDArray[np.int16]


def tone_for(text: str) -> float:
    """The pitch of a text in Hz, always the same; different texts share one with a chance of 1 in 240."""
    return LOWEST_HZ + STEP_HZ * (zlib.crc32(" ".join(text.split()).encode()) % STEPS)


def nth_tone(n: int) -> float:
    """The pitch of the n-th text (from 0) where pitches are given out by order: 60 Hz apart, 40 of them, then anew."""
    return LOWEST_HZ + 60.0 * (n % 40)


def tone(hz: float, seconds: float, rate: int, *, loudness: float = 0.4) -> Samples:
    """A sine, mono, faded in and out over 5 ms so that it does not click."""
    count = round(seconds * rate)
    wave_form = np.sin(2 * np.pi * hz / rate * np.arange(count)) * loudness
    fade = min(round(0.005 * rate), count // 2)
    if fade:
        ramp = np.linspace(0.0, 1.0, fade)
        wave_form[:fade] *= ramp
        wave_form[-fade:] *= ramp[::-1]
    return np.asarray(wave_form * 32767, dtype=np.int16)


def silence(seconds: float, rate: int) -> Samples:
    return np.zeros(round(seconds * rate), dtype=np.int16)


def dominant_hz(samples: Samples, rate: int) -> float:
    """The loudest pitch in a piece of sound, to about 1 Hz for 100 ms; 0.0 for silence."""
    if len(samples) == 0 or not samples.any():
        return 0.0
    windowed = samples.astype(np.float64) * np.hanning(len(samples))
    padded = max(len(samples), rate)
    spectrum = np.abs(np.fft.rfft(windowed, n=padded))
    return float(np.argmax(spectrum) * rate / padded)


def as_wav(samples: Samples, rate: int) -> bytes:
    """The same sound as a WAV file: a header of 44 bytes, then the samples."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(rate)
        writer.writeframes(samples.tobytes())
    return file.getvalue()
