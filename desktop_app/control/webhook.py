"""One POST to the address that a person wants told of answers: encrypted or to this machine, and never redirected.

Nothing but the JSON goes along: no key, no cookie, no header that names anybody.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from desktop_app.domain.errors import WebhookFailed
from desktop_app.domain.webhook import refusal

if TYPE_CHECKING:
    import httpx2

_SECONDS: Final = 10.0
_PAUSE: Final = 2.0
"""Seconds before the second try, which is the last."""
_LATER: Final = frozenset({408, 425, 429})
"""What a server says that may take it another time; so does every number from 500 on."""


async def post(address: str, body: Mapping[str, object], pause: float = _PAUSE) -> None:
    """Tells the address. Raises WebhookFailed where neither of two tries went well, or the address may not be told."""
    if not address or refusal(address) is not None:
        raise WebhookFailed("The webhook's address is neither https nor on this machine.")
    import_and_trust = asyncio.to_thread(_client, encrypted=address.startswith("https:"))
    async with await import_and_trust as client:
        if await _goes_well(client, address, body, turn=0):
            return
        await asyncio.sleep(pause)
        if not await _goes_well(client, address, body, turn=1):
            raise WebhookFailed("The webhook's server does not answer as it should.")


def _client(*, encrypted: bool) -> httpx2.AsyncClient:
    """In a thread: the import and the trust store take their time. What stays on this machine passes no proxy."""
    import httpx2

    return httpx2.AsyncClient(follow_redirects=False, trust_env=encrypted, headers={"User-Agent": "Aloud"})


async def _goes_well(client: httpx2.AsyncClient, address: str, body: Mapping[str, object], *, turn: int) -> bool:
    """False where another try may go better. Raises WebhookFailed where none will."""
    import httpx2

    try:
        async with asyncio.timeout(_SECONDS):
            url, host = await _here(httpx2.URL(address), turn)
            async with client.stream("POST", url, json=dict(body), headers=host) as response:
                status = response.status_code
    except (httpx2.HTTPError, OSError):  # TimeoutError is an OSError
        return False
    except (httpx2.InvalidURL, ValueError) as error:
        raise WebhookFailed("The webhook's address cannot be called.") from error
    if status in _LATER or status >= 500:
        return False
    if not 200 <= status < 300:
        raise WebhookFailed(f"The webhook's server said {status}.")
    return True


async def _here(url: httpx2.URL, turn: int) -> tuple[httpx2.URL, dict[str, str]]:
    """An address on this machine by its number, as the name may be said to mean another one; https needs no such care.

    With it the header that names the host. A name may have two numbers, of which a server may have one: each gets a
    ``turn``.
    """
    if url.scheme == "https":
        return url, {}
    port = url.port or 80
    found = await asyncio.get_running_loop().getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    numbers = [str(one[4][0]) for one in found]
    if not all(ipaddress.ip_address(number.partition("%")[0]).is_loopback for number in numbers):
        raise WebhookFailed("The webhook's address does not lead to this machine.")
    in_turn = sorted(dict.fromkeys(numbers), key=lambda number: ":" in number)
    return url.copy_with(host=in_turn[turn % len(in_turn)]), {"Host": urlsplit(str(url)).netloc}
