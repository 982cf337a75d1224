"""A line cut where its room ends: the ellipsis stands where the words were cut, in whatever direction they run.

Qt puts it at the end of the line's own direction. In a Hebrew title that begins with a name in Latin letters that is
the right end, where the Hebrew words begin.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

_MARKS: Final = {"L": "\u200e", "R": "\u200f", "AL": "\u200f"}
"""Characters that have no width and one direction, by the classes of those that have a direction."""


def elided(metrics: QFontMetrics, text: str, room: int) -> str:
    """To be drawn with ``LayoutDirectionAuto``: a text's direction is its own, not that of the window."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return shown if shown == text else shown + _mark(shown)


def _mark(shown: str) -> str:
    """What keeps the ellipsis beside the last letter; empty where the line ends in its own direction."""
    found = [mark for letter in shown if (mark := _MARKS.get(unicodedata.bidirectional(letter)))]
    return found[-1] if found and found[0] != found[-1] else ""
