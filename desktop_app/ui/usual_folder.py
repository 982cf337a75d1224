"""Where a file dialog begins the first time: the person's folder for such files, or home where there is none.

Whether it is there is asked in a thread: a folder may lie on a disk that sleeps, or on a network that is gone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Qt, QTimer, Signal

_PATIENCE: Final = 500
"""Milliseconds after which a dialog begins at home."""


class UsualFolder(QObject):
    """Looked up from the moment that it is made."""

    _found = Signal(str)

    def __init__(self, parent: QObject, location: QStandardPaths.StandardLocation) -> None:
        super().__init__(parent)
        self._path = ""
        self._waiting: list[Callable[[str], None]] = []
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(lambda: self._tell(_home()))
        self._found.connect(self._take, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._look, args=(location,), name="usual folder", daemon=True).start()

    def then(self, do: Callable[[str], None]) -> None:
        """Calls ``do`` with its path: now where that is known, else soon."""
        if self._path:
            do(self._path)
            return
        self._waiting.append(do)
        if not self._patience.isActive():
            self._patience.start()

    def _look(self, location: QStandardPaths.StandardLocation) -> None:
        """In a thread."""
        path = QStandardPaths.writableLocation(location)
        found = path if Path(path).is_dir() else _home()
        try:
            self._found.emit(found)
        except RuntimeError:  # the window is gone
            return

    def _take(self, path: str) -> None:
        self._path = path
        self._tell(path)

    def _tell(self, path: str) -> None:
        self._patience.stop()
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do(path)


def _home() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
