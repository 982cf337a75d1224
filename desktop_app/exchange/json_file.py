"""Our own format: everything of conversations as one JSON file, written piece by piece.

``json_format.md`` beside this file describes it field by field; ``VERSION`` goes up when a reader of the old one would
misread the new one. A message stands on a line of its own, so a file can be looked through, compared, and cut.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from desktop_app.domain.drafts import Draft
from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.domain.messages import Folder, Message, Part
from desktop_app.domain.usage import Timings, Usage
from desktop_app.domain.whole import Beside, WholeConversation, WholeMessage, WholeTurn
from desktop_app.exchange.rendering import Sources

FORMAT: Final = "aloud"
VERSION: Final = 1

_AT_ONCE: Final = 3 * 2**16
"""Bytes of a picture that become text at a time; a multiple of three, so that the pieces join."""


def beginning(folders: Sequence[Folder], program: str, exported: float, *, has_sounds: bool = False) -> Iterator[str]:
    """What stands first; ``exported`` in seconds since 1970, UTC. ``has_sounds``: they follow the conversations."""
    head: dict[str, object] = {"format": FORMAT, "version": VERSION, "program": program, "exported": exported}
    if has_sounds:
        head["has_sounds"] = True
    yield _line(head).removesuffix("}") + ",\n"
    yield f'"folders": {_line([asdict(folder) for folder in folders])},\n'


def beside(kept: Beside, sources: Sources) -> Iterator[str]:
    """What is kept beside the conversations, and stands before them in an export of everything."""
    between = "\n"
    yield '"prompts": ['
    for prompt in kept.prompts:
        yield f"{between}{_line(asdict(prompt))}"
        between = ",\n"
    yield '],\n"draft": '
    if kept.draft:
        yield _line(_draft_values(kept.draft)).removesuffix("}") + ', "blobs": {'
        yield from _blobs(kept.draft.blobs(), sources.picture)
        yield "}},\n"
    else:
        yield "null,\n"


def conversations() -> str:
    """From here on they come, one after another."""
    return '"conversations": ['


def conversation(whole: WholeConversation, sources: Sources, *, first: bool) -> Iterator[str]:
    """One of them. A picture that is not kept any more is left out."""
    yield "\n" if first else ",\n"
    yield _line(_conversation_values(whole)).removesuffix("}") + ',\n"messages": ['
    for number, message in enumerate(whole.messages):
        sources.step(number, len(whole.messages))
        yield ",\n" if number else "\n"
        yield _line(_message_values(message))
    yield '\n],\n"blobs": {'
    yield from _blobs(whole.blobs(), sources.picture)
    yield "}}"


def sounds() -> str:
    """Behind the conversations, and in their place from here on."""
    return '\n],\n"sounds": ['


def sound(conversation_id: str, message_id: str, phrase: KeptPhrase, content: bytes, *, first: bool) -> Iterator[str]:
    """A phrase of a message, and its FLAC file."""
    yield "\n" if first else ",\n"
    values = {"conversation": conversation_id, "message": message_id, **_phrase_values(phrase)}
    yield _line(values).removesuffix("}") + ', "flac": "'
    yield from _base64(content)
    yield '"}'


def ending() -> str:
    return "\n]}\n"


def _conversation_values(whole: WholeConversation) -> dict[str, object]:
    one, draft = whole.conversation, whole.draft
    return {
        "id": one.id,
        "title": one.title,
        "created": one.created,
        "updated": one.updated,
        "head": one.head_id,
        "titled_by": one.titled_by.value,
        "pinned": one.pinned,
        "archived": one.archived,
        "folder": one.folder_id,
        "origin": whole.origin,
        "draft": _draft_values(draft) if draft else None,
    }


def _draft_values(draft: Draft) -> dict[str, object]:
    return {"text": draft.text, "parts": _parts(draft.parts)}


def _message_values(whole: WholeMessage) -> dict[str, object]:
    message: Message = whole.message
    values: dict[str, object] = {
        "id": message.id,
        "parent": message.parent_id,
        "role": message.role.value,
        "state": message.state.value,
        "created": message.created,
        "model": message.model,
        "heard": message.heard,
        "parts": _parts(message.parts),
        "turns": [_turn_values(turn) for turn in whole.turns],
    }
    if whole.sound:
        values["sound"] = [_phrase_values(phrase) for phrase in whole.sound]
    return values


def _phrase_values(phrase: KeptPhrase) -> dict[str, object]:
    """All but what concerns the file on this disk."""
    return {name: value for name, value in asdict(phrase).items() if name not in {"file", "size"}}


def _parts(parts: Sequence[Part]) -> list[dict[str, object]]:
    return [{"kind": part.kind.value, "text": part.text, "data": dict(part.data)} for part in parts]


def _turn_values(turn: WholeTurn) -> dict[str, object]:
    return {
        "id": turn.id,
        "state": turn.state.value,
        "started": turn.started,
        "ended": turn.ended,
        "error": turn.error,
        "usage": _figures(turn.usage),
        "timings": _figures(turn.timings),
    }


def _figures(figures: Usage | Timings | None) -> Mapping[str, object] | None:
    return None if figures is None else figures._asdict()


def _line(values: object) -> str:
    text = json.dumps(values, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # half surrogates, which a tool's data may have: JSON can say them, UTF-8 cannot
        return json.dumps(values)
    return text


def _blobs(blobs: Iterable[str], picture: Callable[[str], bytes | None]) -> Iterator[str]:
    between = "\n"
    for blob in blobs:
        content = picture(blob)
        if content is not None:
            yield f'{between}{_line(blob)}: "'
            yield from _base64(content)
            yield '"'
            between = ",\n"


def _base64(content: bytes) -> Iterator[str]:
    for at in range(0, len(content), _AT_ONCE):
        yield base64.b64encode(content[at : at + _AT_ONCE]).decode("ascii")
