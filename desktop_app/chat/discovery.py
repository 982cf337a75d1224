"""Looks for servers on this machine that speak the OpenAI API, without keeping anybody waiting.

Written on bare streams: on most machines nothing listens, and nothing heavy should be imported to learn that.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

_LARGEST_ANSWER = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a program of that name listens unless it was told otherwise."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Discovered:
    """A server that answered: ``models`` as it lists them, sorted; empty where it wants a key first."""

    name: str
    url: str
    models: tuple[str, ...]


DEFAULTS = (
    Candidate("Ollama", "http://127.0.0.1:11434/v1"),
    Candidate("LM Studio", "http://127.0.0.1:1234/v1"),
    Candidate("llama.cpp", "http://127.0.0.1:8080/v1"),
    Candidate("LiteLLM", "http://127.0.0.1:4000/v1"),
)


async def find_servers(candidates: Iterable[Candidate] = DEFAULTS, timeout: float = 1.0) -> list[Discovered]:  # noqa: ASYNC109 - each has its own
    """Asks all candidates at once, each for at most ``timeout`` seconds; those that answer well, in the given order."""
    found = await asyncio.gather(*(_probe(candidate, timeout) for candidate in candidates))
    return [server for server in found if server is not None]


async def _probe(candidate: Candidate, seconds: float) -> Discovered | None:
    try:
        async with asyncio.timeout(seconds):
            status, body = await _get(f"{candidate.url}/models")
    except (OSError, EOFError, ValueError, asyncio.LimitOverrunError):  # TimeoutError is an OSError
        return None
    models = _models(status, body)
    return None if models is None else Discovered(candidate.name, candidate.url, models)


async def _get(url: str) -> tuple[int, object]:
    """The status and JSON body. HTTP/1.0, so that the body comes unchunked. Raises OSError, EOFError or ValueError."""
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
    try:
        writer.write(f"GET {parts.path} HTTP/1.0\r\nHost: {parts.netloc}\r\nAccept: application/json\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        body = await _body(reader, head.lower())
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
    version, status, *_ = head.split(maxsplit=2)
    if not version.startswith("HTTP/"):
        raise ValueError("not HTTP")
    return int(status), json.loads(body)


async def _body(reader: asyncio.StreamReader, head: str) -> bytes:
    """As long as the head says, or up to the end; unchunked where a server chunks regardless of our version."""
    headers = dict(line.partition(":")[::2] for line in head.split("\r\n")[1:])
    if "chunked" in headers.get("transfer-encoding", ""):
        body = bytearray()
        while (size := int((await reader.readline()).partition(b";")[0], 16)) and len(body) < _LARGEST_ANSWER:
            body += await reader.readexactly(size)
            await reader.readline()
        return bytes(body)
    length = int(headers.get("content-length", _LARGEST_ANSWER))
    body = bytearray()
    while len(body) < min(length, _LARGEST_ANSWER) and (piece := await reader.read(65_536)):
        body += piece
    return bytes(body)


def _models(status: int, body: object) -> tuple[str, ...] | None:
    """None where this is no API server: it must list models, or ask for a key in OpenAI's words."""
    if not isinstance(body, Mapping):
        return None
    if status in {401, 403}:
        error = body.get("error")
        return () if isinstance(error, Mapping) and isinstance(error.get("message"), str) else None
    rows = body.get("data", ...)
    if status != 200 or body.get("object") != "list" or not isinstance(rows, list | None):
        return None
    names = (row.get("id") for row in rows or () if isinstance(row, Mapping))
    return tuple(sorted(name for name in names if isinstance(name, str)))
