"""A conversation of 10,000 messages, 20 MB: opened, paged through, and what memory it takes; a plain text box likewise.

Each is measured in a process of its own, whose memory nobody else has touched.

Run as ``python -m tests.bench.transcript_opening``; on a virtual or a real screen, or offscreen where there is none.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QApplication, QPlainTextEdit, QWidget

from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from desktop_app.ui.transcript.view import TranscriptView
from tests.bench.report import line
from tests.support.long_conversation import conversation

RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "5"))
MESSAGES, CHARACTERS = 10_000, 20_000_000
PAGES = 200
_QUIET = 0.3
"""Seconds without work after which everything is in place."""


def main() -> None:
    for what in ("page", "plain box"):
        runs = [_one(what) for _ in range(RUNS)]
        name = f"{MESSAGES:,} messages in the {what}"
        aims = ("150", "16", "80") if what == "page" else ("", "", "")
        print(line(f"{name}: first paint", [run["first"] for run in runs], target=aims[0]))
        print(line("  the thread's own part", [run["first_spent"] for run in runs]))
        frames = [frame for run in runs for frame in run["frames"]]
        print(line(f"{name}: a page up, to its paint", frames, target=aims[1]))
        print(line("  the thread's own part", [frame for run in runs for frame in run["spent"]]))
        memory = [run["memory"] for run in runs]
        print(line(f"{name}: memory above the empty window", memory, "MB", aims[2]))
        print(f"   of these {runs[0]['texts']:.0f} MB the messages themselves", flush=True)


def _one(what: str) -> dict[str, Any]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.bench.transcript_opening", what], stdout=subprocess.PIPE, text=True, check=True
    )
    return dict(json.loads(told.stdout.splitlines()[-1]))


def _measure(what: str) -> dict[str, Any]:
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, 1_000_000)  # as in the program, full collections wait until nothing goes on
    application = QApplication(sys.argv[:1])
    load_fonts()
    load_remaining_fonts()
    shown: TranscriptView | QPlainTextEdit = TranscriptView() if what == "page" else QPlainTextEdit()
    shown.resize(1016, 600)
    shown.show()
    _show(shown, 4, 4000)  # brings in the parser and the highlighter, which every window with an answer has
    _rest()
    empty = _memory()
    conversation(MESSAGES, CHARACTERS)
    gc.collect()
    texts = _memory() - empty
    area = shown if isinstance(shown, QAbstractScrollArea) else shown.findChild(QAbstractScrollArea)
    assert isinstance(area, QAbstractScrollArea)
    paint = _Paints(area.viewport())
    first, first_spent = paint.after(lambda: _show(shown, MESSAGES, CHARACTERS))
    _rest()
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum())
    frames = [
        paint.after(lambda: bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)) for _ in range(PAGES)
    ]
    _rest()
    gc.collect()
    memory = _memory() - empty
    shown.close()
    del application
    return {
        "first": first,
        "first_spent": first_spent,
        "frames": [frame for frame, _ in frames],
        "spent": [spent for _, spent in frames],
        "memory": memory,
        "texts": texts,
    }


def _show(shown: TranscriptView | QPlainTextEdit, count: int, size: int) -> None:
    messages = conversation(count, size)
    if isinstance(shown, TranscriptView):
        shown.show_messages(messages)
    else:
        shown.setPlainText("\n\n".join(one.text for one in messages))
        shown.verticalScrollBar().setValue(shown.verticalScrollBar().maximum())


class _Paints(QObject):
    """Waits for a widget to be painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._count = 0
        self._widget = widget
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)

    def after(self, do: Callable[[], object]) -> tuple[float, float]:
        """Milliseconds until what ``do`` changed is painted: in all, and of the thread's own."""
        QCoreApplication.processEvents()
        before, began, worked = self._count, time.perf_counter(), time.thread_time()
        do()
        self._widget.update()
        while self._count == before:
            QCoreApplication.processEvents()
        return (time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000


def _rest() -> None:
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < _QUIET * 1000:
        worked = time.thread_time()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if time.thread_time() - worked > 0.001:
            clock.restart()


def _memory() -> float:
    """MB of this process, where the system tells; 0 elsewhere."""
    gc.collect()
    statm = Path("/proc/self/statm")
    return int(statm.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6 if statm.exists() else 0.0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(_measure(sys.argv[1])))
    else:
        main()
