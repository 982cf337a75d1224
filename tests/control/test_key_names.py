"""One key and its names: as Qt writes it, and as X, Windows and the portal call it."""

from __future__ import annotations

import pytest

from desktop_app.control.key_names import Key, Modifier, keysym, portal_trigger, read_key, virtual_key
from desktop_app.domain.errors import GlobalKeyUnknown

CTRL, ALT, SHIFT, META = Modifier.CTRL, Modifier.ALT, Modifier.SHIFT, Modifier.META


@pytest.mark.parametrize(
    ("portable", "modifiers", "name"),
    [
        ("F8", set(), "F8"),
        ("Ctrl+Alt+S", {CTRL, ALT}, "S"),
        ("Ctrl++", {CTRL}, "+"),
        ("Meta+Shift+Esc", {META, SHIFT}, "Esc"),
        ("Ctrl+,", {CTRL}, ","),
        ("Toggle Media Play/Pause", set(), "Toggle Media Play/Pause"),
    ],
)
def test_a_key_is_read_as_qt_writes_it(portable: str, modifiers: set[Modifier], name: str) -> None:
    assert read_key(portable) == Key(frozenset(modifiers), name)


@pytest.mark.parametrize("portable", ["", "Ctrl+K, Ctrl+C", "  "])
def test_what_is_not_one_key_is_refused(portable: str) -> None:
    with pytest.raises(GlobalKeyUnknown):
        read_key(portable)


@pytest.mark.parametrize(
    ("portable", "x", "windows", "trigger"),
    [
        ("F8", 0xFFC5, 0x77, "F8"),
        ("Ctrl+Alt+S", 0x73, 0x53, "CTRL+ALT+s"),
        ("Shift+Meta+5", 0x35, 0x35, "SHIFT+LOGO+5"),
        ("Pause", 0xFF13, 0x13, "Pause"),
        ("Ctrl+PgDown", 0xFF56, 0x22, "CTRL+Page_Down"),
        ("Media Stop", 0x1008FF15, 0xB2, "XF86AudioStop"),
    ],
)
def test_every_system_has_its_own_name_for_a_key(portable: str, x: int, windows: int, trigger: str) -> None:
    key = read_key(portable)
    assert (keysym(key), virtual_key(key), portal_trigger(key)) == (x, windows, trigger)


def test_a_letter_beyond_latin_1_is_known_to_x_by_its_code_point() -> None:
    assert keysym(read_key("Ctrl+Ж")) == 0x01000000 + ord("ж")


@pytest.mark.parametrize("name", [keysym, virtual_key, portal_trigger])
def test_a_key_that_no_system_knows_is_refused(name: object) -> None:
    assert callable(name)
    with pytest.raises(GlobalKeyUnknown):
        name(read_key("Warp Drive"))
