"""How long until a window is on the screen, and how much memory it takes: Aloud against a bare PySide6 window.

Both are started in turn in the same run; the time is from the start of the process to its window being viewable.
Memory is read two seconds later: resident (RSS), and proportional (PSS), which counts what is shared with others, such
as the virtual screen's own libraries, only in part.
"""

from __future__ import annotations

import contextlib
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


def main() -> None:
    display: Any = Display()
    programs = {
        "bare": lambda _folder: ["-c", BARE],
        "aloud": lambda folder: ["-m", "desktop_app", "--data-dir", folder],
    }
    times: dict[str, list[float]] = {name: [] for name in programs}
    resident: dict[str, list[float]] = {name: [] for name in programs}
    shared_out: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(RUNS):
        for name, arguments in programs.items():
            with tempfile.TemporaryDirectory() as folder:
                seconds, rss, pss = _start(display, arguments(folder))
            times[name].append(seconds)
            resident[name].append(rss)
            shared_out[name].append(pss)
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


def _ratio(values: dict[str, list[float]]) -> float:
    return statistics.median(values["aloud"]) / statistics.median(values["bare"])


def _start(display: Any, arguments: list[str]) -> tuple[float, float, float]:
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ
    )
    try:
        while not _viewable(display, process.pid):
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


def _viewable(display: Any, pid: int) -> bool:
    """Whether a top-level window of this process is mapped, decorated by a window manager or not."""
    name = display.intern_atom("_NET_WM_PID")
    outer = display.screen().root.query_tree().children
    for window in outer:
        with contextlib.suppress(error.XError):
            for candidate in (window, *window.query_tree().children):
                owner = candidate.get_full_property(name, X.AnyPropertyType)
                if owner and owner.value[0] == pid and candidate.get_attributes().map_state == X.IsViewable:
                    return True
    return False
