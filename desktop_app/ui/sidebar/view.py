"""The list of conversations as it stands: which rows it has, which of them are meant, and what is asked for of them.

Whatever comes, goes or moves, what one looks at stays in sight.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.ui.sidebar.model import FOLD_ROLE, ID_ROLE, ConversationsModel
from desktop_app.ui.sidebar.sections import Order
from desktop_app.ui.sidebar.uniform_rows import UniformRowsView

if TYPE_CHECKING:
    from desktop_app.domain.messages import Conversation, Folder

ROW_HEIGHT: Final = 40
"""Pixels of each row, headings too: so thousands need no measuring."""
INDENT: Final = 10

_Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemView.ScrollHint
_SELECT: Final = QItemSelectionModel.SelectionFlag.Select
_ONLY: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect
_NO_UPDATE: Final = QItemSelectionModel.SelectionFlag.NoUpdate


class ConversationRowsView(UniformRowsView):
    """Signals carry ids: a conversation's, those of several, a folder's. A folder's id is empty for no folder."""

    chosen = Signal(str)
    renamed = Signal(str, str)
    pin_requested = Signal(object, bool)
    archive_requested = Signal(object, bool)
    move_requested = Signal(object, str)
    delete_requested = Signal(object)
    sound_requested = Signal(str)
    export_requested = Signal(list)
    folder_wanted = Signal(str, object)
    """A new folder of this name, with these conversations in it."""
    folder_renamed = Signal(str, str)
    folder_delete_requested = Signal(str)
    folders_ordered = Signal(object)
    fold_changed = Signal(object)
    """The names of all that is folded."""

    def __init__(self) -> None:
        super().__init__(ROW_HEIGHT)
        self.rows = ConversationsModel()
        self.aim: Order | None = None
        """The section in which what is dragged would be dropped."""
        self._kept: _Kept | None = None
        self.setModel(self.rows)
        self.rows.renamed.connect(self.renamed)
        self.rows.folder_renamed.connect(self.folder_renamed)
        self.rows.modelAboutToBeReset.connect(self._before_reset)
        self.rows.modelReset.connect(self._after_reset)

    # What is shown

    def show_conversations(self, conversations: Sequence[Conversation], open_id: str | None) -> None:
        """These and no others; what one was looking at stays in sight."""
        with self._steady([one.id for one in conversations]):
            self.rows.show(conversations, open_id)
        self._follow_open(open_id)

    def put_conversations(self, conversations: Sequence[Conversation], open_id: str | None) -> None:
        with self._near(), self._steady([one.id for one in conversations]):
            self.rows.put(conversations)
        self._follow_open(open_id)

    def drop_conversations(self, conversation_ids: Sequence[str]) -> None:
        with self._near(), self._steady(conversation_ids):
            self.rows.drop(conversation_ids)

    def show_open(self, open_id: str | None) -> None:
        self.rows.show_open(open_id)
        self._follow_open(open_id, into_sight=True)

    def show_folders(self, folders: Sequence[Folder]) -> None:
        self.rows.show_folders(folders)

    # What is meant

    def mean_none(self) -> None:
        """Where nobody is in the list, and no more than one row is meant, of which nothing is seen."""
        if not self.hasFocus() and not self.several:
            self.selectionModel().clear()

    @property
    def several(self) -> bool:
        """Whether more than one row is selected."""
        return len(self.selectedIndexes()) > 1

    @property
    def selected_ids(self) -> list[str]:
        """The conversations that are meant, from above: all that are selected, else the one that has the keyboard."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        ids = [one for row in rows if (one := id_at(self.rows.index(row)))]
        current = id_at(self.currentIndex())
        return ids or [one for one in [current] if one]

    @property
    def current_folder(self) -> str:
        """The folder on whose row the keyboard is; empty where it is on none."""
        current = self.currentIndex()
        section, talk = self.rows.at(current.row()) if current.isValid() else (None, None)
        return section.fold if section is not None and section.is_folder and talk is None else ""

    def go_to_first(self) -> bool:
        """The keyboard goes to the first conversation; False where there is none."""
        for row in range(self.rows.rowCount()):
            if not self.rows.is_heading(row):
                self.go_to_row(row)
                return True
        return False

    def go_to_row(self, row: int) -> None:
        """Only this one is meant, whatever keys are held down meanwhile."""
        self.selectionModel().setCurrentIndex(self.rows.index(row), _ONLY)

    def rename(self, conversation_id: str) -> None:
        """Its title becomes a field, in its place, which is brought into sight."""
        if fold := self.rows.fold_of(conversation_id):
            self.fold(fold, folded=False)
        self.edit_row(self.rows.row_of(conversation_id))

    def rename_folder(self, folder_id: str) -> None:
        self.edit_row(self.rows.row_of_fold(folder_id))

    def fold(self, name: str, *, folded: bool) -> None:
        before = self.rows.folded
        after = before | {name} if folded else before - {name}
        if before != after:
            with self._steady(()):
                self.rows.show_folded(after)
            self.fold_changed.emit(after)

    def show_folded(self, names: Collection[str]) -> None:
        self.rows.show_folded(names)

    def move_folder(self, folder_id: str, steps: int) -> None:
        """Up (-1) or down among the folders."""
        order = [one.id for one in self.rows.folders]
        place = order.index(folder_id)
        if 0 <= place + steps < len(order):
            order.insert(place + steps, order.pop(place))
            self.folders_ordered.emit(order)

    def place_of(self, conversation_id: str) -> QRect:
        """Of its row, in the viewport; empty where it is not there."""
        row = self.rows.row_of(conversation_id)
        return QRect() if row is None else self.visualRect(self.rows.index(row))

    def scrollTo(self, index: _Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        """With the heading, where the row is the first below one."""
        if hint == _Hint.EnsureVisible and index.row() > 0 and self.rows.is_heading(index.row() - 1):
            super().scrollTo(self.rows.index(index.row() - 1), hint)
        super().scrollTo(index, hint)

    # Inside

    def edit_row(self, row: int | None) -> None:
        """Its words become a field; of what has none that can be changed nothing does."""
        if row is not None and self.rows.flags(self.rows.index(row)) & Qt.ItemFlag.ItemIsEditable:
            self.go_to_row(row)
            self.edit(self.rows.index(row))

    def _follow_open(self, open_id: str | None, *, into_sight: bool = False) -> None:
        """While nobody is in the list its current row is the open conversation's."""
        row = self.rows.row_of(open_id)
        inside = self.hasFocus() or self.state() == QAbstractItemView.State.EditingState
        if inside or self.several or row is None or row == self.currentIndex().row():
            return
        place = self.verticalScrollBar().value()
        self.go_to_row(row)
        if not into_sight:
            self.verticalScrollBar().setValue(place)

    @contextlib.contextmanager
    def _steady(self, changing: Collection[str]) -> Iterator[None]:
        """What one looks at stays where it is, whatever comes, goes or moves above it."""
        bar = self.verticalScrollBar()
        if bar.value() == 0:  # who is at the top sees what is new
            yield
            return
        anchor = QPersistentModelIndex(self._anchor(set(changing)))
        offset = bar.value() - anchor.row() * ROW_HEIGHT
        yield
        if anchor.isValid():
            self.updateGeometries()
            bar.setValue(anchor.row() * ROW_HEIGHT + offset)

    @contextlib.contextmanager
    def _near(self) -> Iterator[None]:
        """Where the conversation that has the keyboard goes out of the list, the keyboard goes to one beside it.

        Never to a heading, which shows no ring, nor to a folder, which the next Delete would take.
        """
        before = id_at(self.currentIndex())
        in_sight = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        row = min((index.row() for index in (*self.selectedIndexes(), self.currentIndex())), default=0)
        yield
        if before and self.rows.row_of(before) is None:
            places = (*range(min(row, self.rows.rowCount() - 1), -1, -1), *range(row, self.rows.rowCount()))
            near = next((place for place in places if id_at(self.rows.index(place))), None)
            place = self.verticalScrollBar().value()
            if near is not None:
                kept = self.selectedIndexes() or not self.hasFocus()
                self.selectionModel().setCurrentIndex(self.rows.index(near), _NO_UPDATE if kept else _ONLY)
            if not in_sight:
                self.verticalScrollBar().setValue(place)

    def _anchor(self, changing: set[str]) -> QModelIndex:
        """The topmost row in sight that stays what it is."""
        first = self.indexAt(QPoint(INDENT, 0))
        for row in range(max(first.row(), 0), self.rows.rowCount()):
            if (one := id_at(self.rows.index(row))) and one not in changing:
                return self.rows.index(row)
            if row > first.row() + self.height() // ROW_HEIGHT:
                break
        return first

    def _before_reset(self) -> None:
        anchor, current = self._anchor(set()), self.currentIndex()
        self._kept = _Kept(
            current=_key(current),
            row=current.row(),
            selected=[_key(index) for index in self.selectedIndexes()],
            anchor=_key(anchor),
            offset=self.verticalScrollBar().value() - anchor.row() * ROW_HEIGHT,
            at_top=self.verticalScrollBar().value() == 0,
        )

    def _after_reset(self) -> None:
        if (kept := self._kept) is None:
            return
        self._kept = None
        chosen = QItemSelection()
        for key in kept.selected:
            if (row := self._row_of(key)) is not None:
                chosen.select(self.rows.index(row), self.rows.index(row))
        self.selectionModel().select(chosen, _SELECT)
        row = self._row_of(kept.current)
        if row is not None:
            self.selectionModel().setCurrentIndex(self.rows.index(row), _NO_UPDATE)
        elif kept.row >= 0:
            self._go_near(kept.row)
        if not kept.at_top and (row := self._row_of(kept.anchor)) is not None:
            self.updateGeometries()
            self.verticalScrollBar().setValue(row * ROW_HEIGHT + kept.offset)

    def _row_of(self, key: str) -> int | None:
        row = self.rows.row_of(key)
        return self.rows.row_of_fold(key) if row is None else row

    def _go_near(self, row: int) -> None:
        """What had the keyboard is gone: it goes to what stands there now, or before it."""
        for near in (*range(min(row, self.rows.rowCount() - 1), -1, -1), *range(row, self.rows.rowCount())):
            if self.rows.flags(self.rows.index(near)) & Qt.ItemFlag.ItemIsSelectable:
                self.go_to_row(near)
                return


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one looks at and means, by conversations' ids and names of folds, while the list is made anew."""

    current: str
    row: int
    selected: Sequence[str]
    anchor: str
    offset: int
    at_top: bool


def _key(index: _Index) -> str:
    return id_at(index) or (str(index.data(FOLD_ROLE) or "") if index.isValid() else "")


def id_at(index: _Index) -> str:
    """The conversation's id; empty for a heading, and for no row."""
    return str(index.data(ID_ROLE) or "") if index.isValid() else ""
