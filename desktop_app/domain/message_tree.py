"""The shape of a conversation without its texts: which message hangs below which, and which of them are shown.

A question that was edited, or an answer that was asked for again, has siblings: other children of the same parent.
What is about to be deleted is hidden first, so that it can come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Siblings:
    """A message is version number ``index``, counted from 1 in the order in which they were made, of ``count``."""

    index: int
    count: int


class MessageTree:
    """``rows``: the id of each message and that of its parent, oldest first, so that parents come before children.

    Every question is answered as if hidden messages were not there. An id that is not there raises ``KeyError``.
    """

    def __init__(self, rows: Iterable[tuple[str, str | None]] = ()) -> None:
        self._parents: dict[str, str | None] = {}
        self._children: dict[str | None, list[str]] = {}
        self._ages: dict[str, int] = {}
        self._hidden: set[str] = set()
        for message_id, parent_id in rows:
            self.add(message_id, parent_id)

    def __contains__(self, message_id: object) -> bool:
        return message_id in self._parents and message_id not in self._hidden

    def __len__(self) -> int:
        return len(self._parents) - len(self._hidden)

    def add(self, message_id: str, parent_id: str | None) -> None:
        """The newest message. Raises ``KeyError`` where its parent is not there."""
        if parent_id is not None and parent_id not in self:
            raise KeyError(parent_id)
        self._ages[message_id] = len(self._ages)
        self._parents[message_id] = parent_id
        self._children.setdefault(parent_id, []).append(message_id)

    def path(self, message_id: str) -> list[str]:
        """From the root to this message."""
        self._need(message_id)
        found: list[str] = []
        walker: str | None = message_id
        while walker is not None:
            found.append(walker)
            walker = self._parents[walker]
        return found[::-1]

    def subtree(self, message_id: str) -> list[str]:
        """The message and all that hangs below it, parents before their children."""
        self._need(message_id)
        found = [message_id]
        for one in found:  # grows while it is walked
            found += self._shown(one)
        return found

    def newest_leaf(self, message_id: str) -> str:
        """Where one arrives who turns to this message: at the youngest of all that hangs below it, or at itself."""
        return max(self.subtree(message_id), key=self._ages.__getitem__)

    def siblings(self, message_id: str) -> Siblings:
        self._need(message_id)
        versions = self._shown(self._parents[message_id])
        return Siblings(versions.index(message_id) + 1, len(versions))

    def neighbour(self, message_id: str, step: int) -> str | None:
        """The sibling so many steps further on, 1: the next; None where there is none."""
        self._need(message_id)
        versions = self._shown(self._parents[message_id])
        place = versions.index(message_id) + step
        return versions[place] if 0 <= place < len(versions) else None

    def branches(self, path: Sequence[str]) -> dict[str, Siblings]:
        """Those messages of a path that have siblings."""
        forked = (one for one in path if len(self._children.get(self._parents[one], ())) > 1)
        places = {one: self.siblings(one) for one in forked}
        return {one: place for one, place in places.items() if place.count > 1}

    def hide(self, message_id: str) -> list[str]:
        """Takes the message away with all below it; what went, parents before their children."""
        gone = self.subtree(message_id)
        self._hidden.update(gone)
        return gone

    def reveal(self, message_ids: Iterable[str]) -> None:
        """What was hidden is there again; of what is not known, nothing."""
        self._hidden.difference_update(message_ids)

    def drop(self, message_ids: Iterable[str]) -> None:
        """What was hidden is gone for good; of what is not known, nothing."""
        for message_id in message_ids:
            if message_id in self._hidden:
                self._hidden.discard(message_id)
                self._children[self._parents.pop(message_id)].remove(message_id)

    def beside(self, message_id: str) -> str | None:
        """Where one arrives when this message goes: at the version before it, or behind it, else at its parent."""
        for step in (-1, 1):
            if (other := self.neighbour(message_id, step)) is not None:
                return self.newest_leaf(other)
        return self._parents[message_id]

    def _shown(self, parent_id: str | None) -> list[str]:
        return [one for one in self._children.get(parent_id, ()) if one not in self._hidden]

    def _need(self, message_id: str) -> None:
        if message_id not in self:
            raise KeyError(message_id)
