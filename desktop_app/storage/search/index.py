"""The index of search, written: a file of its own beside the history, which can be thrown away and made again.

Documents are indexed in shards of ``SPAN`` consecutive numbers, each a full-text table of SQLite (FTS5) that holds
words and not texts. A shard is small enough to be made anew in a moment, and that is how anything leaves the index:
SQLite's own deletion would keep the deleted words until it merges them away. So what is deleted is gone from the file,
and a search that finds plenty in the newest shards need not look at the older ones.

```
words_7 (text)           the tokens of the messages 7 * SPAN to 8 * SPAN - 1; titles_1: of the conversations up to SPAN
shards (number, stale, flags, oldest, newest)            those that have been made, and what kind of documents they
                         hold at all; a stale one holds what is there no more
docs (n, conversation, created, flags, model, hash)        what one narrows by, and what tells a change
models (n, name)           state (name, value)
```
"""

from __future__ import annotations

import contextlib
import functools
import logging
import operator
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from desktop_app.domain.folding import FOLDING, folded
from desktop_app.storage.migrations import in_transaction
from desktop_app.storage.search import documents as history_side
from desktop_app.storage.search.documents import Document
from desktop_app.storage.tables import Database

_log = logging.getLogger(__name__)

SPAN: Final = 4096
"""Documents of a shard."""
FORMAT: Final = f"2/{SPAN}/{FOLDING}"
"""An index of another format is made anew."""
_HASH_WHILE_MADE: Final = 64 * 2**20
"""Bytes of words that FTS5 holds back: then a shard is written once, in one piece, and nothing is left to be merged."""
_HASH_USUALLY: Final = 2**20
_AT_A_TIME: Final = 256
"""Documents that are read and indexed between two looks at whether to go on."""
_BUSY_SECONDS: Final = 5.0


Reader = sqlite3.Connection
"""A connection that only looks."""
TROUBLE: Final = (sqlite3.Error, OSError)
"""What may go wrong with the disk or the file."""


def is_damage(error: Exception) -> bool:
    """Whether the index itself is broken, and has to be made anew."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


class Stopped(Exception):
    """What was begun is not to be finished."""


def table_of(shard: int) -> str:
    return f"words_{shard}" if shard >= 0 else f"titles_{-shard}"


def shard_of(number: int) -> int:
    return number // SPAN


def wanted_shards(history: Database) -> list[int]:
    """Those that hold the whole history: of the titles first, then of the messages, the newest first."""
    lowest, highest = history_side.span_of_numbers(history)
    titles = range(shard_of(lowest), 0) if lowest < 0 else range(0)
    return [*titles, *(range(shard_of(highest), -1, -1) if highest else ())]


def open_reader(path: Path) -> Reader:
    """For one thread that only looks, at the index or the history."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=1.0,
        cached_statements=1000,  # one for each shard
    )
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -16000")  # KB, while it is used
    return connection


def identity(path: Path) -> tuple[int, int]:
    """Tells a file from another one that has taken its name. Raises ``OSError`` where there is none."""
    found = path.stat()
    return found.st_dev, found.st_ino


