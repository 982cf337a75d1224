"""Text on its way into a QTextDocument: the characters Qt gives a meaning of its own, and its way of counting.

Qt counts UTF-16 units where our offsets count code points; a document position is never a source offset.
"""

from __future__ import annotations

import re
from typing import Final

LINE_BREAK: Final = "\u2028"
"""A line break inside one block of the document."""

_SPECIAL: Final = re.compile("[\r\n\u2029\ufdd0\ufdd1\ufffc\x00\ud800-\udfff]")


def tame(text: str) -> str:
    """The text with as many characters, none of which splits a block, opens a frame, or is half a character."""
    return _SPECIAL.sub(_stand_in, text) if _SPECIAL.search(text) else text


def _stand_in(found: re.Match[str]) -> str:
    return LINE_BREAK if found[0] in "\r\n\u2029" else "\ufffd"


def units(text: str) -> int:
    """How many positions the (tamed) text takes in the document."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def points(text: str, count: int) -> int:
    """How many characters of the text lie in its first ``count`` positions."""
    return count if text.isascii() else len(text.encode("utf-16-le")[: count * 2].decode("utf-16-le", "ignore"))
