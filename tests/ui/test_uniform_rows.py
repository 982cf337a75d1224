"""A list of uniform rows stands, scrolls and is walked as Qt's own does, without asking about rows out of sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QSize, QStringListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from desktop_app.ui.sidebar.uniform_rows import UniformRowsView

HEIGHT, ROWS = 40, 200
_Index = QModelIndex | QPersistentModelIndex


class _Tall(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, HEIGHT)


class _Some(QStringListModel):
    """Every third row cannot be chosen; ``asked`` are the rows whose words were wanted."""

    def __init__(self, count: int) -> None:
        super().__init__([f"row {number}" for number in range(count)])
        self.asked: set[int] = set()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.NoItemFlags if index.row() % 3 == 0 else super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        self.asked.add(index.row())
        return super().data(index, role)


def _shown(qtbot: QtBot, view: QListView, model: QAbstractItemModel) -> QListView:
    qtbot.addWidget(view)
    view.setItemDelegate(_Tall(view))
    view.setModel(model)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
    view.resize(200, 410)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def views(qtbot: QtBot) -> Iterator[tuple[QListView, QListView]]:
    """Ours and Qt's, over the same rows."""
    model = _Some(ROWS)
    qts = QListView()
    qts.setUniformItemSizes(True)
    qts.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    qts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    yield _shown(qtbot, UniformRowsView(HEIGHT), model), _shown(qtbot, qts, model)
    model.deleteLater()


def _both(views: tuple[QListView, QListView]) -> Iterator[tuple[object, ...]]:
    """What of each is to be the same."""
    for view in views:
        yield (
            view.verticalScrollBar().maximum(),
            view.verticalScrollBar().value(),
            view.currentIndex().row(),
            sorted(index.row() for index in view.selectedIndexes()),
            [view.visualRect(view.model().index(row, 0)) for row in (0, 1, 57, ROWS - 1)],
            [view.indexAt(QPoint(10, y)).row() for y in (-1, 0, 39, 40, 405)],
        )


def test_it_stands_as_qt_s_own_list(views: tuple[QListView, QListView]) -> None:
    for view in views:
        view.setCurrentIndex(view.model().index(2, 0))
    ours, theirs = _both(views)
    assert ours == theirs


@pytest.mark.parametrize("hint", list(QAbstractItemView.ScrollHint))
def test_it_scrolls_to_a_row_as_qt_s_own_list(
    views: tuple[QListView, QListView], hint: QAbstractItemView.ScrollHint
) -> None:
    for view in views:
        view.setCurrentIndex(view.model().index(2, 0))
    for row in (0, 57, 52, 150, ROWS - 1, 60):
        for view in views:
            view.scrollTo(view.model().index(row, 0), hint)
        ours, theirs = _both(views)
        assert ours == theirs


KEYS = [
    [Qt.Key.Key_Down] * 3,
    [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up],
    [Qt.Key.Key_End],
]


@pytest.mark.parametrize("keys", KEYS)
@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_it_is_walked_as_qt_s_own_list(
    views: tuple[QListView, QListView], keys: list[Qt.Key], held: Qt.KeyboardModifier
) -> None:
    for view in views:
        view.setCurrentIndex(view.model().index(1, 0))
        for key in keys:
            QTest.keyClick(view, key, held)
    ours, theirs = _both(views)
    assert ours == theirs


def test_home_leads_to_the_first_row_that_can_be_chosen(views: tuple[QListView, QListView]) -> None:
    """Qt's own stays where it is where the first cannot be."""
    ours, _ = views
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(ours, key)
    assert ours.currentIndex().row() == 1


def test_a_page_further_is_a_windowful_and_back_again(views: tuple[QListView, QListView]) -> None:
    ours, _ = views
    ours.setCurrentIndex(ours.model().index(1, 0))
    QTest.keyClick(ours, Qt.Key.Key_PageDown)
    assert ours.currentIndex().row() == 10
    QTest.keyClick(ours, Qt.Key.Key_PageDown)
    assert ours.currentIndex().row() == 19
    QTest.keyClick(ours, Qt.Key.Key_PageUp)
    assert ours.currentIndex().row() == 10
    for _ in range(30):
        QTest.keyClick(ours, Qt.Key.Key_PageDown)
    assert ours.currentIndex().row() == ROWS - 1
    for _ in range(30):
        QTest.keyClick(ours, Qt.Key.Key_PageUp)
    assert ours.currentIndex().row() == 1


def test_a_change_asks_about_no_row_out_of_sight(qtbot: QtBot) -> None:
    model = _Some(5_000)
    view = _shown(qtbot, UniformRowsView(HEIGHT), model)
    model.asked.clear()
    model.insertRows(3, 2)
    model.dataChanged.emit(model.index(1), model.index(1))
    view.viewport().repaint()
    assert model.asked <= set(range(14))
    assert view.verticalScrollBar().maximum() == 5_002 * HEIGHT - 410


def test_an_empty_list_stands_too(qtbot: QtBot) -> None:
    view = _shown(qtbot, UniformRowsView(HEIGHT), _Some(0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    view.selectAll()
    assert not view.currentIndex().isValid()
    assert view.verticalScrollBar().maximum() == 0


def test_to_a_screen_reader_it_is_a_list_of_its_rows(views: tuple[QListView, QListView]) -> None:
    ours, theirs = (QAccessible.queryAccessibleInterface(view) for view in views)
    assert ours.role() == theirs.role() == QAccessible.Role.List
    assert ours.childCount() == theirs.childCount() == ROWS
    assert ours.child(7).text(QAccessible.Text.Name) == "row 7"
    assert ours.child(7).rect().size() == theirs.child(7).rect().size()
