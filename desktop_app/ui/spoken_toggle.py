"""Whether answers are spoken: a button in words that says how it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton

from desktop_app.ui.icons import icon
from desktop_app.ui.parts import ink, look, restyled


class SpokenToggle(QPushButton):
    """``toggled`` is told of the user's hand only; a screen reader toggles without a click."""

    def __init__(self) -> None:
        super().__init__()
        look(self, "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setAccessibleName(self.tr("Spoken replies"))
        self.setToolTip(self.tr("Whether answers are spoken as they are written"))
        self.toggled.connect(self._show)
        self.set_spoken(spoken=True)

    def set_spoken(self, *, spoken: bool) -> None:
        with QSignalBlocker(self):
            self.setChecked(spoken)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._show()

    def _show(self) -> None:
        spoken = self.isChecked()
        self.setText(self.tr("Spoken replies on") if spoken else self.tr("Spoken replies off"))
        self.setIcon(icon("speaker" if spoken else "speaker-off", ink(QPalette.ColorRole.PlaceholderText), 16))
