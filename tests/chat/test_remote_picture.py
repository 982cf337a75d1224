"""A picture at an address: fetched from the open web or the chat server's own host, and from nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from desktop_app.chat import remote_picture
from desktop_app.chat.remote_picture import fetch
from desktop_app.domain.errors import PictureNotLoaded

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class _Site:
    """``requests``: what reached it."""

    def __init__(self) -> None:
        self.requests: list[web.Request] = []
        self.answer: Answer = _picture
        self.url = ""

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.requests.append(request)
        return await self.answer(request)


async def _picture(_request: web.Request) -> web.StreamResponse:
    return web.Response(body=b"\x89PNG of a cat", content_type="image/png")


@pytest.fixture
async def site() -> AsyncIterator[_Site]:
    made = _Site()
    application = web.Application()
    application.router.add_get("/{path:.*}", made.handle)
    async with TestServer(application, host="127.0.0.1") as server:
        made.url = f"http://127.0.0.1:{server.port}"
        yield made


async def test_the_chat_servers_own_host_is_asked_and_nothing_goes_along(site: _Site) -> None:
    assert await fetch(f"{site.url}/cat.png", "127.0.0.1") == b"\x89PNG of a cat"
    (request,) = site.requests
    assert not {"cookie", "authorization", "referer"} & {name.lower() for name in request.headers}


@pytest.mark.parametrize(
    "address",
    [
        "{site}/cat.png",
        "http://localhost:{port}/cat.png",
        "http://[::1]:{port}/cat.png",
        "http://127.1:{port}/cat.png",
        "http://2130706433:{port}/cat.png",
        "http://0.0.0.0:{port}/cat.png",
        "http://10.0.0.1/cat.png",
        "http://169.254.169.254/latest/meta-data",
        "http://[fe80::1%25lo]/cat.png",
    ],
)
async def test_nothing_in_this_machine_or_its_network_is_asked(site: _Site, address: str) -> None:
    port = site.url.rpartition(":")[2]
    with pytest.raises(PictureNotLoaded):
        await fetch(address.format(site=site.url, port=port), "api.openai.com")
    assert not site.requests


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://host/cat.png", "cat.png", "http:///cat.png", "http://a:b/"]
)
async def test_only_the_web_is_asked(address: str) -> None:
    with pytest.raises(PictureNotLoaded):
        await fetch(address, "")


async def test_a_place_to_which_it_leads_on_is_judged_anew(site: _Site) -> None:
    async def elsewhere(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound(f"http://127.0.0.2:{request.url.port}/inside.png")

    site.answer = elsewhere
    with pytest.raises(PictureNotLoaded, match="its own network"):
        await fetch(f"{site.url}/cat.png", "127.0.0.1")
    assert len(site.requests) == 1


async def test_a_ring_of_addresses_comes_to_an_end(site: _Site) -> None:
    async def ring(_request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound("/again")

    site.answer = ring
    with pytest.raises(PictureNotLoaded):
        await fetch(f"{site.url}/cat.png", "127.0.0.1")
    assert len(site.requests) == 5


async def test_a_page_is_no_picture_and_an_error_is_told(site: _Site) -> None:
    async def page(_request: web.Request) -> web.StreamResponse:
        return web.Response(text="<html>", content_type="text/html")

    async def missing(_request: web.Request) -> web.StreamResponse:
        raise web.HTTPNotFound

    for answer, words in [(page, "no picture"), (missing, "404")]:
        site.answer = answer
        with pytest.raises(PictureNotLoaded, match=words):
            await fetch(f"{site.url}/cat.png", "127.0.0.1")


async def test_one_that_never_ends_is_given_up(site: _Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_picture, "LARGEST", 100_000)
    ended = asyncio.Event()

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"content-type": "image/png"})
        await response.prepare(request)
        try:
            while True:
                await response.write(b"x" * 10_000)
        finally:
            ended.set()

    site.answer = endless
    with pytest.raises(PictureNotLoaded, match="too large"):
        await fetch(f"{site.url}/cat.png", "127.0.0.1")
    await asyncio.wait_for(ended.wait(), 10)


async def test_a_server_that_says_nothing_is_not_waited_for(site: _Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_picture, "_SECONDS", 0.2)

    async def silent(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        return web.Response()

    site.answer = silent
    with pytest.raises(PictureNotLoaded, match="TimeoutError"):
        await fetch(f"{site.url}/cat.png", "127.0.0.1")
