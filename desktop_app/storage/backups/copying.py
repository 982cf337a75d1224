"""Whole conversations as rows, taken out of one database of ours and put into another.

Rows point at each other by numbers that mean nothing elsewhere, so what is taken names its neighbours by their ids:
the parent and the head by the message's, the folder by its own, a picture by that of its bytes. What is there already
is never touched, so the same may be put in as often as one likes. Rows of kept sound stay behind: its files, where they
come along, know what belongs in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain.messages import MessageState
from desktop_app.storage.tables import Database

Row = Mapping[str, Any]
"""A table's row by the names of its columns."""

PIECE = 100
"""Messages: so many are written in some 10 ms."""

_NUMBERS = {"n", "conversation", "message", "parent", "head", "folder", "draft", "blob"}
"""Columns that point at rows; what they point at is told by an id, or by the row's place."""


@dataclass(frozen=True, slots=True)
class MessageRows:
    """``parent_id`` None at the root. With each part the id of the bytes it points at, None where it has none."""

    row: Row
    parent_id: str | None
    parts: Sequence[tuple[Row, str | None]]
    turns: Sequence[Row]


@dataclass(frozen=True, slots=True)
class ConversationRows:
    """A conversation, or a piece of it: ``messages`` in the order in which they were made, parents before children.

    ``draft`` comes with the first piece; ``blobs`` are those that this piece points at.
    """

    row: Row
    head_id: str | None
    folder: Row | None
    messages: Sequence[MessageRows]
    draft: tuple[Row, Sequence[tuple[Row, str | None]]] | None = None
    blobs: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return str(self.row["id"])


def pieces_of(db: Database, conversation_id: str, size: int = PIECE) -> Iterator[ConversationRows]:
    """In pieces of so many messages, at least one; none where there is no conversation of that id."""
    found = _select(db, "conversations", "id = ?", conversation_id)
    if not found:
        return
    row = found[0]
    folder = _select(db, "folders", "n = ?", row["folder"]) if row["folder"] is not None else []
    head = db.execute("SELECT id FROM messages WHERE n = ?", [row["head"]]).fetchone()
    draft = _draft(db, row["n"])
    messages = _select(db, "messages", "conversation = ? ORDER BY n", row["n"])
    names = {message["n"]: str(message["id"]) for message in messages}
    for start in range(0, max(1, len(messages)), size):
        piece = [_message(db, one, names.get(one["parent"])) for one in messages[start : start + size]]
        pointing = [*(part for message in piece for part in message.parts), *(draft[1] if draft else ())]
        blobs = {blob: _bytes(db, blob) for _part, blob in pointing if blob is not None}
        yield ConversationRows(row, head[0] if head else None, folder[0] if folder else None, piece, draft, blobs)
        draft = None


def put_rows(db: Database, rows: ConversationRows, *, running: bool = False) -> int:
    """Adds what is not there yet, and tells how many messages that were; to be called in a transaction.

    A conversation that is there keeps its title, its head and its draft. What was streaming was interrupted, but where
    it is ``running`` and goes on. One that was imported from elsewhere, and is here under another id, is left out.
    """
    found = db.execute("SELECT n FROM conversations WHERE id = ?", [rows.id]).fetchone()
    if found is None and _is_here_by_origin(db, rows.row):
        return 0
    conversation_n = found[0] if found else _insert(db, "conversations", rows.row, folder=_folder(db, rows.folder))
    for blob, content in rows.blobs.items():
        db.execute("INSERT OR IGNORE INTO blobs (id, bytes) VALUES (?, ?)", [blob, content])
    added = sum(_put_message(db, conversation_n, message, running=running) for message in rows.messages)
    db.execute(  # its head comes with its piece; one that is there has its own
        "UPDATE conversations SET head = (SELECT n FROM messages WHERE id = ?) WHERE n = ? AND head IS NULL",
        [rows.head_id, conversation_n],
    )
    if found is None and rows.draft is not None:
        _put_draft(db, conversation_n, *rows.draft)
    return added


