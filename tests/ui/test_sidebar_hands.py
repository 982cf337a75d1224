"""The list of conversations in a person's hands: several meant at once, folders folded and named, rows dragged."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Conversation, Folder
from desktop_app.presenters.views import ARCHIVED
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sidebar import dragging as sidebar_dragging
from desktop_app.ui.sidebar.conversation_list import ConversationList
from desktop_app.ui.sidebar.sidebar import Sidebar
from desktop_app.ui.sidebar.view import ROW_HEIGHT
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.title_field import TitleLine
from tests.support.windows import open_window

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOW = time.time()
FOLDERS = [Folder("f", "Work"), Folder("g", "At home"), Folder("h", "Play")]


def _talk(name: str, **more: object) -> Conversation:
    moment = NOW - ord(name[0]) / 1_000
    return Conversation(name, f"Talk {name}", moment, moment, **more)  # type: ignore[arg-type]


TALKS = [_talk("a"), _talk("b"), _talk("c", folder_id="f"), _talk("p", pinned=True), _talk("x", archived=True)]
"""The rows: Pinned, p, Work, c, At home, Play, Today, a, b, Archived."""


@pytest.fixture
def sidebar(qtbot: QtBot, keeper: ThemeKeeper) -> Sidebar:
    made = Sidebar(keeper.theme)
    qtbot.addWidget(made)
    made.resize(264, 640)
    made.show_folders(FOLDERS)
    made.show_conversations(TALKS, "a")
    with qtbot.waitActive(made):
        made.show()
    made.conversations.setFocus()
    return made


@pytest.fixture
def listed(sidebar: Sidebar) -> ConversationList:
    return sidebar.conversations


def _click(listed: ConversationList, name: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    row = listed.rows.row_of(name) if listed.rows.get(name) else listed.rows.row_of_fold(name)
    assert row is not None
    where = listed.visualRect(listed.rows.index(row)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, held, where)


def _go_to(listed: ConversationList, name: str) -> None:
    row = listed.rows.row_of(name) if listed.rows.get(name) else listed.rows.row_of_fold(name)
    assert row is not None
    listed.go_to_row(row)


def _names(listed: ConversationList) -> list[str]:
    return [str(listed.rows.index(row).data()) for row in range(listed.rows.rowCount())]


def _editor(listed: ConversationList) -> QLineEdit:
    found = listed.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def _menu(listed: ConversationList, name: str) -> QMenu:
    _go_to(listed, name)
    listed.contextMenuEvent(
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), listed.mapToGlobal(QPoint()))
    )
    return listed.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]


def _do(menu: QMenu, words: str) -> None:
    assert words in [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


# Several at once


def test_shift_and_ctrl_say_what_is_meant_and_open_nothing(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(sidebar.conversation_chosen):
        _click(listed, "c", CTRL)
        _click(listed, "b", CTRL)
        assert listed.selected_ids == ["c", "a", "b"]
        _click(listed, "c", CTRL)
        assert listed.selected_ids == ["a", "b"]
    with qtbot.waitSignal(sidebar.conversation_chosen):
        _click(listed, "b")
    assert listed.selected_ids == ["b"]


def test_shift_and_the_arrows_mean_several_and_delete_takes_them_all(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    _go_to(listed, "a")
    QTest.keyClick(listed, Qt.Key.Key_Down, SHIFT)
    assert listed.selected_ids == ["a", "b"]
    with qtbot.waitSignal(sidebar.delete_requested) as deleted:
        QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert deleted.args == [["a", "b"]]


def test_a_range_leaves_headings_and_folders_out_of_what_is_done(listed: ConversationList) -> None:
    _click(listed, "p")
    _click(listed, "b", SHIFT)
    assert listed.selected_ids == ["p", "c", "a", "b"]


def test_the_menu_of_several_asks_for_all_of_them(sidebar: Sidebar, listed: ConversationList, qtbot: QtBot) -> None:
    _go_to(listed, "a")
    QTest.keyClick(listed, Qt.Key.Key_Down, SHIFT)
    where = listed.visualRect(listed.currentIndex()).center()
    listed.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, listed.mapToGlobal(where)))
    menu = listed.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    words = [action.text() for action in menu.actions() if action.text()]
    assert "Open" not in words
    assert "Rename…" not in words
    with qtbot.waitSignal(sidebar.archive_requested) as archived:
        _do(menu, "Archive")
    assert archived.args == [["a", "b"], True]


def test_what_is_selected_stays_so_when_rows_come_go_and_move(sidebar: Sidebar, listed: ConversationList) -> None:
    _go_to(listed, "a")
    QTest.keyClick(listed, Qt.Key.Key_Down, SHIFT)
    sidebar.put_conversations([_talk("new"), replace(TALKS[0], pinned=True)])
    assert sorted(listed.selected_ids) == ["a", "b"]
    sidebar.show_folders(FOLDERS[::-1])
    assert sorted(listed.selected_ids) == ["a", "b"]
    sidebar.drop_conversations(["b"])
    assert listed.selected_ids == ["a"]


def test_the_keyboard_stays_on_a_folder_s_row_and_goes_near_where_that_goes(
    sidebar: Sidebar, listed: ConversationList
) -> None:
    _go_to(listed, "g")
    sidebar.show_folders([FOLDERS[1], FOLDERS[0]])
    assert listed.current_folder == "g"
    sidebar.show_folders([FOLDERS[0]])
    assert listed.currentIndex().isValid()
    QTest.keyClick(listed, Qt.Key.Key_End)
    assert listed.currentIndex().row() == listed.rows.rowCount() - 1


@pytest.mark.parametrize(("gone", "near"), [("a", "b"), ("b", "a"), ("c", "p"), ("p", "c")])
@pytest.mark.parametrize("way", ["archived", "deleted"])
def test_the_keyboard_goes_to_a_conversation_beside_the_one_that_leaves(
    gone: str, near: str, way: str, sidebar: Sidebar, listed: ConversationList
) -> None:
    _go_to(listed, gone)
    if way == "archived":
        talk = listed.rows.get(gone)
        assert talk is not None
        sidebar.put_conversations([replace(talk, archived=True)])
    else:
        sidebar.drop_conversations([gone])
    assert listed.currentIndex() == listed.rows.index(listed.rows.row_of(near) or 0)
    assert listed.selected_ids == [near]


def test_where_the_last_conversation_leaves_the_keyboard_is_on_none(sidebar: Sidebar, listed: ConversationList) -> None:
    sidebar.show_folders([])
    _go_to(listed, "a")
    sidebar.drop_conversations(["a", "b", "c", "p", "x"])
    assert listed.selected_ids == []


def test_a_conversation_that_is_open_no_longer_is_not_meant_by_what_nobody_sees(window: MainWindow) -> None:
    sidebar = window.sidebar
    sidebar.show_open("b")
    window.composer.focus()
    sidebar.show_open(None)
    assert sidebar.conversations.selected_ids == []
    assert not window.action("delete_conversation").isEnabled()


def test_the_keyboard_is_in_sight_when_the_folder_at_the_top_is_gone(
    sidebar: Sidebar, listed: ConversationList
) -> None:
    talks = [_talk("old", folder_id="f"), *(_talk(f"a{number}") for number in range(40))]
    sidebar.show_conversations(talks, None)
    _go_to(listed, "f")
    sidebar.show_folders([])
    assert listed.verticalScrollBar().value() == 0
    assert listed.viewport().rect().contains(listed.visualRect(listed.currentIndex()))


# One conversation


@pytest.mark.parametrize(
    ("name", "words", "signal", "wanted"),
    [
        ("a", "Pin", "pin_requested", [["a"], True]),
        ("p", "Unpin", "pin_requested", [["p"], False]),
        ("a", "Archive", "archive_requested", [["a"], True]),
        ("a", "Open", "conversation_chosen", ["a"]),
        ("a", "Delete", "delete_requested", [["a"]]),
        ("f", "Delete the folder", "folder_delete_requested", ["f"]),
        ("g", "Move up", "folders_ordered", [["g", "f", "h"]]),
        ("g", "Move down", "folders_ordered", [["f", "h", "g"]]),
        ("f", "Fold", "fold_changed", [{"f", ARCHIVED}]),
        (ARCHIVED, "Unfold", "fold_changed", [set()]),
    ],
)
def test_a_row_s_menu_asks_for_what_it_says(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot, name: str, words: str, signal: str, wanted: list[object]
) -> None:
    with qtbot.waitSignal(getattr(sidebar, signal)) as asked:
        _do(_menu(listed, name), words)
    assert list(asked.args) == wanted


def test_an_archived_conversation_is_taken_out_by_its_menu(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    listed.fold(ARCHIVED, folded=False)
    with qtbot.waitSignal(sidebar.archive_requested) as asked:
        _do(_menu(listed, "x"), "Take out of the archive")
    assert asked.args == [["x"], False]


def test_the_menu_of_folders_marks_where_it_is_and_moves_it(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    menu = _menu(listed, "c")
    folders = next(action.menu() for action in menu.actions() if action.text() == "Move to folder…")
    assert isinstance(folders, QMenu)
    checked = [action.text() for action in folders.actions() if action.isChecked()]
    assert checked == ["Work"]
    with qtbot.waitSignal(sidebar.move_requested) as moved:
        next(action for action in folders.actions() if action.text() == "At home").trigger()
    assert moved.args == [["c"], "g"]
    with qtbot.waitSignal(sidebar.move_requested) as moved:
        next(action for action in folders.actions() if action.text() == "No folder").trigger()
    assert moved.args == [["c"], ""]
    with qtbot.waitSignal(sidebar.folder_wanted) as wanted:
        next(action for action in folders.actions() if action.text() == "New folder…").trigger()
    assert wanted.args == ["New folder", ["c"]]
    menu.close()


@pytest.mark.parametrize(("name", "signal"), [("a", "renamed"), ("f", "folder_renamed")])
def test_f2_makes_a_field_of_the_row_and_enter_asks_for_what_stands_there(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot, name: str, signal: str
) -> None:
    _go_to(listed, name)
    QTest.keyClick(listed, Qt.Key.Key_F2)
    field = _editor(listed)
    assert field.selectedText() == field.text() == listed.currentIndex().data()
    QTest.keyClicks(field, "Mine")
    with qtbot.waitSignal(getattr(sidebar, signal)) as asked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == [name, "Mine"]


def test_what_is_being_written_survives_a_row_that_moves_and_a_title_that_comes(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    listed.rename("b")
    field = _editor(listed)
    QTest.keyClicks(field, "Mine")
    sidebar.put_conversations([replace(TALKS[1], title="Of a model", updated=time.time() + 5)])
    assert field.text() == "Mine"
    with qtbot.waitSignal(sidebar.renamed) as asked:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert asked.args == ["b", "Mine"]


def test_esc_leaves_a_title_as_it_was(sidebar: Sidebar, listed: ConversationList, qtbot: QtBot) -> None:
    listed.rename("a")
    field = _editor(listed)
    QTest.keyClicks(field, "Mine")
    with qtbot.assertNotEmitted(sidebar.renamed):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert listed.state() == ConversationList.State.NoState


def test_a_new_folder_is_named_in_its_place(sidebar: Sidebar, listed: ConversationList, qtbot: QtBot) -> None:
    sidebar.show_folders([Folder("n", "New folder"), *FOLDERS])
    sidebar.begin_naming("n")
    QTest.keyClicks(_editor(listed), "Garden")
    with qtbot.waitSignal(sidebar.folder_renamed) as asked:
        QTest.keyClick(_editor(listed), Qt.Key.Key_Return)
    assert asked.args == ["n", "Garden"]


# Folders


def test_enter_and_a_click_fold_a_folder_and_unfold_it(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    _go_to(listed, "f")
    with qtbot.waitSignal(sidebar.fold_changed):
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert "Talk c" not in _names(listed)
    _click(listed, "f")
    assert "Talk c" in _names(listed)


@pytest.mark.parametrize("rtl", [False, True])
def test_the_arrows_fold_unfold_and_lead_out_of_a_folder(listed: ConversationList, *, rtl: bool) -> None:
    out, into = (Qt.Key.Key_Right, Qt.Key.Key_Left) if rtl else (Qt.Key.Key_Left, Qt.Key.Key_Right)
    listed.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    _go_to(listed, "c")
    QTest.keyClick(listed, out)
    assert listed.current_folder == "f"
    QTest.keyClick(listed, out)
    assert "Talk c" not in _names(listed)
    QTest.keyClick(listed, into)
    assert "Talk c" in _names(listed)


def test_ctrl_shift_and_the_arrows_move_a_folder_and_the_ends_hold_it(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    _go_to(listed, "f")
    with qtbot.waitSignal(sidebar.folders_ordered) as ordered:
        QTest.keyClick(listed, Qt.Key.Key_Down, CTRL | SHIFT)
    assert ordered.args == [["g", "f", "h"]]
    with qtbot.assertNotEmitted(sidebar.folders_ordered):
        QTest.keyClick(listed, Qt.Key.Key_Up, CTRL | SHIFT)


# Dragged


@dataclass
class _Drop:
    """As much of a QDropEvent as is asked of one; Qt makes a real one from this program only while it drags."""

    view: ConversationList
    row: int
    data: QMimeData
    from_here: bool = True

    def source(self) -> object:
        return self.view if self.from_here else None

    def position(self) -> QPointF:
        return QPointF(self.view.visualRect(self.view.rows.index(self.row)).center())

    def mimeData(self) -> QMimeData:
        return self.data


def _dragged(listed: ConversationList, names: Sequence[str], onto: str) -> QDropEvent:
    rows = [listed.rows.row_of(name) if listed.rows.get(name) else listed.rows.row_of_fold(name) for name in names]
    data = listed.rows.mimeData([listed.rows.index(row) for row in rows if row is not None])
    return cast("QDropEvent", _Drop(listed, _names(listed).index(onto), data))


@pytest.mark.parametrize(
    ("names", "onto", "asked"),
    [
        (["a", "b"], "At home", [("move", ["a", "b"], "g")]),
        (["a"], "Talk c", [("move", ["a"], "f")]),
        (["c"], "Today", [("move", ["c"], "")]),
        (["c"], "Talk a", [("move", ["c"], "")]),
        (["a"], "Pinned", [("pin", ["a"], True)]),
        (["p"], "Today", [("pin", ["p"], False)]),
        (["p", "a"], "Work", [("pin", ["p"], False), ("move", ["p", "a"], "f")]),
        (["a"], "Archived", [("archive", ["a"], True)]),
        (["c"], "Work", []),
        (["f"], "Play", [("order", ["g", "h", "f"])]),
        (["h"], "Work", [("order", ["h", "f", "g"])]),
        (["h"], "Talk c", [("order", ["h", "f", "g"])]),
    ],
)
def test_what_is_dropped_goes_where_it_was_dropped(
    sidebar: Sidebar, listed: ConversationList, names: list[str], onto: str, asked: list[object]
) -> None:
    told: list[object] = []
    sidebar.move_requested.connect(lambda ids, folder: told.append(("move", ids, folder)))
    sidebar.pin_requested.connect(lambda ids, pinned: told.append(("pin", ids, pinned)))
    sidebar.archive_requested.connect(lambda ids, archived: told.append(("archive", ids, archived)))
    sidebar.folders_ordered.connect(lambda order: told.append(("order", order)))
    event = _dragged(listed, names, onto)
    assert sidebar_dragging.aim_of(listed, event) is not None
    assert sidebar_dragging.drop(listed, event)
    assert told == asked


def test_a_folder_cannot_be_dropped_among_the_days_nor_anything_from_elsewhere(listed: ConversationList) -> None:
    folder = _dragged(listed, ["f"], "Today")
    assert sidebar_dragging.aim_of(listed, folder) is None
    assert not sidebar_dragging.drop(listed, folder)
    foreign = _dragged(listed, ["a"], "Work")
    cast("_Drop", foreign).from_here = False
    assert sidebar_dragging.aim_of(listed, foreign) is None
    assert not sidebar_dragging.drop(listed, foreign)


# In sight


def _long(sidebar: Sidebar, *, at: int = 0) -> list[Conversation]:
    """300 of them, scrolled so many pixels."""
    talks = [Conversation(f"t{n}", f"Talk {n}", NOW - n / 100, NOW - n / 100) for n in range(300)]
    sidebar.show_conversations(talks, None)
    QApplication.processEvents()
    sidebar.conversations.clearFocus()
    sidebar.conversations.verticalScrollBar().setValue(at)
    return talks


def _top(listed: ConversationList) -> tuple[object, int]:
    """What stands at the upper edge, and where it begins."""
    QApplication.processEvents()
    index = listed.indexAt(QPoint(20, 0))
    return index.data(), listed.visualRect(index).top()


def test_what_one_looks_at_stays_where_it_is_whatever_happens_above_it(sidebar: Sidebar) -> None:
    talks = _long(sidebar, at=4007)
    listed = sidebar.conversations
    before = _top(listed)
    sidebar.put_conversations([Conversation("new", "New", NOW + 1, NOW + 1)])
    assert _top(listed) == before
    sidebar.put_conversations([replace(talks[200], updated=NOW + 2)])
    assert _top(listed) == before
    sidebar.drop_conversations(["t3", "t4"])
    assert _top(listed) == before
    sidebar.show_folders([*FOLDERS, Folder("i", "Fourth")])
    assert _top(listed) == before
    sidebar.show_conversations([*talks[20:], Conversation("new", "New", NOW + 1, NOW + 1)], None)
    assert _top(listed) == before
    at_the_top = next(talk for talk in talks if talk.title == before[0])
    below = listed.rows.index((listed.rows.row_of(at_the_top.id) or 0) + 1)
    sidebar.put_conversations([replace(at_the_top, updated=NOW + 3)])
    QApplication.processEvents()
    assert listed.visualRect(below).top() == before[1] + ROW_HEIGHT, "the one at the top went away, the next stays"


def test_who_is_at_the_top_sees_what_is_new(sidebar: Sidebar) -> None:
    sidebar.show_folders([])
    _long(sidebar)
    sidebar.put_conversations([Conversation("new", "New", NOW + 1, NOW + 1)])
    assert _top(sidebar.conversations)[1] == 0
    assert sidebar.conversations.rows.index(1).data() == "New"


def test_the_open_conversation_comes_into_sight_unless_somebody_is_in_the_list(sidebar: Sidebar) -> None:
    _long(sidebar)
    listed = sidebar.conversations
    listed.setFocus()
    sidebar.show_open("t250")
    assert listed.verticalScrollBar().value() == 0
    listed.clearFocus()
    sidebar.show_open("t251")
    assert listed.viewport().rect().contains(listed.place_of("t251").center())


def test_what_was_done_with_a_conversation_is_announced(sidebar: Sidebar, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(sidebar, "_announce", said.append)
    sidebar.pin_requested.emit(["a"], True)
    sidebar.pin_requested.emit(["a"], False)
    sidebar.archive_requested.emit(["a"], True)
    sidebar.archive_requested.emit(["a"], False)
    sidebar.move_requested.emit(["a"], "g")
    sidebar.move_requested.emit(["a"], "")
    assert said == [
        *("Pinned", "No longer pinned", "Archived", "Taken out of the archive"),
        *("Moved to the folder At home", "In no folder any more"),
    ]


def test_the_first_row_comes_into_sight_with_its_heading(sidebar: Sidebar) -> None:
    _long(sidebar)
    listed = sidebar.conversations
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(listed, key)
    assert listed.verticalScrollBar().value() == 0


# The window's actions


@pytest.fixture
def window(qtbot: QtBot, keeper: ThemeKeeper) -> MainWindow:
    made = open_window(qtbot, keeper)
    made.sidebar.show_folders(FOLDERS)
    made.sidebar.show_conversations(TALKS, "a")
    made.header.set_title("Talk a")
    return made


@pytest.mark.parametrize(
    ("action", "signal", "wanted"),
    [
        ("pin_conversation", "pin_requested", [["a"], True]),
        ("archive_conversation", "archive_requested", [["a"], True]),
        ("delete_conversation", "delete_requested", [["a"]]),
        ("new_folder", "folder_wanted", ["New folder", []]),
    ],
)
def test_an_action_means_the_open_conversation(
    window: MainWindow, qtbot: QtBot, action: str, signal: str, wanted: list[object]
) -> None:
    with qtbot.waitSignal(getattr(window.sidebar, signal)) as asked:
        window.action(action).trigger()
    assert list(asked.args) == wanted


def test_in_the_list_an_action_means_what_is_selected_there(window: MainWindow, qtbot: QtBot) -> None:
    listed = window.sidebar.conversations
    listed.setFocus()
    _go_to(listed, "p")
    with qtbot.waitSignal(window.sidebar.pin_requested) as asked:
        window.action("pin_conversation").trigger()
    assert asked.args == [["p"], False]


def test_f2_renames_the_open_conversation_in_the_header_and_esc_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    window.composer.focus()
    window.action("rename_conversation").trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Mine")
    with qtbot.assertNotEmitted(window.header.title_edited):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    window.action("rename_conversation").trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Mine")
    with qtbot.waitSignal(window.header.title_edited) as edited:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert edited.args == ["Mine"]


def test_a_double_click_on_the_title_above_the_page_makes_a_field_of_it(window: MainWindow) -> None:
    title = window.header.findChild(TitleLine)
    assert isinstance(title, TitleLine)
    QTest.mouseDClick(title, Qt.MouseButton.LeftButton)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Talk a"
    window.sidebar.conversations.setFocus()
    assert not field.isVisible()


def test_the_menu_of_folders_opens_by_its_action(window: MainWindow, qtbot: QtBot) -> None:
    window.action("move_conversation").trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == [
        *("No folder", "Work", "At home", "Play", "New folder…"),
    ]
    menu.close()


def test_the_archive_is_shown_and_hidden_by_its_action(window: MainWindow) -> None:
    listed = window.sidebar.conversations
    window.action("archived").trigger()
    assert "Talk x" in _names(listed)
    window.action("archived").trigger()
    assert "Talk x" not in _names(listed)


def test_actions_of_a_conversation_wait_until_there_is_one(window: MainWindow) -> None:
    assert window.action("pin_conversation").isEnabled()
    assert window.action("save_sound").isEnabled()
    window.sidebar.show_open(None)
    assert not window.action("save_sound").isEnabled()
    window.sidebar.conversations.clearSelection()
    window.sidebar.conversations.setCurrentIndex(QModelIndex())
    assert not window.action("pin_conversation").isEnabled()
    _go_to(window.sidebar.conversations, "b")
    assert window.action("pin_conversation").isEnabled()
    window.sidebar.show_conversations([], None)
    assert not window.action("pin_conversation").isEnabled()
