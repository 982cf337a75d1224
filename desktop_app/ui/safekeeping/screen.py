"""Asks and tells what concerns the history as a whole: the screen of ``presenters.safekeeping``."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.domain.backup import BackupChoice, BackupLook, Restored
from desktop_app.domain.safekeeping import Undertaking
from desktop_app.ui.file_dialogs import FileDialogs
from desktop_app.ui.question import Question
from desktop_app.ui.safekeeping.backup_dialog import BackupDialog
from desktop_app.ui.safekeeping.progress_line import BackupLine
from desktop_app.ui.safekeeping.restore_dialog import RestoreDialog


class SafekeepingScreen(QObject):
    """``presenters.safekeeping.SafekeepingView``; what the person chooses comes out as signals.

    ``backup_chosen`` carries the path and the BackupChoice, ``restore_chosen`` the RestoreWay and whether settings
    come too.
    """

    backup_chosen = Signal(str, object)
    backup_opened = Signal(str)
    restore_chosen = Signal(object, bool)
    look_dropped = Signal()
    delete_all_confirmed = Signal()
    cancelled = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.line = BackupLine()
        self.line.cancelled.connect(self.cancelled)
        self._files = FileDialogs(self, self._over)
        self._choice = BackupChoice()

    def ask_backup(self, sound: int) -> None:
        dialog = BackupDialog(self._over())
        dialog.accepted.connect(lambda: self._ask_place(dialog.choice))
        dialog.finished.connect(dialog.deleteLater)
        dialog.ask(sound)

    def ask_backup_place(self) -> None:
        self._ask_place(self._choice)

    def ask_restore(self) -> None:
        self._files.ask(
            self.tr("Restore a backup"), self._prepare_opening, lambda chosen: self.backup_opened.emit(chosen.path)
        )

    def show_look(self, name: str, look: BackupLook) -> None:
        dialog = RestoreDialog(self._over(), name, look)
        dialog.chosen.connect(self.restore_chosen)
        dialog.rejected.connect(self.look_dropped)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_delete_all(self, conversations: int) -> None:
        words = self.tr("Delete all %n conversations?", "", conversations)
        if conversations == 1:
            words = self.tr("Delete the only conversation?")
        explanation = self.tr(
            "Messages, drafts, folders and kept sound are gone for good, and so are the copies that Aloud made of "
            "them. Saved prompts and settings stay, and so do the files that you saved or backed up yourself."
        )
        question = Question(self._over(), words, explanation, self.tr("Delete all"))
        question.accepted.connect(self.delete_all_confirmed)
        question.open()

    def show_progress(self, undertaking: Undertaking, name: str, part: float, *, stoppable: bool = True) -> None:
        self.line.show_progress(undertaking, name, part, stoppable=stoppable)

    def show_backed_up(self, name: str) -> None:
        self.line.show_done(self.tr("Backed up to {name}.").format(name=name))

    def show_restored(self, restored: Restored, *, kept_for_ever: bool) -> None:
        if restored.set_aside:
            words = [self.tr("The backup was restored. What was here before is kept for 30 days as {name}.")]
        elif restored.messages:
            came = self.tr("%n messages came in.", "", restored.messages)
            words = [self.tr("One message came in.") if restored.messages == 1 else came]
        else:
            words = [self.tr("Nothing was missing.")]
        if kept_for_ever:
            words.append(self.tr("Conversations are now kept for ever; Settings, History can change that."))
        self.line.show_done(" ".join(words).format(name=restored.set_aside))

    def show_deleted(self) -> None:
        self.line.show_done(self.tr("All conversations are gone."))

    def clear(self) -> None:
        self.line.clear()

    def _ask_place(self, choice: BackupChoice) -> None:
        self._choice = choice
        self._files.ask(
            self.tr("Back up to"), self._prepare_saving, lambda chosen: self.backup_chosen.emit(chosen.path, choice)
        )

    def _prepare_opening(self, dialog: QFileDialog) -> None:
        dialog.setNameFilter(self._kind())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)

    def _prepare_saving(self, dialog: QFileDialog) -> None:
        dialog.setNameFilter(self._kind())
        dialog.setDefaultSuffix("zip")
        self._files.save_as(dialog, f"Aloud {datetime.now(UTC).astimezone():%Y-%m-%d}.zip")

    def _kind(self) -> str:
        return self.tr("Backups (*.zip)")

    def _over(self) -> QWidget:
        """Settings may be open: what is asked stands above them."""
        return QApplication.activeModalWidget() or self._window