def _message(db: Database, row: Row, parent_id: str | None) -> MessageRows:
    parts = _with_blobs(db, _select(db, "parts", "message = ? ORDER BY position", row["n"]))
    return MessageRows(row, parent_id, parts, _select(db, "turns", "message = ? ORDER BY n", row["n"]))


def _draft(db: Database, conversation_n: int) -> tuple[Row, list[tuple[Row, str | None]]] | None:
    drafts = _select(db, "drafts", "conversation = ?", conversation_n)
    if not drafts:
        return None
    return drafts[0], _with_blobs(db, _select(db, "draft_parts", "draft = ? ORDER BY position", drafts[0]["n"]))


def _with_blobs(db: Database, parts: Sequence[Row]) -> list[tuple[Row, str | None]]:
    return [(part, None if part["blob"] is None else _blob_id(db, part["blob"])) for part in parts]


def _blob_id(db: Database, blob_n: int) -> str | None:
    row = db.execute("SELECT id FROM blobs WHERE n = ?", [blob_n]).fetchone()
    return str(row[0]) if row else None


def _bytes(db: Database, blob: str) -> bytes:
    return bytes(db.execute("SELECT bytes FROM blobs WHERE id = ?", [blob]).fetchone()[0])


def _is_here_by_origin(db: Database, row: Row) -> bool:
    origin = row["origin"]
    if origin is None:
        return False
    return db.execute("SELECT 1 FROM conversations WHERE origin = ?", [origin]).fetchone() is not None


def _folder(db: Database, folder: Row | None) -> int | None:
    if folder is None:
        return None
    found = db.execute("SELECT n FROM folders WHERE id = ?", [folder["id"]]).fetchone()
    return int(found[0]) if found else _insert(db, "folders", folder)


def _put_message(db: Database, conversation_n: int, message: MessageRows, *, running: bool) -> int:
    """1, or 0 where it is there."""
    if db.execute("SELECT 1 FROM messages WHERE id = ?", [message.row["id"]]).fetchone() is not None:
        return 0
    parent = db.execute("SELECT n FROM messages WHERE id = ?", [message.parent_id]).fetchone()
    if message.parent_id is not None and parent is None:  # it was deleted here: what stood below it went with it
        return 0
    row = message.row if running else _ended(message.row)
    message_n = _insert(db, "messages", row, conversation=conversation_n, parent=parent[0] if parent else None)
    for part, blob in message.parts:
        _insert(db, "parts", part, message=message_n, blob=_blob_n(db, blob))
    for turn in message.turns:
        _insert(db, "turns", turn if running else _ended(turn), message=message_n)
    return 1


def _put_draft(db: Database, conversation_n: int, draft: Row, parts: Sequence[tuple[Row, str | None]]) -> None:
    draft_n = _insert(db, "drafts", draft, conversation=conversation_n)
    for part, blob in parts:
        _insert(db, "draft_parts", part, draft=draft_n, blob=_blob_n(db, blob))


def _blob_n(db: Database, blob: str | None) -> int | None:
    row = db.execute("SELECT n FROM blobs WHERE id = ?", [blob]).fetchone()
    return int(row[0]) if row else None


def _ended(row: Row) -> Row:
    return row if row["state"] != MessageState.STREAMING else {**row, "state": MessageState.INTERRUPTED}


def _select(db: Database, table: str, where: str, value: object) -> list[Row]:
    names = _columns(db, table)
    rows = db.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {where}", [value])  # noqa: S608 - ours, all of it
    return [dict(zip(names, row, strict=True)) for row in rows]


def _insert(db: Database, table: str, row: Row, **numbers: int | None) -> int:
    """The number of the new row: that of ``row`` with what it points at here."""
    values = {name: value for name, value in row.items() if name not in _NUMBERS} | numbers
    holes = ", ".join("?" * len(values))
    statement = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({holes}) RETURNING n"  # noqa: S608 - ours, too
    return int(db.execute(statement, list(values.values())).fetchone()[0])


def _columns(db: Database, table: str) -> list[str]:
    return [str(row[1]) for row in db.execute(f"PRAGMA table_info({table})")]
