"""A picture that an answer names is fetched, when a person asks for it and not before.

The address is the model's, so nothing of this machine or its network is asked on its behalf: only public addresses are,
and the chat server's own host. No cookie, key or referrer goes along.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from desktop_app.domain.errors import PictureNotLoaded

if TYPE_CHECKING:
    import httpx2

LARGEST: Final = 10_000_000
"""Bytes."""
_SECONDS: Final = 20.0
_REDIRECTS: Final = 5
_WANTED: Final = "image/png, image/jpeg, image/webp, image/gif, image/bmp, image/svg+xml;q=0.1"


async def fetch(address: str, own_host: str) -> bytes:
    """The picture's file. ``own_host``: the chat server's, which may be on this machine. Raises PictureNotLoaded."""
    client = await asyncio.to_thread(_client)
    import httpx2

    try:
        async with client, asyncio.timeout(_SECONDS):
            return await _follow(client, address, own_host)
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:  # TimeoutError is an OSError
        raise PictureNotLoaded(f"The picture could not be loaded: {type(error).__name__}.") from error


def _client() -> httpx2.AsyncClient:
    """In a thread: the import and the trust store take their time."""
    import httpx2

    return httpx2.AsyncClient(follow_redirects=False, headers={"Accept": _WANTED})


async def _follow(client: httpx2.AsyncClient, address: str, own_host: str) -> bytes:
    for _ in range(_REDIRECTS):
        await _check(address, own_host)
        async with client.stream("GET", address) as response:
            if response.is_redirect:
                address = urljoin(address, response.headers.get("location", ""))
                continue
            if response.status_code != 200:
                raise PictureNotLoaded(f"The picture could not be loaded: the server said {response.status_code}.")
            if not response.headers.get("content-type", "").lower().startswith("image/"):
                raise PictureNotLoaded("What is at that address is no picture.")
            return await _body(response)
    raise PictureNotLoaded("The picture's address leads from one place to the next.")


async def _body(response: httpx2.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > LARGEST:
            raise PictureNotLoaded("The picture is too large.")
    return bytes(body)


async def _check(address: str, own_host: str) -> None:
    """Raises PictureNotLoaded for an address that may not be asked, OSError where the name is not known."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise PictureNotLoaded("Only pictures on the web can be loaded.")
    if parts.hostname == own_host.lower():
        return
    port = parts.port or (443 if parts.scheme == "https" else 80)
    found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    if not all(ipaddress.ip_address(str(one[4][0]).partition("%")[0]).is_global for one in found):
        raise PictureNotLoaded("The picture's address leads into this machine or its own network.")
