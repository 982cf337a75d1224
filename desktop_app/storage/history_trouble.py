"""What SQLite's errors mean here: trouble with the disk or the file, damage, or a bug of ours."""

from __future__ import annotations

import sqlite3

from desktop_app.domain.errors import DiskFull, HistoryUnusable, StorageError


class Cut(sqlite3.DatabaseError):
    """There is a file, or a log, but it is not whole."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


class Locked(sqlite3.OperationalError):
    """Another program has the file, and does not let go of it."""

    sqlite_errorcode = sqlite3.SQLITE_BUSY


def is_damage(error: sqlite3.Error) -> bool:
    return code_of(error) in _DAMAGE


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 where the error is not SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def trouble_of(error: sqlite3.Error) -> StorageError | None:
    """The sentence for trouble with the disk or the file; None for a bug of ours."""
    code = code_of(error)
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
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
