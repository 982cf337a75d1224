"""Pieces of a damaged history written into the one that took its place.

Rows are known again by their ids: what is there already stays as it is, so a piece may be brought twice. How far it
has come is written in the same transaction, so that what was brought over and then deleted does not come again.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from desktop_app.storage.salvage.pieces import Columns, DraftRows, MessageRows, PartRows, Piece
from desktop_app.storage.tables import Database, number, set_state_value, state_value


@dataclass(slots=True)
class Progress:
    """``done`` conversations of the file were brought, in the order of ``pieces``; the rest counts what was new."""

    done: int = 0
    conversations: int = 0
    messages: int = 0


def load_progress(db: Database, name: str) -> Progress:
    """``name``: of the damaged file."""
    try:
        return Progress(**json.loads(state_value(db, _key(name)) or "{}"))
    except (ValueError, TypeError):
        return Progress()


def keep_progress(db: Database, name: str, progress: Progress) -> None:
    set_state_value(db, _key(name), json.dumps(asdict(progress)))


def forget_progress(db: Database, name: str) -> None:
    db.execute("DELETE FROM app_state WHERE name = ?", [_key(name)])


def bring(db: Database, piece: Piece, progress: Progress) -> None:
    """Writes a piece and counts it."""
    columns = dict(piece.conversation)
    columns.pop("head", None)
    columns.pop("folder", None)
    if piece.folder is not None:
        _insert(db, "folders", piece.folder)
        columns["folder"] = number(db, "folders", piece.folder["id"])
    progress.conversations += _insert(db, "conversations", columns)
    row = db.execute("SELECT n FROM conversations WHERE id = ?", [columns["id"]]).fetchone()
    if row is None:  # it was imported anew meanwhile, under another id
        progress.done += piece.last
        return
    for message in piece.messages:
        progress.messages += _bring_message(db, row[0], message)
    if piece.head_id is not None:
        db.execute(_SET_HEAD, [piece.head_id, row[0]])
    if piece.draft is not None:
        _bring_draft(db, row[0], piece.draft)
    progress.done += piece.last


def bring_rest(db: Database, prompts: Sequence[Columns], draft: DraftRows | None) -> None:
    """What belongs to no conversation; ``draft`` is the empty page's."""
    for prompt in prompts:
        _insert(db, "prompts", prompt)
    if draft is not None:
        _bring_draft(db, None, draft)


_SET_HEAD = """
UPDATE conversations SET head = (SELECT n FROM messages WHERE id = ? AND conversation = conversations.n)
WHERE n = ? AND head IS NULL
"""


def _key(name: str) -> str:
    return f"salvage of {name}"


def _bring_message(db: Database, conversation_n: int, message: MessageRows) -> bool:
    parent = db.execute("SELECT n FROM messages WHERE id = ?", [message.parent_id]).fetchone()
    columns = {**message.columns, "conversation": conversation_n, "parent": parent[0] if parent else None}
    if not _insert(db, "messages", columns):
        return False
    message_n = number(db, "messages", columns["id"])
    _bring_parts(db, "parts", "message", message_n, message.parts)
    for turn in message.turns:
        _insert(db, "turns", {**turn, "message": message_n})
    return True


def _bring_draft(db: Database, conversation_n: int | None, draft: DraftRows) -> None:
    """Unless something is being written there now."""
    if db.execute("SELECT 1 FROM drafts WHERE conversation IS ?", [conversation_n]).fetchone() is not None:
        return
    _insert(db, "drafts", {**draft.columns, "conversation": conversation_n})
    draft_n = db.execute("SELECT n FROM drafts WHERE conversation IS ?", [conversation_n]).fetchone()[0]
    _bring_parts(db, "draft_parts", "draft", draft_n, draft.parts)


def _bring_parts(db: Database, table: str, owner: str, owner_n: int, parts: PartRows) -> None:
    for columns, blob in parts:
        row = {**columns, owner: owner_n, "blob": None}
        if blob is not None:
            _insert(db, "blobs", blob)
            row["blob"] = number(db, "blobs", blob["id"])
        _insert(db, table, row)


def _insert(db: Database, table: str, columns: Columns) -> bool:
    """Whether it was not there before. It gets a number of its own, and what it does not say the table's defaults."""
    values = {name: value for name, value in columns.items() if name not in {"n", "whole"} and value is not None}
    marks = ", ".join("?" * len(values))
    row = db.execute(
        f"INSERT OR IGNORE INTO {table} ({', '.join(values)}) VALUES ({marks}) RETURNING n",  # noqa: S608 - ours
        list(values.values()),
    ).fetchone()
    return row is not None
