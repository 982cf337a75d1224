"""A desktop's portal for global shortcuts on the session bus: grants or declines, and tells of presses."""

from __future__ import annotations

import threading
from typing import Any

from jeepney import HeaderFields, Message, new_error, new_method_return

from tests.support.bus_service import BusService

_NAME = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"


class FakePortal(BusService):
    """``grants`` False: the person declines. ``offers`` False: a desktop without this portal."""

    def __init__(self, *, grants: bool = True, offers: bool = True) -> None:
        super().__init__(_NAME)
        self.grants = grants
        self.offers = offers
        self.asked = threading.Event()
        self.triggers: list[str] = []
        self.applications: list[str] = []
        self._session = ""

    def press(self, shortcut: str = "silence") -> None:
        """The key goes down, in whatever program."""
        body: tuple[Any, ...] = (self._session, shortcut, 1, {})
        self._tell(_PATH, _SHORTCUTS, "Activated", "osta{sv}", body)

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
