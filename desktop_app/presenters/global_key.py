"""The key that silences the speech from any program: taken as the settings say, and judged while it is being chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from desktop_app.domain.errors import GlobalKeyError
from desktop_app.domain.settings import Settings
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, Step

GLOBAL_KEY_NOTICE = "global key"


class KeyHolder(Protocol):
    """``control.global_key.GlobalKey``."""

    async def hold(self, portable: str) -> None: ...

    async def try_out(self, portable: str) -> None: ...

    async def close(self) -> None: ...


class GlobalKeyPresenter:
    """``on_verdict`` hears what became of a key that ``judge`` was asked about, None where all is well."""

    def __init__(self, holder: KeyHolder, notices: NoticeView, preferences: Preferences, tasks: Tasks) -> None:
        self._holder = holder
        self._notices = notices
        self._preferences = preferences
        self._tasks = tasks
        self._problem: GlobalKeyError | None = None
        self.on_verdict: Callable[[GlobalKeyError | None], None] = lambda _error: None
        preferences.listen(self._settings_changed)

    def begin(self) -> None:
        if self._preferences.current.global_key:
            self._start()

    def judge(self, portable: str) -> None:
        """Whether this key could be had: told to ``on_verdict``, at once for the one in force."""
        if portable == self._preferences.current.global_key:
            self.on_verdict(self._problem)
        else:
            self._tasks.start("try a key for all programs", self._judge(portable))

    async def close(self) -> None:
        await self._holder.close()

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.global_key != after.global_key:
            self._start()

    def _start(self) -> None:
        self._tasks.start("take the key for all programs", self._hold(self._preferences.current.global_key))

    async def _hold(self, portable: str) -> None:
        problem: GlobalKeyError | None = None
        try:
            await self._holder.hold(portable)
        except GlobalKeyError as error:
            problem = error
        if portable != self._preferences.current.global_key:
            return  # another one was chosen while this one was being asked for
        self._problem = problem
        if problem is None:
            self._notices.clear_notice(GLOBAL_KEY_NOTICE)
        else:
            self._notices.show_notice(Notice(GLOBAL_KEY_NOTICE, problem, (Step.OPEN_SETTINGS,)))

    async def _judge(self, portable: str) -> None:
        try:
            if portable:
                await self._holder.try_out(portable)
        except GlobalKeyError as error:
            self.on_verdict(error)
        else:
            self.on_verdict(None)
