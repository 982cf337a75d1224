"""A path of messages as the API takes it."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.chat.provider import ChatRequest
from desktop_app.domain.attachments import blob_of, name_of
from desktop_app.domain.messages import Message, Part, PartKind, Role

ApiMessage = dict[str, object]

_HEARD_NOTE = "[I stopped your voice after “{words}”. What you wrote behind it, I have not heard.]"
_LAST_WORDS = 8
_NOT_SHOWN = "[I attached a picture{name} here. You cannot see it.]"
_BACKTICKS = re.compile("`+")


def api_messages(request: ChatRequest, pictures: Mapping[str, bytes] | None = None) -> list[ApiMessage]:
    """The system prompt first, then the path; answers that brought no text are left out, partial ones are kept.

    The prompt has the role "system": OpenAI takes it for "developer", and most compatible servers know only "system".
    ``pictures`` by their blobs; of any other picture, words say that it is not there.
    """
    prompt: list[ApiMessage] = []
    if request.system_prompt.strip():
        prompt = [{"role": "system", "content": request.system_prompt}]
    path = _as_heard(request.messages) if request.tell_heard else request.messages
    return prompt + [_api_message(message, pictures or {}) for message in path if _is_sent(message)]


def _as_heard(messages: Sequence[Message]) -> list[Message]:
    """The path as the listener heard it: each answer ends where its voice was stopped, and the next question says so.

    The answer is cut rather than annotated, since small models go on from where their text ends and would learn to
    write notes; the note stands with the question, since many servers take a system message only at the beginning.
    """
    path: list[Message] = []
    note = ""
    for message in messages:
        if message.role is Role.USER and note:
            path.append(replace(message, parts=(Part(PartKind.TEXT, note), *message.parts)))
            note = ""
        elif message.role is Role.ASSISTANT and message.heard is not None:
            heard = message.text[: message.heard].rstrip()
            note = _HEARD_NOTE.format(words=" ".join(heard.split()[-_LAST_WORDS:])) if heard else ""
            path.append(replace(message, parts=(Part(PartKind.TEXT, heard),)))
        else:
            path.append(message)
    return path


def _is_sent(message: Message) -> bool:
    match message.role:
        case Role.USER:
            return True
        case Role.ASSISTANT:
            return bool(message.text.strip())
        case Role.TOOL:  # a result is only understood behind its call, and calls are not sent yet
            return False


def _api_message(message: Message, pictures: Mapping[str, bytes]) -> ApiMessage:
    """Plain text as a string, which every server takes; a list of typed parts only where there is more than text.

    A picture within an answer, as an imported one may have, stays here: only questions may have some.
    """
    sent = [part for part in message.parts if message.role is Role.USER or part.kind is not PartKind.IMAGE]
    parts = [content for part in sent if (content := _content(part, pictures)) is not None]
    if all(part["type"] == "text" for part in parts):
        return {"role": message.role.value, "content": "\n\n".join(str(part["text"]) for part in parts)}
    return {"role": message.role.value, "content": parts}


def _content(part: Part, pictures: Mapping[str, bytes]) -> ApiMessage | None:
    """One part as the API knows it; None for kinds that are not sent back, as reasoning is not."""
    match part.kind:
        case PartKind.TEXT:
            return {"type": "text", "text": part.text}
        case PartKind.FILE:
            return {"type": "text", "text": fenced(part.text, name_of(part))}
        case PartKind.IMAGE if (content := pictures.get(blob_of(part))) is not None:
            address = f"data:{part.data.get('media_type', 'image/png')};base64,{base64.b64encode(content).decode()}"
            return {"type": "image_url", "image_url": {"url": address}}
        case PartKind.IMAGE:
            return {"type": "text", "text": _NOT_SHOWN.format(name=f" “{name_of(part)}”" if name_of(part) else "")}
        case _:
            return None


def fenced(text: str, name: str) -> str:
    """A file's words under its name, within a fence that is longer than any in them."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    language = ending if ending.isalnum() and ending not in {"txt", "pdf"} else ""
    return f"{name}:\n\n{fence}{language}\n{text.rstrip()}\n{fence}"
