"""The window's actions that are about conversations.

Each means the open conversation, or what is selected in the list: while one is in it, or nothing is open.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from desktop_app.domain.archive import ARCHIVED
from desktop_app.ui.header import Header
from desktop_app.ui.sidebar.sidebar import Sidebar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.sidebar.conversation_list import ConversationList


class SidebarVerbs:
    """``show_side`` brings the side into sight where it is folded away."""

    def __init__(self, sidebar: Sidebar, header: Header, show_side: Callable[[], object]) -> None:
        self._sidebar = sidebar
        self._header = header
        self._show_side = show_side

    def by_action(self) -> dict[str, Callable[[], object]]:
        """By their ids in the table."""
        return {
            "rename_conversation": self._rename,
            "pin_conversation": self._pin,
            "archive_conversation": self._archive,
            "move_conversation": self._move,
            "delete_conversation": lambda: self._sidebar.delete_requested.emit(self._meant),
            "save_sound": lambda: self._sidebar.sound_requested.emit(self._sidebar.open_conversation),
            "new_folder": self._make_folder,
            "archived": self._turn_archived,
            "conversations": self._go_to_list,
        }

    @property
    def _list(self) -> ConversationList:
        return self._sidebar.conversations

    @property
    def _meant(self) -> list[str]:
        opened = [one for one in [self._sidebar.open_conversation] if one]
        return opened if opened and not self._list.hasFocus() else self._list.selected_ids

    def _rename(self) -> None:
        if not self._list.hasFocus() and self._sidebar.open_conversation:
            self._header.edit_title()
        elif folder := self._list.current_folder:
            self._list.rename_folder(folder)
        elif meant := self._meant:
            self._list.rename(meant[0])

    def _pin(self) -> None:
        talks = [self._list.rows.get(one) for one in self._meant]
        pinned = not all(talk is None or talk.pinned for talk in talks)
        self._sidebar.pin_requested.emit(self._meant, pinned)

    def _archive(self) -> None:
        talks = [self._list.rows.get(one) for one in self._meant]
        archived = not all(talk is None or talk.archived for talk in talks)
        self._sidebar.archive_requested.emit(self._meant, archived)

    def _move(self) -> None:
        """The menu of folders, at the row where that is in sight, else at the title."""
        from desktop_app.ui.sidebar.menus import folders_menu

        if not (meant := self._meant):
            return
        menu = folders_menu(self._list, meant)
        place = self._list.place_of(meant[0])
        in_sight = self._list.isVisible() and self._list.viewport().rect().intersects(place)
        base: QWidget = self._list.viewport() if in_sight else self._header
        menu.popup(base.mapToGlobal(place.bottomLeft() if in_sight else QPoint(20, self._header.height() - 8)))
        menu.setActiveAction(menu.actions()[0])

    def _make_folder(self) -> None:
        from desktop_app.ui.sidebar.menus import new_folder_name

        self._show_side()
        self._sidebar.folder_wanted.emit(new_folder_name(), [])

    def _turn_archived(self) -> None:
        self._show_side()
        self._list.fold(ARCHIVED, folded=ARCHIVED not in self._list.rows.folded)
        if (row := self._list.rows.row_of_fold(ARCHIVED)) is not None:
            self._list.go_to_row(row)
            self._list.scrollTo(self._list.rows.index(row), self._list.ScrollHint.PositionAtTop)

    def _go_to_list(self) -> None:
        self._show_side()
        self._list.setFocus()
