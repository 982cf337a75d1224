"""A key by the names that others have for it: Qt's portable text comes in, X's, Windows's and the portal's go out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.errors import GlobalKeyUnknown

_T = TypeVar("_T", int, str)


class Modifier(StrEnum):
    """As Qt's portable text has them; Meta is the key with the system's sign on it."""

    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"
    META = "Meta"


@dataclass(frozen=True, slots=True)
class Key:
    """``name`` in Qt's portable text: "S", "F8", "Media Stop"."""

    modifiers: frozenset[Modifier]
    name: str


def read_key(portable: str) -> Key:
    """As in "Ctrl+Alt+S". Raises GlobalKeyUnknown for anything but one key."""
    modifiers, rest = set(), portable.strip()
    while found := next((one for one in Modifier if rest.startswith(f"{one}+") and len(rest) > len(one) + 1), None):
        modifiers.add(found)
        rest = rest.removeprefix(f"{found}+")
    if not rest or ", " in rest:
        raise _unknown(portable)
    return Key(frozenset(modifiers), rest)


def keysym(key: Key) -> int:
    """What X calls the key, without its modifiers. Raises GlobalKeyUnknown."""
    if len(key.name) == 1:
        code = ord(key.name.lower())
        return code if code < 0x100 else 0x0100_0000 + code
    if (number := _function_key(key.name)) is not None:
        return 0xFFBD + number
    return _look_up(_KEYSYMS, key)


def virtual_key(key: Key) -> int:
    """What Windows calls the key. A sign that is neither a letter nor a digit depends on the keyboard: see there."""
    if len(key.name) == 1 and key.name.isascii() and key.name.isalnum():
        return ord(key.name.upper())
    if (number := _function_key(key.name)) is not None and number <= 24:
        return 0x6F + number
    return _look_up(_VIRTUAL_KEYS, key)


def portal_trigger(key: Key) -> str:
    """As the XDG shortcuts specification has it: "CTRL+ALT+s"."""
    if len(key.name) == 1:
        name = _SIGNS.get(key.name, key.name.lower())
    elif _function_key(key.name) is not None:
        name = key.name
    else:
        name = _look_up(_XKB_NAMES, key)
    return "+".join([*(word for modifier, word in _PORTAL_MODIFIERS.items() if modifier in key.modifiers), name])


def _function_key(name: str) -> int | None:
    number = name.removeprefix("F")
    return int(number) if number != name and number.isdecimal() and 1 <= int(number) <= 35 else None


def _look_up(table: Mapping[str, _T], key: Key) -> _T:
    if key.name not in table:
        raise _unknown(key.name)
    return table[key.name]


def _unknown(name: str) -> GlobalKeyUnknown:
    return GlobalKeyUnknown(f"There is no key {name} here.")


_PORTAL_MODIFIERS = {Modifier.CTRL: "CTRL", Modifier.ALT: "ALT", Modifier.SHIFT: "SHIFT", Modifier.META: "LOGO"}

_NAMED: tuple[tuple[str, str, int, int], ...] = (
    ("Esc", "Escape", 0xFF1B, 0x1B),
    ("Pause", "Pause", 0xFF13, 0x13),
    ("Print", "Print", 0xFF61, 0x2C),
    ("ScrollLock", "Scroll_Lock", 0xFF14, 0x91),
    ("Space", "space", 0x20, 0x20),
    ("Return", "Return", 0xFF0D, 0x0D),
    ("Backspace", "BackSpace", 0xFF08, 0x08),
    ("Ins", "Insert", 0xFF63, 0x2D),
    ("Del", "Delete", 0xFFFF, 0x2E),
    ("Home", "Home", 0xFF50, 0x24),
    ("End", "End", 0xFF57, 0x23),
    ("PgUp", "Page_Up", 0xFF55, 0x21),
    ("PgDown", "Page_Down", 0xFF56, 0x22),
    ("Left", "Left", 0xFF51, 0x25),
    ("Up", "Up", 0xFF52, 0x26),
    ("Right", "Right", 0xFF53, 0x27),
    ("Down", "Down", 0xFF54, 0x28),
    ("Media Play", "XF86AudioPlay", 0x1008_FF14, 0xB3),
    ("Toggle Media Play/Pause", "XF86AudioPlay", 0x1008_FF14, 0xB3),
    ("Media Pause", "XF86AudioPause", 0x1008_FF31, 0xB3),
    ("Media Stop", "XF86AudioStop", 0x1008_FF15, 0xB2),
    ("Media Previous", "XF86AudioPrev", 0x1008_FF16, 0xB1),
    ("Media Next", "XF86AudioNext", 0x1008_FF17, 0xB0),
    ("Volume Mute", "XF86AudioMute", 0x1008_FF12, 0xAD),
)
"""Qt's name, xkbcommon's, X's number, Windows's number."""

_XKB_NAMES = {qt: xkb for qt, xkb, _x, _windows in _NAMED}
_KEYSYMS = {qt: x for qt, _xkb, x, _windows in _NAMED}
_VIRTUAL_KEYS = {qt: windows for qt, _xkb, _x, windows in _NAMED}
_SIGNS = {
    ",": "comma", ".": "period", "+": "plus", "-": "minus", "/": "slash", ";": "semicolon", "'": "apostrophe",
    "[": "bracketleft", "]": "bracketright", "=": "equal", "`": "grave", "\\": "backslash", "#": "numbersign",
}  # fmt: skip
