"""What the real keyring of this session holds of Aloud, looked at past the program."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import secretstorage
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

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
    with tempfile.TemporaryDirectory(prefix="aloud-bus-") as folder:
        address = f"unix:path={folder}/bus"
        daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1", f"--address={address}"],
            stdout=subprocess.PIPE,
        )
        try:
            assert daemon.stdout is not None
            daemon.stdout.readline()  # it says its address once it can be called
            with closing(open_dbus_connection(address)) as keyring:
                bus = DBusAddress(
                    "/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus"
                )
                name = ("org.freedesktop.secrets", 0)
                keyring.send_and_get_reply(new_method_call(bus, "RequestName", "su", name), timeout=5)
                yield {"DBUS_SESSION_BUS_ADDRESS": address, "AT_SPI_BUS_ADDRESS": screen.address}
        finally:
            daemon.kill()
            daemon.communicate()


@contextmanager
def _items() -> Iterator[list[secretstorage.Item]]:
    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        yield list(collection.search_items({"service": SERVICE}))
