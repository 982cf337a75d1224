"""What can be done with a row of the side, as its menu; and the menu of folders that conversations can be moved to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop_app.ui.sidebar.sections import Section
from desktop_app.ui.sidebar.view import ConversationRowsView

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation


def menu_at(view: ConversationRowsView, index: QModelIndex) -> QMenu | None:
    """For a row, or for none: there a folder can be made. None where the list is empty."""
    if not view.rows.conversations:
        return None
    if not index.isValid():
        return _new_menu(view)
    section, talk = view.rows.at(index.row())
    if talk is not None:
        return talk_menu(view, view.selected_ids if talk.id in view.selected_ids else [talk.id])
    return _folder_menu(view, section) if section.fold else _new_menu(view)


def talk_menu(view: ConversationRowsView, ids: Sequence[str]) -> QMenu:
    """Of one conversation, or of several: what can be done with each of them."""
    talks = [talk for one in ids if (talk := view.rows.get(one)) is not None]
    menu, words = _menu(view), _Words()
    if len(ids) == 1:
        _add(menu, words.open(), lambda: view.chosen.emit(ids[0]))
        _add(menu, words.rename(), lambda: view.rename(ids[0]))
    pin = not all(talk.pinned for talk in talks)
    _add(menu, words.pin() if pin else words.unpin(), lambda: view.pin_requested.emit(ids, pin))
    folders = menu.addMenu(words.move())
    _fill_with_folders(folders, view, talks)
    archive = not all(talk.archived for talk in talks)
    _add(menu, words.archive() if archive else words.unarchive(), lambda: view.archive_requested.emit(ids, archive))
    menu.addSeparator()
    if len(ids) == 1:
        _add(menu, words.save_sound(), lambda: view.sound_requested.emit(ids[0]))
    _add(menu, words.export(), lambda: view.export_requested.emit(list(ids)))
    menu.addSeparator()
    _add(menu, words.delete(len(ids)), lambda: view.delete_requested.emit(ids))
    return menu


def folders_menu(view: ConversationRowsView, ids: Sequence[str]) -> QMenu:
    """Where these conversations can be moved to."""
    menu = _menu(view)
    menu.setAccessibleName(_Words().move())
    _fill_with_folders(menu, view, [talk for one in ids if (talk := view.rows.get(one)) is not None])
    return menu


def _fill_with_folders(menu: QMenu, view: ConversationRowsView, talks: Sequence[Conversation]) -> None:
    ids, words = [talk.id for talk in talks], _Words()
    here = {talk.folder_id or "" for talk in talks}
    for folder_id, name in (("", words.no_folder()), *((one.id, one.name) for one in view.rows.folders)):
        action = _add(
            menu,
            name.replace("&", "&&"),
            lambda folder_id=folder_id: view.move_requested.emit(ids, folder_id),  # type: ignore[misc]
        )
        action.setCheckable(True)
        action.setChecked(here == {folder_id})
    menu.addSeparator()
    _add(menu, words.new_folder(), lambda: view.folder_wanted.emit(words.folder_name(), ids))


def _folder_menu(view: ConversationRowsView, section: Section) -> QMenu:
    menu, words, folder = _menu(view), _Words(), section.fold
    fold = words.unfold() if section.folded else words.fold()
    _add(menu, fold, lambda: view.fold(folder, folded=folder not in view.rows.folded))
    if section.is_folder:
        order = [one.id for one in view.rows.folders]
        _add(menu, words.rename(), lambda: view.rename_folder(folder))
        _add(menu, words.up(), lambda: view.move_folder(folder, -1)).setEnabled(order[0] != folder)
        _add(menu, words.down(), lambda: view.move_folder(folder, 1)).setEnabled(order[-1] != folder)
        _add(menu, words.new_folder(), lambda: view.folder_wanted.emit(words.folder_name(), []))
        menu.addSeparator()
        _add(menu, words.delete_folder(), lambda: view.folder_delete_requested.emit(folder))
    return menu


def _new_menu(view: ConversationRowsView) -> QMenu:
    menu, words = _menu(view), _Words()
    _add(menu, words.new_folder(), lambda: view.folder_wanted.emit(words.folder_name(), []))
    return menu


def _menu(view: ConversationRowsView) -> QMenu:
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add(menu: QMenu, words: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: do())
    return action


class _Words(QObject):
    """Each gives the words of an entry."""

    def open(self) -> str:
        return self.tr("Open")

    def rename(self) -> str:
        return self.tr("Rename…")

    def pin(self) -> str:
        return self.tr("Pin")

    def unpin(self) -> str:
        return self.tr("Unpin")

    def move(self) -> str:
        return self.tr("Move to folder…")

    def no_folder(self) -> str:
        return self.tr("No folder")

    def new_folder(self) -> str:
        return self.tr("New folder…")

    def folder_name(self) -> str:
        return self.tr("New folder")

    def archive(self) -> str:
        return self.tr("Archive")

    def unarchive(self) -> str:
        return self.tr("Take out of the archive")

    def save_sound(self) -> str:
        return self.tr("Save sound as…")

    def export(self) -> str:
        return self.tr("Export…")

    def delete(self, count: int) -> str:
        return self.tr("Delete") if count == 1 else self.tr("Delete %n conversations", "", count)

    def fold(self) -> str:
        return self.tr("Fold")

    def unfold(self) -> str:
        return self.tr("Unfold")

    def up(self) -> str:
        return self.tr("Move up")

    def down(self) -> str:
        return self.tr("Move down")

    def delete_folder(self) -> str:
        return self.tr("Delete the folder")


def new_folder_name() -> str:
    """What a folder is called until it is named."""
    return _Words().folder_name()
