"""What says that the conversation on the page is temporary: title, empty page, and a line that offers to keep it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.parts import button, label, look


class TemporaryMark(QObject):
    """``presenters.temporary.TemporaryView``; the line is made when there is a temporary conversation first."""

    keep_requested = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._line: _Line | None = None
        self._keep = window.action("keep_temporary")
        self._keep.triggered.connect(self.keep_requested)
        self._keep.setEnabled(False)

    def show_temporary(self, *, shown: bool) -> None:
        self._keep.setEnabled(shown)
        self._window.show_temporary(shown=shown)
        self._window.transcript.set_temporary(temporary=shown)
        if shown:
            self._window.header.set_title(self.tr("Temporary conversation"))
            self.line.show()
        elif self._line is not None:
            self._line.hide()

    @property
    def line(self) -> _Line:
        if self._line is None:
            self._line = _Line()
            self._line.keep_requested.connect(self.keep_requested)
            self._window.add_line(self._line)
        return self._line


class _Line(QWidget):
    keep_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        line = QFrame()
        look(line, "notice")
        words = label(self.tr("Nothing of this conversation is kept. It is gone when you leave it."), wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        line.setAccessibleName(self.tr("Temporary conversation"))
        line.setAccessibleDescription(words.text())
        keep = button(self.tr("Keep"), "link", accessible=self.tr("Keep this conversation"))
        keep.setToolTip(self.tr("Makes an ordinary conversation of it"))
        keep.clicked.connect(self.keep_requested)
        row = QHBoxLayout(line)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(words, 1)
        row.addWidget(keep)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 0)
        outer.addWidget(line)
        self.hide()
