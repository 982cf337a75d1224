"""What the screen reader of a Linux desktop listens for, as the registry of the accessibility bus tells."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

_SECONDS = 1.0


def wants_notifications() -> bool:
    """Whether somebody listens on the accessibility bus, but for no announcements: Orca before its version 45.

    Asks the bus, which takes a few milliseconds: not for the thread of the window.
    """
    if not sys.platform.startswith("linux"):
        return False
    with contextlib.suppress(OSError, ValueError, KeyError):  # no bus, or none that one may talk to
        events = _registered_events()
        return bool(events) and not any(event.lower().startswith("object:announcement") for event in events)
    return False


def _registered_events() -> list[str]:
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    launcher = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
    registry = DBusAddress(
        "/org/a11y/atspi/registry", bus_name="org.a11y.atspi.Registry", interface="org.a11y.atspi.Registry"
    )
    with open_dbus_connection(auth_timeout=_SECONDS) as session:
        address = _answer(session, new_method_call(launcher, "GetAddress"))
    with open_dbus_connection(address, auth_timeout=_SECONDS) as bus:
        return [event for _, event in _answer(bus, new_method_call(registry, "GetRegisteredEvents"))]


def _answer(bus: DBusConnection, call: Message) -> Any:
    """The one value of the answer. Raises OSError where there is none."""
    from jeepney import MessageType

    answer = bus.send_and_get_reply(call, timeout=_SECONDS)
    if answer.header.message_type is not MessageType.method_return:
        raise OSError(f"the accessibility bus refuses: {answer.body}")
    return answer.body[0]
