"""Who speaks and how: the sources that are here, their voices, the trial."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QSlider
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import ChatSource, SpeechSource
from desktop_app.domain.errors import VoiceUnavailable
from desktop_app.domain.settings import Settings
from desktop_app.presenters.views import VoiceChoice
from desktop_app.ui.settings.dialog import SettingsDialog
from tests.support.settings_dialog import choose, named, press, words
from tests.ui.settings.conftest import CHOSEN, Open, Sent


def test_volume_and_the_silence_that_wakes_a_device_are_kept_as_chosen(open_dialog: Open, sent: Sent) -> None:
    dialog = open_dialog(Settings(volume=0.4, lead_in=0.7))
    assert dialog.voice.values()["volume"] == 0.4
    assert dialog.voice.values()["lead_in"] == 0.7
    assert labels(named(dialog, QComboBox, "Wake the device"))[0] == "Not needed"
    choose(dialog.voice.lead_in, "1.5")
    named(dialog, QSlider, "Volume").setValue(75)
    assert "75\N{NARROW NO-BREAK SPACE}%" in words(dialog.voice)
    dialog.accept()
    settings = next(told[0] for name, told in sent if name == "accepted_settings")
    assert isinstance(settings, Settings)
    assert (settings.volume, settings.lead_in) == (0.75, 1.5)


def labels(box: QComboBox) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


@pytest.fixture
def page(dialog: SettingsDialog, sent: Sent) -> SettingsDialog:
    dialog.show_page(dialog.voice)
    sent.clear()
    return dialog


def test_the_sources_are_the_server_and_those_that_have_voices(page: SettingsDialog) -> None:
    assert labels(page.voice.source) == ["OpenAI", "Built in: Hibari", "Built in: Pico"]
    assert "Built-in voices keep speech on this machine." in words(page.voice)


def test_a_source_that_was_chosen_is_offered_even_where_it_has_no_voices(open_dialog: Open) -> None:
    dialog = open_dialog(Settings(speech_source=SpeechSource.ESPEAK))
    assert dialog.voice.source.value() == SpeechSource.ESPEAK


def test_the_server_is_called_by_its_host(qtbot: QtBot, page: SettingsDialog) -> None:
    with qtbot.waitSignal(page.url_changed, timeout=5000):
        named(page, QLineEdit, "Server address").setText("http://kokoro.local:8880/v1")
    assert labels(page.voice.source)[0] == "kokoro.local"


def test_another_source_brings_its_voices_and_is_told(page: SettingsDialog, sent: Sent) -> None:
    choose(page.voice.source, SpeechSource.PICO)
    assert labels(named(page, QComboBox, "Voice")) == ["Its usual voice", "German"]
    assert page.voice.voice.value() == ""
    assert sent == [("voices_requested", (SpeechSource.PICO,))]


def test_the_voice_of_a_source_is_remembered_when_one_comes_back(page: SettingsDialog) -> None:
    named(page, QComboBox, "Voice").setEditText("my-voice")
    choose(page.voice.source, SpeechSource.PICO)
    choose(page.voice.voice, "de-DE")
    choose(page.voice.source, SpeechSource.SERVER)
    assert page.voice.voice.value() == "my-voice"
    choose(page.voice.source, SpeechSource.PICO)
    assert page.voice.voice.value() == "de-DE"


def test_from_a_built_in_voice_to_the_server_goes_by_a_name_the_server_knows(open_dialog: Open) -> None:
    dialog = open_dialog(Settings(speech_source=SpeechSource.HIBARI, voice=""))
    choose(dialog.voice.source, SpeechSource.SERVER)
    assert dialog.voice.voice.value() == "coral"


def test_a_server_takes_any_voice_and_a_built_in_source_only_its_own(page: SettingsDialog) -> None:
    voice = named(page, QComboBox, "Voice")
    assert voice.isEditable()
    choose(page.voice.source, SpeechSource.HIBARI)
    assert not voice.isEditable()
    assert voice.accessibleName() == "Voice"


def test_model_and_manner_are_there_only_for_a_server(page: SettingsDialog) -> None:
    assert page.voice.speech_model.isVisible()
    assert page.voice.manner.isVisible()
    choose(page.voice.source, SpeechSource.HIBARI)
    assert not page.voice.speech_model.isVisible()
    assert not page.voice.manner.isVisible()


def test_voices_that_come_later_are_offered_and_the_choice_stays(page: SettingsDialog) -> None:
    page.show_voices((VoiceChoice(SpeechSource.ESPEAK, "eo", "Esperanto"), VoiceChoice(SpeechSource.SERVER, "x", "X")))
    assert labels(page.voice.source)[-1] == "This system: espeak-ng"
    assert "Built in: Pico" in labels(page.voice.source), "what was not named here stays"
    assert labels(named(page, QComboBox, "Voice")) == ["X"]
    assert page.voice.voice.value() == "coral"


@pytest.mark.parametrize("field", ["voice", "speech_model"])
def test_a_server_needs_a_voice_and_a_model(page: SettingsDialog, field: str) -> None:
    getattr(page.voice, field).setEditText("")
    assert "The server needs a name here." in words(page.voice)
    assert not named(page, QAbstractButton, "OK").isEnabled()
    choose(page.voice.source, SpeechSource.HIBARI)
    assert named(page, QAbstractButton, "OK").isEnabled()


def test_a_manner_that_is_too_long_is_said_and_not_cut(page: SettingsDialog) -> None:
    page.voice.manner.setText("m" * 4097)
    assert "longer than" in words(page.voice)
    assert not named(page, QAbstractButton, "OK").isEnabled()
    page.voice.manner.setText("m" * 4096)
    assert named(page, QAbstractButton, "OK").isEnabled()


def test_try_hands_out_the_draft_and_turns_into_stop_while_it_is_heard(page: SettingsDialog, sent: Sent) -> None:
    choose(page.voice.voice, "sage")
    press(page, "Try the voice")
    assert sent == [("try_requested", (CHOSEN.changed({"voice": "sage"}), ""))]
    page.show_trial(playing=True, error=None)
    assert page.voice.try_button.text() == "Stop"
    press(page, "Stop the voice")
    assert sent[-1] == ("try_stopped", ())
    page.show_trial(playing=False, error=None)
    assert page.voice.try_button.text() == "Try"


def test_a_trial_that_fails_is_said_below_the_voice_and_holds_nobody_up(page: SettingsDialog) -> None:
    page.show_trial(playing=False, error=VoiceUnavailable("no"))
    assert "The voice cannot be had on this machine." in words(page.voice)
    assert named(page, QAbstractButton, "OK").isEnabled()
    page.show_trial(playing=True, error=None)
    assert "cannot be had" not in words(page.voice)


def test_a_draft_with_a_problem_cannot_be_tried_but_what_plays_can_be_stopped(page: SettingsDialog) -> None:
    page.show_trial(playing=True, error=None)
    named(page, QLineEdit, "Server address").setText("ftp://")
    assert page.voice.try_button.isEnabled()
    page.show_trial(playing=False, error=None)
    assert not page.voice.try_button.isEnabled()


@pytest.mark.parametrize("way", ["OK", "Cancel"])
def test_closing_silences_the_trial(page: SettingsDialog, sent: Sent, way: str) -> None:
    page.show_trial(playing=True, error=None)
    press(page, way)
    assert [name for name, _values in sent].count("try_stopped") == 1


def test_the_devices_are_asked_for_each_time_the_page_comes_up(dialog: SettingsDialog, sent: Sent) -> None:
    dialog.show_page(dialog.voice)
    dialog.show_page(dialog.keys)
    dialog.show_page(dialog.voice)
    assert [name for name, _values in sent].count("devices_requested") == 2


def test_a_chosen_device_that_is_away_stays_chosen_and_says_so(page: SettingsDialog, sent: Sent) -> None:
    device = named(page, QComboBox, "Output device")
    assert labels(device) == ["System default", "Speakers", "Headphones"]
    page.show_devices(("Headphones",))
    assert device.currentText() == "Speakers (not connected)"
    page.accept()
    settings = sent[-1][1][0]
    assert isinstance(settings, Settings)
    assert settings.output_device == "Speakers"


def test_while_the_page_is_in_sight_devices_are_looked_for_again_and_again(dialog: SettingsDialog, sent: Sent) -> None:
    dialog.show_page(dialog.voice)
    timer = dialog.voice.device.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    before = [name for name, _values in sent].count("devices_requested")
    timer.timeout.emit()
    assert [name for name, _values in sent].count("devices_requested") == before + 1
    dialog.show_page(dialog.keys)
    assert not timer.isActive()


def test_an_open_list_of_devices_keeps_still_until_it_is_closed(page: SettingsDialog, sent: Sent) -> None:
    device = named(page, QComboBox, "Output device")
    device.showPopup()
    page.voice.device.look_again()
    assert "devices_requested" not in [name for name, _values in sent]
    page.show_devices(("Headphones", "Television"))
    assert labels(device) == ["System default", "Speakers", "Headphones"]
    device.hidePopup()
    assert labels(device) == ["System default", "Headphones", "Television", "Speakers (not connected)"]


def test_the_speed_goes_by_steps_between_half_and_three_times(page: SettingsDialog) -> None:
    speed = page.voice.speed
    QTest.keyClick(speed, Qt.Key.Key_Right)
    assert speed.speed() == 1.05
    assert "1.05×" in words(page.voice)
    QTest.keyClick(speed, Qt.Key.Key_End)
    assert speed.speed() == 3.0
    assert "3.0×" in words(page.voice)
    QTest.keyClick(speed, Qt.Key.Key_Home)
    assert speed.speed() == 0.5


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_mouse_sets_the_speed_where_the_handle_is_drawn(
    page: SettingsDialog, direction: Qt.LayoutDirection
) -> None:
    speed = page.voice.speed
    speed.setLayoutDirection(direction)
    slow, fast = QPoint(1, 10), QPoint(speed.width() - 1, 10)
    if direction is Qt.LayoutDirection.RightToLeft:
        slow, fast = fast, slow
    QTest.mouseClick(speed, Qt.MouseButton.LeftButton, pos=slow)
    assert speed.speed() == 0.5
    QTest.mouseClick(speed, Qt.MouseButton.LeftButton, pos=fast)
    assert speed.speed() == 3.0
    QTest.mouseClick(speed, Qt.MouseButton.LeftButton, pos=QPoint(speed.width() // 2, 10))
    assert 1.1 <= speed.speed() <= 1.4, "slow and fast have equal room"


def test_a_wheel_that_scrolls_the_page_changes_no_field(page: SettingsDialog) -> None:
    page.voice.manner.setFocus()
    for field in (page.voice.source, page.voice.device, page.voice.speed):
        middle = QPointF(field.rect().center())
        turn = QWheelEvent(
            middle,
            field.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -240),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, turn)
    assert page.voice.values() == {
        name: value for name, value in CHOSEN.values().items() if name in page.voice.values()
    }


def test_the_spoken_replies_switch_is_turned_by_space_and_by_a_click_on_its_words(
    open_dialog: Open, sent: Sent
) -> None:
    dialog = open_dialog(Settings(chat_source=ChatSource.SERVER))
    dialog.show_page(dialog.voice)
    switch = dialog.voice.spoken
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(120, switch.height() // 2))
    assert switch.isChecked()
