"""Another speed, the same pitch; on tones, whose pitch and steps can be told exactly, and on the built-in voice."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.speech.sound.sample_queue import SampleQueue
from desktop_app.speech.sound.stretch import Stretcher
from tests.support.tones import Samples, dominant_hz, tone

RATE = 24_000


def stretched(sound: Samples, speed: float, *, rate: int = RATE, piece: int = 1000) -> Samples:
    """The whole of a phrase that comes in pieces."""
    stretcher = Stretcher(rate)
    made: list[bytes] = []
    at = 0
    while (hop := stretcher.step(speed, whole=at >= len(sound))) != b"":
        if hop is None:
            stretcher.feed(sound[at : at + piece].tobytes())
            at += piece
        else:
            made.append(hop)
    assert stretcher.position == len(sound)
    return np.frombuffer(b"".join(made), dtype="<i2")


def steepest(sound: Samples) -> int:
    return int(np.abs(np.diff(sound.astype(int))).max())


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.1, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("hz", [80, 150, 310, 700])
def test_the_length_follows_the_speed_and_the_pitch_does_not(speed: float, hz: int) -> None:
    sound = tone(hz, 1.5, RATE)
    made = stretched(sound, speed)
    assert len(made) / RATE == pytest.approx(1.5 / speed, abs=0.03 / speed + 0.01)
    assert dominant_hz(made[2400:-2400], RATE) == pytest.approx(hz, rel=0.02)


@pytest.mark.parametrize("speed", [0.5, 0.75, 1.1, 1.5, 2.0, 3.0])
def test_no_splice_is_steeper_than_the_sound_itself(speed: float) -> None:
    chirp = np.cumsum(np.linspace(90, 260, RATE * 2)) * 2 * np.pi / RATE
    voiced = sum(np.sin(chirp * partial) / partial for partial in (1, 2, 3, 5)) * 8000
    sound = np.asarray(voiced, dtype="<i2")
    assert steepest(stretched(sound, speed)[:-480]) <= steepest(sound) * 1.1


def test_at_normal_speed_not_a_sample_changes() -> None:
    sound = tone(200, 0.7, RATE)
    assert stretched(sound, 1.0).tobytes() == sound.tobytes()


@settings(deadline=None, max_examples=40)
@given(speed=st.floats(0.5, 3.0), piece=st.integers(1, 5000), seconds=st.floats(0.001, 0.4))
def test_however_the_sound_comes_the_same_samples_go_out(speed: float, piece: int, seconds: float) -> None:
    sound = tone(160, seconds, RATE)
    assert stretched(sound, speed, piece=piece).tobytes() == stretched(sound, speed).tobytes()


def test_silence_stays_silence() -> None:
    assert not stretched(np.zeros(RATE, dtype="<i2"), 1.7).any()


def queue_of(sound: Samples) -> SampleQueue:
    queue = SampleQueue()
    queue.rate = RATE
    queue.put_mark("begins", opens=True)
    for at in range(0, len(sound), 777):
        queue.put_sound(sound[at : at + 777].tobytes())
    queue.put_mark("ends", closes=True)
    return queue


def heard(queue: SampleQueue, speeds: list[float], block: int = 960) -> tuple[Samples, dict[object, int]]:
    """What is taken block by block, each at the next speed and then at the last, and where the marks were."""
    made: list[bytes] = []
    marks: dict[object, int] = {}
    at = 0
    while not queue.empty:
        queue.speed = speeds.pop(0) if len(speeds) > 1 else speeds[0]
        taken = queue.take(block)
        marks |= {what: at + offset for offset, what in taken.marks}
        made.append(taken.sound[: taken.real * 2])
        at += block
    return np.frombuffer(b"".join(made), dtype="<i2"), marks


@settings(deadline=None, max_examples=60)
@given(
    speeds=st.lists(st.sampled_from([0.5, 0.8, 1.0, 1.3, 2.0, 3.0]), min_size=1, max_size=40), hz=st.integers(90, 400)
)
def test_speeds_that_change_in_the_middle_of_a_phrase_leave_no_seam_and_keep_the_pitch(
    speeds: list[float], hz: int
) -> None:
    sound = tone(hz, 1.0, RATE)
    queue = queue_of(sound)
    made, marks = heard(queue, [*speeds, 1.0])
    assert steepest(made) <= steepest(sound) + 40
    assert dominant_hz(made[480:-480], RATE) == pytest.approx(hz, rel=0.05)
    assert marks == {"begins": 0, "ends": len(made)}
    assert queue.frames == queue.underruns == 0


def test_back_at_normal_speed_the_samples_are_those_of_the_voice_again() -> None:
    sound = np.asarray(np.sin(np.cumsum(np.linspace(0.01, 0.1, RATE))) * 9000, dtype="<i2")
    made, _marks = heard(queue_of(sound), [1.0, 1.0, 2.0, 2.0, 2.0, 1.0])
    assert made[:1920].tobytes() == sound[:1920].tobytes()
    assert made[-12_000:].tobytes() == sound[-12_000:].tobytes()


def test_the_frames_that_are_left_shrink_as_fast_as_is_spoken() -> None:
    queue = queue_of(tone(150, 1.0, RATE))
    queue.speed = 2.0
    left = []
    for _ in range(10):
        queue.take(480)
        left.append(queue.frames)
    assert {earlier - later for earlier, later in pairwise(left)} == {960}


def test_too_little_of_a_phrase_is_waited_for_and_counted() -> None:
    queue = SampleQueue()
    queue.rate, queue.speed = RATE, 1.5
    queue.put_mark("begins", opens=True)
    queue.put_sound(tone(150, 0.02, RATE).tobytes())
    assert queue.take(960).real < 960
    assert queue.underruns == 1
    assert queue.awaits_more
    queue.put_sound(tone(150, 0.2, RATE).tobytes())
    queue.put_mark("ends", closes=True)
    assert queue.frames >= queue.needed(960)
    assert queue.take(960).real == 960


def test_a_pause_is_as_much_shorter_as_the_speech_is_faster() -> None:
    queue = SampleQueue()
    queue.rate, queue.speed = RATE, 2.0
    queue.put_silence(1000)
    queue.put_mark("after")
    assert queue.take(300).marks == []
    assert queue.frames == 400
    queue.speed = 1.0
    assert queue.take(500).marks == [(400, "after")]
