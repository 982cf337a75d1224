"""Which way a text runs."""

from __future__ import annotations

from unicodedata import bidirectional

from desktop_app.domain.patterns import lazy

_TURNING = lazy(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_SIDES = {"L": False, "R": True, "AL": True}


def turns(text: str) -> bool:
    """Whether anything in it runs to the left."""
    return not text.isascii() and _TURNING.search(text) is not None


def right_to_left(text: str) -> bool:
    """Whether its first letter that has a direction runs to the left."""
    if not turns(text):
        return False
    return next((_SIDES[side] for side in map(bidirectional, text) if side in _SIDES), False)
