"""The composition root: what works behind the box in which one writes, built and connected."""

from __future__ import annotations

from desktop_app.presenters.attachments import AttachmentsPresenter
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.drafts import DraftsPresenter
from desktop_app.presenters.kept_pictures import KeptPictures
from desktop_app.presenters.prompts import PromptsPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.turns import Turns
from desktop_app.storage.drafts import Drafts
from desktop_app.storage.history import History
from desktop_app.storage.pictures import Pictures
from desktop_app.storage.prompts import Prompts
from desktop_app.ui.composing.dropping import WindowDrops
from desktop_app.ui.composing.pictures import QtPictureCodec
from desktop_app.ui.main_window import MainWindow


class Writing:
    """Drafts, attachments and saved prompts of the composer."""

    def __init__(
        self, window: MainWindow, *, conversation: ConversationPresenter, turns: Turns, history: History, tasks: Tasks
    ) -> None:
        self._composer = composer = window.composer
        self._drops = WindowDrops(window, composer)
        self.pictures = Pictures(history)
        self.attachments = AttachmentsPresenter(composer, window.notices, QtPictureCodec(), self.pictures, tasks)
        self.drafts = DraftsPresenter(composer, Drafts(history), tasks)
        self.prompts = PromptsPresenter(Prompts(history), tasks, composer)
        self.kept_pictures = KeptPictures(window.transcript, self.pictures, tasks)
        window.transcript.image_requested.connect(self.kept_pictures.load)
        self.drafts.on_left = self.attachments.leave
        self.attachments.on_late = self.drafts.add
        self.attachments.where = lambda: conversation.open_id
        turns.pictures = self.pictures.contents
        conversation.on_turn = self.drafts.turn_to
        conversation.on_begun = self.drafts.begun
        self._connect()

    def _connect(self) -> None:
        composer = self._composer
        composer.draft_changed.connect(self.drafts.changed)
        composer.file_given.connect(self.attachments.read_file)
        composer.picture_pasted.connect(self.attachments.read_picture)
        composer.attachment_removed.connect(self.attachments.drop)
        composer.thumbnails_wanted.connect(self.attachments.show_thumbnails)
        composer.attachment_refused.connect(self.attachments.refuse)
        composer.prompts_wanted.connect(self.prompts.list_saved)
        composer.asked_wanted.connect(self.prompts.list_asked)
        composer.prompt_kept.connect(self.prompts.keep)
        composer.prompt_deleted.connect(self.prompts.delete)
