"""A voice that fails never ends the speech of an answer: tried again while there is time, then another voice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import (
    ConnectionCut,
    KeyRefused,
    PhraseRefused,
    ServerFailed,
    TimedOut,
    Unreachable,
    VoiceUnknown,
)
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Pcm
from desktop_app.speech.text.rest_of_phrase import rest_begins
from tests.support.paced_voice import PacedVoice
from tests.support.spoken_answer import answer, speak

LONG = (
    "This sentence goes on for quite a while, past a comma or two, and ends only after it has said all it had to say."
)
WHOLE = "This rather long sentence goes on without any stop until every word of it has been said to its very end."
SHORT = "Short words."


@given(text=st.text(max_size=200), reached=st.integers(-5, 400))
def test_the_rest_of_a_phrase_begins_inside_of_it_and_never_behind_what_was_reached(text: str, reached: int) -> None:
    assert 0 <= rest_begins(text, reached) <= max(0, min(reached, len(text)))


@given(
    words=st.lists(st.from_regex(r"[a-z]{1,12}[,.]?", fullmatch=True), min_size=1, max_size=60), part=st.floats(0, 1)
)
def test_the_rest_begins_with_a_whole_word_not_far_before_the_place_reached(words: list[str], part: float) -> None:
    text = " ".join(words)
    reached = round(part * len(text))
    at = rest_begins(text, reached)
    assert at == 0 or text[at - 1] == " "
    assert at >= 0.9 * reached - 8 - 30 - 13


def test_of_a_phrase_cut_while_it_was_heard_only_the_rest_is_said_again() -> None:
    voice = PacedVoice(latency=0.2, real_time_factor=0.8, errors={0: ConnectionCut("Cut.")}, half=True)
    run = speak(voice, WHOLE)
    (_when, first), (_then, rest) = voice.asked
    assert first.endswith(f" {rest}")
    assert 0.3 * len(first) < len(rest) < 0.8 * len(first)
    assert run.helper.asked == []
    assert run.listener.troubles == []
    phrases = [phrase.text for phrase, _begin, _end in run.listener.heard]
    assert phrases == [first]


def test_a_phrase_cut_before_it_was_heard_is_made_anew() -> None:
    voice = PacedVoice(latency=0.2, real_time_factor=0.2, errors={1: ConnectionCut("Cut.")}, half=True)
    run = speak(voice, f"{LONG} {LONG}")
    texts = [text for _when, text in voice.asked]
    assert texts.count(texts[1]) == 2
    assert run.listener.gaps() == [pytest.approx(0.0, abs=0.001)] * (len(run.listener.heard) - 1)


def test_what_a_server_leaves_of_a_phrase_the_built_in_voice_says() -> None:
    errors = {number: ConnectionCut("Cut.") for number in range(1, 30)}
    voice = PacedVoice(latency=0.2, real_time_factor=0.8, errors={0: ConnectionCut("Cut."), **errors}, half=True)
    run = speak(voice, WHOLE)
    assert len(run.helper.asked) == 1
    assert WHOLE.endswith(run.helper.asked[0][1])
    assert len(run.helper.asked[0][1]) < len(WHOLE)
    ((error, fallback),) = run.listener.troubles
    assert fallback
    assert isinstance(error, ConnectionCut)
    assert error.about
    assert error.about.removesuffix("…") in WHOLE


@pytest.mark.parametrize("kind", [ServerFailed, ConnectionCut, TimedOut, Unreachable])
def test_an_outage_shorter_than_the_sound_in_hand_is_not_heard(kind: type[ServerFailed]) -> None:
    voice = PacedVoice(latency=0.1, real_time_factor=0.1, errors={number: kind("No.") for number in (8, 9, 10, 11)})
    run = speak(voice, answer(1.0))
    assert run.listener.troubles == []
    assert run.helper.asked == []
    assert max(run.listener.gaps()) < 0.02


def test_an_outage_longer_than_the_sound_in_hand_is_over_when_that_ends_in_another_voice() -> None:
    voice = PacedVoice(latency=0.02, real_time_factor=0.05)
    voice.errors |= {number: ServerFailed("No.") for number in range(1, 30)}
    first = "It rained in the old town."
    run = speak(voice, f"{first} {LONG}")
    assert [text for _when, text in voice.asked[:3]] == [first, LONG, LONG], "tried again as long as there is time"
    assert [text for _when, text in run.helper.asked] == [LONG]
    assert run.listener.gaps() == [pytest.approx(0.0, abs=0.05)]


def test_a_server_out_of_reach_is_left_alone_for_a_while_and_then_asked_again() -> None:
    voice = PacedVoice(latency=0.1, real_time_factor=0.1, errors={number: Unreachable("No.") for number in range(4)})
    run = speak(voice, answer(2.0))
    assert len(run.listener.troubles) == 1
    assert 1 <= len(run.helper.asked) < 15
    assert len(voice.asked) > 15


@pytest.mark.parametrize("error", [KeyRefused("No."), VoiceUnknown("No.")])
def test_what_will_not_change_is_asked_once_or_twice_and_told_once(error: KeyRefused) -> None:
    voice = PacedVoice(latency=0.1, real_time_factor=0.1, errors=dict.fromkeys(range(100), error))
    run = speak(voice, answer(0.3))
    assert len(voice.asked) <= 2  # two are under way at a time
    assert len(run.listener.troubles) == 1
    assert run.listener.heard


def test_a_refused_text_is_said_by_the_built_in_voice_and_named() -> None:
    voice = PacedVoice(latency=0.1, real_time_factor=0.1, errors={1: PhraseRefused("No.")})
    run = speak(voice, f"{SHORT} {LONG} {SHORT}")
    refused = voice.asked[1][1]
    assert [text for _when, text in run.helper.asked] == [refused]
    ((error, fallback),) = run.listener.troubles
    assert fallback
    assert isinstance(error, PhraseRefused)
    assert refused.startswith(error.about.removesuffix("…"))


@dataclass
class Silent(PacedVoice):
    """Answers nothing from the n-th request on, or stops in the middle of it."""

    silent_from: int = 6
    begins: bool = False

    async def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        if len(self.asked) < self.silent_from:
            async for piece in super().synthesize(text, options):
                yield piece
            return
        self.asked.append((asyncio.get_running_loop().time(), text))
        if self.begins:
            yield Pcm(8000, bytes(200) + b"\x00\x10" * 1600)
        await asyncio.sleep(3600)


@pytest.mark.parametrize("begins", [False, True])
def test_a_server_that_falls_silent_is_given_up_while_sound_is_in_hand(begins: bool) -> None:  # noqa: FBT001 - a parameter of the test
    run = speak(Silent(latency=0.2, real_time_factor=0.2, begins=begins), answer(0.6))
    assert run.helper.asked
    assert run.listener.troubles
    assert all(isinstance(error, TimedOut) for error, _fallback in run.listener.troubles)
    assert max(run.listener.gaps()) < 4.0
    assert run.listener.over.is_set()
