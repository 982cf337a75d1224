"""A key of the whole Windows desktop, by RegisterHotKey: its presses come as messages to the thread that asked."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any

from desktop_app.control.key_names import Key, Modifier, virtual_key
from desktop_app.domain.errors import GlobalKeyError, GlobalKeyTaken, GlobalKeyUnknown

_HOTKEY, _QUIT = 0x0312, 0x0012
_ID = 1
_NO_REPEAT = 0x4000
_ALREADY_REGISTERED = 1409
_MODIFIERS = {Modifier.ALT: 1, Modifier.CTRL: 2, Modifier.SHIFT: 4, Modifier.META: 8}


class WindowsKey:
    """A ``KeyGrab``. ``system`` gives Windows's user32 and kernel32, and the number of the last error."""

    asks = False

    def __init__(self, system: Callable[[], tuple[Any, Any, Callable[[], int]]] | None = None) -> None:
        self._user, self._kernel, self._last_error = (system or _windows)()
        self._thread = 0
        self._let_go = threading.Event()

    def take(self, key: Key) -> None:
        from ctypes import wintypes

        code = self._code_of(key)
        # Makes the queue of messages, so that what ``let_go`` posts from now on arrives.
        self._user.PeekMessageW(ctypes.byref(wintypes.MSG()), None, 0, 0, 0)
        modifiers = sum(_MODIFIERS[modifier] for modifier in key.modifiers)
        if not self._user.RegisterHotKey(None, _ID, modifiers | _NO_REPEAT, code):
            if self._last_error() == _ALREADY_REGISTERED:
                raise GlobalKeyTaken("Another program has this key.")
            raise GlobalKeyError("Windows refused this key.")
        self._thread = self._kernel.GetCurrentThreadId()

    def watch(self, on_press: Callable[[], object]) -> None:
        from ctypes import wintypes

        if not self._thread:
            return
        message = wintypes.MSG()
        while not self._let_go.is_set() and self._user.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if message.message == _HOTKEY:
                on_press()
        self._user.UnregisterHotKey(None, _ID)

    def let_go(self) -> None:
        self._let_go.set()
        if self._thread:
            self._user.PostThreadMessageW(self._thread, _QUIT, 0, 0)

    def _code_of(self, key: Key) -> int:
        """Where a sign stands depends on the keyboard, which Windows is asked."""
        try:
            return virtual_key(key)
        except GlobalKeyUnknown:
            found = self._user.VkKeyScanW(ctypes.c_wchar(key.name)) if len(key.name) == 1 else -1
            if found == -1:
                raise
            return int(found & 0xFF)


def _windows() -> tuple[Any, Any, Callable[[], int]]:
    library: Any = vars(ctypes)["WinDLL"]  # only there on Windows
    return library("user32", use_last_error=True), library("kernel32"), vars(ctypes)["get_last_error"]
