"""Marks words that stand in a table, so that the translators' tool finds them; they are translated when shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # the name is the one lupdate looks for
    """``text`` as it is. Qt's own function does the same and forgets that it is a string."""
    return text
