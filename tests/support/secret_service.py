"""What the real keyring of this session holds of Aloud, looked at past the program."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import secretstorage
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.support.screen import Screen

SERVICE = "io.github.aloud.Aloud"


def stored_keys() -> dict[str, str]:
    """The keys by the address of their server."""
    found = {}
    with _items() as items:
        for item in items:
            with suppress(secretstorage.ItemNotFoundException):  # it is just being removed
                found[str(item.get_attributes()["username"])] = item.get_secret().decode()
    return found


def empty_keyring() -> None:
    with _items() as items:
        for item in items:
            item.delete()


def without_session_bus(screen: Screen) -> dict[str, str]:
    """The environment of a program that finds no session bus, and so no keyring, but can be read on the screen."""
    return {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus", "AT_SPI_BUS_ADDRESS": screen.address}


@contextmanager
def asking_keyring(screen: Screen) -> Iterator[dict[str, str]]:
    """The environment of a program whose keyring takes every question and answers none, as one that asks its owner."""
    with _private_bus() as (address, _folder), closing(open_dbus_connection(address, auth_timeout=10)) as keyring:
        _call_bus(keyring, "RequestName", "su", "org.freedesktop.secrets", 0)
        yield {"DBUS_SESSION_BUS_ADDRESS": address, "AT_SPI_BUS_ADDRESS": screen.address}


@contextmanager
def locked_keyring(screen: Screen) -> Iterator[dict[str, str]]:
    """The environment of a program whose keyring is a real one, locked, and with no way of asking its owner."""
    with _private_bus() as (address, folder), closing(open_dbus_connection(address, auth_timeout=10)) as bus:
        own = {"DBUS_SESSION_BUS_ADDRESS": address, "HOME": folder, "XDG_DATA_HOME": folder, "XDG_RUNTIME_DIR": folder}
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        keyring = subprocess.Popen(command, env={**os.environ, **own}, stdout=subprocess.DEVNULL)
        try:
            screen.wait(lambda: _call_bus(bus, "NameHasOwner", "s", "org.freedesktop.secrets")[0], "the keyring")
            yield {"DBUS_SESSION_BUS_ADDRESS": address, "AT_SPI_BUS_ADDRESS": screen.address}
        finally:
            keyring.kill()
            keyring.wait()


_BUS = """<busconfig><type>session</type><listen>{address}</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


@contextmanager
def _private_bus() -> Iterator[tuple[str, str]]:
    """A session bus that starts nothing by itself: its address, and a folder that goes with it."""
    with tempfile.TemporaryDirectory(prefix="aloud-bus-") as folder:
        address = f"unix:path={folder}/bus"
        config = Path(folder, "bus.conf")
        config.write_text(_BUS.format(address=address), "utf-8")
        command = ["dbus-daemon", "--nofork", "--nopidfile", "--print-address=1", f"--config-file={config}"]
        daemon = subprocess.Popen(command, stdout=subprocess.PIPE)
        try:
            assert daemon.stdout is not None
            daemon.stdout.readline()  # it says its address once it can be called
            yield address, folder
        finally:
            daemon.kill()
            daemon.communicate()


def _call_bus(connection: DBusConnection, method: str, signature: str, *arguments: object) -> tuple[Any, ...]:
    bus = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
    call = new_method_call(bus, method, signature, arguments)
    return tuple(connection.send_and_get_reply(call, timeout=5).body)


@contextmanager
def _items() -> Iterator[list[secretstorage.Item]]:
    with closing(open_dbus_connection("SESSION", auth_timeout=10)) as bus:  # secretstorage's own has one second
        collection = secretstorage.get_default_collection(bus)
        yield list(collection.search_items({"service": SERVICE}))
