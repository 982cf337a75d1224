"""How much is read in one frame: as much as it can bear, learnt from the frames before."""

from __future__ import annotations

from desktop_app.ui.transcript.page.entries import Entries
from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.work import own_time

_GOAL = 0.005
"""Seconds one frame's reading should take."""
_LEAST, _MOST = 400, 4000
_AGAIN = 8
"""An open end that grows by a smaller part than this costs as much as one that grows by it."""
_STEP = 1.25
"""How much a portion changes at once: one frame that cost more than its like changes little."""


class Portions:
    """Reads what waits: a portion of each message that streams, as much of others as there is time for."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self.portion = 1000

    def work(self) -> None:
        """One frame's reading."""
        began = own_time()
        waiting = list(self._entries.being_read.values())
        for entry in waiting:
            if entry.live:
                self._read(entry)
        for entry in waiting:
            while not entry.live and own_time() - began < _GOAL and self._entries.read(entry):
                pass

    def _read(self, entry: Entry) -> None:
        began, length = own_time(), entry.size - entry.fed
        portion = self._portion_of(entry)
        self._entries.read(entry, portion)
        self._learn(min(length, portion), own_time() - began)

    def _portion_of(self, entry: Entry) -> int:
        """What a frame can bear; more where the open end is so long that it is read again only in such steps."""
        stream = entry.stream
        again = 0 if stream is None or stream.in_fence else len(stream.tail) // _AGAIN
        return max(self.portion, again)

    def _learn(self, length: int, seconds: float) -> None:
        if seconds > _GOAL:
            self.portion = max(round(self.portion / _STEP), _LEAST)
        elif length >= self.portion:
            self.portion = min(round(self.portion * _STEP), _MOST)
