"""Where an import is put together before anything of it is in the history: a database file of its own beside it.

It has two names. As ``import.part`` it is being filled; killed, left or cancelled, it is only deleted. When it is
whole, compared with the history and safely on the disk it becomes ``import.db``, and `import_rows` carries its batches
over; what is found under that name at a start was not carried to the end, and is taken back.

Everything here runs on one thread at a time, and never on the history's.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.drafts import Draft
from desktop_app.domain.errors import HistoryUnusable, NoRoomForImport
from desktop_app.domain.messages import Part
from desktop_app.domain.usage import Timings, Usage
from desktop_app.domain.whole import Beside, WholeConversation, WholeMessage, WholeTurn
from desktop_app.storage.importing import staging_sql as sql
from desktop_app.storage.paths import part_file, whole_file
from desktop_app.storage.tables import part_row, storable

_ROOM = 2
"""How many times its own size a file may need of the disk, here and in the history with its log and indexes."""
_BATCH = 192 * 1024
"""Characters and some of a batch: a few milliseconds of the history's writer."""
_ROW = 1_000
"""What a message weighs in a batch besides its characters."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How a staged import stands to the history; as in ``domain.importing.ImportLook``."""

    conversations: int
    messages: int
    new: int
    grown: int
    new_messages: int
    removed_here: int
    continued_here: int
    pictures: int
    oldest: float | None
    newest: float | None
    prompts: int = 0
    drafts: int = 0


class Interrupted(Exception):
    """Whoever wanted it does not want it any more."""


