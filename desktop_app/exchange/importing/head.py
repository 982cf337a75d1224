"""What the beginning of a JSON text tells: where its conversations are, and of our own what stands before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import ijson
from ijson.common import ObjectBuilder

from desktop_app.domain.errors import ExportNotUnderstood
from desktop_app.exchange.importing.values import items, members, words

AT_ONCE: Final = 64 * 1024
"""Bytes that are read of a file at a time."""
_VERSION = 1
_LISTS = {"conversations", "chats", "data"}
_OWN = {"mapping", "chat", "history", "messages", "messagesTree", "conversationId"}
"""Members that only a conversation itself has."""
_BEFORE = {"folders", "prompts", "draft"}


class _Readable(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(slots=True)
class Head:
    """``prefix`` for ijson: "item": the text is a list; "": it is one conversation itself.

    ``before``: of our own file the members before its conversations, by their names. ``has_sounds``: kept sound stands
    behind them.
    """

    prefix: str = ""
    is_ours: bool = False
    has_sounds: bool = False
    before: Mapping[str, Any] = field(default_factory=dict)

    @property
    def folders(self) -> dict[str, str]:
        """Our folders' names by their ids."""
        return {words(one.get("id")): words(one.get("name")) for one in map(members, items(self.before.get("folders")))}

    @property
    def has_beside(self) -> bool:
        """Whether our own file has something beside its conversations."""
        return bool(self.before.get("prompts") or self.before.get("draft"))


def look(file: _Readable) -> Head:
    """Reads until the conversations begin. Raises ``ExportNotUnderstood`` for a later version of our own format."""
    head, builders = Head(), dict[str, ObjectBuilder]()
    for place, event, value in ijson.parse(file, use_float=True, buf_size=AT_ONCE):
        if (prefix := _prefix(place, event, value)) is not None:
            head.prefix = prefix
            break
        if place == "format":
            head.is_ours = value == "aloud"
        elif place == "version" and head.is_ours and value != _VERSION:
            raise ExportNotUnderstood("This file was written by a newer version of Aloud.")
        elif place == "has_sounds":
            head.has_sounds = head.is_ours and value is True
        elif head.is_ours and (name := place.partition(".")[0]) in _BEFORE:
            builders.setdefault(name, ObjectBuilder()).event(event, value)
    head.before = {name: builder.value for name, builder in builders.items()}
    return head


def _prefix(place: str, event: str, value: object) -> str | None:
    """None: the conversations have not begun yet."""
    if not place and event == "start_array":
        return "item"
    if event == "start_array" and place in _LISTS:
        return f"{place}.item"
    return "" if not place and event == "map_key" and value in _OWN else None
