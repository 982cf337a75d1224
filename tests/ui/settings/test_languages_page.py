"""Voices for languages: the switch, the rows, their trial, and what OK hands out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import LanguageVoice, SpeechSource
from desktop_app.domain.errors import VoiceUnavailable
from desktop_app.domain.settings import Settings
from desktop_app.presenters.views import VoiceChoice
from desktop_app.ui.language_names import own_name
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.dialog import SettingsDialog
from tests.support.settings_dialog import choose, named, press, words
from tests.ui.settings.conftest import CHOSEN, VOICES, Open, Sent

GERMAN = LanguageVoice("de", SpeechSource.PICO, "de-DE")
SAGE = LanguageVoice("ja", SpeechSource.SERVER, "sage")
ESPEAK = (
    VoiceChoice(SpeechSource.ESPEAK, "de", "German", "de"),
    VoiceChoice(SpeechSource.ESPEAK, "pl", "Polish", "pl"),
)


def add(dialog: SettingsDialog, language: str) -> None:
    choose(dialog.languages.language, language)
    press(dialog, "Add the language")


def kept(sent: Sent) -> Settings:
    settings = next(told[0] for name, told in sent if name == "accepted_settings")
    assert isinstance(settings, Settings)
    return settings


@pytest.fixture
def page(open_dialog: Open, sent: Sent) -> SettingsDialog:
    dialog = open_dialog(voices=(*VOICES, *ESPEAK))
    dialog.show_page(dialog.languages)
    sent.clear()
    return dialog


def test_a_language_that_is_added_has_a_voice_of_this_machine_that_speaks_it(page: SettingsDialog, sent: Sent) -> None:
    add(page, "de")
    add(page, "pl")
    page.accept()
    assert kept(sent).language_voices == (GERMAN, LanguageVoice("pl", SpeechSource.ESPEAK, "pl"))


def test_without_such_a_voice_it_has_one_of_the_server(page: SettingsDialog, sent: Sent) -> None:
    add(page, "ja")
    page.accept()
    assert kept(sent).language_voices == (LanguageVoice("ja", SpeechSource.SERVER, "coral"),)


def test_its_voice_is_chosen_among_those_that_speak_it(page: SettingsDialog, sent: Sent) -> None:
    add(page, "de")
    box = named(page, Choice, "Voice for Deutsch")
    labels = [box.itemText(index) for index in range(box.count())]
    assert labels == ["Pico · German", "espeak-ng · German", "OpenAI · Coral", "OpenAI · Sage"]
    choose(box, "espeak de")
    page.accept()
    assert kept(sent).language_voices == (LanguageVoice("de", SpeechSource.ESPEAK, "de"),)


def test_a_typed_name_is_a_voice_of_the_server(page: SettingsDialog, sent: Sent) -> None:
    add(page, "de")
    named(page, Choice, "Voice for Deutsch").setEditText("kokoro-hans")
    page.accept()
    assert kept(sent).language_voices == (LanguageVoice("de", SpeechSource.SERVER, "kokoro-hans"),)


def test_an_empty_name_holds_ok_up_and_says_why(page: SettingsDialog) -> None:
    add(page, "de")
    named(page, Choice, "Voice for Deutsch").setEditText("")
    assert "Choose a voice, or remove the language." in words(page.languages)
    assert not named(page, QAbstractButton, "OK").isEnabled()


def test_what_is_kept_is_shown_and_can_be_removed(open_dialog: Open, sent: Sent) -> None:
    dialog = open_dialog(CHOSEN.changed({"language_voices": (GERMAN, SAGE)}))
    dialog.show_page(dialog.languages)
    assert named(dialog, Choice, "Voice for 日本語").currentText() == "OpenAI · Sage"
    press(dialog, "Remove Deutsch")
    dialog.accept()
    assert kept(sent).language_voices == (SAGE,)


def test_a_voice_that_is_not_here_now_stays_chosen(open_dialog: Open, sent: Sent) -> None:
    away = LanguageVoice("pl", SpeechSource.ESPEAK, "pl")
    dialog = open_dialog(CHOSEN.changed({"language_voices": (away,)}))
    dialog.show_voices(VOICES)
    dialog.accept()
    assert kept(sent).language_voices == (away,)


def test_a_language_is_offered_once(page: SettingsDialog) -> None:
    assert "de" in page.languages.language.values()
    add(page, "de")
    assert "de" not in page.languages.language.values()
    press(page, "Remove Deutsch")
    assert "de" in page.languages.language.values()


def test_nothing_is_added_before_a_language_is_chosen(page: SettingsDialog) -> None:
    press(page, "Add the language")
    assert not page.languages.rows


def test_off_means_that_no_language_has_a_voice_of_its_own(page: SettingsDialog, sent: Sent) -> None:
    add(page, "de")
    page.languages.by_language.click()
    assert not named(page, QComboBox, "Voice for Deutsch").isEnabled()
    page.accept()
    assert (kept(sent).by_language, kept(sent).language_voices) == (False, (GERMAN,))


def test_the_page_says_what_happens_with_other_languages(page: SettingsDialog) -> None:
    assert "OpenAI speaks every language by itself." in words(page.languages)
    page.show_page(page.voice)
    choose(page.voice.source, SpeechSource.HIBARI)
    page.show_page(page.languages)
    assert "said by a built-in voice" in words(page.languages)


def test_a_row_is_tried_in_its_language_and_its_button_stops_it(page: SettingsDialog, sent: Sent) -> None:
    add(page, "de")
    sent.clear()
    press(page, "Try the voice for Deutsch")
    ((name, (draft, key, language)),) = sent
    assert isinstance(draft, Settings)
    assert (name, draft.speech_source, draft.voice, key, language) == (
        "language_try_requested", SpeechSource.PICO, "de-DE", "", "de",
    )  # fmt: skip
    page.show_trial(playing=True, error=None)
    press(page, "Stop the voice for Deutsch")
    assert sent[-1][0] == "try_stopped"
    page.show_trial(playing=False, error=None)
    assert named(page, QAbstractButton, "Try the voice for Deutsch").text() == "Try"
    assert named(page, QAbstractButton, "Try the voice").text() == "Try"


def test_a_voice_that_cannot_be_tried_says_so_in_its_row(page: SettingsDialog) -> None:
    add(page, "pl")
    press(page, "Try the voice for Polski")
    page.show_trial(playing=True, error=None)
    page.show_trial(playing=False, error=VoiceUnavailable("It is not here."))
    assert "The voice cannot be had on this machine." in words(page.languages)
    assert "The voice cannot be had on this machine." not in words(page.voice)


def test_a_row_that_is_removed_while_it_is_tried_falls_silent(page: SettingsDialog, sent: Sent) -> None:
    add(page, "de")
    press(page, "Try the voice for Deutsch")
    page.show_trial(playing=True, error=None)
    press(page, "Remove Deutsch")
    assert sent[-1][0] == "try_stopped"
    page.show_trial(playing=False, error=None)


def test_the_focus_goes_where_the_work_goes_on(page: SettingsDialog, qtbot: QtBot) -> None:
    page.activateWindow()
    add(page, "de")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Voice for Deutsch"
    add(page, "fr")
    QTest.mouseClick(page.languages.rows["de"].remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.languages.rows["fr"].voice.hasFocus)
    QTest.mouseClick(page.languages.rows["fr"].remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.languages.language.hasFocus)


def test_every_control_can_be_reached_with_the_keyboard(page: SettingsDialog) -> None:
    add(page, "de")
    row = page.languages.rows["de"]
    for widget in (page.languages.by_language, row.voice, row.try_button, row.remove_button, page.languages.add_button):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.accessibleName()


def test_languages_are_called_as_their_speakers_call_them() -> None:
    assert [own_name(tag) for tag in ("de", "en", "cmn", "en-GB", "", "nonsense")] == [
        "Deutsch", "English", "中文", "British English", "", "nonsense",
    ]  # fmt: skip
