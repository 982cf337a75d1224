"""Thinking that lost the tag before it ends where the tag behind it stands."""

from __future__ import annotations

import pytest

from desktop_app.markdown.thinking import answer_begins


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Let me see.\n</think>\n\nHello.", "\n\nHello."),
        ("Let me see.\n\n</thinking>\nHello.", "\nHello."),
        ("```py\nx\n```\n[/THINK]\nHello.", "\nHello."),
        ("Hello.", "Hello."),
        ("<think>Hm.</think>Hello.", "<think>Hm.</think>Hello."),
        ("<think>\nHm.\n</think>\nHello.", "<think>\nHm.\n</think>\nHello."),
        ("The tag </think> ends it.", "The tag </think> ends it."),
        ("```\n</think>\n```\nHello.", "```\n</think>\n```\nHello."),
        ("```\n</think>\n", "```\n</think>\n"),
    ],
)
def test_the_answer_begins_behind_a_tag_that_nothing_opened(text: str, answer: str) -> None:
    assert text[answer_begins(text) :] == answer
