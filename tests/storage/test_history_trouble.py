"""The history when the disk is full, the file is damaged, or the program is killed."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.domain.errors import DiskFull, HistoryUnusable, StorageError
from desktop_app.domain.messages import Conversation, Message, MessageState, Role
from desktop_app.storage import history_store
from desktop_app.storage.history import History
from tests.storage.conftest import OpenHistory

Make = Callable[..., Message]


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def read(path: Path) -> bytes:
    return path.read_bytes()


class Told:
    """Hears ``on_problem``."""

    def __init__(self) -> None:
        self.problems: list[StorageError | None] = []

    def __call__(self, problem: StorageError | None) -> None:
        self.problems.append(problem)


async def fill_disk(history: History) -> None:
    """Fills the disk, as far as SQLite can tell: the file may not grow."""

    def limit() -> None:
        connection = history._store._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    await history._thread.run(limit)


async def make_room(history: History) -> None:
    await history._thread.run(lambda: history._store._connection.execute("PRAGMA max_page_count = 1000000"))


@contextlib.contextmanager
def no_file_may_grow_beyond(size: int) -> Iterator[None]:
    """The system itself refuses what is written behind ``size``; of a log that is most of what comes."""
    resource = pytest.importorskip("resource", reason="limits as POSIX knows them")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_what_the_disk_refuses_is_told_once_and_costs_nothing_when_there_is_room_again(
    open_history: OpenHistory, conversation: Conversation, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_store, "_RETRY_SECONDS", 3600.0)
    told = Told()
    history = await open_history(on_problem=told)
    await history.add_conversation(conversation)
    answer = make_message("a", "q", role=Role.ASSISTANT, state=MessageState.STREAMING)
    expected = "".join(f"{number} " + "y" * 1000 for number in range(100))
    with no_file_may_grow_beyond(200_000):
        await history.add_message(make_message("q", text="x" * 300_000))
        await history.add_message(answer, "t1")
        for number in range(100):
            history.append_text("a", f"{number} " + "y" * 1000)
            await history._thread.run(history._collect)
        assert len(history._store._owed) == 3, "all that streamed meanwhile is one thing to write"
        await history.finish_message(dataclasses.replace(answer, state=MessageState.COMPLETE))
        assert not await history.flush()
        in_memory = await history.path("c")
    assert [message.text for message in in_memory] == ["x" * 300_000, expected]
    assert [type(problem) for problem in told.problems] == [HistoryUnusable]

    assert await history.flush()
    assert await history.path("c") == in_memory
    await asyncio.sleep(0)
    assert told.problems[1:] == [None]
    await history.close()
    assert await (await open_history()).path("c") == in_memory


async def test_a_full_disk_is_called_by_its_name(
    open_history: OpenHistory, conversation: Conversation, make_message: Make
) -> None:
    told = Told()
    history = await open_history(on_problem=told)
    await history.add_conversation(conversation)
    await fill_disk(history)
    await history.add_message(make_message("q", text="x" * 100_000))
    assert await history.conversations() == [conversation], "what is on disk can still be read"
    assert [type(problem) for problem in told.problems] == [DiskFull]


async def test_writing_is_tried_again_without_anybody_asking(
    open_history: OpenHistory, conversation: Conversation, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_store, "_RETRY_SECONDS", 0.01)
    well_again = asyncio.Event()
    history = await open_history(on_problem=lambda problem: well_again.set() if problem is None else None)
    await history.add_conversation(conversation)
    await fill_disk(history)
    await history.add_message(make_message("q", text="x" * 100_000))
    assert not await history.flush()
    await make_room(history)
    await asyncio.wait_for(well_again.wait(), 10)
    assert await history.flush()


async def test_a_file_that_another_program_has_locked_is_written_when_it_lets_go(
    open_history: OpenHistory, file: Path, conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_store, "_BUSY_SECONDS", 0.01)
    monkeypatch.setattr(history_store, "_RETRY_SECONDS", 3600.0)
    told = Told()
    history = await open_history(on_problem=told)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await history.add_conversation(conversation)
    assert not await history.flush()
    other.execute("ROLLBACK")
    other.close()
    assert await history.flush()
    assert await history.conversations() == [conversation]
    assert [type(problem) for problem in told.problems] == [HistoryUnusable, type(None)]


async def test_what_could_never_be_written_is_admitted_at_the_end(
    open_history: OpenHistory, conversation: Conversation, make_message: Make
) -> None:
    history = await open_history()
    await history.add_conversation(conversation)
    await fill_disk(history)
    await history.add_message(make_message("q", text="x" * 100_000))
    assert not await history.close()


async def test_a_bug_in_a_write_does_not_stand_in_the_way_of_the_next(
    open_history: OpenHistory, conversation: Conversation, make_message: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = await open_history()
    with pytest.raises(LookupError):
        await history.set_head("c", "nobody")
    await history.add_conversation(conversation)
    assert await history.flush()


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
async def test_a_file_that_is_no_database_is_kept_aside_and_said(
    open_history: OpenHistory, file: Path, conversation: Conversation, content: bytes
) -> None:
    write(file, content)
    history = await open_history()
    assert isinstance(history.problem, HistoryUnusable)
    (kept,) = file.parent.glob("history.db.bad-*")
    assert kept.name in str(history.problem)
    assert kept.read_bytes() == content
    await history.add_conversation(conversation)
    await history.close()
    assert (await open_history()).problem is None


async def test_a_cut_off_file_is_noticed_and_never_hangs(
    open_history: OpenHistory, file: Path, conversation: Conversation, make_message: Make
) -> None:
    history = await open_history()
    await history.add_conversation(conversation)
    await history.add_message(make_message("q", text="x" * 200_000))
    await history.close()
    whole = read(file)
    chance = random.Random(5)
    for _ in range(10):
        write(file, whole[: chance.randrange(1, len(whole))])
        cut = await open_history()
        assert isinstance(cut.problem, HistoryUnusable)
        await cut.add_conversation(Conversation("new", "", 1.0, 1.0))
        await cut.close()
        for path in file.parent.iterdir():
            path.unlink()


async def test_a_database_of_a_newer_version_is_kept_as_it_is(open_history: OpenHistory, file: Path) -> None:
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE future (x)")
        db.execute("PRAGMA user_version = 999")
    db.close()
    history = await open_history()
    assert "newer version" in str(history.problem)
    (kept,) = [path for path in file.parent.glob("history.db.newer-*") if not path.name.endswith(("-wal", "-shm"))]
    with sqlite3.connect(kept) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("future",)]
    db.close()


async def test_somebody_elses_database_with_our_version_is_kept_aside(open_history: OpenHistory, file: Path) -> None:
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA user_version = 1")
        db.execute("CREATE TABLE cookies (x)")
    db.close()
    assert isinstance((await open_history()).problem, HistoryUnusable)


async def test_a_place_that_cannot_hold_a_file_leaves_a_history_for_this_run(
    open_history: OpenHistory, tmp_path: Path, conversation: Conversation
) -> None:
    (tmp_path / "in the way").touch()
    history = await open_history(tmp_path / "in the way" / "history.db")
    assert "will not be kept" in str(history.problem)
    await history.add_conversation(conversation)
    assert await history.conversations() == [conversation]
    assert await history.close()


async def test_a_history_that_can_only_be_read_is_shown_although_nothing_new_is_kept(
    open_history: OpenHistory, file: Path, conversation: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = await open_history()
    await history.add_conversation(conversation)
    await history.close()

    def refuse(path: Path) -> sqlite3.Connection:
        error = sqlite3.OperationalError("attempt to write a readonly database")
        error.sqlite_errorcode = sqlite3.SQLITE_READONLY
        raise error

    monkeypatch.setattr(history_store, "_connect", refuse)
    again = await open_history()
    assert "will not be kept" in str(again.problem)
    assert await again.conversations() == [conversation]


async def test_closing_leaves_no_thread(open_history: OpenHistory) -> None:
    history = await open_history()
    assert "history" in {thread.name for thread in threading.enumerate()}
    await history.close()
    assert "history" not in {thread.name for thread in threading.enumerate()}


_WRITER = """
import asyncio, sys, time
from pathlib import Path
from desktop_app.domain.messages import Conversation, Message, MessageState, Role
from desktop_app.storage.history import History

