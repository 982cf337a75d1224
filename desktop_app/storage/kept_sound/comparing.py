"""Files and rows of kept sound brought together, and what outlives its message removed.

Files of a message that the history does not know may be all that is left of it, or be waited for by a history that is
still being salvaged. So they stay for some weeks, but for those of messages that this very history has deleted: it
notes these itself, with the deletion (``messages_leave_sound`` among the migrations).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from desktop_app.storage.kept_sound import rows
from desktop_app.storage.kept_sound.index import SoundIndex
from desktop_app.storage.kept_sound.reading import phrases_in
from desktop_app.storage.kept_sound.rows import DELETED, Place
from desktop_app.storage.kept_sound.sizes import Sizes

_STRAYS_STAY: Final = 30 * 86_400.0
"""Seconds: as long as the copies of a damaged history, out of which their messages may yet come back."""


class Comparing:
    """``forget`` removes the sound of a message."""

    def __init__(self, folder: Path, index: SoundIndex, sizes: Sizes, forget: Callable[[Place], object]) -> None:
        self._folder = folder
        self._index = index
        self._sizes = sizes
        self._forget = forget

    def steps(self, now: float) -> Iterator[None]:
        """Makes the table agree with the files, a message with each step; others may work between two steps."""
        strays, listed = self._index.strays() or {}, self._index.measured()
        seen: set[Place] = set()
        for place in self._sizes.places():
            seen.add(place)
            phrases_in(self._path(place), place[1], self._index)
            if not self._sizes.measure(place):
                self._forget(place)
            elif listed is not None:
                known = True if place in listed else self._index.known(place[1])
                self._judge(place, strays.get(place[1]), now, known=known)
            yield
        for place in {*self._sizes.oldest_first(), *(listed or ())} - seen:
            if not self._path(place).exists():
                self._sizes.drop(place)
                self._index.note(rows.all_dropped(place[1]))
        self._index_forgets(strays.keys() - {place[1] for place in seen})

    def sweep(self) -> None:
        """What is left of messages that the history has deleted goes now."""
        deleted = {message_id for message_id, since in (self._index.strays() or {}).items() if since == DELETED}
        there = [place for place in self._sizes.places() if place[1] in deleted] if deleted else []
        left = {place[1] for place in there if not self._settle(place, known=self._index.known(place[1]))}
        self._index_forgets(deleted - left)

    def _path(self, place: Place) -> Path:
        return self._folder / place[0] / place[1]

    def _judge(self, place: Place, since: float | None, now: float, *, known: bool | None) -> None:
        """Whether the sound may stay of a message that is ``known``, or a stray ``since`` then."""
        if known is False and since is None:
            self._index.note(rows.stray(place[1], now))
        elif since is not None and (known or now - since > _STRAYS_STAY) and self._settle(place, known=known):
            self._index_forgets({place[1]})

    def _settle(self, place: Place, *, known: bool | None) -> bool:
        """Whether it is no stray any more: its message came back, or its files are gone now."""
        if known is False:
            self._forget(place)
        return bool(known) or (known is False and not self._path(place).exists())

    def _index_forgets(self, message_ids: set[str]) -> None:
        for message_id in message_ids:
            self._index.note(rows.no_stray(message_id))
