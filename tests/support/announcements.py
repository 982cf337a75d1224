"""What a screen reader is told to say at once: the announcements on the accessibility bus."""

from __future__ import annotations

import threading
from types import TracebackType
from typing import Self

from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.support.screen import Screen

_EVENTS = "org.a11y.atspi.Event.Object"
_REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", bus_name="org.a11y.atspi.Registry", interface="org.a11y.atspi.Registry"
)


class Announcements:
    """``words``: all that was told since it was entered, in order."""

    def __init__(self, screen: Screen) -> None:
        self.words: list[str] = []
        self._bus = open_dbus_connection(screen.address, auth_timeout=10)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="announcements")

    def __enter__(self) -> Self:
        rule = MatchRule(type="signal", interface=_EVENTS, member="Announcement")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=5)
        self._bus.send_and_get_reply(
            new_method_call(_REGISTRY, "RegisterEvent", "sass", ("object:announcement", [], "")), timeout=5
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
        while not self._ended.is_set():
            try:
                message = self._bus.receive(timeout=0.1)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.signal and len(message.body) >= 4:
                kind, value = message.body[3]
                if kind == "s":
                    self.words.append(value)
