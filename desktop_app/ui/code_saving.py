"""Asks where a block of code shall be saved."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_app.ui.file_dialogs import FileDialogs


class CodeSaving(QObject):
    """``presenters.code_file.CodeFileView``. The dialog itself asks before a file is overwritten."""

    place_chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_where(self, name: str) -> None:
        self._files.ask(
            self.tr("Save code as…"),
            lambda dialog: self._files.save_as(dialog, name),
            lambda chosen: self.place_chosen.emit(chosen.path),
        )

    @cached_property
    def _files(self) -> FileDialogs:
        from desktop_app.ui.file_dialogs import FileDialogs  # no start waits for it

        return FileDialogs(self, lambda: self._window)
