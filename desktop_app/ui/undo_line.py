"""What was deleted can come back for some seconds: one calm line with Undo. It is told when its time is over."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.presenters.views import Deleted
from desktop_app.ui.announcing import announce
from desktop_app.ui.parts import button, label, look


class UndoLine(QWidget):
    """``views.UndoView``."""

    undo_requested = Signal()
    offered = Signal(bool)
    """Whether there is something to bring back."""

    def __init__(self) -> None:
        super().__init__()
        line = QFrame()
        look(line, "notice")
        line.setAccessibleName(self.tr("Deleted"))
        self._words = label("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._undo = button(self.tr("Undo"), "link", accessible=self.tr("Undo the deletion"))
        self._undo.clicked.connect(self.undo_requested)
        row = QHBoxLayout(line)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 12, 0, 0)
        outer.addWidget(line)
        self.hide()

    def offer_undo(self, count: int, what: Deleted = Deleted.MESSAGES) -> None:
        one, several = {
            Deleted.MESSAGES: (self.tr("The message was deleted."), self.tr("%n messages were deleted.", "", count)),
            Deleted.CONVERSATIONS: (
                self.tr("The conversation was deleted."),
                self.tr("%n conversations were deleted.", "", count),
            ),
            Deleted.FOLDERS: (
                self.tr("The folder was deleted. Its conversations stay."),
                self.tr("%n folders were deleted. Their conversations stay.", "", count),
            ),
        }[what]
        self._words.setText(one if count == 1 else several)
        self.show()
        self.offered.emit(True)
        self._announce(self._words.text())

    def clear_undo(self) -> None:
        self.hide()
        self.offered.emit(False)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """``keys`` by action, as a person reads them on this system."""
        tip = self.tr("Brings it back")
        tip = f"{tip} ({key})" if (key := keys["undo_deletion"]) else tip
        self._undo.setToolTip(tip)
        self._undo.setAccessibleDescription(tip)

    def _announce(self, text: str) -> None:
        announce(self, text)
