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
from desktop_app.domain.whole import WholeConversation, WholeMessage, WholeTurn
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


def part_file(history: Path) -> Path:
    return history.with_name("import.part")


def whole_file(history: Path) -> Path:
    return history.with_name("import.db")


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
            for statement in _TABLES:
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
            for blob, content in pictures.items():
                self._db.execute("INSERT OR IGNORE INTO blobs (id, bytes) VALUES (?, ?)", [blob, content])

    def compare(self) -> Compared:
        """Finds out what of it the history has; to be asked once, when everything was added."""
        with _told():
            db = self._db
            db.execute("COMMIT")
            db.execute("ATTACH DATABASE ? AS history", [f"{self._history.as_uri()}?mode=ro"])
            for statement in _COMPARE:
                db.execute(statement)
            while db.execute(_CLIMB).rowcount > 0:
                pass
            for statement in _BATCHES:
                db.execute(statement, {"batch": _BATCH} if ":batch" in statement else {})
            row = db.execute(_COUNT).fetchone()
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
            _ADD_CONVERSATION,
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
            _ADD_MESSAGE,
            [
                *(conversation_n, message.id, message.parent_id, message.role, message.state, message.created),
                *(storable(message.model), message.heard, size),
            ],
        ).fetchone()
        if found is None:  # it stood in the file before
            return
        self._db.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?, ?)", [(found[0], *row) for row in rows])
        if whole.turns:
            self._db.executemany(_ADD_TURN, [(found[0], *_turn_row(turn)) for turn in whole.turns])

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

