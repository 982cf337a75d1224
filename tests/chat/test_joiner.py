"""Characters that servers cut come out whole, however they were cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.chat.joiner import CharacterJoiner


def joined(*pieces: str) -> str:
    joiner = CharacterJoiner()
    return "".join(joiner.feed(piece) for piece in pieces) + joiner.close()


def as_pieces(data: bytes) -> list[str]:
    return [data[i : i + 1].decode("utf-8", "surrogateescape") for i in range(len(data))]


def test_an_emoji_cut_between_bytes_comes_out_whole() -> None:
    assert joined("so \udcf0\udc9f", "\udc99\udc82!") == "so 🙂!"


def test_an_emoji_cut_between_utf16_units_comes_out_whole() -> None:
    assert joined("so \ud83d", "\ude42!") == "so 🙂!"
    assert joined("\ud83d", "\udc80") == "\U0001f480"  # a low half that could also be a raw byte


def test_half_a_character_is_held_back_until_it_is_whole() -> None:
    joiner = CharacterJoiner()
    assert [joiner.feed("a\ud83d"), joiner.feed(""), joiner.feed("\ude42b"), joiner.close()] == ["a", "", "🙂b", ""]


@pytest.mark.parametrize("half", [*"\udcf0\ud83d"])
def test_what_was_lost_stands_where_it_was_lost(half: str) -> None:
    assert joined("a", half, "b") == "a\ufffdb"


HALVES = {
    "high": ("\ud83d", ""),
    "low": ("\ude42", ""),
    "first bytes": ("\udcf0\udc9f", ""),
    "no byte of UTF-8": ("\udcff", ""),
    "high, then a letter": ("\ud83dx", "x"),
    "bytes, then a letter": ("\udcf0x", "x"),
    "bytes, then high": ("\udcf0\ud83d", ""),
}


@pytest.mark.parametrize("case", HALVES)
def test_what_never_becomes_whole_is_a_replacement_character(case: str) -> None:
    damaged, whole = HALVES[case]
    assert "\ufffd" in joined(damaged)
    assert joined(damaged).replace("\ufffd", "") == whole


@settings(deadline=None)
@given(st.text())
def test_any_text_cut_between_bytes_comes_out_as_it_was(text: str) -> None:
    assert joined(*as_pieces(text.encode())) == text


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec=None, categories=["L", "Cs", "So", "Nd"]))))
def test_nothing_comes_out_that_cannot_be_written(pieces: list[str]) -> None:
    joined(*pieces).encode()
