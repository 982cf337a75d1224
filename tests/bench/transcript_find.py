"""Words looked for in 20 MB: until the first is shown, until all are counted, and how long the window stands still.

A plain text box with the same text, and Qt's own search in it, for comparison.

Run as ``python -m tests.bench.transcript_find``; on a virtual or a real screen, or offscreen where there is none.
"""

from __future__ import annotations

import os
import sys
import time

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop_app.domain.messages import Role
from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from desktop_app.ui.transcript.find.finding import Finder
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.view import TranscriptView
from tests.bench.report import line
from tests.bench.transcript_streaming import settle
from tests.support.long_conversation import conversation, message

RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "5"))
MESSAGES, CHARACTERS = 10_000, 20_000_000
NEEDLE = "a needle in the hay"
WORDS = (NEEDLE, "sentence", "m/s", "zzz is nowhere")
_SOMETHING = 0.5
"""Milliseconds."""


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    load_fonts()
    load_remaining_fonts()
    messages = list(conversation(MESSAGES, CHARACTERS))
    messages[-100] = message("needle", Role.USER, f"Here is {NEEDLE}.")  # all else is looked through before it
    view = TranscriptView()
    view.resize(1016, 600)
    view.show()
    view.show_messages(messages)
    settle(view)
    plain = QPlainTextEdit()
    plain.setPlainText("\n\n".join(one.text for one in messages))
    for words in WORDS:
        _look(view, words)
        _look_in_plain(plain.document(), words)
    view.close()
    del application


def _look(view: TranscriptView, words: str) -> None:
    first: list[float] = []
    first_spent: list[float] = []
    whole: list[float] = []
    stalls: list[float] = []
    spent: list[float] = []
    count = 0
    page = view.findChild(Page)
    assert isinstance(page, Page)
    for _ in range(RUNS):
        page.select(None, None)
        page.go_to_end()
        bar = view.find_bar
        bar.field.clear()
        bar.open()
        _wait(0.3)  # as a person who opens it and then types
        began, worked = time.perf_counter(), time.thread_time()
        bar.field.setText(words)
        stalls.append((time.perf_counter() - began) * 1000)
        spent.append((time.thread_time() - worked) * 1000)
        _until(bar.finder, stalls, spent, whole=False)
        if bar.finder.current is not None:
            first.append((time.perf_counter() - began) * 1000)
            first_spent.append((time.thread_time() - worked) * 1000)
        _until(bar.finder, stalls, spent, whole=True)
        whole.append(time.perf_counter() - began)
        count = bar.finder.total
        bar.close_search()
    if first:
        print(line(f"“{words}”: to the first", first, target="50"))
        print(line("   the thread's own part", first_spent))
    for name, times in (("the window stands still for", stalls), ("the thread's own part", spent)):
        busy = [stall for stall in times if stall > _SOMETHING]
        print(line(f"   {name}", busy, target="worst 50"))
    print(line(f"   until all {count:,} are counted", whole, "s"), flush=True)


def _wait(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def _until(finder: Finder, stalls: list[float], spent: list[float], *, whole: bool) -> None:
    """Turns of the event loop, in milliseconds by both clocks, until it is found, or all are counted."""
    while not (finder.complete if whole else finder.current is not None or finder.complete):
        before, worked = time.perf_counter(), time.thread_time()
        QCoreApplication.processEvents()
        stalls.append((time.perf_counter() - before) * 1000)
        spent.append((time.thread_time() - worked) * 1000)


def _look_in_plain(document: QTextDocument, words: str) -> None:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        document.find(words)
        times.append((time.perf_counter() - began) * 1000)
    print(line("   a plain box, Qt's own search, to the first", times), flush=True)


if __name__ == "__main__":
    main()
