"""The one door to the openai library for chat: opens requests, and lets nothing but ``UserError`` out.

The library takes most of a second to import and its client a tenth to build, so both happen in a thread, at the first
request. Its own retries are off: the engine retries, because it knows what a person has already seen.
"""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_app.chat.server_errors import refusal
from desktop_app.domain.credentials import authorization, is_sendable
from desktop_app.domain.errors import ConnectionCut, KeyRefused, NotOffered, TimedOut, Unreachable, UserError

if TYPE_CHECKING:
    import httpx2
    import openai

_CONNECT_SECONDS = 10.0
# The longest silence while a model thinks or a local server loads it; the person can always stop the wait.
_READ_SECONDS = 300.0
# A list needs no thought, and somebody waits before the screen for it.
_LIST_SECONDS = 20.0
_NO_KEY = "none"  # openai wants one; servers that need no key ignore it
_BAD_ADDRESS = "The server address is not one that can be called."
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class ChatResponse:
    """An answer whose head has come: read it piece by piece, or whole. Both raise UserError."""

    def __init__(self, response: httpx2.Response, client: OpenAIClient) -> None:
        self._response = response
        self._client = client

    @property
    def content_type(self) -> str:
        """Such as "text/event-stream", in lower case, without parameters; empty where the server did not say."""
        value: str = self._response.headers.get("content-type", "")
        return value.partition(";")[0].strip().lower()

    async def chunks(self) -> AsyncGenerator[bytes]:
        """Left early, it lets the connection go first: the library's generators cannot once they are dropped.

        ``body`` holds them until then; on a loop without hooks for generators, as Qt's is, nobody else closes them.
        """
        with self._client.user_errors():
            body = self._response.aiter_bytes()
            try:
                async for chunk in body:
                    yield chunk
            finally:
                await self._response.aclose()

    async def json(self) -> object:
        """The whole body. Raises NotOffered where it is not JSON."""
        with self._client.user_errors():
            body = await self._response.aread()
        try:
            value: object = json.loads(body.decode("utf-8", "replace"))
        except ValueError as error:
            raise NotOffered("What answers at this address is not a chat server.") from error
        return value


