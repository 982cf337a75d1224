"""The line above the page: the title, and the menus of models and voices."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import SpeechSource
from desktop_app.presenters.views import VoiceChoice
from desktop_app.ui.header import Header, _PillButton
from desktop_app.ui.theme import ThemeKeeper

CORAL = VoiceChoice(SpeechSource.SERVER, "coral", "Coral")
SAGE = VoiceChoice(SpeechSource.SERVER, "sage", "Sage")
HIBARI = VoiceChoice(SpeechSource.HIBARI, "", "Hibari", "en")


@pytest.fixture
def header(qtbot: QtBot, keeper: ThemeKeeper) -> Header:
    made = Header()
    qtbot.addWidget(made)
    made.resize(700, 52)
    made.show()
    return made


def _pill(header: Header, name: str) -> _PillButton:
    return next(button for button in header.findChildren(_PillButton) if button.accessibleName() == name)


def _menu(header: Header, name: str) -> QMenu:
    return _pill(header, name).choices


def _texts(actions: Sequence[QAction]) -> list[str]:
    return [action.text() for action in actions if not action.isSeparator()]


def test_the_title_is_shown_and_told(header: Header, qtbot: QtBot) -> None:
    with qtbot.waitSignal(header.title_changed) as told:
        header.set_title("Parsing dates")
    assert told.args == ["Parsing dates"]


def test_a_menu_asks_for_its_choices_when_it_opens_and_says_so_until_they_come(header: Header, qtbot: QtBot) -> None:
    menu = _menu(header, "Model")
    with qtbot.waitSignal(header.models_wanted):
        menu.aboutToShow.emit()
    assert _texts(menu.actions())[0] == "Asking…"
    assert not menu.actions()[0].isEnabled()
    header.show_models(["gpt-5-mini", "gpt-5"])
    assert _texts(menu.actions())[:2] == ["gpt-5-mini", "gpt-5"]


def test_a_menu_that_nobody_has_filled_yet_opens_at_the_first_press(header: Header, qtbot: QtBot) -> None:
    pill = _pill(header, "Model")
    assert pill.menu() is None
    with qtbot.waitSignal(header.models_wanted):
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert pill.menu().isVisible()
    pill.menu().close()


def test_choosing_a_model_tells_its_name(header: Header, qtbot: QtBot) -> None:
    header.show_models(["a&b", "gpt-5"])
    with qtbot.waitSignal(header.model_chosen) as told:
        _menu(header, "Model").actions()[0].trigger()
    assert told.args == ["a&b"]


def test_the_model_in_force_is_ticked_even_if_set_before_the_list_came(header: Header) -> None:
    header.set_model("gpt-5")
    header.show_models(["gpt-5-mini", "gpt-5"])
    assert [action.text() for action in _menu(header, "Model").actions() if action.isChecked()] == ["gpt-5"]
    header.set_model("gpt-5-mini")
    assert [action.text() for action in _menu(header, "Model").actions() if action.isChecked()] == ["gpt-5-mini"]


def test_voices_stand_under_who_speaks_them(header: Header, qtbot: QtBot) -> None:
    header.show_voices([CORAL, SAGE, HIBARI])
    menu = _menu(header, "Voice")
    assert _texts(menu.actions())[:5] == ["The server", "Coral", "Sage", "Built in", "Hibari"]
    with qtbot.waitSignal(header.voice_chosen) as told:
        next(action for action in menu.actions() if action.text() == "Hibari").trigger()
    assert told.args == [HIBARI]


def test_a_voice_is_shown_by_its_label_when_it_is_known_and_as_given_until_then(header: Header) -> None:
    header.set_voice("coral")
    button = _pill(header, "Voice")
    assert button.accessibleDescription() == "coral"
    header.show_voices([CORAL, SAGE])
    assert button.accessibleDescription() == "Coral"
    assert [action.text() for action in _menu(header, "Voice").actions() if action.isChecked()] == ["Coral"]


def test_many_voices_stand_behind_their_languages(header: Header, qtbot: QtBot) -> None:
    many = [
        VoiceChoice(SpeechSource.ESPEAK, f"{language}{number}", f"{language} {number}", language)
        for language in ("de", "fr", "ja")
        for number in range(8)
    ]
    header.show_voices(many)
    submenus = [action.menu() for action in _menu(header, "Voice").actions() if action.menu() is not None]
    assert {menu.title() for menu in submenus if isinstance(menu, QMenu)} == {"Deutsch", "Français", "日本語"}
    french = next(menu for menu in submenus if isinstance(menu, QMenu) and menu.title() == "Français")
    with qtbot.waitSignal(header.voice_chosen) as told:
        french.actions()[3].trigger()
    assert told.args == [many[11]]


def test_a_hundred_languages_stand_behind_one_entry(header: Header) -> None:
    languages = [
        "de",
        "fr",
        "ja",
        "es",
        "it",
        "pt",
        "nl",
        "sv",
        "da",
        "fi",
        "pl",
        "cs",
        "sk",
        "hu",
        "ro",
        "bg",
        "el",
        "tr",
    ]
    header.show_voices([CORAL, *(VoiceChoice(SpeechSource.ESPEAK, name, name, name) for name in languages)])
    top = [action for action in _menu(header, "Voice").actions() if action.menu() is not None]
    assert [action.text() for action in top] == ["eSpeak, on this machine"]


def test_each_menu_shows_the_way_to_settings(header: Header, qtbot: QtBot) -> None:
    for name in ("Model", "Voice"):
        with qtbot.waitSignal(header.settings_requested):
            _menu(header, name).actions()[-1].trigger()


def test_a_long_title_and_a_long_model_leave_the_header_in_its_window(header: Header) -> None:
    header.set_title("A very long title " * 20)
    header.set_model("an-organisation/a-model-with-a-very-long-name-instruct-2026-q4_k_m")
    header.set_voice("Coral")
    assert header.minimumSizeHint().width() <= 640
