"""The lines under a message: how it ended, with what one can do about it, and its facts."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.messages import MessageState
from desktop_app.domain.usage import Timings, Usage
from desktop_app.ui.counts import Counts
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.compositions.text_composition import TextComposition, TextShape
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.inks import Ink
from desktop_app.ui.transcript.looks.links import own_link
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Kind
from desktop_app.ui.transcript.looks.plain import LINE_BREAK
from desktop_app.ui.transcript.looks.words import facts_line, facts_tip, state_words, translate

NOTHING_TIMED = Timings()
_SMALL = CharLook(Ink.MUTED, size=measures.SMALL)
_GO_ON = frozenset({MessageState.STOPPED, MessageState.INTERRUPTED, MessageState.FAILED, MessageState.TRUNCATED})
_RETRY = _GO_ON | {MessageState.FILTERED}


class NoteFacts(NamedTuple):
    """What there may be to say under a message; ``empty``: it has no words.

    ``dollars``: what it cost, where that is known. ``choice`` of ``choices``: which answer to the same question this
    is, counted from 1. ``ahead``: its request waits in line, with so many before it.
    """

    message_id: str
    mine: bool = False
    empty: bool = False
    state: MessageState = MessageState.COMPLETE
    timings: Timings = NOTHING_TIMED
    usage: Usage | None = None
    skipped: int = 0
    choice: int = 1
    choices: int = 1
    ahead: int | None = None
    dollars: float | None = None


def compose_notes(facts: NoteFacts) -> Composition | None:
    """The lines under a message; None for one that ended well and of which nothing is known."""
    rows = [row for row in (_choice_chunks(facts), _state_chunks(facts), _facts_chunks(facts)) if row]
    if not rows:
        return None
    shape = TextShape(
        Kind.FACTS,
        top=measures.PARAGRAPH_GAP,
        line=measures.SMALL_LINE,
        size=measures.SMALL,
        message_id=facts.message_id,
    )
    breaks = [Chunk(LINE_BREAK, _SMALL)]
    chunks = [chunk for number, row in enumerate(rows) for chunk in ((breaks if number else []) + row)]
    return TextComposition(shape, tuple(chunks))


def _choice_chunks(facts: NoteFacts) -> list[Chunk]:
    """As in "‹ 2 of 3 ›"; an arrow that leads nowhere is only drawn."""
    if facts.choices < 2:
        return []
    count = translate("Transcript", "{0} of {1}").format(facts.choice, facts.choices)
    earlier = _step(facts, "earlier", "‹", translate("Transcript", "Earlier answer"), live=facts.choice > 1)
    later = _step(facts, "later", "›", translate("Transcript", "Later answer"), live=facts.choice < facts.choices)
    return [earlier, Chunk(f"\u2002{count}\u2002", _SMALL), later]


def _step(facts: NoteFacts, verb: str, sign: str, tip: str, *, live: bool) -> Chunk:
    if not live:
        return Chunk(sign, _SMALL)
    return Chunk(sign, CharLook(Ink.ACCENT, size=measures.SMALL, href=own_link(verb, facts.message_id), tip=tip))


def _state_chunks(facts: NoteFacts) -> list[Chunk]:
    if facts.mine:
        return []
    if facts.ahead is not None:
        return [Chunk(Counts().waiting(facts.ahead), _SMALL)]
    empty = facts.state is MessageState.COMPLETE and facts.empty
    words = translate("Transcript", "The answer is empty.") if empty else state_words(facts.state)
    if not words:
        return []
    chunks = [Chunk(words, _SMALL._replace(ink=Ink.TROUBLE if facts.state is MessageState.FAILED else Ink.MUTED))]
    if empty or facts.state in _RETRY:
        for verb, name in _next_steps(facts):
            link = CharLook(Ink.ACCENT, size=measures.SMALL, href=own_link(verb, facts.message_id))
            chunks += [Chunk("\u2003", _SMALL), Chunk(name, link)]
    return chunks


def _next_steps(facts: NoteFacts) -> list[tuple[str, str]]:
    """Going on needs something to go on from; what a filter ended would only meet it again."""
    retry = ("retry", translate("Transcript", "Retry"))
    goes_on = facts.state in _GO_ON and not facts.empty
    return [("continue", translate("Transcript", "Continue")), retry] if goes_on else [retry]


def _facts_chunks(facts: NoteFacts) -> list[Chunk]:
    known = (facts.timings, facts.usage, facts.skipped, facts.dollars)
    words = facts_line(*known)
    return [Chunk(words, _SMALL._replace(tip=facts_tip(*known)))] if words else []
