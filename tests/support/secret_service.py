"""What the real keyring of this session holds of Aloud, looked at past the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import secretstorage

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


@contextmanager
def _items() -> Iterator[list[secretstorage.Item]]:
    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        yield list(collection.search_items({"service": SERVICE}))
