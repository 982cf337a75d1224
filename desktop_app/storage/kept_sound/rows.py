"""The table of kept sound in SQL: what is read of it, and statements that wait together until they are written.

It follows the files. A row of which there is no file is of no use, and one that is missing is made again of the
file's own label (``labels``); so rows may come late, or be lost with a history, and nothing is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from desktop_app.domain.kept_phrase import KeptPhrase
from desktop_app.storage.tables import Database, storable

Place = tuple[str, str]
"""A message: its conversation's id and its own."""

Statement = tuple[str, Sequence[object]]
"""SQL and its parameters."""

DELETED = 0.0
"""The moment of a stray whose message was deleted from this very history: it waits for nothing."""


def write(db: Database, statements: Iterable[Statement]) -> None:
    for sql, parameters in statements:
        db.execute(sql, parameters)


# Statements: of a message that is not there they do nothing


def kept(message_id: str, phrase: KeptPhrase, heard: float) -> Statement:
    """The phrase has a file, in the place of what had that name."""
    return _KEEP, [
        *(phrase.file, phrase.start, phrase.end),
        *(storable(text) for text in (phrase.text, phrase.pause, phrase.voice, phrase.language)),
        *(phrase.seconds, json.dumps(phrase.words), phrase.size, heard, message_id),
    ]


def heard(message_id: str, file: str, moment: float) -> Statement:
    return f"UPDATE kept_sounds SET heard = ? WHERE {_OF} AND file = ?", [moment, message_id, file]  # noqa: S608 - ours


def dropped(message_id: str, file: str) -> Statement:
    """The file is gone."""
    return f"DELETE FROM kept_sounds WHERE {_OF} AND file = ?", [message_id, file]  # noqa: S608 - ours


def all_dropped(message_id: str) -> Statement:
    """All files of the message are gone."""
    return f"DELETE FROM kept_sounds WHERE {_OF}", [message_id]  # noqa: S608 - ours


def stray(message_id: str, moment: float) -> Statement:
    """There are files of a message that nobody knows, since this moment or the one that was noted first."""
    return "INSERT OR IGNORE INTO stray_sounds (message, since) VALUES (?, ?)", [message_id, moment]


def no_stray(message_id: str) -> Statement:
    return "DELETE FROM stray_sounds WHERE message = ?", [message_id]


# What is read


def of_message(db: Database, message_id: str) -> dict[str, tuple[KeptPhrase, float]] | None:
    """By the names of the files, with the moments when they were heard; None where there is no such message."""
    message = db.execute("SELECT n FROM messages WHERE id = ?", [message_id]).fetchone()
    if message is None:
        return None
    rows = db.execute(_PHRASES, [message[0]])
    return {row[0]: (_phrase(row), row[-1]) for row in rows}


def measured(db: Database) -> dict[Place, tuple[int, float]]:
    """The bytes and the last hearing of each message."""
    return {(row[0], row[1]): (row[2], row[3]) for row in db.execute(_MEASURED)}


def strays(db: Database) -> dict[str, float]:
    """Since when each of them has been one."""
    return {str(message): float(since) for message, since in db.execute("SELECT message, since FROM stray_sounds")}


def known(db: Database, message_id: str) -> bool:
    return db.execute("SELECT 1 FROM messages WHERE id = ?", [message_id]).fetchone() is not None


def _phrase(row: Sequence[Any]) -> KeptPhrase:
    file, start, end, text, pause, voice, language, seconds, words, size, _heard = row
    times = tuple((int(word), float(at)) for word, at in json.loads(words))
    return KeptPhrase(start, end, text, pause, voice, seconds, language, times, size, file)


_OF = "message = (SELECT n FROM messages WHERE id = ?)"
_COLUMNS = "file, start, stop, text, pause, voice, language, seconds, words, bytes, heard"
_KEEP = f"""
INSERT OR REPLACE INTO kept_sounds (message, {_COLUMNS})
SELECT n, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM messages WHERE id = ?
"""  # noqa: S608 - ours, all of it
_PHRASES = f"SELECT {_COLUMNS} FROM kept_sounds WHERE message = ?"  # noqa: S608 - ours
_MEASURED = """
SELECT c.id, m.id, sum(k.bytes), max(k.heard) FROM kept_sounds k
JOIN messages m ON m.n = k.message JOIN conversations c ON c.n = m.conversation GROUP BY k.message
"""
