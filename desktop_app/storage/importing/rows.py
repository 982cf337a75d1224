"""A staged import carried into the history, batch by batch, or taken back out of it.

The staging file is attached to the history's own connection, so a batch is a few statements of SQLite's and no row of
it passes through Python: the writer is held for some milliseconds, and between two batches whatever else there is to
write has its turn. As long as the file is there, the import has not ended; what was carried over until then is known
from it, to the message, and can be taken back at any time, also by the next run of the program.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.errors import HistoryUnusable, NoRoomForImport
from desktop_app.domain.ids import new_id
from desktop_app.storage.history import History
from desktop_app.storage.history_trouble import code_of, is_damage
from desktop_app.storage.importing import rows_sql as sql
from desktop_app.storage.paths import part_file, whole_file
from desktop_app.storage.tables import Database

_LOG_PAGES = 1_000
"""After so many the history writes its log into the file by itself, which holds the writer; an import does it aside."""
_BATCHES_A_LOG = 12
_RETRY_SECONDS = 1.0


class ImportRows:
    """``history_file``: where the history lies; the staging file is beside it. One import at a time."""

    def __init__(self, history: History, history_file: Path) -> None:
        self._history = history
        self._file = history_file

    def has_left_over(self) -> bool:
        """An import was not carried to its end. Reads the disk; also removes one that had not begun."""
        with contextlib.suppress(OSError):
            part_file(self._file).unlink(missing_ok=True)
        return whole_file(self._file).exists()

    async def carry(self, is_cancelled: Callable[[], bool], on_progress: Callable[[int, int], None]) -> bool:
        """Into the history with all of it; False where it was cancelled, and then nothing of it is there.

        ``on_progress`` is told batches, done and of how many. Raises ``NoRoomForImport`` and ``HistoryUnusable``: then
        it is to be taken back.
        """
        await self._attach()
        total = await self._batches()
        for number in range(total):
            if is_cancelled():
                await self._take_out(number, on_progress)
                return False
            await self._write(lambda db, number=number: _carry(db, number))  # type: ignore[misc]
            on_progress(number + 1, total)
            if number % _BATCHES_A_LOG == _BATCHES_A_LOG - 1:
                await asyncio.to_thread(self._write_log)
        moment = time.time()
        await self._write(lambda db: _carry_beside(db, moment))
        await self._end()
        return True

    async def conversation_of(self, message_id: str) -> str:
        """In which conversation of the history it is; empty where it is in none."""
        row = await self._history.read(lambda db: db.execute(sql.CONVERSATION_OF, [message_id]).fetchone())
        return str(row[0]) if row else ""

    async def take_back(self, on_progress: Callable[[int, int], None] = lambda _done, _total: None) -> None:
        """Whatever is in the history of an import that did not end; waits until the disk has room to write that."""
        while (is_whole := await self._is_whole()) is None:  # noqa: ASYNC110 - a disk tells nobody that it has room again
            await asyncio.sleep(_RETRY_SECONDS)
        if not is_whole:
            await asyncio.to_thread(_forget, whole_file(self._file))
            return
        await self._attach()
        await self._take_out(await self._batches(), on_progress)

    # Inside

    async def _is_whole(self) -> bool | None:
        """Whether what is to be taken back is known; None where it cannot be now.

        What a salvage brings over may be of the import, so that comes first.
        """
        if self._history.mending or not await self._history.flush():
            return None
        return await asyncio.to_thread(_is_whole, whole_file(self._file))

    async def _attach(self) -> None:
        if self._history.mending or not await self._history.flush():
            raise HistoryUnusable("The history cannot be written now, so nothing can be imported.")
        path = str(whole_file(self._file))

        def attach(db: Database) -> None:
            if not db.execute("PRAGMA database_list").fetchone()[2]:  # its file cannot be written: it is in memory
                raise HistoryUnusable("The history cannot be written now, so nothing can be imported.")
            db.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES * 100}")
            if not _is_attached(db):
                db.execute("ATTACH DATABASE ? AS arriving", [path])

        await self._history.read(attach)

    async def _batches(self) -> int:
        """How many there are; they are numbered from 0, and some numbers may have nothing."""
        row = await self._history.read(lambda db: db.execute("SELECT max(batch) FROM arriving.messages").fetchone())
        return 0 if row[0] is None else int(row[0]) + 1

    async def _write(self, write: Callable[[Database], object]) -> None:
        def write_where_it_is_known(db: Database) -> None:
            if not _is_attached(db):  # another file has taken the history's place
                raise LookupError("no import is attached")
            write(db)

        try:
            await self._history.write(write_where_it_is_known)
        except LookupError as error:
            raise HistoryUnusable("The history has become another one, so nothing can be imported.") from error
        if not await self._history.flush():
            raise NoRoomForImport("The disk is full. Nothing of the import will stay.")

    async def _take_out(self, count: int, on_progress: Callable[[int, int], None]) -> None:
        """The first ``count`` batches, the last one first."""
        await self._write(_take_out_beside)
        for number in reversed(range(count)):
            await self._write(lambda db, number=number: _take_out(db, number))  # type: ignore[misc]
            on_progress(number, count)
            if number % _BATCHES_A_LOG == 0:
                await asyncio.to_thread(self._write_log)
        await self._end()

    async def _end(self) -> None:
        """What was done is on the disk before the file goes that could undo it."""
        await asyncio.to_thread(self._write_log)

        def detach(db: Database) -> None:
            db.execute("DETACH DATABASE arriving")
            db.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")

        await self._history.read(detach)
        await asyncio.to_thread(_forget, whole_file(self._file))

    def _write_log(self) -> None:
        with contextlib.suppress(sqlite3.OperationalError), contextlib.closing(sqlite3.connect(self._file)) as db:
            db.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _is_whole(path: Path) -> bool | None:
    """Asked before it is attached: a damaged file there would be taken for a damaged history. None: cannot be told."""
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=0.5)) as db:
            db.execute("SELECT 1 FROM messages LIMIT 1")
            return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error as error:
        return False if is_damage(error) or code_of(error) == sqlite3.SQLITE_ERROR else None


def _forget(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)
        Path(f"{path}-journal").unlink(missing_ok=True)


def _is_attached(db: Database) -> bool:
    return any(row[1] == "arriving" for row in db.execute("PRAGMA database_list"))


# One batch, as statements


def _carry(db: Database, number: int) -> None:
    here = {"batch": number}
    for (name,) in db.execute(sql.NEW_FOLDERS, here).fetchall():
        db.execute(sql.ADD_FOLDER, [new_id(), name])
    db.execute(sql.KEEP_WHAT_CAME, here)
    db.execute(sql.ADD_CONVERSATIONS, here)
    while db.execute(sql.LEAVE_OUT, here).fetchall():
        db.execute(sql.FIND_PARENTS_ANEW, here)
    base = {"base": db.execute("SELECT coalesce(max(n), 0) FROM messages").fetchone()[0], **here}
    db.execute(sql.ADD_MESSAGES, base)
    db.execute(sql.ADD_BLOBS, here)
    db.execute(sql.ADD_PARTS, base)
    db.execute(sql.ADD_TURNS, base)
    db.execute(sql.SET_HEADS, here)
    db.execute(sql.ADD_DRAFT_BLOBS, here)
    db.execute(sql.ADD_DRAFTS, here)
    db.execute(sql.ADD_DRAFT_PARTS, here)


def _carry_beside(db: Database, moment: float) -> None:
    for statement in sql.ADD_BESIDE:
        db.execute(statement, {"moment": moment} if ":moment" in statement else {})


def _take_out_beside(db: Database) -> None:
    if db.execute(sql.HAS_BESIDE).fetchone():  # an earlier version left none
        for statement in sql.DELETE_BESIDE:
            db.execute(statement)


def _take_out(db: Database, number: int) -> None:
    here = {"batch": number}
    db.execute(sql.KEEP_CONTINUED, here)
    db.execute(sql.RESTORE_HEADS, here)
    db.execute(sql.DELETE_MESSAGES, here)
    db.execute(sql.DELETE_CONVERSATIONS, here)
