"""What Windows is asked for a key, and what its answers mean; Windows itself is a fake."""

from __future__ import annotations

import ctypes
import queue
import threading
from typing import Any

import pytest

from desktop_app.control.key_names import read_key
from desktop_app.control.windows_key import WindowsKey
from desktop_app.domain.errors import GlobalKeyError, GlobalKeyTaken, GlobalKeyUnknown

HOTKEY, QUIT = 0x0312, 0x0012


class FakeWindows:
    """user32 and kernel32: one thread's queue of messages, and a table of keys that are taken."""

    def __init__(self, error: int = 0) -> None:
        self.error = error
        self.registered: list[tuple[int, int]] = []
        self.messages: queue.Queue[int] = queue.Queue()

    def __call__(self) -> Any:
        return self, self, lambda: self.error

    def PeekMessageW(self, *_arguments: object) -> int:
        return 0

    def GetCurrentThreadId(self) -> int:
        return 7

    def RegisterHotKey(self, _window: object, _id: int, modifiers: int, code: int) -> int:
        if self.error:
            return 0
        self.registered.append((modifiers, code))
        return 1

    def UnregisterHotKey(self, _window: object, _id: int) -> int:
        self.registered.clear()
        return 1

    def GetMessageW(self, message: Any, *_filter: object) -> int:
        kind = self.messages.get(timeout=5)
        message._obj.message = kind
        return int(kind != QUIT)

    def PostThreadMessageW(self, _thread: int, kind: int, *_rest: object) -> int:
        self.messages.put(kind)
        return 1

    def VkKeyScanW(self, sign: ctypes.c_wchar) -> int:
        return {",": 0xBC, ":": 0x1BE}.get(sign.value, -1)


def test_a_key_is_registered_heard_and_given_back() -> None:
    windows, presses = FakeWindows(), threading.Semaphore(0)
    key = WindowsKey(windows)
    key.take(read_key("Ctrl+Alt+S"))
    assert windows.registered == [(0x4000 | 2 | 1, 0x53)]
    watching = threading.Thread(target=key.watch, args=(presses.release,))
    watching.start()
    windows.messages.put(HOTKEY)
    assert presses.acquire(timeout=5)
    key.let_go()
    watching.join(5)
    assert windows.registered == []


def test_a_sign_is_where_this_keyboard_has_it() -> None:
    windows = FakeWindows()
    WindowsKey(windows).take(read_key("Ctrl+,"))
    assert windows.registered == [(0x4000 | 2, 0xBC)]
    with pytest.raises(GlobalKeyUnknown):
        WindowsKey(windows).take(read_key("Ctrl+ß"))


def test_a_key_of_another_program_is_told_apart_from_a_refusal() -> None:
    with pytest.raises(GlobalKeyTaken):
        WindowsKey(FakeWindows(error=1409)).take(read_key("F8"))
    with pytest.raises(GlobalKeyError):
        WindowsKey(FakeWindows(error=5)).take(read_key("F12"))


def test_a_key_let_go_before_it_was_watched_is_given_back_at_once() -> None:
    windows = FakeWindows()
    key = WindowsKey(windows)
    key.take(read_key("F8"))
    key.let_go()
    key.watch(lambda: None)
    assert windows.registered == []
