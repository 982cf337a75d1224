"""What is dragged over the window can be dropped anywhere on it, and goes into the composer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.composer import Composer
from desktop_app.ui.composing.given import can_attach, given_in


class WindowDrops(QObject):
    """Watches a window for files and pictures; the message box takes what is dropped on itself."""

    def __init__(self, window: QWidget, composer: Composer) -> None:
        super().__init__(window)
        self._composer = composer
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            return self._enter(event)
        if kind == QEvent.Type.DragLeave:
            self._composer.set_dropping(dropping=False)
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return super().eventFilter(watched, event)

    def _enter(self, event: QDragEnterEvent) -> bool:
        wanted = can_attach(event.mimeData()) and self._composer.isVisible()
        event.setAccepted(wanted)
        if wanted:
            event.acceptProposedAction()
            self._composer.set_dropping(dropping=True)
        return True

    def _drop(self, event: QDropEvent) -> None:
        self._composer.set_dropping(dropping=False)
        if given := given_in(event.mimeData()):
            event.acceptProposedAction()
            self._composer.attach_given(given)
            self._composer.focus()
