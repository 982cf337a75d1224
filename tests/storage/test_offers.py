"""What the history is only offered: written when that is easy, and otherwise nobody's burden."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from desktop_app.domain.messages import Conversation
from desktop_app.storage import tables
from desktop_app.storage.history import History
from tests.storage.conftest import OpenHistory


async def offered(history: History, name: str = "offered") -> bool | None:
    """What was told; None where nobody was."""
    told: list[bool] = []
    history.offer(lambda db: tables.set_state_value(db, name, "yes"), told.append)
    await history.read(lambda _db: None)
    return told[0] if told else None


async def value(history: History, name: str = "offered") -> str:
    return await history.read(lambda db: tables.state_value(db, name))


async def patience(history: History) -> int:
    return await history.read(lambda db: int(db.execute("PRAGMA busy_timeout").fetchone()[0]))


async def test_it_is_written_at_once_and_may_come_from_any_thread(history: History) -> None:
    told: list[bool] = []
    thread = threading.Thread(
        target=lambda: history.offer(lambda db: tables.set_state_value(db, "offered", "yes"), told.append)
    )
    thread.start()
    thread.join()
    assert await value(history) == "yes"
    assert told == [True]


async def test_a_history_that_is_locked_takes_nothing_and_owes_nothing(history: History, file: Path) -> None:
    before = await patience(history)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert await offered(history) is False
    other.execute("ROLLBACK")
    other.close()
    assert await history.flush()
    assert await value(history) == ""
    assert await patience(history) == before
    assert await offered(history) is True


async def test_behind_what_is_owed_nothing_is_taken(history: History, file: Path) -> None:
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await history.add_conversation(Conversation("c", "", 1.0, 1.0))
    other.execute("ROLLBACK")
    other.close()
    assert await offered(history) is False
    assert await history.flush()
    assert await offered(history) is True


@pytest.fixture
def no_file(file: Path) -> Path:
    """Nothing can be opened there."""
    file.mkdir()
    return file


@pytest.mark.usefixtures("no_file")
async def test_a_copy_that_stands_in_takes_nothing(open_history: OpenHistory) -> None:
    history = await open_history()
    assert history.problem is not None
    assert await offered(history) is False


async def test_what_is_wrong_in_itself_is_logged_and_not_offered_again(
    history: History, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[bool] = []
    history.offer(lambda db: db.execute("no SQL"), told.append)
    await history.read(lambda _db: None)
    assert told == [True]
    assert "a job of the thread history failed" in caplog.text
    caplog.clear()
    assert await offered(history) is True


async def test_behind_its_end_nobody_is_told(open_history: OpenHistory) -> None:
    history = await open_history()
    await history.close()
    told: list[bool] = []
    history.offer(lambda _db: None, told.append)
    assert told == []
