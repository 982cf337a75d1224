"""What a system's notification says, and who shows it: each system has a way of its own, a ``Notifier``.

Do-not-disturb is the system's business: a notification is of ordinary urgency and makes no sound, so where the person
is not to be disturbed it goes into the system's list without showing up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Chosen = Callable[[str, str], None]
"""Hears the key of the notification that was clicked, and what allows us to come to the front; empty: nothing does."""


@dataclass(frozen=True, slots=True)
class Notification:
    """``key``: one with the same key takes the place of the one before. ``action``: what a click does, in words."""

    key: str
    title: str
    body: str
    action: str


class Notifier(Protocol):
    """Shows notifications. Nothing here waits; where the system shows none, nothing happens."""

    on_chosen: Chosen
    """Called on the event loop."""

    def show(self, notification: Notification) -> None: ...

    def withdraw(self, key: str) -> None:
        """What it told is known by now; says nothing where there is none."""
