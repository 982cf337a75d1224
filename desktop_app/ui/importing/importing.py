"""Asks for the file of an import and shows how it goes: the screen of ``presenters.importing``."""

from __future__ import annotations

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.errors import UserError
from desktop_app.domain.importing import ImportLook
from desktop_app.ui.file_dialogs import FileDialogs
from desktop_app.ui.importing.dialog import ImportDialog


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
        self._files = FileDialogs(self, lambda: window, QStandardPaths.StandardLocation.DownloadLocation)

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
        self._files.ask(
            self.tr("Import conversations"), self._prepare, lambda chosen: self.file_chosen.emit(chosen.path)
        )

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

    def _prepare(self, files: QFileDialog) -> None:
        files.setFileMode(QFileDialog.FileMode.ExistingFile)
        files.setNameFilters([self.tr("Exports of conversations (*.json *.zip)"), self.tr("All files (*)")])
        files.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Look into it"))
