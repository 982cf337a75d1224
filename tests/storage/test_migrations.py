"""Numbered migrations: from nothing, from every released version, and not at all when one fails."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.errors import HistoryUnusable
from desktop_app.domain.messages import Conversation, MessageState, Part, PartKind, Role, TitledBy
from desktop_app.domain.usage import Timings, Usage
from desktop_app.storage import migrations
from desktop_app.storage.history import History
from desktop_app.storage.migrations import MIGRATIONS, NewerDatabase, forget_old_backups, migrate

RELEASED = sorted(Path(__file__).parent.glob("history-v*.sql"))


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file, isolation_level=None)
    yield connection
    connection.close()


def tables(db: sqlite3.Connection) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def add_colour(db: sqlite3.Connection) -> None:
    db.execute("ALTER TABLE conversations ADD COLUMN colour TEXT")


def build(file: Path, sample: Path) -> None:
    with sqlite3.connect(file) as db:
        db.executescript(sample.read_text(encoding="utf-8"))
    db.close()


def break_down(db: sqlite3.Connection) -> None:
    db.execute("CREATE TABLE half_done (x)")
    db.execute("INSERT INTO nowhere VALUES (1)")


def test_an_empty_file_gets_the_newest_tables_and_no_backup(db: sqlite3.Connection, file: Path) -> None:
    migrate(db, file)
    assert tables(db) == {
        *("conversations", "messages", "parts", "turns", "app_state"),
        *("blobs", "drafts", "draft_parts", "folders", "prompts"),
        *("search_changes", "sqlite_sequence", "kept_sounds", "stray_sounds"),
    }
    assert version(db) == len(MIGRATIONS)
    assert [path.name for path in file.parent.iterdir()] == ["history.db"]


def test_a_file_of_the_newest_version_is_left_alone(db: sqlite3.Connection, file: Path) -> None:
    migrate(db, file)
    before = db.total_changes
    migrate(db, file)
    assert db.total_changes == before
    assert [path.name for path in file.parent.iterdir()] == ["history.db"]


def test_an_older_file_is_copied_first_and_then_changed(db: sqlite3.Connection, file: Path) -> None:
    migrate(db, file, MIGRATIONS[:1])
    db.execute("INSERT INTO conversations (id, title, created, updated) VALUES ('c', 'kept', 1, 1)")
    migrate(db, file, [MIGRATIONS[0], add_colour])
    assert version(db) == 2
    assert db.execute("SELECT title, colour FROM conversations").fetchall() == [("kept", None)]
    with sqlite3.connect(file.with_name("history.db.v1.bak")) as copy:
        assert version(copy) == 1
        assert copy.execute("SELECT title FROM conversations").fetchall() == [("kept",)]
    copy.close()


def test_a_step_that_fails_leaves_nothing_of_itself(db: sqlite3.Connection, file: Path) -> None:
    migrate(db, file, MIGRATIONS[:1])
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, file, [MIGRATIONS[0], add_colour, break_down])
    assert version(db) == 2
    assert "half_done" not in tables(db)


def test_each_step_has_a_copy_before_it_and_the_first_one_stays(db: sqlite3.Connection, file: Path) -> None:
    seen: list[tuple[str, int]] = []

    def look(connection: sqlite3.Connection) -> None:
        newest = max(file.parent.glob("*.bak"))
        with sqlite3.connect(newest) as copy:
            seen.append((newest.name, version(copy)))
        copy.close()

    migrate(db, file, MIGRATIONS[:1])
    migrate(db, file, [MIGRATIONS[0], look, look, look])
    assert seen == [(f"history.db.v{number}.bak", number) for number in (1, 2, 3)]
    assert [path.name for path in file.parent.glob("*.bak")] == ["history.db.v1.bak"]


def test_where_a_step_fails_the_copy_before_it_stays_too(db: sqlite3.Connection, file: Path) -> None:
    migrate(db, file, MIGRATIONS[:1])
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, file, [MIGRATIONS[0], add_colour, break_down])
    assert sorted(path.name for path in file.parent.glob("*.bak")) == ["history.db.v1.bak", "history.db.v2.bak"]


def test_copies_that_have_been_of_no_use_for_long_are_forgotten(db: sqlite3.Connection, file: Path) -> None:
    for name, days in (("history.db.v1.bak", 31), ("history.db.v3.bak", 29), ("mine.bak", 99)):
        (file.parent / name).touch()
        moment = time.time() - days * 86_400
        os.utime(file.parent / name, (moment, moment))
    forget_old_backups(file)
    assert sorted(path.name for path in file.parent.glob("*.bak")) == ["history.db.v3.bak", "mine.bak"]


async def test_where_there_is_no_room_for_the_copy_the_file_is_left_as_it_is_and_shown(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(file, RELEASED[2])

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(migrations, "_back_up", refuse)
    history = await History.open(file)
    try:
        assert isinstance(history.problem, HistoryUnusable)
        assert len(await history.path("c1")) == 2
    finally:
        await history.close()
    with sqlite3.connect(file) as db:
        assert version(db) == 3
    db.close()


def test_a_newer_file_is_refused_untouched(db: sqlite3.Connection, file: Path) -> None:
    db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerDatabase):
        migrate(db, file)
    assert tables(db) == set()


def test_there_is_a_sample_of_every_released_version() -> None:
    assert [path.name for path in RELEASED] == [f"history-v{number + 1}.sql" for number in range(len(MIGRATIONS))]


def _conversation(sample: Path) -> Conversation:
    plain = Conversation("c1", "Why is the sky blue?", 1000.0, 1002.0, "m2")
    if sample.stem in {"history-v1", "history-v2", "history-v3"}:
        return plain
    return replace(plain, titled_by=TitledBy.MODEL, pinned=True, folder_id="f1")


@pytest.mark.parametrize("sample", RELEASED, ids=lambda path: path.stem)
async def test_a_database_of_a_released_version_opens_with_everything_in_it(file: Path, sample: Path) -> None:
    build(file, sample)
    history = await History.open(file)
    try:
        assert history.problem is None
        assert await history.conversations() == [_conversation(sample)]
        question, answer = await history.path("c1")
        assert await history.last_open() == "c1"
    finally:
        await history.close()
    assert (question.role, question.text) == (Role.USER, "Why is the sky blue?")
    assert answer.state is MessageState.COMPLETE
    assert answer.parts == (
        Part(PartKind.REASONING, "Rayleigh", {"summary": True}),
        Part(PartKind.TEXT, "Because of scattering. 🙂"),
    )
    assert answer.usage == Usage(input=12, output=34, reasoning=5, cached=0)
    assert answer.timings == Timings(first_token=0.5, first_sound=0.75, total=4.25)
    assert answer.heard == (None if sample.stem == "history-v1" else 7)
