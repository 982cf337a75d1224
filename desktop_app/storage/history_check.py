"""A large history looked through for damage, now and then, while nobody waits for it.

A start checks a small file as a whole; of a large one that would take seconds, and damage that nobody met yet would be
copied into every backup. It reads through a connection of its own, in SQLite's C code, and can be ended at any moment.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

from desktop_app.storage.history_trouble import Cut, is_damage


class HistoryCheck:
    """``told`` hears, on the check's own thread, of the damage, or None for none; nothing where it was ended."""

    def __init__(self, path: Path, told: Callable[[sqlite3.Error | None], object]) -> None:
        self._path = path
        self._told = told
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()

    def begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="history check", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Ends it and waits for that, which takes no time to speak of."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            damage = self._look()
        except sqlite3.Error:  # ended, or the file is locked or gone: that is noticed elsewhere
            return
        with contextlib.suppress(RuntimeError):  # the program ends
            self._told(damage)

    def _look(self) -> sqlite3.Error | None:
        uri = f"{self._path.absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True, isolation_level=None)) as reader:
            reader.set_progress_handler(lambda: int(self._stopping.is_set()), 100_000)
            try:
                answer = reader.execute("PRAGMA quick_check(1)").fetchone()[0]
            except sqlite3.Error as error:
                if is_damage(error):
                    return error
                raise
        return None if answer == "ok" else Cut(answer)
