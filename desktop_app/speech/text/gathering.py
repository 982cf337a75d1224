"""Short sentences that are all at hand are said in one breath: the voice has more to go by, a server is asked less."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.phrase import Pause, Phrase
from desktop_app.speech.text.sentence_ends import CLOSE_ENDS, CLOSERS, SPACED_ENDS

LONGEST = 160
"""Characters that one breath may take where nothing asks for more."""


def joined(first: Phrase, second: Phrase, longest: int = LONGEST) -> Phrase | None:
    """The two as one phrase, with the place of both and the index of the first; None where they are better apart."""
    ended = first.text.rstrip(CLOSERS)[-1:] in SPACED_ENDS + CLOSE_ENDS
    short = len(first.text) + len(second.text) < longest
    alike = first.turn_id == second.turn_id and first.language == second.language
    if not (short and ended and first.pause is Pause.SENTENCE and alike):
        return None
    words = first.words + second.words if first.words and second.words else ()
    return replace(first, text=f"{first.text} {second.text}", end=second.end, pause=second.pause, words=words)
