"""The history's tables, as a row of numbered steps: step N turns a file of version N - 1 into one of version N.

A step that has been released is never edited: the next change is a new step. The version is SQLite's own
``user_version``, written in the transaction of the step, so a step has happened or it has not.

```
conversations --head--> messages --parent--> messages       n: the row's own number, what rows point at
        |                  |  |                             id: the name by which the program knows it
        |                  |  +--< parts (position, kind, text, data) --> blobs
        |                  |  +--< kept_sounds (file, place, words, voice)       what was heard: the files lie in audio/
        |                  +-----< turns (one each time the message was worked on)
        +-----> folders (name, position)
        +--< drafts --< draft_parts --> blobs               what was begun and not sent; one draft has no conversation
app_state (name, value)                                     e.g. which conversation is open
prompts (name, text)                                        those that were saved
blobs (bytes)                                               pictures: gone with the last part that points at them
search_changes (number)                                     what the index of search, a file of its own, has not seen
stray_sounds (message, since)                               messages that are gone, of which files in audio/ are left
```

Rows point at each other by small numbers and not by their 32-digit ids: a million messages take a third less room, and
full-text search needs a number for each part. A parent cannot be deleted alone; a conversation goes as a whole, which
takes one statement and no recursion (SQLite's cascades end at a depth of 1,000).
"""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path

Migration = Callable[[sqlite3.Connection], object]


class NewerDatabase(Exception):
    """The file was written by a later version of this program."""


def migrate(
    connection: sqlite3.Connection, path: Path, steps: Sequence[Migration] | None = None, *, backups: bool = True
) -> None:
    """Brings the database to the newest version, with a copy made before each step: ``<name>.v<version>.bak``.

    When all steps went well the first copy stays, which is what the program knew that wrote the file; see
    ``forget_old_backups``. The connection must be in autocommit mode.

    Raises:
        NewerDatabase: its version is above the last step's.
        sqlite3.Error: a step failed; the file is as it was before that step.
        OSError: a copy could not be made.
    """
    steps = MIGRATIONS if steps is None else steps
    first = _version(connection)
    if first > len(steps):
        raise NewerDatabase(first)
    for number in range(first, len(steps)):
        if first and backups:
            _back_up(connection, _backup(path, number))
        with in_transaction(connection):
            steps[number](connection)
            connection.execute(f"PRAGMA user_version = {number + 1}")
    for number in range(first + 1, len(steps)) if first and backups else ():
        _backup(path, number).unlink(missing_ok=True)


def forget_old_backups(path: Path, days: float = 30.0) -> None:
    """Copies from before a step that has proved itself: what was deleted since still stands in them."""
    for backup in path.parent.glob(f"{path.name}.v*.bak"):
        with contextlib.suppress(OSError):
            if time.time() - backup.stat().st_mtime > days * 86_400:
                backup.unlink()


