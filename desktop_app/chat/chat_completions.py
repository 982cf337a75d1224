"""Chat Completions: the way of asking that nearly every server knows.

The stream is read from raw bytes (``sse``, ``completion_json``) because compatible servers send events at which the
library gives up. What a server refuses of a request is left out at once, and remembered while this object lives.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Mapping
from contextlib import aclosing, contextmanager, suppress
from dataclasses import dataclass, replace

from desktop_app.chat.completion_json import broke_off, read_choice
from desktop_app.chat.context import api_messages
from desktop_app.chat.joiner import CharacterJoiner
from desktop_app.chat.openai_client import ChatResponse, OpenAIClient
from desktop_app.chat.provider import ChatEvent, ChatRequest, Done, Reasoning, Text, Tokens, Unreadable
from desktop_app.chat.server_errors import is_about_pictures, stream_error
from desktop_app.chat.sse import SseEvent, SseParser
from desktop_app.domain.attachments import blob_of
from desktop_app.domain.errors import (
    ConnectionCut,
    ModelUnknown,
    NetworkError,
    NotOffered,
    PicturesRefused,
    RequestRefused,
    ServerError,
)
from desktop_app.domain.messages import Message, Part, PartKind, Role
from desktop_app.domain.turn import FinishReason

_WHOLE = {"application/json", "text/html"}
# Seconds: the tokens come behind the finish reason, and the end of the body behind "[DONE]", if they come at all.
_AFTER_THE_FINISH = 3.0
_AFTER_THE_END = 0.1
# Seconds: what takes longer was not there when it was asked for.
_AT_ONCE = 0.001

# Messages and characters; more of them are written down in a thread.
_MOST_AT_ONCE, _LONGEST_AT_ONCE = 500, 200_000

# Some models stream only to accounts whose owner has shown a passport.
_STREAM_REFUSED = re.compile(r"verified to stream|['\"`]stream['\"`]|\(stream\)$")


class ChatCompletions:
    """A ``ChatProvider`` for one server; ``aclose`` closes the client with it."""

    def __init__(self, client: OpenAIClient) -> None:
        self._client = client
        self._dialect = _Dialect()

    async def stream(self, request: ChatRequest) -> AsyncGenerator[ChatEvent]:
        dialect = self._dialect
        tried: set[_Dialect] = set()
        while dialect not in tried:
            tried.add(dialect)
            try:
                async with aclosing(self._try(request, dialect)) as events:
                    async for event in events:
                        yield event
            except RequestRefused as error:
                dialect = dialect.without_what(error.detail)
                if dialect in tried:
                    raise

    async def _try(self, request: ChatRequest, dialect: _Dialect) -> AsyncGenerator[ChatEvent]:
        pictures = await _pictures(request)
        if pictures or _is_long(request):  # writing it down takes a while
            body = await asyncio.to_thread(_body, request, dialect, pictures)
        else:
            body = _body(request, dialect, pictures)
        with _pictures_may_be_refused(pictures):
            async with self._client.chat(body) as response:
                self._dialect = dialect
                streamed = request.streaming and dialect.streaming and response.content_type not in _WHOLE
                read = _stream_events if streamed or response.content_type == "text/event-stream" else _whole_events
                async with aclosing(read(response, _AnswerReader(self._client.key, request.gather))) as events:
                    async for event in events:
                        yield event

    async def warm(self) -> None:
        await self._client.warm()

    async def models(self) -> list[str]:
        return await self._client.models()

    async def check(self, model: str) -> list[str]:
        """Proves that the server answers with this key; returns what ``models`` does.

        A server without a list of models is asked the shortest question there is; that it does not know the model is an
        answer too. Raises UserError.
        """
        try:
            return await self.models()
        except NotOffered:
            with suppress(ModelUnknown):
                await self._ask_something(model)
            return []

    async def aclose(self) -> None:
        await self._client.aclose()

    async def _ask_something(self, model: str) -> None:
        question = Message("check", "check", None, Role.USER, (Part(PartKind.TEXT, "Hi"),), 0.0)
        request = ChatRequest(model, (question,), streaming=False, max_output_tokens=16)
        async for _ in self.stream(request):
            pass


@dataclass(frozen=True, slots=True)
class _Dialect:
    """What this server takes of the API."""

    usage: bool = True
    limit_field: str = "max_completion_tokens"
    streaming: bool = True

    def without_what(self, refusal: str) -> _Dialect:
        """The dialect without what ``refusal`` names; the same where it names nothing that could be left out."""
        if _STREAM_REFUSED.search(refusal):
            return replace(self, streaming=False)
        if "stream_options" in refusal or "include_usage" in refusal:
            return replace(self, usage=False)
        if self.limit_field in refusal:
            other = "max_tokens" if self.limit_field == "max_completion_tokens" else "max_completion_tokens"
            return replace(self, limit_field=other)
        return self


async def _pictures(request: ChatRequest) -> Mapping[str, bytes]:
    """The bytes of all pictures that go with the request."""
    parts = (part for message in request.messages for part in message.parts if part.kind is PartKind.IMAGE)
    wanted = list(dict.fromkeys(blob_of(part) for part in parts))
    return await request.pictures(wanted) if wanted and request.pictures is not None else {}


@contextmanager
def _pictures_may_be_refused(pictures: Mapping[str, bytes]) -> Iterator[None]:
    """Raises PicturesRefused where the server's no is about the pictures that went with the request."""
    try:
        yield
    except ServerError as error:
        if pictures and is_about_pictures(error):
            sentence = "The server or its model takes no pictures."
            raise PicturesRefused(sentence, detail=error.detail, status=error.status) from error
        raise


