"""250 kB streamed flat out into the tenth and into the 10,000th message, against a plain text box that does the same.

The plain one gets the same pieces of text as they are, once a frame, behind the same conversation as plain text.

Run as ``python -m tests.bench.transcript_streaming``; on a virtual or a real screen, or offscreen where there is none.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop_app.domain.messages import MessageState, Role
from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from desktop_app.ui.transcript.view import TranscriptView
from tests.bench.report import line
from tests.support.long_conversation import conversation, deltas, markdown, message

RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "5"))
KILOBYTES = (25, 250)
EARLIER = ((9, 18_000), (9_999, 20_000_000))
"""Messages before, and their characters."""
_AT_A_TIME = 40
"""Deltas that come between two turns of the event loop: a socket gives some hundred characters at a time."""
_SOMETHING = 0.0005
"""Seconds: a shorter turn of the event loop did nothing."""
_NEVER = 1_000_000


class Streamed(NamedTuple):
    """Seconds: what of it the thread worked, and each turn of the event loop by both clocks."""

    processor: float
    stalls: list[float]
    spent: list[float]


class Plain(QPlainTextEdit):
    """A box that shows text as it is, what has come once a frame, and stays at its end."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self._waiting: list[str] = []
        self._frame = QTimer(self, singleShot=True, interval=16)
        self._frame.timeout.connect(self._write)

    def append_text(self, text: str) -> None:
        self._waiting.append(text)
        if not self._frame.isActive():
            self._frame.start()

    @property
    def idle(self) -> bool:
        return not self._waiting

    def _write(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("".join(self._waiting))
        self._waiting.clear()
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())


def streamed(text: str, feed: Callable[[str], None], end: Callable[[], None], idle: Callable[[], bool]) -> Streamed:
    """Gives the text flat out and lets the event loop turn until all of it is there."""
    gc.collect()
    stalls: list[float] = []
    spent: list[float] = []
    worked = time.thread_time()
    for number, delta in enumerate(deltas(text)):
        feed(delta)
        if number % _AT_A_TIME == 0:
            _turn(stalls, spent)
    end()
    while not idle():
        _turn(stalls, spent)
        time.sleep(0.0005)
    return Streamed(time.thread_time() - worked, stalls, spent)


def _turn(stalls: list[float], spent: list[float]) -> None:
    before, worked = time.perf_counter(), time.thread_time()
    QCoreApplication.processEvents()
    stalls.append(time.perf_counter() - before)
    spent.append(time.thread_time() - worked)


def _into_the_page(view: TranscriptView, text: str) -> Streamed:
    view.add_message(message("new", Role.ASSISTANT, "", MessageState.STREAMING))
    settle(view)
    return streamed(
        text,
        lambda delta: view.append_text("new", delta),
        lambda: view.set_state("new", MessageState.COMPLETE),
        lambda: view.idle,
    )


def settle(view: TranscriptView) -> None:
    while not view.idle:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def _runs_of_page(view: TranscriptView, text: str, earlier: tuple[int, int]) -> list[Streamed]:
    runs = []
    for _ in range(RUNS):
        view.show_messages(conversation(*earlier))
        settle(view)
        runs.append(_into_the_page(view, text))
    return runs


def _runs_of_plain(plain: Plain, text: str, earlier: tuple[int, int]) -> list[Streamed]:
    runs = []
    for _ in range(RUNS):
        plain.setPlainText("\n\n".join(one.text for one in conversation(*earlier)))
        QCoreApplication.processEvents()
        runs.append(streamed(text, plain.append_text, lambda: None, lambda: plain.idle))
    return runs


def _report(name: str, runs: list[Streamed], kilobytes: int) -> float:
    """Tells the stalls; gives back milliseconds of work for a kB."""
    for words, times in (("stalls", "stalls"), ("  the thread's own part", "spent")):
        busy = [stall * 1000 for run in runs for stall in getattr(run, times) if stall > _SOMETHING] or [0.0, 0.0]
        p99 = statistics.quantiles(busy, n=100, method="inclusive")[98]
        print(line(f"{name}, {words}", busy, target="p99 16, worst 50"), f"· p99 {p99:.1f} ms")
    cost = statistics.median(run.processor for run in runs) * 1000 / kilobytes
    turns = statistics.median(sum(stall > _SOMETHING for stall in run.stalls) for run in runs) / kilobytes
    print(f"{name}, processor time: {cost:.2f} ms for a kB, which took {turns:.1f} turns of the loop", flush=True)
    return cost


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    load_remaining_fonts()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)  # as in the program, full collections wait until the page is complete
    view, plain = TranscriptView(), Plain()
    for widget in (view, plain):
        widget.resize(1016, 600)
        widget.show()
    view.add_message(message("new", Role.ASSISTANT, "", MessageState.STREAMING))
    streamed(markdown(3000), lambda delta: view.append_text("new", delta), lambda: None, lambda: view.idle)  # warms up
    costs = {}
    for earlier in EARLIER:
        for kilobytes in KILOBYTES:
            text = markdown(kilobytes * 1000)
            name = f"{kilobytes} kB after {earlier[0]:,} messages"
            costs[kilobytes, earlier] = _report(f"{name}: page", _runs_of_page(view, text, earlier), kilobytes)
        _report(f"{name}: plain box", _runs_of_plain(plain, text, earlier), kilobytes)
    first = costs[KILOBYTES[0], EARLIER[0]]
    for (kilobytes, earlier), cost in costs.items():
        print(f"work for a kB, {kilobytes} kB after {earlier[0]:,}: {cost / first:.2f} times that of the first")
    view.close()
    plain.close()
    del application


if __name__ == "__main__":
    main()
