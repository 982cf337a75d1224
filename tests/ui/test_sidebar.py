"""The list of conversations at the side, as it is shown."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Conversation
from desktop_app.ui.sidebar.conversation_list import ConversationList
from desktop_app.ui.sidebar.model import (
    HEADING_ROLE,
    ID_ROLE,
    OPEN_ROLE,
    RUNNING_ROLE,
    ConversationsModel,
)
from desktop_app.ui.sidebar.sections import span_name
from desktop_app.ui.sidebar.sidebar import Sidebar
from desktop_app.ui.theme import ThemeKeeper

TODAY = date(2026, 7, 15)


def _talk(number: int, title: str = "", age: int = 0) -> Conversation:
    moment = (datetime(TODAY.year, TODAY.month, TODAY.day, 12).astimezone() - timedelta(days=age)).timestamp()
    return Conversation(f"id{number}", title or f"Talk {number}", moment, moment)


def _rows(model: ConversationsModel) -> list[str]:
    return [
        f"[{index.data()}]" if index.data(HEADING_ROLE) else str(index.data())
        for index in (model.index(row) for row in range(model.rowCount()))
    ]


@pytest.fixture
def sidebar(qtbot: QtBot, keeper: ThemeKeeper) -> Sidebar:
    made = Sidebar(keeper.theme)
    qtbot.addWidget(made)
    made.resize(264, 600)
    made.show()
    return made


@pytest.fixture
def listed(sidebar: Sidebar) -> ConversationList:
    now = time.time()
    talks = [Conversation(f"id{number}", f"Talk {number}", now, now) for number in range(4)]
    sidebar.show_conversations(talks, "id1")
    return _list(sidebar)


def _list(sidebar: Sidebar) -> ConversationList:
    found = sidebar.findChild(ConversationList)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("age", "name"),
    [
        (-1, "Today"),
        (0, "Today"),
        (1, "Yesterday"),
        (2, "Last 7 days"),
        (7, "Last 7 days"),
        (8, "Last 30 days"),
        (30, "Last 30 days"),
        (31, "June"),
        (365, "July 2025"),
    ],
)
def test_a_conversation_stands_under_its_day(age: int, name: str, qapp: QApplication) -> None:
    assert span_name(TODAY - timedelta(days=age), TODAY) == name


def test_each_span_has_one_heading_above_its_conversations(qapp: QApplication) -> None:
    model = ConversationsModel()
    model.show([_talk(1), _talk(2), _talk(3, age=1), _talk(4, age=40)], None, TODAY)
    assert _rows(model) == ["[Today]", "Talk 1", "Talk 2", "[Yesterday]", "Talk 3", "[June]", "Talk 4"]


def test_only_the_conversations_that_changed_are_told_to_have_changed(qtbot: QtBot) -> None:
    model = ConversationsModel()
    model.show([_talk(1), _talk(2), _talk(3)], "id2", TODAY)
    model.set_running(frozenset({"id1"}))
    changed: list[str] = []
    model.dataChanged.connect(lambda index, _end, _roles: changed.append(index.data(ID_ROLE)))
    model.set_running(frozenset({"id1", "id3"}))
    assert changed == ["id3"]
    assert [model.index(row).data(RUNNING_ROLE) for row in (1, 2, 3)] == [True, False, True]
    assert [model.index(row).data(OPEN_ROLE) for row in (1, 2, 3)] == [False, True, False]


def test_a_conversation_that_waits_to_speak_says_so(qtbot: QtBot) -> None:
    model = ConversationsModel()
    model.show([_talk(1), _talk(2)], "id2", TODAY)
    model.set_running(frozenset({"id1"}))
    described = Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.index(1).data(described) == "being answered"
    model.set_waiting(frozenset({"id1"}))
    model.set_running(frozenset())
    assert model.index(1).data(described) == "has something to say"
    assert model.index(1).data(RUNNING_ROLE)
    model.set_waiting(frozenset())
    assert (model.index(1).data(described), model.index(1).data(RUNNING_ROLE)) == ("", False)


def test_opening_another_conversation_changes_two_rows_and_leaves_the_list_as_it_is(qtbot: QtBot) -> None:
    model = ConversationsModel()
    talks = [_talk(1), _talk(2), _talk(3)]
    model.show(talks, "id2", TODAY)
    changed: set[str] = set()
    model.dataChanged.connect(lambda index, _end, _roles: changed.add(index.data(ID_ROLE)))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(list(talks), "id3", TODAY)
    assert changed == {"id2", "id3"}
    assert [model.index(row).data(OPEN_ROLE) for row in (1, 2, 3)] == [False, False, True]
    with qtbot.waitSignal(model.modelReset):
        model.show(talks, "id3", TODAY + timedelta(days=1))
    assert _rows(model)[0] == "[Yesterday]"


def test_headings_cannot_be_chosen(qapp: QApplication) -> None:
    model = ConversationsModel()
    model.show([_talk(1)], None, TODAY)
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.rowCount(QModelIndex(model.index(1))) == 0


def test_a_click_opens_a_conversation(sidebar: Sidebar, listed: ConversationList, qtbot: QtBot) -> None:
    where = listed.visualRect(listed.rows.index(3)).center()
    with qtbot.waitSignal(sidebar.conversation_chosen) as chosen:
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert chosen.args == ["id2"]


def test_a_click_on_a_heading_opens_nothing(sidebar: Sidebar, listed: ConversationList, qtbot: QtBot) -> None:
    where = listed.visualRect(listed.rows.index(0)).center()
    with qtbot.assertNotEmitted(sidebar.conversation_chosen):
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_list_works_by_keyboard(sidebar: Sidebar, listed: ConversationList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.conversation_chosen) as chosen:
        QTest.keyClick(listed, Qt.Key.Key_Down)
        QTest.keyClick(listed, Qt.Key.Key_Return)
    assert chosen.args == ["id2"]
    with qtbot.waitSignal(sidebar.delete_requested) as deleted:
        QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert deleted.args == [["id2"]]


def test_the_menu_of_a_conversation_offers_to_delete_it(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    where = listed.visualRect(listed.rows.index(4)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, listed.viewport().mapToGlobal(where))
    listed.contextMenuEvent(event)
    menu = listed.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(sidebar.delete_requested) as deleted:
        menu.actions()[-1].trigger()
    assert deleted.args == [["id3"]]
    menu.close()


def test_the_menu_of_a_conversation_offers_to_save_its_sound(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    where = listed.visualRect(listed.rows.index(4)).center()
    listed.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, listed.mapToGlobal(where)))
    menu = listed.findChild(QMenu)
    assert menu is not None
    with qtbot.waitSignal(sidebar.sound_requested) as asked:
        next(action for action in menu.actions() if action.text() == "Save sound as…").trigger()
    assert asked.args == ["id3"]
    menu.close()


def test_the_menu_over_a_heading_or_beside_the_rows_offers_a_new_folder(
    sidebar: Sidebar, listed: ConversationList, qtbot: QtBot
) -> None:
    for y in (5, 500):
        listed.contextMenuEvent(
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(20, y), listed.mapToGlobal(QPoint(20, y)))
        )
        menu = listed.findChildren(QMenu)[-1]
        assert [action.text() for action in menu.actions()] == ["New folder…"]
        with qtbot.waitSignal(sidebar.folder_wanted) as wanted:
            menu.actions()[0].trigger()
        assert wanted.args == ["New folder", []]
        menu.close()


@pytest.mark.parametrize(("keys", "wanted"), [("f", "f"), ("\r", "")])
def test_a_letter_or_enter_in_the_search_field_searches_everything(
    sidebar: Sidebar, qtbot: QtBot, keys: str, wanted: str
) -> None:
    with qtbot.waitSignal(sidebar.search_requested) as asked:
        QTest.keyClicks(_search(sidebar), keys)
    assert asked.args == [wanted]
    assert _search(sidebar).text() == ""


def test_a_press_on_the_search_field_searches_everything(sidebar: Sidebar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sidebar.search_requested) as asked:
        QTest.mouseClick(_search(sidebar), Qt.MouseButton.LeftButton)
    assert asked.args == [""]


def test_what_one_looked_at_stays_in_sight_when_the_list_is_shown_again(sidebar: Sidebar, qtbot: QtBot) -> None:
    now = time.time()
    talks = [Conversation(f"id{number}", f"Talk {number}", now - number, now - number) for number in range(300)]
    sidebar.show_conversations(talks, "id0")
    listed = _list(sidebar)
    listed.verticalScrollBar().setValue(4000)
    top = listed.indexAt(QPoint(20, 30)).data()
    sidebar.show_conversations(talks, "id0")
    qtbot.waitUntil(lambda: listed.indexAt(QPoint(20, 30)).data() == top)


def test_an_empty_side_says_what_will_stand_there(sidebar: Sidebar) -> None:
    assert not sidebar._nothing.isVisible()  # nobody knows yet
    sidebar.show_conversations([], None)
    assert "will be listed" in sidebar._nothing.text()
    assert sidebar._nothing.isVisible()
    now = time.time()
    sidebar.show_conversations([Conversation("id", "Talk", now, now)], None)
    assert not sidebar._nothing.isVisible()


def test_the_buttons_of_the_side_ask_for_what_they_say(sidebar: Sidebar, qtbot: QtBot) -> None:
    buttons = {found.accessibleName(): found for found in sidebar.findChildren(QPushButton)}
    with qtbot.waitSignal(sidebar.new_requested):
        buttons["New conversation"].click()
    with qtbot.waitSignal(sidebar.settings_requested):
        buttons["Settings"].click()


def _search(sidebar: Sidebar) -> QLineEdit:
    found = sidebar.findChild(QLineEdit)
    assert found is not None
    assert found.accessibleName() == "Search"
    return found
