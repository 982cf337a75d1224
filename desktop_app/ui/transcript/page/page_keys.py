"""What the keys do while the page has them: scroll, walk messages and links, select, copy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.page.places import Place
from desktop_app.ui.transcript.page.reading_page import ReadingPage

_Std = QKeySequence.StandardKey
_Key = Qt.Key
_SELECT: Final = {
    _Std.SelectNextChar: ("letter", 1),
    _Std.SelectPreviousChar: ("letter", -1),
    _Std.SelectNextWord: ("word", 1),
    _Std.SelectPreviousWord: ("word", -1),
    _Std.SelectNextLine: ("line", 1),
    _Std.SelectPreviousLine: ("line", -1),
    _Std.SelectStartOfLine: ("edge", -1),
    _Std.SelectEndOfLine: ("edge", 1),
    _Std.SelectStartOfDocument: ("page", -1),
    _Std.SelectEndOfDocument: ("page", 1),
    _Std.SelectStartOfBlock: ("edge", -1),
    _Std.SelectEndOfBlock: ("edge", 1),
}
_LINES = 3
_SIDEWAYS = 40.0


class PageKeys:
    """``press`` says whether the key meant something."""

    def __init__(self, page: ReadingPage) -> None:
        self._page = page

    def press(self, event: QKeyEvent) -> bool:
        if event.matches(_Std.Copy):
            self._page.copy_requested.emit()
        elif event.matches(_Std.SelectAll):
            self._page.select_all()
        elif (how := next((how for key, how in _SELECT.items() if event.matches(key)), None)) is not None:
            self._extend(*how)
        elif event.key() in {_Key.Key_Return, _Key.Key_Enter} and not event.modifiers():
            return self._page.press_focused_link()
        else:
            return self._move(event)
        return True

    def _move(self, event: QKeyEvent) -> bool:
        """Keys that go somewhere: a page, some lines, a message, an end."""
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        page, line = self._page, measures.TEXT_LINE
        whole = page.viewport().height() - 2 * line
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        by = {
            (_Key.Key_PageUp, False): -whole,
            (_Key.Key_PageDown, False): whole,
            (_Key.Key_Space, False): whole,  # where nothing else wants it
            (_Key.Key_Up, True): -_LINES * line,
            (_Key.Key_Down, True): _LINES * line,
        }.get((_Key(event.key()), control))
        if by is not None:
            page.glide_by(by)
            return True
        return self._go(event.key())

    def _go(self, key: int) -> bool:
        page = self._page
        if key in {_Key.Key_Up, _Key.Key_Down}:
            page.step_message(1 if key == _Key.Key_Down else -1)
        elif key in {_Key.Key_Left, _Key.Key_Right}:
            return page.scroll_block(_SIDEWAYS if key == _Key.Key_Right else -_SIDEWAYS)
        elif key in {_Key.Key_Home, _Key.Key_End}:
            page.stop_gliding()
            (page.go_to_top if key == _Key.Key_Home else page.go_to_end)()
            page.reader_scrolled.emit()
        else:
            return False
        return True

    def _extend(self, what: str, by: int) -> None:
        page, selection = self._page, self._page.selected
        cursor = selection.cursor
        if cursor is None:
            cursor = page.sight()[0]
            selection.set(cursor, cursor)
        to: Place | None = cursor
        column = None
        if what == "letter":
            to = selection.moved(cursor, by)
        elif what == "word":
            to = selection.moved(cursor, by, words=True)
        elif what == "line":
            to = selection.line_below(cursor, by)
            column = selection.column
        elif what == "edge":
            to = selection.edge_of_line(cursor, by)
        else:
            to = selection.edge_of_page(by)
        if to is not None:
            page.select(selection.anchor, to)
            selection.keep_column(column)
            page.show_place(to)
