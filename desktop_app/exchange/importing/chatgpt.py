"""One conversation of ChatGPT's export: the item of ``conversations.json`` with a ``mapping`` of nodes.

There an answer is a chain of nodes: thoughts, a call of a tool, what it gave, the words. Here it is one message of as
many parts. What ChatGPT itself hides (empty system messages, memories, its own notes) stays hidden; of words among it
that somebody wrote, the instructions, a gap tells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain.attachments import LARGEST_TEXT, file_part
from desktop_app.domain.importing import Gap
from desktop_app.domain.messages import MessageState, Part, PartKind, Role
from desktop_app.exchange.importing import ids
from desktop_app.exchange.importing.assets import Assets
from desktop_app.exchange.importing.chatgpt_citations import with_links
from desktop_app.exchange.importing.found import About, Found, FoundPicture, Node, assemble, text_part
from desktop_app.exchange.importing.gaps import Gaps
from desktop_app.exchange.importing.values import items, members, moment, whole_number, words

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT, "tool": Role.TOOL}
_TO_ALL = {"", "all", "assistant"}
_NEW_CANVAS = "canmore.create_textdoc"
_CONTEXT = {"user_editable_context", "model_editable_context"}
_SILENT = {"reasoning_recap", "app_pairing_content", "computer_initialize_state"}
_SOUND = {"audio_asset_pointer", "real_time_user_audio_video_asset_pointer"}
_ENDS = {"max_tokens": MessageState.TRUNCATED, "interrupted": MessageState.STOPPED}
_STATES = {"in_progress": MessageState.INTERRUPTED, "error": MessageState.FAILED}
_PROJECT = "g-p-"
"""So begins the id of a project; its name is in no export."""
_PLACES = ("gizmo_id", "conversation_template_id")
_BACKTICKS = re.compile(r"`{3,}")


def is_conversation(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("mapping"), dict)


def read(item: Mapping[str, Any], assets: Assets, gaps: Gaps, now: float) -> Found | None:
    """None where it has nothing that is shown."""
    name = words(item.get("conversation_id")) or words(item.get("id"))
    origin = f"chatgpt:{name}" if name else f"chatgpt:{words(item.get('title'))}/{item.get('create_time')}"
    reader = _Reader(origin, words(item.get("default_model_slug")), assets, gaps)
    nodes = {key: reader.node(key, members(node)) for key, node in members(item.get("mapping")).items()}
    about = About(
        origin=origin,
        title=words(item.get("title")),
        created=moment(item.get("create_time")),
        updated=moment(item.get("update_time")),
        current=words(item.get("current_node")),
        pinned=moment(item.get("pinned_time")) is not None,
        archived=item.get("is_archived") is True,
    )
    whole = assemble(about, nodes, gaps, now)
    if whole is not None and any(words(item.get(name)).startswith(_PROJECT) for name in _PLACES):
        gaps.note(Gap.FOLDER)
    return None if whole is None else Found(whole, reader.pictures)


@dataclass(slots=True)
class _Reader:
    origin: str
    model: str
    assets: Assets
    gaps: Gaps
    pictures: dict[str, FoundPicture] = field(default_factory=dict)

    def node(self, key: str, node: Mapping[str, Any]) -> Node:
        made = Node(key, words(node.get("parent")) or None, is_shown=False)
        message = members(node.get("message"))
        if not message:
            return made
        name = words(members(message.get("author")).get("role"))
        content = members(message.get("content"))
        data = members(message.get("metadata"))
        if self._is_hidden(name, message, content, data):
            return made
        if name not in _ROLES:
            self.gaps.note(Gap.ROLE, name)
            return made
        made.role = _ROLES[name]
        made.parts = [*self._parts(key, made.role, message, content), *self._documents(data, content)]
        made.is_shown = bool(made.parts)
        made.joins = made.role is not Role.USER
        made.created = moment(message.get("create_time"))
        if made.joins:
            made.model = words(data.get("model_slug")) or self.model
            made.state = _state(message, data)
        return made

    def _is_hidden(
        self, role: str, message: Mapping[str, Any], content: Mapping[str, Any], data: Mapping[str, Any]
    ) -> bool:
        kind = words(content.get("content_type"))
        if kind in _CONTEXT:
            if any(words(value).strip() for key, value in content.items() if key != "content_type"):
                self.gaps.note(Gap.INSTRUCTIONS)
            return True
        if role == "system":
            if any(words(part).strip() for part in items(content.get("parts"))):
                self.gaps.note(Gap.INSTRUCTIONS)
            return True
        return kind in _SILENT or data.get("is_visually_hidden_from_conversation") is True or message.get("weight") == 0

    # The parts of a message

    def _parts(self, key: str, role: Role, message: Mapping[str, Any], content: Mapping[str, Any]) -> list[Part]:
        kind = words(content.get("content_type"))
        recipient = words(message.get("recipient"))
        author = words(members(message.get("author")).get("name"))
        match kind:
            case "text" | "multimodal_text":
                parts = list(self._mixed(key, items(content.get("parts"))))
            case "thoughts":
                return _thoughts(content)
            case "code" | "tether_browsing_code":
                if role is Role.ASSISTANT and recipient in _TO_ALL:
                    return text_part(_fenced(words(content.get("text")), words(content.get("language"))))
                parts = text_part(words(content.get("text")))
            case "computer_output":
                parts = list(self._mixed(key, [members(content.get("screenshot"))]))
            case _:
                parts = text_part(self._other_text(kind, content))
        if role is Role.TOOL:
            return [_as_result(part, author) for part in parts]
        if role is Role.ASSISTANT and recipient not in _TO_ALL:
            return [_as_call(part, recipient, words(content.get("language"))) for part in parts]
        return [_with_links(part, members(message.get("metadata"))) for part in parts]

    def _mixed(self, key: str, found: Any) -> Iterator[Part]:
        for number, one in enumerate(found):
            if isinstance(one, str):
                yield from text_part(one)
                continue
            part = members(one)
            kind = words(part.get("content_type")) or words(part.get("type"))
            if kind == "image_asset_pointer":
                yield self._picture(key, number, part)
            elif kind in {"audio_transcription", "text"}:
                yield from text_part(words(part.get("text")))
            elif kind in _SOUND:
                self.gaps.note(Gap.SOUND)
            elif "video" in kind:
                self.gaps.note(Gap.VIDEO)
            elif part:
                self.gaps.note(Gap.CONTENT, kind)

    def _picture(self, key: str, number: int, part: Mapping[str, Any]) -> Part:
        pointer = words(part.get("asset_pointer"))
        blob = ids.picture_id(self.origin, key, number)
        if self.assets.has(pointer):
            self.pictures[blob] = FoundPicture(lambda: self.assets.read(pointer))
        else:
            self.gaps.note(Gap.PICTURE)
        return Part(PartKind.IMAGE, "", {"name": "", "blob": blob})

    def _documents(self, data: Mapping[str, Any], content: Mapping[str, Any]) -> Iterator[Part]:
        """What was attached, but for the pictures that stand in the content itself."""
        shown = " ".join(words(members(one).get("asset_pointer")) for one in items(content.get("parts")))
        for one in items(data.get("attachments")):
            attached = members(one)
            pointer, name = words(attached.get("id")), words(attached.get("name"))
            if not name or (pointer and pointer in shown):
                continue
            media_type = words(attached.get("mime_type")) or words(attached.get("mimeType"))
            text = self._document_text(pointer)
            if not text:
                self.gaps.note(Gap.DOCUMENT)
            yield file_part(text, name, media_type, whole_number(attached.get("size")) or 0)

    def _document_text(self, pointer: str) -> str:
        content = self.assets.read(pointer, LARGEST_TEXT) if pointer else None
        try:
            text = content.decode("utf-8-sig") if content is not None else ""
        except UnicodeDecodeError:
            return ""
        return "" if "\0" in text else text

    def _other_text(self, kind: str, content: Mapping[str, Any]) -> str:
        """What is to be read of a kind that has no parts; one that we have never heard of is told of."""
        match kind:
            case "execution_output":
                return words(content.get("text"))
            case "tether_quote" | "sonic_webpage":
                heads = (words(content.get("title")), words(content.get("url")), words(content.get("text")))
                return "\n".join(line for line in heads if line)
            case "tether_browsing_display":
                return words(content.get("result")) or words(content.get("summary"))
            case "system_error":
                return ": ".join(filter(None, (words(content.get("name")), words(content.get("text")))))
            case "citable_code_output":
                return words(content.get("output_str"))
        self.gaps.note(Gap.CONTENT, kind)
        texts = [words(content.get(name)) for name in ("text", "result", "content")]
        return "\n\n".join(filter(None, [*texts, *(words(part) for part in items(content.get("parts")))]))


def _thoughts(content: Mapping[str, Any]) -> list[Part]:
    thoughts = [members(one) for one in items(content.get("thoughts"))]
    texts = ["\n\n".join(filter(None, (words(one.get("summary")), words(one.get("content"))))) for one in thoughts]
    text = "\n\n".join(filter(None, texts))
    return [Part(PartKind.REASONING, text)] if text else []


def _as_result(part: Part, author: str) -> Part:
    return part if part.kind is not PartKind.TEXT else Part(PartKind.TOOL_RESULT, part.text, {"name": author})


def _as_call(part: Part, recipient: str, language: str) -> Part:
    """A canvas is words that were meant to be read; all else that goes to a tool is a call of it."""
    if part.kind is not PartKind.TEXT:
        return part
    if recipient == _NEW_CANVAS and (shown := _canvas(part.text)):
        return Part(PartKind.TEXT, shown)
    data = {"name": recipient, "arguments": part.text}
    return Part(PartKind.TOOL_CALL, "", {**data, "language": language} if language not in {"", "unknown"} else data)


def _canvas(arguments: str) -> str:
    try:
        made = members(json.loads(arguments))
    except (ValueError, RecursionError):
        return ""
    text, kind = words(made.get("content")), words(made.get("type"))
    if kind.startswith("code"):
        text = _fenced(text, kind.partition("/")[2])
    name = words(made.get("name"))
    return f"**{name}**\n\n{text}" if name and text else text


def _fenced(code: str, language: str) -> str:
    if not code.strip():
        return ""
    longest = max((len(run) for run in _BACKTICKS.findall(code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language if language != 'unknown' else ''}\n{code.rstrip()}\n{fence}"


def _with_links(part: Part, data: Mapping[str, Any]) -> Part:
    return part if part.kind is not PartKind.TEXT else Part(PartKind.TEXT, with_links(part.text, data))


def _state(message: Mapping[str, Any], data: Mapping[str, Any]) -> MessageState:
    ended = _ENDS.get(words(members(data.get("finish_details")).get("type")))
    return ended or _STATES.get(words(message.get("status")), MessageState.COMPLETE)
