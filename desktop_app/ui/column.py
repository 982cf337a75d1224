"""The reading column: whatever stands in it is 720 pixels wide at most, in the middle, with a margin at both sides."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

WIDTH: Final = 720
MARGIN: Final = 20


def in_column(*widgets: QWidget, between: int = 12, bottom: int = 0) -> QWidget:
    """A row as wide as the window allows, with the widgets below each other in the column; no higher than they are."""
    held = QWidget()
    held.setMaximumWidth(WIDTH)
    inner = QVBoxLayout(held)
    inner.setContentsMargins(QMargins())
    inner.setSpacing(between)
    for widget in widgets:
        inner.addWidget(widget)
    row = QWidget()
    outer = QHBoxLayout(row)
    outer.setContentsMargins(MARGIN, 0, MARGIN, bottom)
    outer.addStretch()
    outer.addWidget(held, 1)
    outer.addStretch()
    return row


def scrolling(inner: QWidget) -> QScrollArea:
    """Up and down where there is no room for all of it, without a frame or a ground of its own."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
