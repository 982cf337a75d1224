"""A conversation in the background that has something to say shows it and says so, once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Conversation
from desktop_app.ui.sidebar.model import WAITING_ROLE
from desktop_app.ui.sidebar.sidebar import Sidebar
from desktop_app.ui.theme import ThemeKeeper


@pytest.fixture
def sidebar(qtbot: QtBot, keeper: ThemeKeeper) -> Sidebar:
    made = Sidebar(keeper.theme)
    qtbot.addWidget(made)
    made.resize(260, 400)
    made.show()
    made.show_conversations([Conversation("a", "The sky", 1.0, 2.0), Conversation("b", "The sea", 1.0, 1.0)], "b")
    return made


def test_it_is_announced_when_it_begins_to_wait(sidebar: Sidebar, announced: list[str]) -> None:
    sidebar.set_waiting(frozenset({"a"}))
    sidebar.set_waiting(frozenset({"a"}))
    assert announced == ["“The sky” has something to say"]
    sidebar.set_waiting(frozenset())
    sidebar.set_waiting(frozenset({"unknown"}))
    assert announced[1:] == ["Another conversation has something to say"]


def test_its_row_looks_otherwise_than_one_that_is_being_answered(sidebar: Sidebar) -> None:
    def row() -> object:
        view = sidebar.conversations
        place: QRect = view.visualRect(view.rows.index(1))
        return view.viewport().grab(place).toImage()

    plain = row()
    sidebar.set_running(frozenset({"a"}))
    running = row()
    sidebar.set_waiting(frozenset({"a"}))
    assert len([one for one in (plain, running) if one == row()]) == 0
    index = sidebar.conversations.rows.index(1)
    assert index.data(WAITING_ROLE)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "The sky — has something to say"