def _is_long(request: ChatRequest) -> bool:
    if len(request.messages) > _MOST_AT_ONCE:
        return True
    return sum(len(part.text) for message in request.messages for part in message.parts) > _LONGEST_AT_ONCE


def _body(request: ChatRequest, dialect: _Dialect, pictures: Mapping[str, bytes]) -> bytes:
    """The request as JSON, written message by message: one call for all of a long one would hold every thread."""
    body: dict[str, object] = {"model": request.model}
    if request.max_output_tokens is not None:
        body[dialect.limit_field] = request.max_output_tokens
    if request.streaming and dialect.streaming:
        body["stream"] = True
        if dialect.usage:
            body["stream_options"] = {"include_usage": True}
    messages = b",".join(_json(message) for message in api_messages(request, pictures))
    return b'{"messages":[' + messages + b"]," + _json(body).removeprefix(b"{")


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


async def _stream_events(response: ChatResponse, reader: _AnswerReader) -> AsyncGenerator[ChatEvent]:
    """Text as it comes; the tokens and ``Done`` last. Raises ConnectionCut where no finish reason came."""
    parser = SseParser()
    async with aclosing(response.chunks()) as chunks:
        asked = time.monotonic()
        while not reader.is_over and (chunk := await _next(chunks, reader)) is not None:
            all_read = time.monotonic() - asked > _AT_ONCE  # it had to be waited for: nothing else is there yet
            for event in parser.feed(chunk):
                for piece in reader.read(event):
                    yield piece
            if all_read and (rest := reader.rest()):
                await asyncio.sleep(rest)
            asked = time.monotonic()
        for event in parser.close():
            for piece in reader.read(event):
                yield piece
        for piece in reader.ending():
            yield piece
        await _next(chunks, reader)  # a body read to its end gives the connection back to the pool


async def _whole_events(response: ChatResponse, reader: _AnswerReader) -> AsyncGenerator[ChatEvent]:
    """An answer in one piece: asked for so, or by a server that knows no stream."""
    for piece in reader.read_whole(await response.json()):
        yield piece
    for piece in reader.ending():
        yield piece


async def _next(chunks: AsyncGenerator[bytes], reader: _AnswerReader) -> bytes | None:
    """The next bytes, or None at the end. Once the answer is whole, what goes wrong behind it is nobody's trouble."""
    try:
        async with asyncio.timeout(reader.patience):
            return await anext(chunks, None)
    except (NetworkError, TimeoutError):
        if reader.patience is None:
            raise
        return None


class _AnswerReader:
    """Turns the events of one answer into pieces; remembers what only counts at the end."""

    def __init__(self, key: str | None, gather: Callable[[], float] | None = None) -> None:
        self._key = key
        self._gather = gather
        self._text = CharacterJoiner()
        self._reasoning = CharacterJoiner()
        self._tokens: Tokens | None = None
        self._done: Done | None = None
        self.is_over = False

    @property
    def patience(self) -> float | None:
        """How many seconds more bytes are worth waiting for; None while the answer is not whole."""
        if self.is_over:
            return _AFTER_THE_END
        return None if self._done is None else _AFTER_THE_FINISH

    def rest(self) -> float:
        """Seconds in which more may come before it is read; 0 when the answer is whole."""
        return 0.0 if self._gather is None or self._done is not None or self.is_over else self._gather()

    def read(self, event: SseEvent) -> list[ChatEvent]:
        """Raises a UserError for an error event."""
        if self.is_over or event.data.startswith(b"[DONE]"):
            self.is_over = True
            return []
        try:
            body: object = json.loads(event.data.decode("utf-8", "surrogateescape"))
        except (ValueError, RecursionError):
            return [Unreadable()]
        if isinstance(body, Mapping):
            if body.get("error") or event.name == b"error":
                raise stream_error(body.get("error") or body, key=self._key)
            return self._take(read_choice(body))
        return [Unreadable()]

    def read_whole(self, body: object) -> list[ChatEvent]:
        """The same for an answer in one piece. Raises NotOffered where it is none."""
        if isinstance(body, Mapping) and body.get("error"):
            raise stream_error(body["error"], key=self._key)
        events = read_choice(body) if isinstance(body, Mapping) else []
        if not isinstance(body, Mapping) or Unreadable() in events:
            raise NotOffered("What answers at this address is not a chat server.")
        if not broke_off(body):
            self._done = Done(FinishReason.STOP)  # it came whole, even where the server does not say why it ended
        return self._take(events)

    def ending(self) -> list[ChatEvent]:
        """What is left when the stream is over. Raises ConnectionCut where no finish reason came."""
        if self._done is None:
            raise ConnectionCut("The answer ended before it was whole.")
        rest: list[ChatEvent] = [Reasoning(text) for text in (self._reasoning.close(),) if text]
        rest += [Text(text) for text in (self._text.close(),) if text]
        rest += [self._tokens] if self._tokens is not None else []
        return [*rest, self._done]

    def _take(self, events: list[ChatEvent]) -> list[ChatEvent]:
        pieces: list[ChatEvent] = []
        for event in events:
            match event:
                case Text(text=text):
                    pieces += [Text(whole) for whole in (self._text.feed(text),) if whole]
                case Reasoning(text=text):
                    pieces += [Reasoning(whole) for whole in (self._reasoning.feed(text),) if whole]
                case Tokens():
                    self._tokens = event
                case Done():
                    self._done = event
                case Unreadable():
                    pieces.append(event)
        return pieces
