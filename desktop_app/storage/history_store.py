"""The history's database as an open file: opened in whatever condition it is, written as soon as the disk allows it.

A file that cannot be used is never deleted and never written over: it is renamed, and the user is told its new name.
Everything here runs on the history's own thread.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.errors import DiskFull, HistoryUnusable, StorageError
from desktop_app.storage import tables
from desktop_app.storage.migrations import NewerDatabase, in_transaction, migrate
from desktop_app.storage.thread import JobThread

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_Write = Callable[[tables.Database], object]

_RETRY_SECONDS = 2.0
_BUSY_SECONDS = 2.0
_STEPS_BETWEEN_LOOKS = 10_000  # of SQLite's machine: well under a millisecond
_CHECKED_ALWAYS = 8 * 2**20  # bytes; a check reads the whole file, so a large one is checked where it looks cut off
_COPIED_AT_MOST = 256 * 2**20  # bytes that may be held in memory when the file can only be read


class HistoryStore:
    """The database, and the writes that it still owes because the disk refused them.

    ``problem`` is what was wrong at opening. ``tell`` hears of a refusal once, and None when all is written again.
    """

    def __init__(self, path: Path, thread: JobThread, tell: Callable[[StorageError | None], None]) -> None:
        self._thread = thread
        self._tell = tell
        self._owed: deque[_Write] = deque()
        self._refused: StorageError | None = None
        self._forgetting = False
        self._connection, self.problem = _open(path)
        self.write(tables.mark_interrupted)
        self.write(tables.forget_unused_blobs)

    def write(self, write: _Write) -> None:
        """Writes now, or keeps it for later where the disk refuses. A bug in the write itself raises."""
        self._owed.append(write)
        if self._refused is None:
            self.drain()

    def append(self, texts: dict[str, str]) -> None:
        """Adds text to messages; while the disk refuses, one entry of what is owed gathers it all."""
        if self._refused is not None and isinstance(self._owed[-1], _Append):
            self._owed[-1].add(texts)
        else:
            self.write(_Append(texts))

    def read(self, query: Callable[[tables.Database], _T]) -> _T:
        """The query's answer, as if everything owed had been written.

        Raises ``HistoryUnusable`` where the file cannot be read.
        """
        try:
            if self._owed and self._pretend():
                try:
                    return query(self._connection)
                finally:
                    self._connection.execute("ROLLBACK")
            return query(self._connection)
        except sqlite3.Error as error:
            if _trouble(error) is None:
                raise
            raise HistoryUnusable(f"The history cannot be read: {error}.") from error

    def drain(self) -> bool:
        """Writes what is owed, oldest first; False where the disk still refuses."""
        while self._owed:
            try:
                with in_transaction(self._connection):
                    self._owed[0](self._connection)
            except sqlite3.Error as error:
                if trouble := _trouble(error):
                    self._note(trouble, error)
                    return False
                self._owed.popleft()
                raise
            except Exception:
                self._owed.popleft()
                raise
            self._owed.popleft()
        if self._refused is not None:
            self._refused = None
            self._tell(None)
        return True

    def forget_log(self) -> None:
        """Empties the write-ahead log, which still holds what was deleted; tried again while somebody reads in it."""
        busy = True
        with contextlib.suppress(sqlite3.OperationalError):
            busy = bool(self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
        if busy and not self._forgetting:
            self._forgetting = True
            self._thread.post(self._forget_log_again, after=_RETRY_SECONDS)

    def rewrite(self, fill: Callable[[sqlite3.Connection], object]) -> None:
        """Has all of the content replaced by ``fill``, which happens as one transaction or not at all.

        Raises ``StorageError`` where the disk refuses that, or what was written before.
        """
        if not self.drain() and self._refused is not None:
            raise self._refused
        try:
            fill(self._connection)
        except sqlite3.Error as error:
            if (trouble := _trouble(error)) is None:
                raise
            raise trouble from error
        self.write(tables.mark_interrupted)
        self.write(tables.forget_unused_blobs)
        self.forget_log()

    def compact(self, *, least: int) -> bool:
        """Gives room back to the disk where it is worth it: a quarter of the file and ``least`` bytes of it are free.

        Stops, and has changed nothing, as soon as anybody waits for the thread. False where that happened, or where
        there is too little room on the disk for the copy that SQLite makes.
        """
        pages, free, size = (
            self._connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("page_count", "freelist_count", "page_size")
        )
        if free * size < least or free * 4 < pages or self._refused is not None:
            return True
        self._connection.set_progress_handler(lambda: int(self._thread.waiting), _STEPS_BETWEEN_LOOKS)
        try:
            self._connection.execute("VACUUM")
        except sqlite3.OperationalError as error:
            _log.info("the history was not made smaller: %s", error)
            return False
        finally:
            self._connection.set_progress_handler(None, 0)
        self.forget_log()
        return True

    def close(self) -> None:
        self._connection.close()

    def _forget_log_again(self) -> None:
        self._forgetting = False
        self.forget_log()

    def _pretend(self) -> bool:
        """Does the owed writes in a transaction that will not be committed: their pages stay in memory.

        False where the file's condition does not allow even that.
        """
        try:
            self._connection.execute("BEGIN")
            for write in self._owed:
                write(self._connection)
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if _trouble(error) is None:
                raise
            return False
        return True

    def _note(self, trouble: StorageError, error: sqlite3.Error) -> None:
        first = self._refused is None
        self._refused = trouble
        if first:
            _log.warning("the history cannot be written: %s", error)
            self._tell(trouble)
            self._thread.post(self._retry, after=_RETRY_SECONDS)

    def _retry(self) -> None:
        if self._refused is not None and not self.drain():
            self._thread.post(self._retry, after=_RETRY_SECONDS)


class _Append:
    """A write that can grow while it waits."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = {message_id: [text] for message_id, text in texts.items()}

    def add(self, texts: dict[str, str]) -> None:
        for message_id, text in texts.items():
            self._texts.setdefault(message_id, []).append(text)

    def __call__(self, db: tables.Database) -> None:
        tables.append_text(db, {message_id: "".join(texts) for message_id, texts in self._texts.items()})


