"""The index of search kept true in the background: a little after each write, and what is missing, shard by shard.

It has a thread and connections of its own. The history's one writer is asked for nothing but to forget, now and then,
which changes have been taken in.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop_app.storage.search.index import (
    TROUBLE,
    Reader,
    SearchIndex,
    Stopped,
    identity,
    is_damage,
    open_reader,
    remove,
)
from desktop_app.storage.thread import JobThread

_log = logging.getLogger(__name__)

_SETTLE: Final = 0.7
"""Seconds after a write before the index looks at it: what is written together is taken in together."""
_PAUSE: Final = 0.02
_BREATH: Final = 0.004
"""Seconds between two batches of a shard: whatever a person does comes first."""
_AGAIN: Final = 20.0
"""Seconds after trouble with the disk; each time twice as many, up to ``_SELDOM``."""
_SELDOM: Final = 640.0


_LAST: Final = 2.0
"""Seconds at most, when the program ends, for changes that were not taken in yet."""


class SearchFollower:
    """``taken_in`` is told, on this thread, up to which change the index holds the history of which key."""

    def __init__(self, history: Path, index: Path, taken_in: Callable[[int, str], object]) -> None:
        self._paths = history, index
        self._taken_in = taken_in
        self._thread = JobThread("search index")
        self._index: SearchIndex | None = None
        self._history: Reader | None = None
        self._identity = (0, 0)
        self._due = threading.Lock()
        self._stopping = False
        self._again = _AGAIN
        self._hurry = False
        self.in_trouble = False
        """Whether the index could not be kept when that was tried last; may be asked on any thread."""

    def wake(self, after: float = _SETTLE) -> None:
        """Something may have changed; callable from any thread."""
        if not self._stopping and self._due.acquire(blocking=False):
            with contextlib.suppress(RuntimeError):  # it was stopped in the same moment
                self._thread.post(self._step, after=after)

    def catch_up(self) -> None:
        """Blocks until everything written so far is in the index. For benches and tests."""
        done = threading.Event()

        def job() -> None:
            self._hurry = True
            try:
                while self._work():
                    pass
            finally:
                self._hurry = False
                done.set()

        self._thread.post(job)
        done.wait()

    def close(self) -> None:
        """Blocks until it has ended; what was deleted has left the index by then."""
        self._stopping = True
        with contextlib.suppress(RuntimeError):
            self._thread.post(self._end)
        self._thread.stop()

    # On the thread

    def _step(self) -> None:
        self._due.release()
        try:
            more = self._work()
        except Stopped:
            return
        except TROUBLE as error:
            _log.warning("the index of search cannot be kept: %s", error)
            self._let_go(broken=is_damage(error))
            self.in_trouble = True
            self.wake(self._again)
            self._again = min(2 * self._again, _SELDOM)
            return
        self._again = _AGAIN
        self.in_trouble = False
        if more:
            self.wake(_PAUSE)

    def _work(self) -> bool:
        """One piece of it; False where nothing is left to do."""
        index, history = self._opened()
        if (upto := index.follow(history)) is not None:
            self._taken_in(upto, index.key)
        was_stale = index.is_stale
        if (upto := index.take_changes(history)) is not None:
            self._taken_in(upto, index.key)
            return True
        more = index.make_next(history)
        if was_stale and not index.is_stale:
            index.forget_log()
        return more

    def _opened(self) -> tuple[SearchIndex, Reader]:
        if self._history is None or self._identity != identity(self._paths[0]):
            self._let_go(broken=False)  # a history that was damaged has been set aside, and another begun
            self._identity = identity(self._paths[0])
            self._history = open_reader(self._paths[0])
        if self._index is None:
            self._index = SearchIndex(self._paths[1], self._goes_on)
        return self._index, self._history

    def _goes_on(self) -> bool:
        if not self._hurry:
            time.sleep(_BREATH)
        return not self._stopping

    def _end(self) -> None:
        """What was deleted goes now; what is missing, at the next start."""
        try:
            if self._paths[1].exists():
                index, history = self._opened()
                end = time.monotonic() + _LAST
                while (index.take_changes(history)) is not None and time.monotonic() < end:
                    pass
                index.drop_stale()
        except TROUBLE as error:
            _log.warning("the index of search was not brought up to date: %s", error)
        self._let_go(broken=False)

    def _let_go(self, *, broken: bool) -> None:
        for connection in (self._index, self._history):
            if connection is not None:
                connection.close()
        self._index = self._history = None
        if broken:
            with contextlib.suppress(OSError):
                remove(self._paths[1])
