"""An export under way, and that it is there: one calm line, never a box."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.announcing import announce
from desktop_app.ui.parts import IconButton, button, label, look

_SHOWN: Final = 20_000
"""Milliseconds."""
_BAR: Final = (140, 6)


class ProgressLine(QWidget):
    """``cancelled``: it shall not go on. ``Open`` opens what was made with the program that the system has for it."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = QFrame()
        look(self._line, "notice")
        self._line.setAccessibleName(self.tr("Export"))
        self._words = label("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Export"))
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(*_BAR)
        self._cancel = button(self.tr("Cancel"), "link", accessible=self.tr("Cancel the export"))
        self._cancel.clicked.connect(self.cancelled)
        self._open = button(self.tr("Open"), "link", accessible=self.tr("Open what was exported"))
        self._open.clicked.connect(self._open_place)
        self._close = IconButton("close", self.tr("Put this notice away"), size=14)
        self._close.clicked.connect(self.clear)
        self._place = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN)
        self._timer.timeout.connect(self.clear)
        self._lay_out()
        self.hide()

    def show_progress(self, name: str, part: float) -> None:
        """``part`` of it is done, 0 to 1."""
        self._timer.stop()
        percent = round(100 * part)
        first = self.isHidden() or not self._bar.isVisibleTo(self)
        shown = QLocale().toString(percent)
        self._words.setText(self.tr("Exporting {name} – {percent} %").format(name=name, percent=shown))
        self._bar.setValue(percent)
        self._show(running=True)
        if first:
            self._announce(self.tr("Exporting {name}").format(name=name))

    def show_saved(self, name: str, place: str) -> None:
        """``place``: the path of what was made."""
        self._place = place
        self._words.setText(self.tr("Exported {name}.").format(name=name))
        self._show(running=False)
        self._announce(self._words.text())
        self._timer.start()

    def clear(self) -> None:
        self._timer.stop()
        self.hide()

    def _open_place(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._place))

    def _show(self, *, running: bool) -> None:
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        self._open.setVisible(not running)
        self._close.setVisible(not running)
        self._line.setAccessibleDescription(self._words.text())
        self.show()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 0)
        outer.addWidget(self._line)
        layout = QHBoxLayout(self._line)
        layout.setContentsMargins(14, 6, 6, 6)
        layout.setSpacing(10)
        layout.addWidget(self._words, 1)
        for part in (self._bar, self._cancel, self._open, self._close):
            layout.addWidget(part)

    def _announce(self, text: str) -> None:
        announce(self, text)
