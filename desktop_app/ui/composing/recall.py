"""Up in an empty box: what was asked before, the newest first; Down goes back, at last to the empty box.

Only where nothing can be lost: the box is empty, or it shows what was recalled, unchanged.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.message_box import MessageBox


class Recall(QObject):
    """``wanted``: Up was pressed, and it is not known what was asked; ``show_asked`` answers."""

    wanted = Signal()

    def __init__(self, box: MessageBox) -> None:
        super().__init__(box)
        self._box = box
        self._asked: list[str] | None = None
        self._place = -1
        self._waits = False

    def show_asked(self, texts: Sequence[str]) -> None:
        """The newest first."""
        self._asked = list(texts)
        if self._waits and not self._box.toPlainText():
            self._go(1)
        self._waits = False

    def note(self, text: str) -> None:
        """This was asked now."""
        self._place = -1
        if self._asked is not None:
            self._asked = [text, *(asked for asked in self._asked if asked != text)]

    def take_key(self, event: QKeyEvent) -> bool:
        """True where the key was meant for this."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if not self._is_safe() or (step < 0 and self._place < 0):
            return False
        if self._asked is None:
            self._waits = True
            self.wanted.emit()
        else:
            self._go(step)
        return True

    def _is_safe(self) -> bool:
        text = self._box.toPlainText()
        if not text:
            self._place = -1
            return True
        return self._place >= 0 and self._asked is not None and text == self._asked[self._place]

    def _go(self, step: int) -> None:
        asked = self._asked or []
        wanted = self._place + step
        if wanted < len(asked):
            self._place = wanted
            self._box.replace_text(asked[wanted] if wanted >= 0 else "")
