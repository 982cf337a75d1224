"""A few letters find the action that is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.palette_ranking import Named, ranked

ROWS = [
    Named("new", "New conversation", "Conversation"),
    Named("message", "Go to the message box", "Messages"),
    Named("model", "Choose the model", "Conversation"),
    Named("stop", "Stop", "Speech"),
    Named("previous", "Previous sentence", "Speech"),
    Named("next", "Next sentence", "Speech"),
    Named("faster", "Speak faster", "Speech"),
    Named("quieter", "Speak more quietly", "Speech"),
    Named("larger", "Larger text", "View zoom font size"),
    Named("full_screen", "Full screen on or off", "View"),
    Named("theme", "Switch between light and dark", "View theme"),
    Named("settings", "Settings", "Aloud preferences options"),
    Named("quit", "Quit", "Aloud"),
]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("new", "new"),
        ("set", "settings"),
        ("pre", "previous"),
        ("ns", "next"),
        ("sp fa", "faster"),
        ("fast sp", "faster"),
        ("model", "model"),
        ("full", "full_screen"),
        ("fs", "full_screen"),
        ("dark", "theme"),
        ("zoom", "larger"),
        ("preferences", "settings"),
        ("LARGER", "larger"),
        ("quie", "quieter"),
        ("message box", "message"),
        ("mssg", "message"),
    ],
)
def test_a_few_letters_find_what_is_meant(typed: str, meant: str) -> None:
    assert ranked(typed, ROWS, [])[0] == meant


def test_words_that_begin_so_come_before_words_that_only_hold_it() -> None:
    rows = [Named("within", "Compress"), Named("later", "Do press"), Named("first", "Press")]
    assert ranked("press", rows, []) == ["first", "later", "within"]


def test_what_is_found_only_by_its_other_words_comes_last() -> None:
    rows = [Named("by_group", "Stop", "Speech"), Named("by_name", "Do not speak")]
    assert ranked("spe", rows, []) == ["by_name", "by_group"]


def test_letters_that_are_nowhere_find_nothing() -> None:
    assert ranked("qqq", ROWS, ["new"]) == []


def test_accents_and_capitals_do_not_matter() -> None:
    assert ranked("grosse", [Named("a", "Größere Schrift")], []) == ["a"]


def test_without_letters_what_was_used_lately_leads_and_the_rest_stands_as_in_the_table() -> None:
    found = ranked(" ", ROWS, ["quit", "theme"])
    assert found[:3] == ["quit", "theme", ROWS[0].id]
    assert sorted(found) == sorted(row.id for row in ROWS)


def test_what_was_used_lately_leads_among_equals_only() -> None:
    rows = [Named("a", "Speak faster"), Named("b", "Speak louder"), Named("c", "Say who speaks")]
    assert ranked("spe", rows, ["c", "b"]) == ["b", "a", "c"]


@given(st.text(max_size=12))
def test_whatever_is_typed_finds_each_action_at_most_once(typed: str) -> None:
    found = ranked(typed, ROWS, ["stop"])
    assert len(found) == len(set(found))
    assert set(found) <= {row.id for row in ROWS}


@given(st.sampled_from(ROWS), st.integers(1, 30))
def test_the_beginning_of_its_own_words_always_finds_an_action(row: Named, length: int) -> None:
    assert row.id in ranked(row.words[:length], ROWS, [])
