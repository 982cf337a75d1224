"""How much sound is kept: chosen, measured, and removed at OK only."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.domain.settings import Settings
from desktop_app.ui.settings.dialog import SettingsDialog
from tests.support.settings_dialog import named, press
from tests.ui.settings.conftest import CHOSEN, Open


def accepted(dialog: SettingsDialog) -> Settings:
    got: list[Settings] = []
    dialog.accepted_settings.connect(lambda settings, _key: got.append(settings))
    press(dialog, "OK")
    return got[0]


def test_the_limit_in_force_is_shown_and_comes_back_unchanged(dialog: SettingsDialog) -> None:
    assert named(dialog, QComboBox, "Kept sound").currentText() == "At most 500 MB"
    assert accepted(dialog).kept_sound == CHOSEN.kept_sound


@pytest.mark.parametrize(("words", "megabytes"), [("None", 0.0), ("At most 2 GB", 2000.0)])
def test_another_limit_is_chosen(dialog: SettingsDialog, words: str, megabytes: float) -> None:
    box = named(dialog, QComboBox, "Kept sound")
    box.setCurrentText(words)
    assert accepted(dialog).kept_sound == megabytes


def test_a_limit_that_was_written_by_hand_stays(open_dialog: Open) -> None:
    dialog = open_dialog(Settings(kept_sound=123.0))
    assert named(dialog, QComboBox, "Kept sound").currentText() == "At most 123 MB"
    assert accepted(dialog).kept_sound == 123.0


def test_it_says_how_much_is_used(qtbot: QtBot, dialog: SettingsDialog) -> None:
    row = dialog.history.kept_sound
    assert not named(dialog, QAbstractButton, "Remove kept sound").isEnabled(), "not known yet"
    dialog.show_kept_sound(0)
    assert row.note() == "Nothing is kept now."
    dialog.show_kept_sound(12_345_678)
    assert row.note().startswith("12.3 MB are used now.")


def test_opening_asks_how_much_there_is(qtbot: QtBot) -> None:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.kept_sound_requested):
        dialog.open_with(CHOSEN, (), ())


def test_kept_sound_goes_on_ok_and_not_before(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.show_kept_sound(5_000_000)
    with qtbot.assertNotEmitted(dialog.kept_sound_remove_requested):
        press(dialog, "Remove kept sound")
    assert dialog.history.kept_sound.note() == "Removed on OK."
    with qtbot.waitSignal(dialog.kept_sound_remove_requested):
        press(dialog, "OK")


def test_a_second_press_or_cancel_keeps_it(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.show_kept_sound(5_000_000)
    press(dialog, "Remove kept sound")
    with qtbot.assertNotEmitted(dialog.kept_sound_remove_requested):
        press(dialog, "Keep the kept sound")
        press(dialog, "Remove kept sound")
        press(dialog, "Cancel")
    dialog.open_with(CHOSEN, (), ())
    assert not dialog.history.kept_sound.marked_for_removal()
