"""The settings in force: one value, read by all, replaced as a whole, told to whoever asked to be told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from desktop_app.domain.errors import StorageError
from desktop_app.domain.settings import Settings
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage import settings_file

logger = logging.getLogger(__name__)

Listener = Callable[[Settings, Settings], None]


class Preferences:
    """``current`` is what is in force: what is kept, under what the command line asks for in this run only."""

    def __init__(self, kept: Settings, this_run: Mapping[str, object], path: Path, tasks: Tasks) -> None:
        self.current = kept.changed(this_run)
        self._kept = kept
        self._path = path
        self._tasks = tasks
        self._listeners: list[Listener] = []
        self._saving = asyncio.Lock()
        self.on_trouble: Callable[[StorageError], None] = lambda _error: None

    def listen(self, listener: Listener) -> None:
        """``listener(before, after)`` is called with each change."""
        self._listeners.append(listener)

    def change(self, **values: object) -> None:
        """Replaces some values. A value out of bounds raises InvalidSettings and changes nothing."""
        self.replace(self.current.changed(values))

    def replace(self, settings: Settings) -> None:
        before, self.current = self.current, settings
        chosen = {name: value for name, value in settings.values().items() if value != getattr(before, name)}
        if not chosen:
            return
        self._kept = self._kept.changed(chosen)
        for listener in self._listeners:
            listener(before, settings)
        self._tasks.start("save the settings", self._save())

    async def _save(self) -> None:
        async with self._saving:  # two saves in a row must not overtake each other
            try:
                await asyncio.to_thread(settings_file.save, self._path, self._kept)
            except StorageError as error:
                logger.warning("the settings were not saved: %s", error)
                self.on_trouble(error)
