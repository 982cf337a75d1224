"""A temporary conversation on the page: begun, kept after all, or left, and then it is gone.

It is the history's business that nothing of it reaches the disk (``storage.temporary``); here it is begun and ended.
Whoever leaves one in which something was said can take that back for some seconds, as with anything that is deleted.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from desktop_app.domain.attachments import name_of
from desktop_app.domain.ids import new_id
from desktop_app.domain.messages import Conversation, Role, title_from
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.deletions import Deletions, Removal
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Deleted, HeaderView
from desktop_app.storage.history import History


class TemporaryView(Protocol):
    """What says that the conversation on the page is temporary, and offers to keep it."""

    def show_temporary(self, *, shown: bool) -> None: ...


class TemporaryPresenter:
    """``on_gone`` is told of one of which nothing is left, nor will be."""

    def __init__(
        self,
        view: TemporaryView,
        header: HeaderView,
        *,
        conversation: ConversationPresenter,
        speech: SpeechPresenter,
        deletions: Deletions,
        history: History,
        tasks: Tasks,
    ) -> None:
        self._view = view
        self._header = header
        self._conversation = conversation
        self._speech = speech
        self._deletions = deletions
        self._history = history
        self._tasks = tasks
        self._open: str | None = None
        self.has_draft: Callable[[str], bool] = lambda _conversation_id: False
        """Whether something was begun in its box and not sent."""
        self.on_gone: Callable[[str], None] = lambda _conversation_id: None

    @property
    def open_id(self) -> str | None:
        """The one on the page; None where that is none."""
        return self._open

    def begin(self) -> None:
        """An empty page for a new one."""
        now = time.time()
        new = Conversation(new_id(), "", now, now)
        self._tasks.start("begin a temporary conversation", self._history.begin_temporary(new))
        self._conversation.new(new)

    def keep(self) -> None:
        """The one on the page becomes an ordinary conversation; one in which nothing was asked, an ordinary page."""
        if self._open is not None and not self._conversation.messages:
            self._conversation.new()
        elif self._open is not None:
            asked = next((one for one in self._conversation.messages if one.role is Role.USER), None)
            title = "" if asked is None else title_from(asked.text or name_of(asked.parts[0]))
            self._tasks.start("keep a temporary conversation", self._keep(self._open, title))

    def turn_to(self, conversation_id: str | None) -> None:
        """The page is about to show this conversation, None: one that is none yet."""
        left, said = self._open, bool(self._conversation.messages)
        if conversation_id != left:
            self._open = conversation_id if self._history.is_temporary(conversation_id) else None
            self._view.show_temporary(shown=self._open is not None)
            if left is not None:
                self._leave(left, said=said or self.has_draft(left))

    def _leave(self, conversation_id: str, *, said: bool) -> None:
        for turn in self._conversation.turns:
            if turn.conversation_id == conversation_id:
                turn.stop()
        self._speech.forget_waiting(conversation_id)
        if said:
            self._deletions.add(
                Removal(
                    Deleted.CONVERSATIONS,
                    1,
                    take_back=lambda: self._tasks.start("return to a conversation", self._return(conversation_id)),
                    for_good=lambda: self._forget(conversation_id),
                )
            )
        else:
            self._tasks.start("forget a temporary conversation", self._forget(conversation_id))

    async def _return(self, conversation_id: str) -> None:
        if (kept := await self._history.conversation(conversation_id)) is not None:
            await self._conversation.open(kept)

    async def _forget(self, conversation_id: str) -> None:
        await self._history.forget_temporary(conversation_id)
        self.on_gone(conversation_id)

    async def _keep(self, conversation_id: str, title: str) -> None:
        known = await self._history.conversation(conversation_id)
        if known is None or not await self._history.keep_temporary(conversation_id):
            return
        title = known.title or title  # a person may have given it one
        await self._history.set_title(conversation_id, title)
        if self._open == conversation_id:
            self._open = None
            self._view.show_temporary(shown=False)
            self._header.set_title(title)
            await self._history.set_open(conversation_id)
        self._conversation.on_change()
