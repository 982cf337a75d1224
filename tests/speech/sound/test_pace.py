"""Phrases follow the speed of the voice: no gap where the voice can keep up, and where it cannot, none in a word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pace import Arrival, Pace, Paces
from tests.support.paced_voice import PacedVoice
from tests.support.spoken_answer import answer, speak

STACCATO = " ".join(f"Number {n} is so." for n in range(60))


def came(pace: Pace, latency: float, factor: float, seconds: float, chunk: float = 0.1, at: float = 0.0) -> Arrival:
    """What a steady voice sends of a phrase of that length."""
    arrival = Arrival(pace, at)
    count = round(seconds / chunk)
    for number in range(count):
        arrival.add(at + latency + number * chunk * factor, chunk)
    return arrival


def learned(latency: float, factor: float, *, streams: bool = True) -> Pace:
    pace = Pace()
    for seconds in (1.0, 3.0, 5.0, 2.0, 4.0, 6.0, 3.0, 5.0):
        delay = latency if streams else latency + factor * seconds
        pace.learn(came(pace, delay, factor if streams else 0.0, seconds), 1.0)
    return pace


def test_latency_and_rate_of_a_voice_are_learned() -> None:
    pace = learned(0.7, 0.4)
    assert pace.delay == pytest.approx(0.7, abs=0.05)
    assert pace.delay_a_second == pytest.approx(0.0, abs=0.02)
    assert pace.rate == pytest.approx(0.4, abs=0.02)


def test_a_voice_that_sends_nothing_before_all_is_made_is_known_by_its_longer_phrases() -> None:
    pace = learned(0.2, 0.5, streams=False)
    assert pace.delay == pytest.approx(0.2, abs=0.05)
    assert pace.delay_a_second == pytest.approx(0.5, abs=0.05)
    assert pace.cost_of_length(1.0) == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize(("factor", "speed"), [(0.2, 1.0), (0.67, 1.0), (0.9, 1.0), (0.4, 2.0)])
def test_a_voice_faster_than_the_listener_is_played_from_its_second_piece(factor: float, speed: float) -> None:
    assert learned(0.3, factor).may_begin(0.2 * speed, 5.0, 0.0, speed)


@pytest.mark.parametrize(("factor", "speed"), [(1.2, 1.0), (2.0, 1.0), (0.6, 3.0)])
def test_of_a_voice_slower_than_the_listener_so_much_is_gathered_that_it_lasts(factor: float, speed: float) -> None:
    pace = learned(0.3, factor)
    in_hand = 0.1
    while not pace.may_begin(in_hand, 5.0, 0.0, speed):
        in_hand += 0.05
    assert (5.0 - in_hand) * factor <= 5.0 / speed
    assert in_hand < 5.0
    assert pace.may_begin(0.2, 5.0, 5.0 * factor, speed)  # unless other sound lasts that long


def test_a_voice_never_heard_before_begins_when_it_is_known_how_fast_it_comes() -> None:
    assert not Pace().may_begin(0.1, 3.0, 0.0, 1.0)
    assert Pace().may_begin(0.1, 3.0, 0.0, 1.0, rate=0.3)
    assert not Pace().may_begin(0.1, 3.0, 0.0, 1.0, rate=1.5)
    assert Pace().may_begin(0.4, 3.0, 0.0, 1.0)


def test_sound_that_comes_in_large_pieces_is_begun_when_the_next_one_will_be_there_in_time() -> None:
    pace = Pace()
    pace.learn(came(pace, 0.3, 0.67, 4.0, chunk=0.085), 1.0)
    assert not pace.may_begin(0.08, 4.0, 0.0, 1.0)  # the second piece comes after 57 ms, and a period wants 40
    assert pace.may_begin(0.16, 4.0, 0.0, 1.0)


def test_uneven_sound_is_given_time() -> None:
    pace = Pace()
    late = Arrival(pace, 0.0)
    for moment, seconds in ((0.3, 0.1), (0.35, 0.1), (0.9, 0.5), (1.0, 1.0)):
        late.add(moment, seconds)
    pace.learn(late, 1.0)
    assert not pace.may_begin(0.2, 3.0, 0.0, 1.0)
    assert pace.may_begin(0.6, 3.0, 0.0, 1.0)


def test_a_fast_voice_is_asked_for_short_phrases_and_a_hesitant_one_for_long_ones() -> None:
    assert learned(0.1, 0.1).worth_asking_for(4.0, 2, 1.0) < 0.5
    assert learned(2.0, 0.5).worth_asking_for(1.0, 2, 1.0) > 1.4
    assert learned(2.0, 0.5).worth_asking_for(4.0, 2, 2.0) > 3.0
    assert Pace().worth_asking_for(0.0, 2, 1.0) == 0.0


def test_every_voice_has_a_pace_of_its_own() -> None:
    paces = Paces()
    mine = SpeechOptions(source=SpeechSource.SERVER, voice="coral")
    assert paces.of(mine) is paces.of(SpeechOptions(source=SpeechSource.SERVER, voice="coral", speed=2.0))
    assert paces.of(mine) is not paces.of(SpeechOptions(source=SpeechSource.SERVER, voice="nova"))


@pytest.mark.parametrize("latency", [0.1, 1.0])
@pytest.mark.parametrize("factor", [0.1, 0.5, 0.9])
def test_there_is_no_gap_in_an_answer_whose_voice_is_faster_than_speech(factor: float, latency: float) -> None:
    run = speak(PacedVoice(latency=latency, real_time_factor=factor), answer(1.0))
    assert run.listener.gaps() == [pytest.approx(0.0, abs=0.001)] * (len(run.listener.heard) - 1)
    assert run.output.underruns == 0
    assert run.unheard == []


@settings(max_examples=10, deadline=None, derandomize=True)
@given(
    latency=st.floats(0.05, 2.0),
    factor=st.floats(0.05, 2.0),
    chunk=st.floats(0.02, 0.25),
    speed=st.sampled_from([0.7, 1.0, 1.5, 2.5]),
    streams=st.booleans(),
)
def test_no_phrase_is_interrupted_however_slow_its_voice(
    latency: float, factor: float, chunk: float, speed: float, *, streams: bool
) -> None:
    voice = PacedVoice(latency=latency, real_time_factor=factor, chunk=chunk, streams=streams)
    run = speak(voice, answer(0.3), speed=speed)
    assert run.output.underruns == 0
    assert min(run.listener.gaps(speed), default=0.0) > -0.02
    assert run.unheard == []


def test_a_voice_that_hesitates_is_asked_for_several_short_sentences_together() -> None:
    quick = speak(PacedVoice(latency=0.1, real_time_factor=0.1), STACCATO)
    slow = speak(PacedVoice(latency=3.0, real_time_factor=0.5), STACCATO)
    assert len(quick.voice.asked) == 60
    assert len(slow.voice.asked) < 0.7 * len(quick.voice.asked)
    assert sum(gap > 0.02 for gap in slow.listener.gaps()) <= 1
    assert max(len(text) for _when, text in slow.voice.asked) <= 400


@pytest.mark.parametrize("moment", [2.0, 11.0, 30.0, 47.0])
def test_little_is_asked_for_that_a_stop_leaves_unheard(moment: float) -> None:
    run = speak(PacedVoice(latency=0.2, real_time_factor=0.1), answer(1.0), stop_after=moment)
    assert sum(map(len, run.unheard)) * 0.065 <= 15.0 + 12.0  # what comes and the phrase that was cut


@pytest.mark.parametrize("seed", [3, 4, 5])
@pytest.mark.parametrize("factor", [0.1, 0.5, 0.9])
def test_a_voice_that_sends_nothing_before_all_is_made_pauses_once_and_no_longer_than_must_be(
    factor: float, seed: int
) -> None:
    """Its second sentence is still being made when the first, which is short so that it comes soon, has been heard."""
    run = speak(PacedVoice(latency=0.3, real_time_factor=factor, streams=False), answer(1.0, seed))
    first, *others = run.listener.gaps()
    assert first == pytest.approx(run.least_gap, abs=0.05)
    assert max(map(abs, others)) < 0.1
