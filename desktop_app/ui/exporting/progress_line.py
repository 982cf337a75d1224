"""An export under way, and that it is there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.ui.announcing import announce
from desktop_app.ui.parts import button
from desktop_app.ui.progress_line import ProgressLine

_SHOWN: Final = 20_000
"""Milliseconds."""


class ExportLine(ProgressLine):
    """``Open`` opens what was made with the program that the system has for it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Export"), self.tr("Cancel the export"), _SHOWN)
        self._open = button(self.tr("Open"), "link", accessible=self.tr("Open what was exported"))
        self._open.clicked.connect(self._open_place)
        self._open.hide()
        self._row.insertWidget(self._row.indexOf(self._close), self._open)
        self._place = ""

    def show_progress(self, name: str, part: float) -> None:
        """``part`` of it is done, 0 to 1."""
        percent = round(100 * part)
        shown = QLocale().toString(percent)
        self._open.hide()
        if self._show_part(self.tr("Exporting {name} – {percent} %").format(name=name, percent=shown), percent):
            announce(self, self.tr("Exporting {name}").format(name=name))

    def show_saved(self, name: str, place: str) -> None:
        """``place``: the path of what was made."""
        self._place = place
        words = self.tr("Exported {name}.").format(name=name)
        self._open.show()
        self._show_end(words)
        announce(self, words)

    def _open_place(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._place))
