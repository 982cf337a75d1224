"""The line above the message while a question that was asked is written anew: says so, and offers the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.parts import button, label


class EditStrip(QWidget):
    cancelled = Signal()

    def __init__(self, stop_key: str) -> None:
        super().__init__()
        self._cancel = button(self.tr("Cancel"), "link", accessible=self.tr("Cancel the edit"))
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)  # where the words of the message begin
        row.setSpacing(8)
        row.addWidget(label(self.tr("A new version of your question"), "small"))
        row.addStretch()
        row.addWidget(self._cancel)
        self.show_key(stop_key)

    def show_key(self, key: str) -> None:
        """The key that cancels, as a person reads it."""
        self._cancel.setToolTip(self.tr("Leave the question as it was ({key})").format(key=key))
