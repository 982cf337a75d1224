"""The field one types a message in: grows with the text, sends on Enter, never while an input method composes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from desktop_app.ui.fonts import text_font
from desktop_app.ui.parts import look

_SHARE_OF_WINDOW: Final = 3
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MessageBox(QPlainTextEdit):
    """Plain text only. Emptying it and filling it can be undone like typing."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        look(self, "bare")
        self.setFont(text_font(15))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self._composing = False

    def replace_text(self, text: str) -> None:
        """Sets the whole text as one step that can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def sizeHint(self) -> QSize:
        """As high as its lines, and a third of the window at most."""
        spacing = self.fontMetrics().lineSpacing()
        lines = round(self.document().size().height()) * spacing
        most = max(spacing, self.window().height() // _SHARE_OF_WINDOW)
        return QSize(200, min(max(lines, spacing), most) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing() + 4)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in _ENTER
        if enter and self._composing:
            event.ignore()  # the key belongs to the input method, which takes the word with it
        elif enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()  # Qt would insert a line separator, which no server expects
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