def _open(path: Path) -> tuple[sqlite3.Connection, StorageError | None]:
    """A connection to the file, to a fresh one in its place, or to memory: always something that can be used."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        return _connect(path), None
    except NewerDatabase:
        return _fresh(path, "newer", "was written by a newer version of Aloud")
    except sqlite3.Error as error:
        if _code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}:
            _log.warning("the history is damaged: %s", error)
            return _fresh(path, "bad", "is damaged")
        return _in_memory(path, str(error))
    except OSError as error:
        return _in_memory(path, error.strerror or str(error))


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_SECONDS)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        _set_up(connection)
        _check(connection, path)
        migrate(connection, path)
        tables.conversations(connection, 1)  # somebody else's database has a version too, and not our tables
    except BaseException:
        connection.close()
        raise
    return connection


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA cache_spill = OFF")  # what is not committed never needs the disk


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises ``sqlite3.DatabaseError`` where the file is known to be damaged."""
    size = path.stat().st_size
    pages, page_size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if size > _CHECKED_ALWAYS and size >= pages * page_size:
        return
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        error = sqlite3.DatabaseError(answer)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def _fresh(path: Path, ending: str, why: str) -> tuple[sqlite3.Connection, StorageError]:
    kept = path.with_name(f"{path.name}.{ending}-{time.strftime('%Y%m%d-%H%M%S')}")
    try:
        for companion in ("-wal", "-shm", ""):
            with contextlib.suppress(FileNotFoundError):
                Path(f"{path}{companion}").replace(f"{kept}{companion}")
        path.touch(mode=0o600)
        connection = _connect(path)
    except (OSError, sqlite3.Error) as error:
        return _in_memory(path, str(error))
    return connection, HistoryUnusable(
        f"The history {why}, so a new one was begun; the old one is kept as {kept.name}."
    )


def _in_memory(path: Path, why: str) -> tuple[sqlite3.Connection, StorageError]:
    """What can be read of the file, in memory: old conversations are there, and new ones last for this run."""
    _log.warning("the history %s cannot be written: %s", path, why)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.suppress(OSError, sqlite3.Error):
        if path.stat().st_size <= _COPIED_AT_MOST:
            _copy_into(connection, path)
    _set_up(connection)
    try:
        migrate(connection, path)
    except (NewerDatabase, sqlite3.Error):
        connection.close()
        connection = sqlite3.connect(":memory:", isolation_level=None)
        _set_up(connection)
        migrate(connection, path)
    return connection, HistoryUnusable(
        f"The history in {path.parent} cannot be written ({why}), so conversations of this run will not be kept."
    )


def _copy_into(connection: sqlite3.Connection, path: Path) -> None:
    for way in ("mode=ro", "immutable=1"):  # the second needs no file beside it, and does not see the newest writes
        try:
            with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?{way}", uri=True)) as source:
                source.backup(connection)
        except sqlite3.Error as error:
            _log.info("the history cannot be copied with %s: %s", way, error)
        else:
            return


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where the error is not SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _trouble(error: sqlite3.Error) -> StorageError | None:
    """The sentence for trouble with the disk or the file; None for a bug of ours."""
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return DiskFull("The disk is full: what is said now is kept in memory and saved when there is room again.")
    if code in _TROUBLE:
        return HistoryUnusable("The history cannot be written now: what is said is kept in memory and saved later.")
    return None


_TROUBLE = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_READONLY,
}