class OpenAIClient:
    """Requests to one server with one key or credential; ``key`` None or empty for servers that need none."""

    def __init__(
        self,
        base_url: str,
        key: str | None,
        *,
        connect_seconds: float = _CONNECT_SECONDS,
        read_seconds: float = _READ_SECONDS,
    ) -> None:
        self.base_url = base_url
        self.key = (key or "").strip() or None
        self._connect_seconds = connect_seconds
        self._read_seconds = read_seconds
        self._list_seconds = min(read_seconds, _LIST_SECONDS)
        self._client: openai.AsyncOpenAI | None = None
        self._making = asyncio.Lock()

    async def warm(self) -> None:
        """Imports the library and makes the client, which together take most of a second."""
        await self._ready()

    @asynccontextmanager
    async def chat(self, body: bytes) -> AsyncIterator[ChatResponse]:
        """Posts JSON to /chat/completions; the answer is closed on leaving: the server sees it where it still writes.

        Ready bytes, because the library looks through every message that it is to write itself: of 10,000 for seconds.
        """
        client = await self._ready()
        import openai

        with self.user_errors():
            stream = await client.post(
                "/chat/completions",
                cast_to=object,
                content=body,
                options={"headers": {"Content-Type": "application/json"}},
                stream=True,
                stream_cls=openai.AsyncStream[object],
            )
            try:
                yield ChatResponse(stream.response, self)
            finally:
                await stream.close()

    async def models(self) -> list[str]:
        """The names at /models, sorted; empty where the list is. Raises UserError."""
        client = await self._ready()
        import httpx2  # by now the thread has imported it, so it costs the loop nothing

        with self.user_errors():
            timeout = httpx2.Timeout(self._list_seconds, connect=self._connect_seconds)
            response = await client.get("/models", cast_to=httpx2.Response, options={"timeout": timeout})
        body = await ChatResponse(response, self).json()
        return _model_names(body)

    async def aclose(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def _ready(self) -> openai.AsyncOpenAI:
        async with self._making:
            if self._client is None:
                self._check_key()
                self._client = await asyncio.to_thread(self._make)
            return self._client

    def _check_key(self) -> None:
        if self.key is not None and not is_sendable(self.key):
            raise KeyRefused("The API key has characters in it that no key has; copy it again.")

    def _make(self) -> openai.AsyncOpenAI:
        import httpx2
        import openai

        timeout = httpx2.Timeout(self._read_seconds, connect=self._connect_seconds, pool=self._connect_seconds)
        try:
            # A proxy of the system's could only reach its own loopback, never ours.
            direct = dict.fromkeys(f"all://{host}" for host in _LOOPBACK)
            http_client = openai.DefaultAsyncHttpxClient(timeout=timeout, mounts=direct)
        except (ImportError, ValueError) as error:
            raise _for_good("The proxy that is set on this system is of a kind that Aloud cannot use.") from error
        try:
            _ = urlsplit(self.base_url).port  # raises ValueError where no port can have that number
            client = openai.AsyncOpenAI(
                base_url=self.base_url,
                api_key=self.key or _NO_KEY,
                default_headers=authorization(self.key or ""),
                max_retries=0,
                timeout=timeout,
                http_client=http_client,
            )
        except (httpx2.InvalidURL, ValueError) as error:
            raise _for_good(_BAD_ADDRESS) from error
        return client

    @contextmanager
    def user_errors(self) -> Iterator[None]:
        """Turns whatever the library raises about the world into a UserError; bugs pass."""
        import anyio
        import httpx2
        import openai

        try:
            yield
        except openai.APIStatusError as error:
            # Unchained in tracebacks: the library's own message repeats the key that a server quotes.
            raise refusal(
                error.status_code, error.body, error.response.headers, key=self.key, now=time.time()
            ) from None
        except openai.APIConnectionError as error:
            raise self._network_error(error.__cause__ or error) from error
        except (httpx2.RequestError, httpx2.InvalidURL, ssl.SSLError, anyio.EndOfStream) as error:
            raise self._network_error(error) from error

    def _network_error(self, error: BaseException) -> UserError:
        import httpx2

        host = urlsplit(self.base_url).hostname or self.base_url
        trouble: UserError
        if _chain_has(error, ssl.SSLCertVerificationError):
            trouble = _for_good(f"The certificate of {host} cannot be trusted.")
        elif isinstance(error, httpx2.ConnectTimeout):
            trouble = Unreachable(f"{host} does not answer.")
        elif isinstance(error, httpx2.TimeoutException):
            trouble = TimedOut(f"Nothing came from {host} in time.")
        elif isinstance(error, httpx2.ConnectError | httpx2.ProxyError):
            trouble = Unreachable(_why_unreachable(error, host))
        elif isinstance(error, httpx2.InvalidURL | httpx2.UnsupportedProtocol | httpx2.TooManyRedirects):
            trouble = _for_good(_BAD_ADDRESS)
        else:
            trouble = ConnectionCut(f"The connection to {host} broke off.")
        return trouble


def _for_good(sentence: str) -> Unreachable:
    """Trouble that another try would only meet again."""
    error = Unreachable(sentence)
    error.retryable = False
    return error


def _why_unreachable(error: BaseException, host: str) -> str:
    if type(error).__name__ == "ProxyError":
        return "The system's proxy refused the connection."
    if _chain_has(error, socket.gaierror):
        return f"The name {host} is not known; is there a network?"
    if _chain_has(error, ConnectionRefusedError):
        return f"Nothing is listening at {host}."
    if _chain_has(error, ssl.SSLError):
        return f"{host} could not agree with Aloud on encryption; is the address right?"
    return f"No connection to {host} could be made; is there a network?"


def _chain_has(error: BaseException | None, kind: type[BaseException]) -> bool:
    seen: set[int] = set()
    queue = [error]
    while queue:
        current = queue.pop()
        if current is None or id(current) in seen:
            continue
        if isinstance(current, kind):
            return True
        seen.add(id(current))
        queue += [current.__cause__, current.__context__]
        queue += getattr(current, "exceptions", ())
    return False


def _model_names(body: object) -> list[str]:
    if not isinstance(body, Mapping) or not isinstance(body.get("data", ...), list | None):
        raise NotOffered("What answers at this address does not list models as a chat server does.")
    rows = body.get("data") or []
    return sorted({row["id"] for row in rows if isinstance(row, Mapping) and isinstance(row.get("id"), str)})
