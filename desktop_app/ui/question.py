"""A question before something is gone for good: what, what that means, and two buttons of which No is the easy one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui import parts

_WIDTH = 400
_MARGIN = 24
_BUTTON_HEIGHT = 36


class Question(QDialog):
    """``accepted`` is the answer yes; forgotten when it is closed. ``yes`` names what is then done."""

    def __init__(self, parent: QWidget, question: str, explanation: str, yes: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(explanation)
        words = parts.label(question, "heading", wrap=True)
        below = parts.label(explanation, "muted", wrap=True)
        do = parts.button(yes, "danger", tip=yes)
        leave = parts.button(self.tr("Cancel"), tip=self.tr("Changes nothing (Esc)"))
        do.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        leave.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 20)
        whole.setSpacing(8)
        whole.addWidget(words)
        whole.addWidget(below)
        whole.addSpacing(12)
        whole.addLayout(button_row([leave, do]))
        self.setFixedSize(_WIDTH, whole.heightForWidth(_WIDTH))
        leave.setFocus()


def button_row(buttons: Sequence[QPushButton]) -> QHBoxLayout:
    """The foot of a dialog: its buttons at the end of the line, the one that does something last."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        button.setMinimumHeight(_BUTTON_HEIGHT)
        row.addWidget(button)
    return row
