"""The fields of a saved prompt, ``{{language}}``: Tab goes to the next and selects it, so that one types over it."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QTextCursor, QTextDocument

from desktop_app.domain.prompts import FIELD
from desktop_app.ui.message_box import MessageBox


class Fields:
    """From ``begin`` until no field is left in the box, Tab and Shift+Tab are theirs."""

    def __init__(self, box: MessageBox) -> None:
        self._box = box
        self._pattern = QRegularExpression(FIELD)
        self._walking = False

    def begin(self) -> None:
        """A prompt has come into the box: its first field is selected."""
        self._walking = True
        self._box.moveCursor(QTextCursor.MoveOperation.Start)
        if not self.go(forward=True):
            self._box.moveCursor(QTextCursor.MoveOperation.End)

    def end(self) -> None:
        """Another text: braces in it are what they are."""
        self._walking = False

    def go(self, *, forward: bool) -> bool:
        """To the next field, round the end; False where there is none."""
        if not self._walking:
            return False
        found = self._find(self._box.textCursor(), forward=forward)
        if found.isNull():
            ends = QTextCursor(self._box.document())
            if not forward:
                ends.movePosition(QTextCursor.MoveOperation.End)
            found = self._find(ends, forward=forward)
        self._walking = not found.isNull()
        if self._walking:
            self._box.setTextCursor(found)
        return self._walking

    def _find(self, start: QTextCursor, *, forward: bool) -> QTextCursor:
        back = QTextDocument.FindFlag.FindBackward if not forward else QTextDocument.FindFlag(0)
        return self._box.document().find(self._pattern, start, back)
