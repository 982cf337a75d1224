"""Brings what can be read of a damaged history into the new one, behind the window and while both are used.

```
history.db.bad-…  --scan-->  .staging  --mend-->  --pieces-->  history.db (on the history's thread, one by one)
   page by page,    all that    the tree put    the newest         told as they come; then the file is
   without SQLite   was found   right           conversation first     renamed to history.db.salvaged-…
```

It works on a thread of its own, rests as much as it works so that the window stays smooth, and can be killed at any
moment: a file that is still called *bad* is salvaged at the next start, from the piece on that came last.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.errors import HistoryMended
from desktop_app.storage import history_file
from desktop_app.storage.tables import Database

_log = logging.getLogger(__name__)

_AGAIN = 2.0  # seconds
_Write = Callable[[Database], object]


class _Ended(Exception):
    """The program ends, or cannot go on with it in this run."""


class Salvage:
    """``transact`` writes on the history's thread, False: not now. ``tell`` and ``grown`` are called on any thread.

    ``problem``: what is to be said at the start; None where there is nothing to be salvaged.
    """

    def __init__(
        self,
        path: Path,
        transact: Callable[[_Write], bool],
        tell: Callable[[HistoryMended], None],
        grown: Callable[[], None],
        ended: Callable[[], None],
    ) -> None:
        self.problem: HistoryMended | None = None
        self._path = path
        self._transact = transact
        self._tell = tell
        self._grown = grown
        self._ended = ended
        self._lock = threading.Lock()
        self._again = self._running = False
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def running(self) -> bool:
        with self._lock:
            return self._running

    def begin(self) -> None:
        """Looks for damaged files and begins with them, or with new ones behind those of now. Does not wait."""
        if not (files := history_file.waiting(self._path)):
            return
        self.problem = _mended(files[-1], going=True)
        with self._lock:
            self._again = True
            if self._running:
                return
            self._running = True
        self._thread = threading.Thread(target=self._run, name="salvage", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> None:
        if self._thread is not None:
            self._thread.join(seconds)

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    # On its thread

    def _run(self) -> None:
        try:
            while self._look_again():
                for kept in history_file.waiting(self._path):
                    self._salvage(kept)
        except BaseException as error:
            with self._lock:  # where it came to its end, the next one may have begun by now
                self._running = False
            if not isinstance(error, _Ended):
                raise
        finally:
            self._ended()

    def _look_again(self) -> bool:
        with self._lock:
            again, self._again = self._again, False
            self._running = again
        return again

    def _salvage(self, kept: Path) -> None:
        from desktop_app.storage.salvage.bringing import Bringing  # damage is rare: no start waits for this
        from desktop_app.storage.salvage.merging import forget_progress

        self._tell(_mended(kept, going=True))
        while True:
            try:
                progress = Bringing(kept, self._write, self._wait, self._grown).run()
                done = _renamed(kept)
                break
            except (sqlite3.Error, OSError) as error:  # of the scratch file: the disk is full, most likely
                _log.warning("the salvage of %s waits: %s", kept.name, error)
                self._wait(_AGAIN)
        self._write(lambda db: forget_progress(db, kept.name))
        _log.warning("%s conversations of %s were brought over", progress.conversations, done.name)
        self._grown()
        self._tell(_mended(done, progress.conversations, progress.messages, going=False))

    def _write(self, write: _Write) -> None:
        """As soon as the disk takes it."""
        try:
            while not self._transact(write):
                self._wait(_AGAIN)
        except RuntimeError as error:  # the history's thread has ended, or has logged what went wrong there
            raise _Ended from error

    def _wait(self, seconds: float) -> None:
        if self._stopping.wait(seconds):
            raise _Ended


def _renamed(kept: Path) -> Path:
    done = kept.with_name(kept.name.replace(f".{history_file.DAMAGED}-", f".{history_file.SALVAGED}-"))
    history_file.move(kept, done)
    return done


def _mended(kept: Path, conversations: int = 0, messages: int = 0, *, going: bool) -> HistoryMended:
    counted = f"{conversations} conversations with {messages} messages were brought over"
    words = "what can be read is being brought over" if going else counted
    sentence = f"The history is damaged and was set aside as {kept.name}; {words}."
    return HistoryMended(sentence, str(kept), conversations=conversations, messages=messages, going=going)
