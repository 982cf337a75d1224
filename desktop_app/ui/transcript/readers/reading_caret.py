"""Reading with a caret: the arrow keys go by letter, word and line, as one who hears the page needs them to.

Off until it is asked for, since the arrows usually go by message. What moves is the end of the page's selection, so
Shift with the same keys selects, and a screen reader is told of every step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame

from desktop_app.ui.announcing import Announcer
from desktop_app.ui.transcript.looks.words import translate

if TYPE_CHECKING:
    from desktop_app.ui.transcript.page.page import Page
    from desktop_app.ui.transcript.page.places import Place

_WIDTH: Final = 2
_Key = Qt.Key
_NONE, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_MOVES: Final = {
    (_Key.Key_Right, _NONE): ("letter", 1),
    (_Key.Key_Left, _NONE): ("letter", -1),
    (_Key.Key_Right, _CONTROL): ("word", 1),
    (_Key.Key_Left, _CONTROL): ("word", -1),
    (_Key.Key_Down, _NONE): ("line", 1),
    (_Key.Key_Up, _NONE): ("line", -1),
    (_Key.Key_End, _NONE): ("edge", 1),
    (_Key.Key_Home, _NONE): ("edge", -1),
    (_Key.Key_End, _CONTROL): ("page", 1),
    (_Key.Key_Home, _CONTROL): ("page", -1),
}


class ReadingCaret(QObject):
    """Takes these keys before the page while it is ``on``, and shows where the caret is."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.on = False
        self._mark = QFrame(page.viewport())
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._mark.setAutoFillBackground(True)
        self._mark.setBackgroundRole(QPalette.ColorRole.WindowText)
        self._mark.hide()
        page.installEventFilter(self)
        page.selection_changed.connect(self._show)
        page.sight_changed.connect(self._show)

    def toggle(self) -> None:
        """Goes on from where the caret was, else from the first line in sight."""
        self.on = not self.on
        if self.on and len(self._page.entries):
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._page.caret is None:
                self._go(self._page.sight()[0])
        self._show()
        words = translate("Transcript", "Reading with a caret") if self.on else translate("Transcript", "Caret off")
        Announcer(self._page).announce(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.on and isinstance(event, QKeyEvent):
            move = _MOVES.get((_Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
            if move is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # other versions of an answer have keys of the same letters
                return True
            if move is not None and event.type() == QEvent.Type.KeyPress and len(self._page.entries):
                self._move(*move)
                return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._show(focused=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _move(self, what: str, by: int) -> None:
        selection = self._page.selected
        place = self._page.caret or self._page.sight()[0]
        column = None
        to: Place | None
        if what in {"letter", "word"}:
            to = selection.moved(place, by, words=what == "word")
        elif what == "line":
            to = selection.line_below(place, by)
            column = selection.column
        elif what == "edge":
            to = selection.edge_of_line(place, by)
        else:
            to = selection.edge_of_page(by)
        if to is not None:
            self._go(to)
            selection.keep_column(column)

    def _go(self, place: Place) -> None:
        self._page.select(place, place)
        self._page.show_place(place)

    def _show(self, *, focused: bool | None = None) -> None:
        has_keyboard = self._page.hasFocus() if focused is None else focused
        place = self._page.caret if self.on and has_keyboard and len(self._page.entries) else None
        if place is None:
            self._mark.hide()
            return
        box = self._page.box_of(place)
        self._mark.setGeometry(round(box.x()), round(box.y()), _WIDTH, round(box.height()))
        self._mark.show()
