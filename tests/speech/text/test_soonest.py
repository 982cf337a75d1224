"""A sentence's end is told by the very letter that decides it: no letter later, and no letter sooner."""

from __future__ import annotations

import pytest

from desktop_app.speech.text.reader import StreamReader

_OPENING = "Here we go.\n\n"  # the first phrase of a turn is cut by rules of its own


def _letters_needed(sentence: str, following: str) -> int | None:
    """How many characters behind the sentence had come when it became a phrase of its own; None: it never did."""
    reader = StreamReader("t")
    for char in _OPENING + sentence:
        assert all(phrase.text == _OPENING.strip() for phrase in reader.feed(char)), "nothing before the next word"
    for number, char in enumerate(following, 1):
        if phrases := reader.feed(char):
            assert phrases[0].text == sentence
            return number
    return None


@pytest.mark.parametrize(
    ("sentence", "following", "needed"),
    [
        # no month begins like this: the number is no ordinal
        ("Der Fehler liegt in Zeile 7.", " Dort fehlt", 3),
        ("See Act 3, Scene 1.", " Shakespeare wrote", 3),
        ("They answer at ext. 42.", " They do", 2),
        ("Sigamos con el punto 3.", " Es el", 2),
        ("Leta do Prahy, Míru č. 3.", " Přijde", 3),
        ("Wir sehen uns in Raum 8.", " Marie kommt", 5),  # for "Mar" the Danish "marts" does
        # three dots end a sentence but before "I"
        ("They both sighed…", " It was", 3),
        # a time of the day, and no zone, title or day behind it
        ("Be there by 6:20 a.m.", " Checked bags", 3),
        # no letter at all, so no initial
        ("It costs some 200 €.", " Das ist", 2),
        # what begins like this begins sentences only
        ("He has lived there for 20 yrs.", " They know", 5),
        # and here the whole word decides: "She", but "Sheffield"
        ("My sister stayed in the U.K.", " She works", 5),
    ],
)
def test_the_letter_that_decides_is_enough(sentence: str, following: str, needed: int) -> None:
    assert _letters_needed(sentence, following) == needed


@pytest.mark.parametrize(
    ("sentence", "following"),
    [
        ("Das war am Tag vor dem 3.", " Oktober"),
        ("Sraz je vždycky 12.", " Prosince"),
        ("He lives in the U.K.", " Sheffield is"),
        ("They met at 6 p.m.", " Eastern"),
        ("They met at 6 p.m.", " EST"),
    ],
)
def test_what_goes_on_is_not_cut_however_few_letters_are_there(sentence: str, following: str) -> None:
    assert _letters_needed(sentence, f"{following} ") is None
