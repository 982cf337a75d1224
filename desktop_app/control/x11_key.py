"""A key of the whole X display, by XGrabKey: heard in every program, and given to one program only.

Through libxcb by ctypes: the window itself cannot be without that library, so nothing needs to be installed, and a
refused grab comes back as the answer to our own request and not to a handler that the whole process shares.
"""

from __future__ import annotations

import ctypes
import os
import select
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

from desktop_app.control.key_names import Key, Modifier, keysym
from desktop_app.domain.errors import GlobalKeyError, GlobalKeyNotOffered, GlobalKeyTaken, GlobalKeyUnknown

_LIBRARY = "libxcb.so.1"
_KEY_PRESS, _MAPPING_NOTIFY = 2, 34
_BAD_ACCESS = 10
_ASYNCHRONOUS = 1
_MASKS = {Modifier.SHIFT: 1 << 0, Modifier.CTRL: 1 << 2, Modifier.ALT: 1 << 3, Modifier.META: 1 << 6}
_LOCKS = (1 << 1, 1 << 4)  # Caps Lock and Num Lock: a grab counts for exactly its modifiers, so each state needs one


class X11Key:
    """A ``KeyGrab``."""

    asks = False

    def __init__(self, display: str | None = None) -> None:
        self._display = display
        self._wake, self._wakened = os.pipe()
        self._let_go = False
        self._x: _Connection | None = None

    def take(self, key: Key) -> None:
        self._x = _Connection(self._display)
        try:
            self._x.grab(key)
        except GlobalKeyError:
            self._close()
            raise

    def watch(self, on_press: Callable[[], object]) -> None:
        x = self._x
        if x is None:
            return
        try:
            while not self._let_go:
                for event in x.events():
                    if event == _KEY_PRESS:
                        on_press()
                    elif event == _MAPPING_NOTIFY:  # another layout: the key may be in another place
                        x.grab_again()
                if x.is_broken:
                    return
                select.select([x.descriptor, self._wake], [], [])
        finally:
            self._close()

    def let_go(self) -> None:
        if not self._let_go:
            self._let_go = True
            os.write(self._wakened, b"!")

    def _close(self) -> None:
        """Ends the connection, and with it the grab."""
        if self._x is not None:
            self._x.close()
            self._x = None

    def __del__(self) -> None:
        for end in (self._wake, self._wakened):
            os.close(end)


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("root", ctypes.POINTER(ctypes.c_uint32)), ("rest", ctypes.c_int), ("index", ctypes.c_int))


class _Setup(ctypes.Structure):
    """What the server says of itself, as far as the keyboard's range."""

    _fields_ = (("head", ctypes.c_uint8 * 34), ("least_code", ctypes.c_uint8), ("most_code", ctypes.c_uint8))


class _Mapping(ctypes.Structure):
    """``length``: how many keysyms follow, in rows of ``width``."""

    _fields_ = (
        ("kind", ctypes.c_uint8),
        ("width", ctypes.c_uint8),
        ("sequence", ctypes.c_uint16),
        ("length", ctypes.c_uint32),
    )


class _Error(ctypes.Structure):
    """Also the head of an event: ``kind`` is its type."""

    _fields_ = (("kind", ctypes.c_uint8), ("code", ctypes.c_uint8))


