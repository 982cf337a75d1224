"""The bar that tells what is said, and offers what one can do about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.speech_state import SpeechState
from desktop_app.ui import speech_bar as module
from desktop_app.ui.speech_bar import SpeechBar
from desktop_app.ui.theme import LIGHT, ThemeKeeper
from desktop_app.ui.value_button import ValueButton


@pytest.fixture
def bar(qtbot: QtBot, keeper: ThemeKeeper) -> SpeechBar:
    made = SpeechBar(keeper.theme)
    qtbot.addWidget(made)
    made.resize(720, 46)
    return made


def _button(bar: SpeechBar, name: str) -> QAbstractButton:
    return next(found for found in bar.findChildren(QAbstractButton) if found.accessibleName() == name)


@pytest.mark.parametrize(
    ("state", "words", "place"),
    [
        (SpeechState.PREPARING, "Preparing", ""),
        (SpeechState.SPEAKING, "Speaking", "sentence 2 of 4"),
        (SpeechState.PAUSED, "Paused", "sentence 2 of 4"),
    ],
)
def test_the_bar_says_what_is_heard(bar: SpeechBar, state: SpeechState, words: str, place: str) -> None:
    bar.set_speech(state, 2, 4)
    assert bar.isVisible()
    assert (bar._state.text(), bar._place.text()) == (words, place)


def test_the_bar_is_gone_when_nothing_is_spoken(bar: SpeechBar) -> None:
    bar.set_speech(SpeechState.SPEAKING, 1, 1)
    bar.set_speech(SpeechState.IDLE, 0, 0)
    assert not bar.isVisible()


def test_its_buttons_ask_and_change_nothing_by_themselves(bar: SpeechBar, qtbot: QtBot) -> None:
    bar.set_speech(SpeechState.SPEAKING, 1, 2)
    pause = _button(bar, "Pause")
    with qtbot.waitSignal(bar.pause_toggled):
        pause.click()
    with qtbot.waitSignal(bar.pause_toggled):
        pause.toggle()  # what a screen reader does
    assert not pause.isChecked()
    bar.set_speech(SpeechState.PAUSED, 1, 2)
    assert pause.isChecked()
    with qtbot.waitSignal(bar.previous_requested):
        _button(bar, "Previous sentence").click()
    with qtbot.waitSignal(bar.next_requested):
        _button(bar, "Next sentence").click()
    with qtbot.waitSignal(bar.repeat_requested):
        _button(bar, "Repeat sentence").click()


def _value(bar: SpeechBar, name: str) -> ValueButton:
    return next(found for found in bar.findChildren(ValueButton) if found.accessibleName() == name)


@pytest.mark.parametrize(("speed", "shown"), [(1.0, "1.0×"), (1.25, "1.25×"), (0.5, "0.5×"), (3.0, "3.0×")])
def test_the_speed_is_shown(bar: SpeechBar, speed: float, shown: str) -> None:
    bar.set_speed(speed)
    button = _value(bar, "Speed")
    assert (button.text(), button.accessibleDescription(), button.value()) == (shown, shown, round(speed * 100))


def test_the_speed_is_chosen_from_a_menu_that_ticks_the_one_in_force(bar: SpeechBar, qtbot: QtBot) -> None:
    bar.set_speed(1.5)
    menu = _value(bar, "Speed").menu
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["1.5×"]
    with qtbot.waitSignal(bar.speed_chosen) as told:
        menu.actions()[-1].trigger()
    assert told.args == [3.0]


def test_the_volume_is_chosen_from_a_menu_and_silence_shows(bar: SpeechBar, qtbot: QtBot) -> None:
    bar.set_volume(0.25)
    button = _value(bar, "Volume")
    assert button.accessibleDescription() == "25\N{NARROW NO-BREAK SPACE}%"
    button.menu.aboutToShow.emit()
    ticked = [action.text() for action in button.menu.actions() if action.isChecked()]
    assert ticked == ["25\N{NARROW NO-BREAK SPACE}%"]
    sounding = button.grab().toImage()
    with qtbot.waitSignal(bar.volume_chosen) as told:
        button.menu.actions()[0].trigger()
    assert told.args == [0.0]
    bar.set_volume(0.0)
    assert button.grab().toImage() != sounding


def test_the_arrow_keys_and_a_screen_reader_move_a_value(bar: SpeechBar, qtbot: QtBot) -> None:
    bar.set_speed(1.0)
    with qtbot.waitSignal(bar.speed_chosen) as told:
        qtbot.keyClick(_value(bar, "Speed"), Qt.Key.Key_Right)
    assert told.args == [1.1]
    accessible = QAccessible.queryAccessibleInterface(_value(bar, "Volume"))
    assert accessible.role() is QAccessible.Role.Slider
    with qtbot.waitSignal(bar.volume_chosen) as told:
        accessible.valueInterface().setCurrentValue(40)
    assert told.args == [0.4]
    with qtbot.assertNotEmitted(bar.volume_chosen):
        bar.set_volume(0.5)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_click_and_a_key_open_the_menu(bar: SpeechBar, qtbot: QtBot, key: Qt.Key) -> None:
    bar.set_speech(SpeechState.SPEAKING, 1, 1)
    button = _value(bar, "Speed")
    for open_it in (lambda: qtbot.keyClick(button, key), lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton)):
        open_it()
        assert button.menu.isVisible()
        button.menu.close()


def _inked(bar: SpeechBar) -> int:
    """How many pixels of the meter are in the accent colour."""
    image = bar._meter.grab().toImage()
    accent = QColor(LIGHT.accent)
    return sum(image.pixelColor(x, y) == accent for x in range(image.width()) for y in range(image.height()))


def test_the_meter_follows_the_level_and_falls_when_the_speech_ends(bar: SpeechBar) -> None:
    bar.set_speech(SpeechState.SPEAKING, 1, 1)
    quiet = _inked(bar)
    for _ in range(20):
        bar.set_level(1.0)
    loud = _inked(bar)
    bar.set_speech(SpeechState.PAUSED, 1, 1)
    bar.set_level(1.0)
    assert loud > 2 * quiet
    assert _inked(bar) == quiet


def test_the_meter_keeps_still_for_who_wants_less_motion(bar: SpeechBar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "motion_reduced", lambda: True)
    bar.set_speech(SpeechState.SPEAKING, 1, 1)
    bar.set_level(0.1)
    first = _inked(bar)
    bar.set_level(0.9)
    assert _inked(bar) == first