_TABLES = (
    """
CREATE TABLE conversations (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, origin TEXT, title TEXT NOT NULL, titled_by TEXT NOT NULL,
    created REAL NOT NULL, updated REAL NOT NULL, pinned INTEGER NOT NULL, archived INTEGER NOT NULL,
    folder TEXT NOT NULL, head TEXT,
    target TEXT,
    known INTEGER,
    newest_known REAL,
    continued INTEGER NOT NULL DEFAULT 0,
    head_before TEXT,
    updated_before REAL,
    first_batch INTEGER,
    last_batch INTEGER,
    kept INTEGER NOT NULL DEFAULT 0
)""",
    """
CREATE TABLE messages (
    n INTEGER PRIMARY KEY, conversation INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, parent TEXT,
    role TEXT NOT NULL, state TEXT NOT NULL, created REAL NOT NULL, model TEXT NOT NULL, heard INTEGER,
    size INTEGER NOT NULL,
    fate TEXT NOT NULL DEFAULT 'new',
    batch INTEGER,
    place INTEGER,
    parent_place INTEGER
)""",
    """
CREATE TABLE parts (
    message INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, data TEXT, blob TEXT,
    PRIMARY KEY (message, position)
) WITHOUT ROWID""",
    """
CREATE TABLE turns (
    message INTEGER NOT NULL, id TEXT NOT NULL, state TEXT NOT NULL, started REAL NOT NULL, ended REAL,
    error TEXT NOT NULL, first_token_s REAL, first_sound_s REAL, total_s REAL,
    input_tokens INTEGER, output_tokens INTEGER, reasoning_tokens INTEGER, cached_tokens INTEGER
)""",
    "CREATE TABLE drafts (conversation INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    """
CREATE TABLE draft_parts (
    conversation INTEGER NOT NULL, position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, data TEXT,
    blob TEXT, PRIMARY KEY (conversation, position)
) WITHOUT ROWID""",
    "CREATE TABLE blobs (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL)",
)

_ADD_CONVERSATION = """
INSERT INTO conversations (id, origin, title, titled_by, created, updated, pinned, archived, folder, head)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET updated = max(updated, excluded.updated), head = excluded.head RETURNING n
"""

_ADD_MESSAGE = """
INSERT INTO messages (conversation, id, parent, role, state, created, model, heard, size)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING n
"""

_ADD_TURN = f"INSERT INTO turns VALUES ({', '.join('?' * 13)})"  # noqa: S608 - question marks

_COMPARE = (
    "CREATE INDEX messages_by_conversation ON messages (conversation)",
    """
UPDATE conversations SET known = (
    SELECT h.n FROM history.conversations h WHERE h.id = conversations.id OR h.origin = conversations.origin
)""",
    """
UPDATE conversations SET target = coalesce((SELECT h.id FROM history.conversations h WHERE h.n = known), id)
""",
    "UPDATE messages SET fate = 'there' WHERE EXISTS (SELECT 1 FROM history.messages h WHERE h.id = messages.id)",
    """
UPDATE conversations SET newest_known = (
    SELECT max(s.created) FROM messages s WHERE s.conversation = conversations.n AND s.fate = 'there'
) WHERE known IS NOT NULL""",
    # What is not here though younger messages of its conversation are, was here and was deleted.
    """
UPDATE messages SET fate = 'removed' WHERE fate = 'new' AND EXISTS (
    SELECT 1 FROM conversations c WHERE c.n = messages.conversation AND messages.created <= c.newest_known
)""",
    """
UPDATE conversations SET
    continued = EXISTS (
        SELECT 1 FROM history.messages h WHERE h.conversation = known
        AND NOT EXISTS (SELECT 1 FROM messages s WHERE s.id = h.id)
    ),
    head_before = (SELECT h.id FROM history.conversations c JOIN history.messages h ON h.n = c.head WHERE c.n = known),
    updated_before = (SELECT c.updated FROM history.conversations c WHERE c.n = known)
WHERE known IS NOT NULL""",
)

_CLIMB = """
UPDATE messages SET parent = (SELECT p.parent FROM messages p WHERE p.id = messages.parent)
WHERE fate = 'new' AND parent IN (SELECT id FROM messages WHERE fate = 'removed')
"""
"""What hangs below a removed message hangs below what is above that."""

_BATCHES = (
    # A parent that is nowhere, as a damaged file may have it: its child is a first message.
    """
UPDATE messages SET parent = NULL WHERE fate = 'new' AND parent IS NOT NULL
AND NOT EXISTS (SELECT 1 FROM messages p WHERE p.id = messages.parent AND p.fate IN ('new', 'there'))
""",
    """
UPDATE messages SET batch = w.batch, place = w.place FROM (
    SELECT n, batch, row_number() OVER (PARTITION BY batch ORDER BY n) AS place FROM (
        SELECT n, (sum(size) OVER (ORDER BY n)) / :batch AS batch FROM messages WHERE fate = 'new'
    )
) AS w WHERE w.n = messages.n""",
    """
UPDATE messages SET parent_place = p.place FROM messages AS p
WHERE p.id = messages.parent AND p.batch = messages.batch""",
    """
UPDATE conversations SET first_batch = w.first, last_batch = w.last FROM (
    SELECT conversation, min(batch) AS first, max(batch) AS last FROM messages WHERE fate = 'new' GROUP BY conversation
) AS w WHERE w.conversation = conversations.n""",
    # Where somebody wrote on here, what is shown stays; else it is what the file shows, if that is here.
    """
UPDATE conversations SET head = NULL WHERE continued
OR NOT EXISTS (SELECT 1 FROM messages s WHERE s.id = conversations.head AND s.fate IN ('new', 'there'))
""",
    "CREATE INDEX messages_by_batch ON messages (batch) WHERE batch IS NOT NULL",
    "CREATE INDEX conversations_by_first ON conversations (first_batch)",
    "CREATE INDEX conversations_by_last ON conversations (last_batch)",
)

_COUNT = """
SELECT
    (SELECT count(*) FROM conversations),
    (SELECT count(*) FROM messages),
    (SELECT count(*) FROM conversations WHERE known IS NULL AND first_batch IS NOT NULL),
    (SELECT count(*) FROM conversations WHERE known IS NOT NULL AND first_batch IS NOT NULL),
    (SELECT count(*) FROM messages WHERE fate = 'new'),
    (SELECT count(*) FROM messages WHERE fate = 'removed'),
    (SELECT count(*) FROM conversations WHERE continued AND first_batch IS NOT NULL),
    (SELECT count(*) FROM blobs),
    (SELECT min(updated) FROM conversations),
    (SELECT max(updated) FROM conversations)
"""
