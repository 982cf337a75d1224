"""The list of sound devices: it follows what is plugged in and pulled out while it is looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.settings.choice import Choice

_LOOK_AGAIN_MS = 3000
"""Not every system tells when a device comes; looking for them costs up to 0.1 s of a thread that is not this one."""


class DeviceChoice(Choice):
    """``wanted`` asks for the devices that are there, again and again while the list is in sight."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._later: tuple[str, ...] | None = None
        self._again = QTimer(self)
        self._again.setInterval(_LOOK_AGAIN_MS)
        self._again.timeout.connect(self.look_again)

    def choose(self, device: str) -> None:
        """Also one that is away; empty is the system's default."""
        self.set_choices([(device, device)])
        self.set_value(device)

    def show_devices(self, devices: Sequence[str]) -> None:
        """A device that is chosen and away stays chosen: it may come back. An open list keeps still until it closes."""
        if self.view().isVisible():
            self._later = tuple(devices)
            return
        self._later = None
        chosen = self.value()
        choices = [(self.tr("System default"), ""), *((name, name) for name in devices if name)]
        if chosen and chosen not in devices:
            choices.append((self.tr("{name} (not connected)").format(name=chosen), chosen))
        if choices != [(self.itemText(index), str(self.itemData(index))) for index in range(self.count())]:
            self.set_choices(choices)  # only then: a screen reader hears of each change

    def look_again(self) -> None:
        if not self.view().isVisible():
            self.wanted.emit()

    def hidePopup(self) -> None:
        super().hidePopup()
        if self._later is not None:
            self.show_devices(self._later)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._again.stop()
