"""A text that is there as a whole becomes phrases: an old message, a selection, a block of code."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.phrase import Pause, Phrase
from desktop_app.domain.said import WhatIsSaid
from desktop_app.speech.gathering import joined as join
from desktop_app.speech.reader import StreamReader

_LONGEST_CODE = 200


def read_aloud(
    text: str, turn_id: str, policy: WhatIsSaid | None = None, *, code: bool = False, begin: int = 0
) -> list[Phrase]:
    """The phrases of a whole text, from the one on that holds the place ``begin`` or is the first behind it.

    ``code``: the text is code and is to be read as it stands, line by line.
    """
    if code:
        return _read_code(text, turn_id)
    reader = StreamReader(turn_id, policy)
    phrases = [*reader.feed(text), *reader.finish()]
    left = [phrase for phrase in phrases if phrase.end > begin]
    return gathered([replace(phrase, index=index) for index, phrase in enumerate(left)])


def gathered(phrases: list[Phrase]) -> list[Phrase]:
    """Joins short sentences of one block that are all at hand; the first stays short, so that it is heard soon."""
    joined: list[Phrase] = []
    for phrase in phrases:
        last = joined[-1] if joined else None
        together = join(last, phrase) if last and last.index else None
        if together is not None:
            joined[-1] = together
        else:
            joined.append(phrase)
    return [replace(phrase, index=index) for index, phrase in enumerate(joined)]


def _read_code(text: str, turn_id: str) -> list[Phrase]:
    phrases: list[Phrase] = []
    at = 0
    for line in text.split("\n"):
        said = line.strip()
        start = at + len(line) - len(line.lstrip())
        for piece in range(0, len(said), _LONGEST_CODE):
            part = said[piece : piece + _LONGEST_CODE]
            if any(char.isalnum() for char in part):
                begin = start + piece
                phrases.append(Phrase(turn_id, len(phrases), part, begin, begin + len(part), Pause.CLAUSE))
        at += len(line) + 1
    return phrases
