"""Files as other programs export them, written by hand: small, and with what each format is known for."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def write_json(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value), "utf-8")
    return path


def write_zip(path: Path, files: Mapping[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


# ChatGPT


def node(
    name: str,
    parent: str | None,
    role: str = "",
    content: Json | str | None = None,
    *,
    created: float | None = None,
    recipient: str = "all",
    author: str | None = None,
    data: Json | None = None,
    **others: Any,
) -> Json:
    """A node of a mapping; without a role, one that has no message. A text stands for itself."""
    if not role:
        return {"id": name, "message": None, "parent": parent, "children": []}
    told = {"content_type": "text", "parts": [content]} if isinstance(content, str) else content
    message = {
        "id": name,
        "author": {"role": role, "name": author, "metadata": {}},
        "create_time": created,
        "update_time": None,
        "content": told,
        "status": "finished_successfully",
        "end_turn": None,
        "weight": 1.0,
        "metadata": data or {},
        "recipient": recipient,
        "channel": None,
        **others,
    }
    return {"id": name, "message": message, "parent": parent, "children": []}


def chatgpt(name: str, nodes: Sequence[Json], *, current: str | None = None, title: str | None = None) -> Json:
    mapping = {one["id"]: one for one in nodes}
    for one in nodes:
        if one["parent"] in mapping:
            mapping[one["parent"]]["children"].append(one["id"])
    return {
        "title": f"About {name}" if title is None else title,
        "create_time": 1_700_000_000.5,
        "update_time": 1_700_000_900.25,
        "mapping": mapping,
        "moderation_results": [],
        "current_node": current or nodes[-1]["id"],
        "conversation_id": name,
        "id": name,
        "default_model_slug": "gpt-4o",
        "is_archived": False,
    }


def plain_chat(name: str, *texts: str, start: float = 1_700_000_001.0) -> Json:
    """Question, answer, question, answer..., a second apart."""
    nodes = [node(f"{name}-root", None)]
    for number, text in enumerate(texts):
        role = "user" if number % 2 == 0 else "assistant"
        nodes.append(node(f"{name}-{number}", nodes[-1]["id"], role, text, created=start + number))
    return chatgpt(name, nodes)


# Open WebUI


def webui_message(name: str, parent: str | None, role: str, content: object, stamp: float, **others: Any) -> Json:
    return {
        "id": name,
        "parentId": parent,
        "childrenIds": [],
        "role": role,
        "content": content,
        "timestamp": stamp,
        **others,
    }


def open_webui(name: str, messages: Sequence[Json], *, current: str | None = None, **others: Any) -> Json:
    return {
        "id": name,
        "user_id": "somebody",
        "title": f"About {name}",
        "chat": {
            "id": "",
            "title": f"About {name}",
            "models": ["llama3.1:latest"],
            "params": {},
            "history": {
                "messages": {one["id"]: one for one in messages},
                "currentId": current or messages[-1]["id"],
            },
            "messages": [],
            "tags": [],
            "timestamp": 1_700_000_000_000,
        },
        "updated_at": 1_700_000_500,
        "created_at": 1_700_000_000,
        "share_id": None,
        "archived": False,
        "pinned": False,
        "meta": {},
        "folder_id": None,
        **others,
    }


# LibreChat

NO_PARENT = "00000000-0000-0000-0000-000000000000"


def libre_message(name: str, parent: str, text: str, *, by_user: bool, second: int, **others: Any) -> Json:
    return {
        "messageId": name,
        "parentMessageId": parent,
        "conversationId": "a conversation",
        "sender": "User" if by_user else "GPT-4o",
        "isCreatedByUser": by_user,
        "text": text,
        "model": None if by_user else "gpt-4o",
        "error": False,
        "unfinished": False,
        "createdAt": f"2024-05-01T16:35:{second:02}.250Z",
        **others,
    }


def librechat(name: str, messages: Sequence[Json], *, nested: bool = False) -> Json:
    head: Json = {
        "conversationId": name,
        "endpoint": "openAI",
        "title": f"About {name}",
        "exportAt": "13:18:04 GMT-0400 (Eastern Daylight Time)",
        "branches": True,
        "recursive": nested,
        "options": {"model": "gpt-4o", "temperature": 1},
    }
    if not nested:
        return {**head, "messages": list(messages)}
    known = {one["messageId"]: {**one, "children": []} for one in messages}
    roots: list[Json] = []
    for one in known.values():
        (known[one["parentMessageId"]]["children"] if one["parentMessageId"] in known else roots).append(one)
    return {**head, "messagesTree": roots}
