"""What the device's callback gets, without a device."""

from __future__ import annotations

import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest

from desktop_app.speech.sound.device_feed import DeviceFeed

RATE = 8000
PERIOD = 80


class Feed(DeviceFeed):
    """A feed whose device is running, as ``AudioOutput`` would have set it up."""

    def __init__(self, *, may_wait: bool = True) -> None:
        self.told: list[tuple[object, float]] = []
        super().__init__(lambda mark, moment: self.told.append((mark, moment)))
        self._rate = self._queue.rate = RATE
        self._period = self._enough = PERIOD
        self._depth = 3 * PERIOD
        self._may_wait = may_wait
        self._running = True

    def begin(self) -> bool:
        return self._release()

    def pause(self, *, paused: bool) -> None:
        self._paused = paused

    def lead_in(self, frames: int) -> None:
        self._lead_frames = frames

    def ask(self, ahead: float = 0.0) -> list[int]:
        """The samples of one period."""
        return list(np.frombuffer(self.fill(PERIOD, ahead, late=False), dtype="<i2"))


def steady(value: int, frames: int) -> bytes:
    return np.full(frames, value, dtype="<i2").tobytes()


SILENCE = [0] * PERIOD
FADE = 40


def test_held_sound_waits_until_there_is_a_period_of_it() -> None:
    feed = Feed()
    feed.put_mark("begins", opens=True)
    feed.put_sound(steady(5, PERIOD - 1))
    assert not feed.begin()
    assert feed.ask() == SILENCE
    feed.put_sound(steady(5, 1))
    assert feed.begin()
    assert feed.ask() == [5] * PERIOD


def test_a_phrase_that_is_whole_need_not_fill_a_period() -> None:
    feed = Feed()
    feed.put_mark("begins", opens=True)
    feed.put_sound(steady(5, 10))
    feed.put_mark("ends", closes=True)
    assert feed.begin()
    assert feed.ask() == [5] * 10 + [0] * (PERIOD - 10)
    assert feed.underruns == 0


def test_a_mark_is_told_with_the_moment_at_which_it_will_be_heard() -> None:
    feed = Feed()
    feed.put_sound(steady(5, 40))
    feed.put_mark("here")
    feed.begin()
    before = time.monotonic()
    feed.ask(ahead=0.5)
    after = time.monotonic()
    ((mark, moment),) = feed.told
    assert mark == "here"
    assert before + 0.5 + 40 / RATE <= moment <= after + 0.5 + 40 / RATE


def test_muted_it_gives_silence_and_tells_nothing() -> None:
    feed = Feed()
    feed.put_mark("begins", opens=True)
    feed.put_sound(steady(5, 1000))
    feed.begin()
    feed.mute()
    assert feed.ask() == SILENCE
    assert not feed.told


def test_it_waits_for_late_sound_while_the_device_still_has_some() -> None:
    feed = Feed()
    feed.put_mark("begins", opens=True)
    feed.put_sound(steady(5, PERIOD))
    feed.begin()
    feed.ask()
    threading.Timer(0.05, lambda: feed.put_sound(steady(6, PERIOD))).start()
    assert feed.ask(ahead=30.0) == [6] * PERIOD
    assert feed.underruns == 0


def test_waiting_ends_at_once_when_it_is_muted() -> None:
    feed = Feed()
    feed.put_mark("begins", opens=True)
    feed.put_sound(steady(5, PERIOD))
    feed.begin()
    feed.ask()
    threading.Timer(0.05, feed.mute).start()
    assert feed.ask(ahead=3600.0)[FADE:] == SILENCE[FADE:]


def test_it_never_waits_where_the_hardware_calls_or_nothing_more_is_expected() -> None:
    impatient = Feed(may_wait=False)
    impatient.put_mark("begins", opens=True)
    impatient.put_sound(steady(5, PERIOD))
    done = Feed()
    done.put_sound(steady(5, PERIOD))
    for feed in (impatient, done):
        feed.begin()
        feed.ask()
        assert feed.ask(ahead=3600.0)[FADE:] == SILENCE[FADE:]


def test_a_slow_voice_rests_once_and_then_has_more_in_hand() -> None:
    feed = Feed(may_wait=False)
    feed.put_mark("begins", opens=True)
    feed.put_sound(steady(5, PERIOD))
    feed.begin()
    feed.ask()
    assert feed.ask()[FADE:] == SILENCE[FADE:]
    assert feed.underruns == 1
    feed.put_sound(steady(5, PERIOD))
    assert not feed.begin()
    assert feed.ask() == SILENCE
    feed.put_sound(steady(5, 2 * PERIOD))
    assert feed.begin()
    sound = feed.ask()
    assert sound[:FADE] == sorted(sound[:FADE])
    assert sound[FADE:] == [5] * (PERIOD - FADE)


