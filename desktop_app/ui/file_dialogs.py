"""The system's dialogs for files and folders: one at a time, each blocks nobody and begins where the last one ended.

The window itself asks nothing of the disk. Those who want one import this when they do, so that no start waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.usual_folder import UsualFolder

DOCUMENTS: Final = QStandardPaths.StandardLocation.DocumentsLocation


class Chosen(NamedTuple):
    """An answer: one path or, where the dialog let choose several, at least one; and the filter that stood there."""

    paths: tuple[str, ...]
    name_filter: str

    @property
    def path(self) -> str:
        return self.paths[0]


class _Wanted(NamedTuple):
    title: str
    prepare: Callable[[QFileDialog], None]
    take: Callable[[Chosen], None]


class FileDialogs(QObject):
    """Those of one part of the window, ``parent``.

    ``over`` gives what a dialog stands above, asked when it opens; ``usual`` is where the first one begins.
    """

    def __init__(
        self, parent: QObject, over: Callable[[], QWidget], usual: QStandardPaths.StandardLocation = DOCUMENTS
    ) -> None:
        super().__init__(parent)
        self._over = over
        self._location = usual
        self._folder = ""
        self._wanted: _Wanted | None = None
        self._dialog: QFileDialog | None = None

    def ask(self, title: str, prepare: Callable[[QFileDialog], None], take: Callable[[Chosen], None]) -> None:
        """Opens a dialog as soon as it is known where it begins; one that is still open makes way.

        ``prepare`` says what is asked for, in the dialog that stands in its folder already; ``take`` is called once,
        with the first answer, and not at all where there is none.
        """
        if self._dialog is not None:
            self._dialog.reject()
        self._wanted = _Wanted(title, prepare, take)
        if self._folder:
            self._open(self._folder)
        else:
            self._usual.then(self._open)

    @staticmethod
    def save_as(dialog: QFileDialog, name: str) -> None:
        """For ``prepare``: it asks for the name of a new file, and this one is proposed.

        Filters and the ending that a name gets must stand in it already. It asks before it overwrites.
        """
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(name)

    @cached_property
    def _usual(self) -> UsualFolder:
        """Looked for when something is asked first."""
        return UsualFolder(self, self._location)

    def _open(self, folder: str) -> None:
        """What was wanted last: what was wanted before it, while the folder was looked for, has made way."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        dialog = self._dialog = QFileDialog(self._over(), wanted.title)
        dialog.setDirectory(folder)
        wanted.prepare(dialog)
        dialog.filesSelected.connect(lambda paths: self._choose(dialog, paths, wanted.take))
        dialog.finished.connect(lambda _result: self._forget(dialog))
        dialog.open()

    def _choose(self, dialog: QFileDialog, paths: list[str], take: Callable[[Chosen], None]) -> None:
        """The first answer of a dialog counts."""
        if dialog is not self._dialog or not paths:
            return
        self._dialog = None
        is_folder = dialog.fileMode() is QFileDialog.FileMode.Directory
        self._folder = paths[0] if is_folder else str(Path(paths[0]).parent)
        take(Chosen(tuple(paths), dialog.selectedNameFilter()))

    def _forget(self, dialog: QFileDialog) -> None:
        dialog.deleteLater()
        if dialog is self._dialog:
            self._dialog = None
