"""A small row of buttons at the foot of the message under the pointer, or of the one that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop_app.ui.icons import icon
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.colours import Colours
from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.reading_page import ReadingPage
from desktop_app.ui.transcript.tools.message_commands import COPY, EDIT, READ, REGENERATE, MessageCommands

_SIZE = 24
_ICON = 15
_MORE = "more"
_ICONS = {COPY: "copy", READ: "speaker", EDIT: "pencil", REGENERATE: "repeat", _MORE: "more"}


class MessageRow(QWidget):
    """Lies in the space between two messages, so that it hides nothing and moves nothing."""

    more_requested = Signal(object, QPoint)
    """The message, and where on the screen its menu belongs."""

    def __init__(self, page: ReadingPage, commands: MessageCommands) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._commands = commands
        self._entry: Entry | None = None
        self._hovered: Entry | None = None
        self._colours = page.colours
        self._buttons = {verb: self._button(verb) for verb in _ICONS}
        self.setAccessibleName(self.tr("What can be done with this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self._buttons.values():
            row.addWidget(button)
        self.hide()
        page.hovered.connect(self.hover)
        page.focus_changed.connect(lambda _index: self.place())
        page.sight_changed.connect(self.place)
        page.messages_replaced.connect(self._forget)

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        for verb, button in self._buttons.items():
            self._dress(verb, button)
        self.update()

    def hover(self, index: int) -> None:
        """The pointer is over that message; -1 for none."""
        entry = self._page.entries[index] if 0 <= index < len(self._page.entries) else None
        if entry is not self._hovered:
            self._hovered = entry
            self.place()

    def place(self) -> None:
        """Puts itself at the foot of its message, or goes."""
        entry = self._wanted()
        box = self._page.message_box(entry.index) if entry is not None else None
        if entry is None or box is None or box.isEmpty() or entry.live:
            self.hide()
            return
        if entry is not self._entry:
            self._show_for(entry)
        height = self._page.viewport().height()
        y = min(round(box.bottom()), height - _SIZE - 2)
        x = self._page.column_left
        if entry.mine:
            x += round(self._page.column.width) - self.sizeHint().width()
        else:
            x -= (_SIZE - _ICON) // 2
        self.setGeometry(x, y, self.sizeHint().width(), _SIZE)
        self.setVisible(y > box.top())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ground of its own, for where it lies over a message that goes on below the window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.page))
        painter.drawRoundedRect(self.rect(), measures.CARD_ROUND, measures.CARD_ROUND)

    def _wanted(self) -> Entry | None:
        if self._hovered is not None:
            return self._hovered
        focused = self._page.focused_entry
        if focused is None or not (self._page.hasFocus() or self.isAncestorOf(self._page.focusWidget() or self)):
            return None
        return self._page.entries[focused]

    def _forget(self) -> None:
        self._entry = self._hovered = None
        self.hide()

    def _show_for(self, entry: Entry) -> None:
        self._entry = entry
        there = self._commands.commands(entry)
        for verb, button in self._buttons.items():
            if verb != _MORE:
                button.setVisible(verb in there)
                if verb in there:
                    words, key = there[verb].words, self._commands.key(verb)
                    button.setAccessibleName(words)
                    button.setToolTip(f"{words} ({key})" if key else words)
        self.adjustSize()

    def _press(self, verb: str) -> None:
        if self._entry is None:
            return
        if verb == _MORE:
            button = self._buttons[verb]
            self.more_requested.emit(self._entry, button.mapToGlobal(QPoint(0, button.height())))
        else:
            self._commands.do(verb, self._entry)

    def _button(self, verb: str) -> QToolButton:
        button = QToolButton(self)
        button.setFixedSize(_SIZE, _SIZE)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self._press(verb))
        if verb == _MORE:
            button.setAccessibleName(self.tr("More"))
            button.setToolTip(self.tr("More"))
        self._dress(verb, button)
        return button

    def _dress(self, verb: str, button: QToolButton) -> None:
        colours = self._colours
        button.setIcon(icon(_ICONS[verb], colours.muted, _ICON))
        button.setStyleSheet(
            "QToolButton { background: transparent; border: none; border-radius: 6px; padding: 0; }"
            f"QToolButton:hover {{ background: {colours.line}; }}"
            f"QToolButton:focus {{ border: 2px solid {colours.accent}; }}"
        )
