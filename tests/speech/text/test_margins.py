"""The margins of plain texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.speech.text.margins import Margins
from desktop_app.speech.text.read_aloud import read_aloud

LINES = (
    *("a word\n", "    set in\n", "\tby a tab\n", "```py\n", "```\n", "~~~~\n"),
    *("  `x`\n", "\n", "      x = f(1)\n", "> q\n", "\ufeff"),
)


def cut(text: str) -> str:
    margins = Margins()
    return margins.feed(text) + margins.finish()


@given(st.lists(st.sampled_from(LINES)).map("".join), st.lists(st.integers(1, 9)))
def test_any_split_gives_the_same(text: str, sizes: list[int]) -> None:
    margins = Margins()
    pieces, at = [], 0
    for size in sizes:
        pieces.append(margins.feed(text[at : at + size]))
        at += size
    assert "".join(pieces) + margins.feed(text[at:]) + margins.finish() == cut(text)


@given(st.text(alphabet="ab \t\n`~>#-\r\f"))
def test_no_word_is_lost(text: str) -> None:
    assert cut(text).split() == text.split()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A letter.\n\n        A quotation set in.\n", "A letter. A quotation set in."),
        ("\tA paragraph by a tab.\n\tAnd its line.", "A paragraph by a tab. And its line."),
        ("Do this:\n\n    x = f(1)\n    return x\n\nDone with it.", "Do this: Done with it."),
        ("Do this:\n\n    ```\n    secret words\n    ```\n\nDone with it.", "Do this: Done with it."),
        ("- item\n\n      ```\n      secret words\n      ```\n- next one", "item next one"),
        ("page one.\n\fpage two.", "page one. page two."),
    ],
)
def test_a_wide_margin_is_said_and_code_is_not(text: str, said: str) -> None:
    assert " ".join(phrase.text for phrase in read_aloud(cut(text), "t")) == said
