"""All messages of all conversations searched: on a thread of its own, and only the newest question is answered."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop_app.domain.found import Findings, FoundMessage, FoundTitle
from desktop_app.domain.search import Query
from desktop_app.domain.snippets import snippet
from desktop_app.storage.search import documents as history_side
from desktop_app.storage.search.follower import SearchFollower
from desktop_app.storage.search.index import TROUBLE, Reader, identity, open_reader
from desktop_app.storage.search.plain import Looked, PlainLook
from desktop_app.storage.search.query import Ranked, find_messages, find_titles, indexed
from desktop_app.storage.thread import JobThread

if TYPE_CHECKING:
    from desktop_app.storage.history import History

_log = logging.getLogger(__name__)

PAGE: Final = 24
"""Messages that are given at a time."""
_TOLD_AFTER: Final = 2.0
"""Seconds behind a write that no index will take in: so long others are gathered with it."""
_TITLES: Final = 6
_TITLE_LENGTH: Final = 120


class Search:
    """``begin`` has the index follow the history; a search can be asked before, and finds what is in the index."""

    def __init__(self, history: History, path: Path, index: Path) -> None:
        self._history = history
        self._paths = path, index
        self._thread = JobThread("search")
        self._readers: tuple[Reader, Reader] | None = None
        self._identities: list[tuple[int, int]] = []
        self._newest = 0
        self._closed = False
        self._last: tuple[Query, Ranked] | None = None
        self._plain = PlainLook(history, self._thread)
        self._looked: tuple[Query, Looked] | None = None
        self._to_be_told = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._follower: SearchFollower | None = None
        self.on_taken_in: Callable[[], None] = lambda: None
        """Called on the event loop when something that was written can be found, or what was deleted no more."""

    def begin(self) -> None:
        """On the event loop; the work is done in the background."""
        self._loop = asyncio.get_running_loop()
        self._follower = SearchFollower(*self._paths, self._taken_in)
        self._history.on_written = self._written
        self._follower.wake()

    async def find(self, query: Query, first: int = 0, *, thorough: bool = True) -> Findings | None:
        """``PAGE`` messages from number ``first`` on; None where another search was asked for meanwhile.

        Not ``thorough``: soon, though of a large history perhaps without the oldest that there are.
        """
        self._newest += 1
        number = self._newest
        if self._readers is not None:
            self._readers[0].interrupt()
        findings = await self._thread.run(lambda: self._find(number, query, first, thorough))
        if findings is None or not await self._must_do_without(findings):
            return findings
        return await self._look_through(number, query, first, thorough=thorough)

    async def catch_up(self) -> None:
        """Returns when all that was written is in the index. For benches and tests."""
        if self._follower is not None:
            await asyncio.to_thread(self._follower.catch_up)

    async def close(self) -> None:
        """What was deleted has left the index when this returns."""
        if self._closed:
            return
        self._closed = True
        self._newest += 1
        self._history.on_written = lambda: None
        if self._follower is not None:
            await asyncio.to_thread(self._follower.close)
        await self._thread.run(self._let_go)
        await asyncio.to_thread(self._thread.stop)

    # Without an index

    def _written(self) -> None:
        """On the history's thread."""
        if self._follower is None or self._loop is None or self._loop.is_closed():
            return
        self._follower.wake()
        if self._follower.in_trouble and not self._to_be_told:
            self._to_be_told = True
            self._loop.call_soon_threadsafe(self._loop.call_later, _TOLD_AFTER, self._tell_written)

    def _tell_written(self) -> None:
        """What an index would have taken in by now."""
        self._to_be_told = False
        if not self._closed:
            self.on_taken_in()

    async def _must_do_without(self, findings: Findings) -> bool:
        """There is none, or not all of it, and it is not to be had soon; or what is said is nowhere but in memory."""
        if self._follower is None or not self._follower.in_trouble:
            return False
        return findings.indexed < 1 or not await self._plain.is_on_disk()

    async def _look_through(self, number: int, query: Query, first: int, *, thorough: bool) -> Findings | None:
        if self._looked is None or self._looked[0] != query or first == 0:
            looked = await self._plain.find(query, lambda: number == self._newest, thorough=thorough)
            if looked is None:
                return None
            self._looked = query, looked
        looked = self._looked[1]
        titles = _titles(await self._plain.title_rows(looked.titles), query) if first == 0 else ()
        messages = [_found(row, query) for row in await self._plain.rows(looked.numbers[first : first + PAGE])]
        if number != self._newest:
            return None
        return Findings(titles, tuple(messages), len(looked.numbers), looked.more, 1.0, looked.partial, plain=True)

    # On the thread

    def _find(self, number: int, query: Query, first: int, thorough: bool) -> Findings | None:  # noqa: FBT001 - handed on
        while number == self._newest:
            try:
                return self._answer(query, first, lambda: number == self._newest, thorough=thorough)
            except TROUBLE as error:
                if "interrupted" not in str(error):  # an interruption may have been meant for the search before
                    _log.debug("nothing can be searched: %s", error)
                    self._let_go()
                    return Findings(indexed=0.0)
        return None

    def _answer(self, query: Query, first: int, go_on: Callable[[], bool], *, thorough: bool) -> Findings | None:
        index, history = self._opened()
        if self._last is None or self._last[0] != query or first == 0:
            self._last = None
            ranked = find_messages(index, history, query, go_on, thorough=thorough)
            if not go_on():
                return None
            self._last = query, ranked
        ranked = self._last[1]
        titles = self._titles(index, history, query, go_on) if first == 0 else ()
        rows = history_side.message_rows(history, ranked.numbers[first : first + PAGE])
        messages = (_found(row, query) for row in rows)
        shown = tuple(one for one in messages if one.snippet.marks or not query.terms)  # else it has just changed
        if not go_on():
            return None
        return Findings(titles, shown, len(ranked.numbers), ranked.more, indexed(index, history), ranked.partial)

    def _titles(
        self, index: Reader, history: Reader, query: Query, go_on: Callable[[], bool]
    ) -> tuple[FoundTitle, ...]:
        return _titles(history_side.title_rows(history, find_titles(index, query, go_on)), query)

    def _opened(self) -> tuple[Reader, Reader]:
        identities = [identity(path) for path in self._paths]
        if self._readers is None or identities != self._identities:
            self._let_go()
            self._identities = identities
            history = open_reader(self._paths[0])
            try:
                self._readers = open_reader(self._paths[1]), history
            except TROUBLE:
                history.close()
                raise
        return self._readers

    def _let_go(self) -> None:
        for reader in self._readers or ():
            with contextlib.suppress(*TROUBLE):
                reader.close()
        self._readers = self._last = None

    def _taken_in(self, upto: int, key: str) -> None:
        """On the follower's thread."""
        if self._loop is not None and not self._loop.is_closed():
            forgetting = asyncio.run_coroutine_threadsafe(self._forget_changes(upto, key), self._loop)
            forgetting.add_done_callback(_hear)

    async def _forget_changes(self, upto: int, key: str) -> None:
        """A few at a time: nobody who writes waits long."""
        if self._closed:
            return
        self.on_taken_in()
        first = await self._history.read(history_side.first_change)
        while first is not None and first <= upto and not self._closed:
            first = min(first + 400, upto + 1)
            below = first
            await self._history.write(lambda db, below=below: history_side.forget_changes(db, below - 1, key))  # type: ignore[misc]  # bound now
            if first <= upto:
                await asyncio.sleep(0.05)


def _hear(forgetting: Future[None]) -> None:
    """Nobody waits for it; but a bug in it is not to be lost."""
    if not forgetting.cancelled() and (error := forgetting.exception()) is not None:
        _log.error("changes were not forgotten", exc_info=error)


def _titles(rows: Sequence[history_side.TitleRow], query: Query) -> tuple[FoundTitle, ...]:
    within = [
        row
        for row in rows
        if (query.before is None or row.updated < query.before) and (query.after is None or row.updated >= query.after)
    ]
    return tuple(
        FoundTitle(row.conversation_id, snippet(row.title, query.terms, _TITLE_LENGTH), row.archived, row.updated)
        for row in within[:_TITLES]
    )


def _found(row: history_side.MessageRow, query: Query) -> FoundMessage:
    return FoundMessage(
        row.id,
        row.conversation_id,
        row.title,
        row.archived,
        row.role,
        row.model,
        row.created,
        snippet(row.text, query.terms),
    )