class Staging:
    """``history``: the file of the history, which is there. What is not sealed is to be discarded.

    Raises ``NoRoomForImport``, ``HistoryUnusable`` where the folder cannot be written or the history not be read, and
    ``Interrupted``.
    """

    def __init__(self, history: Path) -> None:
        self._history = history
        self._path = part_file(history)
        self._connection: sqlite3.Connection | None = None

    def open(self) -> None:
        with _told():
            self._path.unlink(missing_ok=True)
            self._path.touch(mode=0o600)
            self._connection = db = sqlite3.connect(
                self._path.as_uri(), isolation_level=None, check_same_thread=False, uri=True
            )
            for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -8000", "temp_store = FILE"):
                db.execute(f"PRAGMA {pragma}")
            for statement in sql.TABLES:
                db.execute(statement)
            db.execute("BEGIN")

    def interrupt(self) -> None:
        """Whatever is being done ends; from any thread."""
        if (connection := self._connection) is not None:
            with contextlib.suppress(sqlite3.ProgrammingError):  # it was closed in the same breath
                connection.interrupt()

    def discard(self) -> None:
        self._close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def add(self, whole: WholeConversation, folder: str, pictures: Mapping[str, bytes]) -> None:
        """One more conversation; of one that came before, what is new. ``pictures``: the bytes by their blobs."""
        with _told():
            conversation_n = self._add_conversation(whole, folder)
            for message in whole.messages:
                self._add_message(conversation_n, message)
            self._add_draft(conversation_n, whole.draft)
            self._add_blobs(pictures)

    def add_beside(self, beside: Beside, pictures: Mapping[str, bytes]) -> None:
        """What is kept beside the conversations."""
        with _told():
            rows = [(storable(one.id), storable(one.name), storable(one.text)) for one in beside.prompts]
            self._db.executemany("INSERT OR IGNORE INTO prompts (id, name, text) VALUES (?, ?, ?)", rows)
            self._add_draft(sql.NO_CONVERSATION, beside.draft)
            self._add_blobs(pictures)

    def compare(self) -> Compared:
        """Finds out what of it the history has; to be asked once, when everything was added."""
        with _told():
            db = self._db
            db.execute("COMMIT")
            db.execute("ATTACH DATABASE ? AS history", [f"{self._history.as_uri()}?mode=ro"])
            for statement in sql.COMPARE:
                db.execute(statement)
            while db.execute(sql.CLIMB).rowcount > 0:
                pass
            for statement in sql.BATCHES:
                db.execute(statement, {"batch": _BATCH} if ":batch" in statement else {})
            row = db.execute(sql.COUNT).fetchone()
            db.execute("DETACH DATABASE history")
        return Compared(*row)

    def seal(self) -> None:
        """It is whole, and on the disk to stay. Raises ``NoRoomForImport`` also where the history would have none."""
        with _told():
            size = self._path.stat().st_size
            self._close()
            _check_room(self._path.parent, size)
            descriptor = os.open(self._path, os.O_RDWR)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            self._path.replace(whole_file(self._history))

    def check_room(self) -> None:
        """Raises ``NoRoomForImport`` before the disk is full to the last byte: the history wants to go on meanwhile."""
        with _told():
            _check_room(self._path.parent, 0)

    # Inside

    @property
    def _db(self) -> sqlite3.Connection:
        assert self._connection is not None, "it is opened first"
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _add_conversation(self, whole: WholeConversation, folder: str) -> int:
        one = whole.conversation
        row = self._db.execute(
            sql.ADD_CONVERSATION,
            [
                *(one.id, whole.origin, storable(one.title), one.titled_by, one.created, one.updated),
                *(one.pinned, one.archived, storable(folder), one.head_id),
            ],
        ).fetchone()
        return int(row[0])

    def _add_message(self, conversation_n: int, whole: WholeMessage) -> None:
        message = whole.message
        rows = [(position, *_row(part)) for position, part in enumerate(message.parts)]
        size = _ROW + sum(len(text) + len(data or "") for _, _, text, data, _ in rows)
        found = self._db.execute(
            sql.ADD_MESSAGE,
            [
                *(conversation_n, message.id, message.parent_id, message.role, message.state, message.created),
                *(storable(message.model), message.heard, size),
            ],
        ).fetchone()
        if found is None:  # it stood in the file before
            return
        self._db.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?)", [(found[0], *row) for row in rows])
        if whole.turns:
            self._db.executemany(sql.ADD_TURN, [(found[0], *_turn_row(turn)) for turn in whole.turns])

    def _add_blobs(self, pictures: Mapping[str, bytes]) -> None:
        self._db.executemany("INSERT OR IGNORE INTO blobs (id, bytes) VALUES (?, ?)", list(pictures.items()))

    def _add_draft(self, conversation_n: int, draft: Draft) -> None:
        if draft:
            self._db.execute("INSERT OR IGNORE INTO drafts VALUES (?, ?)", [conversation_n, storable(draft.text)])
            rows = [(conversation_n, position, *_row(part)) for position, part in enumerate(draft.parts)]
            self._db.executemany("INSERT OR IGNORE INTO draft_parts VALUES (?, ?, ?, ?, ?, ?)", rows)


def _row(part: Part) -> tuple[str, str, str | None, str | None]:
    try:
        kind, text, data, blob = part_row(part)
    except (RecursionError, ValueError, TypeError):  # values that nobody would write
        kind, text, data, blob = part_row(Part(part.kind, part.text))
    return str(kind), str(text), None if data is None else str(data), str(blob) or None


def _turn_row(turn: WholeTurn) -> list[object]:
    usage, timings = turn.usage or Usage(), turn.timings or Timings()
    return [
        *(storable(turn.id), turn.state, turn.started, turn.ended, storable(turn.error)),
        *(timings.first_token, timings.first_sound, timings.total),
        *(usage.input, usage.output, usage.reasoning, usage.cached),
    ]


def _check_room(folder: Path, size: int) -> None:
    if shutil.disk_usage(folder).free < _ROOM * size + 2**26:
        raise _disk_full()


def _disk_full() -> NoRoomForImport:
    return NoRoomForImport("There is no room on the disk for this import. Nothing of it is kept.")


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """What SQLite and the disk answer, in words for people; a bug of ours stays what it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_INTERRUPT:
            raise Interrupted from error
        if code == sqlite3.SQLITE_FULL:
            raise _disk_full() from error
        if code in _TROUBLE:
            raise HistoryUnusable("The folder of the history cannot be written, so nothing was imported.") from error
        raise
    except OSError as error:
        raise HistoryUnusable("The folder of the history cannot be written, so nothing was imported.") from error


_TROUBLE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY}
