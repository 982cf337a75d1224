"""What the tests' API server can be told to answer, well or badly: values only, and how they look on the wire."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from tests.support.tones import Samples, as_wav, silence, tone

Json = Mapping[str, object]

USAGE: Json = {
    "prompt_tokens": 11,
    "completion_tokens": 7,
    "total_tokens": 18,
    "prompt_tokens_details": {"cached_tokens": 3},
    "completion_tokens_details": {"reasoning_tokens": 2},
}


class Cut(Enum):
    """How a stream breaks off: the socket is reset, or the body ends as if all were well, without a finish_reason."""

    ABRUPT = "abrupt"
    CLEAN = "clean"


def error_body(
    message: str, *, kind: str = "invalid_request_error", code: str | None = None, param: str | None = None
) -> Json:
    """An error as OpenAI words it."""
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


@dataclass(frozen=True, slots=True)
class ChatReply:
    """One answer of /chat/completions. Times in seconds.

    ``deltas``: the pieces as they are sent; None cuts ``text`` into pieces of ``chunk`` characters.
    ``status`` other than 200 sends ``error`` (JSON, or text as it stands) with ``headers``.
    ``insert``: raw bytes sent before the delta of that number, such as a broken event; a number past the last delta
    puts them before the finish. ``error_event``: after ``cut_after`` deltas (or all) this JSON event ends the stream.
    ``cut_after``: so many deltas, then the stream breaks off as ``cut`` says. ``flat_out``: as few and as large writes
    as possible. ``done``: whether ``data: [DONE]`` is sent. ``raw_deltas`` sends the pieces' bytes unescaped (UTF-8
    with surrogateescape), so that a piece can be half a character. ``whole``: a stream that is asked for is not given.
    """

    text: str = ""
    chunk: int = 8
    deltas: Sequence[str] | None = None
    reasoning: Sequence[str] = ()
    reasoning_field: str = "reasoning_content"
    delay: float = 0.0
    pace: float = 0.0
    usage: Json | None = field(default_factory=lambda: USAGE)
    finish_reason: str | None = "stop"
    status: int = 200
    error: Json | str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    insert: Mapping[int, bytes] = field(default_factory=dict)
    error_event: Json | None = None
    cut_after: int | None = None
    cut: Cut = Cut.ABRUPT
    flat_out: bool = False
    done: bool = True
    raw_deltas: bool = False
    whole: bool = False
    content_type: str = "text/event-stream"

    @property
    def pieces(self) -> tuple[str, ...]:
        if self.deltas is not None:
            return tuple(self.deltas)
        return tuple(self.text[i : i + self.chunk] for i in range(0, len(self.text), self.chunk))


@dataclass(frozen=True, slots=True)
class SpeechReply:
    """One answer of /audio/speech. Times in seconds.

    ``hz``: the tone's pitch; None takes the text's own. ``seconds``: its length; None takes ``per_word`` for each word.
    ``format``: None follows the request. ``rate``: any other than 24000 is told in an X-Audio-Sample-Rate header for
    PCM. ``chunks``: sizes of the writes in bytes, over and over; odd ones cut samples in half. ``throttle``: sent at so
    many times real time. ``cut_after``: so many bytes, then the socket is reset. ``before``/``after``: silence around.
    """

    status: int = 200
    error: Json | str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    hz: float | None = None
    seconds: float | None = None
    per_word: float = 0.06
    format: Literal["pcm", "wav"] | None = None
    rate: int = 24_000
    tell_rate: bool = True
    chunks: Sequence[int] = (4096,)
    delay: float = 0.0
    throttle: float | None = None
    cut_after: int | None = None
    before: float = 0.0
    after: float = 0.0

    def samples(self, text: str, hz: float) -> Samples:
        import numpy as np

        seconds = self.seconds if self.seconds is not None else self.per_word * max(1, len(text.split()))
        parts = (silence(self.before, self.rate), tone(hz, seconds, self.rate), silence(self.after, self.rate))
        return np.concatenate(parts)

    def body(self, text: str, hz: float, asked_format: str) -> bytes:
        samples = self.samples(text, hz)
        return as_wav(samples, self.rate) if (self.format or asked_format) == "wav" else samples.tobytes()

    def writes(self, body: bytes) -> Iterator[bytes]:
        at, turn = 0, 0
        while at < len(body):
            size = self.chunks[turn % len(self.chunks)]
            yield body[at : at + size]
            at, turn = at + size, turn + 1


def sse(data: Json | str) -> bytes:
    """One server-sent event."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return f"data: {text}\n\n".encode("utf-8", "surrogateescape")


def chunk_event(delta: Json, *, model: str, finish_reason: str | None = None, raw: bool = False) -> bytes:
    """One chat.completion.chunk; ``raw`` leaves characters unescaped, bytes of surrogateescape included."""
    event = {
        "id": "chatcmpl-test",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": model,
        "choices": [{"index": 0, "delta": delta, "finish_reason": finish_reason}],
    }
    return sse(json.dumps(event, ensure_ascii=not raw))


def stream_events(reply: ChatReply, model: str, *, usage_wanted: bool) -> Iterator[bytes]:
    """The stream of a reply, one piece of bytes for each event, as far as ``cut_after`` lets it go."""
    yield chunk_event({"role": "assistant", "content": ""}, model=model)
    rows: list[Json] = [{reply.reasoning_field: text} for text in reply.reasoning]
    rows += [{"content": text} for text in reply.pieces]
    for number, delta in enumerate(rows[: reply.cut_after]):
        if number in reply.insert:
            yield reply.insert[number]
        yield chunk_event(delta, model=model, raw=reply.raw_deltas)
    if reply.error_event is not None:
        yield sse(reply.error_event)
    if reply.cut_after is not None or reply.error_event is not None:
        return
    yield from _ending(reply, model, len(rows), usage_wanted=usage_wanted)


def _ending(reply: ChatReply, model: str, rows: int, *, usage_wanted: bool) -> Iterator[bytes]:
    for number, raw in reply.insert.items():
        if number >= rows:
            yield raw
    if reply.finish_reason is not None:
        yield chunk_event({}, model=model, finish_reason=reply.finish_reason)
    if usage_wanted and reply.usage is not None:
        yield sse(
            {
                "id": "chatcmpl-test",
                "object": "chat.completion.chunk",
                "model": model,
                "choices": [],
                "usage": reply.usage,
            }
        )
    if reply.done:
        yield sse("[DONE]")


def completion(reply: ChatReply, model: str) -> dict[str, object]:
    """The same answer in one piece."""
    message: dict[str, object] = {"role": "assistant", "content": "".join(reply.pieces)}
    if reply.reasoning:
        message[reply.reasoning_field] = "".join(reply.reasoning)
    body: dict[str, object] = {
        "id": "chatcmpl-test",
        "object": "chat.completion",
        "created": 1,
        "model": model,
        "choices": [{"index": 0, "message": message, "finish_reason": reply.finish_reason}],
    }
    if reply.usage is not None:
        body["usage"] = reply.usage
    return body
