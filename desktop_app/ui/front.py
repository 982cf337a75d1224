"""Whether the person has Aloud before them, and how its window comes there."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop_app.ui.main_window import MainWindow


class Front(QObject):
    """``came``: the window, or a dialog of its, has got the keyboard."""

    came = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._state_changed)

    @property
    def in_front(self) -> bool:
        active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        return active and not self._window.isMinimized()

    def bring(self, token: str) -> None:
        """The window to the front; ``token`` is the desktop's leave to do so, without which it may only ask to be."""
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it, on Wayland
        self._window.come_forward()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.came.emit()
