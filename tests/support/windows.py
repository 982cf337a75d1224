"""A window as the program makes it, with a page that has the transcript's focus and no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app.ui.first_start import FirstStartPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.transcript.view import TranscriptView


class Page(QTextBrowser):
    """A page that has words and knows nothing of messages."""

    models_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keys: Mapping[str, str] = {}
        self.zoom = 1.0
        self.temporary = False
        self.setAccessibleName("Transcript")

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        self.keys = keys

    def show_models(self, models: Sequence[str]) -> None:
        """It has no menu to offer them in."""

    def set_temporary(self, *, temporary: bool) -> None:
        self.temporary = temporary

    def set_zoom(self, factor: float) -> None:
        self.zoom = factor


def stand_in() -> TranscriptView:
    return cast("TranscriptView", Page())


def open_window(qtbot: QtBot, keeper: ThemeKeeper, width: int = 1280, height: int = 820) -> MainWindow:
    """Shown and active, with its page and its list made."""
    window = MainWindow(keeper, stand_in, FirstStartPage)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.close_for_good())
    assert window.transcript is window.transcript
    window.sidebar.show_conversations([], None)
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
    return window
