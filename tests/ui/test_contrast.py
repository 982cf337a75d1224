"""Whatever words stand on whatever ground, in both themes, the contrast is 4.5 at least."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from desktop_app.ui.style_sheet import style_sheet
from desktop_app.ui.theme import DARK, LIGHT, Theme, colours_of, palette
from tests.support.contrast import Dress, contrast, dresses

ENOUGH = 4.5
WORDLESS = ("QFrame", "QWidget", "QSlider", "QScrollBar", "QScrollArea", "QProgressBar", "QCheckBox::indicator")
"""Kinds that show no words of their own."""

ON_PRIMARY = ('[look="on-primary"]', '[look="on-primary-cap"]')
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
Role, Group = QPalette.ColorRole, QPalette.ColorGroup


def sheet_of(theme: Theme) -> str:
    return style_sheet(colours_of(theme), dark=theme.dark)


def grounds(dress: Dress, theme: Theme, everything: list[Dress]) -> list[str]:
    """What may lie under it: its own ground, or all that it may stand on."""
    if dress.ground:
        return [dress.ground]
    if dress.asked & set(ON_PRIMARY):
        disabled = ":disabled" in dress.asked
        primary = [one for one in everything if one.kind == "QPushButton" and '[look="primary"]' in one.asked]
        return [one.ground for one in primary if (":disabled" in one.asked) == disabled]
    if dress.kind.startswith("QMenu"):
        return [theme.card]
    return [theme.page, theme.side, theme.card]


def faint(theme: Theme) -> list[str]:
    everything = list(dresses(sheet_of(theme)))
    spoken = [one for one in everything if not one.kind.startswith(WORDLESS)]
    return [
        f"{dress} ({ground}): {contrast(dress.ink or theme.ink, ground):.2f}"
        for dress in spoken
        for ground in grounds(dress, theme, everything)
        if contrast(dress.ink or theme.ink, ground) < ENOUGH
    ]


@THEMES
def test_every_look_of_the_style_sheet_can_be_read_in_every_state(theme: Theme) -> None:
    assert len(list(dresses(sheet_of(theme)))) > 100
    assert faint(theme) == []


def test_the_test_itself_finds_what_is_faint() -> None:
    found = list(
        dresses('QLabel { color: #777777; } QLabel[look="a"] { background: #888888; } QLabel:hover { color: #000 }')
    )
    assert {(one.asked, one.ink, one.ground) for one in found} == {
        (frozenset(), "#777777", ""),
        (frozenset({":hover"}), "#000", ""),
        (frozenset({'[look="a"]'}), "#777777", "#888888"),
        (frozenset({'[look="a"]', ":hover"}), "#000", "#888888"),
    }
    assert contrast("#777777", "#888888") < 1.3
    assert round(contrast("#000000", "#FFFFFF")) == 21


@THEMES
@pytest.mark.parametrize("group", [Group.Active, Group.Inactive, Group.Disabled], ids=lambda group: group.name)
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        (Role.WindowText, Role.Window),
        (Role.Text, Role.Base),
        (Role.Text, Role.AlternateBase),
        (Role.Text, Role.Midlight),
        (Role.ButtonText, Role.Button),
        (Role.PlaceholderText, Role.Base),
        (Role.PlaceholderText, Role.Window),
        (Role.PlaceholderText, Role.Midlight),
        (Role.BrightText, Role.Window),
        (Role.Link, Role.Base),
        (Role.HighlightedText, Role.Highlight),
        (Role.ToolTipText, Role.ToolTipBase),
    ],
)
def test_every_pair_of_the_palette_can_be_read(
    theme: Theme, group: QPalette.ColorGroup, words: QPalette.ColorRole, ground: QPalette.ColorRole
) -> None:
    colours = palette(theme)
    assert contrast(colours.color(group, words).name(), colours.color(group, ground).name()) >= ENOUGH


@THEMES
def test_a_focus_ring_stands_out_from_what_is_around_it(theme: Theme) -> None:
    """3 is what is asked of what is no text."""
    assert min(contrast(theme.accent, ground) for ground in (theme.page, theme.side, theme.card, theme.selected)) >= 3
