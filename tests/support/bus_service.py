"""A service of a desktop, played on the session bus: it speaks D-Bus as a real one does, on a thread of its own."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Any, Self

from jeepney import DBusAddress, Message, MessageType, message_bus, new_signal
from jeepney.io.blocking import DBusConnection, open_dbus_connection


class BusService:
    """Has ``name`` on the bus from the beginning, and answers inside its ``with``."""

    def __init__(self, name: str) -> None:
        self._bus: DBusConnection = open_dbus_connection("SESSION", auth_timeout=10)
        self._bus.send_and_get_reply(message_bus.RequestName(name), timeout=5)
        self._thread = threading.Thread(target=self._serve, name=f"fake {name}", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bus.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._bus.close()

    def _answer(self, call: Message) -> None:
        """One call, on the service's thread; what it sends goes out by ``self._bus``."""
        raise NotImplementedError

    def _tell(self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...]) -> None:
        """A signal, to all who listen."""
        self._bus.send(new_signal(DBusAddress(path, interface=interface), member, signature, body))

    def _serve(self) -> None:
        try:
            while True:
                message = self._bus.receive()
                if message.header.message_type is MessageType.method_call:
                    self._answer(message)
        except OSError:
            return
