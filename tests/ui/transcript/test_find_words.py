"""What counts as found: what the reader sees, whatever it was written as."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.markdown.blocks import Block
from desktop_app.markdown.parser import parse
from desktop_app.ui.transcript.find.find_words import Query, holds_plainly, matches, may_hold, shallow_count
from tests.support.markdown_texts import markdown_texts


def shown(source: str) -> list[str]:
    return [text for block in parse(source) for text in texts_of(block)]


def texts_of(block: Block) -> list[str]:
    cells = ["".join(span.text for span in cell) for row in block.rows for cell in row.cells]
    return ["".join(span.text for span in block.spans) or block.text, *cells]


def count(query: Query, source: str) -> int:
    return sum(1 for text in shown(source) for _ in matches(query, text))


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        (Query("word"), "Word, WORD and swords", ["Word", "WORD", "word"]),
        (Query("Word", case=True), "Word, WORD and swords", ["Word"]),
        (Query("word", whole=True), "Word, WORD and swords", ["Word", "WORD"]),
        (Query("two words"), "two\u2028words, two  words", ["two\u2028words", "two  words"]),
        (Query("cafe"), "Café cafe", ["cafe"]),
        (Query("cafe", accents=False), "Café cafe cafe\u0301", ["Café", "cafe", "cafe\u0301"]),
        (Query("a.b"), "a.b axb", ["a.b"]),
        (Query("(x)", whole=True), "f(x) (x)", ["(x)"]),
        (Query("  "), "a b", []),
        (Query("東京"), "東京都と東京", ["東京", "東京"]),
    ],
)
def test_what_is_found_in_a_text(query: Query, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in matches(query, text)] == found


@pytest.mark.parametrize(
    "source",
    [
        "**bo**ld words",
        "bo[ld](http://a.b/c) words",
        "[bold](x) words",
        "b\\old".replace("\\o", "o"),
        "`bold`",
        "_bo_**ld**",
        "> bold\n> words",
        "b&#111;ld",
    ],
)
def test_marks_within_what_is_looked_for_hide_nothing(source: str) -> None:
    assert may_hold(Query("bold"), source)
    assert shallow_count(Query("bold"), source) in {None, 1}


def test_a_plain_text_is_counted_without_being_read() -> None:
    assert shallow_count(Query("word"), "A word, and *one* more word.\n\n- a sword\n") == 3
    assert shallow_count(Query("word", whole=True), "A word, and *one* more word.\n\n- a sword\n") == 2
    assert (
        shallow_count(Query("word"), "A [word](http://wor.d/) in a table:\n\n| a | b |\n|---|---|\n| c | word |\n") == 2
    )
    assert shallow_count(Query("missing"), "A word [and](http://missin.g)") == 0


@pytest.mark.parametrize(
    "source",
    [
        "a [x](word)",
        "| a |\n|---|\n| b | word |",
        "1. word",
        "```word\nx\n```",
        "<!-- word -->",
        "[word]: /url",
        "a *wo*rd",
    ],
)
def test_where_it_is_doubtful_the_message_is_read(source: str) -> None:
    assert shallow_count(Query("word"), source) is None


def test_words_over_the_end_of_a_line_are_found() -> None:
    source = "these two\nwords and > these two\n> words"
    assert may_hold(Query("two words"), source)
    assert shallow_count(Query("two words"), source) is None


_QUERIES = st.sampled_from(
    ["a", "word", "two words", "words.", "d", "5 * 3", "c", "url", "py", "3", "b", "é", "snake", "1"]
)


@given(markdown_texts(), _QUERIES, st.booleans(), st.booleans())
def test_the_quick_ways_never_deny_what_is_shown(source: str, words: str, case: bool, whole: bool) -> None:  # noqa: FBT001
    query = Query(words, case, whole)
    exact = count(query, source)
    if exact:
        assert may_hold(query, source)
    quick = shallow_count(query, source)
    assert quick is None or quick == exact
    if holds_plainly(query, source) and not whole:
        assert may_hold(query, source)
