"""Where a phrase goes on whose voice broke off: a little before the place that was reached, at a word."""

from __future__ import annotations

import re

_DOUBT = 0.1
"""Of what was said: how far off the place may be that its length in time tells."""

_WORDS_BACK = 8
"""Characters to go back besides: a word said twice is understood, one left out is not."""

_CLAUSE_BACK = 30
"""Characters within which the beginning of a clause is a better place than that of a word."""

_CLAUSE = re.compile(r"(?<=[,;:.!?—–])\s+|(?<=[、，；：。！？])")
_WORD = re.compile(r"\s+")


def rest_begins(text: str, reached: int) -> int:
    """The place from which ``text`` is to be said again, where sound for about ``reached`` characters came."""
    place = min(round(reached * (1 - _DOUBT)), len(text)) - _WORDS_BACK
    if place <= 0:
        return 0
    clauses = [match.end() for match in _CLAUSE.finditer(text, 0, place) if match.end() >= place - _CLAUSE_BACK]
    if clauses:
        return clauses[-1]
    words = [match.end() for match in _WORD.finditer(text, 0, place)]
    if words:
        return words[-1]
    return 0 if text[:place].isascii() else place  # scripts without blanks can be cut anywhere
