"""Search everything in a history of 100,000 messages: from the key in the field to the results painted in the list.

The real field, list, presenter, thread and index, on a virtual or a real screen. Words are typed letter by letter:
common and rare ones, several, phrases, Chinese, and with filters; each letter waits for the answer to the one before.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.domain.found import Findings
from desktop_app.domain.search import parse
from desktop_app.presenters.search import SearchPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile
from desktop_app.storage.search.search import Search
from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from desktop_app.ui.search.panel import SearchPanel
from desktop_app.ui.theme import ThemeKeeper
from tests.bench.report import line
from tests.support.many_messages import ManyMessages, fill

MESSAGES = int(os.environ.get("ALOUD_BENCH_MESSAGES", "100000"))
RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "12"))
"""Texts of each kind."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Path(folder))
        profile.make()
        began = time.monotonic()
        size = fill(profile.history, MESSAGES)
        print(f"{MESSAGES:,} messages, {size / 1e6:.0f} MB of text, written in {time.monotonic() - began:.0f} s")
        application = QApplication.instance() or QApplication(sys.argv[:1])
        loop = qasync.QEventLoop(application)
        asyncio.set_event_loop(loop)
        with loop:
            loop.run_until_complete(_measure(profile, ThemeKeeper(cast("QApplication", application))))


def texts(seed: int = 3) -> dict[str, list[str]]:
    """What is typed, by kind."""
    chance = random.Random(seed)
    words = {one.language: one.words for one in ManyMessages().languages}
    english, chinese = words["en"], words["cmn"]
    common, rare = english[:60], english[2000:30_000]

    def some(make: Callable[[], str]) -> list[str]:
        return [make() for _ in range(RUNS)]

    return {
        "common words": some(lambda: chance.choice(common)),
        "rare words": some(lambda: chance.choice(rare)),
        "two words": some(lambda: f"{chance.choice(common)} {chance.choice(rare)}"),
        "two common words": some(lambda: f"{chance.choice(common)} {chance.choice(common)}"),
        "phrases": some(lambda: f'"{chance.choice(common)} {chance.choice(common)}"'),
        "Chinese": some(lambda: "".join(chance.choices(chinese[:40], k=2))),
        "with filters": some(
            lambda: (
                chance.choice(("from:me ", "has:code ", "model:gpt before:2026-09 ", "after:2026 "))
                + chance.choice(common)
            )
        ),
    }


async def _measure(profile: Profile, keeper: ThemeKeeper) -> None:
    load_fonts()
    load_remaining_fonts()
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    history, tasks = await History.open(profile.history), Tasks()
    search = Search(history, profile.history, profile.search)
    search.begin()
    began = time.monotonic()
    await search.catch_up()
    print(f"indexed in {time.monotonic() - began:.0f} s; {profile.search.stat().st_size / 1e6:.0f} MB")
    panel = SearchPanel(window, keeper.theme)
    nobody = cast("Any", None)  # nothing is gone to
    presenter = SearchPresenter(
        panel,
        nobody,
        search,
        find=nobody,
        is_hidden=lambda _id: False,
        conversation=nobody,
        actions=nobody,
        tasks=tasks,
    )
    panel.typed.connect(presenter.look_for)
    panel.open()
    paints = _Paints(panel)
    everything: list[tuple[float, float]] = []
    for kind, typed in texts().items():
        times = [pair for text in typed for pair in await paints.of(text)]
        everything += times
        print(line(f"key to results, {kind}", [whole for whole, _ in times]))
    print(line("key to results, all", [whole for whole, _ in everything], target="p95 30"))
    print(line("  the window's own part, of a processor", [spent for _, spent in everything]))
    panel.hide()
    await tasks.close()
    await search.close()
    await history.close()
    window.close()


class _Paints(QObject):
    """Types, and waits until what was found for it is painted."""

    def __init__(self, panel: SearchPanel) -> None:
        super().__init__()
        self._panel = panel
        self._painted = asyncio.Event()
        self._waiting = False
        for part in (panel.list.viewport(), panel.foot, panel.help):
            part.installEventFilter(self)
        whole = panel.show_findings

        def show(findings: Findings | None) -> None:
            whole(findings)
            self._waiting = True
            for part in (panel.list.viewport(), panel.foot, panel.help):
                part.update()

        panel.show_findings = show  # type: ignore[method-assign]  # listened to

    async def of(self, text: str) -> list[tuple[float, float]]:
        """Milliseconds for each letter that asks for something: in all, and of the thread's own."""
        self._panel.field.clear()
        await asyncio.sleep(0.05)
        times = []
        for letter in text:
            if not parse(self._panel.text + letter).asks:
                self._type(letter)
                continue
            self._waiting = False
            self._painted.clear()
            began, worked = time.perf_counter(), time.thread_time()
            self._type(letter)
            await asyncio.wait_for(self._painted.wait(), 5)
            times.append(((time.perf_counter() - began) * 1000, (time.thread_time() - worked) * 1000))
            await asyncio.sleep(0.02)
        return times

    def _type(self, letter: str) -> None:
        """As a key does, or as an input method does where there is no such key."""
        if letter.isascii():
            QTest.keyClicks(self._panel.field, letter)
        else:
            self._panel.field.insert(letter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._waiting:
            self._painted.set()
        return super().eventFilter(watched, event)


if __name__ == "__main__":
    main()
