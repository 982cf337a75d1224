"""The colours letters are written in: those of the program's theme, and a calm set of our own for code and alerts.

Each keeps a contrast of 4.5:1 on the page and on the ground of a code block, in the light and in the dark.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from desktop_app.ui.transcript.looks.colours import Colours


class Ink(IntEnum):
    """What letters are for; KEYWORD to HUNK are code's, the colours behind them the alerts'."""

    INK = 0
    MUTED = 1
    ACCENT = 2
    TROUBLE = 3
    KEYWORD = 4
    STRING = 5
    NUMBER = 6
    COMMENT = 7
    FUNCTION = 8
    TYPE = 9
    BUILTIN = 10
    OPERATOR = 11
    DECORATOR = 12
    TAG = 13
    ATTRIBUTE = 14
    INSERTED = 15
    DELETED = 16
    HUNK = 17
    BLUE = 18
    GREEN = 19
    VIOLET = 20
    AMBER = 21
    RED = 22


_LIGHT: Final = {
    Ink.KEYWORD: "#1F6F5C",
    Ink.STRING: "#9A4A22",
    Ink.NUMBER: "#8A3D6B",
    Ink.COMMENT: "#6E6A62",
    Ink.FUNCTION: "#2B5C99",
    Ink.TYPE: "#6B4A9C",
    Ink.BUILTIN: "#2F6A80",
    Ink.OPERATOR: "#5C574D",
    Ink.DECORATOR: "#80600F",
    Ink.TAG: "#1F6F5C",
    Ink.ATTRIBUTE: "#2B5C99",
    Ink.INSERTED: "#1D6B3A",
    Ink.DELETED: "#A93526",
    Ink.HUNK: "#6B4A9C",
    Ink.BLUE: "#2B5C99",
    Ink.GREEN: "#1D6B3A",
    Ink.VIOLET: "#6B4A9C",
    Ink.AMBER: "#85590A",
    Ink.RED: "#B3402F",
}
_DARK: Final = {
    Ink.KEYWORD: "#5CC3A6",
    Ink.STRING: "#E2A27A",
    Ink.NUMBER: "#D998BE",
    Ink.COMMENT: "#A09B8F",
    Ink.FUNCTION: "#8DB8EA",
    Ink.TYPE: "#BFA3E6",
    Ink.BUILTIN: "#85C4D8",
    Ink.OPERATOR: "#BDB8AC",
    Ink.DECORATOR: "#D9BC6B",
    Ink.TAG: "#5CC3A6",
    Ink.ATTRIBUTE: "#8DB8EA",
    Ink.INSERTED: "#7CCB93",
    Ink.DELETED: "#EE8B7B",
    Ink.HUNK: "#BFA3E6",
    Ink.BLUE: "#8DB8EA",
    Ink.GREEN: "#7CCB93",
    Ink.VIOLET: "#BFA3E6",
    Ink.AMBER: "#D9BC6B",
    Ink.RED: "#E58372",
}


def is_dark(colours: Colours) -> bool:
    """Whether the page is dark: its letters are the lighter."""
    return _lightness(colours.ink) > _lightness(colours.page)


def inks_of(colours: Colours) -> dict[Ink, str]:
    """The colour of each ink, as "#RRGGBB"."""
    themed = {
        Ink.INK: colours.ink,
        Ink.MUTED: colours.muted,
        Ink.ACCENT: colours.accent,
        Ink.TROUBLE: colours.trouble,
    }
    return themed | (_DARK if is_dark(colours) else _LIGHT)


def _lightness(colour: str) -> int:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 3 * red + 6 * green + blue
