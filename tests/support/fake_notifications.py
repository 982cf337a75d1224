"""A desktop's notification service on the session bus: keeps what it is given to show, and is clicked by the test."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jeepney import HeaderFields, Message, new_error, new_method_return

from tests.support.bus_service import BusService

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Shown:
    """``replaces``: the number of the one whose place it took, 0 for none."""

    number: int
    application: str
    replaces: int
    title: str
    body: str
    actions: list[str]
    hints: dict[str, Any]


class FakeNotifications(BusService):
    """``shown`` is what stands there now, by its number; ``ever`` is all of it. ``refuses``: it says no to all."""

    def __init__(self, *, capabilities: tuple[str, ...] = ("body", "actions"), refuses: bool = False) -> None:
        super().__init__(_NAME)
        self.ever: list[Shown] = []
        self.shown: dict[int, Shown] = {}
        self._capabilities = capabilities
        self._refuses = refuses
        self._numbers = itertools.count(1)

    def wait(self, condition: Callable[[], object], what: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, f"waited in vain for {what}; shown: {self.shown}"
            time.sleep(0.01)

    def click(self, number: int, token: str = "") -> None:
        """On the notification itself, which goes away with it."""
        if token:
            self._signal("ActivationToken", "us", (number, token))
        self._signal("ActionInvoked", "us", (number, "default"))
        self.dismiss(number)

    def dismiss(self, number: int) -> None:
        self.shown.pop(number, None)
        self._signal("NotificationClosed", "uu", (number, 2))

    def _answer(self, call: Message) -> None:
        method = call.header.fields[HeaderFields.member]
        if self._refuses:
            self._bus.send(new_error(call, "org.freedesktop.DBus.Error.Failed", "s", ("not today",)))
        elif method == "GetCapabilities":
            self._bus.send(new_method_return(call, "as", (list(self._capabilities),)))
        elif method == "Notify":
            self._bus.send(new_method_return(call, "u", (self._show(call.body),)))
        elif method == "CloseNotification":
            self.shown.pop(call.body[0], None)
            self._bus.send(new_method_return(call))
            self._signal("NotificationClosed", "uu", (call.body[0], 3))

    def _show(self, body: tuple[Any, ...]) -> int:
        application, replaces, _icon, title, text, actions, hints, _seconds = body
        number = replaces or next(self._numbers)
        values = {name: value for name, (_signature, value) in hints.items()}
        self.shown[number] = Shown(number, application, replaces, title, text, actions, values)
        self.ever.append(self.shown[number])
        return int(number)

    def _signal(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._tell(_PATH, _NAME, member, signature, body)
