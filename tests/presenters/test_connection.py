"""Who answers: an engine for each server and key, kept while these stay, and one line before each server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from keyring.errors import KeyringLocked as BackendLocked

from desktop_app.domain.errors import KeyMissing, KeyringLocked, Unreachable
from desktop_app.domain.settings import OPENAI_URL, ChatSource, Settings
from desktop_app.domain.turn import Admitted, Finished, TextDelta, TurnStarted, Waiting
from desktop_app.presenters.connection import Connection
from desktop_app.storage.keys import SERVICE, KeyStore
from tests.support.fake_keyring import FakeKeyring
from tests.support.scripted_provider import Hang, ScriptedProvider, asked, words

HERE = Settings(chat_source=ChatSource.SERVER, server_url="http://localhost:1/v1", model="small")
OPENAI = Settings(chat_source=ChatSource.SERVER, server_url=OPENAI_URL, model="small")
DEMO = Settings(chat_source=ChatSource.DEMO)


class Provider(ScriptedProvider):
    """Notes what the connection does with it."""

    def __init__(self, name: str) -> None:
        super().__init__([words("Well.")] * 4)
        self.name = name
        self.warmed = 0
        self.trouble: Exception | None = None
        self.is_closed = False

    async def warm(self) -> None:
        self.warmed += 1
        if self.trouble is not None:
            raise self.trouble

    async def aclose(self) -> None:
        self.is_closed = True


class Place:
    """A connection, the keyring behind it, and every provider that it had made."""

    def __init__(self) -> None:
        self.keyring = FakeKeyring()
        self.keys = KeyStore(environ={}, backend=lambda: self.keyring)
        self.made: list[Provider] = []
        self.connection = Connection(self.keys, lambda url, key: self._make(f"{url} {key}"), lambda: self._make("demo"))

    def _make(self, name: str) -> Provider:
        self.made.append(Provider(name))
        return self.made[-1]

    @property
    def names(self) -> list[str]:
        return [provider.name for provider in self.made]


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    made = Place()
    yield made
    await made.connection.close()


async def test_an_engine_is_kept_while_server_and_key_stay_the_same(place: Place) -> None:
    first = await place.connection.engine(HERE)
    assert await place.connection.engine(HERE.changed({"model": "large"})) is first
    await place.keys.keep(HERE.server_url, "sk-new")
    assert await place.connection.engine(HERE) is not first
    assert place.names == [f"{HERE.server_url} None", f"{HERE.server_url} sk-new"]
    await place.connection.close()
    assert all(provider.is_closed for provider in place.made)


async def test_a_key_that_is_another_now_is_told_once(place: Place) -> None:
    told: list[str | None] = []
    place.connection.on_key_found = lambda: told.append("found")
    for _ in range(2):
        await place.connection.engine(HERE)
    await place.keys.keep(HERE.server_url, "sk-new")
    for _ in range(2):
        await place.connection.engine(HERE)
    assert told == ["found"], "none was known before, and there was none"


async def test_openai_is_not_asked_without_a_key(place: Place) -> None:
    with pytest.raises(KeyMissing):
        await place.connection.engine(OPENAI)
    with pytest.raises(KeyMissing):
        await place.connection.models(OPENAI)
    assert place.made == []
    assert await place.connection.models(OPENAI, "sk-typed") == ["scripted"]


async def test_a_locked_keyring_is_what_is_to_be_mended_and_who_tries_again_has_it_asked_again(place: Place) -> None:
    place.keyring.trouble = BackendLocked()
    for _ in range(2):
        with pytest.raises(KeyringLocked):
            await place.connection.engine(OPENAI)
    assert place.keyring.calls == ["get"], "it is not asked in the user's face each time"
    place.keyring.trouble = None
    place.keyring.passwords[SERVICE, OPENAI_URL] = "sk-kept"
    place.connection.look_again()
    await place.connection.engine(OPENAI)
    assert place.names == [f"{OPENAI_URL} sk-kept"]


async def test_the_demo_needs_no_key_and_lists_its_own_model(place: Place) -> None:
    engine = await place.connection.engine(DEMO)
    events = [event async for event in engine.start(asked()).events()]
    assert [event.text for event in events if isinstance(event, TextDelta)] == ["Well."]
    assert await place.connection.models(DEMO) == ["scripted"]
    assert place.names == ["demo"], "the one that answers lists it, too"
    assert place.keyring.calls == []


async def test_the_engine_is_made_ready_and_trouble_waits_until_something_is_asked(place: Place) -> None:
    await place.connection.warm(HERE)
    place.made[0].trouble = Unreachable("gone")
    await place.connection.warm(HERE)
    assert (len(place.made), place.made[0].warmed) == (1, 2)
    await place.connection.warm(OPENAI)
    assert len(place.made) == 1, "there is no key"


async def test_a_server_has_one_line_whatever_key_asks_and_its_length_can_change(place: Place) -> None:
    place.connection.limit_requests(1)
    first = await place.connection.engine(HERE)
    place.made[0].scripts = [[Hang()]]
    held = first.start(asked())
    await place.made[0].until_opened(1)
    await place.keys.keep(HERE.server_url, "sk-new")
    second = (await place.connection.engine(HERE)).start(asked())
    events = second.events()
    async with asyncio.timeout(10):
        assert [type(await anext(events)) for _ in range(2)] == [TurnStarted, Waiting]
        place.connection.limit_requests(None)
        assert [type(event) async for event in events] == [Admitted, TextDelta, Finished]
    held.stop()


async def test_a_visit_to_another_address_leaves_no_client_behind(place: Place) -> None:
    assert await place.connection.check("http://localhost:2/v1", "sk-typed", "small") == ["scripted"]
    assert await place.connection.models_at("http://localhost:2/v1") == ["scripted"]
    assert place.names == ["http://localhost:2/v1 sk-typed", "http://localhost:2/v1 None"]
    assert all(provider.is_closed for provider in place.made)
