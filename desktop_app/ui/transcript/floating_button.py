"""The button that floats over the page while the reader is somewhere else than what goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QPushButton, QWidget

from desktop_app.ui.transcript.looks.colours import Colours

ABOVE_EDGE = 14


class FloatingButton(QPushButton):
    """Keeps itself in the middle of its parent's lower edge."""

    def __init__(self, text: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(14)
        self._shadow.setOffset(0, 3)
        self.setGraphicsEffect(self._shadow)
        parent.installEventFilter(self)
        self.hide()

    def set_colours(self, colours: Colours) -> None:
        self._shadow.setColor(QColor(0, 0, 0, 50))
        self.setStyleSheet(
            f"QPushButton {{ background: {colours.card}; color: {colours.ink}; border: 1px solid {colours.line};"
            " border-radius: 14px; padding: 5px 14px; font-size: 13px; }"
            f"QPushButton:hover {{ border-color: {colours.muted}; }}"
            f"QPushButton:focus {{ border: 2px solid {colours.accent}; padding: 4px 13px; }}"
        )
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        self._place()
        super().showEvent(event)

    def _place(self) -> None:
        if self.isHidden():  # most often it is, and is measured for nothing
            return
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - ABOVE_EDGE)
