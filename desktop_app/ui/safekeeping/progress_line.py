"""A backup or a restore under way, and that it is done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale

from desktop_app.domain.safekeeping import Undertaking
from desktop_app.ui.announcing import announce
from desktop_app.ui.progress_line import ProgressLine

_SHOWN: Final = 30_000
"""Milliseconds."""


class BackupLine(ProgressLine):
    def __init__(self) -> None:
        super().__init__(self.tr("Backup"), self.tr("Cancel the backup"), _SHOWN)
        self._shown: Undertaking | None = None

    def show_progress(self, undertaking: Undertaking, name: str, part: float, *, stoppable: bool) -> None:
        percent = round(100 * part)
        words = self._doing(undertaking).format(name=name)
        shown = self.tr("{doing} – {percent} %").format(doing=words, percent=QLocale().toString(percent))
        first = self._shown is not undertaking
        self._shown = undertaking
        self._show_part(shown, percent, stoppable=stoppable)
        if first:
            announce(self, words)

    def show_done(self, words: str) -> None:
        self._shown = None
        self._show_end(words)
        announce(self, words)

    def clear(self) -> None:
        self._shown = None
        super().clear()

    def _doing(self, undertaking: Undertaking) -> str:
        return {
            Undertaking.BACKING_UP: self.tr("Backing up to {name}"),
            Undertaking.LOOKING: self.tr("Looking into {name}"),
            Undertaking.SETTING_ASIDE: self.tr("Setting aside what is here now"),
            Undertaking.RESTORING: self.tr("Restoring"),
        }[undertaking]