def test_after_its_last_sound_has_left_the_device_new_sound_is_held() -> None:
    feed = Feed()
    feed.put_sound(steady(5, PERIOD))
    feed.begin()
    for _ in range(4):
        feed.ask()
    feed.put_sound(steady(6, PERIOD))
    assert feed.ask() == [6] * PERIOD
    for _ in range(5):
        feed.ask()
    feed.put_sound(steady(7, PERIOD))
    assert feed.ask() == SILENCE
    assert feed.begin()
    assert feed.ask() == [7] * PERIOD


def test_a_pause_fades_out_and_in_and_loses_no_sample() -> None:
    feed = Feed()
    ramp = np.arange(1000, 1000 + 6 * PERIOD, dtype="<i2")
    feed.put_sound(ramp.tobytes())
    feed.begin()
    heard = feed.ask()
    feed.pause(paused=True)
    fading = feed.ask()
    assert feed.ask() == SILENCE
    feed.pause(paused=False)
    rising = feed.ask()
    faded_frames = 40  # 5 ms
    assert fading[0] == heard[-1] + 1
    assert fading[faded_frames:] == [0] * (PERIOD - faded_frames)
    assert rising[0] == 0
    assert rising[-1] == 1000 + 2 * PERIOD + faded_frames - 1


def test_a_pause_at_another_speed_loses_no_sample_either() -> None:
    def heard(*, pausing: bool) -> np.ndarray:
        feed = Feed()
        feed.set_speed(1.5)
        feed.put_mark("begins", opens=True)
        feed.put_sound((np.sin(np.arange(RATE) * 0.1) * 9000).astype("<i2").tobytes())
        feed.put_mark("ends", closes=True)
        feed.begin()
        blocks = []
        for turn in range(12):
            if pausing and turn == 5:
                feed.pause(paused=True)
                blocks.append(feed.ask()[:40])  # it fades over 5 ms and keeps the rest of the period
                assert feed.ask() == SILENCE
                feed.pause(paused=False)
            blocks.append(feed.ask())
        return np.concatenate(blocks)

    whole, paused = heard(pausing=False), heard(pausing=True)
    fading = slice(5 * PERIOD, 5 * PERIOD + 80)
    paused[fading] = whole[fading]
    assert paused[: len(whole)].tolist() == whole.tolist()


@pytest.mark.parametrize("silent", [True, False])
def test_a_device_that_ran_dry_counts_only_while_something_was_heard(silent: bool) -> None:  # noqa: FBT001 - a case
    feed = Feed()
    if not silent:
        feed.put_sound(steady(5, 3 * PERIOD))
        feed.begin()
    feed.ask()
    feed._silent_frames = PERIOD if silent else 0
    feed.fill(PERIOD, 0.0, late=True)
    assert feed.underruns == (0 if silent else 1)


def test_the_lead_in_is_silence_before_the_first_sound_and_loses_none_of_it() -> None:
    feed = Feed()
    feed.lead_in(2 * PERIOD)
    feed.put_mark("begins", opens=True)
    feed.put_sound(steady(5, PERIOD))
    feed.put_mark("ends", closes=True)
    feed.begin()
    assert [feed.ask() for _ in range(4)] == [SILENCE, SILENCE, [5] * PERIOD, SILENCE]
    assert feed.underruns == 0


def test_the_volume_is_heard_and_met_by_the_level() -> None:
    feed = Feed()
    feed.set_volume(0.5)
    feed.put_sound(steady(8000, 3 * PERIOD))
    feed.begin()
    feed.ask()
    assert feed.ask() == [2000] * PERIOD
    feed.set_volume(0.0)
    feed.ask()
    assert feed.ask() == SILENCE


def test_how_far_the_ear_has_come_is_known_between_two_periods_too(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("desktop_app.speech.sound.device_feed.time", SimpleNamespace(monotonic=lambda: now))
    period = PERIOD / RATE
    feed = Feed()
    feed.put_sound(steady(5, 10 * PERIOD))
    feed.begin()
    assert (feed.frames_put, feed.frames_heard) == (10 * PERIOD, 0)
    feed.ask(ahead=period)
    feed.ask(ahead=2 * period)
    assert feed.frames_heard == 0, "handed to the device, and not yet heard"
    now += 1.5 * period
    assert feed.frames_heard == PERIOD // 2
    now += period
    assert feed.frames_heard == PERIOD * 3 // 2
    now += 10 * period
    assert feed.frames_heard == 2 * PERIOD
    feed._clear()
    assert feed.frames_heard == feed.frames_put
