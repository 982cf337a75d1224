"""A server that speaks the OpenAI API and misbehaves on demand, in the test's own event loop or in a thread of its own.

```
async with ApiServer() as server:              with ThreadedApiServer() as server:
    server.chat(ChatReply(text="Hello."))          server.speech(SpeechReply(throttle=4))
    ... server.url ... server.requests             ... server.wait_until(lambda: len(server.requests) == 2)
```

Queued replies are used up first, one a request; then the defaults serve. Every request is kept with its times
(``time.monotonic`` seconds), and with the moment its client went away.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.support.api_replies import ChatReply, Cut, Json, SpeechReply, completion, error_body, stream_events
from tests.support.tones import nth_tone, tone_for

__all__ = ["ApiServer", "ChatReply", "Cut", "RecordedRequest", "SpeechReply", "ThreadedApiServer", "tone_for"]

_FLAT_OUT_WRITE = 64 * 1024


@dataclass(slots=True)
class RecordedRequest:
    """One request as it came. ``hz``: a speech answer's pitch; requests of one ``client_port`` share a connection."""

    method: str
    path: str
    headers: Mapping[str, str]
    json: Any
    arrived: float
    client_port: int = 0
    first_byte_at: float | None = None
    finished_at: float | None = None
    dropped_at: float | None = None
    bytes_sent: int = 0
    hz: float | None = None


class ApiServer:
    """``keys``: those let in; None lets everybody in. ``refuses``: request fields that are answered with a 400.

    ``missing``: paths (such as "/v1/models") that are answered with a 404. ``ordered_tones``: pitches are given to
    texts in the order in which they come instead of by their hash. All can be changed while it runs.
    """

    def __init__(
        self,
        *,
        keys: Collection[str] | None = None,
        models: Sequence[str] = ("test-large", "test-small"),
        refuses: Iterable[str] = (),
        missing: Iterable[str] = (),
        ordered_tones: bool = False,
        port: int = 0,
    ) -> None:
        self.keys = keys
        self.models = list(models)
        self.refuses = set(refuses)
        self.missing = set(missing)
        self.ordered_tones = ordered_tones
        self.requests: list[RecordedRequest] = []
        self.chat_replies: deque[ChatReply] = deque()
        self.speech_replies: deque[SpeechReply] = deque()
        self.default_chat: Callable[[Any], ChatReply] = echo
        self.default_speech = SpeechReply()
        self.speech_about: dict[str, SpeechReply] = {}  # by words of the text: phrases are asked for two at a time
        self.models_reply: tuple[int, Json | str] | None = None
        self.models_delay = 0.0
        self._tones: dict[str, float] = {}
        self._port = port
        self._runner: web.AppRunner | None = None
        self._stopping = False
        self._changed = threading.Condition()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/v1"

    @property
    def port(self) -> int:
        return self._port

    @property
    def chat_requests(self) -> list[RecordedRequest]:
        return [request for request in self.requests if request.path.endswith("/chat/completions")]

    @property
    def speech_requests(self) -> list[RecordedRequest]:
        return [request for request in self.requests if request.path.endswith("/audio/speech")]

    def chat(self, *replies: ChatReply) -> None:
        """Queues answers for the next chat requests."""
        self.chat_replies.extend(replies)

    def speech(self, *replies: SpeechReply) -> None:
        """Queues answers for the next speech requests."""
        self.speech_replies.extend(replies)

    def wait_until(self, condition: Callable[[], bool], timeout: float = 10.0) -> None:
        """Waits, in another thread than the server's, until what was recorded satisfies ``condition``."""
        with self._changed:
            if not self._changed.wait_for(condition, timeout):
                raise TimeoutError(f"not within {timeout} s; requests so far: {self.requests}")

    async def until(self, condition: Callable[[], bool], timeout: float = 10.0) -> None:  # noqa: ASYNC109 - as above
        """The same in an event loop."""
        await asyncio.to_thread(self.wait_until, condition, timeout)

    async def start(self) -> None:
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_get("/v1/models", self._models)
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_post("/v1/audio/speech", self._speech)
        app.router.add_route("*", "/{path:.*}", self._nothing)
        # A handler whose client went away is cancelled: that is how the drop is seen while the handler waits.
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        self._stopping = True
        if self._runner is not None:
            await self._runner.cleanup()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def _models(self, request: web.Request) -> web.StreamResponse:
        record = await self._record(request)
        if (refusal := self._refusal(record)) is not None:
            return refusal
        await asyncio.sleep(self.models_delay)
        if self.models_reply is not None:
            return _plain(*self.models_reply)
        rows = [{"id": name, "object": "model", "created": 1, "owned_by": "tests"} for name in self.models]
        return web.json_response({"object": "list", "data": rows})

    async def _nothing(self, request: web.Request) -> web.StreamResponse:
        await self._record(request)
        return web.json_response({"detail": "Not Found"}, status=404)

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        record = await self._record(request)
        if (refusal := self._refusal(record)) is not None:
            return refusal
        reply = self.chat_replies.popleft() if self.chat_replies else self.default_chat(record.json)
        with _Watch(self, record):
            await asyncio.sleep(reply.delay)
            if reply.status != 200:
                return _plain(reply.status, reply.error or error_body("scripted"), reply.headers)
            if record.json.get("stream") and not reply.whole:
                return await self._stream(request, record, reply)
            record.first_byte_at = time.monotonic()
            return web.json_response(completion(reply, record.json["model"]), headers=reply.headers)

    async def _stream(self, request: web.Request, record: RecordedRequest, reply: ChatReply) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": reply.content_type, **reply.headers})
        await response.prepare(request)
        usage_wanted = bool((record.json.get("stream_options") or {}).get("include_usage"))
        events = stream_events(reply, record.json["model"], usage_wanted=usage_wanted)
        for data in _gathered(events) if reply.flat_out else events:
            await self._write(response, record, data)
            await asyncio.sleep(reply.pace)
        if reply.cut_after is not None and reply.cut is Cut.ABRUPT and reply.error_event is None:
            _hang_up(request)
        return response

    async def _speech(self, request: web.Request) -> web.StreamResponse:
        record = await self._record(request)
        if (refusal := self._refusal(record)) is not None:
            return refusal
        reply = self._speech_reply(record.json["input"])
        with _Watch(self, record):
            await asyncio.sleep(reply.delay)
            if reply.status != 200:
                return _plain(reply.status, reply.error or error_body("scripted"), reply.headers)
            return await self._say(request, record, reply)

    def _speech_reply(self, text: str) -> SpeechReply:
        scripted = next((reply for words, reply in self.speech_about.items() if words in text), None)
        if scripted is not None:
            return scripted
        return self.speech_replies.popleft() if self.speech_replies else self.default_speech

    async def _say(self, request: web.Request, record: RecordedRequest, reply: SpeechReply) -> web.StreamResponse:
        text = record.json["input"]
        record.hz = reply.hz if reply.hz is not None else self._tone(text)
        asked = record.json.get("response_format", "mp3")
        body = reply.body(text, record.hz, asked)
        if reply.cut_after is not None:
            body = body[: reply.cut_after]
        response = web.StreamResponse(headers={**_sound_headers(reply, asked), **reply.headers})
        await response.prepare(request)
        began = time.monotonic()
        for data in reply.writes(body):
            await self._write(response, record, data)
            if reply.throttle is not None:
                due = began + record.bytes_sent / (2 * reply.rate * reply.throttle)
                await asyncio.sleep(max(0.0, due - time.monotonic()))
        if reply.cut_after is not None:
            _hang_up(request)
        return response

    def _tone(self, text: str) -> float:
        if not self.ordered_tones:
            return tone_for(text)
        return self._tones.setdefault(text, nth_tone(len(self._tones)))

    async def _record(self, request: web.Request) -> RecordedRequest:
        arrived = time.monotonic()
        raw = await request.read()
        body = json.loads(raw) if raw else None
        record = RecordedRequest(request.method, request.path, dict(request.headers), body, arrived, _port(request))
        self.requests.append(record)
        self.tell()
        return record

    def _refusal(self, record: RecordedRequest) -> web.Response | None:
        if record.path in self.missing:
            return web.json_response({"detail": "Not Found"}, status=404)
        key = record.headers.get("Authorization", "").removeprefix("Bearer ")
        if self.keys is not None and key not in self.keys:
            message = f"Incorrect API key provided: {key}. You can find your API key in your account."
            return _plain(401, error_body(message, code="invalid_api_key"))
        for name in sorted(self.refuses & set(record.json or ())):
            message = f"Unsupported parameter: '{name}' is not supported by this server."
            return _plain(400, error_body(message, code="unsupported_parameter", param=name))
        return None

    async def _write(self, response: web.StreamResponse, record: RecordedRequest, data: bytes) -> None:
        await response.write(data)
        record.bytes_sent += len(data)
        if record.first_byte_at is None:
            record.first_byte_at = time.monotonic()
            self.tell()

    @property
    def stopping(self) -> bool:
        return self._stopping

    def tell(self) -> None:
        """Wakes those who wait for something to be recorded."""
        with self._changed:
            self._changed.notify_all()


