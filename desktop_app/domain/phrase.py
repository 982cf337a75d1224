"""A phrase: the piece of an answer that is said in one breath."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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

    ``index`` counts from 0 within the turn. Offsets count code points.
    """

    turn_id: str
    index: int
    text: str
    start: int
    end: int
    pause: Pause = Pause.SENTENCE
