"""The list of conversations: which there are, which is open, which is being answered."""

from __future__ import annotations

from desktop_app.domain.messages import Conversation
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import SidebarView
from desktop_app.storage.history import History

NEWEST = 2_000


class SidebarPresenter:
    def __init__(self, view: SidebarView, conversation: ConversationPresenter, history: History, tasks: Tasks) -> None:
        self._view = view
        self._conversation = conversation
        self._history = history
        self._tasks = tasks
        self._known: dict[str, Conversation] = {}
        conversation.on_change = self.refresh

    def refresh(self) -> None:
        self._view.set_running(self._conversation.running_conversations)
        self._view.set_waiting(self._conversation.waiting_conversations)
        self._tasks.start("list the conversations", self._list())

    def choose(self, conversation_id: str) -> None:
        if (conversation := self._known.get(conversation_id)) is not None:
            self._tasks.start("open a conversation", self._open(conversation))

    def delete(self, conversation_id: str) -> None:
        self._known.pop(conversation_id, None)
        self._conversation.leave(conversation_id)
        self._tasks.start("delete a conversation", self._delete(conversation_id))

    async def open_last(self) -> None:
        """Shows the list, and the conversation where one left off."""
        await self._list()
        last = await self._history.last_open()
        if last is not None and (conversation := self._known.get(last)) is not None:
            await self._conversation.open(conversation)

    async def find(self, conversation_id: str) -> Conversation | None:
        return await self._history.conversation(conversation_id)

    async def _list(self) -> None:
        conversations = await self._history.conversations(NEWEST)
        self._known = {conversation.id: conversation for conversation in conversations}
        self._view.show_conversations(conversations, self._conversation.open_id)

    async def _open(self, conversation: Conversation) -> None:
        if conversation.id in self._known:  # it may have been deleted in the same breath
            await self._conversation.open(conversation)

    async def _delete(self, conversation_id: str) -> None:
        await self._history.delete_conversation(conversation_id)
        await self._list()
