"""The conversations as the side lists them: page by page, the newest first, or some by their ids.

What the list does not show is not read: the messages of a million rows stay where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.messages import Conversation
from desktop_app.storage.history import History
from desktop_app.storage.tables import Database, titled_by

Place = tuple[float, int]
"""Where a page ended: a moment, and the row's own number among those of the same moment."""

_MOST_AT_ONCE = 500


class Listing:
    """``Conversation.head_id`` is not among what is read."""

    def __init__(self, history: History) -> None:
        self._history = history

    async def arranged(self) -> list[Conversation]:
        """Those that are pinned or in a folder, however old they are."""
        return await self._history.read(_arranged)

    async def page(self, limit: int, after: Place | None = None) -> tuple[list[Conversation], Place | None]:
        """So many from behind ``after`` on, archived ones too; and where they end, None: there are no more."""
        return await self._history.read(lambda db: _page(db, limit, after))

    async def some(self, conversation_ids: Sequence[str]) -> list[Conversation]:
        """Those of them that there are, in no order."""
        return await self._history.read(lambda db: _some(db, conversation_ids))


_COLUMNS = "c.updated, c.n, c.id, c.title, c.created, c.titled_by, c.pinned, c.archived, f.id"
_FROM = "FROM conversations c LEFT JOIN folders f ON f.n = c.folder"
_NEWEST_FIRST = "ORDER BY c.updated DESC, c.n DESC"


def _arranged(db: Database) -> list[Conversation]:
    which = "WHERE c.folder IS NOT NULL OR c.pinned"
    return [_conversation(row) for row in db.execute(f"SELECT {_COLUMNS} {_FROM} {which}")]


def _page(db: Database, limit: int, after: Place | None) -> tuple[list[Conversation], Place | None]:
    behind = "" if after is None else "WHERE (c.updated, c.n) < (?, ?)"
    sql = f"SELECT {_COLUMNS} {_FROM} {behind} {_NEWEST_FIRST} LIMIT ?"
    rows = db.execute(sql, [*(after or ()), limit]).fetchall()
    end = (rows[-1][0], rows[-1][1]) if len(rows) == limit else None
    return [_conversation(row) for row in rows], end


def _some(db: Database, conversation_ids: Sequence[str]) -> list[Conversation]:
    found: list[Conversation] = []
    for start in range(0, len(conversation_ids), _MOST_AT_ONCE):
        few = conversation_ids[start : start + _MOST_AT_ONCE]
        holes = ", ".join("?" * len(few))
        rows = db.execute(f"SELECT {_COLUMNS} {_FROM} WHERE c.id IN ({holes})", few)
        found += [_conversation(row) for row in rows]
    return found


def _conversation(row: Sequence[Any]) -> Conversation:
    updated, _, conversation_id, title, created, by, pinned, archived, folder_id = row
    order = titled_by(by), bool(pinned), bool(archived), folder_id
    return Conversation(conversation_id, title, created, updated, None, *order)
