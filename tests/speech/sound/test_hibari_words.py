"""The built-in English voice tells when its words begin."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.domain.phrase import WORD
from desktop_app.speech.voices.hibari_words import load, spoken_pieces
from desktop_app.speech.voices.network_outputs import with_output_of

if TYPE_CHECKING:
    from hibari import Hibari

RATE = 24_000


@pytest.fixture(scope="module")
def engine() -> Hibari:
    return load("heart")


def said(engine: Hibari, text: str) -> tuple[np.ndarray, list[tuple[str, float]]]:
    pieces = list(spoken_pieces(engine, text))
    words = WORD.findall(text)
    return np.concatenate([piece.sound for piece in pieces]), [
        (words[time.word], time.seconds) for piece in pieces for time in piece.words
    ]


def loudness(sound: np.ndarray, begin: float, end: float) -> float:
    part = sound[round(begin * RATE) : round(end * RATE)]
    return float(np.sqrt(np.mean(part * part))) if len(part) else 0.0


def test_every_word_has_its_time_in_order_over_all_sentences(engine: Hibari) -> None:
    text = "Hello there, this is a test. And here is the second sentence of it!"
    sound, words = said(engine, text)
    assert [word for word, _ in words] == text.split()
    assert all(one < two for (_, one), (_, two) in itertools.pairwise(words))
    assert words[-1][1] < len(sound) / RATE


def test_a_word_is_loud_where_it_is_said_to_be_and_silent_before_the_first(engine: Hibari) -> None:
    sound, words = said(engine, "Well. Banana. Tomorrow.")
    starts = [seconds for _, seconds in words]
    assert loudness(sound, 0.0, starts[0] - 0.05) < 0.005
    for start in starts:
        assert loudness(sound, start, start + 0.3) > 5 * loudness(sound, start - 0.3, start - 0.1)


def test_what_the_library_puts_into_words_has_the_time_of_its_first_word(engine: Hibari) -> None:
    _, words = said(engine, "Dr. Smith paid $3.50 at 3:30 pm for 1,250 apples.")
    found = dict(words)
    assert {"Dr.", "Smith", "paid", "$3.50", "at", "3:30", "for", "1,250", "apples."} <= set(found)
    assert found["apples."] - found["1,250"] > 1.0, "one thousand two hundred fifty takes a while"


def test_a_sentence_too_long_for_the_network_keeps_its_times(engine: Hibari) -> None:
    text = "This part of it goes on for quite some time, " * 14 + "and then it ends."
    _, words = said(engine, text)
    assert [word for word, _ in words] == text.split()
    assert all(one < two for (_, one), (_, two) in itertools.pairwise(words))


def test_it_sounds_as_the_library_would_have_it(engine: Hibari) -> None:
    sound, _ = said(engine, "The same sound as ever.")
    plain = np.concatenate(list(type(engine)(voice="heart").stream("The same sound as ever.")))
    assert len(sound) == len(plain)
    assert loudness(sound, 0, 9) == pytest.approx(loudness(plain, 0, 9), rel=0.05)


@pytest.mark.parametrize("text", ["", "…", "—", "123", "(see below)"])
def test_odd_texts_do_no_harm(engine: Hibari, text: str) -> None:
    for piece in spoken_pieces(engine, text):
        assert all(time.word < len(WORD.findall(text)) for time in piece.words)


@pytest.mark.parametrize("model", [b"", b"\x08\x07", b"\x3a\x04\x0a\x02\x0a\x00", b"\x3b"])
def test_a_network_that_is_built_differently_is_left_as_it_is(model: bytes) -> None:
    assert with_output_of(b"CumSum", model) is None


def test_without_lengths_the_voice_speaks_all_the_same() -> None:
    from hibari import Hibari

    pieces = list(spoken_pieces(Hibari(voice="heart"), "Hello there."))
    assert sum(len(piece.sound) for piece in pieces) > RATE // 2
    assert not any(piece.words for piece in pieces)
