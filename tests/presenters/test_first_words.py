"""The first words of an answer, as a person reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.presenters.first_words import first_words


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Boats **float**.", "Boats float."),
        ("# Boats\n\n- they float\n- [far](https://x.test)\n", "Boats they float far"),
        ("```python\nprint(1)\n```\nThis prints `1`.", "This prints 1."),
        ("```python\nprint(1)\n```\n", "print(1)"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", "a b 1 2"),
        ("pondering\n</think>\nYes.", "Yes."),
        ("one\\\ntwo", "one two"),
        ("", ""),
        ("   \n\n", ""),
    ],
)
def test_markdown_leaves_words(source: str, words: str) -> None:
    assert first_words(source) == words


def test_a_long_answer_ends_at_a_word() -> None:
    words = first_words("word " * 400)
    assert len(words) <= 160
    assert words.endswith("word…")
    assert len(first_words("x" * 5000)) == 160


@given(st.text(max_size=400), st.integers(min_value=2, max_value=60))
def test_never_longer_than_asked_and_on_one_line(source: str, longest: int) -> None:
    words = first_words(source, longest)
    assert len(words) <= longest
    assert words == " ".join(words.split())