async def main():
    history = await History.open(Path(sys.argv[1]))
    assert history.problem is None, history.problem
    conversation = sys.argv[2]
    await history.add_conversation(Conversation(conversation, "", 1.0, 1.0))
    message = Message(f"m{conversation}", conversation, None, Role.ASSISTANT, (), 1.0, MessageState.STREAMING)
    await history.add_message(message, "t")
    print("go", flush=True)
    for number in range(1_000_000):
        history.append_text(message.id, f"{number} ")
        print(time.monotonic(), number, flush=True)
        await asyncio.sleep(0.002)

asyncio.run(main())
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9")
def test_a_killed_program_loses_at_most_a_quarter_of_a_second_of_text(file: Path) -> None:
    chance = random.Random(9)
    for round_ in range(4):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(file), str(round_)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "go\n"
            said = [writer.stdout.readline() for _ in range(chance.randrange(1, 400))]
            writer.send_signal(signal.SIGKILL)
            said += writer.stdout.readlines()
        lines = [line.split() for line in said if line.endswith("\n")]
        last = float(lines[-1][0])

        async def path_of(conversation: str = str(round_)) -> list[Message]:
            history = await History.open(file)
            assert history.problem is None
            try:
                return await history.path(conversation)
            finally:
                await history.close()

        (message,) = asyncio.run(path_of())
        assert message.state is MessageState.INTERRUPTED
        saved = message.text.split()
        assert saved == [str(number) for number in range(len(saved))]
        unsaved = [moment for moment, number in lines if int(number) >= len(saved)]
        # 250 ms is the promise; the rest is for a machine that is busy with other tests
        assert all(last - float(moment) < 1.0 for moment in unsaved)
