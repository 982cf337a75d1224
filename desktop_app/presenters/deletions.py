"""Messages that were deleted and can still be taken back: gone from the page, but for some seconds not from the disk.

A program that dies meanwhile has deleted nothing; one that is closed in order has.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import UndoView
from desktop_app.storage.branches import Branches

UNDO_SECONDS = 8.0


@dataclass(frozen=True, slots=True)
class Deletion:
    """``message_ids``: the deleted message and all below it. ``end_id`` was the end of the path that was shown."""

    conversation_id: str
    message_ids: Sequence[str]
    end_id: str


class Deletions:
    """The newest is taken back first. ``view`` is asked for when there is something to offer."""

    def __init__(self, view: Callable[[], UndoView], branches: Branches, tasks: Tasks) -> None:
        self._view = view
        self._branches = branches
        self._tasks = tasks
        self._waiting: list[Deletion] = []
        self._going: list[Deletion] = []
        self.on_gone: Callable[[Deletion], None] = lambda _deletion: None
        """Called when messages are to go for good."""

    @property
    def hidden(self) -> Sequence[str]:
        """The message at the top of each deletion whose messages may still be on the disk."""
        return [deletion.message_ids[0] for deletion in (*self._waiting, *self._going)]

    def add(self, deletion: Deletion) -> None:
        self._waiting.append(deletion)
        self._view().offer_undo(len(deletion.message_ids))
        self._tasks.start("delete messages for good", self._wait(deletion))

    def take_back(self) -> Deletion | None:
        """The newest that can be taken back; from now on it did not happen."""
        if not self._waiting:
            return None
        deletion = self._waiting.pop()
        self._offer_next()
        return deletion

    def forget(self, conversation_id: str) -> None:
        """A conversation is deleted as a whole: nothing of it can be taken back, and nothing is left to delete."""
        kept = [deletion for deletion in self._waiting if deletion.conversation_id != conversation_id]
        if len(kept) < len(self._waiting):
            self._waiting = kept
            self._offer_next()

    async def close(self) -> None:
        """What waits is deleted now."""
        for deletion in tuple(self._waiting):
            await self._delete(deletion)

    async def _wait(self, deletion: Deletion) -> None:
        await asyncio.sleep(UNDO_SECONDS)
        if deletion in self._waiting:
            await self._delete(deletion)

    async def _delete(self, deletion: Deletion) -> None:
        self._waiting.remove(deletion)
        self._going.append(deletion)
        self._offer_next()
        self.on_gone(deletion)
        await self._branches.delete(deletion.message_ids[0])
        self._going.remove(deletion)

    def _offer_next(self) -> None:
        if self._waiting:
            self._view().offer_undo(len(self._waiting[-1].message_ids))
        else:
            self._view().clear_undo()
