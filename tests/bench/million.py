"""A history of a million messages: how large, how soon searched, and whether anything is slower than with a few.

The file is written with the program's own verbs, many to a transaction, and its beginning is held against one that the
program wrote message by message. Programs are started in turn with a small history and with the large one.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from Xlib.display import Display

from desktop_app.domain.choices import ChatSource
from desktop_app.domain.messages import Message, MessageState, Role
from desktop_app.domain.search import parse
from desktop_app.domain.settings import Settings
from desktop_app.domain.usage import Timings, Usage
from desktop_app.storage import place_file, settings_file
from desktop_app.storage.branches import Branches
from desktop_app.storage.first_look import newest_messages
from desktop_app.storage.history import History
from desktop_app.storage.listing import Listing
from desktop_app.storage.paths import Profile
from desktop_app.storage.search.search import Search
from desktop_app.storage.tables import set_state_value
from tests.bench import window_start
from tests.bench.report import line
from tests.bench.search import texts
from tests.support.many_messages import ManyMessages, fill

MESSAGES = int(os.environ.get("ALOUD_BENCH_MESSAGES", "1000000"))
FEW = 10_000
STARTS = int(os.environ.get("ALOUD_BENCH_RUNS", "20"))
INSERTS = 400
_TABLES = ("conversations", "messages", "parts", "turns")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_profile(Path(folder) / name) for name in ("few", "many"))
        fill(few.history, FEW)
        began = time.monotonic()
        size = fill(many.history, MESSAGES)
        print(f"{MESSAGES:,} messages with {size / 1e6:.0f} MB of text written in {time.monotonic() - began:.0f} s")
        _hold_against_the_program(Path(folder))
        asyncio.run(_first_index(many))
        whole = many.history.stat().st_size + many.search.stat().st_size
        print(
            f"history {many.history.stat().st_size / 1e6:.0f} MB, index {many.search.stat().st_size / 1e6:.0f} MB: "
            f"{whole / size:.2f} times the bare text (target: at most 3)"
        )
        asyncio.run(_search(many))
        asyncio.run(_open(many))
        costs = [asyncio.run(_insert(profile)) for profile in (few, many)]
        print(f"an insert with {MESSAGES:,} against {FEW:,}: {costs[1] / costs[0]:.2f} times (target: flat)")
        _starts(few, many)


def _profile(folder: Path) -> Profile:
    """One that was used before."""
    profile = Profile(folder)
    profile.make()
    place_file.save(profile.place, {"appearance": "light"})
    settings_file.save(profile.settings, Settings(chat_source=ChatSource.DEMO))
    return profile


def _hold_against_the_program(folder: Path) -> None:
    """The same conversations written by the program itself leave the same rows."""
    quick, slow = folder / "quick.db", folder / "slow.db"
    fill(quick, 60)
    asyncio.run(_write_slowly(slow, 60))
    with closing(sqlite3.connect(quick)) as one, closing(sqlite3.connect(slow)) as other:
        for table in _TABLES:
            rows = [_rows(db, table) for db in (one, other)]
            assert rows[0] == rows[1], f"{table} is not as the program writes it"
    print("its rows are those that the program writes")


def _rows(db: sqlite3.Connection, table: str) -> list[Any]:
    """All but what is drawn or told by the clock: the ids and the ends of turns."""
    cursor = db.execute(f"SELECT * FROM {table} ORDER BY n")
    names = [column[0] for column in cursor.description]
    left_out = {"ended", *({"id"} if table == "turns" else ())}
    return [[value for name, value in zip(names, row, strict=True) if name not in left_out] for row in cursor]


async def _write_slowly(path: Path, messages: int) -> None:
    history = await History.open(path)
    for conversation, rows in ManyMessages().conversations(messages):
        await history.add_conversation(conversation)
        for message in rows:
            turn = message.id[:16] if message.role is Role.ASSISTANT else ""
            await history.add_message(message, turn)
            if turn:
                await history.finish_message(message, turn_id=turn)
    await history.close()


async def _first_index(profile: Profile) -> None:
    """In the background, while somebody writes: how long, and how long a write waits meanwhile."""
    history = await History.open(profile.history)
    search = Search(history, profile.history, profile.search)
    quiet = await _writes(history, 100)
    search.begin()
    began, waits = time.monotonic(), list[float]()
    query = parse("the ")
    while (found := await search.find(query)) is None or found.indexed < 1:
        waits += await _writes(history, 10)
        await asyncio.sleep(0.2)
    print(f"indexed in the background in {time.monotonic() - began:.0f} s")
    print(line("a write meanwhile", waits, target="the writer is held for 50 at most"))
    print(line("a write before", quiet))
    await search.close()
    await history.close()


async def _writes(history: History, count: int) -> list[float]:
    times = []
    for number in range(count):
        began = time.perf_counter()
        await history.write(lambda db, value=str(number): set_state_value(db, "bench", value))  # type: ignore[misc]
        times.append((time.perf_counter() - began) * 1000)
    return times


async def _search(profile: Profile) -> None:
    """From the question to the first page of results, as the list gets it."""
    history = await History.open(profile.history)
    search = Search(history, profile.history, profile.search)
    everything: list[float] = []
    spent: list[float] = []
    for kind, typed in texts().items():
        times = []
        for text in itertools.chain.from_iterable(_prefixes(one) for one in typed):
            query = parse(text)
            if query.asks:
                began, worked = time.perf_counter(), time.process_time()
                assert await search.find(query, thorough=False) is not None
                times.append((time.perf_counter() - began) * 1000)
                spent.append((time.process_time() - worked) * 1000)
        everything += times
        print(line(f"search, {kind}", times))
    print(line("search, all", everything, target="p95 50"))
    print(line("  of a processor", spent))
    await search.close()
    await history.close()


def _prefixes(text: str) -> Iterator[str]:
    """What stands in the field after each letter."""
    return (text[:end] for end in range(1, len(text) + 1))


async def _open(profile: Profile) -> None:
    """What the disk has to do before the page and the list can be shown."""
    history = await History.open(profile.history)
    branches, listing, last = Branches(history), Listing(history), await history.last_open()
    assert last is not None
    print(line("open the newest conversation", [await _timed(branches.shown(last)) for _ in range(20)], target="150"))
    page, _ = await listing.page(1000)
    chosen = random.Random(1).sample(page, min(50, len(page)))
    print(line("open another one", [await _timed(branches.shown(one.id)) for one in chosen], target="150"))
    print(line("list the newest 200", [await _timed(listing.page(200)) for _ in range(20)]))
    looks = []
    for _ in range(20):
        began = time.perf_counter()
        newest_messages(profile.history, 20)
        looks.append((time.perf_counter() - began) * 1000)
    print(line("the first look at its end", looks))
    await history.close()


async def _timed(work: Any) -> float:
    began = time.perf_counter()
    await work
    return (time.perf_counter() - began) * 1000


async def _insert(profile: Profile) -> float:
    """A question and its answer, as the program keeps them; median milliseconds."""
    history = await History.open(profile.history)
    ((conversation, rows),) = itertools.islice(ManyMessages(seed=11).conversations(2), 1)
    await history.add_conversation(conversation)
    times, parent = [], None
    for number in range(INSERTS):
        row = rows[number % len(rows)]
        message = Message(f"bench{number}", conversation.id, parent, row.role, row.parts, row.created)
        began = time.perf_counter()
        await history.add_message(message, f"t{number}")
        await history.finish_message(_ended(message), turn_id=f"t{number}")
        times.append((time.perf_counter() - began) * 1000)
        parent = message.id
    await history.close()
    print(line(f"an insert into {profile.history.parent.name}", times))
    return statistics.median(times)


def _ended(message: Message) -> Message:
    """As an answer is told when it has come."""
    return Message(
        message.id,
        message.conversation_id,
        message.parent_id,
        message.role,
        message.parts,
        message.created,
        MessageState.COMPLETE,
        "gpt-5",
        Usage(1, 2, 3, 4),
        Timings(0.1, 0.2, 0.3),
    )


def _starts(few: Profile, many: Profile) -> None:
    """In turn: from the start of the process to its window on the screen."""
    display: Any = Display()
    times: dict[str, list[float]] = {"few": [], "many": []}
    memory: dict[str, list[float]] = {"few": [], "many": []}
    for _ in range(STARTS):
        for name, profile in (("few", few), ("many", many)):
            assert profile.root is not None
            arguments = ["-m", "desktop_app", "--data-dir", str(profile.root)]
            seconds, rss, _ = window_start.start_once(display, arguments)
            times[name].append(seconds * 1000)
            memory[name].append(rss)
    print(line(f"start to a window with {FEW:,} messages", times["few"]))
    print(line(f"start to a window with {MESSAGES:,} messages", times["many"]))
    ratio = statistics.median(times["many"]) / statistics.median(times["few"])
    print(
        f"ratio {ratio:.2f} (target: within 1.10); memory {statistics.median(memory['few']):.0f} MB"
        f" and {statistics.median(memory['many']):.0f} MB"
    )
