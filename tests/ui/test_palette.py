"""The list of all actions: opened, searched and used by the keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Conversation
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.first_start import FirstStartPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.palette import Palette
from desktop_app.ui.palette_list import PaletteList
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.transcript.view import TranscriptView
from tests.support.windows import open_window

HOUSE = Path(__file__).parents[2] / "desktop_app"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, keeper: ThemeKeeper) -> MainWindow:
    return open_window(qtbot, keeper)


@pytest.fixture
def field(window: MainWindow) -> QLineEdit:
    """Of the list, which the usual key has just opened."""
    QTest.keyClick(focused(), Qt.Key.Key_P, CTRL_SHIFT)
    found = window.findChild(Palette)
    assert found is not None
    return found.field


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def listed(window: MainWindow) -> PaletteList:
    found = window.findChild(PaletteList)
    assert found is not None
    return found


def rows(window: MainWindow, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = listed(window).model()
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def pointed_at(window: MainWindow) -> str:
    return str(listed(window).currentIndex().data())


def test_it_is_made_when_it_is_first_wanted(window: MainWindow) -> None:
    assert window.findChild(Palette) is None


def test_it_lists_every_action_but_itself_with_the_key_in_force(window: MainWindow, field: QLineEdit) -> None:
    assert field.hasFocus()
    assert set(rows(window)) == {spec.text for spec in ACTIONS if spec.id != "palette"}
    QTest.keyClick(field, Qt.Key.Key_Escape)
    window.set_keys({"new": "F4"})
    window.action("palette").trigger()
    assert "New conversation, F4" in rows(window, Qt.ItemDataRole.AccessibleTextRole)


def answered_behind_the_window() -> set[str]:
    """What those answer who are there when the profile is open, or when something is first wanted."""
    behind = [path for path in HOUSE.rglob("*.py") if path.parent.name in {"assembly", "safekeeping"}]
    return {name for path in behind for name in re.findall(r'\.action\("(\w+)"\)', path.read_text("utf-8"))}


def test_every_action_is_answered_by_a_part_of_the_window_or_behind_it(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    window = MainWindow(keeper, TranscriptView, FirstStartPage)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.close_for_good())
    assert window.transcript is not None
    signal = SIGNAL("triggered(bool)")
    unanswered = {spec.id for spec in ACTIONS if not window.action(spec.id).receivers(signal)}
    assert unanswered - answered_behind_the_window() == set()


def test_typed_letters_and_enter_do_it_with_the_keyboard_back_where_it_was(
    window: MainWindow, field: QLineEdit, qtbot: QtBot
) -> None:
    box = next(one for one in window.findChildren(QWidget) if one.accessibleName() == "Message")
    QTest.keyClicks(field, "sp fas")
    assert pointed_at(window) == "Speak faster"
    had_focus: list[bool] = []
    window.pace_stepped.connect(lambda _step: had_focus.append(box.hasFocus()))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert had_focus == [True]
    assert not field.isVisible()


def test_the_arrows_walk_round_and_enter_takes_the_row(window: MainWindow, field: QLineEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "sentence")
    first, second, *_rest, last = rows(window)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert pointed_at(window) == second
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert pointed_at(window) == first
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert pointed_at(window) == last
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert pointed_at(window) == first


def test_esc_closes_it_and_stops_nothing(window: MainWindow, field: QLineEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.stop_requested):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert focused().accessibleName() == "Message"
    with qtbot.waitSignal(window.stop_requested):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)


def test_a_press_beside_it_closes_it_and_a_row_is_done_by_a_click(
    window: MainWindow, field: QLineEdit, qtbot: QtBot
) -> None:
    palette = window.findChild(Palette)
    assert palette is not None
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(20, 600))
    assert not palette.isVisible()
    window.action("palette").trigger()
    view = listed(window)
    place = view.visualRect(view.model().index(0, 0)).center()
    with qtbot.waitSignal(window.new_requested):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_what_cannot_be_done_now_is_grey_and_stays_undone(window: MainWindow, field: QLineEdit, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "conversation's sound")
    assert rows(window, Qt.ItemDataRole.AccessibleTextRole) == ["Save the conversation's sound, not possible now"]
    with qtbot.assertNotEmitted(window.sidebar.sound_requested):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.isVisible()
    window.sidebar.show_conversations([Conversation("id", "Talk", 0, 0)], "id")
    with qtbot.waitSignal(window.sidebar.sound_requested) as wanted:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert wanted.args == ["id"]


def test_what_was_used_lately_leads_and_outlives_the_window(
    window: MainWindow, field: QLineEdit, qtbot: QtBot, keeper: ThemeKeeper
) -> None:
    for typed in ("larger", "louder"):
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        window.action("palette").trigger()
    assert rows(window)[:2] == ["Speak louder", "Larger text"]
    other = open_window(qtbot, keeper)
    other.set_place({**window.get_place(), "recent": ["louder", "of a later version", 7]})
    other.action("palette").trigger()
    assert rows(other)[:2] == ["Speak louder", "New conversation"]


def test_letters_that_fit_nothing_say_so(window: MainWindow, field: QLineEdit) -> None:
    QTest.keyClicks(field, "qqq")
    assert not listed(window).isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.isVisible()


def test_another_key_of_the_window_works_and_the_list_makes_way(window: MainWindow, field: QLineEdit) -> None:
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not field.isVisible()
    assert focused().accessibleName() == "Search"


def test_a_screen_reader_is_told_which_row_is_meant(window: MainWindow, field: QLineEdit, announced: list[str]) -> None:
    QTest.keyClicks(field, "pause")
    assert announced[-1] == "Pause or go on, Space"
    field.clear()
    QTest.keyClicks(field, "speak")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert announced[-1] == "Speak faster, Alt+PgUp"
    assert announced[-2] == str(listed(window).model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize("size", [(640, 480), (360, 300), (1920, 1000)])
def test_it_stays_within_the_window_whatever_its_size(
    window: MainWindow, field: QLineEdit, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    box = listed(window)
    for part in (field, box):
        inside = part.rect().translated(part.mapTo(window, QPoint(0, 0)))
        assert window.rect().contains(inside), part
