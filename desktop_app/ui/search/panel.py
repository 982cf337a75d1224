"""Search everything, laid over the window: type, walk what is found without leaving the field, Enter goes there.

It is made when it is first opened. What was typed last is still there the next time, selected.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.found import Findings, FoundMessage
from desktop_app.domain.search import parse
from desktop_app.ui.announcing import announce
from desktop_app.ui.counts import Counts
from desktop_app.ui.parts import label, line, look
from desktop_app.ui.search.filters import FilterHelp, FilterHints, completed, completions
from desktop_app.ui.search.found_list import FoundList
from desktop_app.ui.theme import Theme

_WIDEST: Final = 680
_MARGIN: Final = 16
_TOP: Final = 56
_TOLD: Final = 600
"""Milliseconds after the last letter until a screen reader is told how many there are."""
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_OURS: Final = frozenset({*_MOVES, *_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_VEIL: Final = QColor(0, 0, 0, 40)
_SHADOW: Final = QColor(0, 0, 0, 7)


class SearchPanel(QWidget):
    """Covers its window while it is open; a press beside it, Esc or going elsewhere closes it.

    ``typed``: the words are others. ``chosen``: a conversation and a message of it, empty for the conversation alone.
    """

    typed = Signal(str)
    chosen = Signal(str, str)
    more_wanted = Signal(int)
    """Messages from this number on."""
    closed = Signal()

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._findings: Findings | None = None
        self._box = QFrame(self)
        look(self._box, "floating")
        self._box.setAccessibleName(self.tr("Search everything"))
        self.field = QLineEdit()
        look(self.field, "bare")
        self.field.setAccessibleName(self.tr("Search"))
        self.field.setPlaceholderText(self.tr("Search all conversations"))
        self.hints = FilterHints()
        self.help = FilterHelp()
        self.field.setAccessibleDescription(self.help.words)
        self.list = FoundList(theme)
        self.foot = label("", "small")
        self.foot.setContentsMargins(_MARGIN + 4, 6, _MARGIN, 8)
        self._tell_soon = QTimer(self, singleShot=True, interval=_TOLD)
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def text(self) -> str:
        return self.field.text()

    def open(self, text: str | None = None) -> None:
        """``text`` None or empty: with what was typed last, selected."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
            self.show()
            self.raise_()
            self._place()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        if text and text != self.text:
            self.field.setText(text)
        else:
            self.field.selectAll()
            self._take_text(self.text)

    def close_panel(self) -> None:
        """The keyboard goes back to where it was."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self._hide()
        if inside and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def show_findings(self, findings: Findings | None) -> None:
        """In the place of those before; None where nothing is asked for."""
        self._findings = findings
        self.help.setVisible(findings is None)
        self.list.show_findings(findings or Findings())
        self._show_foot()
        self._place()
        self._tell_soon.start()

    def add_findings(self, findings: Findings) -> None:
        """Further messages of the same search."""
        self.list.rows.add(findings)

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self._place()
        elif event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and isinstance(event, QKeyEvent):
            return self._take_key(event)
        elif event.type() == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            focused = QApplication.focusWidget()
            if focused is not None and focused.window() is self.window() and not self.isAncestorOf(focused):
                self._hide()  # something else in the window took the keyboard
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.close_panel()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil, and a shadow: Qt's own effect would draw the whole list anew, and blur it, at each letter."""
        if self._box.geometry().adjusted(16, 16, -16, -16).contains(event.rect()):
            return  # all of it is under the box
        painter = QPainter(self)
        painter.fillRect(self.rect(), _VEIL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADOW)
        box = QRectF(self._box.geometry()).translated(0, 6)
        for wider in range(2, 20, 3):
            painter.drawRoundedRect(box.adjusted(-wider, -wider, wider, wider), 12 + wider, 12 + wider)

    def _hide(self) -> None:
        self._tell_soon.stop()
        self.hide()
        self.closed.emit()

    def _take_key(self, event: QKeyEvent) -> bool:
        """The keys of the panel, before the window's own shortcuts see them."""
        key = Qt.Key(event.key())
        if key not in _OURS or event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        ):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            if key == Qt.Key.Key_Escape:
                self.close_panel()
            elif key in _ENTER:
                self.list.choose_current()
            elif key in _MOVES:
                self.list.move_by(_MOVES[key])
            elif key == Qt.Key.Key_Tab and self.hints.offered:
                self._complete(self.hints.offered[0])
        return True

    def _take_text(self, text: str) -> None:
        if self.hints.offer(completions(text)):
            self._place()
        self.typed.emit(text)

    def _complete(self, word: str) -> None:
        self.field.setText(completed(self.text, word))

    def _choose(self, index: QModelIndex) -> None:
        found = self.list.rows.row(index.row())
        if found is not None:
            self.close_panel()
            self.chosen.emit(found.conversation_id, found.message_id if isinstance(found, FoundMessage) else "")

    def _show_foot(self) -> None:
        words = self._in_words()
        self.foot.setText(words)
        self.foot.setVisible(bool(words))

    def _in_words(self) -> str:
        """How many there are, and how much could not be looked at yet."""
        found = self._findings
        unread = [one for one in parse(self.text).unread if not one.endswith(":") and one not in self.hints.begun]
        unclear = self.tr("Not understood: {0}").format(" ".join(unread)) if unread else ""
        if found is None:
            return unclear
        counts = Counts()
        if found.more or found.partial:
            count = self.tr("More than {0}: the best of the newest").format(counts.messages(found.total))
        elif found.total or not found.titles:
            count = counts.messages(found.total) if found.total else self.tr("Nothing found.")
        else:
            count = ""
        titles = counts.conversations(len(found.titles)) if found.titles else ""
        rest = self.tr("still indexing: {0} %").format(int(found.indexed * 100)) if found.indexed < 1 else ""
        return "  ·  ".join(filter(None, (titles, count, unclear, rest)))

    def _tell(self) -> None:
        """What was found, when one has stopped typing."""
        words = self.foot.text()
        if self.isVisible() and words and self._findings is not None:
            announce(self.field, f"{words} {self.list.current_words}".strip())

    def _tell_row(self, words: str) -> None:
        """The keyboard stays in the field, so a screen reader has to be told which row is meant."""
        if self.isVisible():
            self._tell_soon.stop()
            announce(self.field, words, at_once=True)

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(_WIDEST, self.width() - 2 * _MARGIN)
        top = min(_TOP, max(_MARGIN, self.height() // 10))
        self.list.setVisible(self.list.rows.rowCount() > 0)
        self.list.setFixedWidth(width - 2)
        beside = sum(part.sizeHint().height() for part in (self.hints, self.foot, self.help) if not part.isHidden())
        self.list.fit(max(90, self.height() - top - _MARGIN - self.field.height() - beside - 12))
        before, column = self._box.geometry(), self._column
        for part in (self.hints, self.help):
            if (inner := part.layout()) is not None:
                inner.activate()  # else what it needs would be known a moment later
        self._box.setGeometry((self.width() - width) // 2, top, width, before.height())
        high = column.totalHeightForWidth(width) if column.hasHeightForWidth() else self._box.sizeHint().height()
        self._box.resize(width, min(max(high, 60), self.height() - top - 4))
        if self._box.geometry() != before:
            self.update()  # its shadow falls elsewhere

    def _lay_out(self) -> None:
        self.field.setFixedHeight(48)
        self.field.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        column = self._column = QVBoxLayout(self._box)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self.field, line(), self.hints, self.help, self.list, self.foot):
            column.addWidget(part)
        self.hints.hide()
        self.foot.hide()

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self._window.installEventFilter(self)
        self.field.textChanged.connect(self._take_text)
        self.hints.taken.connect(self._complete)
        self.list.chosen.connect(self._choose)
        self.list.pointed.connect(self._tell_row)
        self.list.more_wanted.connect(self.more_wanted)
        self._tell_soon.timeout.connect(self._tell)
