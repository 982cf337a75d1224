"""Notifications of Linux desktops, by D-Bus (``org.freedesktop.Notifications``): shown, replaced, clicked, withdrawn.

A door to jeepney, which the keyring brings along. The bus is spoken to on a thread with an event loop of its own, which
begins with the first notification: a desktop that starts its notification service only then may take seconds.
"""

from __future__ import annotations

import asyncio
import contextlib
import html
import logging
import threading
from typing import TYPE_CHECKING, Any

from desktop_app.control.notifications import Chosen, Notification

if TYPE_CHECKING:
    from collections.abc import Callable

    from jeepney import Message
    from jeepney.io.asyncio import DBusRouter

logger = logging.getLogger(__name__)

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_APPLICATION = "io.github.aloud.Aloud"
_OPEN = "default"
"""The action of a click on the notification itself."""
_ANSWER_SECONDS = 10.0
_END_SECONDS = 2.0
_NORMAL = 1
_AS_THE_DESKTOP_HAS_IT = -1

_Order = Notification | str | None
"""A notification to show, the key of one to withdraw, or None: the end."""


class DesktopNotifications:
    """A ``Notifier``; made on the event loop on which clicks are told."""

    def __init__(self) -> None:
        self.on_chosen: Chosen = lambda _key, _token: None
        self._loop = asyncio.get_running_loop()
        self._service: _Service | None = None

    def show(self, notification: Notification) -> None:
        if self._service is None or not self._service.alive:
            self._service = _Service(self._tell)
        self._service.order(notification)

    def withdraw(self, key: str) -> None:
        if self._service is not None:
            self._service.order(key)

    def close(self) -> None:
        """Withdraws them all, since a click would find nobody. Waits, not for long."""
        if self._service is not None:
            self._service.order(None)
            self._service.join()

    def _tell(self, key: str, token: str) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is over, and with it the program
            self._loop.call_soon_threadsafe(lambda: self.on_chosen(key, token))


class _Service:
    """The desktop's notification service, from the first order to the end or to the loss of the bus."""

    def __init__(self, tell: Callable[[str, str], None]) -> None:
        self._tell = tell
        self._loop = asyncio.new_event_loop()
        self._orders: asyncio.Queue[_Order] = asyncio.Queue()
        self._shown: dict[str, int] = {}
        self._tokens: dict[int, str] = {}
        self._reads_markup: bool | None = None
        self._thread = threading.Thread(target=self._run, name="notifications", daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        return self._thread.is_alive()

    def order(self, order: _Order) -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended: there is nothing to withdraw either
            self._loop.call_soon_threadsafe(self._orders.put_nowait, order)

    def join(self) -> None:
        self._thread.join(_END_SECONDS)

    # On the thread

    def _run(self) -> None:
        try:
            self._loop.run_until_complete(self._serve())
        except (OSError, EOFError, KeyError, ValueError) as error:  # no bus, or one that is gone; a time-out
            logger.info("the desktop shows no notifications: %s: %s", type(error).__name__, error)
        finally:
            self._loop.close()

    async def _serve(self) -> None:
        from jeepney import MatchRule, message_bus
        from jeepney.io.asyncio import DBusRouter, open_dbus_connection

        async with asyncio.timeout(_ANSWER_SECONDS):
            connection = await open_dbus_connection("SESSION")
        signals: asyncio.Queue[Message] = asyncio.Queue()
        async with connection, DBusRouter(connection) as router:
            with router.filter(MatchRule(type="signal", interface=_NAME, path=_PATH), queue=signals):
                await _answer(router, message_bus.AddMatch(MatchRule(type="signal", sender=_NAME, path=_PATH)))
                watching = asyncio.create_task(self._watch(signals))
                try:
                    await self._take_orders(router)
                finally:
                    watching.cancel()

    async def _take_orders(self, router: DBusRouter) -> None:
        while (order := await self._orders.get()) is not None:
            if isinstance(order, str):
                await self._withdraw(router, order)
            else:
                await self._show(router, order)
        for key in tuple(self._shown):
            await self._withdraw(router, key)

    async def _show(self, router: DBusRouter, notification: Notification) -> None:
        if self._reads_markup is None:
            self._reads_markup = "body-markup" in (await _call(router, "GetCapabilities") or ((),))[0]
        body = html.escape(notification.body, quote=False) if self._reads_markup else notification.body
        hints = {
            "desktop-entry": ("s", _APPLICATION),
            "urgency": ("y", _NORMAL),
            "suppress-sound": ("b", True),
        }
        arguments = (
            *("Aloud", self._shown.get(notification.key, 0), _APPLICATION, notification.title, body),
            *([_OPEN, notification.action], hints, _AS_THE_DESKTOP_HAS_IT),
        )
        answer = await _call(router, "Notify", "susssasa{sv}i", arguments)
        if answer is not None:
            self._shown[notification.key] = answer[0]

    async def _withdraw(self, router: DBusRouter, key: str) -> None:
        number = self._shown.pop(key, None)
        if number is not None:
            await _call(router, "CloseNotification", "u", (number,))

    async def _watch(self, signals: asyncio.Queue[Message]) -> None:
        from jeepney import HeaderFields

        while True:
            message = await signals.get()
            number, what = (*message.body, None)[:2]
            match message.header.fields.get(HeaderFields.member):
                case "ActivationToken":
                    self._tokens[number] = str(what)
                case "ActionInvoked" if what == _OPEN:
                    self._chosen(number)
                case "NotificationClosed":
                    self._forget(number)

    def _chosen(self, number: int) -> None:
        key = next((key for key, shown in self._shown.items() if shown == number), None)
        if key is not None:  # others' notifications are clicked, too
            self._tell(key, self._tokens.pop(number, ""))

    def _forget(self, number: int) -> None:
        self._tokens.pop(number, None)
        self._shown = {key: shown for key, shown in self._shown.items() if shown != number}


async def _call(router: DBusRouter, method: str, signature: str = "", arguments: tuple[Any, ...] = ()) -> Any:
    """What the service answers, None where there is no service or it says no."""
    from jeepney import DBusAddress, MessageType, new_method_call

    service = DBusAddress(_PATH, bus_name=_NAME, interface=_NAME)
    reply = await _answer(router, new_method_call(service, method, signature or None, arguments))
    if reply.header.message_type is MessageType.error:
        logger.info("the desktop's notifications said no to %s: %s", method, reply.body)
        return None
    return reply.body


async def _answer(router: DBusRouter, call: Message) -> Message:
    from jeepney.io.common import RouterClosed

    try:
        async with asyncio.timeout(_ANSWER_SECONDS):
            return await router.send_and_get_reply(call)
    except RouterClosed as error:
        raise EOFError("the bus is gone") from error
