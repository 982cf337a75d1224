"""What this program is, which version, and on what it runs: what one is asked for when something is wrong."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app import __version__
from desktop_app.ui import parts
from desktop_app.ui.fonts import text_font
from desktop_app.ui.question import button_row

_WIDTH = 440
_ICON = 64
_MARGIN = 24


class AboutDialog(QDialog):
    """Forgotten when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Aloud"))
        self.setAccessibleName(self.tr("About Aloud"))
        self._versions = "\n".join(
            (
                f"Aloud {__version__}",
                f"Python {platform.python_version()}, Qt {qVersion()}",
                f"{platform.system()} {platform.release()}, {QGuiApplication.platformName()}",
            )
        )
        self._copy = parts.button(self.tr("Copy"), tip=self.tr("Copies the versions, for a report"))
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._versions))
        self._close = parts.button(self.tr("Close"), "primary", tip=self.tr("Closes this (Esc)"))
        self._close.setDefault(True)
        self._close.clicked.connect(self.accept)
        whole = self._lay_out()
        self.setFixedSize(_WIDTH, whole.heightForWidth(_WIDTH))
        self._close.setFocus()

    def _lay_out(self) -> QVBoxLayout:
        name = parts.label("Aloud")
        font = text_font(24)
        font.setWeight(QFont.Weight.DemiBold)
        name.setFont(font)
        sentence = parts.label(self.tr("Hear the answer while it is being written."), wrap=True)
        licence = parts.label(self.tr("Free software under the Apache License 2.0."), "muted", wrap=True)
        versions = parts.label(self._versions, "small", wrap=True)
        versions.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        icon = QLabel()
        icon.setPixmap(QGuiApplication.windowIcon().pixmap(_ICON, _ICON))
        words = QVBoxLayout()
        words.setSpacing(8)
        for one in (name, sentence, licence, versions):
            words.addWidget(one)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 20)
        whole.setSpacing(20)
        whole.addLayout(head)
        whole.addLayout(button_row([self._copy, self._close]))
        return whole
