"""Conversations that are old enough to go, as the settings have it; and everything at once, where a person wants that.

The age of a conversation is that of its newest message.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from desktop_app.storage.backups import snapshot
from desktop_app.storage.history import History
from desktop_app.storage.tables import Database

_DAY = 86_400.0
_AT_A_TIME = 10
"""Conversations in one transaction: others write between two."""


@dataclass(frozen=True, slots=True)
class Due:
    """``ids`` of the conversations that are due, the oldest first; so many of them are in the archive."""

    ids: tuple[str, ...] = ()
    archived: int = 0


class Retention:
    """``spare_sorted``: what is pinned or in a folder stays, however old it is."""

    def __init__(self, history: History) -> None:
        self._history = history

    async def due(self, now: float, days: int, *, spare_sorted: bool) -> Due:
        return await self._history.read(lambda db: _due(db, now - days * _DAY, spare_sorted=spare_sorted))

    async def delete(self, ids: Collection[str], unused_since: float = math.inf) -> None:
        """For good; but for those in which somebody wrote again while others went."""
        waiting = list(ids)
        while waiting:
            some, waiting = waiting[:_AT_A_TIME], waiting[_AT_A_TIME:]
            await self._history.write(lambda db, some=some: _delete(db, some, unused_since))  # type: ignore[misc]
        await self._history.forget_log()

    async def count(self) -> int:
        """Of all conversations."""
        return int(await self._history.read(lambda db: db.execute("SELECT count(*) FROM conversations").fetchone()[0]))

    async def delete_everything(self) -> None:
        """Conversations, drafts and folders; saved prompts stay. Raises StorageError where the disk refuses it."""
        await self._history.rewrite(snapshot.empty)


def _due(db: Database, before: float, *, spare_sorted: bool) -> Due:
    sparing = " AND NOT pinned AND folder IS NULL" if spare_sorted else ""
    sql = f"SELECT id, archived FROM conversations WHERE updated < ?{sparing} ORDER BY updated"  # noqa: S608 - ours
    rows = db.execute(sql, [before]).fetchall()
    return Due(tuple(str(row[0]) for row in rows), sum(1 for row in rows if row[1]))


def _delete(db: Database, ids: Collection[str], unused_since: float) -> None:
    for conversation_id in ids:
        db.execute("DELETE FROM conversations WHERE id = ? AND updated < ?", [conversation_id, unused_since])
