"""The bar in which one types what is looked for in the conversation. Made when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from desktop_app.ui.announcing import Announcer
from desktop_app.ui.parts import ink, label, look, restyled
from desktop_app.ui.transcript.find.find_words import Query
from desktop_app.ui.transcript.find.finding import Finder

if TYPE_CHECKING:
    from desktop_app.ui.transcript.page.page import Page

_WIDTH: Final = 460
_MARGIN: Final = 10
_TOLD: Final = 500
"""Milliseconds after the last letter until a screen reader is told how many there are."""
_LONGEST: Final = 200
"""Letters of a selection that are taken over as what is looked for."""
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FindBar(QFrame):
    """Lies over the upper right corner of ``over``; Esc takes it away and leaves what was found selected."""

    def __init__(self, page: Page, over: QWidget) -> None:
        super().__init__(over)
        self._page, self._over = page, over
        self.finder = Finder(page, self)
        self._announcer = Announcer(self)
        look(self, "floating")
        self.setAccessibleName(self.tr("Find in this conversation"))
        self.field = QLineEdit()
        look(self.field, "bare")
        self.field.setAccessibleName(self.tr("Find"))
        self.field.setPlaceholderText(self.tr("Find in this conversation"))
        self._count = label("", "small")
        self._tell_soon = QTimer(self, singleShot=True, interval=_TOLD)
        self._told = ""
        self._case = _toggle(self.tr("Aa"), self.tr("Match capitals"))
        self._whole = _toggle(self.tr("W"), self.tr("Whole words"))
        self._accents = _toggle(self.tr("é=e"), self.tr("Ignore accents"))
        self._before = _button(self.tr("Previous match"), self.tr("{0} (Shift+F3)"))
        self._next = _button(self.tr("Next match"), self.tr("{0} (F3)"))
        self._done = _button(self.tr("Close the search"), self.tr("{0} (Esc)"))
        self._lay_out()
        self._connect()
        self._draw_arrows()
        over.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """With what is selected, where that is a few words; the keyboard is in its field."""
        if self.isHidden():
            self._place()
            self.show()
            self.raise_()
            if words := self._selected_words():
                self.field.setText(words)
            self._look()
            self.finder.prepare()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _selected_words(self) -> str:
        """What is selected where that is a few words of one paragraph."""
        span = self._page.selection
        if span is None or span.start[:2] != span.end[:2]:
            return ""
        entry, piece, start = span.start
        words = self._page.entries.pieces(entry)[piece].plain(start, span.end.position).strip()
        return words if len(words) < _LONGEST and "\n" not in words else ""

    def close_search(self) -> None:
        """The page has the keyboard again, with what was gone to selected."""
        found = self.finder.stop()
        self._tell_soon.stop()
        self.hide()
        if found is not None:
            self._page.select(found.start, found.end)
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, *, forward: bool) -> None:
        """Opens where it is not open."""
        if self.isHidden():
            self.open()
        else:
            self.finder.go(forward=forward)
            self._tell_soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        elif event.key() == Qt.Key.Key_F3 or (event.key() in _ENTER and self.field.hasFocus()):
            self.go(forward=not shift)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Esc is ours while the keyboard is here: the window's own key for it would silence the speech."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F3}:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if restyled(event):
            self._draw_arrows()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(3)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        row.addSpacing(4)
        for button in (self._case, self._whole, self._accents, self._before, self._next, self._done):
            row.addWidget(button)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._look)
        for toggle in (self._case, self._whole, self._accents):
            toggle.toggled.connect(self._look)
        self._before.clicked.connect(lambda: self.go(forward=False))
        self._next.clicked.connect(lambda: self.go(forward=True))
        self._done.clicked.connect(self.close_search)
        self.finder.changed.connect(self._show_count)
        self._tell_soon.timeout.connect(self._tell)

    def _look(self) -> None:
        accents = not self._accents.isChecked()
        query = Query(self.field.text(), self._case.isChecked(), self._whole.isChecked(), accents)
        self.finder.look_for(query)
        self._tell_soon.start()

    def _show_count(self) -> None:
        words = self._count_words()
        if words != self._count.text():
            self._count.setText(words)
            if self.finder.complete and not self._tell_soon.isActive() and not self.isHidden():
                self._tell()

    def _count_words(self) -> str:
        if not self.field.text().strip():
            return ""
        number, total = self.finder.number, self.finder.total
        if not self.finder.complete:
            return self.tr("{0} so far").format(total) if total else ""
        if not total:
            return self.tr("No matches")
        return self.tr("{0} of {1}").format(number, total)

    def _tell(self) -> None:
        if self.finder.complete and (words := self._count.text()) and words != self._told:
            self._announcer.announce(words)
        self._told = self._count.text()

    def _draw_arrows(self) -> None:
        from desktop_app.ui.icons import icon

        colour = ink(QPalette.ColorRole.PlaceholderText)
        self._before.setIcon(icon("chevron-up", colour, 16))
        self._next.setIcon(icon("chevron-down", colour, 16))
        self._done.setIcon(icon("close", colour, 16))

    def _place(self) -> None:
        width = min(_WIDTH, self._over.width() - 2 * _MARGIN)
        self.setFixedWidth(max(width, 0))
        self.adjustSize()
        left = _MARGIN if self.isRightToLeft() else self._over.width() - self.width() - _MARGIN
        self.move(QPoint(left, _MARGIN))


def _button(name: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setAccessibleName(name)
    made.setToolTip(tip.format(name))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _toggle(text: str, name: str) -> QToolButton:
    made = _button(name, "{0}")
    made.setText(text)
    made.setCheckable(True)
    return made
