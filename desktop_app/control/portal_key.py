"""A key of the whole Wayland desktop, by the portal for global shortcuts: the desktop asks the person, and decides.

```
CreateSession -> a session    BindShortcuts -> granted or not    Activated, Activated ... until the session is closed
```

Both calls answer at once with the path of a request, whose Response follows when the person has decided. The door to
jeepney, which the keyring brings along: it runs on plain sockets, and so on a thread of its own.
"""

from __future__ import annotations

import contextlib
import secrets
import socket
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop_app.control.key_names import Key, portal_trigger
from desktop_app.domain.errors import GlobalKeyError, GlobalKeyNotOffered

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_REQUEST = "org.freedesktop.portal.Request"
_APPLICATION = "io.github.aloud.Aloud"
_SHORTCUT = "silence"
_WORDS = "Silence the speech"
_ANSWER_SECONDS = 10.0


class PortalKey:
    """A ``KeyGrab``."""

    asks = True

    def __init__(self) -> None:
        self._bus: DBusConnection | None = None
        self._session = ""
        self._let_go = False

    def take(self, key: Key) -> None:
        trigger = portal_trigger(key)
        try:
            self._bus = _connect()
            _introduce(self._bus)
            self._session = self._create_session()
            self._bind(trigger)
        except OSError as error:  # a time-out is one, and so is what a socket that was shut down raises
            self._close()
            raise GlobalKeyNotOffered("The desktop has no portal for such keys, or it does not answer.") from error
        except GlobalKeyError:
            self._close()
            raise

    def watch(self, on_press: Callable[[], object]) -> None:
        from jeepney import HeaderFields

        bus = self._bus
        if bus is None:
            return
        with contextlib.suppress(OSError):
            while not self._let_go:
                message = bus.receive()
                if message.header.fields.get(HeaderFields.member) != "Activated" or len(message.body) < 2:
                    continue
                if message.body[:2] == (self._session, _SHORTCUT):
                    on_press()
        self._close()

    def let_go(self) -> None:
        """The portal closes the session of whoever has left the bus; what waits on it wakes."""
        self._let_go = True
        bus = self._bus
        if bus is not None:
            with contextlib.suppress(OSError):
                bus.sock.shutdown(socket.SHUT_RDWR)

    def _close(self) -> None:
        bus, self._bus = self._bus, None
        if bus is not None:
            bus.close()

    def _create_session(self) -> str:
        session = f"aloud_{secrets.token_hex(8)}"
        results = self._ask("CreateSession", "", (), {"session_handle_token": ("s", session)}, _ANSWER_SECONDS)
        handle = results.get("session_handle", ("s", ""))[1]
        if not isinstance(handle, str) or not handle:
            raise GlobalKeyNotOffered("The desktop's portal gave no session for such keys.")
        return handle

    def _bind(self, trigger: str) -> None:
        shortcut = (_SHORTCUT, {"description": ("s", _WORDS), "preferred_trigger": ("s", trigger)})
        results = self._ask("BindShortcuts", "oa(sa{sv})s", (self._session, [shortcut], ""), {}, None)
        granted = results.get("shortcuts", ("a(sa{sv})", []))[1]
        if _SHORTCUT not in {name for name, _fields in granted}:
            raise GlobalKeyError("The desktop gave no key.")

    def _ask(
        self, method: str, signature: str, arguments: tuple[Any, ...], options: dict[str, Any], seconds: float | None
    ) -> dict[str, Any]:
        """Calls a method and waits for its Response, ``seconds`` None: however long the person thinks about it."""
        from jeepney import MatchRule

        bus = self._open_bus()
        token = f"aloud_{secrets.token_hex(8)}"
        sender = (bus.unique_name or "").removeprefix(":").replace(".", "_")
        rule = MatchRule(type="signal", interface=_REQUEST, member="Response", path=f"{_PATH}/request/{sender}/{token}")
        responses: deque[Message] = deque()
        with bus.filter(rule, queue=responses):
            _call(
                bus, _SHORTCUTS, method, f"{signature}a{{sv}}", (*arguments, {**options, "handle_token": ("s", token)})
            )
            code, results = bus.recv_until_filtered(responses, timeout=seconds).body
        if code != 0:
            raise GlobalKeyError("The key was declined.")
        return dict(results)

    def _open_bus(self) -> DBusConnection:
        if self._bus is None or self._let_go:
            raise GlobalKeyError("The key was let go before it was ours.")
        return self._bus


def _connect() -> DBusConnection:
    """Raises GlobalKeyNotOffered or OSError."""
    from jeepney.io.blocking import open_dbus_connection

    try:
        return open_dbus_connection("SESSION", auth_timeout=_ANSWER_SECONDS)
    except (KeyError, ValueError) as error:
        raise GlobalKeyNotOffered("There is no session bus.") from error


def _introduce(bus: DBusConnection) -> None:
    """From now on the portal knows us, and we hear its signals."""
    from jeepney import MatchRule, message_bus

    for interface, member in ((_REQUEST, "Response"), (_SHORTCUTS, "Activated")):
        rule = MatchRule(type="signal", interface=interface, member=member)
        bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_ANSWER_SECONDS)
    with contextlib.suppress(GlobalKeyNotOffered):  # older portals know programs by their desktop files alone
        _call(bus, "org.freedesktop.host.portal.Registry", "Register", "sa{sv}", (_APPLICATION, {}))


def _call(bus: DBusConnection, interface: str, method: str, signature: str, arguments: tuple[Any, ...]) -> Any:
    from jeepney import DBusAddress, MessageType, new_method_call

    portal = DBusAddress(_PATH, bus_name=_PORTAL, interface=interface)
    reply = bus.send_and_get_reply(new_method_call(portal, method, signature, arguments), timeout=_ANSWER_SECONDS)
    if reply.header.message_type is MessageType.error:
        raise GlobalKeyNotOffered("This desktop's portal has no such keys.")
    return reply.body
