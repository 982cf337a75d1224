"""The door to the openai library: lists of models, and every trouble as a ``UserError``."""

from __future__ import annotations

import asyncio
import gc
import socket
import subprocess
import sys
from contextlib import aclosing

import pytest

from desktop_app.chat.openai_client import OpenAIClient
from desktop_app.domain.errors import (
    ConnectionCut,
    KeyMissing,
    KeyRefused,
    NotOffered,
    ServerFailed,
    TimedOut,
    Unreachable,
    UserError,
)
from tests.support.api_server import ApiServer, ChatReply


async def models_at(url: str, key: str | None = "sk-good") -> list[str]:
    client = OpenAIClient(url, key)
    try:
        return await client.models()
    finally:
        await client.aclose()


async def trouble_at(url: str, key: str | None = "sk-good") -> UserError:
    with pytest.raises(UserError) as caught:
        await models_at(url, key)
    return caught.value


async def test_models_are_listed_in_order(server: ApiServer) -> None:
    server.models = ["zeta", "alpha", "alpha"]
    assert await models_at(server.url) == ["alpha", "zeta"]


@pytest.mark.parametrize("body", [{"data": []}, {"object": "list", "data": None}, {"data": [{"id": 7}, "x"]}])
async def test_a_list_without_models_is_empty(server: ApiServer, body: dict[str, object]) -> None:
    server.models_reply = (200, body)
    assert await models_at(server.url) == []


@pytest.mark.parametrize("body", ["<html>hello</html>", {"models": []}, "[]"])
async def test_what_is_no_list_is_no_chat_server(server: ApiServer, body: dict[str, object] | str) -> None:
    server.models_reply = (200, body)
    assert isinstance(await trouble_at(server.url), NotOffered)


async def test_a_failing_list_is_a_failing_server(server: ApiServer) -> None:
    server.models_reply = (500, {"error": "boom"})
    assert isinstance(await trouble_at(server.url), ServerFailed)


async def test_a_refused_key_and_a_missing_one_are_two_things(server: ApiServer) -> None:
    server.keys = {"sk-good"}
    assert isinstance(await trouble_at(server.url, "sk-bad"), KeyRefused)
    assert isinstance(await trouble_at(server.url, None), KeyMissing)
    assert await models_at(server.url, " sk-good\n") == ["test-large", "test-small"]


async def test_a_name_and_password_are_sent_as_http_has_them_and_never_quoted(server: ApiServer) -> None:
    credential = "Basic bWU6czNjcmV0LXdvcmQ="
    server.keys = {credential}
    assert await models_at(server.url, credential) == ["test-large", "test-small"]
    assert server.requests[-1].headers["Authorization"] == credential
    server.models_reply = (403, {"error": {"message": f"{credential}, that is me:s3cret-word, may not do this"}})
    error = await trouble_at(server.url, credential)
    assert isinstance(error, KeyRefused)
    assert error.detail == "[key], that is [key], may not do this"


@pytest.mark.parametrize("key", ["sk-“quoted”", "two words", "sk-\x07"])
async def test_a_key_that_cannot_be_one_is_not_sent(server: ApiServer, key: str) -> None:
    assert isinstance(await trouble_at(server.url, key), KeyRefused)
    assert server.requests == []


async def test_nobody_listening_is_said_so(server: ApiServer) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    error = await trouble_at(f"http://127.0.0.1:{port}/v1")
    assert isinstance(error, Unreachable)
    assert str(error) == "Nothing is listening at 127.0.0.1."
    assert error.retryable


@pytest.mark.parametrize("url", ["http://[::1/v1", "ftp://example.invalid/v1", "http://127.0.0.1:99999/v1", ""])
async def test_an_address_that_is_none_is_said_so_and_not_tried_again(url: str) -> None:
    error = await trouble_at(url)
    assert isinstance(error, Unreachable)
    assert str(error) == "The server address is not one that can be called."
    assert not error.retryable


async def test_a_server_that_speaks_no_tls_is_said_so(server: ApiServer) -> None:
    error = await trouble_at(server.url.replace("http://", "https://"))
    assert isinstance(error, Unreachable)
    assert "encryption" in str(error)


async def test_a_server_that_hangs_up_is_a_cut() -> None:
    async def hang_up(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        assert isinstance(await trouble_at(f"http://127.0.0.1:{port}/v1"), ConnectionCut)


async def test_a_silence_has_an_end(server: ApiServer) -> None:
    server.chat(ChatReply(text="late", delay=30.0))
    client = OpenAIClient(server.url, None, read_seconds=0.05)
    with pytest.raises(TimedOut):
        async with client.chat(b'{"model": "m", "messages": []}'):
            pass
    await client.aclose()


async def test_a_list_that_does_not_come_has_an_end_too(server: ApiServer) -> None:
    server.models_delay = 30.0
    client = OpenAIClient(server.url, None, read_seconds=0.05)
    with pytest.raises(TimedOut):
        await client.models()
    await client.aclose()


async def test_closing_twice_is_closing_once(server: ApiServer) -> None:
    client = OpenAIClient(server.url, None)
    await client.aclose()
    await client.models()
    await client.aclose()
    await client.aclose()


@pytest.mark.parametrize("proxy", ["socks://127.0.0.1:9", "socks5://127.0.0.1:9"])
async def test_a_proxy_of_an_unknown_kind_is_trouble_and_no_bug(
    server: ApiServer, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    error = await trouble_at("http://example.invalid/v1")
    assert isinstance(error, Unreachable)
    assert "proxy" in str(error)


async def test_a_server_on_this_machine_is_never_asked_through_a_proxy(
    server: ApiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert await models_at(server.url) == ["test-large", "test-small"]


def test_nothing_heavy_is_imported_before_the_first_request() -> None:
    names = ["chat_completions", "openai_client", "engine", "demo", "discovery", "provider"]
    imports = "; ".join(f"import desktop_app.chat.{name}" for name in names)
    check = f"import sys; {imports}; sys.exit(any(name in sys.modules for name in ('openai', 'httpx2', 'PySide6')))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


async def test_the_library_is_imported_in_a_thread_and_never_in_the_loop(server: ApiServer) -> None:
    check = (
        "import asyncio, builtins, sys, threading\n"
        "from desktop_app.chat.openai_client import OpenAIClient\n"
        "real = builtins.__import__\n"
        "def watched(name, *rest):\n"
        "    heavy = name.split('.')[0] in ('openai', 'httpx2', 'anyio') and name not in sys.modules\n"
        "    if heavy and threading.current_thread() is threading.main_thread():\n"
        "        sys.exit(f'{name} is imported in the loop')\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = watched\n"
        "asyncio.run(OpenAIClient(sys.argv[1], None).models())\n"
    )
    ran = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", check, server.url], check=False, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stderr) == (0, "")


async def test_an_answer_left_between_two_chunks_leaves_nothing_half_closed(
    server: ApiServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)
    hooks = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(firstiter=None, finalizer=None)  # the window's loop has none: what is dropped is not closed
    try:
        client = OpenAIClient(server.url, "sk-good")
        server.chat(ChatReply("word " * 2000, chunk=5, pace=0.002))
        async with client.chat(b'{"model": "m", "messages": [], "stream": true}') as response:
            async with aclosing(response.chunks()) as chunks:
                await anext(chunks)
            gc.collect()
        gc.collect()
        await client.aclose()
    finally:
        sys.set_asyncgen_hooks(*hooks)
    assert complaints == []
