"""The user's words: as they were written, in a bubble at the right that is as wide as its longest line."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.breaking import broken
from desktop_app.ui.transcript.compose import Setting
from desktop_app.ui.transcript.looks import CharLook, Chunk, Kind, Line, LineLook
from desktop_app.ui.transcript.plain import tame

_LOOK = CharLook()
_LONG = 400
"""Characters: a line this long needs no measuring."""


def bubble_lines(source: str, setting: Setting, font: QFont) -> Iterator[Line]:
    """The lines of a message of the user's; nothing in it is read as Markdown."""
    texts = source.split("\n")
    indent = setting.column - measures.BUBBLE_SIDE - _width(texts, setting.column, font)
    start = 0
    for number, text in enumerate(texts):
        look = LineLook(
            Kind.BUBBLE,
            f"{setting.serial}",
            indent,
            right=measures.BUBBLE_SIDE,
            top=0 if number else measures.MESSAGE_GAP + measures.BUBBLE_ABOVE,
            bottom=measures.BUBBLE_BELOW + measures.MESSAGE_GAP - 3 if number == len(texts) - 1 else 0,
        )
        yield from broken(Line(look, (Chunk(tame(text), _LOOK, start, start + len(text)),)))
        start += len(text) + 1


def _width(texts: list[str], column: int, font: QFont) -> int:
    most = int(column * measures.BUBBLE_PART) - 2 * measures.BUBBLE_SIDE
    metrics = QFontMetricsF(font)
    wanted = 0.0
    for text in texts:
        if len(text) > _LONG:
            return most
        wanted = max(wanted, metrics.horizontalAdvance(text))
    return min(most, math.ceil(wanted) + 1)
