"""One key for all programs: taken, heard, let go, whatever the system takes over it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import pytest

from desktop_app.control.global_key import GlobalKey, grab_for
from desktop_app.control.key_names import Key
from desktop_app.domain.errors import GlobalKeyError, GlobalKeyNotOffered, GlobalKeyTaken, GlobalKeyUnknown


@dataclass
class Keyboard:
    """A system whose keys the test presses; ``others`` holds the keys of other programs."""

    asks: bool = False
    others: set[str] = field(default_factory=set)
    ours: dict[str, FakeGrab] = field(default_factory=dict)
    person: threading.Event = field(default_factory=threading.Event)
    """Whoever is asked for permission: set once they have answered."""

    def press(self, name: str) -> None:
        if name in self.ours:
            self.ours[name].press()


class FakeGrab:
    def __init__(self, keyboard: Keyboard) -> None:
        self.asks = keyboard.asks
        self._keyboard = keyboard
        self._gone = threading.Event()
        self._name = ""
        self._on_press: Callable[[], object] = lambda: None
        self._watched = threading.Event()

    def take(self, key: Key) -> None:
        if key.name in self._keyboard.others:
            raise GlobalKeyTaken("Another program has it.")
        while self.asks and not self._keyboard.person.wait(0.005):
            if self._gone.is_set():
                raise GlobalKeyError("Let go.")
        self._name = key.name
        self._keyboard.ours[key.name] = self

    def watch(self, on_press: Callable[[], object]) -> None:
        self._on_press = on_press
        self._watched.set()
        self._gone.wait()
        self._keyboard.ours.pop(self._name, None)

    def let_go(self) -> None:
        self._gone.set()

    def press(self) -> None:
        assert self._watched.wait(5)
        self._on_press()


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def presses() -> list[str]:
    return []


@pytest.fixture
async def key(keyboard: Keyboard, presses: list[str]) -> AsyncIterator[GlobalKey]:
    made = GlobalKey(lambda: presses.append("press"), lambda: FakeGrab(keyboard))
    yield made
    await made.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "global key"]


async def test_a_press_is_told_on_the_event_loop(key: GlobalKey, keyboard: Keyboard, presses: list[str]) -> None:
    await key.hold("F8")
    await asyncio.to_thread(keyboard.press, "F8")
    await asyncio.sleep(0)
    assert presses == ["press"]


async def test_another_key_takes_the_place_of_the_first(key: GlobalKey, keyboard: Keyboard) -> None:
    await key.hold("F8")
    await key.hold("Ctrl+F9")
    assert set(keyboard.ours) == {"F9"}
    await key.hold("")
    assert keyboard.ours == {}


async def test_a_press_of_a_key_that_was_let_go_finds_nobody(
    key: GlobalKey, keyboard: Keyboard, presses: list[str]
) -> None:
    await key.hold("F8")
    grab = keyboard.ours["F8"]
    await key.hold("")
    grab.press()
    await asyncio.sleep(0)
    assert presses == []


async def test_a_key_of_another_program_is_told_and_nothing_is_held(key: GlobalKey, keyboard: Keyboard) -> None:
    keyboard.others.add("F8")
    with pytest.raises(GlobalKeyTaken):
        await key.hold("F8")
    with pytest.raises(GlobalKeyTaken):
        await key.try_out("F8")
    await key.try_out("F9")
    assert keyboard.ours == {}


async def test_a_question_that_nobody_answers_is_given_up_for_the_next_key(key: GlobalKey, keyboard: Keyboard) -> None:
    keyboard.asks = True
    first = asyncio.create_task(key.hold("F8"))
    await asyncio.sleep(0.01)
    second = asyncio.create_task(key.hold("F9"))
    with pytest.raises(GlobalKeyError):
        await first
    keyboard.person.set()
    await second
    assert set(keyboard.ours) == {"F9"}


async def test_where_a_person_would_be_asked_nothing_is_tried_out(key: GlobalKey, keyboard: Keyboard) -> None:
    keyboard.asks = True
    keyboard.others.add("F8")
    await key.try_out("F8")


async def test_what_is_no_key_is_refused(key: GlobalKey) -> None:
    with pytest.raises(GlobalKeyUnknown):
        await key.hold("Ctrl+K, Ctrl+C")


async def test_a_system_without_such_keys_says_so() -> None:
    key = GlobalKey(lambda: None, lambda: None)
    with pytest.raises(GlobalKeyNotOffered):
        await key.hold("F8")
    await key.close()


def test_each_system_has_its_own_way() -> None:
    def way(platform: str, **environ: str) -> str:
        return type(grab_for(platform, environ)).__name__

    assert way("linux", DISPLAY=":0") == "X11Key"
    assert way("linux", DISPLAY=":0", WAYLAND_DISPLAY="wayland-0") == "PortalKey"
    assert way("linux") == way("darwin", DISPLAY=":0") == "NoneType"


def test_windows_has_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.control.windows_key._windows", lambda: (None, None, None))
    assert type(grab_for("win32", {})).__name__ == "WindowsKey"
