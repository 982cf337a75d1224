"""Who answers now: turns the settings and the kept key into a chat engine, and keeps it while they stay the same."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from desktop_app.chat.engine import ChatEngine
from desktop_app.chat.places import Places
from desktop_app.chat.provider import ChatProvider
from desktop_app.domain.errors import KeyMissing, KeyringLocked, KeyringSilent, UserError
from desktop_app.domain.settings import OPENAI_URL, ChatSource, Settings
from desktop_app.storage.keys import KeyStore

ServerProvider = Callable[[str, str | None], ChatProvider]
DemoProvider = Callable[[], ChatProvider]


@dataclass(frozen=True, slots=True)
class _Address:
    source: ChatSource
    url: str = ""
    key: str | None = field(default=None, repr=False)


class Connection:
    """``server_provider(url, key)`` and ``demo_provider()`` make what the engine talks through."""

    def __init__(self, keys: KeyStore, server_provider: ServerProvider, demo_provider: DemoProvider) -> None:
        self._keys = keys
        self._server_provider = server_provider
        self._demo_provider = demo_provider
        self._engines: dict[_Address, tuple[ChatEngine, ChatProvider]] = {}
        self._places: dict[str, Places] = {}
        self._at_once: int | None = None
        self._found: dict[str, str | None] = {}
        self._again = False
        self.on_key_found: Callable[[], None] = lambda: None
        """Called when a server's key is another than it was when last looked for."""

    async def engine(self, settings: Settings) -> ChatEngine:
        """The engine for these settings. Raises KeyMissing where the address is OpenAI's and no key is known."""
        return self._open(await self._address(settings))[0]

    def limit_requests(self, at_once: int | None) -> None:
        """So many answers of one server come at once, whatever key asks; further ones wait. None: as many as may be."""
        self._at_once = at_once
        for places in self._places.values():
            places.limit = at_once

    async def warm(self, settings: Settings) -> None:
        """Something will soon be asked: the client is made ready. What stands in the way is told when it is asked."""
        with contextlib.suppress(UserError):
            await self._open(await self._address(settings))[1].warm()

    def look_again(self) -> None:
        """The next engine is wanted by a person who tries again: a keyring that was locked may be open by now."""
        self._again = True

    async def key(self, url: str, *, again: bool = False) -> str | None:
        known = await self._keys.get(url, again=again)
        key = known.value if known else None
        if key != self._found.get(url):
            self._found[url] = key
            self.on_key_found()
        return key

    async def models(self, settings: Settings, typed_key: str = "") -> list[str]:
        """What the server lists, sorted. Raises a UserError; a typed key is tried instead of the kept one."""
        if settings.chat_source is ChatSource.DEMO:
            return await self._open(_Address(ChatSource.DEMO))[1].models()
        return await self.models_at(settings.server_url, typed_key)

    async def models_at(self, url: str, typed_key: str = "") -> list[str]:
        """The same of the server at ``url``, asked by a client of its own."""
        async with self._visitor(url, typed_key) as provider:
            return await provider.models()

    async def check(self, url: str, typed_key: str, model: str) -> list[str]:
        """Whether the server answers with this key: the same list, empty where it has none. Raises what it answered."""
        async with self._visitor(url, typed_key) as provider:
            return await provider.check(model)

    @contextlib.asynccontextmanager
    async def _visitor(self, url: str, typed_key: str) -> AsyncIterator[ChatProvider]:
        key = typed_key or await self.key(url)
        if needs_key(url) and not key:
            raise self._no_key()
        provider = self._server_provider(url, key)
        try:
            yield provider
        finally:
            await provider.aclose()

    async def close(self) -> None:
        for engine, provider in self._engines.values():
            await engine.aclose()
            await provider.aclose()
        self._engines.clear()

    async def _address(self, settings: Settings) -> _Address:
        if settings.chat_source is ChatSource.DEMO:
            return _Address(ChatSource.DEMO)
        again, self._again = self._again, False
        key = await self.key(settings.server_url, again=again)
        if key is None and needs_key(settings.server_url):
            raise self._no_key()
        return _Address(ChatSource.SERVER, settings.server_url, key)

    def _no_key(self) -> UserError:
        """A keyring that holds the key back is the thing to mend; else the key is simply not there."""
        if isinstance(self._keys.problem, KeyringLocked | KeyringSilent):
            return self._keys.problem
        return KeyMissing("No key is kept for this server.")

    def _open(self, address: _Address) -> tuple[ChatEngine, ChatProvider]:
        if address not in self._engines:
            if address.source is ChatSource.DEMO:
                provider, places = self._demo_provider(), None
            else:
                provider = self._server_provider(address.url, address.key)
                places = self._places.setdefault(address.url, Places(self._at_once))
            self._engines[address] = (ChatEngine(provider, places=places), provider)
        return self._engines[address]


def needs_key(url: str) -> bool:
    """Whether nothing at this address answers without a key; other servers decide for themselves."""
    return urlsplit(url).hostname == urlsplit(OPENAI_URL).hostname
