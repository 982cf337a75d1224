"""How something is attached: chosen in a dialog, pasted, or dropped; each gets a chip at once and is read behind it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.attachments import MOST
from desktop_app.domain.errors import TooManyAttachments
from desktop_app.ui.composing.attached import Attached
from desktop_app.ui.composing.given import Given

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from desktop_app.ui.file_dialogs import FileDialogs

_PICTURES: Final = "*.png *.jpg *.jpeg *.gif *.webp *.bmp *.tif *.tiff"


class Attaching(QObject):
    """``row`` shows what is attached. ``refused`` carries an AttachmentError."""

    file_given = Signal(int, str)
    picture_pasted = Signal(int, object)
    refused = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
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
        self._files.ask(self.tr("Attach files"), self._prepare, lambda chosen: self.take(Given(chosen.paths)))

    @cached_property
    def _files(self) -> FileDialogs:
        from desktop_app.ui.file_dialogs import FileDialogs  # no start waits for it

        return FileDialogs(self, self._parent.window)

    def _prepare(self, dialog: QFileDialog) -> None:
        dialog.setFileMode(dialog.FileMode.ExistingFiles)
        everything, pictures = self.tr("Pictures, texts and PDFs"), self.tr("Pictures")
        dialog.setNameFilters([f"{everything} (*)", f"{pictures} ({_PICTURES})", "PDF (*.pdf)"])
