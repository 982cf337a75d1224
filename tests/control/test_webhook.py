"""The webhook's POST against a real server: what arrives, what is tried again, and what never leaves this machine."""

from __future__ import annotations

import asyncio
import socket

import pytest

from desktop_app.control import webhook
from desktop_app.domain.errors import WebhookFailed
from tests.support.hook_server import HookServer

BODY = {"id": "c1", "title": "Boats — 船", "state": "complete", "message": "m1"}


async def test_what_is_told_arrives_as_json_and_nothing_else_goes_along() -> None:
    with HookServer() as server:
        await webhook.post(server.url, BODY)
    (told,) = server.told
    assert told.json == BODY
    assert told.path == "/told?by=aloud"
    headers = {name.lower(): value for name, value in told.headers.items()}
    assert headers["host"] == f"localhost:{server.port}"
    assert headers["content-type"] == "application/json"
    assert set(headers) <= {
        *("host", "content-type", "content-length", "user-agent"),
        *("accept", "accept-encoding", "connection"),
    }


@pytest.mark.parametrize("status", [500, 503, 429])
async def test_a_server_in_trouble_gets_one_more_try(status: int) -> None:
    with HookServer(status) as server:
        await webhook.post(server.url, BODY, pause=0)
    assert len(server.told) == 2
    with HookServer(status, status, status) as server, pytest.raises(WebhookFailed):
        await webhook.post(server.url, BODY, pause=0)
    assert len(server.told) == 2


@pytest.mark.parametrize("status", [400, 401, 404, 410])
async def test_a_server_that_says_no_is_not_asked_again(status: int) -> None:
    with HookServer(status) as server, pytest.raises(WebhookFailed, match=str(status)):
        await webhook.post(server.url, BODY, pause=0)
    assert len(server.told) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_nothing_is_redirected(status: int) -> None:
    with (
        HookServer() as elsewhere,
        HookServer(status, location=elsewhere.url) as server,
        pytest.raises(WebhookFailed),
    ):
        await webhook.post(server.url, BODY, pause=0)
    assert (len(server.told), elsewhere.told) == (1, [])


async def test_where_nobody_listens_it_fails_in_the_users_world() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(WebhookFailed):
        await webhook.post(f"http://127.0.0.1:{port}/", BODY, pause=0)


@pytest.mark.parametrize("address", ["", "http://example.com/", "ftp://host/", "https://me:secret@host/"])
async def test_an_address_that_may_not_be_told_is_never_asked(address: str) -> None:
    with pytest.raises(WebhookFailed):
        await webhook.post(address, BODY, pause=0)


async def test_a_name_of_this_machine_that_leads_elsewhere_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    async def lies(*_arguments: object, **_named: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("203.0.113.7", 80))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", lies)
    with pytest.raises(WebhookFailed, match="this machine"):
        await webhook.post("http://localhost/x", BODY, pause=0)


async def test_a_proxy_of_the_system_learns_nothing_of_what_stays_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with HookServer() as proxy, HookServer() as server:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{proxy.port}")
        await webhook.post(server.url, BODY)
    assert (len(server.told), proxy.told) == (1, [])
