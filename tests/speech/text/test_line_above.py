"""What is read without parsing is read as if it had been parsed."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.domain.phrase import Phrase
from desktop_app.speech.text import reader as reader_module
from desktop_app.speech.text.line_above import is_more_of_quotation, next_item
from desktop_app.speech.text.reader import StreamReader

_MARKS = st.sampled_from(
    [
        "- ",
        "- ",
        "  - ",
        "  - ",
        "> ",
        "> ",
        ">",
        "> > ",
        "* ",
        "1. ",
        "    - ",
        "> - ",
        "- - ",
        "- > ",
        ">  ",
        "",
        "  ",
        "#",
        "\t- ",
    ],
)
_WORDS = st.sampled_from(
    [
        "One thing. And another one of them",
        "it goes on",
        "It is **bold. Yes**, it is.",
        "no end, [a link](x.org)",
        "`code. Here` it is",
        "Dr. No said",
        "a | b",
        "[ ] a task",
        "[x] done. So",
        "",
        "---",
        "===",
        "|-|",
        "```",
        "$x$. So",
        "[a]: b.org",
        "term",
        ": what it means",
        "<b>so<b>",
        "two  ",
        "1. nested",
        "- deeper",
        "你好。再见",
        "*open",
        "So it is.",
    ]
)
_LINES = st.lists(st.tuples(_MARKS, _WORDS).map("".join), max_size=9).map("\n".join)


def _phrases(text: str, *, plainly: bool) -> list[Phrase]:
    with mock.patch.multiple(
        reader_module,
        next_item=next_item if plainly else lambda *_: None,
        is_more_of_quotation=is_more_of_quotation if plainly else lambda *_: False,
    ):
        reader = StreamReader("t")
        return [phrase for char in text for phrase in reader.feed(char)] + reader.finish()


@settings(max_examples=600)
@given(_LINES)
@example("- top\n  - one. More\n  - two")
@example("-\n  - one\n  - two")
@example("> one. And\n> two. And\n> three")
@example("> one\n> > two\n> > three\n> four")
def test_it_makes_no_difference_to_what_is_said(text: str) -> None:
    assert _phrases(text, plainly=True) == _phrases(text, plainly=False)


@pytest.mark.parametrize("text", ["> It goes on.\n" * 40, "- top\n" + "  - It is said.\n" * 40])
def test_lines_like_the_one_above_are_rarely_parsed(text: str) -> None:
    with mock.patch.object(reader_module.StreamReader, "_standing_blocks", autospec=True) as parsed:
        parsed.side_effect = _STANDING_BLOCKS
        _phrases(text, plainly=True)
    assert parsed.call_count < 25


_STANDING_BLOCKS = StreamReader._standing_blocks
