"""A sound file being saved: where to, how far it has come, and that it is there. One calm line, never a box."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, Signal

from desktop_app.domain.choices import SoundFormat
from desktop_app.ui.announcing import announce
from desktop_app.ui.progress_line import ProgressLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from desktop_app.ui.file_dialogs import Chosen, FileDialogs

_SAVED_SHOWN: Final = 15_000
"""Milliseconds."""


class SoundSaving(ProgressLine):
    """``views.SoundFileView``.

    ``place_chosen`` carries the path, with the ending of its kind; the kind; and whether what has that name stays,
    since the dialog asked of another.
    """

    place_chosen = Signal(str, SoundFormat, bool)

    def __init__(self) -> None:
        super().__init__(self.tr("Saving sound"), self.tr("Cancel saving sound"), _SAVED_SHOWN)
        self._kind = SoundFormat.MP3

    def ask_where(self, name: str) -> None:
        self._files.ask(self.tr("Save sound as…"), lambda dialog: self._prepare(dialog, name), self._choose)

    def show_progress(self, name: str, part: float) -> None:
        percent = round(100 * part)
        shown = QLocale().toString(percent)
        if self._show_part(self.tr("Saving {name} – {percent} %").format(name=name, percent=shown), percent):
            announce(self, self.tr("Saving {name}").format(name=name))

    def show_saved(self, name: str) -> None:
        words = self.tr("Saved {name}.").format(name=name)
        self._show_end(words)
        announce(self, words)

    @cached_property
    def _files(self) -> FileDialogs:
        from PySide6.QtCore import QStandardPaths

        from desktop_app.ui.file_dialogs import FileDialogs  # no start waits for it

        return FileDialogs(self, self.window, QStandardPaths.StandardLocation.MusicLocation)

    def _prepare(self, dialog: QFileDialog, name: str) -> None:
        filters = {kind: f"{words} (*.{kind.value})" for kind, words in self._kinds().items()}
        dialog.setNameFilters(list(filters.values()))
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_kind_of_filter(chosen)))
        dialog.selectNameFilter(filters[self._kind])
        dialog.setDefaultSuffix(self._kind.value)
        self._files.save_as(dialog, f"{name}.{self._kind.value}")

    def _choose(self, chosen: Chosen) -> None:
        """A name with an ending of its own says what it is to be; any other gets that of the chosen kind."""
        path = Path(chosen.path)
        ending = path.suffix.lower().removeprefix(".")
        self._kind = SoundFormat(ending if ending in set(SoundFormat) else _kind_of_filter(chosen.name_filter))
        is_named = ending == self._kind
        place = path if is_named else path.with_name(f"{path.name}.{self._kind.value}")
        self.place_chosen.emit(str(place), self._kind, not is_named)

    def _kinds(self) -> dict[SoundFormat, str]:
        return {
            SoundFormat.MP3: self.tr("MP3, plays everywhere"),
            SoundFormat.OPUS: self.tr("Opus, small and good"),
            SoundFormat.FLAC: self.tr("FLAC, nothing lost"),
            SoundFormat.WAV: self.tr("WAV, nothing lost, large"),
        }


def _kind_of_filter(name_filter: str) -> str:
    return name_filter.rsplit("*.", 1)[-1].rstrip(")")
