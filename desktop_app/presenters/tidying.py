"""What is done for the history when nobody needs the machine: the old goes, copies follow, room is given back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from typing import Final

from desktop_app.domain.settings import Settings
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage.backups import old_copies
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile
from desktop_app.storage.retention import Due, Retention

_FIRST: Final = 45.0
"""Seconds after the start: nothing of this is in a hurry."""
_DAY: Final = 86_400.0
_BEHIND_A_DELETION: Final = 3.0
_LOOK_AGAIN: Final = 20.0
"""Seconds between two looks at whether it is quiet."""


class Tidying:
    """``quiet``: nothing is answered or said. ``spared``: conversations that are open or at work, whatever their age.

    ``on_deleted`` is called with the ids of conversations that went for their age.
    """

    def __init__(
        self,
        *,
        profile: Profile,
        history: History,
        preferences: Preferences,
        quiet: Callable[[], bool],
        spared: Callable[[], Collection[str]],
        tasks: Tasks,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._profile = profile
        self._history = history
        self._retention = Retention(history)
        self._preferences = preferences
        self._quiet = quiet
        self._spared = spared
        self._tasks = tasks
        self._clock = clock
        self._following = False
        self.on_deleted: Callable[[Collection[str]], None] = lambda _ids: None
        self.compare_sound: Callable[[], Awaitable[None]] = _nothing
        """Awaited once a day: kept sound and its table are brought together."""
        self.sweep_sound: Callable[[], Awaitable[None]] = _nothing
        """Awaited behind a deletion: no sound outlives its message."""
        history.on_deleted = self._something_was_deleted
        preferences.listen(self._settings_changed)

    def begin(self) -> None:
        """Soon, when it is quiet, and then once a day."""
        self._tasks.start("tidy up once a day", self._each_day())

    async def due(self, days: int, *, spare_sorted: bool) -> Due:
        """What would go if this were chosen."""
        return await self._retention.due(self._clock(), days, spare_sorted=spare_sorted)

    async def keep_all_for_ever_if_any_is_due(self) -> bool:
        """Behind a restored backup: what came back is not to go for its age at once. True where that was changed."""
        settings = self._preferences.current
        if not (await self._due(settings)).ids:
            return False
        self._preferences.change(keep_conversations=None)
        return True

    async def delete_old(self) -> Collection[str]:
        """Those whose time has come, as the settings have it now; which they were."""
        settings, now = self._preferences.current, self._clock()
        due = await self._due(settings)
        spared = set(self._spared())
        ids = [conversation_id for conversation_id in due.ids if conversation_id not in spared]
        if ids:
            await self._retention.delete(ids, now - (settings.keep_conversations or 0) * _DAY)
            self.on_deleted(ids)
        return ids

    async def _due(self, settings: Settings) -> Due:
        if settings.keep_conversations is None:
            return Due()
        return await self.due(settings.keep_conversations, spare_sorted=settings.keep_sorted)

    async def _each_day(self) -> None:
        await asyncio.to_thread(old_copies.forget_unpacked, self._profile)  # at once: none can be open yet
        await asyncio.sleep(_FIRST)
        while True:
            await self._until_quiet()
            await asyncio.to_thread(old_copies.forget_aged, self._profile)
            await self.delete_old()
            await self.compare_sound()
            await self._history.compact()
            await asyncio.sleep(_DAY)

    def _something_was_deleted(self) -> None:
        if not self._following:
            self._following = True
            self._tasks.start("follow a deletion", self._follow())

    async def _follow(self) -> None:
        """Several deletions in a row are followed at once."""
        await asyncio.sleep(_BEHIND_A_DELETION)
        self._following = False
        await self.sweep_sound()
        await asyncio.to_thread(old_copies.follow, self._profile.history)
        await self._until_quiet()
        await self._history.compact()

    async def _until_quiet(self) -> None:
        while not self._quiet():  # noqa: ASYNC110 - many things make it quiet, and none of them tells
            await asyncio.sleep(_LOOK_AGAIN)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        """What was said before it was chosen happens now."""
        chosen = (after.keep_conversations, after.keep_sorted)
        if chosen != (before.keep_conversations, before.keep_sorted) and after.keep_conversations is not None:
            self._tasks.start("delete old conversations", self._delete_chosen())

    async def _delete_chosen(self) -> None:
        await self.delete_old()


async def _nothing() -> None: ...
