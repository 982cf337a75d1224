"""What may be spent on reading the open end of a text again and again, so that every text costs the same a character.

While a text streams its open end is read again for every line and every sentence. With most texts that is little; with
one of a thousand tiny marks, or one that never comes to an end, it would be more with every line. So each character
earns a little, each reading costs what it costs, and while nothing is left the next reading waits for more text: at
most until the open end is twice as long, for then it is worth it whatever it costs.

What a reading costs is told by counts and not by a clock: the same text is read in the same places on every machine.
"""

from __future__ import annotations

from typing import Final

_EARNED: Final = 4.0
_MOST: Final = 60_000.0
_WAIT: Final = 400
"""Characters that may be waited for besides."""

READING: Final = 20.0
"""What any reading costs, in microseconds or so; what follows comes on top of it."""
LINE: Final = 4.0
TOKEN: Final = 2.5
BLOCK: Final = 8.0
MARK: Final = 6.0
DEFINITION: Final = 8.0
BRACKET: Final = 4.0
OPEN: Final = 35.0
"""For a bracket that nothing closes, the library looks for its end to the end."""


class Effort:
    """The purse of one text, which begins full: a text of some pages is read without a thought of it."""

    def __init__(self) -> None:
        self._left = _MOST

    @property
    def is_left(self) -> bool:
        """Whether more may be read now; the last reading may have cost more than there was."""
        return self._left > 0

    def earn(self, characters: int, standing: int) -> None:
        """``standing``: how long the open end was before these characters came."""
        left = self._left
        if left < 0:
            left = max(left, -_EARNED * (standing + _WAIT))
        left += _EARNED * characters
        self._left = min(left, _MOST)

    def spend(self, microseconds: float) -> None:
        self._left -= microseconds