class SearchIndex:
    """One thread's. ``go_on`` is asked every now and then during long work, which ``Stopped`` ends."""

    def __init__(self, path: Path, go_on: Callable[[], bool]) -> None:
        self._go_on = go_on
        self._db = _open(path)
        self._models = {str(name): int(n) for n, name in self._db.execute("SELECT n, name FROM models")}

    def close(self) -> None:
        self._db.close()

    @property
    def key(self) -> str:
        """Of the history that it is an index of."""
        return self._state("key") or ""

    def follow(self, history: Database) -> int | None:
        """Begins anew where this is not the index of that history: up to which change it holds that; else None."""
        key, seq = history_side.history_key(history), history_side.last_seq(history)
        done = int(self._state("done") or 0)
        if self._state("key") != key or done > seq:
            self._clear()
            with in_transaction(self._db):
                self._set_state("key", key)
                self._set_state("done", str(seq))  # all that was there before is read with the shards
            return seq
        return None

    def take_changes(self, history: Database, most: int = 500) -> int | None:
        """Takes in what changed; up to which change, None where there was nothing new."""
        done = int(self._state("done") or 0)
        noted = history_side.changes(history, done, most)
        if not noted:
            return None
        made = {int(number) for (number,) in self._db.execute("SELECT number FROM shards")}
        numbers = [change.number for change in noted if shard_of(change.number) in made]
        now = {document.number: document for document in history_side.numbered(history, numbers)}
        with in_transaction(self._db):
            for number in numbers:
                self._take(number, now.get(number))
            self._set_state("done", str(noted[-1].seq))
        return noted[-1].seq

    def make_next(self, history: Database) -> bool:
        """Makes a shard that is stale or missing, the newest first; False where there is none."""
        shard = self._next_shard(history)
        if shard is None:
            return False
        with in_transaction(self._db):
            self._make(history, shard)
        return True

    @property
    def is_stale(self) -> bool:
        """Whether there is something in it of what was deleted."""
        return self._db.execute("SELECT 1 FROM shards WHERE stale LIMIT 1").fetchone() is not None

    def drop_stale(self) -> None:
        """In the place of making them anew, where there is no time: what was deleted is gone, the rest comes later."""
        for (shard,) in self._db.execute("SELECT number FROM shards WHERE stale").fetchall():
            with in_transaction(self._db):
                self._drop(int(shard))
        self.forget_log()

    def forget_log(self) -> None:
        """What was deleted leaves the write-ahead log, too."""
        with contextlib.suppress(sqlite3.OperationalError):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    # Shards

    def _next_shard(self, history: Database) -> int | None:
        rows = self._db.execute("SELECT number, stale FROM shards").fetchall()
        stale = [int(number) for number, is_stale in rows if is_stale]
        if stale:
            return max(stale)
        made = {int(number) for number, _ in rows}
        return next((shard for shard in wanted_shards(history) if shard not in made), None)

    def _make(self, history: Database, shard: int) -> None:
        self._drop(shard)
        self._db.execute(
            f"CREATE VIRTUAL TABLE {table_of(shard)} USING fts5(text, content='', tokenize='ascii', detail=full)"
        )
        self._configure(shard, "hashsize", _HASH_WHILE_MADE)
        self._db.execute("INSERT INTO shards VALUES (?, 0, 0, NULL, NULL)", [shard])
        first, last = shard * SPAN, min((shard + 1) * SPAN - 1, history_side.span_of_numbers(history)[1])
        for begin in range(first, last + 1, _AT_A_TIME):
            if not self._go_on():
                raise Stopped
            self._insert(history_side.documents(history, begin, min(begin + _AT_A_TIME - 1, last)))
        self._configure(shard, "hashsize", _HASH_USUALLY)

    def _configure(self, shard: int, name: str, value: int) -> None:
        table = table_of(shard)
        self._db.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", [name, value])  # noqa: S608 - ours

    def _drop(self, shard: int) -> None:
        self._db.execute(f"DROP TABLE IF EXISTS {table_of(shard)}")
        self._db.execute("DELETE FROM docs WHERE n BETWEEN ? AND ?", [shard * SPAN, (shard + 1) * SPAN - 1])
        self._db.execute("DELETE FROM shards WHERE number = ?", [shard])

    def _take(self, number: int, document: Document | None) -> None:
        """The document as it is now, None: it is not there."""
        row = self._db.execute("SELECT hash FROM docs WHERE n = ?", [number]).fetchone()
        if document is None:
            if row is not None:
                self._db.execute("DELETE FROM docs WHERE n = ?", [number])
                self._age(number)
        elif row is None:
            self._insert([document])
        elif row[0] != _hash(document.text):
            self._age(number)
            self._describe([document])
        else:
            self._describe([document])

    def _age(self, number: int) -> None:
        self._db.execute("UPDATE shards SET stale = 1 WHERE number = ?", [shard_of(number)])

    def _insert(self, documents: Sequence[Document]) -> None:
        for document in documents:
            table = table_of(shard_of(document.number))
            self._db.execute(
                f"INSERT INTO {table} (rowid, text) VALUES (?, ?)",  # noqa: S608 - the name is ours
                [document.number, folded(document.text)],
            )
        self._describe(documents)

    def _describe(self, documents: Sequence[Document]) -> None:
        for number, conversation, created, flags, model, text in documents:
            self._db.execute(
                "INSERT OR REPLACE INTO docs VALUES (?, ?, ?, ?, ?, ?)",
                [number, conversation, created, flags, self._model(model), _hash(text)],
            )
        for shard in {shard_of(document.number) for document in documents}:
            inside = [document for document in documents if shard_of(document.number) == shard]
            flags = functools.reduce(operator.or_, (document.flags for document in inside))
            moments = [document.created for document in inside]
            self._db.execute(_WIDEN, [flags, min(moments), max(moments), shard])

    def _model(self, name: str) -> int:
        if name and name not in self._models:
            row = self._db.execute("INSERT INTO models (name) VALUES (?) RETURNING n", [name]).fetchone()
            self._models[name] = int(row[0])
        return self._models.get(name, 0)

    # State

    def _state(self, name: str) -> str | None:
        row = self._db.execute("SELECT value FROM state WHERE name = ?", [name]).fetchone()
        return str(row[0]) if row else None

    def _set_state(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", [name, value])

    def _clear(self) -> None:
        shards = [int(number) for (number,) in self._db.execute("SELECT number FROM shards")]
        with in_transaction(self._db):
            for shard in shards:
                self._drop(shard)
            self._db.execute("DELETE FROM docs")
        self.forget_log()


def _hash(text: str) -> int:
    return zlib.crc32(text.encode())


def _open(path: Path) -> sqlite3.Connection:
    """The index that is there, or a new one where that is of another format or cannot be used."""
    path.touch(mode=0o600)
    connection: sqlite3.Connection | None = None
    try:
        connection = _connect(path)
        row = connection.execute("SELECT value FROM state WHERE name = 'format'").fetchone()
        if row is not None and row[0] == FORMAT:
            return connection
    except sqlite3.OperationalError as error:
        if "no such table" not in str(error) and "malformed" not in str(error):
            raise
    except sqlite3.DatabaseError as error:
        _log.warning("the index of search is made anew: %s", error)
    if connection is not None:
        connection.close()
    return _new(path)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_SECONDS)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # what is in here is forgotten in the history
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def remove(path: Path) -> None:
    """The file and its companions."""
    for companion in ("", "-wal", "-shm"):
        Path(f"{path}{companion}").unlink(missing_ok=True)


def _new(path: Path) -> sqlite3.Connection:
    remove(path)
    path.touch(mode=0o600)
    connection = _connect(path)
    with in_transaction(connection):
        for statement in _TABLES:
            connection.execute(statement)
        connection.execute("INSERT INTO state VALUES ('format', ?)", [FORMAT])
    return connection


_WIDEN: Final = """
UPDATE shards SET flags = flags | ?1, oldest = min(coalesce(oldest, ?2), ?2), newest = max(coalesce(newest, ?3), ?3)
WHERE number = ?4
"""

_TABLES: Final = (
    "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """
CREATE TABLE shards (
    number INTEGER PRIMARY KEY,
    stale INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    oldest INTEGER,
    newest INTEGER
)""",
    "CREATE TABLE models (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
    """
CREATE TABLE docs (
    n INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL,
    created INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    model INTEGER NOT NULL,
    hash INTEGER NOT NULL
)""",
    "CREATE INDEX docs_by_conversation ON docs (conversation)",
)
