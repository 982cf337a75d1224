"""The attachments of the message that is being written: which there are, which are still being read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop_app.domain.attachments import blob_of
from desktop_app.domain.messages import Part
from desktop_app.ui.announcing import announce
from desktop_app.ui.composing.chips import HEIGHT, Chip
from desktop_app.ui.composing.flow import FlowLayout

_GAP: Final = 8
_MOST_HEIGHT: Final = round(2.4 * (HEIGHT + _GAP))
"""Pixels: two lines, and of a third so much that one sees there is more."""
_INSET: Final = 6
"""The words of the message begin so far within the composer."""
_numbers = itertools.count(1)


class Attached(QScrollArea):
    """A number names a chip as long as the program runs. ``changed``: another row of parts, or one more is read."""

    changed = Signal()
    removed = Signal(int)
    """By the user's hand."""
    left = Signal()
    """The keyboard wants out of the row, back to the message."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[int, Chip] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWidgetResizable(True)
        row = QWidget()
        row.setAccessibleName(self.tr("Attachments"))
        self._flow = FlowLayout(row, _GAP)
        self._flow.setContentsMargins(_INSET, 0, _INSET, 0)
        self.setWidget(row)
        for part in (self.viewport(), row):
            part.setAutoFillBackground(False)
        self.hide()

    @property
    def parts(self) -> tuple[Part, ...]:
        """Those that were read."""
        return tuple(chip.part for chip in self._chips.values() if chip.part is not None)

    @property
    def chips(self) -> list[QWidget]:
        """In the order in which Tab goes through them."""
        return list(self._chips.values())

    @property
    def reading(self) -> bool:
        return any(chip.part is None for chip in self._chips.values())

    def __len__(self) -> int:
        return len(self._chips)

    def add(self, path: str = "") -> int:
        """A chip that is being read: a file's, or a pasted picture's. Gives its number."""
        number = next(_numbers)
        self._put(number, Chip(PurePath(path).name))
        return number

    def show_part(self, number: int, part: Part, thumbnail: object | None) -> None:
        if (chip := self._chips.get(number)) is not None:
            chip.show_part(part, thumbnail)
            announce(self, self.tr("Attached {name}").format(name=chip.accessibleName()))
            self._fit()
            self.changed.emit()

    def drop(self, number: int) -> None:
        """It could not be read."""
        if number in self._chips:
            self._forget(number)
            self._show_row()

    def show_thumbnail(self, blob: str, thumbnail: object) -> None:
        for chip in self._chips.values():
            if chip.part is not None and blob_of(chip.part) == blob:
                chip.show_thumbnail(thumbnail)

    def add_parts(self, parts: Sequence[Part]) -> None:
        for part in parts:
            self._put(next(_numbers), Chip("", part))

    def clear(self) -> None:
        """What is being read is not waited for any more."""
        for number in list(self._chips):
            if self._chips[number].part is None:
                self.removed.emit(number)
            self._forget(number)
        self._show_row()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _put(self, number: int, chip: Chip) -> None:
        chip.remove_requested.connect(lambda: self._remove(number))
        chip.moved.connect(lambda step: self._move(number, step))
        self._chips[number] = chip
        self._flow.addWidget(chip)
        self._show_row()
        chip.show()  # now, not with the next turn of the loop
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _remove(self, number: int) -> None:
        """The next chip has the keyboard then, or the message."""
        if number not in self._chips:
            return
        numbers = list(self._chips)
        held, place = self._chips[number].hasFocus(), numbers.index(number)
        self.removed.emit(number)
        self._forget(number)
        self._show_row()
        numbers.remove(number)
        if held and numbers:
            self._focus(numbers[min(place, len(numbers) - 1)])
        elif held:
            self.left.emit()

    def _move(self, number: int, step: int) -> None:
        numbers = list(self._chips)
        wanted = numbers.index(number) + step
        if 0 <= wanted < len(numbers):
            self._focus(numbers[wanted])

    def _focus(self, number: int) -> None:
        self._chips[number].setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(self._chips[number], 0, 0)

    def _forget(self, number: int) -> None:
        chip = self._chips.pop(number)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _show_row(self) -> None:
        self.setVisible(bool(self._chips))
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, min(self._flow.heightForWidth(self.viewport().width()), _MOST_HEIGHT)))
