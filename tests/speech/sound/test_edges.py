"""No click, whatever the listener does and however the sound comes: the samples that the device is handed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from desktop_app.domain.phrase import Pause
from desktop_app.speech.sound.device_feed import DeviceFeed
from desktop_app.speech.sound.edges import eased_out, last_sample
from desktop_app.speech.sound.pcm import FADE_SECONDS, PhraseShaper, pause_seconds, resampled
from desktop_app.speech.sound.sample_queue import SampleQueue
from desktop_app.speech.synthesizer import Pcm
from tests.support.tones import tone

RATE = 24_000
PERIOD = 960
FADE = round(FADE_SECONDS * RATE)

HZ = 180.0
LOUDNESS = 0.4
STEEPEST = round(LOUDNESS * 32767 * (2 * np.pi * HZ / RATE + 1 / FADE)) + 4
"""Between two samples of the tone itself, while it fades as well."""


class Feed(DeviceFeed):
    """One whose device runs."""

    def __init__(self) -> None:
        super().__init__(lambda _mark, _moment: None)
        self._rate = self._queue.rate = RATE
        self._period = self._enough = PERIOD
        self._depth = 3 * PERIOD
        self._running = True
        self.heard: list[NDArray[np.int32]] = []

    def play(self, periods: int) -> None:
        for _ in range(periods):
            self._release()
            self.heard.append(np.frombuffer(self.fill(PERIOD, 0.0, late=False), dtype="<i2").astype(np.int32))

    def pause(self, *, paused: bool) -> None:
        self._paused = paused

    def let_speak(self) -> None:
        self._mutes_done = self._mutes_asked
        self._clear()

    @property
    def steepest(self) -> int:
        return int(np.abs(np.diff(np.concatenate(self.heard))).max())


def shaped(seconds: float, rate: int = 22_050) -> bytes:
    """A phrase as it comes from a voice that does not fade its own edges."""
    count = round(seconds * rate)
    wave = (np.sin(2 * np.pi * HZ / rate * np.arange(count) + 1.0) * LOUDNESS * 32767).astype("<i2")
    shaper = PhraseShaper(RATE)
    return shaper.feed(Pcm(rate, wave.tobytes())) + shaper.finish()


SOUND = shaped(3.0)

DO = st.one_of(
    st.tuples(st.just("sound"), st.integers(1, 5000)),
    st.tuples(st.just("play"), st.integers(1, 4)),
    st.tuples(st.just("speed"), st.sampled_from([0.6, 1.0, 1.0, 1.7, 3.0])),
    st.tuples(st.just("pause"), st.integers(1, 3)),
    st.tuples(st.just("volume"), st.floats(0.2, 1.0)),
    st.tuples(st.just("stop"), st.integers(1, 2)),
    st.tuples(st.just("next"), st.integers(0, 2000)),
)


@settings(max_examples=150, deadline=None)
@given(todo=st.lists(DO, min_size=3, max_size=40))
def test_nothing_that_is_done_makes_a_step_larger_than_those_of_the_sound(todo: list[tuple[str, float]]) -> None:
    feed = Feed()
    feed.put_mark("begins", opens=True)
    at = 0
    for what, much in todo:
        if what == "sound":
            feed.put_sound(SOUND[at : at + 2 * int(much)])
            at += 2 * int(much)
        elif what == "play":
            feed.play(int(much))
        elif what == "speed":
            feed.set_speed(much)
        elif what == "pause":
            feed.pause(paused=True)
            feed.play(int(much))
            feed.pause(paused=False)
        elif what == "volume":
            feed.set_volume(much)
        elif what == "stop":
            feed.mute()
            feed.play(int(much))
            feed.let_speak()
            feed.put_mark("begins", opens=True)
            at = 0
        else:
            feed.put_sound(SOUND[at:])
            feed.put_mark("ends", closes=True)
            feed.put_silence(much / RATE)
            feed.put_mark("begins", opens=True)
            at = 0
    feed.play(3)
    assert feed.steepest <= STEEPEST * 1.6  # where two places of the sound are blended, their slopes add up


def test_the_sound_that_is_tried_is_loud_and_steep_enough_to_tell() -> None:
    samples = np.frombuffer(SOUND, dtype="<i2").astype(int)
    assert np.abs(samples).max() > 12_000
    assert np.abs(np.diff(samples)).max() > 0.7 * STEEPEST
    cut = np.concatenate((samples[:30_000], np.zeros(10, dtype=int)))
    assert np.abs(np.diff(cut)).max() > 2 * STEEPEST


@pytest.mark.parametrize("real", [0, 1, 100, FADE, PERIOD - FADE, PERIOD - FADE + 1, PERIOD - 1])
def test_sound_that_breaks_off_glides_to_silence(real: int) -> None:
    block = np.zeros(PERIOD, dtype="<i2")
    block[:real] = 9000
    eased = np.frombuffer(eased_out(block.tobytes(), real, 9000, RATE), dtype="<i2").astype(int)
    assert abs(int(eased[0]) - 9000) <= 9000 / FADE + 1
    assert np.abs(np.diff(eased)).max() <= 9000 / FADE + 1
    assert last_sample(eased.astype("<i2").tobytes()) == 0


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_a_phrase_at_any_rate_fades_at_both_edges_and_nowhere_else(rate: int) -> None:
    for wanted in (RATE, 48_000):
        shaper = PhraseShaper(wanted)
        count = rate // 2
        wave = (np.cos(2 * np.pi * 200 / rate * np.arange(count)) * 12_000).astype("<i2").tobytes()
        sound = b"".join(shaper.feed(Pcm(rate, wave[at : at + 700])) for at in range(0, len(wave), 700))
        samples = np.frombuffer(sound + shaper.finish(), dtype="<i2").astype(int)
        fade = round(FADE_SECONDS * wanted)
        assert abs(samples[0]) < 700
        assert abs(samples[-1]) < 700
        assert np.abs(samples[: fade // 2]).max() < 8000
        assert np.abs(samples[-fade // 2 :]).max() < 8000
        steep = 12_000 * (2 * np.pi * 200 / wanted + 1 / fade)
        assert np.abs(np.diff(samples)).max() <= steep * 1.25


@settings(max_examples=40, deadline=None)
@given(cuts=st.lists(st.integers(1, 3000), max_size=12), rate=st.sampled_from([16_000, 22_050, 44_100]))
def test_resampling_in_pieces_gives_the_same_sound_as_in_one(cuts: list[int], rate: int) -> None:
    sound = tone(330, 0.2, rate).tobytes()
    whole = np.frombuffer(resampled(sound, rate, RATE), dtype="<i2").astype(int)
    shaper = PhraseShaper(RATE)
    at, made = 0, b""
    for cut in cuts:
        made += shaper.feed(Pcm(rate, sound[at : at + 2 * cut]))
        at += 2 * cut
    made += shaper.feed(Pcm(rate, sound[at:])) + shaper.finish()
    pieced = np.frombuffer(made, dtype="<i2").astype(int)
    assert abs(len(pieced) - len(whole)) <= round(0.03 * RATE)
    assert np.abs(np.diff(pieced)).max() <= np.abs(np.diff(whole)).max() * 1.1 + 50


@pytest.mark.parametrize("speed", [0.5, 1.0, 1.5, 3.0])
@pytest.mark.parametrize("pause", list(Pause))
def test_pauses_follow_the_punctuation_and_are_scaled_with_the_speed(pause: Pause, speed: float) -> None:
    queue = SampleQueue()
    queue.rate, queue.speed = RATE, speed
    queue.put_silence(round(pause_seconds(pause) * RATE))
    frames = 0
    while not queue.empty:
        frames += queue.take(100).real
    assert frames / RATE == pytest.approx(pause_seconds(pause) / speed, abs=0.003)


def test_longer_pauses_stand_for_weightier_stops() -> None:
    lengths = [pause_seconds(pause) for pause in Pause]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == len(lengths)
