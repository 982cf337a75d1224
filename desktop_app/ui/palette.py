"""The list of all actions, laid over the window: type a few letters, Enter does it.

Everything in it comes from the table of actions; what cannot be done now is grey. It is made when it is first opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.announcing import announce
from desktop_app.ui.palette_list import PaletteList
from desktop_app.ui.palette_ranking import Named, ranked
from desktop_app.ui.parts import label, line, look

_WIDEST: Final = 560
_MARGIN: Final = 16
_TOP: Final = 64
_ROWS_SHOWN: Final = 10
_MOVES: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_VEIL: Final = QColor(0, 0, 0, 40)


class Palette(QWidget):
    """Covers its window while it is open; a press beside the list, Esc or going elsewhere closes it.

    ``used`` carries the id of the action that was chosen, before it is done.
    """

    used = Signal(str)

    def __init__(self, window: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._recent: list[str] = []
        self._before: QWidget | None = None
        self._box = QFrame(self)
        look(self._box, "floating")
        self._box.setAccessibleName(self.tr("All actions"))
        shadow = QGraphicsDropShadowEffect(self._box)
        shadow.setBlurRadius(32)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 60))
        self._box.setGraphicsEffect(shadow)
        self.field = QLineEdit()
        look(self.field, "bare")
        self.field.setAccessibleName(self.tr("Find an action"))
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.list = PaletteList()
        self._nothing = label(self.tr("No action is called so."), "muted")
        self._nothing.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self._lay_out()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._find)
        self.list.chosen.connect(self._do)
        self.list.pointed.connect(self._tell)
        window.installEventFilter(self)
        self.hide()

    def open(self, recent: list[str]) -> None:
        """``recent``: what was used lately, the latest first."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._recent = recent
        self.field.clear()
        self._find("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_list(self) -> None:
        """The keyboard goes back to where it was."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if inside and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize:
                self._place()
        elif event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and isinstance(event, QKeyEvent):
            return self._take_key(event)
        elif event.type() == QEvent.Type.FocusOut and self.isVisible() and self.window().isActiveWindow():
            focused = QApplication.focusWidget()
            if focused is not None and focused.window() is self.window() and not self.isAncestorOf(focused):
                self.hide()  # something else in the window took the keyboard
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.close_list()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), _VEIL)

    def _take_key(self, event: QKeyEvent) -> bool:
        """The keys of the list, before the window's own shortcuts see them."""
        key = Qt.Key(event.key())
        ours = key in _MOVES or key in _ENTER or key == Qt.Key.Key_Escape or key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        if not ours or event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            if key == Qt.Key.Key_Escape:
                self.close_list()
            elif key in _ENTER:
                self.list.choose_current()
            elif key in _MOVES:
                self.list.move_by(_MOVES[key])
        return True

    def _find(self, query: str) -> None:
        rows = [Named(spec.id, spec.words, spec.other_words) for spec in ACTIONS if spec.id != "palette"]
        found = ranked(query, rows, self._recent)
        self.list.show_rows([self._actions[action_id] for action_id in found])
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)
        self._place()

    def _do(self, action: QAction) -> None:
        """The list has gone and the keyboard is back where it was, before anything is done."""
        self.close_list()
        self.used.emit(action.objectName())
        action.trigger()

    def _tell(self, words: str) -> None:
        """The keyboard stays in the field, so a screen reader has to be told which row is meant."""
        if self.isVisible():
            announce(self.list, words, at_once=True)  # the row before is of no interest now

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(_WIDEST, self.width() - 2 * _MARGIN)
        rows = max(1, min(self.list.count(), _ROWS_SHOWN))
        top = min(_TOP, max(_MARGIN, self.height() // 8))
        self.list.setFixedHeight(min(rows * self.list.row_height + 8, max(80, self.height() - top - 56 - _MARGIN)))
        self._box.setGeometry((self.width() - width) // 2, top, width, 0)
        self._box.resize(width, self._box.sizeHint().height())

    def _lay_out(self) -> None:
        self.field.setFixedHeight(48)
        self.field.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(line())
        column.addWidget(self.list)
        column.addWidget(self._nothing)
