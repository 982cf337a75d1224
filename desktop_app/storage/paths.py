"""Where a profile's files are: in one folder of the user's choice, or in the system's per-user places."""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC


class Profile:
    """Names places; touches nothing until ``make``.

    ``root`` is what ``--data-dir`` named: everything is in it. None means the system's places for this user.
    """

    def __init__(self, root: Path | None = None) -> None:
        self.root = root.expanduser().absolute() if root else None

    @property
    def history(self) -> Path:
        return self._data / "history.db"

    @property
    def search(self) -> Path:
        """The index of search: made from the history, and made again where it is missing."""
        return self._data / "search.db"

    @property
    def settings(self) -> Path:
        return (self.root or self._system.user_config_path) / "settings.json"

    @property
    def place(self) -> Path:
        """Where the window stood, and how it was dressed."""
        return self._data / "window.json"

    @property
    def logs(self) -> Path:
        return self.root / "logs" if self.root else self._system.user_log_path

    @property
    def events(self) -> Path:
        return self.logs / "events.jsonl"

    @property
    def audio(self) -> Path:
        return self._data / "audio"

    @property
    def backups(self) -> Path:
        """What was set aside before a backup took its place; made when it is first needed."""
        return self._data / "backups"

    @property
    def unpacking(self) -> Path:
        """Where a backup is looked into; gone when that has been done."""
        return self._data / "unpacking"

    @property
    def copying(self) -> Path:
        """Where the copy of the history lies that goes into a backup, until it is packed."""
        return self._data / "copying"

    @property
    def control(self) -> Path:
        """The folder that holds the lock and the address of the running copy: beside the history it protects."""
        return self._data

    def make(self) -> None:
        """Makes the folders that are missing, for this user's eyes only; one that is there keeps its rights.

        Raises ``OSError`` where the system refuses.
        """
        for folder in (self._data, self.settings.parent, self.logs, self.audio):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def _data(self) -> Path:
        return self.root or self._system.user_data_path

    @cached_property
    def _system(self) -> PlatformDirsABC:
        from platformdirs import PlatformDirs  # 20 ms, and a run with --data-dir never needs it

        return PlatformDirs("aloud" if sys.platform.startswith("linux") else "Aloud", appauthor=False)


def part_file(history: Path) -> Path:
    """Where an import is put together, beside the history."""
    return history.with_name("import.part")


def whole_file(history: Path) -> Path:
    """Where it is while it is carried over; what stands there at a start was not carried to its end."""
    return history.with_name("import.db")
