"""A server's voice: /audio/speech of the OpenAI API, streamed; the one door to the openai library for speech."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from desktop_app.domain.credentials import authorization, is_sendable
from desktop_app.domain.errors import (
    ConnectionCut,
    KeyMissing,
    KeyRefused,
    PhraseRefused,
    TimedOut,
    Unreachable,
    UserError,
)
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.sound.sound_reader import SoundReader
from desktop_app.speech.synthesizer import Pcm
from desktop_app.speech.voices.speech_refusals import refusal

if TYPE_CHECKING:
    import openai

LONGEST_TEXT = 4096
"""Characters the API takes at once."""

_CONNECT_SECONDS = 5.0
_READ_SECONDS = 15.0
_KEEPALIVE_SECONDS = 120.0
"""A model may think for long between the moment its question is sent and the first phrase."""

_NO_KEY = "none"  # the library wants one; servers that need no key ignore it
_OPENAI_HOST = "api.openai.com"
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


class OpenAIVoice:
    """Retries nothing by itself: only the pipeline knows how long a phrase may still wait."""

    def __init__(self) -> None:
        self._client: openai.AsyncOpenAI | None = None
        self._made_for: tuple[str, str] | None = None
        self._making = asyncio.Lock()

    async def warm(self, options: SpeechOptions) -> None:
        client = await self._ready(options)
        if not options.server_url.startswith("https:"):
            return  # one round trip, which is not worth a request
        import httpx2

        # Any answer will do: what takes time is the handshake. The connection then waits in the client's pool.
        with suppress(httpx2.HTTPError):
            await client._client.head(options.server_url)

    async def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        if len(text) > LONGEST_TEXT:
            raise PhraseRefused("A phrase was too long for the speech server.")
        client = await self._ready(options)
        with _user_errors(options):
            call = client.audio.speech.with_streaming_response.create(**_arguments(text, options))
            async with call as response:
                reader = SoundReader({name.lower(): value for name, value in response.headers.items()})
                async for data in response.iter_bytes():
                    if (piece := reader.feed(data)) is not None:
                        yield piece
                rest = await asyncio.to_thread(reader.finish) if reader.packed else reader.finish()
                if rest is not None:
                    yield rest

    async def aclose(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            await client.close()

    async def _ready(self, options: SpeechOptions) -> openai.AsyncOpenAI:
        """The client for this server and key, made in a thread: the library takes most of a second to import."""
        async with self._making:
            wanted = (options.server_url, options.api_key)
            if self._client is None or self._made_for != wanted:
                _check_key(options)
                await self.aclose()
                self._client = await asyncio.to_thread(_make_client, options)
                self._made_for = wanted
            return self._client


def _check_key(options: SpeechOptions) -> None:
    key = options.api_key
    if not key and urlsplit(options.server_url).hostname == _OPENAI_HOST:
        raise KeyMissing("Speech by the server needs an API key.")
    if not is_sendable(key):
        raise KeyRefused("The API key has characters in it that no key has; copy it again.")


def _make_client(options: SpeechOptions) -> openai.AsyncOpenAI:
    import httpx2
    import openai

    timeout = httpx2.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS)
    limits = httpx2.Limits(max_keepalive_connections=4, keepalive_expiry=_KEEPALIVE_SECONDS)
    # A proxy of the system's could only reach its own loopback, never ours.
    direct: dict[str, Any] = dict.fromkeys(f"all://{host}" for host in _LOOPBACK)
    try:
        client = openai.AsyncOpenAI(
            base_url=options.server_url,
            api_key=options.api_key or _NO_KEY,
            default_headers=authorization(options.api_key),
            max_retries=0,
            timeout=timeout,
            http_client=openai.DefaultAsyncHttpxClient(timeout=timeout, limits=limits, mounts=direct),
        )
    except (ImportError, ValueError, httpx2.InvalidURL) as error:
        raise Unreachable("The speech server's address, or the system's proxy, cannot be used.") from error
    _ = client.audio.speech.with_streaming_response  # imports what the first phrase would wait for
    return client


def _arguments(text: str, options: SpeechOptions) -> dict[str, Any]:
    """Fields at their defaults are left out: some servers refuse what they do not know."""
    arguments: dict[str, Any] = {
        "model": options.model, "voice": options.voice, "input": text, "response_format": "pcm"
    }  # fmt: skip
    if options.manner and not options.model.startswith("tts-1"):
        arguments["instructions"] = options.manner
    return arguments


@contextmanager
def _user_errors(options: SpeechOptions) -> Iterator[None]:
    """Turns what the library raises about the world into a ``UserError``; bugs pass."""
    import anyio
    import httpx2
    import openai

    refused: UserError | None = None
    try:
        yield
    except openai.APIStatusError as error:
        refused = refusal(error.status_code, error.body, error.response.headers, key=options.api_key)
    except openai.APIConnectionError as error:
        raise _network_error(error.__cause__ or error) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, ssl.SSLError, anyio.EndOfStream) as error:
        raise _network_error(error) from error
    if refused is not None:  # raised here, unchained: the library's own message repeats the key a server quotes
        raise refused


def _network_error(error: BaseException) -> UserError:
    import httpx2

    if isinstance(error, httpx2.ConnectTimeout | httpx2.ConnectError | httpx2.ProxyError | httpx2.InvalidURL):
        return Unreachable("No connection to the speech server could be made.")
    if isinstance(error, httpx2.TimeoutException):
        return TimedOut("The speech server sent nothing for too long.")
    return ConnectionCut("The connection to the speech server broke off.")
