"""What deleted rows leave behind in the history's file: room in it, and their words in its write-ahead log."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable

from desktop_app.storage.tables import Database

_PATIENCE_MS = 50  # for the log: a backup reads for a minute, and texts wait on this thread
_IN_STEPS = 2  # what SQLite calls incremental
_PAGES_A_STEP = 200
_MADE_ANEW_AT_MOST = 32 * 2**20  # bytes: a quarter of a second


def empty_log(db: Database) -> bool:
    """Empties the write-ahead log; False while somebody reads in it."""
    emptied, patience = False, _pragma(db, "busy_timeout")
    with contextlib.suppress(sqlite3.OperationalError):
        db.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        emptied = not db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    db.execute(f"PRAGMA busy_timeout = {patience}")
    return emptied


def is_worth_giving_back(db: Database, *, least: int) -> bool:
    """Whether a quarter of the file and ``least`` bytes of it are free."""
    pages, free, size = (_pragma(db, name) for name in ("page_count", "freelist_count", "page_size"))
    return free * size >= least and free * 4 >= pages


def give_back(db: Database, *, others_wait: Callable[[], bool]) -> None:
    """Gives it to the disk, in steps of some milliseconds, of which none follows while others wait.

    A file that was made before there were such steps is made anew where it is small. The disk may refuse either with
    ``sqlite3.DatabaseError``.
    """
    if _pragma(db, "auto_vacuum") == _IN_STEPS:
        while _pragma(db, "freelist_count") and not others_wait():
            db.execute(f"PRAGMA incremental_vacuum({_PAGES_A_STEP})").fetchall()
    elif _pragma(db, "page_count") * _pragma(db, "page_size") <= _MADE_ANEW_AT_MOST and not others_wait():
        db.execute("VACUUM")


def _pragma(db: Database, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
