"""The bytes of pictures, in the history's own file and apart from the parts that point at them.

In that file and not beside it: a conversation is deleted with its pictures in one transaction, a copy of the file is
whole, and what a full disk refuses is owed like all else. A picture has been made smaller before it comes here, so it
takes some hundred kB. It goes with the last part, of a message or of a draft, that points at it: triggers see to that.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.storage.history import History
from desktop_app.storage.tables import Database


class Pictures:
    """By the id that a part's data names as ``blob``."""

    def __init__(self, history: History) -> None:
        self._history = history

    async def keep(self, blob: str, content: bytes, conversation_id: str | None = None) -> None:
        """One that no draft or message points at when the program ends is gone at its next start.

        ``conversation_id``: where it will be sent, if that is a conversation already; it may be a temporary one.
        """
        await self._history.write(lambda db: _keep(db, blob, content), conversation_id)

    async def contents(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """Those of them that are there."""
        wanted = tuple(blobs)
        found = await self._history.read_everywhere(lambda db: _contents(db, wanted))
        return {blob: content for some in found for blob, content in some.items()}


def _keep(db: Database, blob: str, content: bytes) -> None:
    db.execute("INSERT OR IGNORE INTO blobs (id, bytes) VALUES (?, ?)", [blob, content])


def _contents(db: Database, blobs: tuple[str, ...]) -> dict[str, bytes]:
    rows = ((blob, db.execute("SELECT bytes FROM blobs WHERE id = ?", [blob]).fetchone()) for blob in blobs)
    return {blob: bytes(row[0]) for blob, row in rows if row is not None}
