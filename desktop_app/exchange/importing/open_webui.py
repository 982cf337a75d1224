"""One chat of Open WebUI's export: ``chat.history.messages`` is a tree by ``parentId``; older files have a plain list.

Thinking and the calls of tools stand there in an answer's own words, as ``<details type="reasoning">``; here they are
parts.
"""

from __future__ import annotations

import html
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

_DETAILS = re.compile(r'<details type="(reasoning|tool_calls|code_interpreter)"([^>]*)>(.*?)</details>\n?', re.DOTALL)
_SUMMARY = re.compile(r"<summary>.*?</summary>", re.DOTALL)
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_FOLDER_FILE = re.compile(r"folder-(.+)-export-\d{10,}.*\.json", re.IGNORECASE)
_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}


def is_conversation(item: Mapping[str, Any]) -> bool:
    chat = _chat(item)
    return isinstance(members(chat.get("history")).get("messages"), dict) or (
        "chat" in item and isinstance(chat.get("messages"), list)
    )


def read(item: Mapping[str, Any], assets: Assets, gaps: Gaps, now: float) -> Found | None:
    """None where it has nothing that is shown."""
    chat = _chat(item)
    title = words(item.get("title")) or words(chat.get("title"))
    created = moment(item.get("created_at")) or moment(chat.get("timestamp"))
    name = words(item.get("id")) or words(chat.get("id")) or f"{title}/{created}"
    origin = f"open-webui:{name}"
    if words(chat.get("system")).strip() or words(members(chat.get("params")).get("system")).strip():
        gaps.note(Gap.INSTRUCTIONS)
    reader = _Reader(origin, gaps)
    history = members(chat.get("history"))
    tree = members(history.get("messages"))
    nodes = reader.tree(tree) if tree else reader.line(items(chat.get("messages")))
    about = About(
        origin=origin,
        title=title,
        created=created,
        updated=moment(item.get("updated_at")),
        current=words(history.get("currentId")) if tree else next(reversed(nodes), ""),
        pinned=item.get("pinned") is True,
        archived=item.get("archived") is True,
    )
    whole = assemble(about, nodes, gaps, now)
    return None if whole is None else Found(whole, reader.pictures, _folder(item, assets.file_name, gaps))


def _folder(item: Mapping[str, Any], file_name: str, gaps: Gaps) -> str:
    """A chat tells its folder's id only; the export of one folder has its name in the file's, with what lies below."""
    if tags := items(members(item.get("meta")).get("tags")):
        gaps.note(Gap.TAG, count=len(tags))  # several to a chat, and most of them are a model's
    if not words(item.get("folder_id")):
        return ""
    if not (found := _FOLDER_FILE.fullmatch(file_name)):
        gaps.note(Gap.FOLDER)
        return ""
    return " ".join(found.group(1).split())


def _chat(item: Mapping[str, Any]) -> Mapping[str, Any]:
    return members(item.get("chat")) or item


