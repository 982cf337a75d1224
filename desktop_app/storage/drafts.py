"""Drafts in the history's file: one for each conversation, and one for the page that is none yet."""

from __future__ import annotations

import time

from desktop_app.domain.drafts import Draft
from desktop_app.storage.history import History
from desktop_app.storage.tables import Database, number, part_of, part_row, storable


class Drafts:
    """``conversation_id`` None: the page on which nothing was asked yet. A deleted conversation takes its draft along.

    What comes for a conversation that is gone is dropped.
    """

    def __init__(self, history: History) -> None:
        self._history = history

    async def get(self, conversation_id: str | None) -> Draft:
        return await self._history.read(lambda db: _get(db, conversation_id), conversation_id)

    async def keep(self, conversation_id: str | None, draft: Draft) -> None:
        """An empty one is removed."""
        moment = time.time()
        await self._history.write(lambda db: _keep(db, conversation_id, draft, moment), conversation_id)


def draft_at(db: Database, conversation_n: int | None) -> Draft:
    """By the conversation's number, None: of the page that is none yet; empty where there is none."""
    row = db.execute("SELECT n, text FROM drafts WHERE conversation IS ?", [conversation_n]).fetchone()
    if row is None:
        return Draft()
    draft_n, text = row
    parts = db.execute("SELECT kind, text, data FROM draft_parts WHERE draft = ? ORDER BY position", [draft_n])
    return Draft(text, tuple(part_of(*part) for part in parts))


def _get(db: Database, conversation_id: str | None) -> Draft:
    try:
        return draft_at(db, None if conversation_id is None else number(db, "conversations", conversation_id))
    except LookupError:
        return Draft()


def _keep(db: Database, conversation_id: str | None, draft: Draft, moment: float) -> None:
    try:
        conversation_n = None if conversation_id is None else number(db, "conversations", conversation_id)
    except LookupError:
        return
    old = db.execute("SELECT n FROM drafts WHERE conversation IS ?", [conversation_n]).fetchone()
    new_n = _add(db, draft, moment) if draft else None
    if old is not None:  # behind the new one: pictures that both point at stay
        db.execute("DELETE FROM drafts WHERE n = ?", old)
    if new_n is not None:
        db.execute("UPDATE drafts SET conversation = ? WHERE n = ?", [conversation_n, new_n])


def _add(db: Database, draft: Draft, moment: float) -> int:
    """Its number; it belongs to no conversation yet."""
    row = db.execute(
        "INSERT INTO drafts (conversation, text, changed) VALUES (NULL, ?, ?) RETURNING n",
        [storable(draft.text), moment],
    ).fetchone()
    for position, part in enumerate(draft.parts):
        db.execute(
            "INSERT INTO draft_parts (draft, position, kind, text, data, blob)"
            " VALUES (?, ?, ?, ?, ?, (SELECT n FROM blobs WHERE id = ?))",
            [row[0], position, *part_row(part)],
        )
    return int(row[0])
