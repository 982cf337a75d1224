"""What this session's real keyring holds of Aloud's, looked at past the program, by the Secret Service's own protocol."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import secretstorage

SERVICE = "io.github.aloud.Aloud"


def stored_keys() -> dict[str, str]:
    """The keys by the address of their server."""
    with _items() as items:
        return {str(item.get_attributes()["username"]): item.get_secret().decode() for item in items}


def empty_keyring() -> None:
    with _items() as items:
        for item in items:
            item.delete()


@contextmanager
def _items() -> Iterator[list[secretstorage.Item]]:
    with closing(secretstorage.dbus_init()) as bus:
        collection = secretstorage.get_default_collection(bus)
        yield list(collection.search_items({"service": SERVICE}))
