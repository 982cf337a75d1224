"""The menu bar a Mac has: the table of actions once more, each in its place."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from desktop_app.ui.actions import ACTIONS, Group, build_actions
from desktop_app.ui.menu_bar import build_menu_bar
from desktop_app.ui.theme import ThemeKeeper
from tests.support.windows import open_window


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_every_action_is_in_the_menu_of_its_group_and_three_go_where_the_system_wants_them(window: QMainWindow) -> None:
    build_menu_bar(window, build_actions(window))
    menus = {menu.title(): menu for menu in window.menuBar().findChildren(QMenu)}
    assert list(menus) == [group.value for group in Group]
    for group in Group:
        ids = [action.objectName() for action in menus[group.value].actions()]
        assert ids == [spec.id for spec in ACTIONS if spec.group is group]
    roles = {action.objectName(): action.menuRole() for menu in menus.values() for action in menu.actions()}
    own = {name: role for name, role in roles.items() if role is not QAction.MenuRole.NoRole}
    assert own == {
        "quit": QAction.MenuRole.QuitRole,
        "settings": QAction.MenuRole.PreferencesRole,
        "about": QAction.MenuRole.AboutRole,
    }


def test_keys_that_mean_something_else_in_a_dialog_are_not_the_bars(window: QMainWindow, qtbot: QtBot) -> None:
    actions = build_actions(window)
    build_menu_bar(window, actions)
    shown = {one.objectName(): one for menu in window.menuBar().findChildren(QMenu) for one in menu.actions()}
    keys = {shown[name].shortcut().toString() for name in ("stop", "pause", "new")}
    assert keys == {"", "Ctrl+N"}
    with qtbot.waitSignal(actions["pause"].triggered):
        shown["pause"].trigger()
    actions["pause"].setEnabled(False)
    assert not shown["pause"].isEnabled()


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_only_where_the_system_has_one(
    system: str, qtbot: QtBot, keeper: ThemeKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.window_actions.sys.platform", system)
    there = bool(open_window(qtbot, keeper).findChildren(QMenuBar))
    assert there == (system == "darwin")
