"""Samples are trimmed and change their rate alike, however the sound was cut into pieces."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.phrase import Pause
from desktop_app.speech.sound.pcm import PhraseShaper, amplified, faded, loudness, pause_seconds, resampled
from desktop_app.speech.synthesizer import Pcm
from tests.support.tones import dominant_hz, silence, tone

RATE = 24_000


def shaped(sound: bytes, rate: int, wanted: int, cuts: list[int]) -> bytes:
    """The sound through a shaper, in pieces cut at the given samples."""
    shaper = PhraseShaper(wanted)
    places = [0, *sorted(min(cut * 2, len(sound)) for cut in cuts), len(sound)]
    pieces = [shaper.feed(Pcm(rate, sound[a:b])) for a, b in itertools.pairwise(places)]
    return b"".join(pieces) + shaper.finish()


def padded_tone(before: float, seconds: float, after: float, rate: int = RATE) -> bytes:
    return np.concatenate((silence(before, rate), tone(440, seconds, rate), silence(after, rate))).tobytes()


@settings(deadline=None, max_examples=60)
@given(
    rate=st.sampled_from([16_000, 22_050, 24_000, 44_100, 48_000]),
    wanted=st.sampled_from([44_100, 48_000]),
    cuts=st.lists(st.integers(0, 12_000), max_size=12),
    before=st.floats(0, 0.2),
    after=st.floats(0, 0.2),
)
def test_any_cutting_of_the_sound_gives_the_same_samples(
    rate: int, wanted: int, cuts: list[int], before: float, after: float
) -> None:
    sound = padded_tone(before, 0.1, after, rate)
    assert shaped(sound, rate, wanted, cuts) == shaped(sound, rate, wanted, [])


@settings(deadline=None, max_examples=60)
@given(samples=st.lists(st.integers(-32768, 32767), max_size=600), cuts=st.lists(st.integers(0, 600), max_size=8))
def test_any_cutting_of_noise_gives_the_same_samples(samples: list[int], cuts: list[int]) -> None:
    sound = np.array(samples, dtype="<i2").tobytes()
    assert shaped(sound, RATE, RATE, cuts) == shaped(sound, RATE, RATE, [])


def test_the_silence_around_a_phrase_is_cut_off() -> None:
    made = shaped(padded_tone(0.3, 0.5, 0.45), RATE, RATE, [])
    assert len(made) / 2 / RATE == pytest.approx(0.52, abs=0.01)


def test_the_silence_within_a_phrase_stays() -> None:
    sound = padded_tone(0.1, 0.2, 0.3) + padded_tone(0.1, 0.2, 0.1)
    assert len(shaped(sound, RATE, RATE, [])) / 2 / RATE == pytest.approx(0.82, abs=0.01)


def test_the_shaper_tells_how_much_silence_it_left_at_the_edges() -> None:
    shaper = PhraseShaper(48_000)
    made = shaper.feed(Pcm(RATE, padded_tone(0.3, 0.5, 0.45))) + shaper.finish()
    assert len(made) / 2 / 48_000 - shaper.silent_seconds == pytest.approx(0.5, abs=0.003)


def test_silence_alone_becomes_nothing() -> None:
    assert shaped(silence(1.0, RATE).tobytes(), RATE, 48_000, [100]) == b""
    assert PhraseShaper(48_000).finish() == b""


def test_sound_is_given_while_it_comes_and_only_an_edge_is_held_back() -> None:
    shaper = PhraseShaper(RATE)
    given_first = shaper.feed(Pcm(RATE, tone(440, 0.1, RATE).tobytes()))
    assert len(given_first) / 2 / RATE > 0.09


def test_a_phrase_begins_and_ends_at_zero_without_a_step() -> None:
    loud = np.full(RATE // 2, 20_000, dtype="<i2").tobytes()
    made = np.frombuffer(shaped(loud, RATE, RATE, []), dtype="<i2").astype(int)
    assert made[0] == 0
    assert abs(made[-1]) == 0
    assert np.abs(np.diff(made)).max() <= 20_000 / (0.005 * RATE) + 3


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100])
def test_another_rate_keeps_pitch_and_length(rate: int) -> None:
    made = np.frombuffer(resampled(tone(700, 1.0, rate).tobytes(), rate, 48_000), dtype="<i2")
    assert len(made) == pytest.approx(48_000, abs=10)
    assert dominant_hz(made, 48_000) == pytest.approx(700, abs=2)


def test_full_scale_sound_does_not_wrap_around_when_resampled() -> None:
    square = np.where(np.arange(4800) // 24 % 2, 32767, -32768).astype("<i2")
    made = np.frombuffer(resampled(square.tobytes(), RATE, 48_000), dtype="<i2").astype(int)
    middle = made[2000:-2000]
    assert np.abs(np.diff(middle)).max() < 50_000


def test_pauses_follow_the_punctuation() -> None:
    order = [pause_seconds(pause) for pause in (Pause.NONE, Pause.CLAUSE, Pause.SENTENCE, Pause.PARAGRAPH)]
    assert order == sorted(set(order))


def test_the_level_meter_knows_silence_from_full_scale() -> None:
    assert loudness(b"") == loudness(bytes(200)) == 0.0
    quiet, loud = (loudness(tone(440, 0.1, RATE, loudness=amount).tobytes()) for amount in (0.05, 0.9))
    assert 0.2 < quiet < loud <= 1.0


def test_a_volume_slides_from_one_to_the_next_within_a_block() -> None:
    steady = np.full(480, 10_000, dtype="<i2").tobytes()
    sliding = np.frombuffer(amplified(steady, 1.0, 0.25), dtype="<i2").astype(int)
    assert (sliding[0], sliding[-1]) == (10_000, 2_500)
    assert np.abs(np.diff(sliding)).max() <= 17
    assert not any(amplified(steady, 0.0, 0.0))


def test_a_fade_ramps_over_five_milliseconds_and_falls_into_silence() -> None:
    steady = np.full(480, 10_000, dtype="<i2").tobytes()
    rising = np.frombuffer(faded(steady, RATE, rising=True), dtype="<i2")
    falling = np.frombuffer(faded(steady, RATE, rising=False), dtype="<i2")
    assert rising[0] == 0
    assert rising[-1] == 10_000
    assert falling[0] == 10_000
    assert not falling[120:].any()
