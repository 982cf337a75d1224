"""The rows of the list of all actions: what each does, what it is about, and its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QFont, QGuiApplication, QKeySequence, QPainter, QPalette, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.actions import ACTIONS, key_cap

_ROW_HEIGHT: Final = 36
_SIDE: Final = 12
_KEY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_GROUP_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_POSSIBLE_ROLE: Final = Qt.ItemDataRole.UserRole + 3
_GROUP_FROM: Final = 300
"""Pixels of a row without its key from which the group stands there too."""

_Index = QModelIndex | QPersistentModelIndex


class PaletteList(QListView):
    """Rows of what cannot be done now are grey, and can be pointed at as any other.

    ``chosen`` carries the action; ``pointed`` what a screen reader is to say of the row that became current.
    """

    chosen = Signal(QAction)
    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDrawer(self))
        self.setAccessibleName(self.tr("Actions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setViewportMargins(4, 4, 4, 4)
        self.clicked.connect(self._choose)
        self.entered.connect(self.setCurrentIndex)

    @property
    def row_height(self) -> int:
        return _ROW_HEIGHT

    def count(self) -> int:
        return self._rows.rowCount()

    def show_rows(self, actions: Sequence[QAction]) -> None:
        """The first one that can be done now is the current one."""
        self._rows.show(actions)
        self._point_at(next((row for row, action in enumerate(actions) if action.isEnabled()), 0))

    def move_by(self, rows: int) -> None:
        """Round the ends by single rows, and to them by more."""
        last = self.count() - 1
        if last < 0:
            return
        wanted = self.currentIndex().row() + rows
        self._point_at(wanted % (last + 1) if abs(rows) == 1 else min(max(wanted, 0), last))

    def choose_current(self) -> None:
        self._choose(self.currentIndex())

    def _point_at(self, row: int) -> None:
        index = self._rows.index(row)
        self.setCurrentIndex(index)
        if index.isValid():
            self.pointed.emit(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _choose(self, index: QModelIndex) -> None:
        action = self._rows.action(index.row()) if index.isValid() else None
        if action is not None and action.isEnabled():
            self.chosen.emit(action)


class _Rows(QAbstractListModel):
    def __init__(self, parent: PaletteList) -> None:
        super().__init__(parent)
        self._actions: Sequence[QAction] = ()
        groups = {spec.id: spec.group.words for spec in ACTIONS}
        self._tells: dict[int, Callable[[QAction], object]] = {
            Qt.ItemDataRole.DisplayRole: QAction.text,
            Qt.ItemDataRole.AccessibleTextRole: self._in_words,
            _KEY_ROLE: lambda action: key_cap(_key(action)),
            _POSSIBLE_ROLE: QAction.isEnabled,
            _GROUP_ROLE: lambda action: groups[action.objectName()],
        }

    def show(self, actions: Sequence[QAction]) -> None:
        self.beginResetModel()
        self._actions = actions
        self.endResetModel()

    def action(self, row: int) -> QAction:
        return self._actions[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._actions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in self._tells or not 0 <= index.row() < len(self._actions):
            return None  # a click that closed the list still asks for its row
        return self._tells[role](self._actions[index.row()])

    def _in_words(self, action: QAction) -> str:
        state = "" if action.isEnabled() else self.tr("not possible now")
        return ", ".join(filter(None, (action.text(), _key(action), state)))


def _key(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


class _RowDrawer(QStyledItemDelegate):
    def __init__(self, view: PaletteList) -> None:
        super().__init__(view)
        self._view = view
        self._small, self._cap = QFont(view.font()), QFont(view.font())
        self._muted, self._row = QColor(), QRect()
        self._small.setPixelSize(12)
        self._cap.setPixelSize(11)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._row = rect
        palette = QGuiApplication.palette()
        if index == self._view.currentIndex():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(QRectF(rect), 8, 8)
        self._muted = palette.color(QPalette.ColorRole.PlaceholderText)
        possible = bool(index.data(_POSSIBLE_ROLE))
        room = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        room = self._cap_at_end(painter, room, str(index.data(_KEY_ROLE)))
        room = self._group_at_end(painter, room, str(index.data(_GROUP_ROLE)))
        painter.setFont(self._view.font())
        painter.setPen(palette.color(QPalette.ColorRole.Text) if possible else self._muted)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(self._view.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        absolute = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self._mirrored(room), int(side | absolute), text)
        painter.restore()

    def _cap_at_end(self, painter: QPainter, room: QRect, key: str) -> QRect:
        """Draws the cap of the key and gives back the room that is left before it."""
        if not key:
            return room
        painter.setFont(self._cap)
        width = painter.fontMetrics().horizontalAdvance(key) + 12
        box = QRect(room.right() - width + 1, room.center().y() - 9, width, 20)
        shown = self._mirrored(box)
        painter.setPen(QPen(QGuiApplication.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(shown).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._muted)
        painter.drawText(shown, int(Qt.AlignmentFlag.AlignCenter), key)
        return room.adjusted(0, 0, -width - _SIDE, 0)

    def _group_at_end(self, painter: QPainter, room: QRect, group: str) -> QRect:
        """The same for what the action is about, where there is room for it."""
        painter.setFont(self._small)
        width = painter.fontMetrics().horizontalAdvance(group)
        if room.width() < _GROUP_FROM:
            return room
        place = QRect(room.right() - width + 1, room.top(), width, room.height())
        painter.setPen(self._muted)
        painter.drawText(self._mirrored(place), int(Qt.AlignmentFlag.AlignCenter), group)
        return room.adjusted(0, 0, -width - _SIDE, 0)

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), self._row, place)
