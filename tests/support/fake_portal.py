"""A desktop's portal for global shortcuts on the session bus: grants or declines, and tells of presses.

It speaks D-Bus as the real one does, on a connection and a thread of its own.
"""

from __future__ import annotations

import socket
import threading
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

_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


class FakePortal:
    """``grants`` False: the person declines. ``offers`` False: a desktop without this portal."""

    def __init__(self, *, grants: bool = True, offers: bool = True) -> None:
        self.grants = grants
        self.offers = offers
        self.asked = threading.Event()
        self.triggers: list[str] = []
        self.applications: list[str] = []
        self._session = ""
        self._bus: DBusConnection = open_dbus_connection("SESSION", auth_timeout=10)
        self._bus.send_and_get_reply(message_bus.RequestName(_NAME), timeout=5)
        self._thread = threading.Thread(target=self._serve, name="fake portal", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bus.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._bus.close()

    def press(self, shortcut: str = "silence") -> None:
        """The key goes down, in whatever program."""
        body: tuple[Any, ...] = (self._session, shortcut, 1, {})
        self._tell(_PATH, _SHORTCUTS, "Activated", "osta{sv}", body)

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
        sender = call.header.fields[HeaderFields.sender].removeprefix(":").replace(".", "_")
        if method == "Register":
            self.applications.append(call.body[0])
            self._bus.send(new_method_return(call))
        elif not self.offers:
            self._bus.send(new_error(call, "org.freedesktop.DBus.Error.UnknownMethod"))
        elif method == "CreateSession":
            options = call.body[0]
            self._session = f"{_PATH}/session/{sender}/{options['session_handle_token'][1]}"
            self._respond(call, sender, options, 0, {"session_handle": ("s", self._session)})
        elif method == "BindShortcuts":
            _session, shortcuts, _parent, options = call.body
            self.triggers += [fields["preferred_trigger"][1] for _name, fields in shortcuts]
            granted = [(name, {"trigger_description": ("s", "as you like")}) for name, _fields in shortcuts]
            self._respond(call, sender, options, 0 if self.grants else 1, {"shortcuts": ("a(sa{sv})", granted)})
            self.asked.set()

    def _respond(self, call: Message, sender: str, options: dict[str, Any], code: int, results: dict[str, Any]) -> None:
        request = f"{_PATH}/request/{sender}/{options['handle_token'][1]}"
        self._bus.send(new_method_return(call, "o", (request,)))
        self._tell(request, "org.freedesktop.portal.Request", "Response", "ua{sv}", (code, results))

    def _tell(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> None:
        self._bus.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))
