"""No click where phrases meet: what real voices say, joined as the device gets it."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.sound.pcm import PhraseShaper
from desktop_app.speech.sound.sample_queue import SampleQueue
from desktop_app.speech.voices.catalogue import Voices

RATE = 48_000
TEXTS = (
    "Fast feet", "often find the far field,", "Zebras zigzag.", "Are apples all alike?", "Mmm.",
    "She sells shells", "and every answer ends abruptly",
)  # fmt: skip
SOURCES = [
    SpeechSource.HIBARI,
    SpeechSource.PICO,
    pytest.param(
        SpeechSource.ESPEAK,
        marks=pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed"),
    ),
]


@pytest.fixture
async def voices() -> AsyncIterator[Voices]:
    with ThreadPoolExecutor(2) as executor:
        voices = Voices(executor)
        yield voices
        await voices.aclose()


async def shaped(voices: Voices, text: str, source: SpeechSource) -> bytes:
    options = SpeechOptions(source=source)
    shaper = PhraseShaper(RATE)
    pieces = [shaper.feed(piece) async for piece in voices.voice(options).synthesize(text, options)]
    return b"".join(pieces) + shaper.finish()


@pytest.mark.parametrize("source", SOURCES)
async def test_the_largest_step_at_a_joint_is_at_most_what_is_inside_the_phrases(
    voices: Voices, source: SpeechSource
) -> None:
    check_joints([await shaped(voices, text, source) for text in TEXTS])


async def test_voices_of_different_rates_are_joined_as_softly(voices: Voices) -> None:
    here = [SpeechSource.HIBARI, SpeechSource.PICO, *([SpeechSource.ESPEAK] if shutil.which("espeak-ng") else [])]
    check_joints(
        [await shaped(voices, text, source) for text, source in zip(TEXTS, itertools.cycle(here), strict=False)]
    )


def check_joints(phrases: list[bytes]) -> None:
    """At every speed and pause."""
    assert all(phrases)
    inside = max(int(np.abs(np.diff(np.frombuffer(phrase, dtype="<i2").astype(int))).max()) for phrase in phrases)
    for speed in (1.0, 0.6, 1.7, 3.0):
        for pause in (0, 1, RATE // 10):  # joined without a breath too
            queue = SampleQueue()
            queue.rate, queue.speed = RATE, speed
            for number, phrase in enumerate(phrases):
                queue.put_mark(number, opens=True)
                queue.put_sound(phrase)
                queue.put_mark(-1, closes=True)
                queue.put_silence(pause)
            block = queue.take(queue.frames * 3)
            steps = np.abs(np.diff(np.frombuffer(block.sound, dtype="<i2").astype(int)))
            joints = [place for place, mark in block.marks if mark != -1]
            assert len(joints) == len(phrases)
            for place in joints:
                assert steps[max(0, place - RATE // 100) : place + RATE // 100].max() <= inside
                assert steps[max(0, place - 3) : place + 3].max() < 40  # it is in the fade: all but silent
            assert steps.max() <= inside * 1.05
