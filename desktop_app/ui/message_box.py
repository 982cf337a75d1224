"""The field one types a message in: grows with the text, sends on Enter, never while an input method composes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QSizePolicy

from desktop_app.ui.fonts import text_font
from desktop_app.ui.parts import look

if TYPE_CHECKING:
    from PySide6.QtCore import QRegularExpression

_SHARE_OF_WINDOW: Final = 3
_FONT_SIZE: Final = 15
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MessageBox(QPlainTextEdit):
    """Plain text only. Emptying it and filling it can be undone like typing, until it is about something else.

    ``given`` carries a ``composing.given.Given``: files or a picture that somebody pasted or dropped. ``menu_opened``
    carries the menu of the box, which others may add to. The keys that no input method wants go to ``takes_key`` first,
    Tab with its direction to ``takes_tab``.
    """

    entered = Signal()
    given = Signal(object)
    menu_opened = Signal(QMenu)

    def __init__(self) -> None:
        super().__init__()
        look(self, "bare")
        self.setFont(text_font(_FONT_SIZE))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self._composing = False
        self.takes_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self.has_more_to_undo: Callable[[], bool] = lambda: False
        self.takes_tab: Callable[[bool], bool] = lambda _forward: False

    def replace_text(self, text: str) -> None:
        """Sets the whole text as one step that can be undone."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def begin_text(self, text: str) -> None:
        """Sets the whole text, and there is nothing before it to go back to."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def has_words(self) -> bool:
        """Anything but blanks; cheap, however long the text is."""
        return not self.document().isEmpty() and not self.document().find(_no_blank()).isNull()

    def set_zoom(self, factor: float) -> None:
        for part in (self, self.viewport()):  # whose font the words have that stand in an empty box
            part.setFont(text_font(round(_FONT_SIZE * factor)))

    def sizeHint(self) -> QSize:
        """As high as its lines, and a third of the window at most."""
        spacing = self.fontMetrics().lineSpacing()
        lines = round(self.document().size().height()) * spacing
        most = max(spacing, self.window().height() // _SHARE_OF_WINDOW)
        return QSize(200, min(max(lines, spacing), most) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing() + 4)

    def event(self, event: QEvent) -> bool:
        """With nothing typed that could be taken back, the key for that is left to whoever else has a use for it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not (self.document().isUndoAvailable() or self.has_more_to_undo())
        ):
            event.ignore()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in _ENTER
        if enter and self._composing:
            event.ignore()  # the key belongs to the input method, which takes the word with it
        elif not self._composing and self.takes_key(event):
            event.accept()
        elif enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()  # Qt would insert a line separator, which no server expects
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt calls it
        taken = not self._composing and self.takes_tab(forward)
        return taken or super().focusNextPrevChild(forward)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        from desktop_app.ui.composing.given import can_attach

        return can_attach(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        from desktop_app.ui.composing.given import given_in

        if given := given_in(source):
            self.given.emit(given)
        else:
            super().insertFromMimeData(source)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opened.emit(menu)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu.popup(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it is not about scrolling: whoever holds the box sets the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


@cache
def _no_blank() -> QRegularExpression:
    """With the first letter, and not while the window is made."""
    from PySide6.QtCore import QRegularExpression

    return QRegularExpression(r"\S")
