"""An export that is dropped on the list of conversations is one that shall be imported."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_ENDINGS = (".json", ".zip")


class ImportDrops(QObject):
    """``file_dropped`` carries its path. Whatever else is dropped there goes on to whom it went before."""

    file_dropped = Signal(str)

    def __init__(self, sidebar: QWidget) -> None:
        super().__init__(sidebar)
        sidebar.setAcceptDrops(True)
        sidebar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if _export_in(event.mimeData()):
                event.acceptProposedAction()
                return True
            event.ignore()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            if path := _export_in(event.mimeData()):
                event.acceptProposedAction()
                self.file_dropped.emit(path)
                return True
            event.ignore()
        return super().eventFilter(watched, event)


def _export_in(dropped: QMimeData) -> str:
    """The path of the one file; empty for anything else."""
    addresses = dropped.urls() if dropped.hasUrls() else []
    path = addresses[0].toLocalFile() if len(addresses) == 1 else ""
    return path if path.lower().endswith(_ENDINGS) else ""
