"""What was found and mended, cut into pieces small enough that nothing said meanwhile waits for their writing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.storage.salvage.staging import Staging

Columns = dict[str, Any]
"""A row as it was found; ``n`` and what points at rows are numbers of the damaged file."""

PartRows = Sequence[tuple[Columns, Columns | None]]
"""Parts, each with its blob."""

_MOST_MESSAGES = 200
_MOST_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class MessageRows:
    columns: Columns
    parent_id: str | None
    parts: PartRows
    turns: Sequence[Columns]

    @property
    def size(self) -> int:
        blobs = sum(len(blob["bytes"]) for _, blob in self.parts if blob is not None)
        return blobs + sum(len(part.get("text", "")) for part, _ in self.parts)


@dataclass(frozen=True, slots=True)
class DraftRows:
    columns: Columns
    parts: PartRows


@dataclass(frozen=True, slots=True)
class Piece:
    """A conversation, or a part of a large one; with the last part come its head and its draft."""

    conversation: Columns
    folder: Columns | None
    messages: Sequence[MessageRows]
    last: bool
    head_id: str | None = None
    draft: DraftRows | None = None


def pieces(staging: Staging, done: int) -> Iterator[Piece]:
    """From the newest conversation on, without the first ``done`` of them."""
    newest_first = "SELECT n FROM conversations ORDER BY updated DESC, n DESC LIMIT -1 OFFSET ?"
    for (conversation_n,) in staging.db.execute(newest_first, [done]).fetchall():
        yield from _pieces_of(staging, conversation_n)


def prompts(staging: Staging) -> list[Columns]:
    return [row for row in staging.rows("SELECT * FROM prompts WHERE whole") if "id" in row]


def draft_of_empty_page(staging: Staging) -> DraftRows | None:
    return _draft(staging, None)


def _pieces_of(staging: Staging, conversation_n: int) -> Iterator[Piece]:
    (conversation,) = staging.rows("SELECT * FROM conversations WHERE n = ?", [conversation_n])
    folder = _one(staging, "SELECT * FROM folders WHERE whole AND n = ?", conversation.get("folder"))
    messages: list[MessageRows] = []
    size = 0
    for message in _messages(staging, conversation_n):
        if messages and (len(messages) == _MOST_MESSAGES or size + message.size > _MOST_CHARACTERS):
            yield Piece(conversation, folder, messages, last=False)
            messages, size = [], 0
        messages.append(message)
        size += message.size
    head = _one(staging, "SELECT id FROM messages WHERE n = ?", conversation.get("head"))
    head_id = head["id"] if head else None
    yield Piece(conversation, folder, messages, last=True, head_id=head_id, draft=_draft(staging, conversation_n))


def _messages(staging: Staging, conversation_n: int) -> Iterator[MessageRows]:
    numbers = staging.db.execute("SELECT n FROM messages WHERE conversation = ? ORDER BY n", [conversation_n])
    for (n,) in numbers.fetchall():
        (columns,) = staging.rows("SELECT * FROM messages WHERE n = ?", [n])
        parent = _one(staging, "SELECT id FROM messages WHERE n = ?", columns.get("parent"))
        turns = [row for row in staging.rows("SELECT * FROM turns WHERE message = ? ORDER BY n", [n]) if "id" in row]
        parts = _parts(staging, "SELECT * FROM parts WHERE message = ? ORDER BY position, n", n)
        yield MessageRows(columns, parent["id"] if parent else None, parts, turns)


def _draft(staging: Staging, conversation_n: int | None) -> DraftRows | None:
    columns = next(staging.rows("SELECT * FROM drafts WHERE conversation IS ? AND whole", [conversation_n]), None)
    if columns is None:
        return None
    return DraftRows(
        columns, _parts(staging, "SELECT * FROM draft_parts WHERE draft = ? ORDER BY position, n", columns["n"])
    )


def _parts(staging: Staging, sql: str, owner_n: int) -> PartRows:
    """Each place once."""
    by_place = {row["position"]: _readable(row) for row in staging.rows(sql, [owner_n]) if "position" in row}
    return [(row, _one(staging, "SELECT * FROM blobs WHERE n = ?", row.get("blob"))) for row in by_place.values()]


def _readable(part: Columns) -> Columns:
    """Without data of which only a part is there: nobody could open a conversation that has it."""
    try:
        is_whole = isinstance(json.loads(part.get("data", "{}")), dict)
    except ValueError:
        is_whole = False
    return part if is_whole else {name: value for name, value in part.items() if name != "data"}


def _one(staging: Staging, sql: str, number: int | None) -> Columns | None:
    return next(staging.rows(sql, [number]), None) if number is not None else None
