"""Tab comes to every control of the window, in the order in which they stand, whenever each of them was made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.speech_state import SpeechState
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.tabbing import go_to_next
from desktop_app.ui.theme import ThemeKeeper
from tests.support.screens import out_of_reach, settle
from tests.support.windows import open_window

MOST = 60


def round_trip(window: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """The names that Tab comes to, from the message box until it is there again."""
    names: list[str] = []
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        focused = QApplication.focusWidget()
        names.append(focused.accessibleName() if focused is not None else "")
        if names[-1] == "Message":
            return names
    raise AssertionError(f"Tab does not come back: {names}")


def speak(window: MainWindow) -> None:
    window.speech_bar.set_speech(SpeechState.SPEAKING, 1, 3)
    settle()


def test_a_bar_that_was_made_late_stands_above_the_box_also_for_tab(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    window = open_window(qtbot, keeper)
    before = round_trip(window)
    assert "Pause" not in before
    speak(window)
    names = round_trip(window)
    first = names.index("Previous sentence")
    assert names[first:][:3] == ["Previous sentence", "Pause", "Next sentence"]
    assert names.index("Transcript") < first
    assert set(before) < set(names)


def test_tab_comes_to_everything_after_the_list_of_actions_was_open(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    window = open_window(qtbot, keeper)
    before = round_trip(window)
    for _ in range(2):
        window.action("palette").trigger()
        settle()
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
        settle()
        window.composer.focus()
    assert round_trip(window) == before
    speak(window)
    assert out_of_reach(window) == []


def test_backwards_it_is_the_same_way_back(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    window = open_window(qtbot, keeper)
    speak(window)
    there = round_trip(window)
    back = round_trip(window, Qt.Key.Key_Backtab)
    assert back[:-1] == there[:-1][::-1]


def test_from_a_control_within_a_control_tab_goes_on_and_not_back(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    window = open_window(qtbot, keeper)
    window.first_start.set_visible(visible=True)
    settle()
    assert out_of_reach(window) == []


def test_what_is_hidden_or_disabled_is_passed_by_and_strangers_are_let_be(qtbot: QtBot) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    row = QVBoxLayout(held)
    buttons = [QPushButton(name) for name in "abcd"]
    for button in buttons:
        row.addWidget(button)
    with qtbot.waitActive(held):
        held.show()
    buttons[1].setEnabled(False)
    buttons[2].hide()
    parts = [buttons[3], buttons[2], buttons[1], buttons[0]]
    buttons[3].setFocus()
    assert go_to_next(parts, buttons[3], forward=True)
    assert buttons[0].hasFocus()
    assert go_to_next(parts, buttons[0], forward=True)
    assert buttons[3].hasFocus()
    assert go_to_next(parts, None, forward=False)
    assert buttons[0].hasFocus()
    assert not go_to_next(parts[:1], buttons[0], forward=True)
    assert not go_to_next([buttons[1]], None, forward=True)
