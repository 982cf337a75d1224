"""Texts folded into tokens: the same whoever wrote them, and each with its place."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.folding import folded, places, stands_alone, tokens

TEXTS = st.text(
    alphabet=st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aZ09 _-.'éßİıŁが日本語カﾀ한국ไทยहिन्दीעבריתعَ🙂👍🏽\u0301\u00ad½ﬁ"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Straße ÉCOLE naïve", ["strasse", "ecole", "naive"]),
        ("Łódź İstanbul ısı Ærø", ["lodz", "istanbul", "isi", "aero"]),
        ("cafe\u0301 CAFÉ", ["cafe", "cafe"]),
        ("snake_case foo-bar c++ 3.14", ["snake", "case", "foo", "bar", "c", "3", "14"]),
        ("日本語 カタカナ", ["日", "本", "語", "カ", "タ", "カ", "ナ"]),
        ("ﾀﾜｰ ＡＢＣ ﬁn", ["タ", "ワ", "ー", "abc", "fin"]),
        ("がか", ["が", "か"]),
        ("한국어", ["한", "국", "어"]),
        ("abc日本x1", ["abc", "日", "本", "x1"]),
        ("हिन्दी क़लम", ["हिन्दी", "कलम"]),
        ("עִבְרִית عَرَبِيّ", ["עברית", "عربي"]),
        ("good 👍🏽 ❤️!", ["good", "👍", "🏽", "❤"]),
        ("co\u00adoperate", ["cooperate"]),
        ("… — !", []),
    ],
)
def test_what_is_one_word_however_it_is_written_becomes_one_token(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


@given(TEXTS)
def test_places_are_of_the_same_tokens_in_order_and_within_the_text(text: str) -> None:
    found = list(places(text))
    assert [token.text for token in found] == tokens(text)
    for token in found:
        assert 0 <= token.start < token.end <= len(text)
    assert [token.start for token in found] == sorted(token.start for token in found)


@given(TEXTS)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    once = tokens(text)
    assert tokens(" ".join(once)) == once


@given(TEXTS, TEXTS)
def test_texts_with_a_blank_between_them_are_folded_apart(one: str, other: str) -> None:
    assert tokens(f"{one}\n{other}") == tokens(one) + tokens(other)


@given(TEXTS)
def test_capitals_make_no_difference(text: str) -> None:
    assert tokens(text.casefold()) == tokens(text)


@given(TEXTS)
def test_sqlite_cuts_what_is_folded_into_the_same_tokens(text: str) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='ascii')")
    db.execute("CREATE VIRTUAL TABLE rows USING fts5vocab(words, instance)")
    db.execute("INSERT INTO words VALUES (?)", [folded(text)])
    found = [term for (term,) in db.execute("SELECT term FROM rows ORDER BY offset")]
    db.close()
    assert found == tokens(text)


@pytest.mark.parametrize(("token", "alone"), [("日", True), ("ก", True), ("국", True), ("🙂", True), ("a", False)])
def test_characters_of_scripts_without_blanks_stand_alone(token: str, *, alone: bool) -> None:
    assert stands_alone(token) is alone
