"""The title above the page: a double click makes a field of it, in which it is written anew."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.parts import OneLine

_HEIGHT = 32
_AWAY = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}


class TitleLine(OneLine):
    """``edited`` carries what was written, by Enter or by going elsewhere; Esc leaves the title as it was."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__("title")
        self._field: QLineEdit | None = None

    def edit(self) -> None:
        """Does nothing where there is no title."""
        if not self.text() or self._field is not None:
            return
        field = self._field = QLineEdit(self.text(), self)
        field.setAccessibleName(self.tr("Title"))
        field.installEventFilter(self)
        field.returnPressed.connect(lambda: self._end(keep=True))
        field.setGeometry(0, (self.height() - _HEIGHT) // 2, self.width(), _HEIGHT)
        field.selectAll()
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.edit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc is the field's while it is there, whatever else it does in the window; so is going elsewhere in it."""
        if (
            watched is self._field
            and isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() not in _AWAY
        ):
            self._end(keep=True)
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and watched is self._field:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._end(keep=False)
            return True
        return super().eventFilter(watched, event)

    def _end(self, *, keep: bool) -> None:
        if (field := self._field) is None:
            return
        self._field = None
        field.hide()
        field.deleteLater()
        if keep and field.text().strip() not in {"", self.text()}:
            self.edited.emit(field.text())
