"""How long until a window is on the screen, and how much memory it takes: Aloud against a bare PySide6 window.

All are started in turn in the same run; the time is from the start of the process to its window being viewable, and for
a profile that was used before, to the last conversation standing on the page: it ends in a dark picture of letters, and
the screen is looked at until that is there.
Memory is read two seconds later: resident (RSS), and proportional (PSS), which counts what is shared with others, such
as the virtual screen's own libraries, only in part.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
from Xlib import X, error
from Xlib.display import Display

from desktop_app.domain.choices import ChatSource
from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role
from desktop_app.domain.settings import Settings
from desktop_app.storage import place_file, settings_file
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile

RUNS = 30
SETTLED = 2.0
ROOT = Path(__file__).parent.parent.parent

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1280, 820)
window.show()
application.exec()
"""


ANSWER = "An answer of a few words, and then a picture of letters.\n\n" + "\n".join(["```", *["█" * 60] * 40, "```"])


def main() -> None:
    display: Any = Display()
    programs = {
        "bare": lambda _folder: ["-c", BARE],
        "aloud": lambda folder: ["-m", "desktop_app", "--data-dir", folder],
    }
    times: dict[str, list[float]] = {name: [] for name in programs}
    resident: dict[str, list[float]] = {name: [] for name in programs}
    shared_out: dict[str, list[float]] = {name: [] for name in programs}
    shown: list[float] = []
    for _ in range(RUNS):
        for name, arguments in programs.items():
            with tempfile.TemporaryDirectory() as folder:
                seconds, rss, pss = start_once(display, arguments(folder))
            times[name].append(seconds)
            resident[name].append(rss)
            shared_out[name].append(pss)
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(_use(Path(folder)))
            shown.append(_time_to_page(display, programs["aloud"](folder)))
    for name in programs:
        ordered = sorted(times[name])
        print(
            f"{name:6} window on screen: median {statistics.median(ordered) * 1000:.0f} ms, "
            f"p95 {ordered[int(len(ordered) * 0.95)] * 1000:.0f} ms, worst {ordered[-1] * 1000:.0f} ms; "
            f"memory: median RSS {statistics.median(resident[name]):.0f} MB, "
            f"PSS {statistics.median(shared_out[name]):.0f} MB "
            f"(n={RUNS})"
        )
    print(
        f"ratio to a bare window: time {_ratio(times):.2f}, RSS {_ratio(resident):.2f}, PSS {_ratio(shared_out):.2f} "
        "(target 2.0)"
    )
    shown.sort()
    bare = statistics.median(times["bare"])
    print(
        f"last conversation shown: median {statistics.median(shown) * 1000:.0f} ms, "
        f"p95 {shown[int(len(shown) * 0.95)] * 1000:.0f} ms; "
        f"ratio to a bare window: {statistics.median(shown) / bare:.2f} (target 2.0, n={RUNS})"
    )


def _ratio(values: dict[str, list[float]]) -> float:
    return statistics.median(values["aloud"]) / statistics.median(values["bare"])


def start_once(display: Any, arguments: list[str]) -> tuple[float, float, float]:
    began = time.monotonic()
    process = _run(arguments)
    try:
        while _viewable(display, process.pid) is None:
            if process.poll() is not None or time.monotonic() - began > 30:
                raise RuntimeError(f"no window from {arguments}")
            time.sleep(0.004)
        seconds = time.monotonic() - began
        time.sleep(SETTLED)
        memory = psutil.Process(process.pid).memory_full_info()
        return seconds, memory.rss / 1e6, memory.pss / 1e6
    finally:
        process.kill()
        process.wait()


def _run(arguments: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ
    )


async def _use(folder: Path) -> None:
    """A profile with twenty messages, open at the last of them; the window's place is kept, as after a first run."""
    profile = Profile(folder)
    profile.make()
    place_file.save(profile.place, {"appearance": "light"})
    settings_file.save(profile.settings, Settings(chat_source=ChatSource.DEMO))
    history = await History.open(profile.history)
    await history.add_conversation(Conversation("c", "Talk", 1.0, 2.0))
    parent = None
    for number, role in enumerate(itertools.islice(itertools.cycle((Role.USER, Role.ASSISTANT)), 20)):
        text = ANSWER if role is Role.ASSISTANT else "And then, what about it?"
        parts = (Part(PartKind.TEXT, text),)
        await history.add_message(Message(f"m{number}", "c", parent, role, parts, 1.0 + number))
        parent = f"m{number}"
    await history.set_open("c")
    await history.close()


def _time_to_page(display: Any, arguments: list[str]) -> float:
    began = time.monotonic()
    process = _run(arguments)
    try:
        while (window := _viewable(display, process.pid)) is None or not _is_dark(window):
            if process.poll() is not None or time.monotonic() - began > 30:
                raise RuntimeError(f"no conversation from {arguments}")
            time.sleep(0.004)
        return time.monotonic() - began
    finally:
        process.kill()
        process.wait()


def _is_dark(window: Any) -> bool:
    """Whether a strip in the middle of the page shows the picture: lines of dark blocks with light between them."""
    size = window.get_geometry()
    strip: bytes = window.get_image(size.width // 2, size.height // 2 - 20, 120, 40, X.ZPixmap, 0xFFFFFFFF).data
    dark = sum(value < 0x60 for value in strip[::4]) / (len(strip) // 4)
    return 0.3 < dark < 0.95  # a window that is not painted yet is dark all over


def _viewable(display: Any, pid: int) -> Any | None:
    """The top-level window of this process where one is mapped, decorated by a window manager or not."""
    name = display.intern_atom("_NET_WM_PID")
    outer = display.screen().root.query_tree().children
    for window in outer:
        with contextlib.suppress(error.XError):
            for candidate in (window, *window.query_tree().children):
                owner = candidate.get_full_property(name, X.AnyPropertyType)
                if owner and owner.value[0] == pid and candidate.get_attributes().map_state == X.IsViewable:
                    return candidate
    return None
