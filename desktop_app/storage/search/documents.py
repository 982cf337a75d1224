"""What search reads of the history: the texts that are found, what has changed, and what a list of results shows.

A document is a message or the title of a conversation. Both have one number: a message its own, a title that of its
conversation below zero. All of it reads through a connection of search's own, so that nobody waits for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final, NamedTuple

from desktop_app.domain.messages import MessageState, PartKind, Role
from desktop_app.domain.search import Has
from desktop_app.storage.tables import Database

KEY: Final = "search_key"
"""In ``app_state``: by which an index knows that it is of this history."""

_CODE: Final = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_LINK: Final = re.compile(r"https?://", re.IGNORECASE)
_SENDERS: Final = {Role.USER.value: 0, Role.ASSISTANT.value: 16}

FROM_MODEL: Final = 16
"""Among a document's flags, beside those of ``Has``: an answer."""


class Document(NamedTuple):
    """``flags``: of ``Has``, and ``FROM_MODEL``; ``created`` in seconds since 1970."""

    number: int
    conversation: int
    created: int
    flags: int
    model: str
    text: str


class Change(NamedTuple):
    """Of the document ``number`` something may be another since; ``seq`` counts up."""

    seq: int
    number: int


class MessageRow(NamedTuple):
    """What a list of results shows of a message."""

    number: int
    id: str
    conversation_id: str
    title: str
    archived: bool
    role: Role
    model: str
    created: float
    text: str


class TitleRow(NamedTuple):
    number: int
    conversation_id: str
    title: str
    archived: bool
    updated: float


def history_key(db: Database) -> str:
    row = db.execute("SELECT value FROM app_state WHERE name = ?", [KEY]).fetchone()
    return str(row[0]) if row else ""


def last_seq(db: Database) -> int:
    """How many changes there have ever been."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'search_changes'").fetchone()
    return int(row[0]) if row else 0


def changes(db: Database, after: int, most: int) -> list[Change]:
    rows = db.execute("SELECT seq, number FROM search_changes WHERE seq > ? ORDER BY seq LIMIT ?", [after, most])
    return [Change(*row) for row in rows]


def first_change(db: Database) -> int | None:
    """The oldest that is noted."""
    row = db.execute("SELECT min(seq) FROM search_changes").fetchone()
    return None if row[0] is None else int(row[0])


def forget_changes(db: Database, upto: int, key: str) -> None:
    """They are in the index; to be called on the history's own thread. ``key``: of the history that they are of."""
    if history_key(db) == key:  # another one may have taken its place, as a backup does, and counts anew
        db.execute("DELETE FROM search_changes WHERE seq <= ?", [upto])


def span_of_numbers(db: Database) -> tuple[int, int]:
    """The lowest and the highest number that a document has."""
    titles = db.execute("SELECT max(n) FROM conversations").fetchone()[0] or 0
    messages = db.execute("SELECT max(n) FROM messages").fetchone()[0] or 0
    return -int(titles), int(messages)


def documents(db: Database, first: int, last: int) -> list[Document]:
    """Those with numbers from ``first`` to ``last``, in order; what still streams is none yet."""
    if last < 0:
        rows = db.execute(_TITLES, [-last, -first]).fetchall()
        return [Document(-n, n, int(updated), 0, "", title) for n, title, updated in reversed(rows)]
    messages = groupby(db.execute(_MESSAGES, [first, last, MessageState.STREAMING]), itemgetter(0))
    return [document for _, rows in messages if (document := _message(list(rows))) is not None]


def numbered(db: Database, numbers: Sequence[int]) -> list[Document]:
    """Those of these numbers that there are."""
    return [document for number in numbers for document in documents(db, number, number)]


