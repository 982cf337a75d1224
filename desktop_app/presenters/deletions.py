"""What was deleted and can still be taken back: gone from the window, but for some seconds not from the disk.

A program that dies meanwhile has deleted nothing; one that is closed in order has.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Deleted, UndoView
from desktop_app.storage.branches import Branches

UNDO_SECONDS = 8.0
FOR_GOOD = "delete for good"
"""The name of the tasks that wait for it."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """``message_ids``: the deleted message and all below it. ``end_id`` was the end of the path that was shown."""

    conversation_id: str
    message_ids: Sequence[str]
    end_id: str


@dataclass(frozen=True, slots=True, eq=False)
class Removal:
    """The deletion of something else than messages.

    ``take_back`` shows it again, ``for_good`` takes it off the disk; one of the two is called, once.
    """

    what: Deleted
    count: int
    take_back: Callable[[], object]
    for_good: Callable[[], Awaitable[object]]


class Deletions:
    """The newest is taken back first. ``view`` is asked for when there is something to offer."""

    def __init__(self, view: Callable[[], UndoView], branches: Branches, tasks: Tasks) -> None:
        self._view = view
        self._branches = branches
        self._tasks = tasks
        self._waiting: list[Deletion | Removal] = []
        self._going: list[Deletion | Removal] = []
        self.on_gone: Callable[[Deletion], None] = lambda _deletion: None
        """Called when messages are to go for good."""

    @property
    def hidden(self) -> Sequence[str]:
        """The message at the top of each deletion whose messages may still be on the disk."""
        return [one.message_ids[0] for one in (*self._waiting, *self._going) if isinstance(one, Deletion)]

    def add(self, deletion: Deletion | Removal) -> None:
        self._waiting.append(deletion)
        self._offer(deletion)
        self._tasks.start(FOR_GOOD, self._wait(deletion))

    def take_back(self) -> Deletion | None:
        """The newest that can be taken back did not happen; where it was one of messages, the caller shows them."""
        if not self._waiting:
            return None
        deletion = self._waiting.pop()
        self._offer_next()
        if isinstance(deletion, Deletion):
            return deletion
        deletion.take_back()
        return None

    def forget(self, conversation_id: str) -> None:
        """A conversation is gone as a whole: nothing of it can be taken back, and nothing is left to delete."""
        kept = [one for one in self._waiting if not isinstance(one, Deletion) or one.conversation_id != conversation_id]
        if len(kept) < len(self._waiting):
            self._waiting = kept
            self._offer_next()

    async def close(self) -> None:
        """What waits is deleted now."""
        while self._waiting:
            await self._delete(self._waiting[0])

    async def _wait(self, deletion: Deletion | Removal) -> None:
        await asyncio.sleep(UNDO_SECONDS)
        if deletion in self._waiting:
            await self._delete(deletion)

    async def _delete(self, deletion: Deletion | Removal) -> None:
        self._waiting.remove(deletion)
        self._going.append(deletion)
        self._offer_next()
        if isinstance(deletion, Removal):
            await deletion.for_good()
        else:
            self.on_gone(deletion)
            await self._branches.delete(deletion.message_ids[0])
        self._going.remove(deletion)

    def _offer_next(self) -> None:
        if self._waiting:
            self._offer(self._waiting[-1])
        else:
            self._view().clear_undo()

    def _offer(self, deletion: Deletion | Removal) -> None:
        if isinstance(deletion, Removal):
            self._view().offer_undo(deletion.count, deletion.what)
        else:
            self._view().offer_undo(len(deletion.message_ids))