@dataclass(slots=True)
class _Reader:
    origin: str
    gaps: Gaps
    pictures: dict[str, FoundPicture] = field(default_factory=dict)

    def tree(self, tree: Mapping[str, Any]) -> dict[str, Node]:
        return {key: self._node(key, words(members(one).get("parentId")), members(one)) for key, one in tree.items()}

    def line(self, messages: Any) -> dict[str, Node]:
        """Messages one after another, as they were before there were branches."""
        nodes: dict[str, Node] = {}
        before = ""
        for number, one in enumerate(messages):
            key = words(members(one).get("id")) or str(number)
            nodes[key] = self._node(key, before, members(one))
            before = key
        return nodes

    def _node(self, key: str, parent: str, message: Mapping[str, Any]) -> Node:
        node = Node(key, parent or None, is_shown=False)
        name = words(message.get("role"))
        if name == "system":
            self.gaps.note(Gap.INSTRUCTIONS)
            return node
        if name not in _ROLES:
            self.gaps.note(Gap.ROLE if name else Gap.MESSAGE, name)
            return node
        node.role = _ROLES[name]
        node.parts = [*self._content(key, message), *self._files(key, message)]
        node.created = moment(message.get("timestamp"))
        if node.role is Role.ASSISTANT:
            node.model = words(message.get("model")) or words(message.get("modelName"))
            node.state = _state(message)
            node.usage = _usage(message)
            if message.get("sources") or message.get("citations"):
                self.gaps.note(Gap.SOURCES)
        node.is_shown = bool(node.parts) or node.state is MessageState.FAILED
        return node

    def _content(self, key: str, message: Mapping[str, Any]) -> Iterator[Part]:
        content = message.get("content")
        if isinstance(content, str):
            yield from _told(content) if message.get("role") == "assistant" else text_part(content)
            return
        for number, one in enumerate(items(content)):
            part = members(one)
            kind = words(part.get("type"))
            if kind == "text":
                yield from text_part(words(part.get("text")))
            elif kind == "image_url":
                address = words(members(part.get("image_url")).get("url"))
                yield self._picture(key, number, address, "")
            else:
                self.gaps.note(Gap.CONTENT, kind)

    def _files(self, key: str, message: Mapping[str, Any]) -> Iterator[Part]:
        for number, one in enumerate(items(message.get("files")), 1000):
            attached = members(one)
            kind, name = words(attached.get("type")), words(attached.get("name"))
            if kind == "image" or words(attached.get("content_type")).startswith("image/"):
                yield self._picture(key, number, words(attached.get("url")), name)
                continue
            file = members(attached.get("file"))
            text = words(members(file.get("data")).get("content"))[:LARGEST_TEXT]
            if not text:
                self.gaps.note(Gap.DOCUMENT)
            data = members(file.get("meta"))
            name = name or words(file.get("filename")) or words(data.get("name"))
            if name:
                size = whole_number(data.get("size")) or whole_number(attached.get("size")) or len(text)
                yield file_part(text, name, words(data.get("content_type")) or "text/plain", size)

    def _picture(self, key: str, number: int, address: str, name: str) -> Part:
        return picture_part(ids.picture_id(self.origin, key, number), address, name, self.pictures, self.gaps)


def _told(text: str) -> Iterator[Part]:
    """An answer's words, and between them what it thought and which tools it called."""
    at = 0
    for found in _DETAILS.finditer(text):
        yield from text_part(text[at : found.start()].strip("\n"))
        at = found.end()
        kind, attributes, body = found.groups()
        inner = _QUOTED.sub("", html.unescape(_SUMMARY.sub("", body)).strip())
        if kind == "reasoning":
            if inner:
                yield Part(PartKind.REASONING, inner)
        else:
            told = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
            called = {"name": told.get("name") or kind, "arguments": _unquoted(told.get("arguments", ""))}
            yield Part(PartKind.TOOL_CALL, "", {**called, "id": told["id"]} if told.get("id") else called)
            if result := _unquoted(told.get("result", "") or told.get("output", "")) or inner:
                yield Part(PartKind.TOOL_RESULT, result, {"name": called["name"]})
    yield from text_part(text[at:].lstrip("\n") if at else text)


def _unquoted(value: str) -> str:
    """What was written as a JSON text within an attribute."""
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return value
    return found if isinstance(found, str) else value


def _state(message: Mapping[str, Any]) -> MessageState:
    if message.get("error"):
        return MessageState.FAILED
    return MessageState.INTERRUPTED if message.get("done") is False else MessageState.COMPLETE


def _usage(message: Mapping[str, Any]) -> Usage | None:
    told = members(message.get("usage")) or members(message.get("info"))
    sent = whole_number(told.get("prompt_tokens", told.get("prompt_eval_count", told.get("input_tokens"))))
    written = whole_number(told.get("completion_tokens", told.get("eval_count", told.get("output_tokens"))))
    return Usage(input=sent, output=written) if sent is not None or written is not None else None