def message_rows(db: Database, numbers: Sequence[int]) -> list[MessageRow]:
    """In the order of the numbers; what is not there any more is left out."""
    asked = [json.dumps(numbers)]
    texts = {
        number: _text((kind, text, data) for _, kind, text, data in rows)
        for number, rows in groupby(db.execute(_TEXTS, asked), itemgetter(0))
    }
    found = {row[0]: row for row in db.execute(_SHOWN, asked)}
    return [_message_row(found[number], texts.get(number, "")) for number in numbers if number in found]


def title_rows(db: Database, numbers: Iterable[int]) -> list[TitleRow]:
    asked = [json.dumps([-number for number in numbers])]
    rows = db.execute(_SHOWN_TITLES, asked)
    return [TitleRow(-n, id_, title, bool(archived), updated) for n, id_, title, archived, updated in rows]


def folders(db: Database) -> list[tuple[int, str]]:
    """Their numbers and names."""
    return [(int(n), str(name)) for n, name in db.execute("SELECT n, name FROM folders")]


def conversations_in(db: Database, folder_numbers: Sequence[int]) -> list[int]:
    asked = [json.dumps(folder_numbers)]
    return [int(n) for (n,) in db.execute(_IN_FOLDERS, asked)]


def _message(rows: Sequence[Sequence[Any]]) -> Document | None:
    number, conversation, role, created, model, *_ = rows[0]
    if role not in _SENDERS:  # a tool's words go to the model
        return None
    flags = _SENDERS[role]
    parts: list[Any] = [row[5:] for row in rows if row[5] is not None]
    for kind, text, _data in parts:
        flags |= _flags(kind, text)
    return Document(number, conversation, int(created), int(flags), model, _text(parts))


def _flags(kind: str, text: str) -> int:
    if kind == PartKind.IMAGE:
        return Has.IMAGE
    if kind == PartKind.FILE:
        return Has.FILE
    if kind != PartKind.TEXT:
        return 0
    return (Has.CODE if _CODE.search(text) else 0) | (Has.LINK if _LINK.search(text) else 0)


def _text(parts: Iterable[tuple[str, str, str | None]]) -> str:
    """What is found of a message: what one reads, and the names and words of what was sent along."""
    return "\n\n".join(_shown(parts))


def _shown(parts: Iterable[tuple[str, str, str | None]]) -> Iterator[str]:
    attached = []
    for kind, text, data in parts:
        if kind == PartKind.TEXT:
            yield text
        elif kind in {PartKind.IMAGE, PartKind.FILE}:
            attached.append((str(json.loads(data).get("name", "")) if data else "", text))
    for name, text in attached:
        yield name
        if text:
            yield text


def _message_row(row: Sequence[Any], text: str) -> MessageRow:
    number, message_id, conversation_id, title, archived, role, model, created = row
    return MessageRow(number, message_id, conversation_id, title, bool(archived), Role(role), model, created, text)


_TITLES: Final = "SELECT n, title, updated FROM conversations WHERE n BETWEEN ? AND ? ORDER BY n"

_MESSAGES: Final = """
SELECT m.n, m.conversation, m.role, m.created, m.model, p.kind, p.text, p.data
FROM messages m LEFT JOIN parts p ON p.message = m.n
WHERE m.n BETWEEN ? AND ? AND m.state <> ? ORDER BY m.n, p.position
"""

_TEXTS: Final = """
SELECT message, kind, text, data FROM parts
WHERE message IN (SELECT value FROM json_each(?)) ORDER BY message, position
"""

_SHOWN: Final = """
SELECT m.n, m.id, c.id, c.title, c.archived, m.role, m.model, m.created
FROM messages m JOIN conversations c ON c.n = m.conversation
WHERE m.n IN (SELECT value FROM json_each(?))
"""

_SHOWN_TITLES: Final = """
SELECT n, id, title, archived, updated FROM conversations
WHERE n IN (SELECT value FROM json_each(?)) ORDER BY updated DESC
"""

_IN_FOLDERS: Final = "SELECT n FROM conversations WHERE folder IN (SELECT value FROM json_each(?))"
