"""The list of conversations at 5,000 and 50,000: a frame of scrolling, one conversation that moves, all of them listed.

Beside it, in the same run, a plain QListView with as many titles in a QStringListModel, whose refresh is a new list.
Times are the GUI thread's own (CPU), so that other work on the machine says little; with the worst of the clock's.

Run as ``python -m tests.bench.sidebar``; on a virtual or a real screen, or offscreen where there is none.
"""

from __future__ import annotations

import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform == "linux":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QListView

from desktop_app.domain.choices import Appearance
from desktop_app.domain.messages import Conversation, Folder
from desktop_app.presenters.sidebar import FIRST_PAGE, PAGE
from desktop_app.storage.history import History
from desktop_app.storage.listing import Listing
from desktop_app.storage.tables import Database
from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from desktop_app.ui.sidebar.sidebar import Sidebar
from desktop_app.ui.theme import ThemeKeeper
from tests.bench.report import line

RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "5"))
SIZES = (5_000, 50_000)
_FRAMES = 200
_NOTCH = 120  # pixels a frame: a wheel turned fast
_DAY = 86_400.0
_FOLDERS = [Folder(f"f{number}", f"Folder {number}") for number in range(20)]


def main() -> None:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    load_fonts()
    load_remaining_fonts()
    keeper = ThemeKeeper(application, Appearance.LIGHT)
    for size in SIZES:
        talks = _talks(size)
        print(f"-- {size:,} conversations, {len(_FOLDERS)} folders")
        _in_the_window(keeper, talks)
        asyncio.run(_from_the_disk(keeper, talks))


def _talks(size: int) -> list[Conversation]:
    """Over three years; one in 20 in a folder, a few pinned, one in ten archived."""
    chance, now = random.Random(5), time.time()
    found = []
    for number in range(size):
        moment = now - number * 3 * 365 * _DAY / size
        words = " ".join(chance.choice(("kettle", "garden", "Kanazawa", "tax", "Raft", "sourdough")) for _ in range(4))
        kind = chance.random()
        found.append(
            Conversation(
                f"{number:032x}",
                f"{words} {number}",
                moment,
                moment,
                pinned=kind < 0.001,
                archived=kind > 0.9,
                folder_id=chance.choice(_FOLDERS).id if 0.001 < kind < 0.05 else None,
            )
        )
    return found


# In the window


def _in_the_window(keeper: ThemeKeeper, talks: Sequence[Conversation]) -> None:
    side = Sidebar(keeper.theme)
    side.resize(264, 800)
    side.show_folders(_FOLDERS)
    side.show_conversations(talks, talks[0].id)
    plain = QListView()
    plain.resize(264, 800)
    plain.setUniformItemSizes(True)
    plain.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    titles = QStringListModel([talk.title for talk in talks])
    plain.setModel(titles)
    for widget in (side, plain):
        widget.show()
    QApplication.processEvents()
    ours, theirs = _scroll(side.conversations), _scroll(plain)
    print(line("a frame of scrolling, CPU", ours, target="p95 at most 4 ms"))
    print(line("  a plain list", theirs))
    moved = []
    chance = random.Random(7)
    for number in range(20 * RUNS):
        talk = replace(chance.choice(talks), updated=time.time() + number)
        moved.append(_spent(lambda talk=talk: side.put_conversations([talk])))  # type: ignore[misc]
    refreshed = [_spent(lambda: titles.setStringList([talk.title for talk in talks])) for _ in range(RUNS)]
    print(line("one conversation moves to the top, CPU", moved))
    print(line("  a plain list, refreshed", refreshed))
    running = [_spent(lambda n=n: side.set_running(frozenset({talks[n].id}))) for n in range(20 * RUNS)]  # type: ignore[misc]
    print(line("an answer begins: its mark, CPU", running))
    same = [_spent(lambda: side.show_conversations(talks, talks[0].id)) for _ in range(RUNS)]
    print(line("all of them listed anew, CPU", same))
    side.close()
    plain.close()


def _scroll(view: QListView) -> list[float]:
    """Each frame: so many pixels further, painted; from the top on and back again."""
    bar = view.verticalScrollBar()
    spent = []
    for frame in range(_FRAMES * RUNS):
        down = frame % _FRAMES < _FRAMES // 2
        spent.append(_spent(lambda down=down: bar.setValue(bar.value() + (_NOTCH if down else -_NOTCH))))  # type: ignore[misc]
    return spent


def _spent(do: Callable[[], object]) -> float:
    """Milliseconds of this thread, until it is painted."""
    began = time.thread_time()
    do()
    QApplication.processEvents()
    return (time.thread_time() - began) * 1000


# From the disk


async def _from_the_disk(keeper: ThemeKeeper, talks: Sequence[Conversation]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = await History.open(Path(folder) / "history.db")
        await history.write(lambda db: _fill(db, talks))
        listing = Listing(history)
        first: list[float] = []
        waits: list[float] = []
        shown: list[float] = []
        for _ in range(RUNS):
            side = Sidebar(keeper.theme)
            side.resize(264, 800)
            side.show_folders(_FOLDERS)
            side.show()
            await _list_all(side, listing, first, waits, shown)
            assert side.conversations.rows.conversations == len(talks)
            side.close()
        one = []
        for number in range(20 * RUNS):
            began = time.perf_counter()
            await listing.some([talks[number * 7 % len(talks)].id])
            one.append((time.perf_counter() - began) * 1000)
        print(line("from the disk to the first rows on the screen", first))
        print(line(f"a further page of {PAGE:,} read, beside the window", waits))
        print(line(f"a further page of {PAGE:,} put into the list, CPU", shown, target="worst at most 16 ms"))
        print(line("one conversation looked at, as when an answer begins", one))
        await history.close()


async def _list_all(
    side: Sidebar, listing: Listing, first: list[float], waits: list[float], shown: list[float]
) -> None:
    began = time.perf_counter()
    page, end = await listing.page(FIRST_PAGE)
    side.show_conversations([*page, *await listing.arranged()], None)
    QApplication.processEvents()
    first.append((time.perf_counter() - began) * 1000)
    while end is not None:
        began = time.perf_counter()
        page, end = await listing.page(PAGE, end)
        waits.append((time.perf_counter() - began) * 1000)
        shown.append(_spent(lambda page=page: side.put_conversations(page)))  # type: ignore[misc]


def _fill(db: Database, talks: Sequence[Conversation]) -> None:
    numbers = {one.id: number for number, one in enumerate(_FOLDERS, start=1)}
    for folder_id, number in numbers.items():
        db.execute("INSERT INTO folders (n, id, name, position) VALUES (?, ?, ?, ?)", [number, folder_id, "F", number])
    for talk in talks:
        db.execute(
            "INSERT INTO conversations (id, title, created, updated, pinned, archived, folder)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                *(talk.id, talk.title, talk.created, talk.updated, int(talk.pinned), int(talk.archived)),
                numbers.get(talk.folder_id or ""),
            ],
        )


if __name__ == "__main__":
    main()
