"""How much room each message's sound takes, and when it was heard last: what the limit is kept by.

The table says it quickly, and until the folder has been looked through its word is enough to add something, but not to
let go of anything.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from desktop_app.storage.kept_sound.files import entries, folders
from desktop_app.storage.kept_sound.index import SoundIndex
from desktop_app.storage.kept_sound.rows import Place


class Sizes:
    """``folder``: of all kept sound. Nothing is read before it is wanted."""

    def __init__(self, folder: Path, index: SoundIndex) -> None:
        self._folder = folder
        self._index = index
        self._known: dict[Place, tuple[int, float]] | None = None
        self._may_ask = True
        self.measured = False
        """Whether it is the disk's word."""

    @property
    def used(self) -> int:
        """Bytes of everything."""
        return sum(size for size, _heard in self._all().values())

    def of(self, place: Place) -> int:
        return self._all().get(place, (0, 0.0))[0]

    def oldest_first(self) -> list[Place]:
        known = self._all()
        return sorted(known, key=lambda place: known[place][1])

    def note(self, place: Place, more: int) -> None:
        """The message was heard now, and takes so many bytes more."""
        if self._known is not None:  # else the table or the disk will tell
            self._known[place] = (max(0, self._known.get(place, (0, 0.0))[0] + more), time.time())

    def drop(self, place: Place) -> None:
        self._all().pop(place, None)

    def drop_conversation(self, conversation_id: str) -> None:
        for place in [place for place in self._all() if place[0] == conversation_id]:
            self.drop(place)

    def measure(self, place: Place) -> int:
        """Looks at one message."""
        size, _heard = self._all()[place] = self._measure(place)
        return size

    def measure_all(self) -> None:
        """Looks through the folder."""
        self._known = self._measure_all()
        self.measured = True

    def forget(self) -> None:
        """Somebody else has changed the folder, and the table may not know of it."""
        self._known = None
        self._may_ask = self.measured = False

    def places(self) -> Iterator[Place]:
        """The messages that have a folder."""
        for conversation in folders(self._folder):
            for message in folders(conversation):
                yield conversation.name, message.name

    def _all(self) -> dict[Place, tuple[int, float]]:
        if self._known is None:
            told = self._index.measured() if self._may_ask and self._index.settled else None
            self.measured = told is None
            self._known = dict(told) if told is not None else self._measure_all()
        return self._known

    def _measure_all(self) -> dict[Place, tuple[int, float]]:
        return {place: self._measure(place) for place in self.places()}

    def _measure(self, place: Place) -> tuple[int, float]:
        found = entries(self._folder / place[0] / place[1]).values()
        return sum(entry.size for entry in found), max((entry.heard for entry in found), default=0.0)
