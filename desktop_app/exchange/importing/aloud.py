"""Our own export (``json_format.md``): each conversation taken as it was, with its ids, or not understood at all.

It is read as carefully as anybody else's, since a file may have been written or changed by anyone.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desktop_app.domain.attachments import LARGEST_PICTURE
from desktop_app.domain.drafts import Draft
from desktop_app.domain.importing import Gap
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role, TitledBy
from desktop_app.domain.prompts import LONGEST_NAME, SavedPrompt
from desktop_app.domain.usage import Timings, Usage
from desktop_app.domain.whole import Beside, WholeConversation, WholeMessage, WholeTurn
from desktop_app.exchange.importing import kept_sound
from desktop_app.exchange.importing.found import Found, FoundBeside, FoundPicture
from desktop_app.exchange.importing.gaps import Gaps
from desktop_app.exchange.importing.values import items, members, moment, seconds, whole_number, words

_ROLES = {role.value: role for role in Role}
_KINDS = {kind.value: kind for kind in PartKind}
_STATES = {state.value: state for state in MessageState} | {"streaming": MessageState.INTERRUPTED}
_ID = re.compile(r"[A-Za-z0-9_-]{1,200}", re.ASCII)
"""Ids become names of folders, of kept sound: nothing in them leads anywhere."""


def is_conversation(item: Mapping[str, Any]) -> bool:
    return bool(_name(item)) and isinstance(item.get("messages"), list) and "titled_by" in item


def read(item: Mapping[str, Any], folders: Mapping[str, str], gaps: Gaps, now: float) -> Found | None:
    """``folders``: their names by their ids. None, and a gap, where it has no id."""
    if not is_conversation(item):
        gaps.note(Gap.CONVERSATION)
        return None
    conversation_id = _name(item)
    created = moment(item.get("created")) or now
    messages: dict[str, WholeMessage] = {}
    for one in items(item.get("messages")):
        if (message := _message(conversation_id, members(one), messages, created, gaps)) is not None:
            messages[message.message.id] = message
    head = words(item.get("head"))
    conversation = Conversation(
        id=conversation_id,
        title=words(item.get("title")),
        created=created,
        updated=moment(item.get("updated")) or created,
        head_id=head if head in messages else next(reversed(messages), None),
        titled_by=_titled_by(item),
        pinned=item.get("pinned") is True,
        archived=item.get("archived") is True,
    )
    draft = _draft(members(item.get("draft")), gaps)
    whole = WholeConversation(conversation, tuple(messages.values()), draft, words(item.get("origin")) or None)
    pictures = _pictures(whole.blobs(), members(item.get("blobs")), gaps)
    return Found(whole, pictures, folders.get(words(item.get("folder")), ""))


def read_beside(heads: Iterable[Mapping[str, Any]], gaps: Gaps) -> FoundBeside:
    """What stands before the conversations, of all the files of an archive; of drafts there is room for the first."""
    prompts: dict[str, SavedPrompt] = {}
    draft, pictures = Draft(), dict[str, FoundPicture]()
    for head in heads:
        for one in map(members, items(head.get("prompts"))):
            if (prompt := _prompt(one)) is None:
                gaps.note(Gap.PROMPT)
            else:
                prompts.setdefault(prompt.id, prompt)
        values = members(head.get("draft"))
        if not draft and (draft := _draft(values, gaps)):
            pictures = _pictures(draft.blobs(), members(values.get("blobs")), gaps)
    gaps.turn_to("")
    return FoundBeside(Beside(tuple(prompts.values()), draft), pictures)


def _prompt(values: Mapping[str, Any]) -> SavedPrompt | None:
    name = " ".join(words(values.get("name")).split())[:LONGEST_NAME]
    return SavedPrompt(_name(values), name, words(values.get("text"))) if _name(values) and name else None


def _draft(values: Mapping[str, Any], gaps: Gaps) -> Draft:
    return Draft(words(values.get("text")), tuple(_parts(values, gaps)))


def _name(values: Mapping[str, Any]) -> str:
    name = words(values.get("id"))
    return name if _ID.fullmatch(name) else ""


def _titled_by(item: Mapping[str, Any]) -> TitledBy:
    known = {one.value: one for one in TitledBy}
    return known.get(words(item.get("titled_by")), TitledBy.MODEL)


def _message(
    conversation_id: str, values: Mapping[str, Any], before: Mapping[str, WholeMessage], otherwise: float, gaps: Gaps
) -> WholeMessage | None:
    name, role = _name(values), _ROLES.get(words(values.get("role")))
    if not name or role is None or name in before:
        gaps.note(Gap.MESSAGE)
        return None
    parent = words(values.get("parent")) or None
    if parent is not None and parent not in before:
        gaps.note(Gap.LINK)
        parent = None
    turns = tuple(_turns(values, otherwise))
    message = Message(
        id=name,
        conversation_id=conversation_id,
        parent_id=parent,
        role=role,
        parts=tuple(_parts(values, gaps)),
        created=moment(values.get("created")) or otherwise,
        state=_STATES.get(words(values.get("state")), MessageState.COMPLETE),
        model=words(values.get("model")),
        heard=whole_number(values.get("heard")),
    )
    return WholeMessage(message, turns, tuple(kept_sound.phrases(values)))


def _parts(values: Mapping[str, Any], gaps: Gaps) -> Iterator[Part]:
    for one in items(values.get("parts")):
        part = members(one)
        kind = _KINDS.get(words(part.get("kind")))
        if kind is None:
            gaps.note(Gap.CONTENT, words(part.get("kind")))
        else:
            yield Part(kind, words(part.get("text")), dict(members(part.get("data"))))


def _turns(values: Mapping[str, Any], otherwise: float) -> Iterator[WholeTurn]:
    for one in items(values.get("turns")):
        turn = members(one)
        yield WholeTurn(
            id=words(turn.get("id")),
            state=_STATES.get(words(turn.get("state")), MessageState.COMPLETE),
            started=moment(turn.get("started")) or otherwise,
            ended=moment(turn.get("ended")),
            error=words(turn.get("error")),
            usage=_usage(members(turn.get("usage"))),
            timings=_timings(members(turn.get("timings"))),
        )


def _usage(values: Mapping[str, Any]) -> Usage | None:
    return Usage(**{name: whole_number(values.get(name)) for name in Usage._fields}) if values else None


def _timings(values: Mapping[str, Any]) -> Timings | None:
    return Timings(**{name: seconds(values.get(name)) for name in Timings._fields}) if values else None


def _pictures(wanted: Iterable[str], blobs: Mapping[str, Any], gaps: Gaps) -> dict[str, FoundPicture]:
    found: dict[str, FoundPicture] = {}
    for blob in wanted:
        text = words(blobs.get(blob))
        if not text:
            gaps.note(Gap.PICTURE)
        else:
            found[blob] = FoundPicture(lambda text=text: _decoded(text), is_fit=True)  # type: ignore[misc]
    return found


def _decoded(text: str) -> bytes | None:
    if len(text) > LARGEST_PICTURE * 4 // 3 + 4:
        return None
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return None