class _Connection:
    """Our own connection to the display, for one thread."""

    def __init__(self, display: str | None) -> None:
        self._xcb = _library()
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = (ctypes.c_void_p,)
        self._c = self._xcb.xcb_connect(display.encode() if display else None, None)
        if self.is_broken:
            self.close()
            raise GlobalKeyNotOffered("There is no X display that could give a key.")
        self._setup = self._xcb.xcb_get_setup(self._c)
        self._root: int = self._xcb.xcb_setup_roots_iterator(self._setup).root[0]
        self._key: Key | None = None

    @property
    def descriptor(self) -> int:
        return int(self._xcb.xcb_get_file_descriptor(self._c))

    @property
    def is_broken(self) -> bool:
        return bool(self._xcb.xcb_connection_has_error(self._c))

    def close(self) -> None:
        self._xcb.xcb_disconnect(self._c)

    def events(self) -> Iterator[int]:
        """The types of the events that have come."""
        while event := self._xcb.xcb_poll_for_event(self._c):
            kind = event.contents.kind & 0x7F
            self._free(event)
            yield kind

    def grab(self, key: Key) -> None:
        """Raises GlobalKeyTaken or GlobalKeyUnknown."""
        self._key = key
        code = self._code_of(keysym(key))
        if code is None:
            raise GlobalKeyUnknown(f"This keyboard has no key {key.name}.")
        mask = sum(_MASKS[modifier] for modifier in key.modifiers)
        for locks in product(*((0, lock) for lock in _LOCKS)):
            cookie = self._xcb.xcb_grab_key_checked(
                self._c, 1, self._root, mask | sum(locks), code, _ASYNCHRONOUS, _ASYNCHRONOUS
            )
            if error := self._xcb.xcb_request_check(self._c, cookie):
                refused = error.contents.code
                self._free(error)
                raise (
                    GlobalKeyTaken("Another program has this key.")
                    if refused == _BAD_ACCESS
                    else GlobalKeyError("The display refused this key.")
                )

    def grab_again(self) -> None:
        """What cannot be had in the new layout is not heard until the next one."""
        any_key, any_modifier = 0, 1 << 15
        self._xcb.xcb_ungrab_key(self._c, any_key, self._root, any_modifier)
        if self._key is not None:
            try:
                self.grab(self._key)
            except GlobalKeyError:
                self._xcb.xcb_flush(self._c)

    def _code_of(self, wanted: int) -> int | None:
        """Which key of the keyboard bears that sign."""
        least, most = self._setup.contents.least_code, self._setup.contents.most_code
        cookie = self._xcb.xcb_get_keyboard_mapping(self._c, least, most - least + 1)
        reply = self._xcb.xcb_get_keyboard_mapping_reply(self._c, cookie, None)
        if not reply:
            return None
        signs = self._xcb.xcb_get_keyboard_mapping_keysyms(reply)
        width, length = reply.contents.width, reply.contents.length
        place = next((place for place in range(length) if signs[place] == wanted), None)
        self._free(reply)
        return None if place is None else least + place // width


def _library() -> Any:
    try:
        xcb = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise GlobalKeyNotOffered("This system has no library for the X display.") from error
    connection, cookie, number = ctypes.c_void_p, _Cookie, ctypes.c_uint8
    for name, result, arguments in (
        ("xcb_connect", connection, (ctypes.c_char_p, ctypes.c_void_p)),
        ("xcb_disconnect", None, (connection,)),
        ("xcb_connection_has_error", ctypes.c_int, (connection,)),
        ("xcb_get_file_descriptor", ctypes.c_int, (connection,)),
        ("xcb_flush", ctypes.c_int, (connection,)),
        ("xcb_get_setup", ctypes.POINTER(_Setup), (connection,)),
        ("xcb_setup_roots_iterator", _Screens, (ctypes.POINTER(_Setup),)),
        ("xcb_poll_for_event", ctypes.POINTER(_Error), (connection,)),
        ("xcb_request_check", ctypes.POINTER(_Error), (connection, cookie)),
        ("xcb_get_keyboard_mapping", cookie, (connection, number, number)),
        ("xcb_get_keyboard_mapping_reply", ctypes.POINTER(_Mapping), (connection, cookie, ctypes.c_void_p)),
        ("xcb_get_keyboard_mapping_keysyms", ctypes.POINTER(ctypes.c_uint32), (ctypes.POINTER(_Mapping),)),
        (
            "xcb_grab_key_checked",
            cookie,
            (connection, number, ctypes.c_uint32, ctypes.c_uint16, number, number, number),
        ),
        ("xcb_ungrab_key", cookie, (connection, number, ctypes.c_uint32, ctypes.c_uint16)),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, arguments
    return xcb
