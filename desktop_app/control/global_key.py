"""One key that is heard whatever program has the keyboard, where the system gives programs such a key.

How a key is taken differs from system to system, so each way is a ``KeyGrab`` in a file of its own; all of them block,
and run on a thread that ends when the key is let go. On a system without any (macOS, a Wayland desktop without the
portal) the words of ``GlobalKeyNotOffered`` lead to the system's own shortcuts, which can run ``aloud stop --speech``.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Protocol

from desktop_app.control.key_names import Key, read_key
from desktop_app.domain.errors import GlobalKeyError, GlobalKeyNotOffered

_END_SECONDS = 2.0

Press = Callable[[], object]


class KeyGrab(Protocol):
    """One key of one system, from ``take`` to ``let_go``. ``asks``: taking it asks the person."""

    asks: bool

    def take(self, key: Key) -> None:
        """Blocks until the key is ours; raises GlobalKeyError. ``watch`` follows on the same thread, or ``let_go``."""

    def watch(self, on_press: Press) -> None:
        """Calls ``on_press`` at each press; returns when the key is let go."""

    def let_go(self) -> None:
        """From any thread, at any moment, once or more often."""


class GlobalKey:
    """``on_press`` is called on the event loop. ``new_grab`` gives this system's way, or None where it has none."""

    def __init__(self, on_press: Press, new_grab: Callable[[], KeyGrab | None] | None = None) -> None:
        self._on_press = on_press
        self._new_grab = new_grab or (lambda: grab_for(sys.platform, os.environ))
        self._held: _Watch | None = None
        self._changing = asyncio.Lock()

    async def hold(self, portable: str) -> None:
        """Lets go of the key that was held and takes this one; empty takes none. Raises GlobalKeyError."""
        if self._held is not None:
            self._held.let_go()  # also ends a question to the person that nobody has answered yet
        async with self._changing:
            await self._release()
            if portable:
                self._held = self._begin(portable)
                await self._held.taken

    async def try_out(self, portable: str) -> None:
        """Raises the GlobalKeyError that ``hold`` would; does nothing where taking a key asks the person."""
        grab = self._find()
        if not grab.asks:
            key = read_key(portable)
            await asyncio.to_thread(_take_and_let_go, grab, key)

    async def close(self) -> None:
        with contextlib.suppress(GlobalKeyError):
            await self.hold("")

    def _begin(self, portable: str) -> _Watch:
        return _Watch(self._find(), read_key(portable), self._on_press)

    def _find(self) -> KeyGrab:
        grab = self._new_grab()
        if grab is None:
            raise GlobalKeyNotOffered("This system gives no program a key for all programs.")
        return grab

    async def _release(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            held.let_go()
            await asyncio.to_thread(held.join)


class _Watch:
    """The thread on which one key is taken and watched; ``taken`` is done when the key is ours, or cannot be."""

    def __init__(self, grab: KeyGrab, key: Key, on_press: Press) -> None:
        self._grab = grab
        self._loop = asyncio.get_running_loop()
        self.taken: asyncio.Future[None] = self._loop.create_future()
        self.taken.add_done_callback(lambda done: done.cancelled() or done.exception())  # nobody may be left to hear it
        self._gone = False
        self._thread = threading.Thread(target=self._run, args=(key, on_press), name="global key", daemon=True)
        self._thread.start()

    def let_go(self) -> None:
        self._gone = True
        self._grab.let_go()

    def join(self) -> None:
        self._thread.join(_END_SECONDS)

    def _run(self, key: Key, on_press: Press) -> None:
        try:
            self._grab.take(key)
        except GlobalKeyError as error:
            self._tell(functools.partial(self._settle, error))
            return
        self._tell(functools.partial(self._settle, None))
        self._grab.watch(lambda: self._tell(functools.partial(self._pressed, on_press)))

    def _pressed(self, on_press: Press) -> None:
        if not self._gone:
            on_press()

    def _settle(self, trouble: GlobalKeyError | None) -> None:
        if self.taken.done():
            return
        if trouble is None:
            self.taken.set_result(None)
        else:
            self.taken.set_exception(trouble)

    def _tell(self, call: Callable[[], object]) -> None:
        with contextlib.suppress(RuntimeError):  # the loop is over, and with it the program
            self._loop.call_soon_threadsafe(call)


def grab_for(platform: str, environ: Mapping[str, str]) -> KeyGrab | None:
    """This system's way. On Wayland X's own is heard in X programs only, so the portal is asked there."""
    if platform == "win32":
        from desktop_app.control.windows_key import WindowsKey

        return WindowsKey()
    if platform == "darwin":
        return None
    if environ.get("WAYLAND_DISPLAY"):
        from desktop_app.control.portal_key import PortalKey

        return PortalKey()
    if environ.get("DISPLAY"):
        from desktop_app.control.x11_key import X11Key

        return X11Key()
    return None


def _take_and_let_go(grab: KeyGrab, key: Key) -> None:
    try:
        grab.take(key)
    finally:
        grab.let_go()
        grab.watch(lambda: None)
