"""One conversation of LibreChat's export, in both its shapes: messages that name their parents, or nested ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain.attachments import LARGEST_TEXT, file_part
from desktop_app.domain.importing import Gap
from desktop_app.domain.messages import MessageState, Part, PartKind, Role
from desktop_app.domain.usage import Usage
from desktop_app.exchange.importing import ids
from desktop_app.exchange.importing.assets import Assets
from desktop_app.exchange.importing.found import About, Found, FoundPicture, Node, assemble, picture_part, text_part
from desktop_app.exchange.importing.gaps import Gaps
from desktop_app.exchange.importing.values import items, members, moment, whole_number, words

_NO_PARENT = "00000000-0000-0000-0000-000000000000"
_THINKING = re.compile(r"\s*:::thinking\n(.*?)\n:::\n?", re.DOTALL)
_SYSTEM = ("promptPrefix", "system", "instructions", "additional_instructions")


def is_conversation(item: Mapping[str, Any]) -> bool:
    return "conversationId" in item and ("messages" in item or "messagesTree" in item)


def read(item: Mapping[str, Any], _assets: Assets, gaps: Gaps, now: float) -> Found | None:
    """None where it has nothing that is shown."""
    title = words(item.get("title"))
    origin = f"librechat:{words(item.get('conversationId')) or title}"
    options = members(item.get("options"))
    if any(words(options.get(name)).strip() for name in _SYSTEM):
        gaps.note(Gap.INSTRUCTIONS)
    reader = _Reader(origin, gaps)
    nodes: dict[str, Node] = {}
    for number, (parent, message) in enumerate(_flat(item)):
        key = words(message.get("messageId")) or str(number)
        nodes[key] = reader.node(key, parent, message)
    created, updated = moment(item.get("createdAt")), moment(item.get("updatedAt"))
    about = About(
        origin=origin,
        title="" if title == "New Chat" else title,
        created=created,
        updated=updated,
        archived=item.get("isArchived") is True,
    )
    whole = assemble(about, nodes, gaps, now)
    return None if whole is None else Found(whole, reader.pictures, _folder(item, gaps))


def _folder(item: Mapping[str, Any], gaps: Gaps) -> str:
    """Its bookmarks are tags that a person gave: the first of them is what is a folder here."""
    tags = [name for one in items(item.get("tags")) if (name := " ".join(words(one).split()))]
    if len(tags) > 1:
        gaps.note(Gap.TAG, count=len(tags) - 1)
    return tags[0] if tags else ""


def _flat(item: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each message with the id of its parent, parents first, however deep they are nested."""
    listed = item.get("messagesTree") or item.get("messages")
    waiting = [("", members(one)) for one in (listed if isinstance(listed, list) else [listed])][::-1]
    while waiting:
        above, message = waiting.pop()
        parent = above or words(message.get("parentMessageId"))
        yield "" if parent == _NO_PARENT else parent, message
        name = words(message.get("messageId"))
        waiting += [(name, members(one)) for one in reversed(items(message.get("children")))]


@dataclass(slots=True)
class _Reader:
    origin: str
    gaps: Gaps
    pictures: dict[str, FoundPicture] = field(default_factory=dict)

    def node(self, key: str, parent: str, message: Mapping[str, Any]) -> Node:
        node = Node(key, parent or None, is_shown=False)
        if not message:
            self.gaps.note(Gap.MESSAGE)
            return node
        is_user = message.get("isCreatedByUser") is True or words(message.get("sender")).lower() == "user"
        node.role = Role.USER if is_user else Role.ASSISTANT
        node.parts = [*self._parts(key, message), *self._files(key, message)]
        node.created = moment(message.get("createdAt")) or moment(message.get("updatedAt"))
        if not is_user:
            node.model = words(message.get("model"))
            node.state = _state(message)
            tokens = whole_number(message.get("tokenCount"))
            node.usage = Usage(output=tokens) if tokens is not None else None
        node.is_shown = bool(node.parts) or node.state is MessageState.FAILED
        return node

    def _parts(self, key: str, message: Mapping[str, Any]) -> Iterator[Part]:
        content = [members(one) for one in items(message.get("content")) if one]
        if not content:
            yield from _told(words(message.get("text")))
            return
        for number, part in enumerate(content):
            yield from self._part(key, number, part)

    def _part(self, key: str, number: int, part: Mapping[str, Any]) -> Iterator[Part]:
        match words(part.get("type")):
            case "text":
                yield from _told(_value(part.get("text")))
            case "think":
                if thought := _value(part.get("think")).strip():
                    yield Part(PartKind.REASONING, thought)
            case "tool_call":
                yield from _call(members(part.get("tool_call")))
            case "error":
                yield from text_part(_value(part.get("error")) or _value(part.get("text")))
            case "image_url":
                address = members(part.get("image_url")).get("url") or part.get("image_url")
                yield self._picture(key, number, words(address), "")
            case "image_file":
                file = members(part.get("image_file"))
                yield self._picture(key, number, words(file.get("filepath")), words(file.get("filename")))
            case "input_audio":
                self.gaps.note(Gap.SOUND)
            case "video_url":
                self.gaps.note(Gap.VIDEO)
            case other:
                self.gaps.note(Gap.CONTENT, other)

    def _files(self, key: str, message: Mapping[str, Any]) -> Iterator[Part]:
        for number, one in enumerate([*items(message.get("files")), *items(message.get("attachments"))], 1000):
            file = members(one)
            kind, name = words(file.get("type")), words(file.get("filename"))
            if kind.startswith("image/") or whole_number(file.get("width")) is not None:
                yield self._picture(key, number, words(file.get("preview")) or words(file.get("filepath")), name)
            elif name:
                text = words(file.get("text"))[:LARGEST_TEXT]
                if not text:
                    self.gaps.note(Gap.DOCUMENT)
                yield file_part(text, name, kind or "text/plain", whole_number(file.get("bytes")) or len(text))
            elif file:
                self.gaps.note(Gap.SOURCES)  # what a search of the web or of files had found

    def _picture(self, key: str, number: int, address: str, name: str) -> Part:
        return picture_part(ids.picture_id(self.origin, key, number), address, name, self.pictures, self.gaps)


def _value(told: object) -> str:
    return words(told) or words(members(told).get("value"))


def _told(text: str) -> Iterator[Part]:
    """An answer's words; the thinking that older versions put before them is a part of its own."""
    if found := _THINKING.match(text):
        yield Part(PartKind.REASONING, found.group(1).strip())
        text = text[found.end() :]
    yield from text_part(text)


def _call(call: Mapping[str, Any]) -> Iterator[Part]:
    function = members(call.get("function"))
    told = function or members(call.get("code_interpreter")) or call
    name = words(call.get("name")) or words(function.get("name")) or words(call.get("type")) or "tool"
    arguments = told.get("args", told.get("arguments", told.get("input", "")))
    data = {"name": name, "arguments": arguments if isinstance(arguments, str) else _as_json(arguments)}
    yield Part(PartKind.TOOL_CALL, "", {**data, "id": words(call.get("id"))} if words(call.get("id")) else data)
    output = words(call.get("output")) or words(function.get("output"))
    if output.strip():
        yield Part(PartKind.TOOL_RESULT, output, {"name": name})


def _as_json(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except (RecursionError, ValueError):
        return ""


def _state(message: Mapping[str, Any]) -> MessageState:
    if message.get("error") is True:
        return MessageState.FAILED
    if words(message.get("finish_reason")) == "length":
        return MessageState.TRUNCATED
    return MessageState.STOPPED if message.get("unfinished") is True else MessageState.COMPLETE
