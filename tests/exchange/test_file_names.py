"""Names that Windows, Macs and Linux take, no two alike."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.exchange import file_names
from desktop_app.exchange.file_names import Names, tidy_name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("A garden", "A garden"),
        ('a/b\\c:d*e?f"g<h>i|j\nk', "a b c d e f g h i j k"),
        ("  ends with dots ... ", "ends with dots"),
        ("CON", "CON_"),
        ("com1.tar", "com1.tar_"),
        ("Conrad", "Conrad"),
        ("", "none"),
        ("???", "none"),
        ("日本語" * 60, ("日本語" * 60)[:40]),
    ],
)
def test_a_name_is_what_every_system_takes(words: str, name: str) -> None:
    assert tidy_name(words, "none") == name


def test_no_two_files_have_one_name_also_where_capitals_do_not_count() -> None:
    names = Names()
    given_out = [names.free(name, "md") for name in ("a", "A", "a", "a (2)")]
    assert given_out == ["a.md", "A (2).md", "a (3).md", "a (2) (2).md"]


@given(st.lists(st.sampled_from(["a", "A", "a (2)", "a (3)", "ä", "a\u0308", "a (2) (2)"]), max_size=30))
def test_however_they_come_no_two_are_alike(wanted: list[str]) -> None:
    names = Names()
    given_out = [unicodedata.normalize("NFC", names.free(name, "md")).casefold() for name in wanted]
    assert len(set(given_out)) == len(wanted)


def test_of_many_alike_each_is_given_without_asking_for_those_before(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    same = file_names._same

    def noted(name: str) -> str:
        asked.append(name)
        return same(name)

    monkeypatch.setattr(file_names, "_same", noted)
    names = Names()
    assert [names.free("New chat", "md") for _ in range(1_000)][-1] == "New chat (1000).md"
    assert len(asked) < 10_000


@given(st.text(max_size=400))
def test_any_title_makes_a_name(words: str) -> None:
    name = tidy_name(words, "none")
    assert 0 < len(name.encode("utf-8")) <= 121
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" .")
