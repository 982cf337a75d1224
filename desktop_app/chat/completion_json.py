"""Reads what /chat/completions sends, forgiving what compatible servers do to it.

A field of the wrong type makes the event ``Unreadable``; a field that is missing or unknown does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop_app.chat.provider import ChatEvent, Done, Reasoning, Text, Tokens, Unreadable
from desktop_app.domain.turn import FinishReason
from desktop_app.domain.usage import Usage

_REASONING_FIELDS = ("reasoning_content", "reasoning")
_LENGTH = {"length", "max_tokens"}
_FAILURES = {"error", "cancelled"}


def read_choice(body: Mapping[str, object]) -> list[ChatEvent]:
    """The events in a chat.completion.chunk or a whole chat.completion; ``[Unreadable()]`` where it is neither.

    A finish reason that stands for a failure gives no ``Done``.
    """
    try:
        return list(_read(body))
    except _WrongTypeError:
        return [Unreadable()]


def broke_off(body: Mapping[str, object]) -> bool:
    """Whether an answer in one piece says itself that it is not whole."""
    choices = body.get("choices")
    rows = choices if isinstance(choices, list) else []
    return any(isinstance(row, Mapping) and row.get("finish_reason") in _FAILURES for row in rows)


class _WrongTypeError(Exception):
    pass


def _read(body: Mapping[str, object]) -> Iterator[ChatEvent]:
    choices = body.get("choices")
    usage = body.get("usage")
    if choices is None and usage is None:
        raise _WrongTypeError
    choice = _first_choice(choices)
    message = _object(choice.get("delta") if choice.get("delta") is not None else choice.get("message"))
    yield from _texts(message)
    yield from _finish(choice.get("finish_reason"))
    if isinstance(usage, Mapping):
        yield Tokens(_usage(usage))


def _first_choice(choices: object) -> Mapping[str, object]:
    if choices is None:
        return {}
    if not isinstance(choices, list):
        raise _WrongTypeError
    rows = [_object(choice) for choice in choices]
    return next((row for row in rows if row.get("index") in (0, None)), {})


def _texts(message: Mapping[str, object]) -> Iterator[ChatEvent]:
    for name in _REASONING_FIELDS:
        reasoning = message.get(name)
        if isinstance(reasoning, str) and reasoning:
            yield Reasoning(reasoning)
            break
    for name in ("content", "refusal"):
        yield from _content(message.get(name))


def _content(content: object) -> Iterator[ChatEvent]:
    """Text as such, or as a list of typed parts, as Mistral sends it."""
    if content is None or content == "":
        return
    if isinstance(content, str):
        yield Text(content)
    elif isinstance(content, list):
        for part in content:
            yield from _part(_object(part))
    else:
        raise _WrongTypeError


def _part(part: Mapping[str, object]) -> Iterator[ChatEvent]:
    if part.get("type") == "thinking":
        inner = part.get("thinking")
        pieces = inner if isinstance(inner, list) else [{"text": inner}]
        texts = (_object(piece).get("text") for piece in pieces)
        yield from (Reasoning(text) for text in texts if isinstance(text, str) and text)
    else:
        yield from _content(part.get("text"))


def _finish(reason: object) -> Iterator[Done]:
    if not reason:
        return
    if not isinstance(reason, str):
        raise _WrongTypeError
    if reason in _LENGTH:
        yield Done(FinishReason.LENGTH)
    elif reason == "content_filter":
        yield Done(FinishReason.CONTENT_FILTER)
    elif reason not in _FAILURES:
        yield Done(FinishReason.STOP)


def _usage(usage: Mapping[str, object]) -> Usage:
    return Usage(
        input=_count(usage.get("prompt_tokens")),
        output=_count(usage.get("completion_tokens")),
        reasoning=_detail(usage, "completion_tokens_details", "reasoning_tokens"),
        cached=_detail(usage, "prompt_tokens_details", "cached_tokens"),
    )


def _detail(usage: Mapping[str, object], group: str, name: str) -> int | None:
    details = usage.get(group)
    return _count(details.get(name)) if isinstance(details, Mapping) else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _object(value: object) -> Mapping[str, object]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise _WrongTypeError
    return value
