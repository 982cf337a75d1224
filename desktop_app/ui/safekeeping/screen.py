"""Asks and tells what concerns the history as a whole: the screen of ``presenters.safekeeping``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop_app.domain.backup import BackupChoice, BackupLook, Restored
from desktop_app.domain.safekeeping import Undertaking
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
        self._places: QFileDialog | None = None
        self._choice = BackupChoice()
        self._folder = ""

    def ask_backup(self, sound: int) -> None:
        dialog = BackupDialog(self._over())
        dialog.accepted.connect(lambda: self._ask_place(dialog.choice))
        dialog.finished.connect(dialog.deleteLater)
        dialog.ask(sound)

    def ask_backup_place(self) -> None:
        self._ask_place(self._choice)

    def ask_restore(self) -> None:
        dialog = self._file_dialog(self.tr("Restore a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self._choose(dialog, path, lambda: self.backup_opened.emit(path)))
        dialog.open()

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
        dialog = self._file_dialog(self.tr("Back up to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(f"Aloud {datetime.now(UTC).astimezone():%Y-%m-%d}.zip")
        dialog.fileSelected.connect(
            lambda path: self._choose(dialog, path, lambda: self.backup_chosen.emit(path, choice))
        )
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        if self._places is not None:  # one that is still open makes way
            self._places.reject()
        dialog = self._places = QFileDialog(self._over(), title)
        dialog.setNameFilter(self.tr("Backups (*.zip)"))
        dialog.setDirectory(self._folder or _documents())
        dialog.finished.connect(lambda _result: self._forget(dialog))
        return dialog

    def _choose(self, dialog: QFileDialog, path: str, tell: Callable[[], None]) -> None:
        """The first answer of a dialog counts."""
        if dialog is self._places:
            self._places = None
            self._folder = str(Path(path).parent)
            tell()

    def _forget(self, dialog: QFileDialog) -> None:
        dialog.deleteLater()
        if dialog is self._places:
            self._places = None

    def _over(self) -> QWidget:
        """Settings may be open: what is asked stands above them."""
        return QApplication.activeModalWidget() or self._window


def _documents() -> str:
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    return documents if Path(documents).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)
