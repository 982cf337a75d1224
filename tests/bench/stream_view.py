"""How long the event loop stands still while Markdown streams into the page flat out, and whether it stays linear.

As in the program, full garbage collections wait until the page is complete.

Run as ``python -m tests.bench.stream_view``; on a virtual or a real screen, or offscreen where there is none.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from typing import NamedTuple

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication

from desktop_app.domain.messages import Message, MessageState, Part, PartKind, Role
from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from desktop_app.ui.transcript.view import TranscriptView
from tests.bench.report import line
from tests.support.long_conversation import deltas, markdown

RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "30"))
_SOMETHING = 0.0005
"""Seconds: a shorter turn of the event loop did nothing."""
_NEVER = 1_000_000


def _message(number: int, role: Role, text: str, state: MessageState = MessageState.COMPLETE) -> Message:
    return Message(f"m{number}", "c", None, role, (Part(PartKind.TEXT, text),), 0.0, state)


def _earlier(count: int) -> list[Message]:
    questions = (_message(number, Role.USER, markdown(300, number)) for number in range(0, count, 2))
    answers = (_message(number, Role.ASSISTANT, markdown(1500, number)) for number in range(1, count, 2))
    return [message for pair in zip(questions, answers, strict=True) for message in pair]


def _settle(view: TranscriptView) -> None:
    while not view.idle:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


class Streamed(NamedTuple):
    """Seconds: how long it took, what of it the thread worked, and each turn of the event loop by both clocks."""

    whole: float
    processor: float
    stalls: list[float]
    spent: list[float]


def stream(view: TranscriptView, text: str, earlier: int) -> Streamed:
    """Streams the text behind so many messages."""
    view.show_messages(_earlier(earlier))
    _settle(view)
    view.add_message(_message(-1, Role.ASSISTANT, "", MessageState.STREAMING))
    _settle(view)
    gc.collect()
    stalls: list[float] = []
    spent: list[float] = []
    began, worked = time.perf_counter(), time.thread_time()
    for number, delta in enumerate(deltas(text)):
        view.append_text("m-1", delta)
        if number % 40 == 0:  # a socket gives some hundred characters at a time
            _turn(stalls, spent)
    view.set_state("m-1", MessageState.COMPLETE)
    while not view.idle:
        _turn(stalls, spent)
        time.sleep(0.0005)
    return Streamed(time.perf_counter() - began, time.thread_time() - worked, stalls, spent)


def _turn(stalls: list[float], spent: list[float]) -> None:
    before, worked = time.perf_counter(), time.thread_time()
    QCoreApplication.processEvents()
    stalls.append(time.perf_counter() - before)
    spent.append(time.thread_time() - worked)


def _busy(stalls: list[float]) -> list[float]:
    """The turns of the loop in which something was done, in milliseconds."""
    return [stall * 1000 for stall in stalls if stall > _SOMETHING]


def _measure(view: TranscriptView, size: int, earlier: int) -> list[Streamed]:
    """Prints how it went."""
    text = markdown(size)
    runs = [stream(view, text, earlier) for _ in range(RUNS)]
    stalls = _busy([stall for run in runs for stall in run.stalls])
    name = f"{size // 1000} kB after {earlier} messages"
    print(line(f"{name}, stalls of the event loop", stalls, target="worst 50"))
    print(f"   p99 {statistics.quantiles(stalls, n=100, method='inclusive')[98]:.1f} ms")
    print(line("   the thread's own part of them", _busy([stall for run in runs for stall in run.spent])))
    print(line(f"{name}, whole time", [run.whole for run in runs], "s"), flush=True)
    return runs


def _open_long(view: TranscriptView) -> None:
    messages = _earlier(1000)
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        view.show_messages(messages)
        QCoreApplication.processEvents()
        times.append((time.perf_counter() - began) * 1000)
    print(line("1,000 messages opened, the newest in sight", times), flush=True)
    _settle(view)


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    load_remaining_fonts()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)
    view = TranscriptView()
    view.resize(1016, 600)
    view.show()
    stream(view, markdown(3000), 2)  # loads the parser and Pygments, which is not what is measured
    _open_long(view)
    for earlier in (0, 100):
        short, long = (_measure(view, size, earlier) for size in (25_000, 250_000))
        whole = [more.whole / less.whole for less, more in zip(short, long, strict=True)]
        processor = [more.processor / less.processor for less, more in zip(short, long, strict=True)]
        print(line("250 kB takes as long as 25 kB", whole, "times", "12"))
        print(line("   in processor time", processor, "times"), flush=True)
    view.close()
    del application


if __name__ == "__main__":
    main()
