"""What is typed to search everything, and what is meant by it."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.folding import tokens
from desktop_app.domain.messages import Role
from desktop_app.domain.search import VALUES, Filter, Has, Query, Term, holds, parse

NOW = datetime.fromisoformat("2026-11-20T16:00:00").astimezone()


def day(year: int, month: int = 1, of_month: int = 1) -> float:
    return time.mktime((year, month, of_month, 0, 0, 0, 0, 0, -1))


def words(*texts: str) -> tuple[Term, ...]:
    return tuple(Term(tuple(tokens(text))) for text in texts)


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("", Query()),
        ("quick fox ", Query(terms=words("quick", "fox"))),
        ("quick fo", Query(terms=(*words("quick"), Term(("fo",), begins=True)))),
        ('"quick fox" ', Query(terms=words("quick fox"))),
        ('"quick fox"', Query(terms=words("quick fox"))),
        ('"quick fo', Query(terms=(Term(("quick", "fo"), begins=True),))),
        ("fo* fox ", Query(terms=(Term(("fo",), begins=True), *words("fox")))),
        ("日本", Query(terms=words("日本"))),
        ("c++", Query(terms=words("c"))),
        ("snake_case ", Query(terms=words("snake case"))),
        ("fox -dog", Query(terms=words("fox"), without=words("dog"))),
        ('-"lazy dog"', Query(without=words("lazy dog"))),
        ("- -- !", Query()),
        ("from:me", Query(role=Role.USER)),
        ("FROM:Model", Query(role=Role.ASSISTANT)),
        ("model:gpt-5", Query(models=("gpt", "5"))),
        ('in:"my trip"', Query(within=("my", "trip"))),
        ("has:code has:images", Query(has=Has.CODE | Has.IMAGE)),
        ("before:2026", Query(before=day(2026))),
        ("after:2026-03", Query(after=day(2026, 3))),
        ("after:2026-03-04 before:2026/3/9", Query(after=day(2026, 3, 4), before=day(2026, 3, 9))),
        ("after:yesterday before:today", Query(after=day(2026, 11, 19), before=day(2026, 11, 20))),
        ("after:2w", Query(after=day(2026, 11, 6))),
        ("after:9m", Query(after=day(2026, 2, 20))),
        ("before:1y", Query(before=day(2025, 11, 20))),
        ("after:2025 after:2026", Query(after=day(2026))),
        ("from:nobody", Query(unread=("from:nobody",))),
        ("before:2026-13", Query(unread=("before:2026-13",))),
        ("has: fox ", Query(terms=words("fox"), unread=("has:",))),
        ("https://fox.org/a ", Query(terms=words("https fox org a"))),
        ("foo:bar ", Query(terms=words("foo bar"))),
        ("-from:me ", Query(without=words("from me"))),
    ],
)
def test_what_is_typed_is_read(typed: str, query: Query) -> None:
    assert parse(typed, NOW) == query


def test_whatever_is_offered_behind_a_filter_is_read() -> None:
    for name, values in VALUES.items():
        for value in values:
            assert parse(f"{name}:{value}", NOW).asks, (name, value)
    assert parse("model:x in:y", NOW).asks


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    query = parse(typed, NOW)
    assert all(term.tokens for term in (*query.terms, *query.without))
    assert all('"' not in token for term in query.terms for token in term.tokens)


@given(st.lists(st.text(alphabet="abcä日 ", min_size=1, max_size=6), max_size=5))
def test_a_text_holds_what_was_typed_of_its_own_words(parts: list[str]) -> None:
    text = " ".join(parts)
    for typed in (text, f'"{text}"', text[: len(text) // 2]):
        assert holds(parse(typed, NOW), tokens(text))


def test_the_words_of_a_filter_are_not_looked_for() -> None:
    query = parse(f"{Filter.FROM}:me fox ", NOW)
    assert holds(query, ["a", "fox"])
    assert not holds(query, ["from", "me"])
