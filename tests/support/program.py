"""The real program, driven as a person drives it: keys pressed, the screen read, its files looked at."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.support.screen import Node, Screen

_DIALOGS = {"dialog", "alert", "alert message"}
_MOST_TABS = 40
ROOT = Path(__file__).parent.parent.parent


class Program:
    """One running copy with a profile of its own. ``settings`` are written to its settings file before it starts.

    ``ready`` is the accessible name of what shows once it can be used.
    """

    def __init__(
        self,
        screen: Screen,
        profile: Path,
        *arguments: str,
        settings: Mapping[str, object] | None = None,
        env: Mapping[str, str] | None = None,
        ready: str = "Message",
    ) -> None:
        self.screen = screen
        self.ready = ready
        self.profile = profile
        self._env = {**os.environ, "QT_QPA_PLATFORM": "xcb", **(env or {})}  # the tests of widgets go without a screen
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None
        self._node: Node | None = None
        profile.mkdir(parents=True, exist_ok=True)
        if settings is not None:
            (profile / "settings.json").write_text(json.dumps(dict(settings)), "utf-8")

    def __enter__(self) -> Self:
        return self.start()

    def start(self) -> Self:
        """Returns once its window can be typed in."""
        log = (self.profile / "stderr.txt").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "--data-dir", str(self.profile), *self._arguments],
            cwd=ROOT,
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        log.close()
        self._node = None
        try:
            self.screen.get(self.window, self.ready)
            self.activate()
        except BaseException:
            self.kill()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL if kind else signal.SIGTERM)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
        if kind is None:
            assert not self.complaints(), "\n".join(self.complaints())

    def complaints(self) -> list[str]:
        """What it noted as a bug of its own: no trouble of the user's world is one."""
        path = self.profile / "logs" / "aloud.log"
        log = path.read_text("utf-8") if path.exists() else ""
        signs = (" ERROR ", " CRITICAL ", "Traceback")
        lines = (log + self.stderr).splitlines()
        return [line for line in lines if any(sign in line for sign in signs)]

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def window(self) -> Node:
        if self._node is None:
            self._node = self.screen.program(self.pid)
        return self._node

    @property
    def front(self) -> Node:
        """The dialog or question that is open, else everything."""
        windows = [node for node in self.window.children if node.role in _DIALOGS]
        dialogs = [node for node in windows if node.has_state("showing")]
        return dialogs[-1] if dialogs else self.window

    @property
    def stderr(self) -> str:
        return (self.profile / "stderr.txt").read_text("utf-8", "replace")

    def kill(self) -> None:
        """As a power cut would: no goodbye."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def wait(self, patience: float = 10.0) -> int:
        assert self._process is not None
        return self._process.wait(patience)

    # Hands

    def activate(self, window: str = "") -> None:
        """Brings its window to the front and gives it the keyboard; ``window`` as ``minimize`` gave it."""
        _xdotool("windowactivate", "--sync", window or self.x_window())

    def minimize(self) -> str:
        """Its window goes to the task bar, and no window has the keyboard; gives what X calls it."""
        window = self.x_window()
        _xdotool("windowminimize", "--sync", window)
        return window

    def has_keyboard(self) -> bool:
        """Whether its window is the one in which keys arrive."""
        return _xdotool("getactivewindow", "getwindowpid").strip() == str(self.pid)

    def title(self) -> str:
        """What stands in the title bar."""
        return _xdotool("getwindowname", self.x_window()).strip()

    def x_window(self) -> str:
        """What X calls its window."""
        return _xdotool("search", "--sync", "--onlyvisible", "--pid", str(self.pid)).split()[-1]

    def resize(self, width: int, height: int) -> None:
        """As by the window manager, in pixels of the screen."""
        _xdotool("windowsize", "--sync", self.x_window(), str(width), str(height))

    def close_window(self) -> None:
        """The cross in the title bar."""
        _xdotool("key", "--clearmodifiers", "alt+F4")

    def keys(self, *keys: str) -> None:
        """Presses keys by their X names, such as ``ctrl+comma``."""
        _xdotool("key", "--clearmodifiers", *keys)

    def write(self, text: str) -> None:
        _xdotool("type", "--delay", "5", text)

    def go_to(self, name: str, role: str = "") -> Node:
        """Goes to a field with the Tab key."""
        node = self.get(name, role)
        for _ in range(_MOST_TABS):
            if node.has_state("focused"):
                return node
            self.keys("Tab")
            pause(0.03)
        raise AssertionError(f"Tab does not lead to {name}")

    def enter(self, name: str, text: str, role: str = "") -> None:
        """Goes to a field and types over what stands in it."""
        self.go_to(name, role)
        self.keys("ctrl+a")
        self.write(text)

    def ask(self, text: str) -> None:
        """Types a question into the message box and sends it."""
        self.get("Message").focus()
        self.screen.wait(lambda: self.get("Message").has_state("focused"), "the message box to have the keyboard")
        self.write(text)
        self.keys("Return")

    def press(self, name: str) -> None:
        self.get(name).press()

    def open_menu(self, node: Node, words: str) -> None:
        """The menu of a text at these words, by the right button; its entries are then chosen by key."""
        x, y, width, height = node.extents_of(words)
        _xdotool("mousemove", str(x + min(width, 40) // 2), str(y + height // 2), "click", "3")
        pause(0.3)

    def click(self, node: Node, words: str) -> None:
        """A text at these words, such as a link."""
        x, y, width, height = node.extents_of(words)
        _xdotool("mousemove", str(x + width // 2), str(y + height // 2), "click", "1")

    def aloud(self, *arguments: str, text: str | None = None, timeout: float = 60) -> subprocess.CompletedProcess[str]:
        """A command in a terminal against this copy."""
        return subprocess.run(
            [sys.executable, "-m", "desktop_app", "--data-dir", str(self.profile), *arguments],
            cwd=ROOT,
            env=self._env,
            input=text,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )

    @contextmanager
    def say(self, text: str) -> Iterator[subprocess.Popen[bytes]]:
        """``aloud say -`` in a terminal, with a text that flows into it as far as it is taken."""
        path = self.profile / "text.txt"
        path.write_text(text, "utf-8")
        with path.open("rb") as source:
            say = subprocess.Popen(
                [sys.executable, "-m", "desktop_app", "--data-dir", str(self.profile), "say", "-"],
                cwd=ROOT,
                env=self._env,
                stdin=source,
                stderr=subprocess.PIPE,
            )
        with say:
            try:
                yield say
            finally:
                say.kill()

    # Eyes

    def get(self, name: str, role: str = "") -> Node:
        return self.screen.get_in(lambda: self.front, name, role)

    def shows(self, name: str) -> bool:
        return self.screen.find(self.front, name) is not None

    def reads(self, words: str) -> bool:
        """Whether these words stand anywhere on the screen."""
        return any(words in text for text in self.screen.texts(self.window))

    def read(self, words: str, patience: float | None = None) -> None:
        """Waits until these words stand anywhere on the screen."""
        self.wait_for(lambda: self.reads(words), f"{words!r} on the screen", patience)

    @property
    def transcript(self) -> str:
        return self.get("Transcript").text

    def see(self, words: str, patience: float | None = None) -> str:
        """Waits until the transcript holds these words, and gives back all of it."""
        self.wait_for(lambda: words in self.transcript, f"{words!r} in the transcript", patience)
        return self.transcript

    def notice(self) -> str:
        """The words of the trouble that shows."""
        node = self.get("Notice")
        return " ".join(text for text in (child.text for child in node.walk()) if text)

    def wait_for(self, look: Callable[[], object], what: str, patience: float | None = None) -> None:
        self.screen.wait(lambda: look() or None, what, patience)

    # What it wrote down

    def events(self, name: str = "") -> list[dict[str, Any]]:
        path = self.profile / "logs" / "events.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        events = [json.loads(line) for line in lines if line.endswith("}")]
        return [event for event in events if not name or event["event"] == name]

    def wait_for_event(self, name: str, count: int = 1, patience: float | None = None) -> dict[str, Any]:
        self.wait_for(lambda: len(self.events(name)) >= count, f"{count} × {name} in the event log", patience)
        return self.events(name)[count - 1]

    def settings(self) -> dict[str, Any]:
        return dict(json.loads((self.profile / "settings.json").read_text("utf-8")))

    def wait_for_settings(self, **values: object) -> None:
        """Until the file has them: it is written behind what one sees."""
        self.wait_for(lambda: values.items() <= self.settings().items(), f"{values} in the settings file")

    def files_holding(self, secret: str) -> list[str]:
        """The files of the profile in which these words stand."""
        files = (path for path in self.profile.rglob("*") if path.is_file())
        return [str(path) for path in files if secret.encode() in path.read_bytes()]


def _xdotool(*arguments: str) -> str:
    return subprocess.run(["xdotool", *arguments], check=True, timeout=20, capture_output=True, text=True).stdout


def pause(seconds: float) -> None:
    """A person who does nothing for a while."""
    time.sleep(seconds)
