"""What is kept on this computer and for how long: conversations, their sound, and what becomes of them."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from desktop_app.domain.settings import Settings
from desktop_app.ui import parts
from desktop_app.ui.settings.keeping_row import KeepingRow
from desktop_app.ui.settings.kept_sound_row import KeptSoundRow
from desktop_app.ui.settings.page import Page, Row
from desktop_app.ui.settings.switch import Switch


class HistoryPage(Page):
    """What is asked of ``backup``, ``restore`` and ``delete_all`` happens at once, whatever becomes of the dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("History"))
        self.titles = Switch(self.tr("Made by the model"))
        self.keeping = KeepingRow()
        self.keep_sorted = Switch(self.tr("Keep what is pinned or in a folder"))
        self.backup = parts.button(self.tr("Back up…"))
        self.restore = parts.button(self.tr("Restore…"), tip=self.tr("Looks into a backup, and then asks"))
        self.delete_all = parts.button(self.tr("Delete all conversations…"))
        self.kept_sound = KeptSoundRow()
        self._add_rows()
        self.kept_sound.changed.connect(self.changed)
        for button in (self.backup, self.restore, self.delete_all):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.titles.toggled.connect(self.changed)
        self.keeping.changed.connect(self.changed)
        self.keep_sorted.toggled.connect(self._spare)

    def fill(self, settings: Settings) -> None:
        self.titles.setChecked(settings.titles_by_model)
        self.keep_sorted.setChecked(settings.keep_sorted)
        self.keeping.fill(settings.keep_conversations, spare_sorted=settings.keep_sorted)
        self.kept_sound.fill(settings.kept_sound)

    def values(self) -> dict[str, object]:
        return {
            "titles_by_model": self.titles.isChecked(),
            "keep_conversations": self.keeping.days(),
            "keep_sorted": self.keep_sorted.isChecked(),
            "kept_sound": self.kept_sound.megabytes(),
        }

    def _add_rows(self) -> None:
        tip = self.tr("Off: a conversation is called by its first words")
        titles = self.add(Row(self.tr("Titles"), self.titles, tip=tip))
        titles.set_hint(self.tr("It is asked once, behind the first answer. A title that you write yourself stays."))
        self.add(self.keeping)
        tip = self.tr("On: however old they are")
        self.add(Row(self.tr("Exceptions"), self.keep_sorted, tip=tip))
        self.add(self.kept_sound)
        tip = self.tr("Writes all conversations into one file")
        backup = self.add(Row(self.tr("Backup"), self.backup, self.restore, tip=tip))
        backup.set_hint(self.tr("One file, with sound and settings if you like. Keys are never in it."))
        away = self.add(Row(self.tr("Everything"), self.delete_all, tip=self.tr("Asks first")))
        away.set_hint(self.tr("Conversations, drafts and sound, and the copies of them that Aloud made itself."))

    def _spare(self, spare: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        self.keeping.spare_sorted(spare=spare)
        self.changed.emit()
