"""Asks for the file of an import and shows how it goes: the screen of ``presenters.importing``."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.importing import ImportLook
from desktop_app.ui.importing.dialog import ImportDialog
from desktop_app.ui.usual_folder import UsualFolder


class Importing(QObject):
    """``presenters.importing.ImportView``. ``file_chosen`` carries a path."""

    file_chosen = Signal(str)
    confirmed = Signal()
    cancelled = Signal()
    another_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: ImportDialog | None = None
        self._files: QFileDialog | None = None
        self._folder = ""
        self._downloads = UsualFolder(self, QStandardPaths.StandardLocation.DownloadLocation)

    @property
    def dialog(self) -> ImportDialog:
        """Made when it is first shown."""
        if self._dialog is None:
            made = self._dialog = ImportDialog(self._window)
            made.confirmed.connect(self.confirmed)
            made.cancelled.connect(self.cancelled)
            made.another_wanted.connect(self.another_wanted)
        return self._dialog

    def ask_file(self) -> None:
        if self._folder:
            self._ask_in(self._folder)
        else:
            self._downloads.then(self._ask_in)

    def come_forward(self) -> None:
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def show_reading(self, name: str, part: float) -> None:
        self.dialog.show_reading(name, part)
        if part == 0.0:
            self.come_forward()

    def show_look(self, look: ImportLook) -> None:
        self.dialog.show_look(look)

    def show_carrying(self, part: float) -> None:
        self.dialog.show_carrying(part)

    def show_taking_back(self, part: float) -> None:
        self.dialog.show_taking_back(part)

    def show_done(self, look: ImportLook) -> None:
        self.dialog.show_done(look)

    def show_trouble(self, error: UserError) -> None:
        self.dialog.show_trouble(error)

    def clear(self) -> None:
        self.dialog.hide()

    def _ask_in(self, folder: str) -> None:
        if self._files is not None:  # one that is still open makes way
            self._files.reject()
        files = self._files = QFileDialog(self._window, self.tr("Import conversations"))
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setNameFilters([self.tr("Exports of conversations (*.json *.zip)"), self.tr("All files (*)")])
        files.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Look into it"))
        files.setDirectory(folder)
        files.fileSelected.connect(lambda path: self._choose(files, path))
        files.finished.connect(lambda _result: self._forget(files))
        files.open()

    def _choose(self, files: QFileDialog, path: str) -> None:
        """The first answer of a dialog counts."""
        if files is self._files:
            self._files = None
            self._folder = str(Path(path).parent)
            self.file_chosen.emit(path)

    def _forget(self, files: QFileDialog) -> None:
        files.deleteLater()
        if files is self._files:
            self._files = None
