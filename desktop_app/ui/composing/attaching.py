"""How something is attached: chosen in a dialog, pasted, or dropped; each gets a chip at once and is read behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.domain.attachments import MOST
from desktop_app.domain.errors import TooManyAttachments
from desktop_app.ui.composing.attached import Attached
from desktop_app.ui.composing.given import Given

_PICTURES: Final = "*.png *.jpg *.jpeg *.gif *.webp *.bmp *.tif *.tiff"


class Attaching(QObject):
    """``row`` shows what is attached. ``refused`` carries an AttachmentError."""

    file_given = Signal(int, str)
    picture_pasted = Signal(int, object)
    refused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._dialog: QFileDialog | None = None
        self._folder = ""
        self.row = Attached()

    def take(self, given: Given) -> None:
        room = MOST - len(self.row)
        wanted = len(given.files) if given.files else 1
        for path in given.files[: max(0, room)]:
            self.file_given.emit(self.row.add(path), path)
        if not given.files and room > 0:
            self.picture_pasted.emit(self.row.add(), given.picture)
        if wanted > room:
            self.refused.emit(TooManyAttachments(f"A message takes {MOST} attachments."))

    def choose(self) -> None:
        """Asks for files in a dialog."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = self._dialog = QFileDialog(self._parent.window(), self.tr("Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        everything, pictures = self.tr("Pictures, texts and PDFs"), self.tr("Pictures")
        dialog.setNameFilters([f"{everything} (*)", f"{pictures} ({_PICTURES})", "PDF (*.pdf)"])
        dialog.setDirectory(self._folder or _usual_folder())
        dialog.filesSelected.connect(self._take_chosen)
        dialog.finished.connect(lambda _result: self._forget(dialog))
        dialog.open()

    def _take_chosen(self, paths: list[str]) -> None:
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self.take(Given(tuple(paths)))

    def _forget(self, dialog: QFileDialog) -> None:
        dialog.deleteLater()
        self._dialog = None


def _usual_folder() -> str:
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    return documents if Path(documents).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)
