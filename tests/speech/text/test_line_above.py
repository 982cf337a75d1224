"""What is read without parsing is read as if it had been parsed."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.domain.phrase import Phrase
from desktop_app.speech.text import reader as reader_module
from desktop_app.speech.text.line_above import ended, is_more_of_quotation, lone_line, next_item
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
        "",
        "",
    ]
)
_LINES = st.lists(st.tuples(_MARKS, _WORDS).map("".join), max_size=9).map("\n".join)


def _phrases(text: str, *, plainly: bool) -> list[Phrase]:
    with mock.patch.multiple(
        reader_module,
        next_item=next_item if plainly else lambda *_: None,
        is_more_of_quotation=is_more_of_quotation if plainly else lambda *_: False,
        lone_line=lone_line if plainly else lambda *_: None,
        ended=ended if plainly else lambda *_: None,
    ):
        reader = StreamReader("t")
        return [phrase for char in text for phrase in reader.feed(char)] + reader.finish()


@settings(max_examples=600)
@given(_LINES)
@example("- top\n  - one. More\n  - two")
@example("-\n  - one\n  - two")
@example("> one. And\n> two. And\n> three")
@example("It is so. One\n\nmore")
@example("[a](b) is\n\nmore")
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[a](b) x and\nand more. It is.\n\n", ["a x and and more.", "It is."]),
        ("- [a](b) x and\n  and more. It is.\n\n", ["a x and and more.", "It is."]),
        ("> [**a**](b) x and\n> and more. It is.\n\n", ["a x and and more.", "It is."]),
        ("<a@b.c> is\nso. It", ["a@b.c is so.", "It"]),
        ("[![a](b)](c) is\nso. It", ["a is so.", "It"]),
    ],
)
def test_a_paragraph_that_begins_with_a_link_goes_on_without_its_address(text: str, said: list[str]) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('- The result. {"a": 1}\n- Next.\n', ["The result.", '{"a": 1}', "Next."]),
        ('The result. {"a": 1}\n\nNext.', ["The result.", '{"a": 1}', "Next."]),
        ("It is so. <think> is a tag. More.\n\nNext.", ["It is so.", "is a tag. More.", "Next."]),
    ],
)
def test_what_keeps_silent_at_the_beginning_does_not_where_a_line_is_read_in_parts(text: str, said: list[str]) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Title\n===\n\nIt is.", ["Title", "It is."]),
        ("a|b\n-|-\nc|d\n\nIt is.", ["c, b: d", "It is."]),
        ("Apple\n: a fruit. So\n\nIt is.", ["Apple", "a fruit. So", "It is."]),
        ("It is.  \n \nSo.", ["It is.", "So."]),
        ("[a]: /b 'c\n\nIt is.", ["[a]: /b 'c", "It is."]),
    ],
)
def test_a_line_alone_is_a_paragraph_until_the_line_below_says_otherwise(text: str, said: list[str]) -> None:
    assert _said(text) == said


def _said(text: str) -> list[str]:
    reader = StreamReader("t")
    return [phrase.text for char in text for phrase in reader.feed(char)] + [one.text for one in reader.finish()]
