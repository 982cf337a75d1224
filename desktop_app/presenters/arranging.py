"""What a person does with conversations in the list: named, pinned, archived, put into folders, deleted, brought back.

The list shows it at once, and the history writes it down behind that.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace

from desktop_app.domain.ids import new_id
from desktop_app.domain.messages import Folder, TitledBy
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.deletions import Deletions, Removal
from desktop_app.presenters.sidebar import SidebarPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Deleted, SidebarView
from desktop_app.storage.folders import Folders

_LONGEST_TITLE = 200


class Arranging:
    """The verbs for conversations take any number of ids. ``forget_sound`` is told of those that go for good."""

    def __init__(
        self,
        view: SidebarView,
        sidebar: SidebarPresenter,
        *,
        conversation: ConversationPresenter,
        folders: Folders,
        deletions: Deletions,
        forget_sound: Callable[[str], object],
        tasks: Tasks,
    ) -> None:
        self._view = view
        self._sidebar = sidebar
        self._conversation = conversation
        self._folders = folders
        self._deletions = deletions
        self._forget_sound = forget_sound
        self._tasks = tasks

    # Conversations

    def rename(self, conversation_id: str, title: str) -> None:
        """An empty title changes nothing; any other stays, whatever a model would call it."""
        if (whole := _one_line(title)) and self._sidebar.change(
            [conversation_id], title=whole, titled_by=TitledBy.PERSON
        ):
            self._sidebar.on_titled(conversation_id, whole)
            work = self._folders.entitle(conversation_id, whole, TitledBy.PERSON)
            self._tasks.start("rename a conversation", work)

    def pin(self, conversation_ids: Sequence[str], pinned: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        there = self._sidebar.change(conversation_ids, pinned=pinned)
        self._tasks.start("pin conversations", self._folders.pin(there, pinned=pinned))

    def archive(self, conversation_ids: Sequence[str], archived: bool) -> None:  # noqa: FBT001 - as above
        there = self._sidebar.change(conversation_ids, archived=archived)
        self._tasks.start("archive conversations", self._folders.archive(there, archived=archived))

    def move(self, conversation_ids: Sequence[str], folder_id: str) -> None:
        """``folder_id`` empty: out of whatever folder they are in."""
        there = self._sidebar.change(conversation_ids, folder_id=folder_id or None)
        self._tasks.start("move conversations", self._folders.move(there, folder_id or None))

    def delete(self, conversation_ids: Sequence[str]) -> None:
        """What runs in them ends; for some seconds they can be brought back."""
        there = [one for one in conversation_ids if self._sidebar.get(one) is not None]
        if not there:
            return
        open_id = self._conversation.open_id
        was_open = open_id if open_id in there else None
        self._sidebar.hide(there)
        for conversation_id in there:
            self._conversation.leave(conversation_id)
        self._deletions.add(
            Removal(
                Deleted.CONVERSATIONS,
                len(there),
                take_back=lambda: self._bring_back(there, was_open),
                for_good=lambda: self._delete(there),
            )
        )

    # Folders

    def make_folder(self, name: str, conversation_ids: Sequence[str]) -> None:
        """A new one, above the others, with these in it; its name is asked for in its place."""
        self._tasks.start("make a folder", self._make_folder(Folder(new_id(), name), conversation_ids))

    def rename_folder(self, folder_id: str, name: str) -> None:
        if whole := _one_line(name):
            work = self._then_show_folders(self._folders.rename(folder_id, whole))
            self._tasks.start("rename a folder", work)

    def order_folders(self, folder_ids: Sequence[str]) -> None:
        self._tasks.start("order the folders", self._then_show_folders(self._folders.order(folder_ids)))

    def delete_folder(self, folder_id: str) -> None:
        """Its conversations stay; for some seconds it can be brought back with them in it."""
        self._sidebar.hide_folder(folder_id)
        self._deletions.add(
            Removal(
                Deleted.FOLDERS,
                1,
                take_back=lambda: self._sidebar.reveal_folder(folder_id),
                for_good=lambda: self._delete_folder(folder_id),
            )
        )

    def keep_folded(self, names: Collection[str]) -> None:
        self._tasks.start("keep what is folded", self._folders.keep_folded(names))

    # Inside

    def _bring_back(self, conversation_ids: Sequence[str], was_open: str | None) -> None:
        self._sidebar.reveal(conversation_ids)
        if was_open is not None and self._conversation.open_id is None:
            self._sidebar.choose(was_open)

    async def _delete(self, conversation_ids: Sequence[str]) -> None:
        await self._folders.delete_conversations(conversation_ids)
        self._sidebar.forget(conversation_ids)
        for conversation_id in conversation_ids:
            self._deletions.forget(conversation_id)
            self._forget_sound(conversation_id)

    async def _make_folder(self, folder: Folder, conversation_ids: Sequence[str]) -> None:
        others = await self._folders.all()
        least = min((one.position for one in others), default=1.0)
        await self._folders.add(replace(folder, position=least - 1.0))
        await self._sidebar.show_folders()
        if conversation_ids:
            self.move(conversation_ids, folder.id)
        self._view.begin_naming(folder.id)

    async def _then_show_folders(self, change: Awaitable[object]) -> None:
        await change
        await self._sidebar.show_folders()

    async def _delete_folder(self, folder_id: str) -> None:
        await self._folders.delete(folder_id)
        self._sidebar.reveal_folder(folder_id)


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_TITLE]
