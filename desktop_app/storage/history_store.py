"""The history's database while the program runs: written as soon as the disk allows it, whatever happens to its file.

What is to be written waits in a row, *owed*, until it is on the disk; reading answers as if it were. Three things can
stand in the way. The disk refuses (full, locked, gone): tried again every few seconds. The file could not be opened:
a copy of it stands in for it, with the same tables, until it can. The file turns out damaged: it is set aside, a new
one begun, what can be read brought over by ``salvage``, and what was owed written behind that, since it speaks of rows
that come with it.

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

from desktop_app.domain.errors import HistoryUnusable, StorageError
from desktop_app.storage import freed_room, history_file, tables
from desktop_app.storage.history_check import HistoryCheck
from desktop_app.storage.history_trouble import is_damage, trouble_of
from desktop_app.storage.migrations import in_transaction
from desktop_app.storage.salvage.runner import Salvage
from desktop_app.storage.thread import JobThread

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_Write = Callable[[tables.Database], object]

_RETRY_SECONDS = 2.0
_PATIENCE_WHEN_REFUSED = 0.1  # seconds for which a retry waits for a lock: whoever reads waits with it
_PATIENCE_WITH_OFFERS = 50  # milliseconds
_CHECK_AFTER, _DAYS_BETWEEN = 120.0, 7.0
_CHECKED = "history checked"
_SECONDS_TO_MEND = 10.0


class HistoryStore:
    """The database, and the writes that it still owes because the disk refused them.

    ``problem`` is what was wrong at opening. ``tell`` hears of a refusal once, and None when all is written again; and
    of what was salvaged, as ``HistoryMended``. ``grown`` is called now and then while conversations are brought over.
    """

    def __init__(
        self,
        path: Path,
        thread: JobThread,
        tell: Callable[[StorageError | None], None],
        grown: Callable[[], None] = lambda: None,
    ) -> None:
        self._path = path
        self._thread = thread
        self._tell = tell
        self._owed: deque[_Write] = deque()
        self._refused: StorageError | None = None
        self._held = False
        self._retrying = self._forgetting = False
        self._check = HistoryCheck(path, self._checked)
        self._salvage = Salvage(path, self._transact_for_salvage, tell, grown, self._salvage_ended)
        opened = history_file.open_history(path)
        self._take(opened)
        self.problem = opened.problem or self._salvage.problem
        if self._on_disk:
            self.drain()
            thread.post(self._check_in_time, after=_CHECK_AFTER)
        else:
            self._refused = opened.problem
            self._retry_later()

    def write(self, write: _Write) -> None:
        """Writes now, or keeps it for later where the disk refuses. A bug in the write itself raises."""
        if not self._on_disk:
            self._write_to_copy(write)
        self._owed.append(write)
        if self._refused is None:
            self._drain(told_now=True)

    def offer(self, write: _Write) -> bool:
        """Writes what is known elsewhere, too, at once or not at all: it waits for nothing and nothing is owed."""
        if not self._on_disk or self._owed or self._refused is not None or self._held or self._find_file() is not None:
            return False
        try:
            self._connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_WITH_OFFERS}")
            self._transact(write)
        except sqlite3.Error as error:
            if not is_damage(error) and trouble_of(error) is None:
                raise
            _log.info("the history does not take what can wait: %s", error)
            return False
        finally:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute(f"PRAGMA busy_timeout = {round(history_file.BUSY_SECONDS * 1000)}")
        return True

    def append(self, texts: dict[str, str]) -> None:
        """Adds text to messages; while the disk refuses, one entry of what is owed gathers it all."""
        waits = self._refused is not None or self._held
        if waits and self._owed and isinstance(self._owed[-1], _Append):
            if not self._on_disk:
                self._write_to_copy(_Append(texts))
            self._owed[-1].add(texts)
        else:
            self.write(_Append(texts))

    def read(self, query: Callable[[tables.Database], _T]) -> _T:
        """The query's answer, as if everything owed had been written.

        Raises ``HistoryUnusable`` where the file cannot be read.
        """
        try:
            return self._answer(query)
        except sqlite3.Error as error:
            if is_damage(error) and self._on_disk:
                self._replace_file(error)
                return self._answer(query)
            if trouble_of(error) is None:
                raise
            raise HistoryUnusable(f"The history cannot be read: {error}.") from error

    def drain(self) -> bool:
        """Writes what is owed, oldest first; False where the disk still refuses."""
        return self._drain(told_now=False)

    def forget_log(self) -> None:
        """Empties the write-ahead log, which still holds what was deleted; tried again while somebody reads in it."""
        if not freed_room.empty_log(self._connection) and not self._forgetting:
            self._forgetting = True
            self._thread.post(self._forget_log_again, after=_RETRY_SECONDS)

    def rewrite(self, fill: Callable[[sqlite3.Connection], object]) -> None:
        """Has all of the content replaced by ``fill``, which happens as one transaction or not at all.

        Raises ``StorageError`` where the disk refuses that, or what was written before.
        """
        if not self.drain():
            raise self._refused or HistoryUnusable("The history is being mended.")
        try:
            fill(self._connection)
        except sqlite3.Error as error:
            if (trouble := trouble_of(error)) is None:
                raise
            raise trouble from error
        self.write(tables.mark_interrupted)
        self.write(tables.forget_unused_blobs)
        self.forget_log()

    def compact(self, *, least: int) -> bool:
        """Gives room back to the disk where it is worth it: a quarter of the file and ``least`` bytes of it are free.

        False where the disk refused, or others came.
        """
        if self._refused is not None or not freed_room.is_worth_giving_back(self._connection, least=least):
            return True
        try:
            freed_room.give_back(self._connection, others_wait=lambda: self._thread.waiting)
        except sqlite3.DatabaseError as error:
            _log.info("the history was not made smaller: %s", error)
            return False
        self.forget_log()
        return not self._thread.waiting

    @property
    def mending(self) -> bool:
        """Whether a damaged file is being brought over; may be asked on any thread."""
        return self._salvage.running

    def end_salvage(self) -> None:
        """It goes on at the next start, unless something waits for it that would be lost: then it gets some seconds.

        Waits for its thread, so it is to be called on another than the history's.
        """
        self._check.stop()
        if self._held:
            self._salvage.wait(_SECONDS_TO_MEND)
        self._salvage.stop()

    def close(self) -> None:
        self._connection.close()

    # One file in the place of another

    def _take(self, opened: history_file.Opened) -> None:
        self._connection = opened.connection
        self._on_disk = opened.on_disk
        self._identity = history_file.identity(self._path) if opened.on_disk else None
        self._owed.extendleft((tables.forget_unused_blobs, tables.mark_interrupted))  # the second comes first
        if opened.on_disk:
            self._salvage.begin()
            return
        for write in self._owed:
            with contextlib.suppress(LookupError):
                self._write_to_copy(write)

    def _reopen(self) -> bool:
        """Tries the file again for which a copy stands in."""
        try:
            opened = history_file.open_file(self._path, _PATIENCE_WHEN_REFUSED)
        except history_file.FileRefuses as error:
            _log.info("the history cannot be opened yet: %s", error)
            return False
        self._connection.close()
        self._take(opened)
        self._held = self._salvage.running
        if opened.problem is not None:
            self._tell(opened.problem)
        return True

    def _replace_file(self, error: sqlite3.Error) -> None:
        """The file is damaged, which came out in mid-run: a new one, or a copy, takes its place."""
        _log.warning("the history is damaged: %s", error)
        try:
            self._set_file_aside()
        except OSError as why:
            opened = history_file.stand_in(self._path, why.strerror or str(why))
        else:
            opened = history_file.open_history(self._path)
        self._take(opened)
        self._held = self._salvage.running
        if not opened.on_disk:
            self._note(opened.problem or HistoryUnusable("The history is damaged."))

    def _set_file_aside(self) -> None:
        """While it is open, where the system allows that: closing it under its name writes the log into it."""
        try:
            history_file.set_aside(self._path, history_file.DAMAGED)
        except PermissionError:
            self._close_damaged()
            history_file.set_aside(self._path, history_file.DAMAGED)
        finally:
            self._close_damaged()

    def _close_damaged(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()

    def _find_file(self) -> StorageError | None:
        """What has happened to the file under our hands, None where it is there: SQLite would write into nowhere."""
        there = history_file.identity(self._path)
        if there == self._identity:
            return None
        try:
            if there is not None:  # another one, such as a copy that somebody put back
                opened = history_file.open_file(self._path, _PATIENCE_WHEN_REFUSED)
                self._connection.close()
                self._take(opened)
            elif history_file.can_be_made_again(self._path, self._identity):
                self._connection = history_file.rescue(self._connection, self._path)
                self._identity = history_file.identity(self._path)
            else:
                return HistoryUnusable(f"The folder {self._path.parent} is not there: what is said is kept in memory.")
        except (OSError, sqlite3.Error, history_file.FileRefuses) as error:
            _log.info("the history's file cannot be made again: %s", error)
            return HistoryUnusable(f"The history in {self._path.parent} is gone: what is said is kept in memory.")
        return None

    # Check and salvage

    def _check_in_time(self) -> None:
        """A large file has not been looked through at the start."""
        with contextlib.suppress(OSError, ValueError, StorageError):
            last = float(self.read(lambda db: tables.state_value(db, _CHECKED)) or 0.0)
            if self._path.stat().st_size > history_file.CHECKED_ALWAYS and time.time() - last > _DAYS_BETWEEN * 86_400:
                self._check.begin()

    def _checked(self, damage: sqlite3.Error | None) -> None:
        """Told on the check's own thread."""
        looked_at = self._identity

        def job() -> None:
            if damage is None:
                self.write(lambda db: tables.set_state_value(db, _CHECKED, str(time.time())))
            elif self._on_disk and self._identity == looked_at:
                self._replace_file(damage)

        self._thread.post(job)

    def _transact_for_salvage(self, write: _Write) -> bool:
        """A piece that is brought over, from the salvage's own thread; False where the disk refuses it now."""

        def job() -> bool:
            if not self._on_disk or (self._refused is not None and not self._held):
                return False
            try:
                self._transact(write)
            except sqlite3.Error as error:
                if trouble_of(error) is None:
                    raise
                return False
            return True

        return self._thread.call(job)

    def _salvage_ended(self) -> None:
        """Lets go what waited for it; told on its own thread."""

        def let_go() -> None:
            self._held = self._held and self._salvage.running
            self.drain()

        with contextlib.suppress(RuntimeError):  # the program ends
            self._thread.post(let_go)

    # Reading and writing

    def _answer(self, query: Callable[[tables.Database], _T]) -> _T:
        if self._owed and self._on_disk and self._pretend():
            try:
                return query(self._connection)
            finally:
                self._connection.execute("ROLLBACK")
        return query(self._connection)

    def _pretend(self) -> bool:
        """Does the owed writes in a transaction that will not be committed: their pages stay in memory.

        False where the file's condition does not allow even that.
        """
        try:
            self._connection.execute("BEGIN")
            for write in self._owed:
                with contextlib.suppress(LookupError):  # it speaks of what is still being brought over
                    write(self._connection)
        except sqlite3.Error as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if is_damage(error) or trouble_of(error) is None:
                raise
            return False
        return True

    def _drain(self, *, told_now: bool) -> bool:
        """``told_now``: somebody waits to be told of a bug in what is owed."""
        if self._held or not (self._on_disk or self._reopen()):
            return False
        while self._owed and not self._held:
            if (trouble := self._write_oldest(told_now=told_now)) is not None:
                self._note(trouble)
                return False
        if self._refused is not None and not self._held:
            self._refused = None
            self._connection.execute(f"PRAGMA busy_timeout = {round(history_file.BUSY_SECONDS * 1000)}")
            self._tell(None)
        return not self._held

    def _write_oldest(self, *, told_now: bool) -> StorageError | None:
        """One write of those owed, gone from among them unless the disk refuses it; gives what the disk said."""
        if (trouble := self._find_file()) is not None:
            return trouble
        try:
            self._transact(self._owed[0])
        except sqlite3.Error as error:
            if is_damage(error) and self._on_disk:
                self._replace_file(error)
                return self._refused
            if (trouble := trouble_of(error)) is not None:
                _log.info("the history cannot be written: %s", error)
                return trouble
            self._owed.popleft()
            raise
        except LookupError as error:
            self._owed.popleft()
            if told_now:
                raise
            _log.warning("what was to be written later finds no place any more: %s", error)
        except BaseException:
            self._owed.popleft()
            raise
        else:
            self._owed.popleft()
        return None

    def _transact(self, write: _Write) -> None:
        with in_transaction(self._connection):
            write(self._connection)

    def _write_to_copy(self, write: _Write) -> None:
        """So that reading knows of it; a disk that refuses even a temporary file takes nothing from what is owed."""
        try:
            self._transact(write)
        except sqlite3.Error as error:
            if trouble_of(error) is None:
                raise

    def _note(self, trouble: StorageError) -> None:
        if self._refused is None:
            _log.warning("the history cannot be written: %s", trouble)
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute(f"PRAGMA busy_timeout = {round(_PATIENCE_WHEN_REFUSED * 1000)}")
            self._tell(trouble)
        self._refused = trouble
        self._retry_later()

    def _retry_later(self) -> None:
        if not self._retrying:
            self._retrying = True
            self._thread.post(self._retry, after=_RETRY_SECONDS)

    def _retry(self) -> None:
        self._retrying = False
        if self._refused is not None and not self.drain():
            self._retry_later()

    def _forget_log_again(self) -> None:
        self._forgetting = False
        self.forget_log()


class _Append:
    """A write that can grow while it waits."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = {message_id: [text] for message_id, text in texts.items()}

    def add(self, texts: dict[str, str]) -> None:
        for message_id, text in texts.items():
            self._texts.setdefault(message_id, []).append(text)

    def __call__(self, db: tables.Database) -> None:
        tables.append_text(db, {message_id: "".join(texts) for message_id, texts in self._texts.items()})
