"""A path of messages as the API takes it."""

from __future__ import annotations

from desktop_app.chat.provider import ChatRequest
from desktop_app.domain.messages import Message, Part, PartKind, Role

ApiMessage = dict[str, object]


def api_messages(request: ChatRequest) -> list[ApiMessage]:
    """The system prompt first, then the path; answers that brought no text are left out, partial ones are kept.

    The prompt has the role "system": OpenAI takes it for "developer", and most compatible servers know only "system".
    """
    prompt: list[ApiMessage] = []
    if request.system_prompt.strip():
        prompt = [{"role": "system", "content": request.system_prompt}]
    return prompt + [_api_message(message) for message in request.messages if _is_sent(message)]


def _is_sent(message: Message) -> bool:
    match message.role:
        case Role.USER:
            return True
        case Role.ASSISTANT:
            return bool(message.text.strip())
        case Role.TOOL:  # a result is only understood behind its call, and calls are not sent yet
            return False


def _api_message(message: Message) -> ApiMessage:
    """Plain text as a string, which every server takes; a list of typed parts only where there is more than text."""
    parts = [content for part in message.parts if (content := _content(part)) is not None]
    if all(part["type"] == "text" for part in parts):
        return {"role": message.role.value, "content": message.text}
    return {"role": message.role.value, "content": parts}


def _content(part: Part) -> ApiMessage | None:
    """One part as the API knows it; None for kinds that are not sent back, as reasoning is not."""
    match part.kind:
        case PartKind.TEXT:
            return {"type": "text", "text": part.text}
        case _:
            return None