class in_transaction(contextlib.AbstractContextManager[None]):  # noqa: N801 - read as a phrase: with in_transaction(c)
    """Begins at once as a writer; commits at the end, or rolls back on an exception (a failed commit too)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, error: object, traceback: object) -> None:
        if error is None:
            try:
                self._connection.execute("COMMIT")
            except sqlite3.Error:
                self._roll_back()
                raise
        else:
            self._roll_back()

    def _roll_back(self) -> None:
        if self._connection.in_transaction:  # a full disk makes SQLite roll back by itself
            self._connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _backup(path: Path, version: int) -> Path:
    return path.with_name(f"{path.name}.v{version}.bak")


def _back_up(connection: sqlite3.Connection, path: Path) -> None:
    """It gets its name when it is whole."""
    making = path.with_name(f"{path.name}.making")
    making.unlink(missing_ok=True)
    making.touch(mode=0o600)
    with contextlib.closing(sqlite3.connect(making)) as copy:
        connection.backup(copy)
    making.replace(path)


def _first_tables(connection: sqlite3.Connection) -> None:
    for statement in _FIRST_TABLES.split(";"):
        connection.execute(statement)


_FIRST_TABLES = """
CREATE TABLE conversations (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created REAL NOT NULL,
    updated REAL NOT NULL,
    head INTEGER REFERENCES messages (n) DEFERRABLE INITIALLY DEFERRED,
    pinned INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE messages (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation INTEGER NOT NULL REFERENCES conversations (n) ON DELETE CASCADE,
    parent INTEGER REFERENCES messages (n) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    created REAL NOT NULL,
    model TEXT NOT NULL DEFAULT ''
);
CREATE TABLE parts (
    n INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages (n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    data TEXT,
    UNIQUE (message, position)
);
CREATE TABLE turns (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    message INTEGER NOT NULL REFERENCES messages (n) ON DELETE CASCADE,
    state TEXT NOT NULL,
    started REAL NOT NULL,
    ended REAL,
    first_token_s REAL,
    first_sound_s REAL,
    total_s REAL,
    input_tokens INTEGER,
    output_tokens INTEGER,
    reasoning_tokens INTEGER,
    cached_tokens INTEGER,
    error TEXT NOT NULL DEFAULT ''
);
CREATE TABLE app_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE INDEX conversations_by_time ON conversations (updated);
CREATE INDEX conversations_by_head ON conversations (head);
CREATE INDEX messages_by_conversation ON messages (conversation);
CREATE INDEX messages_by_parent ON messages (parent);
CREATE INDEX messages_unfinished ON messages (state) WHERE state = 'streaming';
CREATE INDEX turns_by_message ON turns (message);
CREATE INDEX turns_unfinished ON turns (state) WHERE state = 'streaming'
"""


def _place_heard(connection: sqlite3.Connection) -> None:
    """How far the voice came in a message when it was stopped there, in characters; NULL: it was not."""
    connection.execute("ALTER TABLE messages ADD COLUMN heard INTEGER")


def _what_is_sent_along(connection: sqlite3.Connection) -> None:
    """Pictures, drafts and saved prompts."""
    for statement in _WHAT_IS_SENT_ALONG:
        connection.execute(statement)


_UNUSED = """
    DELETE FROM blobs WHERE n = old.blob
        AND NOT EXISTS (SELECT 1 FROM parts WHERE blob = old.blob)
        AND NOT EXISTS (SELECT 1 FROM draft_parts WHERE blob = old.blob);
"""
_WHAT_IS_SENT_ALONG = (
    "CREATE TABLE blobs (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL)",
    "ALTER TABLE parts ADD COLUMN blob INTEGER REFERENCES blobs (n)",
    """
CREATE TABLE drafts (
    n INTEGER PRIMARY KEY,
    conversation INTEGER UNIQUE REFERENCES conversations (n) ON DELETE CASCADE,
    text TEXT NOT NULL,
    changed REAL NOT NULL
)""",
    """
CREATE TABLE draft_parts (
    n INTEGER PRIMARY KEY,
    draft INTEGER NOT NULL REFERENCES drafts (n) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    data TEXT,
    blob INTEGER REFERENCES blobs (n),
    UNIQUE (draft, position)
)""",
    """
CREATE TABLE prompts (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    changed REAL NOT NULL
)""",
    "CREATE INDEX parts_by_blob ON parts (blob) WHERE blob IS NOT NULL",
    "CREATE INDEX draft_parts_by_blob ON draft_parts (blob) WHERE blob IS NOT NULL",
    f"CREATE TRIGGER parts_let_go AFTER DELETE ON parts WHEN old.blob IS NOT NULL BEGIN {_UNUSED} END",
    f"CREATE TRIGGER draft_parts_let_go AFTER DELETE ON draft_parts WHEN old.blob IS NOT NULL BEGIN {_UNUSED} END",
)


def _order_of_conversations(connection: sqlite3.Connection) -> None:
    """Folders; who gave a title; and, of an imported conversation, what it was where it came from ("chatgpt:<id>")."""
    for statement in _ORDER_OF_CONVERSATIONS:
        connection.execute(statement)


_ORDER_OF_CONVERSATIONS = (
    "CREATE TABLE folders (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, position REAL NOT NULL)",
    "ALTER TABLE conversations ADD COLUMN folder INTEGER REFERENCES folders (n) ON DELETE SET NULL",
    "ALTER TABLE conversations ADD COLUMN titled_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE conversations ADD COLUMN origin TEXT",
    "CREATE INDEX conversations_by_folder ON conversations (folder) WHERE folder IS NOT NULL",
    "CREATE UNIQUE INDEX conversations_by_origin ON conversations (origin) WHERE origin IS NOT NULL",
)


def _changes_for_search(connection: sqlite3.Connection) -> None:
    """Which documents the index of search has to look at again; below zero a conversation, whose title it is.

    The newest change of a document takes the place of the one before. What streams is no change before it ends.
    """
    for statement in _CHANGES_FOR_SEARCH:
        connection.execute(statement)


def _noted(table: str, event: str, number: str, when: str = "") -> str:
    name = f"search_{table}_{event.split(maxsplit=1)[0].lower()}"
    note = f"INSERT OR REPLACE INTO search_changes (number) VALUES ({number})"  # noqa: S608 - the number is ours
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} {when} BEGIN {note}; END"


_RESTS = "WHEN new.state <> 'streaming'"
_OWNER_RESTS = "WHEN (SELECT state FROM messages WHERE n = new.message) <> 'streaming'"
_CHANGES_FOR_SEARCH = (
    "CREATE TABLE search_changes (seq INTEGER PRIMARY KEY AUTOINCREMENT, number INTEGER NOT NULL UNIQUE)",
    "INSERT OR IGNORE INTO app_state VALUES ('search_key', lower(hex(randomblob(16))))",
    _noted("parts", "INSERT", "new.message", _OWNER_RESTS),
    _noted("parts", "UPDATE OF text", "new.message", _OWNER_RESTS),
    _noted("messages", "UPDATE OF state, model", "new.n", _RESTS),
    _noted("messages", "DELETE", "old.n"),
    _noted("conversations", "INSERT", "-new.n"),
    _noted("conversations", "UPDATE OF title", "-new.n"),
    _noted("conversations", "DELETE", "-old.n"),
)


def _sound_that_is_kept(connection: sqlite3.Connection) -> None:
    """A row for each sound file, which knows as much itself; and of which messages files are left to be removed."""
    for statement in _SOUND_THAT_IS_KEPT:
        connection.execute(statement)


_SOUND_THAT_IS_KEPT = (
    """
CREATE TABLE kept_sounds (
    n INTEGER PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages (n) ON DELETE CASCADE,
    file TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text TEXT NOT NULL,
    pause TEXT NOT NULL,
    voice TEXT NOT NULL,
    language TEXT NOT NULL,
    seconds REAL NOT NULL,
    words TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    heard REAL NOT NULL,
    UNIQUE (message, file)
)""",
    "CREATE TABLE stray_sounds (message TEXT PRIMARY KEY, since REAL NOT NULL)",
    """
CREATE TRIGGER messages_leave_sound BEFORE DELETE ON messages
WHEN EXISTS (SELECT 1 FROM kept_sounds WHERE message = old.n)
BEGIN INSERT OR REPLACE INTO stray_sounds (message, since) VALUES (old.id, 0); END""",
)


MIGRATIONS: Sequence[Migration] = (
    _first_tables,
    _place_heard,
    _what_is_sent_along,
    _order_of_conversations,
    _changes_for_search,
    _sound_that_is_kept,
)
