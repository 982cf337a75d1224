"""What happened and when, one JSON object a line in ``events.jsonl``: for measurements and for the curious.

An event tells figures and short names. Text of the user's or the model's stays out unless the log level is debug: its
length is told instead.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import re
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from desktop_app.observe.log import scrub

_log = logging.getLogger(__name__)

FILE_NAME = "events.jsonl"
_SIZE = 5_000_000  # bytes
_NAME = re.compile(r"[^\s\x00-\x1f]{0,100}\Z")
_NAMES_WITH_BLANKS = {"device", "voice", "model", "server"}  # fields whose text is neither the user's nor the model's

Field = str | int | float | bool | None


class EventLog:
    """``emit`` never waits: a thread of its own writes. Call ``close`` at the end.

    When the file has reached ``max_bytes`` it becomes ``events.jsonl.1`` and a new one begins. ``clock`` gives seconds
    of no particular beginning, ``wall`` the time of day.
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
        debug: bool = False,
        max_bytes: int = _SIZE,
    ) -> None:
        self._path = path
        self._clock = clock
        self._wall = wall
        self._debug = debug
        self._max_bytes = max_bytes
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def emit(self, name: str, turn: str = "", *, moment: float | None = None, **fields: Field) -> None:
        """Notes an event; ``moment`` is when it was on the clock, where that is not now."""
        event: dict[str, Field] = {
            "t": round(self._clock() if moment is None else moment, 6),
            "wall": self._wall().isoformat(timespec="milliseconds"),
            "event": name,
            "turn": turn,
        }
        for key, value in fields.items():
            self._add(event, key, value)
        self._lines.put(json.dumps(event) + "\n")
        with self._starting:
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_all, name="events", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Writes what is left. An event that comes later begins the writing anew."""
        if self._thread is not None:
            self._lines.put(None)
            self._thread.join()
            self._thread = None

    def _add(self, event: dict[str, Field], key: str, value: Field) -> None:
        """A name or a figure as it is, text only for debugging; a key never."""
        if not isinstance(value, str):
            event[key] = round(value, 6) if isinstance(value, float) else value
        elif self._debug or key in _NAMES_WITH_BLANKS or _NAME.match(value):
            event[key] = scrub(value)
        else:
            event[f"{key}_length"] = len(value)

    # On the thread

    def _write_all(self) -> None:
        failed = False
        while (line := self._lines.get()) is not None:
            try:
                self._write(line)
            except OSError as error:
                if not failed:
                    _log.warning("events cannot be written: %s", error)
                failed = True

    def _write(self, first: str) -> None:
        """Writes the line and those that wait behind it, opening the file once for all of them."""
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._open() as file:
            file.write(first)
            for _ in range(self._lines.qsize()):
                line = self._lines.get()
                if line is None:
                    self._lines.put(None)  # for the loop, which ends with it
                    break
                file.write(line)
            size = file.tell()
        if size >= self._max_bytes:
            self._path.replace(self._path.with_name(f"{self._path.name}.1"))

    def _open(self) -> TextIO:
        return open(  # Path.open takes no opener
            self._path, "a", encoding="utf-8", opener=lambda name, flags: os.open(name, flags, 0o600)
        )
