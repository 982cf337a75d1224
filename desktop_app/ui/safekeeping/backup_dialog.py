"""What goes into a backup, asked before the system's own dialog asks where to."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.backup import BackupChoice
from desktop_app.ui import parts
from desktop_app.ui.question import button_row
from desktop_app.ui.settings.switch import Switch

_WIDTH = 440
_MARGIN = 24


class BackupDialog(QDialog):
    """``accepted`` when that is chosen; then ``choice`` says what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Back up"))
        self.setAccessibleName(self.tr("Back up"))
        self._sound = Switch("")
        self._settings = Switch(self.tr("Settings; keys are never in a backup"))
        self._sound.setAccessibleName(self.tr("Kept sound"))
        self._settings.setAccessibleName(self.tr("Settings"))
        for switch in (self._sound, self._settings):
            switch.setChecked(True)
        go = parts.button(self.tr("Back up to…"), "primary", tip=self.tr("Asks where to"))
        leave = parts.button(self.tr("Cancel"), tip=self.tr("Backs nothing up (Esc)"))
        go.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        go.setDefault(True)
        explained = self.tr("All conversations, drafts, pictures and saved prompts go into one file. With them:")
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 20)
        whole.setSpacing(12)
        whole.addWidget(parts.label(self.tr("Back up"), "heading"))
        whole.addWidget(parts.label(explained, "muted", wrap=True))
        whole.addWidget(self._sound)
        whole.addWidget(self._settings)
        whole.addSpacing(8)
        whole.addLayout(button_row([leave, go]))

    def ask(self, sound: int) -> None:
        """``sound``: how many bytes of it are kept."""
        size = QLocale().formattedDataSize(sound, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        self._sound.setText(self.tr("Kept sound, {size}").format(size=size) if sound else self.tr("Kept sound"))
        self.setFixedSize(_WIDTH, self._whole.heightForWidth(_WIDTH))
        self.open()

    @property
    def choice(self) -> BackupChoice:
        return BackupChoice(self._sound.isChecked(), self._settings.isChecked())
