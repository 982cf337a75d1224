"""How long conversations are kept: nobody chooses that before it is said how many would go."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.settings import Settings
from desktop_app.ui.settings.dialog import SettingsDialog
from tests.support.settings_dialog import named, press
from tests.ui.settings.conftest import Open


def accepted(dialog: SettingsDialog) -> Settings:
    got: list[Settings] = []
    dialog.accepted_settings.connect(lambda settings, _key: got.append(settings))
    press(dialog, "OK")
    return got[0]


def choose(dialog: SettingsDialog, words: str) -> None:
    box = named(dialog, QComboBox, "Conversations")
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def test_they_are_kept_for_ever_until_somebody_chooses_otherwise(dialog: SettingsDialog) -> None:
    assert named(dialog, QComboBox, "Conversations").currentText() == "Keep for ever"
    settings = accepted(dialog)
    assert settings.keep_conversations is None
    assert settings.keep_sorted


def test_ok_waits_until_it_is_said_how_many_would_go(dialog: SettingsDialog) -> None:
    asked: list[tuple[int, bool]] = []
    dialog.due_requested.connect(lambda days, spare: asked.append((days, spare)))
    choose(dialog, "Delete after 90 days")
    ok = named(dialog, QPushButton, "OK")
    assert asked == [(90, True)]
    assert not ok.isEnabled()
    dialog.show_due(12, 1)
    assert ok.isEnabled()
    row = dialog.history.keeping
    assert row.note() == "On OK 12 conversations are deleted for good. One of them is in the archive."
    dialog.history.keep_sorted.click()
    assert asked == [(90, True), (90, False)]
    dialog.show_due(1, 0)
    assert row.note() == "On OK one conversation is deleted for good."
    dialog.show_due(0, 0)
    assert row.note() == "None is that old now. Age counts from the last message."
    settings = accepted(dialog)
    assert (settings.keep_conversations, settings.keep_sorted) == (90, False)


def test_one_who_chooses_for_ever_again_is_told_nothing_more(dialog: SettingsDialog) -> None:
    choose(dialog, "Delete after a year")
    choose(dialog, "Keep for ever")
    dialog.show_due(5, 5)  # the answer to the question before
    assert dialog.history.keeping.note() == ""
    assert accepted(dialog).keep_conversations is None


def test_a_number_of_days_from_the_file_stays(open_dialog: Open) -> None:
    dialog = open_dialog(Settings(keep_conversations=7))
    assert named(dialog, QComboBox, "Conversations").currentText() == "Delete after 7 days"
    assert accepted(dialog).keep_conversations == 7


def test_backup_restore_and_deletion_are_asked_for_at_once(dialog: SettingsDialog, qtbot: QtBot) -> None:
    for name, signal in (
        ("Back up…", dialog.backup_requested),
        ("Restore…", dialog.restore_requested),
        ("Delete all conversations…", dialog.delete_all_requested),
    ):
        with qtbot.waitSignal(signal):
            press(dialog, name)
    assert dialog.isVisible()
