"""Makes the reader's tools when they are first wanted: most starts of the program end before anybody copies a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from desktop_app.ui.transcript.looks.colours import Colours
from desktop_app.ui.transcript.page.reading_page import ReadingPage

if TYPE_CHECKING:
    from desktop_app.ui.transcript.tools.reader_tools import ReaderTools


class ToolKeeper(QObject):
    """``made`` is told of each part of the tools that has signals, once it is there."""

    def __init__(self, page: ReadingPage, made: Callable[[QObject], None]) -> None:
        super().__init__(page)
        self._page = page
        self._made = made
        self._tools: ReaderTools | None = None
        self._keys: Mapping[str, str] = {}
        page.menu_requested.connect(self._show_menu)
        page.alt_clicked.connect(self._read_from)
        page.copy_requested.connect(self._copy)
        page.selection_offered.connect(self._offer)
        page.hovered.connect(self._hovered)
        page.focus_changed.connect(self._focused)

    @property
    def tools(self) -> ReaderTools:
        if self._tools is None:
            from desktop_app.ui.transcript.tools.reader_tools import ReaderTools

            self._tools = ReaderTools(self._page)
            self._tools.commands.show_keys(self._keys)
            self._tools.row.set_colours(self._page.colours)
            self._made(self._tools)
            self._made(self._tools.commands)
        return self._tools

    def show_keys(self, keys: Mapping[str, str]) -> None:
        self._keys = keys
        if self._tools is not None:
            self._tools.commands.show_keys(keys)

    def set_colours(self, colours: Colours) -> None:
        if self._tools is not None:
            self._tools.row.set_colours(colours)

    def _hovered(self, index: int) -> None:
        """A message is under the pointer: the first time the row of buttons comes to be, later it hears by itself."""
        if self._tools is None and index >= 0:
            self.tools.row.hover(index)

    def _focused(self, index: int) -> None:
        if self._tools is None and index >= 0:
            self.tools.row.place()

    def _show_menu(self, place: QPoint | None, on_screen: QPoint) -> None:
        self.tools.show_menu(place, on_screen)

    def _read_from(self, place: QPoint) -> None:
        self.tools.read_from(place)

    def _copy(self) -> None:
        self.tools.copy()

    def _offer(self) -> None:
        self.tools.offer()
