"""Search everything: what is typed becomes a list of messages, and one of them that is chosen is gone to."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Protocol

from desktop_app.domain.found import Findings
from desktop_app.domain.messages import Conversation
from desktop_app.domain.search import Query, Term, parse
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.message_actions import MessageActions
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage.search.search import Search

_LOOK_AGAIN = 2.0
"""Seconds until a search is asked again while the index does not hold everything yet."""


class SearchView(Protocol):
    """The field and, below it, what was found; it tells by ``typed``, ``chosen`` and ``more_wanted``."""

    def show_findings(self, findings: Findings | None) -> None:
        """In the place of those before; None where nothing is asked for."""

    def add_findings(self, findings: Findings) -> None:
        """Further messages of the same search."""


class FoundView(Protocol):
    """The page, on which what was found is shown."""

    def show_found(self, message_id: str, terms: Sequence[Term]) -> None:
        """Brings the message into sight where these words stand in it, and marks them."""


class SearchPresenter:
    """Made when the field is first opened. ``find`` gives a conversation unless it is hidden: about to be deleted."""

    def __init__(
        self,
        view: SearchView,
        page: FoundView,
        search: Search,
        *,
        find: Callable[[str], Awaitable[Conversation | None]],
        is_hidden: Callable[[str], bool],
        conversation: ConversationPresenter,
        actions: MessageActions,
        tasks: Tasks,
    ) -> None:
        self._view = view
        self._page = page
        self._search = search
        self._find = find
        self._is_hidden = is_hidden
        self._conversation = conversation
        self._actions = actions
        self._tasks = tasks
        self._query = Query()
        self._again: asyncio.TimerHandle | None = None
        self._looked_at = False
        search.on_taken_in = self._taken_in

    def look_for(self, typed: str) -> None:
        """The words are others."""
        self._forget_again()
        self._looked_at = True
        self._query = parse(typed)
        if self._query.asks:
            self._tasks.start("search", self._look_for(self._query))
        else:
            self._view.show_findings(None)

    def look_further(self, first: int) -> None:
        """More messages of the same search, from number ``first`` on."""
        self._tasks.start("search on", self._look_further(self._query, first))

    def put_away(self) -> None:
        """Nobody looks at what is found any more."""
        self._looked_at = False
        self._forget_again()

    def go_to(self, conversation_id: str, message_id: str) -> None:
        """Opens the conversation and turns to the message, where there is one, with what was looked for marked."""
        self._tasks.start("go to what was found", self._go_to(conversation_id, message_id, self._query.terms))

    async def _look_for(self, query: Query) -> None:
        findings = await self._search.find(query, thorough=False)
        while findings is not None and query == self._query:
            self._view.show_findings(self._without_deleted(findings))
            if not findings.partial:
                break
            findings = await self._search.find(query)  # the oldest take their time; one can read meanwhile
        if findings is None or query != self._query:
            return
        if findings.indexed < 1:
            loop = asyncio.get_running_loop()
            self._forget_again()
            self._again = loop.call_later(_LOOK_AGAIN, self._look_again, query)

    def _without_deleted(self, findings: Findings) -> Findings:
        """What was deleted and could still be brought back is not shown."""
        return replace(
            findings,
            titles=tuple(one for one in findings.titles if not self._is_hidden(one.conversation_id)),
            messages=tuple(one for one in findings.messages if not self._is_hidden(one.conversation_id)),
        )

    def _look_again(self, query: Query) -> None:
        if query == self._query:
            self._tasks.start("search", self._look_for(query))

    def _taken_in(self) -> None:
        """An answer that has just come is found by who is searching already."""
        if self._looked_at and self._query.asks:
            self._look_again(self._query)

    def _forget_again(self) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None

    async def _look_further(self, query: Query, first: int) -> None:
        findings = await self._search.find(query, first)
        if findings is not None and query == self._query:
            self._view.add_findings(self._without_deleted(findings))

    async def _go_to(self, conversation_id: str, message_id: str, terms: Sequence[Term]) -> None:
        found = await self._find(conversation_id)
        if found is None or not await self._conversation.open(found):
            return
        if message_id and await self._actions.turn_to(message_id):
            self._page.show_found(message_id, terms)
