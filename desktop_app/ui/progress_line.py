"""Something under way, and that it is done: one calm line, never a box."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.parts import IconButton, button, label, look

_BAR: Final = (140, 6)


class ProgressLine(QWidget):
    """``cancelled``: it shall not go on. What is done stands there for ``shown`` milliseconds."""

    cancelled = Signal()

    def __init__(self, name: str, cancel: str, shown: int) -> None:
        """``name`` is what it is the line of, ``cancel`` what its Cancel does, both for who cannot see them."""
        super().__init__()
        self._line = QFrame()
        look(self._line, "notice")
        self._line.setAccessibleName(name)
        self._words = label("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(name)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(*_BAR)
        self._cancel = button(self.tr("Cancel"), "link", accessible=cancel)
        self._cancel.clicked.connect(self.cancelled)
        self._close = IconButton("close", self.tr("Put this notice away"), size=14)
        self._close.clicked.connect(self.clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(shown)
        self._timer.timeout.connect(self.clear)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 0)
        outer.addWidget(self._line)
        self._row = QHBoxLayout(self._line)
        self._row.setContentsMargins(14, 6, 6, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._words, 1)
        for part in (self._bar, self._cancel, self._close):
            self._row.addWidget(part)
        self.hide()

    def clear(self) -> None:
        self._timer.stop()
        self.hide()

    def _show_part(self, words: str, percent: int, *, stoppable: bool = True) -> bool:
        """So much of it is done; whether the line says so for the first time."""
        self._timer.stop()
        first = self.isHidden() or not self._bar.isVisibleTo(self)
        self._bar.setValue(percent)
        self._show(words, running=True, stoppable=stoppable)
        return first

    def _show_end(self, words: str) -> None:
        self._show(words, running=False, stoppable=False)
        self._timer.start()

    def _show(self, words: str, *, running: bool, stoppable: bool) -> None:
        self._words.setText(words)
        self._bar.setVisible(running)
        self._cancel.setVisible(running and stoppable)
        self._close.setVisible(not running)
        self._line.setAccessibleDescription(words)
        self.show()
