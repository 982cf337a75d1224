"""Servers on this machine are found, and whatever else listens there is left out."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from desktop_app.chat.discovery import DEFAULTS, Candidate, Discovered, find_servers
from tests.support.api_server import ApiServer

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(handler: Handler) -> AsyncIterator[str]:
    async with await asyncio.start_server(handler, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"


def answering(*pieces: bytes) -> Handler:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.writelines(filter(None, pieces))  # of nothing at all, Python 3.13.0 writes on for ever
        await writer.drain()
        writer.close()

    return answer


@pytest.fixture
def nobody() -> str:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{unused.getsockname()[1]}/v1"


async def found_at(url: str, seconds: float = 5.0) -> list[Discovered]:
    return await find_servers([Candidate("Some", url)], seconds)


async def test_servers_that_answer_are_listed_in_order_with_their_models(nobody: str) -> None:
    async with ApiServer(models=["b", "a"]) as one, ApiServer(models=[]) as two:
        candidates = [Candidate("One", one.url), Candidate("None", nobody), Candidate("Two", two.url)]
        found = await find_servers(candidates, 5.0)
    assert found == [Discovered("One", one.url, ("a", "b")), Discovered("Two", two.url, ())]


async def test_a_server_that_wants_a_key_is_one_too() -> None:
    async with ApiServer(keys={"sk-good"}) as server:
        assert await found_at(server.url) == [Discovered("Some", server.url, ())]


async def test_a_server_may_chunk_its_answer() -> None:
    body = b'{"object": "list", "data": [{"id": "m"}]}'
    chunks = b"".join(b"%x;x=1\r\n%s\r\n" % (len(part), part) for part in (body[:9], body[9:])) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    async with listening(answering(head, chunks)) as url:
        assert await found_at(url) == [Discovered("Some", url, ("m",))]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n<html>my own project</html>",
        b"HTTP/1.1 200 OK\r\n\r\n[]",
        b'HTTP/1.1 200 OK\r\n\r\n{"data": []}',
        b'HTTP/1.1 200 OK\r\n\r\n{"object": "list", "data": 7}',
        b'HTTP/1.1 404 Not Found\r\n\r\n{"object": "list", "data": []}',
        b'HTTP/1.1 401 Unauthorized\r\n\r\n{"error": "unauthorized"}',
        b"HTTP/1.1 200 OK\r\nContent-Length: lots\r\n\r\n{}",
        b"HTTP/1.1 OK\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort",
        b"HTTP/1.1 200 OK\r\n\r\n\xff\xfe\xff",
        b"x" * 200_000,
        b"HTTP/1.1\r\n\r\n",
    ],
)
async def test_whatever_else_listens_there_is_left_out(answer: bytes) -> None:
    async with listening(answering(answer)) as url:
        assert await found_at(url) == []


async def test_one_that_never_answers_is_not_waited_for() -> None:
    async def sleep(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with listening(sleep) as url:
        assert await found_at(url, seconds=0.05) == []


def test_the_places_to_look_are_the_well_known_ones() -> None:
    assert [(place.name, place.url) for place in DEFAULTS] == [
        ("Ollama", "http://127.0.0.1:11434/v1"),
        ("LM Studio", "http://127.0.0.1:1234/v1"),
        ("llama.cpp", "http://127.0.0.1:8080/v1"),
        ("LiteLLM", "http://127.0.0.1:4000/v1"),
    ]
