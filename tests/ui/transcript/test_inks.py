"""Code, alerts and formulas can be read on every ground they stand on, in the light and in the dark."""

from __future__ import annotations

import pytest

from desktop_app.ui.theme import DARK, LIGHT, Theme
from desktop_app.ui.transcript.looks.inks import Ink, inks_of, is_dark
from desktop_app.ui.transcript.sheets.lexing import Coloured, Lexers, coloured_lines
from tests.support.contrast import contrast


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", list(Ink))
def test_each_ink_can_be_read_on_the_page_and_on_code(theme: Theme, ink: Ink) -> None:
    colour = inks_of(theme)[ink]
    assert contrast(colour, theme.page) >= 4.5
    assert contrast(colour, theme.code) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", [Ink.INSERTED, Ink.DELETED, Ink.INK])
def test_the_lines_of_a_diff_can_be_read_on_their_grounds(theme: Theme, ink: Ink) -> None:
    for tint in (Ink.INSERTED, Ink.DELETED):
        ground = mixed(inks_of(theme)[tint], theme.code, 0.13)
        if ink in {tint, Ink.INK}:
            assert contrast(inks_of(theme)[ink], ground) >= 4.5


def mixed(over: str, under: str, share: float) -> str:
    pairs = zip(bytes.fromhex(over[1:]), bytes.fromhex(under[1:]), strict=True)
    return "#" + "".join(f"{round(share * one + (1 - share) * other):02x}" for one, other in pairs)


def test_a_theme_is_dark_when_its_letters_are_the_lighter() -> None:
    assert is_dark(DARK)
    assert not is_dark(LIGHT)


def inks(language: str, code: str) -> dict[str, Ink]:
    """The coloured words of some code."""
    lexers = Lexers()
    lexers._load(language)
    lexer = lexers.get(language)
    assert lexer is not None
    lines = code.split("\n")
    return {
        lines[number][part.start : part.start + part.length]: part.ink
        for number, line in enumerate(coloured_lines(lexer, code))
        for part in line
    }


def test_words_of_a_language_have_inks_of_their_own() -> None:
    found = inks("python", "@wraps\nclass Clock:\n    def when(self) -> str:\n        return f'{1}' + 'x'  # why\n")
    assert found["@wraps"] is Ink.DECORATOR
    assert found["class"] is Ink.KEYWORD
    assert found["Clock"] is Ink.TYPE
    assert found["when"] is Ink.FUNCTION
    assert found["x"] is Ink.STRING
    assert found["1"] is Ink.NUMBER
    assert found["# why"] is Ink.COMMENT


def test_tags_and_their_attributes_have_inks_of_their_own() -> None:
    found = inks("html", '<a href="x">words</a>')
    assert (found["a"], found["href"], found['"x"']) == (Ink.TAG, Ink.ATTRIBUTE, Ink.STRING)


def test_each_line_has_its_own_parts() -> None:
    lexers = Lexers()
    lexers._load("python")
    lexer = lexers.get("python")
    assert lexer is not None
    lines = list(coloured_lines(lexer, 'a = """one\ntwo"""\n\nif a: pass'))
    assert len(lines) == 4
    assert lines[1] == [Coloured(0, 3, Ink.STRING), Coloured(3, 3, Ink.STRING)]
    assert lines[2] == []


def test_the_last_line_of_a_diff_is_coloured_as_the_others_are_though_nothing_ends_it() -> None:
    assert inks("diff", "-old\n+new") == {"-old": Ink.DELETED, "+new": Ink.INSERTED}
