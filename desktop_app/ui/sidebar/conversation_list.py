"""The list of conversations in a person's hands: a click opens, Shift and Ctrl mean several, rows can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame

from desktop_app.ui.sidebar.drawer import RowDrawer
from desktop_app.ui.sidebar.model import FOLD_ROLE
from desktop_app.ui.sidebar.sections import Order
from desktop_app.ui.sidebar.view import INDENT, ConversationRowsView, id_at
from desktop_app.ui.theme import Theme

if TYPE_CHECKING:  # each of Qt's classes takes its share of memory when it is first named
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
    )

_SHIFT_OR_CTRL: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ConversationList(ConversationRowsView):
    """Enter opens, Delete deletes, F2 renames, the arrows fold; Ctrl+Shift+Up and Down move a folder."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._drawer = RowDrawer(self, theme)
        self._pressed = Qt.KeyboardModifier.NoModifier
        self.setItemDelegate(self._drawer)
        self.setAccessibleName(self.tr("Conversations"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.clicked.connect(self._click)

    def set_theme(self, theme: Theme) -> None:
        self._drawer.theme = theme
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or not self._take_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.modifiers()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        from desktop_app.ui.sidebar import menus as sidebar_menus

        by_key = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        where = self.visualRect(index).bottomLeft() + QPoint(INDENT, 0) if by_key else event.pos()
        if (menu := sidebar_menus.menu_at(self, index)) is not None:
            menu.popup(self.viewport().mapToGlobal(where))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        self._drag_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # it scrolls where the pointer is near the edge
        self._drag_over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._take_aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        from desktop_app.ui.sidebar import dragging as sidebar_dragging

        self._take_aim(None)
        if sidebar_dragging.drop(self, event):
            event.acceptProposedAction()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)

    # Inside

    def _take_key(self, event: QKeyEvent) -> bool:
        """The keys that are this list's own; False where the key means nothing here."""
        key, current = Qt.Key(event.key()), self.currentIndex()
        fold = str(current.data(FOLD_ROLE) or "") if current.isValid() else ""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(current)
        elif key == Qt.Key.Key_F2:
            self.edit_row(current.row() if current.isValid() else None)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and (self.current_folder or self.selected_ids):
            self._delete()
        elif key in moves and self.current_folder and event.modifiers() & _SHIFT_OR_CTRL == _SHIFT_OR_CTRL:
            self.move_folder(self.current_folder, moves[key])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and not event.modifiers() & _SHIFT_OR_CTRL:
            self._turn(fold, outwards=(key == Qt.Key.Key_Left) != self.isRightToLeft())
        else:
            return False
        event.accept()
        return True

    def _turn(self, fold: str, *, outwards: bool) -> None:
        """The arrows towards the edge and from it: fold and unfold, and from within a folder to its row."""
        if fold:
            self.fold(fold, folded=outwards)
        elif outwards and (row := self.rows.row_of_fold(self.rows.fold_of(id_at(self.currentIndex())))) is not None:
            self.go_to_row(row)

    def _click(self, index: QModelIndex) -> None:
        if not self._pressed & _SHIFT_OR_CTRL:  # these only say what is meant
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        if chosen := id_at(index):
            self.chosen.emit(chosen)
        elif index.isValid() and (name := str(index.data(FOLD_ROLE) or "")):
            self.fold(name, folded=name not in self.rows.folded)

    def _delete(self) -> None:
        if folder := self.current_folder:
            self.folder_delete_requested.emit(folder)
        elif ids := self.selected_ids:
            self.delete_requested.emit(ids)

    def _drag_over(self, event: QDragMoveEvent) -> None:
        from desktop_app.ui.sidebar import dragging as sidebar_dragging

        self._take_aim(aim := sidebar_dragging.aim_of(self, event))
        event.acceptProposedAction() if aim is not None else event.ignore()

    def _take_aim(self, aim: Order | None) -> None:
        if aim != self.aim:
            self.aim = aim
            self.viewport().update()
