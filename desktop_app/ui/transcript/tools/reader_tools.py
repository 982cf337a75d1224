"""What the reader does with what stands on the page: copy it, have it read, and all that is in its menus.

Made when it is first wanted.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from desktop_app.ui.transcript.copying.clipboard import mime_data
from desktop_app.ui.transcript.looks.links import safe_address
from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.ranges import place_from, selected_ranges
from desktop_app.ui.transcript.page.reading_page import ReadingPage
from desktop_app.ui.transcript.tools.message_commands import MessageCommands
from desktop_app.ui.transcript.tools.message_row import MessageRow


class ReaderTools(QObject):
    """The signals are those of the view."""

    read_requested = Signal(object)
    export_requested = Signal(object)
    read_from_requested = Signal(str, int)

    def __init__(self, page: ReadingPage) -> None:
        super().__init__(page)
        self._page = page
        self.commands = MessageCommands(page)
        self.row = MessageRow(page, self.commands)
        self.commands.read_from_requested.connect(self.read_from_requested)
        self.commands.changed.connect(page.refresh)
        self.row.more_requested.connect(self._show_message_menu)

    def copy(self) -> None:
        """What is selected, onto the clipboard."""
        if (span := self._page.selection) is not None:
            QGuiApplication.clipboard().setMimeData(mime_data(self._page.entries, *span))

    def offer(self) -> None:
        """What is selected, to a middle click in another program."""
        clipboard, span = QGuiApplication.clipboard(), self._page.selection
        if clipboard.supportsSelection() and span is not None:
            clipboard.setMimeData(mime_data(self._page.entries, *span), clipboard.Mode.Selection)

    def read_from(self, place: QPoint) -> None:
        """Asks for the message to be read from what stands at the place in the viewport, or next below it."""
        at = self._page.place_at(QPointF(place))
        if at is not None and (start := place_from(self._page.entries, at)) is not None:
            self.read_from_requested.emit(self._page.entries[at.entry].message_id, start)

    def show_menu(self, place: QPoint | None, on_screen: QPoint) -> None:
        if place is None and (entry := self.commands.current) is not None:
            on_screen = self._page.viewport().mapToGlobal(self._page.message_box(entry.index).topLeft().toPoint())
        self.menu(place).popup(on_screen)

    def menu(self, place: QPoint | None) -> QMenu:
        """The page's own menu, for the place in the viewport; None: for the current message. It deletes itself."""
        menu = self._new_menu()
        selected = self._page.selection is not None
        menu.addAction(self.tr("Copy"), self.copy).setEnabled(selected)
        menu.addAction(self.tr("Read selection"), self._read).setEnabled(selected)
        if selected:
            menu.addAction(self.tr("Export the messages selected…"), self._export)
        if place is not None and (entry := self._entry_at(place)) is not None:
            menu.addAction(self.tr("Read from here"), lambda: self.read_from(place))
        else:
            entry = self.commands.current if place is None else None
        link = self._page.link_under(QPointF(place)) if place is not None else None
        if link is not None and (address := safe_address(link.href)):
            menu.addAction(self.tr("Copy link"), lambda: QGuiApplication.clipboard().setText(address))
        if entry is not None:
            menu.addSeparator()
            self.commands.fill(menu, entry)
        return menu

    def _show_message_menu(self, entry: Entry, on_screen: QPoint) -> None:
        menu = self._new_menu()
        self.commands.fill(menu, entry)
        menu.popup(on_screen)

    def _new_menu(self) -> QMenu:
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _entry_at(self, place: QPoint) -> Entry | None:
        seen = self._page.outlook.at(place.y())
        return seen.entry if seen is not None and seen.top <= place.y() < seen.bottom else None

    def _read(self) -> None:
        """Asks for the selection to be read."""
        span = self._page.selection
        if span is not None and (ranges := selected_ranges(self._page.entries, span)):
            self.read_requested.emit(ranges)

    def _export(self) -> None:
        """Asks for the messages that are selected, be it in part, as a file."""
        span = self._page.selection
        if span is not None:
            entries = (self._page.entries[index] for index in range(span.start.entry, span.end.entry + 1))
            self.export_requested.emit([entry.message_id for entry in entries])
