"""The key for all programs where the desktop hands it out: on Wayland, by its portal."""

from __future__ import annotations

import asyncio
import threading

import pytest

from desktop_app.control.global_key import GlobalKey
from desktop_app.control.portal_key import PortalKey
from desktop_app.domain.errors import GlobalKeyError, GlobalKeyNotOffered
from tests.support.fake_portal import FakePortal


async def test_a_key_that_the_desktop_grants_is_heard_until_it_is_let_go() -> None:
    pressed = asyncio.Event()
    with FakePortal() as portal:
        key = GlobalKey(pressed.set, PortalKey)
        await key.hold("Ctrl+Alt+S")
        assert portal.triggers == ["CTRL+ALT+s"]
        assert portal.applications == ["io.github.aloud.Aloud"]
        portal.press("something of another program's")
        portal.press()
        async with asyncio.timeout(5):
            await pressed.wait()
        await key.hold("")
        pressed.clear()
        portal.press()
        await asyncio.sleep(0.05)
        assert not pressed.is_set()
    assert "global key" not in {thread.name for thread in threading.enumerate()}


async def test_a_key_that_the_person_declines_is_told() -> None:
    with FakePortal(grants=False):
        key = GlobalKey(lambda: None, PortalKey)
        with pytest.raises(GlobalKeyError, match="declined"):
            await key.hold("F8")
        await key.close()


async def test_a_desktop_whose_portal_has_no_such_keys_is_told_apart() -> None:
    with FakePortal(offers=False):
        key = GlobalKey(lambda: None, PortalKey)
        with pytest.raises(GlobalKeyNotOffered):
            await key.hold("F8")
        await key.close()


async def test_a_desktop_without_any_portal_is_too() -> None:
    key = GlobalKey(lambda: None, PortalKey)
    with pytest.raises(GlobalKeyNotOffered):
        await key.hold("F8")
    await key.close()


async def test_a_bus_that_is_not_there_is_no_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    key = GlobalKey(lambda: None, PortalKey)
    with pytest.raises(GlobalKeyNotOffered):
        await key.hold("F8")
    await key.close()
