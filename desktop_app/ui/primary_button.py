"""The one dark button of a screen: a drawing, a word and, where it helps, the cap of its key."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy

from desktop_app.ui.actions import key_cap
from desktop_app.ui.icons import icon
from desktop_app.ui.parts import ink, label, look, restyled

_BUTTON_SIZE: Final = QSize(110, 31)


class PrimaryButton(QPushButton):
    """``drawing`` names its icon, ``key`` what does the same; ``capped``: the key is shown beside the word."""

    def __init__(self, drawing: str, words: str, key: str, *, capped: bool = False) -> None:
        super().__init__()
        look(self, "primary")
        self._drawing, self._words = drawing, words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon, self._word, self._cap = QLabel(), label(words, "on-primary"), label("", "on-primary-cap")
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(0)
        layout.addStretch()
        layout.addWidget(self._icon)
        layout.addSpacing(7)
        layout.addWidget(self._word)
        layout.addSpacing(7 if capped else 0)
        layout.addWidget(self._cap)
        layout.addStretch()
        for part in (self._icon, self._word, self._cap):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap.setVisible(capped)
        self.show_key(key)
        self._draw()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(_BUTTON_SIZE)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), _BUTTON_SIZE.height())

    def show_key(self, key: str) -> None:
        self._cap.setText(key_cap(key))
        self.updateGeometry()
        self.setToolTip(f"{self._words} ({key})")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event) and hasattr(self, "_cap"):
            self._draw()

    def _draw(self) -> None:
        role = QPalette.ColorRole.Window if self.isEnabled() else QPalette.ColorRole.PlaceholderText
        self._icon.setPixmap(icon(self._drawing, ink(role), 16).pixmap(16, 16))
