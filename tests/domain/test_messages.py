"""A message's text is what a reader sees of it; a conversation is called by its first words."""

from __future__ import annotations

import pytest

from desktop_app.domain.messages import LONGEST_TITLE, Message, Part, PartKind, Role, title_from


def test_the_text_of_a_message_is_its_text_parts_only() -> None:
    parts = (Part(PartKind.REASONING, "hm"), Part(PartKind.TEXT, "one"), Part(PartKind.TEXT, "two"))
    assert Message("m", "c", None, Role.ASSISTANT, parts, 0.0).text == "one\n\ntwo"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("  How do\n boats  float? ", "How do boats float?"),
        ("", ""),
        ("word " * 30, "word word word word word word word word word word word…"),
        ("船" * 100, "船" * 59 + "…"),
        ("\n" * 5_000 + "At last.", "At last."),
    ],
)
def test_a_title_is_the_first_words_on_one_line(text: str, title: str) -> None:
    assert title_from(text) == title
    assert len(title) <= LONGEST_TITLE
