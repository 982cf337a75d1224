"""The way back from a deletion is one line, named and told, and there only while there is something to bring back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.undo_line import UndoLine


@pytest.fixture
def line(qtbot: QtBot) -> UndoLine:
    made = UndoLine()
    qtbot.addWidget(made)
    return made


def words(line: UndoLine) -> str:
    return " ".join(label.text() for label in line.findChildren(QLabel))


def test_it_says_how_much_was_deleted_and_goes_again(line: UndoLine) -> None:
    assert line.isHidden()
    line.offer_undo(1)
    assert not line.isHidden()
    assert words(line) == "The message was deleted."
    line.offer_undo(12)
    assert "12 messages were deleted." in words(line).replace("%n", "12")
    line.clear_undo()
    assert line.isHidden()


def test_its_button_tells_the_key_and_what_is_offered_is_told(line: UndoLine) -> None:
    told: list[bool] = []
    line.offered.connect(told.append)
    line.show_keys({"undo_deletion": "Ctrl+Z"})
    [button] = line.findChildren(QPushButton)
    assert button.toolTip() == button.accessibleDescription() == "Brings it back (Ctrl+Z)"
    line.show_keys({"undo_deletion": ""})
    assert button.toolTip() == "Brings it back"
    line.offer_undo(2)
    line.clear_undo()
    assert told == [True, False]


def test_its_button_is_named_and_asks_for_the_way_back(line: UndoLine, qtbot: QtBot) -> None:
    line.offer_undo(1)
    [button] = line.findChildren(QPushButton)
    assert button.accessibleName() == "Undo the deletion"
    with qtbot.waitSignal(line.undo_requested):
        button.click()
