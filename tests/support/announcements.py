"""What a screen reader is told to say at once, as the accessibility bus carries it: announcements, or notifications."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.support.screen import Screen

_EVENTS = "org.a11y.atspi.Event.Object"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", bus_name="org.a11y.atspi.Registry", interface="org.a11y.atspi.Registry"
)


class Announcements:
    """A screen reader of today. ``words``: all that it was told since it was entered, in order."""

    _member, _event = "Announcement", "object:announcement"

    def __init__(self, screen: Screen) -> None:
        self.words: list[str] = []
        self._address = screen.address
        self._bus = open_dbus_connection(screen.address, auth_timeout=10)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="announcements")

    def __enter__(self) -> Self:
        rule = MatchRule(type="signal", interface=_EVENTS, member=self._member)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=5)
        self._bus.send_and_get_reply(
            new_method_call(_REGISTRY, "RegisterEvent", "sass", (self._event, [], "")), timeout=5
        )
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()
        self._bus.close()

    def _listen(self) -> None:
        with open_dbus_connection(self._address, auth_timeout=10) as asking:
            while not self._ended.is_set():
                try:
                    message = self._bus.receive(timeout=0.1)
                except TimeoutError:
                    continue
                if message.header.message_type is MessageType.signal and len(message.body) >= 4:
                    self._hear(message, asking)

    def _hear(self, message: Message, _asking: DBusConnection) -> None:
        kind, value = message.body[3]
        if kind == "s":
            self.words.append(value)


class Notifications(Announcements):
    """A screen reader of some years ago, as Orca 43: it is told that a notification is shown, and asks for its name."""

    _member, _event = "StateChanged", "object:state-changed:showing"

    def _hear(self, message: Message, asking: DBusConnection) -> None:
        state, shown = message.body[:2]
        if (state, shown) != ("showing", 1):
            return
        fields = message.header.fields
        sender = DBusAddress(fields[HeaderFields.path], bus_name=fields[HeaderFields.sender], interface=_ACCESSIBLE)
        if _ask(asking, new_method_call(sender, "GetRoleName")) == "notification":
            self.words.append(_ask(asking, Properties(sender).get("Name"))[1])


def _ask(bus: DBusConnection, call: Message) -> Any:
    return bus.send_and_get_reply(call, timeout=5).body[0]
