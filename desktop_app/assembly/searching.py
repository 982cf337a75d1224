"""The composition root: what searches all conversations, built and connected."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.message_actions import MessageActions
from desktop_app.presenters.sidebar import SidebarPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.presenters.search import SearchPresenter
    from desktop_app.storage.search.search import Search

_LATER = 3.0
"""Seconds after the start until the index is looked at: the first moments are the person's."""


class Searching:
    """The index follows the history from some seconds after the start on; the rest is made when it is first wanted."""

    def __init__(
        self,
        window: MainWindow,
        *,
        profile: Profile,
        conversation: ConversationPresenter,
        sidebar: SidebarPresenter,
        actions: MessageActions,
        history: History,
        tasks: Tasks,
    ) -> None:
        self._window = window
        self._profile = profile
        self._conversation = conversation
        self._sidebar = sidebar
        self._actions = actions
        self._history = history
        self._tasks = tasks
        self._search: Search | None = None
        self._presenter: SearchPresenter | None = None
        window.search_made.connect(self._connect)
        if window.search is not None:  # somebody was quick
            self._connect()

    def begin(self) -> None:
        self._tasks.start("follow the history for search", self._follow())

    async def close(self) -> None:
        """What was deleted has left the index, too, when this returns."""
        if self._search is None and await asyncio.to_thread(self._profile.search.exists):
            self._opened()  # what was deleted in the first seconds
        if self._search is not None:
            await self._search.close()

    async def _follow(self) -> None:
        await asyncio.sleep(_LATER)
        await asyncio.to_thread(_load)
        self._opened()

    def _opened(self) -> Search:
        if self._search is None:
            from desktop_app.storage.search.search import Search

            self._search = Search(self._history, self._profile.history, self._profile.search)
            self._search.begin()
        return self._search

    def _connect(self) -> None:
        from desktop_app.presenters.search import SearchPresenter

        panel = self._window.search
        if panel is None or self._presenter is not None:
            return
        self._presenter = presenter = SearchPresenter(
            panel,
            self._window.transcript,
            self._opened(),
            find=self._sidebar.find,
            is_hidden=lambda conversation_id: conversation_id in self._sidebar.hidden,
            conversation=self._conversation,
            actions=self._actions,
            tasks=self._tasks,
        )
        panel.typed.connect(presenter.look_for)
        panel.more_wanted.connect(presenter.look_further)
        panel.closed.connect(presenter.put_away)
        panel.chosen.connect(presenter.go_to)
        if panel.isVisible():
            presenter.look_for(panel.text)


def _load() -> None:
    """What search is made of, before it is needed."""
    import desktop_app.storage.search.search  # noqa: F401 - its import is what takes time
