"""The attachments of the message that is being written: which there are, which are still being read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.attachments import blob_of
from desktop_app.domain.messages import Part
from desktop_app.ui.composing.chips import Chip
from desktop_app.ui.composing.flow import FlowLayout

_GAP: Final = 8
INSET: Final = 6
"""The words of the message begin so far within the composer."""

_numbers = itertools.count(1)


class Attached(QWidget):
    """A number names a chip as long as the program runs. ``changed``: another row of parts, or one more is read."""

    changed = Signal()
    removed = Signal(int)
    """By the user's hand."""
    left = Signal()
    """The keyboard wants out of the row, back to the message."""

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[int, Chip] = {}
        self._flow = FlowLayout(self, _GAP)
        self._flow.setContentsMargins(INSET, 0, INSET, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Attachments"))
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
            self.changed.emit()

    def drop(self, number: int) -> None:
        """It could not be read."""
        if number in self._chips:
            self._take(number)

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

    def _put(self, number: int, chip: Chip) -> None:
        chip.remove_requested.connect(lambda: self._remove(number))
        chip.moved.connect(lambda step: self._move(number, step))
        self._chips[number] = chip
        self._flow.addWidget(chip)
        self._show_row()
        chip.show()  # now, not with the next turn of the loop

    def _remove(self, number: int) -> None:
        """The next chip has the keyboard then, or the message."""
        if number not in self._chips:
            return
        numbers = list(self._chips)
        held, place = self._chips[number].hasFocus(), numbers.index(number)
        self.removed.emit(number)
        self._take(number)
        numbers.remove(number)
        if held and numbers:
            self._chips[numbers[min(place, len(numbers) - 1)]].setFocus(Qt.FocusReason.OtherFocusReason)
        elif held:
            self.left.emit()

    def _move(self, number: int, step: int) -> None:
        numbers = list(self._chips)
        wanted = numbers.index(number) + step
        if 0 <= wanted < len(numbers):
            self._chips[numbers[wanted]].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, number: int) -> None:
        self._forget(number)
        self._show_row()

    def _forget(self, number: int) -> None:
        chip = self._chips.pop(number)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _show_row(self) -> None:
        self.setVisible(bool(self._chips))
        self.updateGeometry()
        self.changed.emit()
