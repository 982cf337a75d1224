"""A history cut at a random byte: is it noticed, how long does a start take, and what comes back?

Half of the files were closed well, half were copied while they were written, with the log beside them. Then the same
once with a large file: its start must not wait for the salvage, nor memory grow with it.
"""

from __future__ import annotations

import asyncio
import os
import random
import resource
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.errors import HistoryMended, StorageError
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.storage import tables
from desktop_app.storage.history import History
from desktop_app.storage.tables import Database
from tests.bench.report import line

RUNS = int(os.environ.get("ALOUD_BENCH_RUNS", "50"))
BIG = int(os.environ.get("ALOUD_BENCH_MB", "500"))
_CONVERSATIONS, _MESSAGES = 200, 10
_PATIENCE = 1800.0


@dataclass(frozen=True, slots=True)
class _Result:
    noticed: bool
    opened_ms: float
    mended_s: float
    conversations: int
    messages: int
    changed: int
    """Messages whose text is neither what it was nor the beginning of that."""
    cut: float
    """What was left of the file."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        asyncio.run(_make(place / "history.db", _CONVERSATIONS, 900))
        results = [asyncio.run(_cut(place, random.Random(number), with_log=number % 2 == 0)) for number in range(RUNS)]
        whole = _CONVERSATIONS * _MESSAGES
        print(f"{RUNS} cuts of a history of {whole} messages: noticed and told {sum(one.noticed for one in results)}")
        print(line("a start with a cut history", [one.opened_ms for one in results]))
        print(line("until all that can be read is there", [one.mended_s for one in results], "s"))
        print(line("left of the file", [100 * one.cut for one in results], "%"))
        print(line("messages that came back", [100 * one.messages / whole for one in results], "%"))
        shares = [100 * min(1.0, one.messages / whole / one.cut) for one in results if one.cut > 0.02]
        print(line("  of those that were in what was left, about", shares, "%"))
        print(f"messages with other words than were written: {sum(one.changed for one in results)} (target: 0)")
    if BIG:
        _big()


def _big() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "history.db"
        count = BIG * 2**20 // (_MESSAGES * 2600)
        asyncio.run(_make(file, count, 2300))
        size = file.stat().st_size
        with file.open("r+b") as cut:
            cut.truncate(size * 9 // 10)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        result = asyncio.run(_open(file, {}, 0.9))
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        print(f"{size / 2**20:.0f} MB, a tenth cut off: a start takes {result.opened_ms:.0f} ms")
        print(f"  all that can be read is there after {result.mended_s:.0f} s")
        print(f"  {result.messages} of {count * _MESSAGES} messages came back; memory grew by {grown:.0f} MB")


async def _make(file: Path, conversations: int, length: int) -> None:
    chance = random.Random(3)
    history = await History.open(file)
    for first in range(0, conversations, 50):
        numbers = range(first, min(first + 50, conversations))
        await history.write(lambda db, numbers=numbers: _chat(db, numbers, length, chance))  # type: ignore[misc]
    await history.close()


def _chat(db: Database, numbers: range, length: int, chance: random.Random) -> None:
    for number in numbers:
        tables.add_conversation(db, Conversation(f"c{number}", f"Title {number}", number, number))
        parent = None
        for place in range(_MESSAGES):
            name = f"m{number}.{place}"
            words = f"{name}: " + "words of it " * (chance.randrange(length // 2, length * 3 // 2) // 12)
            role = Role.ASSISTANT if place % 2 else Role.USER
            message = Message(name, f"c{number}", parent, role, (Part(PartKind.TEXT, words),), number + place / 10)
            tables.add_message(db, message, f"t{name}" if place % 2 else "")
            if place % 2:
                tables.finish_message(db, message, f"t{name}", "", number + place / 10)
            parent = name


async def _cut(place: Path, chance: random.Random, *, with_log: bool) -> _Result:
    folder = place / "cut"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    file = folder / "history.db"
    shutil.copy(place / "history.db", file)
    if with_log:
        await _with_log(file)
    known = await _texts(file)
    size = file.stat().st_size
    left = chance.randrange(0, size)
    with file.open("r+b") as cut:
        cut.truncate(left)
    return await _open(file, known, left / size)


async def _with_log(file: Path) -> None:
    """As copied in the middle of an answer."""
    history = await History.open(file)
    await history.add_message(
        Message("new", "c7", "m7.9", Role.ASSISTANT, (), 9999.0, MessageState.STREAMING), turn_id="new"
    )
    for number in range(20):
        history.append_text("new", f"{number} " * 50)
        await history.flush()
    _copy(file, file.with_name("copy"))
    await history.close()
    _copy(file.with_name("copy"), file)


async def _texts(file: Path) -> dict[str, str]:
    """What every message says, read from a copy: reading writes the log into the file."""
    copy = file.with_name("known.db")
    _copy(file, copy)
    history = await History.open(copy)
    known = await _all_texts(history)
    await history.close()
    return known


def _copy(file: Path, to: Path) -> None:
    for ending in ("", "-wal"):
        if Path(f"{file}{ending}").exists():
            shutil.copy(f"{file}{ending}", f"{to}{ending}")


async def _all_texts(history: History) -> dict[str, str]:
    sql = "SELECT m.id, p.text FROM messages m JOIN parts p ON p.message = m.n"
    return dict(await history.read(lambda db: db.execute(sql).fetchall()))


async def _open(file: Path, known: dict[str, str], left: float) -> _Result:
    """A start, and the end of its salvage."""
    ended = asyncio.Event()
    told: list[HistoryMended] = []

    def tell(problem: StorageError | None) -> None:
        if isinstance(problem, HistoryMended):
            told.append(problem)
            if not problem.going:
                ended.set()

    began = time.monotonic()
    history = await History.open(file, on_problem=tell)
    await history.add_conversation(Conversation("at once", "", 1e6, 1e6))
    opened = (time.monotonic() - began) * 1000
    noticed = history.problem is not None
    if noticed:
        await asyncio.wait_for(ended.wait(), _PATIENCE)
    mended = time.monotonic() - began
    texts = await _all_texts(history) if known else {}
    count = await history.read(lambda db: int(db.execute("SELECT count(*) FROM messages").fetchone()[0]))
    await history.close()
    changed = sum(
        not any(words.startswith(text) for words in ([known[name]] if name in known else known.values()))
        for name, text in texts.items()
    )
    conversations = told[-1].conversations if told else 0
    return _Result(noticed and bool(told), opened, mended, conversations, count, changed, left)