class ThreadedApiServer(ApiServer):
    """The same server in a thread and event loop of its own; replies may be queued and records read from any thread."""

    def __enter__(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="api server", daemon=True)
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self.start(), self._loop).result(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        asyncio.run_coroutine_threadsafe(self.stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


def echo(request: Any) -> ChatReply:
    """The answer where none was scripted: the last question, said back in two sentences."""
    content = request["messages"][-1].get("content") or ""
    if not isinstance(content, str):
        content = " ".join(part.get("text", "") for part in content)
    return ChatReply(text=f"You said: {content.strip()} That is all I know.")


class _Watch:
    """Notes how a request went: finished, or dropped by its client."""

    def __init__(self, server: ApiServer, record: RecordedRequest) -> None:
        self._server = server
        self._record = record

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._record.finished_at = time.monotonic()
        elif issubclass(kind, (asyncio.CancelledError, ConnectionError)) and not self._server.stopping:
            self._record.dropped_at = time.monotonic()
        self._server.tell()


def _plain(status: int, body: Json | str, headers: Mapping[str, str] | None = None) -> web.Response:
    if isinstance(body, str):
        return web.Response(text=body, status=status, headers=headers)
    return web.json_response(body, status=status, headers=headers)


def _sound_headers(reply: SpeechReply, asked_format: str) -> dict[str, str]:
    if (reply.format or asked_format) == "wav":
        return {"Content-Type": "audio/wav"}
    headers = {"Content-Type": "audio/pcm"}
    if reply.rate != 24_000 and reply.tell_rate:
        headers["X-Audio-Sample-Rate"] = str(reply.rate)
    return headers


def _gathered(events: Iterable[bytes]) -> Iterable[bytes]:
    gathered = bytearray()
    for event in events:
        gathered += event
        if len(gathered) >= _FLAT_OUT_WRITE:
            yield bytes(gathered)
            gathered.clear()
    yield bytes(gathered)


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


def _port(request: web.Request) -> int:
    peer = request.get_extra_info("peername")
    return peer[1] if peer else 0
