"""What runs, shown: a small place in the window while more runs than one sees, and the panel behind it."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from desktop_app.domain.work import Work, WorkKind, WorkState
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import RunningView, WorkView
from desktop_app.presenters.work import WorkList

TitleOf = Callable[[str], Awaitable[str | None]]
_TITLES_LAST = 3.0
"""Seconds: a title may be given, or be another, while its answer runs."""


class WorkPanelPresenter:
    """``make_view`` makes the panel when it is first wanted; ``shown`` is the conversation in front."""

    def __init__(
        self,
        works: WorkList,
        badge: RunningView,
        make_view: Callable[[], WorkView],
        *,
        shown: Callable[[], str | None],
        title_of: TitleOf,
        tasks: Tasks,
    ) -> None:
        self._works = works
        self._badge = badge
        self._make_view = make_view
        self._view: WorkView | None = None
        self._shown = shown
        self._title_of = title_of
        self._tasks = tasks
        self._titles: dict[str, str] = {}
        self._read = -_TITLES_LAST
        self._reading = False
        works.on_change = self.count

    def open(self) -> None:
        if self._view is None:
            self._view = self._make_view()
        self._read = -_TITLES_LAST
        self.refresh()
        self._view.open()

    def count(self) -> None:
        """Something began or ended, or another conversation is in front."""
        running = [work for work in self._works.running if _counts(work)]
        beyond_sight = any(not self._is_seen(work) for work in running)
        self._badge.set_running(len(running) if beyond_sight else 0)

    def refresh(self) -> None:
        """The panel is open and wants to know how everything stands."""
        if self._view is None:
            return
        running, over = self._works.running, self._works.recent
        self._read_titles({work.conversation_id for work in (*running, *over) if work.conversation_id})
        self._view.show_work(self._titled(running), self._titled(over))

    def stop(self, work_id: str) -> None:
        self._works.stop(work_id)
        self.refresh()

    def stop_all(self) -> None:
        self._works.stop_all()
        self.refresh()

    def _is_seen(self, work: Work) -> bool:
        """The answer on the page and the voice one hears; a sound file has a line of its own."""
        here = work.conversation_id is not None and work.conversation_id == self._shown()
        return work.kind in {WorkKind.SPEECH, WorkKind.SOUND_FILE} or (work.kind is WorkKind.REPLY and here)

    def _titled(self, works: Sequence[Work]) -> list[Work]:
        return [
            replace(work, title=self._titles.get(work.conversation_id, ""))
            if not work.title and work.conversation_id
            else work
            for work in works
        ]

    def _read_titles(self, conversation_ids: set[str]) -> None:
        now = time.monotonic()
        if self._reading or (now - self._read < _TITLES_LAST and conversation_ids <= self._titles.keys()):
            return
        self._reading, self._read = True, now
        self._tasks.start("read the titles of what runs", self._find_titles(conversation_ids))

    async def _find_titles(self, conversation_ids: set[str]) -> None:
        try:
            titles = {one: await self._title_of(one) or "" for one in conversation_ids}
        finally:
            self._reading = False
        if titles != self._titles:
            self._titles = titles
            self.refresh()


def _counts(work: Work) -> bool:
    """Titles come and go in a second; what waits to be said waits until somebody comes."""
    return work.kind is not WorkKind.TITLE and (work.kind, work.state) != (WorkKind.SPEECH, WorkState.WAITING)
