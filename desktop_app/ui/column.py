"""The reading column: whatever stands in it is 720 pixels wide at most, in the middle, with a margin at both sides."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

WIDTH: Final = 720
MARGIN: Final = 20


class ColumnRow(QWidget):
    """What ``in_column`` makes."""

    def __init__(self, between: int, bottom: int) -> None:
        super().__init__()
        held = QWidget()
        held.setMaximumWidth(WIDTH)
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(between)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(MARGIN, 0, MARGIN, bottom)
        outer.addStretch()
        outer.addWidget(held, 1)
        outer.addStretch()

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def put_first(self, widget: QWidget) -> None:
        """Above all that stands here."""
        self._column.insertWidget(0, widget)


def in_column(*widgets: QWidget, between: int = 12, bottom: int = 0) -> ColumnRow:
    """A row as wide as the window allows, with the widgets below each other in the column; no higher than they are."""
    row = ColumnRow(between, bottom)
    for widget in widgets:
        row.add(widget)
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
