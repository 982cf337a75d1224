"""What was sent with attachments, so that undo brings these back with the words, and redo takes both away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument

    from desktop_app.domain.messages import Part


class Sent:
    """Made when the box has just been emptied. A message without words leaves nothing that the box could undo."""

    def __init__(self, document: QTextDocument, text: str, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.is_back = False
        self._document = document
        self._text = text
        self._steps = document.availableUndoSteps()

    @property
    def alone(self) -> bool:
        """Whether undo has to be asked here: there were no words, and nothing was typed since."""
        return not (self.is_back or self._text or self._document.isUndoAvailable())

    def comes_back(self) -> bool:
        """Whether the words have just been undone back."""
        undone = self._document.availableUndoSteps() == self._steps - 1 and self._document.isRedoAvailable()
        return not self.is_back and undone and self._document.toPlainText() == self._text

    def goes_again(self) -> bool:
        """Whether that has just been redone."""
        redone = self._document.availableUndoSteps() == self._steps
        return self.is_back and bool(self._text) and redone and self._document.isEmpty()
