"""A desktop's notification service on the session bus: keeps what it is given to show, and is clicked by the test.

It speaks D-Bus as the real ones do, on a connection and a thread of its own.
"""

from __future__ import annotations

import itertools
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

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


class FakeNotifications:
    """``shown`` is what stands there now, by its number; ``ever`` is all of it. ``refuses``: it says no to all."""

    def __init__(self, *, capabilities: tuple[str, ...] = ("body", "actions"), refuses: bool = False) -> None:
        self.ever: list[Shown] = []
        self.shown: dict[int, Shown] = {}
        self._capabilities = capabilities
        self._refuses = refuses
        self._numbers = itertools.count(1)
        self._bus: DBusConnection = open_dbus_connection("SESSION", auth_timeout=10)
        self._bus.send_and_get_reply(message_bus.RequestName(_NAME), timeout=5)
        self._thread = threading.Thread(target=self._serve, name="fake notifications", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bus.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._bus.close()

    def wait(self, condition: Callable[[], object], what: str) -> None:
        end = time.monotonic() + _PATIENCE
        while not condition():
            assert time.monotonic() < end, f"waited in vain for {what}; shown: {self.shown}"
            time.sleep(0.01)

    def click(self, number: int, token: str = "") -> None:
        """On the notification itself, which goes away with it."""
        if token:
            self._tell("ActivationToken", "us", (number, token))
        self._tell("ActionInvoked", "us", (number, "default"))
        self.dismiss(number)

    def dismiss(self, number: int) -> None:
        self.shown.pop(number, None)
        self._tell("NotificationClosed", "uu", (number, 2))

    def _serve(self) -> None:
        try:
            while True:
                message = self._bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)
        except OSError:
            return

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
            self._tell("NotificationClosed", "uu", (call.body[0], 3))

    def _show(self, body: tuple[Any, ...]) -> int:
        application, replaces, _icon, title, text, actions, hints, _seconds = body
        number = replaces or next(self._numbers)
        values = {name: value for name, (_signature, value) in hints.items()}
        self.shown[number] = Shown(number, application, replaces, title, text, actions, values)
        self.ever.append(self.shown[number])
        return int(number)

    def _tell(self, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._bus.send(new_signal(DBusAddress(_PATH, interface=_NAME), member, signature, body))
