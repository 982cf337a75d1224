"""A combo box that speaks in values: each entry has a label for people and a value for the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QWidget

TEXT_MARGINS = (-2, 0, -2, 0)
"""Takes back what QLineEdit adds of its own, so that typed and chosen text stand on one line."""
_NARROWEST = 8  # characters, so that a long entry never forces the dialog wider


class Choice(QComboBox):
    """``changed`` is sent for what a person does only. With ``free`` a text that is no entry is its own value."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, free: bool = False) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_NARROWEST)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._tell)
        self.editTextChanged.connect(self._tell)  # and not textEdited: a screen reader types without editing
        self.set_free(free=free)

    def set_free(self, *, free: bool) -> None:
        """Whether a text of one's own may be typed."""
        if free == self.isEditable():
            return
        value = self.value()
        with QSignalBlocker(self):
            self.setEditable(free)
            self.set_value(value)
        edit, completer = self.lineEdit(), self.completer()
        if edit is not None and completer is not None:
            edit.setAccessibleName(self.accessibleName())
            edit.setTextMargins(*TEXT_MARGINS)
            # Never inline: a half-typed name that completes itself would be taken for the longer one on OK.
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)

    def set_name(self, name: str) -> None:
        """The accessible name, for the box and for the line edit in it."""
        self.setAccessibleName(name)
        edit = self.lineEdit()
        if edit is not None:
            edit.setAccessibleName(name)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replaces the entries, (label, value) each; the value in force stays, and what is selected of a typed one.

        A server's list comes when it comes: somebody may be about to type over what stands there.
        """
        value = self.value()
        edit = self.lineEdit()
        selected = (edit.text(), edit.selectionStart(), len(edit.selectedText())) if edit is not None else ("", -1, 0)
        with QSignalBlocker(self):
            self.clear()
            for label, choice in choices:
                self.addItem(label, str(choice))
            self.set_value(value)
        text, start, length = selected
        if edit is not None and start >= 0 and edit.text() == text:
            edit.setSelection(start, length)

    def values(self) -> list[str]:
        return [str(self.itemData(index)) for index in range(self.count())]

    def value(self) -> str:
        """The value of the entry shown, or the text typed; empty where nothing is chosen."""
        if not self.isEditable():
            return str(self.currentData() or "")
        text = self.currentText().strip()
        index = self.findText(text, Qt.MatchFlag.MatchFixedString)
        return text if index < 0 else str(self.itemData(index))

    def set_value(self, value: str) -> None:
        """Shows ``value``; where it is no entry it is shown as typed text (``free``) or nothing is chosen."""
        index = self.findData(str(value))
        with QSignalBlocker(self):
            self.setCurrentIndex(index)
            if index < 0 and self.isEditable():
                self.setEditText(str(value))
        self.update()  # the blocked signals would have asked for it

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page over a field must not change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _tell(self) -> None:
        self.changed.emit()
