"""Conversations that never touch the disk: a second set of the history's tables, in memory, on the history's thread.

The verbs of the history are the same for both. Which of the two is meant is told by an id: a verb names the
conversation or the message that it is about, and ``Temporary.holds`` knows its own. What such a conversation leaves
behind when it is forgotten is nothing; until then it is in this process only. (A system that is short of memory may
put any program's memory into its swap file; that is the system's to encrypt.)
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.messages import Conversation
from desktop_app.storage import tables
from desktop_app.storage.backups import copying
from desktop_app.storage.migrations import in_transaction, migrate

_T = TypeVar("_T")


class Temporary:
    """To be used on the history's thread, but for ``known``. There is no database before the first conversation."""

    def __init__(self) -> None:
        self._db: sqlite3.Connection | None = None
        self._ours: set[str] = set()

    def known(self, conversation_id: str | None) -> bool:
        """Whether it is, or was until it was forgotten, such a conversation; may be called on any thread."""
        return conversation_id in self._ours

    @property
    def used(self) -> bool:
        """Whether there is, or was, any in this run."""
        return self._db is not None

    def claim(self, conversation_id: str) -> None:
        """From now on ``known`` says yes; its rows follow. May be called on any thread."""
        self._ours.add(conversation_id)

    def begin(self, conversation: Conversation) -> None:
        self.write(lambda db: tables.add_conversation(db, conversation))

    def holds(self, row_id: str | None) -> bool:
        """Whether this conversation or message belongs here. One that was forgotten does: nothing of it gets away."""
        if self._db is None or row_id is None:
            return False
        if row_id in self._ours:
            return True
        return self._db.execute("SELECT 1 FROM messages WHERE id = ?", [row_id]).fetchone() is not None

    def read(self, query: Callable[[tables.Database], _T]) -> _T:
        return query(self._database())

    def write(self, write: Callable[[tables.Database], object]) -> None:
        database = self._database()
        with in_transaction(database):
            write(database)

    def rows(self, conversation_id: str) -> list[copying.ConversationRows]:
        """All of it, to be kept on the disk. Empty where it was forgotten."""
        return self.read(lambda db: list(copying.pieces_of(db, conversation_id)))

    def let_go(self, conversation_id: str) -> None:
        """It is kept elsewhere now, and none of ours any more."""
        self.write(lambda db: tables.delete_conversation(db, conversation_id))
        self._ours.discard(conversation_id)

    def forget(self, conversation_id: str) -> None:
        """It is gone. What still comes for it finds nothing."""
        self._ours.add(conversation_id)
        self.write(lambda db: tables.delete_conversation(db, conversation_id))
        self.write(tables.forget_unused_blobs)

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    def _database(self) -> sqlite3.Connection:
        if self._db is None:
            with contextlib.ExitStack() as undo:
                database = sqlite3.connect(":memory:", isolation_level=None)
                undo.callback(database.close)
                for pragma in ("foreign_keys = ON", "secure_delete = ON", "temp_store = MEMORY"):
                    database.execute(f"PRAGMA {pragma}")
                migrate(database, Path(":memory:"))
                undo.pop_all()
            self._db = database
        return self._db
