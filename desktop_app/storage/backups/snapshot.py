"""The history's file as it is at one moment, copied while the program goes on writing it; and a copy looked into.

The copy is read through a connection of its own, within one transaction that only reads: in a write-ahead log readers
and the writer do not wait for each other. It goes page by page, so that it can tell how far it is and stop.
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import BackupBroken, BackupNewer, DiskFull, FileRefused, HistoryUnusable
from desktop_app.storage.backups.copying import ConversationRows, pieces_of
from desktop_app.storage.history_trouble import Locked
from desktop_app.storage.migrations import MIGRATIONS, NewerDatabase, migrate

_PAGES = 500
"""At a time: 2 MB."""
_OF_THE_TARGET = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
_WAITING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_PATIENCE = 2.0
_NEWEST = 8
"""Titles that tell which backup it is."""


def copy_history(history: Path, target: Path, step: Callable[[float], object]) -> None:
    """Copies it into a new file that needs no other beside it, and makes sure that it can be read again.

    ``step`` is told the part that is done, 0 to 1; what it raises ends the copying. Raises DiskFull, FileRefused and
    HistoryUnusable.
    """
    try:
        with contextlib.closing(_reader(history)) as reader, contextlib.closing(sqlite3.connect(target)) as copy:
            reader.execute("BEGIN")
            reader.execute("SELECT 1 FROM conversations LIMIT 1").fetchone()
            reader.backup(copy, pages=_PAGES, progress=lambda _status, left, total: step(1 - left / max(total, 1)))
            copy.execute("PRAGMA journal_mode = DELETE")
            if (answer := copy.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
                raise HistoryUnusable(f"The history is damaged, and so would be its copy: {answer}.")
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            raise DiskFull("There is no room for a copy of the history.") from error
        if code in _OF_THE_TARGET and target.parent.exists():
            raise FileRefused(f"A copy of the history cannot be written there: {error}.") from error
        raise HistoryUnusable(f"The history cannot be read: {error}.") from error


def empty(connection: sqlite3.Connection) -> None:
    """Fills an open history with what a new one has, and the prompts that were saved: a person wrote those to keep.

    It knows still of which messages there was sound: a program that dies now removes it at its next start.
    """
    prompts = connection.execute("SELECT id, name, text, changed FROM prompts").fetchall()
    sounds = connection.execute("SELECT id FROM messages WHERE n IN (SELECT message FROM kept_sounds)").fetchall()
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
        new.execute("PRAGMA auto_vacuum = INCREMENTAL")
        migrate(new, Path(":memory:"))
        new.executemany("INSERT INTO prompts (id, name, text, changed) VALUES (?, ?, ?, ?)", prompts)
        new.executemany("INSERT INTO stray_sounds (message, since) VALUES (?, 0)", sounds)
        _put_into(connection, new)


class Snapshot:
    """A copy that was made once, in a file that is ours alone. To be used on one thread at a time."""

    def __init__(self, path: Path) -> None:
        """Brings it to the newest schema. Raises BackupBroken, BackupNewer."""
        self._path = path
        try:
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, uri=True)
            with contextlib.ExitStack() as undo:
                undo.callback(self._db.close)
                self._check()
                undo.pop_all()
        except NewerDatabase as error:
            raise BackupNewer("This backup was made by a newer version of Aloud.") from error
        except sqlite3.Error as error:
            raise BackupBroken(f"What is in the backup is damaged: {error}.") from error

    @property
    def conversations(self) -> list[str]:
        """Their ids, the oldest first."""
        return [str(row[0]) for row in self._db.execute("SELECT id FROM conversations ORDER BY n")]

    def counts(self) -> tuple[int, int]:
        """Conversations and messages."""
        return self._count("SELECT count(*) FROM conversations"), self._count("SELECT count(*) FROM messages")

    def newest(self) -> tuple[str, ...]:
        rows = self._db.execute("SELECT title FROM conversations ORDER BY updated DESC, n DESC LIMIT ?", [_NEWEST])
        return tuple(str(row[0]) for row in rows)

    def differences(self, history: Path) -> dict[str, int]:
        """From the history as it is now, by the names that ``BackupLook`` gives them."""
        self._db.execute("ATTACH ? AS now", [f"{history.absolute().as_uri()}?mode=ro"])
        try:
            return {
                f"{which}_{table}": self._count(
                    f"SELECT count(*) FROM {one}.{table} WHERE id NOT IN (SELECT id FROM {other}.{table})"  # noqa: S608 - ours
                )
                for which, one, other in (("missing", "main", "now"), ("only_here", "now", "main"))
                for table in ("conversations", "messages")
            }
        finally:
            self._db.execute("DETACH now")

    def pieces(self, conversation_id: str) -> Iterator[ConversationRows]:
        return pieces_of(self._db, conversation_id)

    def prompts(self) -> list[tuple[Any, ...]]:
        return list(self._db.execute("SELECT id, name, text, changed FROM prompts"))

    def fill(self, connection: sqlite3.Connection) -> None:
        """All of an open history gives way to this, as one transaction."""
        new_key = "UPDATE app_state SET value = lower(hex(randomblob(16))) WHERE name = 'search_key'"
        self._db.execute(new_key)  # the index of search belongs to what was there before
        _put_into(connection, self._db)

    def close(self) -> None:
        self._db.close()

    def _check(self) -> None:
        self._db.execute("PRAGMA journal_mode = DELETE")
        answer = self._db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if answer != "ok":
            raise sqlite3.DatabaseError(answer)
        if self._count("PRAGMA user_version") < 1:
            raise sqlite3.DatabaseError("it is no history")
        migrate(self._db, self._path, MIGRATIONS, backups=False)
        with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
            migrate(new, Path(":memory:"))
            if _shape(self._db) != _shape(new):  # all of it is to take the place of a history, or be put into one
                raise sqlite3.DatabaseError("its tables are not those of a history")

    def _count(self, sql: str) -> int:
        return int(self._db.execute(sql).fetchone()[0])


def _put_into(connection: sqlite3.Connection, content: sqlite3.Connection) -> None:
    """As one transaction. By itself it would wait for ever for whoever has locked the file, and all texts with it."""
    end = time.monotonic() + _PATIENCE

    def look(status: int, _left: int, _total: int) -> None:
        if status in _WAITING and time.monotonic() > end:
            raise Locked("the history is locked")

    content.backup(connection, progress=look)


def _shape(db: sqlite3.Connection) -> dict[str, list[str]]:
    """The names of all that is in it, tables with those of their columns."""
    names = db.execute(r"SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite\_%' ESCAPE '\'").fetchall()
    columns = "SELECT name FROM pragma_table_info(?) ORDER BY cid"
    return {str(name): [str(one) for (one,) in db.execute(columns, [name])] for (name,) in names}


def _reader(history: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{history.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=10.0)
