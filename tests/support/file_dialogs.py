"""The system's dialogs for files, which open a moment after they were asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot


def file_dialog(qtbot: QtBot, over: QObject) -> QFileDialog:
    """The one that is open above ``over``, or comes there soon."""

    def is_open() -> list[QFileDialog]:
        return [one for one in over.findChildren(QFileDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(is_open()))
    [dialog] = is_open()
    return dialog
