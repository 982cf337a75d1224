"""A phrase: the piece of an answer that is said in one breath."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

# Scripts that set no spaces between words: each of their characters counts as one.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
"""What counts as one word of a text to be said."""


class Pause(StrEnum):
    """The silence that follows a phrase; how long each is, speech decides."""

    NONE = "none"
    CLAUSE = "clause"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Phrase:
    """``text`` is what the voice says; ``start`` and ``end`` are where it stands in the message's source text.

    ``index`` counts from 0 within the turn. Offsets count code points. ``words``: where each ``WORD`` of the text
    stands in the source; empty where nobody knows. ``language``: as ``domain.languages`` names it, likewise.
    """

    turn_id: str
    index: int
    text: str
    start: int
    end: int
    pause: Pause = Pause.SENTENCE
    words: tuple[tuple[int, int], ...] = ()
    language: str = ""
