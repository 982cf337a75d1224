"""The button that floats over the page while the reader is somewhere else than what goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.ui.transcript.looks.colours import Colours

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsEffect

ABOVE_EDGE = 14


class FloatingButton(QPushButton):
    """Keeps itself in the middle of its parent's lower edge."""

    def __init__(self, text: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self._colours: Colours | None = None
        self._dressed = False
        parent.installEventFilter(self)
        self.hide()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        if self._dressed:
            self._dress(colours)

    def _dress(self, colours: Colours) -> None:
        """When it is shown first, as most often it is not."""
        if not self._dressed:
            self._dressed = True
            self.setGraphicsEffect(_shadow(self))
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
        if self._colours is not None and not self._dressed:
            self._dress(self._colours)
        self._place()
        super().showEvent(event)

    def _place(self) -> None:
        if self.isHidden():  # most often it is, and is measured for nothing
            return
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - ABOVE_EDGE)


def _shadow(button: QPushButton) -> QGraphicsEffect:
    from PySide6.QtWidgets import QGraphicsDropShadowEffect

    made = QGraphicsDropShadowEffect(button)
    made.setBlurRadius(14)
    made.setOffset(0, 3)
    made.setColor(QColor(0, 0, 0, 50))
    return made
