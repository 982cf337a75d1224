"""The list of conversations: which there are, which is open, which is being answered.

It is read page by page, the newest first, beside whatever else happens; after that only those are looked at again in
which something has happened. So an answer that begins costs the same whether there are five conversations or 50,000.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop_app.domain.archive import ARCHIVED
from desktop_app.domain.messages import Conversation
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import SidebarView
from desktop_app.storage.folders import Folders
from desktop_app.storage.history import History
from desktop_app.storage.listing import Listing, Place

FIRST_PAGE = 200
PAGE = 1_000
_PAUSE = 0.02
"""Seconds between two pages: the window and the history have other things to do."""


class SidebarPresenter:
    """``reload`` is for whoever changed conversations behind its back: an import, a backup, a cleaning-up."""

    def __init__(self, view: SidebarView, conversation: ConversationPresenter, history: History, tasks: Tasks) -> None:
        self._view = view
        self._conversation = conversation
        self._history = history
        self._listing = Listing(history)
        self._folders = Folders(history)
        self._tasks = tasks
        self._known: dict[str, Conversation] = {}
        self._hidden: set[str] = set()
        self._hidden_folders: set[str] = set()
        self._running: frozenset[str] = frozenset()
        self._readings = 0
        self._to_look_at: dict[str, Conversation | None] = {}
        self._looking = False
        self.on_titled: Callable[[str, str], None] = lambda _conversation_id, _title: None
        """Called when a conversation of the list gets another title."""
        conversation.on_change = self.refresh

    def refresh(self) -> None:
        """Something began, ended or was opened: what is marked is shown at once, what has changed is looked up."""
        running = self._conversation.running_conversations
        changed = {self._conversation.open_id, *running, *self._running}
        self._running = running
        self._view.set_running(running)
        self._view.set_waiting(self._conversation.waiting_conversations)
        self._view.show_open(self._conversation.open_id)
        self.look_at(one for one in changed if one is not None)

    def look_at(self, conversation_ids: Iterable[str]) -> None:
        """Shows these as the history has them. What is asked for while it looks is looked at together, after that."""
        for one in conversation_ids:
            self._to_look_at.setdefault(one, self._known.get(one))
        if self._to_look_at and not self._looking:
            self._looking = True
            self._tasks.start("look at conversations", self._look())

    def reload(self) -> None:
        """All of it is read anew; what is the same stays where it is."""
        self._tasks.start("list the conversations", self._load_all(dict(self._known)))

    def choose(self, conversation_id: str) -> None:
        if self.get(conversation_id) is not None:
            self._tasks.start("open a conversation", self._open(conversation_id))

    def get(self, conversation_id: str) -> Conversation | None:
        """One of the list, as far as that has been read."""
        return None if conversation_id in self._hidden else self._known.get(conversation_id)

    async def find(self, conversation_id: str) -> Conversation | None:
        """The same from the history; None too where it has been deleted and could be brought back."""
        return None if conversation_id in self._hidden else await self._history.conversation(conversation_id)

    async def open_last(self) -> None:
        """Shows the list, and the conversation where one left off; older ones follow by themselves."""
        self._readings += 1
        folded = await self._folders.folded()
        self._view.show_folded({ARCHIVED} if folded is None else folded)
        await self.show_folders()
        newest, end = await self._listing.page(FIRST_PAGE)
        self._known = {one.id: one for one in (*newest, *await self._listing.arranged())}
        self._view.show_conversations(tuple(self._known.values()), self._conversation.open_id)
        last = await self._history.last_open()
        if last is not None and (conversation := await self.find(last)) is not None:
            await self._conversation.open(conversation)
        self._tasks.start("list older conversations", self._read_on(end, self._readings))

    # For what a person does with conversations (``arranging``)

    def change(self, conversation_ids: Sequence[str], **changes: Any) -> list[str]:
        """Shows them changed, before the history has it; the ids of those that there are."""
        there = [one for one in conversation_ids if one in self._known]
        changed = [replace(self._known[one], **changes) for one in there]
        self._known.update((one.id, one) for one in changed)
        self._show(changed)
        return there

    @property
    def hidden(self) -> Collection[str]:
        """Those that are deleted, and may still be on the disk."""
        return self._hidden

    def hide(self, conversation_ids: Sequence[str]) -> None:
        """Not in the list, but not yet gone either."""
        self._hidden.update(conversation_ids)
        self._view.drop_conversations(conversation_ids)

    def reveal(self, conversation_ids: Sequence[str]) -> None:
        self._hidden.difference_update(conversation_ids)
        self._show([self._known[one] for one in conversation_ids if one in self._known])
        self.look_at(conversation_ids)

    def forget(self, conversation_ids: Sequence[str]) -> None:
        """They are gone for good."""
        for conversation_id in conversation_ids:
            self._known.pop(conversation_id, None)
            self._hidden.discard(conversation_id)
        self._view.drop_conversations(conversation_ids)

    def hide_folder(self, folder_id: str) -> None:
        """It is not shown; what is in it stands where it would stand without one."""
        self._hidden_folders.add(folder_id)
        self._tasks.start("show the folders", self.show_folders())

    def reveal_folder(self, folder_id: str) -> None:
        self._hidden_folders.discard(folder_id)
        self._tasks.start("show the folders", self.show_folders())

    async def show_folders(self) -> None:
        folders = await self._folders.all()
        self._view.show_folders([one for one in folders if one.id not in self._hidden_folders])

    # Inside

    def _show(self, conversations: Sequence[Conversation]) -> None:
        shown = [one for one in conversations if one.id not in self._hidden]
        if shown:
            self._view.put_conversations(shown)

    async def _look(self) -> None:
        try:
            while self._to_look_at:
                await asyncio.sleep(0)  # what was begun together with the asking is said to the history first
                before, self._to_look_at = self._to_look_at, {}
                await self._look_at(before)
        finally:
            self._looking = False

    async def _look_at(self, before: Mapping[str, Conversation | None]) -> None:
        """``before``: what was known of them when it was asked for."""
        found = {one.id: one for one in await self._listing.some(sorted(before))}
        overtaken = {one: self._known.get(one) for one in before if self._known.get(one) is not before[one]}
        settled = [one for one in before if one not in overtaken]
        self._take([found[one] for one in settled if one in found])
        self.forget([one for one in settled if one not in found and one in self._known])
        if overtaken:  # changed here while the history was asked: it is asked again
            await self._look_at(overtaken)

    def _take(self, conversations: Sequence[Conversation]) -> None:
        """What the history gave is what is known."""
        for one in conversations:
            before = self._known.get(one.id)
            self._known[one.id] = before if before == one else one  # the same one is nothing that has overtaken others
            if before is not None and before.title != one.title:
                self.on_titled(one.id, one.title)
        self._show(conversations)

    async def _read_on(self, end: Place | None, reading: int) -> None:
        while end is not None:
            await asyncio.sleep(_PAUSE)
            page, end = await self._listing.page(PAGE, end)
            if reading != self._readings:
                return
            self._take([one for one in page if one.id not in self._known])

    async def _load_all(self, before: Mapping[str, Conversation]) -> None:
        """``before``: what was known when it was asked for; what has changed here since is newer than the history."""
        self._readings += 1
        reading = self._readings
        await self.show_folders()
        found: list[Conversation] = []
        end: Place | None = None
        while True:
            page, end = await self._listing.page(PAGE, end)
            found += page
            if reading != self._readings:
                return
            if end is None:
                break
        newer = {key: one for key, one in self._known.items() if one is not before.get(key)}
        gone = before.keys() - self._known.keys()
        self._known = {one.id: newer.get(one.id, one) for one in found if one.id not in gone} | newer
        shown = [one for one in self._known.values() if one.id not in self._hidden]
        self._view.show_conversations(shown, self._conversation.open_id)

    async def _open(self, conversation_id: str) -> None:
        if (conversation := self.get(conversation_id)) is not None:  # it may have been deleted in the same breath
            await self._conversation.open(conversation)
