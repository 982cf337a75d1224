"""A list whose rows are all of one height, so that where each stands is known without laying any of them out.

QListView goes through every row whenever one changes, and asks a model made in Python about each: 55 ms for 50,000.
Here every answer is a division, and only the rows in sight are touched. To a screen reader it is a QListView still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, QRect, Qt
from PySide6.QtGui import QCursor, QPainter, QPalette, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, QPoint
    from PySide6.QtGui import QPaintEvent

    _Index = QModelIndex | QPersistentModelIndex

_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class UniformRowsView(QListView):
    """One column, scrolled by pixels; ``row_height`` in pixels."""

    def __init__(self, row_height: int) -> None:
        super().__init__()
        self.setViewport(_surface())
        self._row_height = row_height
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # Where what is

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = index.row() * self._row_height - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._row_height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self._row_height
        inside = 0 <= row < self._count and 0 <= point.x() < self.viewport().width()
        return self.model().index(row, 0) if inside else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollTo(self, index: _Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        top, room = index.row() * self._row_height, self.viewport().height()
        value = self.verticalOffset()
        above, below = top < value, top + self._row_height > value + room
        if hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and above):
            value = top
        elif hint == _Hint.PositionAtBottom or (hint == _Hint.EnsureVisible and below):
            value = top + self._row_height - room
        elif hint == _Hint.PositionAtCenter:
            value = top + (self._row_height - room) // 2
        self.verticalScrollBar().setValue(value)

    # What Qt asks of a view

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self._row_height // 2)
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._count * self._row_height - room))
        QAbstractItemView.updateGeometries(self)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:
        first = max(0, (event.rect().top() + self.verticalOffset()) // self._row_height)
        last = min(self._count - 1, (event.rect().bottom() + self.verticalOffset()) // self._row_height)
        if last < first:
            return
        from PySide6.QtWidgets import QStyle  # with the first row: it has so many names that the start would feel them

        painter, delegate, model = QPainter(self.viewport()), self.itemDelegate(), self.model()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        usual, pointed = option.state, self._row_pointed_at()
        for row in range(first, last + 1):
            index = model.index(row, 0)
            option.rect = self.visualRect(index)
            option.state = usual
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == pointed:
                option.state |= QStyle.StateFlag.State_MouseOver
            delegate.paint(painter, option, index)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """``rect`` in the viewport: all rows that it touches."""
        ends = sorted((self._row_near(rect.top()), self._row_near(rect.bottom())))
        selection = QItemSelection()
        if self._count:
            selection.select(self.model().index(ends[0], 0), self.model().index(ends[1], 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is to be painted again: of what is in sight, everything."""
        return QRegion() if selection.isEmpty() else QRegion(self.viewport().rect())

    def moveCursor(self, action: _Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """To the next row that can be chosen; where there is none it stays."""
        here, page = self.currentIndex().row(), max(1, self.viewport().height() // self._row_height - 1)
        if here < 0:
            return self._first(range(self._count))
        match action:
            case _Move.MoveUp | _Move.MovePrevious:
                wanted = [range(here - 1, -1, -1)]
            case _Move.MoveDown | _Move.MoveNext:
                wanted = [range(here + 1, self._count)]
            case _Move.MovePageUp:
                aim = max(0, here - page)
                wanted = [range(aim, here), range(aim, -1, -1)]
            case _Move.MovePageDown:
                aim = min(self._count - 1, here + page)
                wanted = [range(aim, here, -1), range(aim, self._count)]
            case _Move.MoveHome:
                wanted = [range(self._count)]
            case _Move.MoveEnd:
                wanted = [range(self._count - 1, -1, -1)]
            case _:
                wanted = []
        found = (self._first(rows) for rows in wanted)
        return next(filter(QModelIndex.isValid, found), self.model().index(here, 0))

    # Inside

    @property
    def _count(self) -> int:
        model = self.model()
        return 0 if model is None else model.rowCount()

    def _row_near(self, y: int) -> int:
        return min(max((y + self.verticalOffset()) // self._row_height, 0), max(self._count - 1, 0))

    def _row_pointed_at(self) -> int:
        if not self.viewport().underMouse():
            return -1
        return self.indexAt(self.viewport().mapFromGlobal(QCursor.pos())).row()

    def _first(self, rows: range) -> QModelIndex:
        """The first of these rows that can be chosen."""
        for row in rows:
            index = self.model().index(row, 0)
            if self.model().flags(index) & Qt.ItemFlag.ItemIsEnabled:
                return index
        return QModelIndex()


def _surface() -> QWidget:
    """What the rows stand on. Ours: to find out what Qt's own is, PySide would load all kinds of widgets there are."""
    made = QWidget()
    made.setBackgroundRole(QPalette.ColorRole.Base)
    made.setAutoFillBackground(True)
    return made
