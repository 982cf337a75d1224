"""What stands on a page without messages: what to do here, and what will happen then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop_app.ui.actions import key_text
from desktop_app.ui.transcript.looks.colours import Colours

_SIDE, _EDGE, _BETWEEN = 24, 8, 8


class EmptyPage(QWidget):
    """Fills its parent and lets the mouse through. In a low page only whole words show, and none rather than half."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._colours: Colours | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._head = QLabel()
        self._more = QLabel()
        self._spoken, self._key, self._temporary = True, "Esc", False
        self._show()
        room = QVBoxLayout(self)
        room.setContentsMargins(_SIDE, _EDGE, _SIDE, _EDGE)
        room.setSpacing(_BETWEEN)
        room.addStretch(2)
        for words in (self._head, self._more):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setWordWrap(True)
            room.addWidget(words)
        room.addStretch(3)
        parent.installEventFilter(self)
        self.resize(parent.size())

    def set_spoken(self, *, spoken: bool) -> None:
        """Whether answers are spoken, as far as one can promise."""
        self._spoken = spoken
        self._show()

    def set_temporary(self, *, temporary: bool) -> None:
        """Whether the conversation that begins here leaves no trace."""
        self._temporary = temporary
        self._show()

    def set_stop_key(self, portable: str) -> None:
        self._key = key_text(portable) or key_text("Esc")
        self._show()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        if self.isVisible():
            self._dress(colours)

    def showEvent(self, event: QShowEvent) -> None:
        if self._colours is not None:
            self._dress(self._colours)
        super().showEvent(event)

    def _dress(self, colours: Colours) -> None:
        """When it is shown: a page that begins with messages never does."""
        self._head.setStyleSheet(f"color: {colours.ink}; font-size: 20px; font-weight: 600;")
        self._more.setStyleSheet(f"color: {colours.muted}; font-size: 15px;")

    def _show(self) -> None:
        if self._temporary:
            self._head.setText(self.tr("Ask, and leave no trace here."))
            words = self.tr(
                "Nothing that is said here is kept on this computer: no text, no sound, no title.\n"
                "What the server keeps is the server's affair."
            )
        elif self._spoken:
            self._head.setText(self.tr("Ask, and listen."))
            words = self.tr("The answer is read to you while it is being written.\n{key} silences it; the text stays.")
        else:
            self._head.setText(self.tr("Ask, and read."))
            words = self.tr("The answer grows here while it is being written.\n{key} stops it; what was written stays.")
        self._more.setText(words.format(key=self._key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, room = self.width() - 2 * _SIDE, self.height() - 2 * _EDGE
        head, more = (words.heightForWidth(width) for words in (self._head, self._more))
        self._head.setVisible(head <= room)
        self._more.setVisible(head + _BETWEEN + more <= room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.resize(self._over.size())
        return super().eventFilter(watched, event)
