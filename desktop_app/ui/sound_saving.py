"""A sound file being saved: where to, how far it has come, and that it is there. One calm line, never a box."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from desktop_app.domain.choices import SoundFormat
from desktop_app.ui.announcing import announce
from desktop_app.ui.progress_line import ProgressLine

_SAVED_SHOWN: Final = 15_000
"""Milliseconds."""


class SoundSaving(ProgressLine):
    """``views.SoundFileView``. ``place_chosen`` carries the path, with the ending of its kind, and the kind."""

    place_chosen = Signal(str, SoundFormat)

    def __init__(self) -> None:
        super().__init__(self.tr("Saving sound"), self.tr("Cancel saving sound"), _SAVED_SHOWN)
        self._dialog: QFileDialog | None = None
        self._folder = ""
        self._kind = SoundFormat.MP3

    def ask_where(self, name: str) -> None:
        if self._dialog is not None:  # one that is still open makes way
            self._dialog.reject()
        dialog = self._dialog = QFileDialog(self.window(), self.tr("Save sound as…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        filters = {kind: f"{words} (*.{kind.value})" for kind, words in self._kinds().items()}
        dialog.setNameFilters(list(filters.values()))
        dialog.setDirectory(self._folder or _music_folder())
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_kind_of_filter(chosen)))
        dialog.selectNameFilter(filters[self._kind])
        dialog.setDefaultSuffix(self._kind.value)
        dialog.selectFile(f"{name}.{self._kind.value}")
        dialog.fileSelected.connect(lambda path: self._choose(dialog, path))
        dialog.finished.connect(lambda _result: self._forget(dialog))
        dialog.open()

    def show_progress(self, name: str, part: float) -> None:
        percent = round(100 * part)
        shown = QLocale().toString(percent)
        if self._show_part(self.tr("Saving {name} – {percent} %").format(name=name, percent=shown), percent):
            announce(self, self.tr("Saving {name}").format(name=name))

    def show_saved(self, name: str) -> None:
        words = self.tr("Saved {name}.").format(name=name)
        self._show_end(words)
        announce(self, words)

    def _choose(self, dialog: QFileDialog, path: str) -> None:
        """A name with an ending of its own says what it is to be; any other gets that of the chosen kind.

        The first answer of a dialog counts.
        """
        if dialog is not self._dialog:
            return
        self._dialog = None
        chosen = Path(path)
        ending = chosen.suffix.lower().removeprefix(".")
        kind = SoundFormat(ending if ending in set(SoundFormat) else _kind_of_filter(dialog.selectedNameFilter()))
        if ending != kind:
            chosen = _free(chosen.with_name(f"{chosen.name}.{kind.value}"))
        self._folder, self._kind = str(chosen.parent), kind
        self.place_chosen.emit(str(chosen), kind)

    def _forget(self, dialog: QFileDialog) -> None:
        dialog.deleteLater()
        if dialog is self._dialog:
            self._dialog = None

    def _kinds(self) -> dict[SoundFormat, str]:
        return {
            SoundFormat.MP3: self.tr("MP3, plays everywhere"),
            SoundFormat.OPUS: self.tr("Opus, small and good"),
            SoundFormat.FLAC: self.tr("FLAC, nothing lost"),
            SoundFormat.WAV: self.tr("WAV, nothing lost, large"),
        }


def _music_folder() -> str:
    places = QStandardPaths.StandardLocation
    music = QStandardPaths.writableLocation(places.MusicLocation)
    return music if Path(music).is_dir() else QStandardPaths.writableLocation(places.HomeLocation)


def _free(path: Path) -> Path:
    """The dialog asked before another name was taken: nothing is overwritten by the one it got since."""
    names = (path.with_stem(f"{path.stem} ({number})") for number in itertools.count(2))
    return path if not path.exists() else next(name for name in names if not name.exists())


def _kind_of_filter(name_filter: str) -> str:
    return name_filter.rsplit("*.", 1)[-1].rstrip(")")
