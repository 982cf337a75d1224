"""The lines under a message: how it ended, with what one can do about it, and its facts."""

from __future__ import annotations

from desktop_app.domain.messages import MessageState
from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.inks import Ink
from desktop_app.ui.transcript.links import own_link
from desktop_app.ui.transcript.looks import CharLook, Chunk, Kind, Line, LineLook
from desktop_app.ui.transcript.message_item import MessageItem
from desktop_app.ui.transcript.words import facts_line, facts_tip, state_words, translate

_SMALL = CharLook(Ink.MUTED, size=measures.SMALL)
_GO_ON = frozenset({MessageState.STOPPED, MessageState.INTERRUPTED, MessageState.FAILED, MessageState.TRUNCATED})
_RETRY = _GO_ON | {MessageState.FILTERED}


def note_lines(item: MessageItem) -> tuple[Line, ...]:
    """None for a message that ended well and of which nothing is known."""
    return tuple(line for line in (_state_line(item), _facts_line(item)) if line)


def _state_line(item: MessageItem) -> Line | None:
    if item.mine:
        return None
    empty = item.state is MessageState.COMPLETE and not item.source.strip()
    words = translate("Transcript", "The answer is empty.") if empty else state_words(item.state)
    if not words:
        return None
    chunks = [Chunk(words, _SMALL._replace(ink=Ink.TROUBLE if item.state is MessageState.FAILED else Ink.MUTED))]
    if empty or item.state in _RETRY:
        for verb, name in _steps(item):
            link = CharLook(Ink.ACCENT, size=measures.SMALL, href=own_link(verb, item.message_id))
            chunks += [Chunk("\u2003", _SMALL), Chunk(name, link)]
    return Line(LineLook(Kind.STATE, top=measures.PARAGRAPH_GAP, height=measures.SMALL_LINE), tuple(chunks))


def _steps(item: MessageItem) -> list[tuple[str, str]]:
    """Going on needs something to go on from; what a filter ended would only meet it again."""
    retry = ("retry", translate("Transcript", "Retry"))
    goes_on = item.state in _GO_ON and item.source.strip()
    return [("continue", translate("Transcript", "Continue")), retry] if goes_on else [retry]


def _facts_line(item: MessageItem) -> Line | None:
    known = (item.timings, item.usage, item.skipped)
    words = facts_line(*known)
    if not words:
        return None
    look = LineLook(Kind.FACTS, top=12, height=measures.SMALL_LINE)
    return Line(look, (Chunk(words, _SMALL._replace(tip=facts_tip(*known))),))
