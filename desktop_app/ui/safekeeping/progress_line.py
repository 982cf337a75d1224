"""A backup or a restore under way, and that it is done: one calm line, never a box."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.safekeeping import Undertaking
from desktop_app.ui.announcing import announce
from desktop_app.ui.parts import IconButton, button, label, look

_SHOWN: Final = 30_000
"""Milliseconds."""
_BAR: Final = (140, 6)


class ProgressLine(QWidget):
    """``cancelled``: it shall not go on."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = QFrame()
        look(self._line, "notice")
        self._line.setAccessibleName(self.tr("Backup"))
        self._words = label("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Backup"))
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(*_BAR)
        self._cancel = button(self.tr("Cancel"), "link", accessible=self.tr("Cancel the backup"))
        self._cancel.clicked.connect(self.cancelled)
        self._close = IconButton("close", self.tr("Put this notice away"), size=14)
        self._close.clicked.connect(self.clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN)
        self._timer.timeout.connect(self.clear)
        self._shown: Undertaking | None = None
        self._lay_out()
        self.hide()

    def show_progress(self, undertaking: Undertaking, name: str, part: float, *, stoppable: bool) -> None:
        self._timer.stop()
        percent = round(100 * part)
        words = self._doing(undertaking).format(name=name)
        shown = self.tr("{doing} – {percent} %").format(doing=words, percent=QLocale().toString(percent))
        self._words.setText(shown)
        self._bar.setValue(percent)
        first = self._shown is not undertaking
        self._shown = undertaking
        self._show(running=True, stoppable=stoppable)
        if first:
            self._announce(words)

    def show_done(self, words: str) -> None:
        self._shown = None
        self._words.setText(words)
        self._show(running=False)
        self._announce(words)
        self._timer.start()

    def clear(self) -> None:
        self._shown = None
        self._timer.stop()
        self.hide()

    def _doing(self, undertaking: Undertaking) -> str:
        return {
            Undertaking.BACKING_UP: self.tr("Backing up to {name}"),
            Undertaking.LOOKING: self.tr("Looking into {name}"),
            Undertaking.SETTING_ASIDE: self.tr("Setting aside what is here now"),
            Undertaking.RESTORING: self.tr("Restoring"),
        }[undertaking]

    def _show(self, *, running: bool, stoppable: bool = False) -> None:
        self._bar.setVisible(running)
        self._cancel.setVisible(running and stoppable)
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
        for part in (self._bar, self._cancel, self._close):
            layout.addWidget(part)

    def _announce(self, text: str) -> None:
        announce(self, text)
