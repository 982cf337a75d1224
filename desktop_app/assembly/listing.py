"""The composition root: what works behind the list of conversations, built and connected."""

from __future__ import annotations

from desktop_app.presenters.arranging import Arranging
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.deletions import Deletions
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.sidebar import SidebarPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.titles import Titles
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.work import WorkList
from desktop_app.storage.folders import Folders
from desktop_app.storage.history import History
from desktop_app.ui.main_window import MainWindow


class Listing:
    """The list, what a person does with its conversations, and the titles that models give them."""

    def __init__(
        self,
        window: MainWindow,
        *,
        conversation: ConversationPresenter,
        turns: Turns,
        deletions: Deletions,
        history: History,
        kept: KeptSpeech,
        connection: Connection,
        preferences: Preferences,
        works: WorkList,
        tasks: Tasks,
    ) -> None:
        self._window = window
        self._conversation = conversation
        folders = Folders(history)
        self.sidebar = SidebarPresenter(window.sidebar, conversation, history, tasks)
        self.sidebar.on_titled = self._show_title
        self.arranging = Arranging(
            window.sidebar,
            self.sidebar,
            conversation=conversation,
            folders=folders,
            deletions=deletions,
            forget_sound=kept.forget_conversation,
            tasks=tasks,
        )
        self.titles = Titles(
            connection=connection,
            preferences=preferences,
            folders=folders,
            works=works,
            is_temporary=history.is_temporary,
            on_titled=lambda conversation_id: self.sidebar.look_at([conversation_id]),
            tasks=tasks,
        )
        turns.everywhere.append(self.titles)
        self._connect()

    def _connect(self) -> None:
        side, arranging = self._window.sidebar, self.arranging
        side.conversation_chosen.connect(self.sidebar.choose)
        side.renamed.connect(arranging.rename)
        side.pin_requested.connect(arranging.pin)
        side.archive_requested.connect(arranging.archive)
        side.move_requested.connect(arranging.move)
        side.delete_requested.connect(arranging.delete)
        side.folder_wanted.connect(arranging.make_folder)
        side.folder_renamed.connect(arranging.rename_folder)
        side.folder_delete_requested.connect(arranging.delete_folder)
        side.folders_ordered.connect(arranging.order_folders)
        side.fold_changed.connect(arranging.keep_folded)
        self._window.header.title_edited.connect(self._rename_open)

    def _rename_open(self, title: str) -> None:
        if self._conversation.open_id is not None:
            self.arranging.rename(self._conversation.open_id, title)

    def _show_title(self, conversation_id: str, title: str) -> None:
        if conversation_id == self._conversation.open_id:
            self._window.header.set_title(title)
