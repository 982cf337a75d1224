"""Where the voice was stopped: a thin mark in the text, and beside its line a button that reads on from there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QToolButton

from desktop_app.ui.actions import default_key
from desktop_app.ui.icons import icon
from desktop_app.ui.transcript.colours import LIGHT, Colours
from desktop_app.ui.transcript.document import PageDocument
from desktop_app.ui.transcript.message_item import MessageItem
from desktop_app.ui.transcript.page import Page
from desktop_app.ui.transcript.spans import stretches

_NEAR = 400
"""Characters of source before the place in which its last visible letter is looked for."""
_SIZE = 18
_ICON = 12


class _Mark:
    """``position`` in the document, -1 while it is not on the page; ``known`` is the message's extent then."""

    def __init__(self, place: int, button: QToolButton) -> None:
        self.place = place
        self.button = button
        self.known: tuple[int, int, bool] | None = None
        self.position = -1


class HeardMarks(QObject):
    """``go_on_requested`` names the message and the place in its source."""

    go_on_requested = Signal(str, int)

    def __init__(self, messages: PageDocument, page: Page) -> None:
        super().__init__(page)
        self._messages = messages
        self._page = page
        self._colours: Colours = LIGHT
        self._key = default_key("repeat")
        self._marks: dict[str, _Mark] = {}
        page.verticalScrollBar().valueChanged.connect(self._place_buttons)
        page.verticalScrollBar().rangeChanged.connect(self._place_buttons)

    def clear(self) -> None:
        for message_id in list(self._marks):
            self.set_place(message_id, None)

    def set_place(self, message_id: str, place: int | None) -> None:
        """Up to where the message was heard; None where it was to its end."""
        if (old := self._marks.pop(message_id, None)) is not None:
            old.button.hide()
            old.button.deleteLater()
        if place is not None:
            self._marks[message_id] = _Mark(place, self._button(lambda: self.go_on_requested.emit(message_id, place)))
        self.refresh()

    def set_colours(self, colours: Colours) -> None:
        self._colours = colours
        for mark in self._marks.values():
            self._dress(mark.button)

    def show_key(self, key: str) -> None:
        """The key that reads on, as a person reads it."""
        self._key = key
        for mark in self._marks.values():
            mark.button.setToolTip(self._tip())

    def refresh(self) -> None:
        """The text has changed: looks where the marks stand now."""
        for message_id, mark in self._marks.items():
            item = self._messages.find(message_id)
            extent = (item.start, item.content_length, item.whole) if item is not None else None
            if item is None or extent != mark.known:
                mark.known = extent
                mark.position = _position(self._messages, item, mark.place) if item is not None else -1
        positions = tuple(mark.position for mark in self._marks.values() if mark.position >= 0)
        if positions != self._page.painter.heard:
            self._page.painter.heard = positions
            self._page.viewport().update()
        self._place_buttons()

    def _place_buttons(self) -> None:
        if not self._marks:
            return
        frame, scrolled = self._page.viewport().geometry(), self._page.verticalScrollBar().value()
        for mark in self._marks.values():
            top, bottom = self._page.box_of(mark.position, mark.position) if mark.position >= 0 else (0.0, 0.0)
            middle = (top + bottom) / 2 - scrolled
            seen = mark.position >= 0 and 0 <= middle <= frame.height()
            if seen:
                x = frame.right() + 1 if self._rightwards(mark.position) else frame.left() - _SIZE
                mark.button.move(max(x, 0), round(frame.top() + middle - _SIZE / 2))
            mark.button.setVisible(seen)

    def _rightwards(self, position: int) -> bool:
        """Whether its line begins at the right."""
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(position)
        return cursor.block().textDirection() is Qt.LayoutDirection.RightToLeft

    def _button(self, go_on: Callable[[], None]) -> QToolButton:
        button = QToolButton(self._page)
        button.setFixedSize(_SIZE, _SIZE)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(self.tr("Go on reading"))
        button.setAccessibleDescription(self.tr("Heard up to here"))
        button.setToolTip(self._tip())
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(go_on)
        self._dress(button)
        return button

    def _tip(self) -> str:
        return self.tr("Heard up to here. Go on reading ({key})").format(key=self._key)

    def _dress(self, button: QToolButton) -> None:
        colours = self._colours
        button.setIcon(icon("play", colours.accent, _ICON))
        button.setStyleSheet(
            f"QToolButton {{ background: transparent; border: none; border-radius: {_SIZE // 2}px; padding: 0; }}"
            f"QToolButton:hover {{ background: {colours.line}; }}"
            f"QToolButton:focus {{ border: 2px solid {colours.accent}; }}"
        )


def _position(messages: PageDocument, item: MessageItem, place: int) -> int:
    """The document position behind the last letter of the source before ``place``; -1 where that is not written yet."""
    before = stretches(messages, item, max(place - _NEAR, 0), place)
    return before[-1].end if before else -1
