"""Asks where a block of code shall be saved. One dialog at a time, which blocks nobody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class CodeSaving(QObject):
    """``presenters.code_file.CodeFileView``. The dialog itself asks before a file is overwritten."""

    place_chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: QFileDialog | None = None
        self._folder = ""

    def ask_where(self, name: str) -> None:
        if self._dialog is not None:  # one that is still open makes way
            self._dialog.reject()
        dialog = self._dialog = QFileDialog(self._window, self.tr("Save code as…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDirectory(self._folder or _documents())
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self._choose(dialog, path))
        dialog.finished.connect(lambda _result: self._forget(dialog))
        dialog.open()

    def _choose(self, dialog: QFileDialog, path: str) -> None:
        """The first answer of a dialog counts."""
        if dialog is self._dialog:
            self._dialog = None
            self._folder = str(Path(path).parent)
            self.place_chosen.emit(path)

    def _forget(self, dialog: QFileDialog) -> None:
        dialog.deleteLater()
        if dialog is self._dialog:
            self._dialog = None


def _documents() -> str:
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    return documents if Path(documents).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)
