"""All messages looked through one by one: where no index can be kept, as in a folder that cannot be written.

They are read by the history's own thread, a few at a time, since it alone knows what is not on the disk; what they hold
is found out on search's. That is right however few or many there are, but slow, so it ends after some seconds with
what it has: the newest.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop_app.domain.folding import tokens
from desktop_app.domain.messages import Role
from desktop_app.domain.search import Query, holds
from desktop_app.storage.search import documents as history_side
from desktop_app.storage.search.documents import FROM_MODEL, Document, MessageRow, TitleRow
from desktop_app.storage.search.query import PLENTY, begin_words
from desktop_app.storage.tables import Database

if TYPE_CHECKING:
    from desktop_app.storage.history import History
    from desktop_app.storage.thread import JobThread

_AT_ONCE: Final = 100
_SOON: Final = 0.25
_IN_THE_END: Final = 5.0
"""Seconds."""
_PAUSE: Final = 0.001


class Looked(NamedTuple):
    """``numbers`` of messages, the newest first; ``titles`` as documents. ``partial``: it was to be soon, and ended."""

    numbers: list[int]
    titles: list[int]
    more: bool
    partial: bool


class PlainLook:
    """``thread``: on which the texts are looked at."""

    def __init__(self, history: History, thread: JobThread) -> None:
        self._history = history
        self._thread = thread

    async def is_on_disk(self) -> bool:
        """Whether the history has a file, and is not only in memory for this run."""
        return await self._history.read(lambda db: bool(db.execute("PRAGMA database_list").fetchone()[2]))

    async def find(self, query: Query, go_on: Callable[[], bool], *, thorough: bool) -> Looked | None:
        """None where ``go_on`` says no."""
        end = time.monotonic() + (_IN_THE_END if thorough else _SOON)
        lowest, highest = await self._history.read(history_side.span_of_numbers)
        places = await self._history.read(lambda db: _places(db, query)) if query.within else None
        titles = [] if query.narrows_messages or query.within or not query.terms else await self._titles(query, lowest)
        numbers: list[int] = []
        last = highest
        while last > 0 and len(numbers) <= PLENTY and time.monotonic() < end:
            if not go_on():
                return None
            found = await self._read(max(last - _AT_ONCE + 1, 1), last)
            numbers += await self._thread.run(lambda some=found: _matching(some, query, places))  # type: ignore[misc]
            last -= _AT_ONCE
            await asyncio.sleep(_PAUSE)
        unread = last > 0
        return Looked(numbers[:PLENTY], titles, unread and thorough, unread and not thorough)

    async def rows(self, numbers: Sequence[int]) -> list[MessageRow]:
        return await self._history.read(lambda db: history_side.message_rows(db, numbers))

    async def title_rows(self, numbers: Sequence[int]) -> list[TitleRow]:
        return await self._history.read(lambda db: history_side.title_rows(db, numbers))

    async def _titles(self, query: Query, lowest: int) -> list[int]:
        found = await self._read(lowest, -1) if lowest < 0 else []
        return await self._thread.run(lambda: [one.number for one in found if holds(query, tokens(one.text))])

    async def _read(self, first: int, last: int) -> list[Document]:
        return await self._history.read(lambda db: history_side.documents(db, first, last))


def _matching(found: Sequence[Document], query: Query, places: set[int] | None) -> list[int]:
    """The newest first."""
    return [
        one.number
        for one in reversed(found)
        if _is_meant(one, query) and (places is None or one.conversation in places) and holds(query, tokens(one.text))
    ]


def _is_meant(one: Document, query: Query) -> bool:
    """As far as it goes without its words."""
    from_model = bool(one.flags & FROM_MODEL)
    return (
        (query.role is None or (query.role is Role.ASSISTANT) == from_model)
        and one.flags & query.has == query.has
        and (query.before is None or one.created < query.before)
        and (query.after is None or one.created >= query.after)
        and (not query.models or begin_words(query.models, one.model))
    )


def _places(db: Database, query: Query) -> set[int]:
    """The conversations whose title, or whose folder's name, is as the query wants it."""
    named = [n for n, name in history_side.folders(db) if begin_words(query.within, name)]
    titled = [n for n, title in db.execute("SELECT n, title FROM conversations") if begin_words(query.within, title)]
    return {*titled, *history_side.conversations_in(db, named)}
