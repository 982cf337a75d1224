"""The keys: pressed to be chosen, Esc included, and refused where they already mean something."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.errors import GlobalKeyTaken
from desktop_app.domain.settings import Settings
from desktop_app.ui.actions import ACTIONS, ActionSpec, keys_in_force
from desktop_app.ui.settings.dialog import SettingsDialog
from desktop_app.ui.settings.key_field import KeyField
from tests.support.settings_dialog import named, words
from tests.ui.settings.conftest import Open, Sent

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(open_dialog: Open) -> SettingsDialog:
    dialog = open_dialog(Settings(stop_key="F9"))
    dialog.show_page(dialog.keys)
    return dialog


@pytest.fixture
def field(page: SettingsDialog) -> KeyField:
    found = named(page, KeyField, "Stop speech key")
    found.setFocus()
    return found


def test_it_shows_the_key_in_force_and_what_it_does(page: SettingsDialog, field: KeyField) -> None:
    assert field.text() == "F9"
    assert "the same key stops the reply" in words(page.keys)
    named(page, QAbstractButton, "Reset: Stop speech key")


@pytest.mark.parametrize("start", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_pressed_it_takes_the_next_key_and_ok_hands_it_out(
    page: SettingsDialog, field: KeyField, sent: Sent, start: Qt.Key
) -> None:
    QTest.keyClick(field, start)
    assert field.text() == "Press a key…"
    QTest.keyClick(field, Qt.Key.Key_S, CTRL_ALT)
    assert field.text() == "Ctrl+Alt+S"
    assert not field.is_recording()
    page.accept()
    settings = handed_out(sent)
    assert settings.stop_key == "Ctrl+Alt+S"


def test_esc_can_be_chosen_and_does_not_close_the_dialog(page: SettingsDialog, field: KeyField) -> None:
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert page.isVisible()
    assert field.key() == "Esc"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not page.isVisible(), "once it is chosen, Esc is Cancel again"


def test_a_shortcut_of_the_window_does_not_take_the_key_that_is_pressed(page: SettingsDialog, field: KeyField) -> None:
    taken: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Alt+S"), page)
    shortcut.activated.connect(lambda: taken.append("Ctrl+Alt+S"))
    QTest.keyClick(field, Qt.Key.Key_S, CTRL_ALT)
    assert taken == ["Ctrl+Alt+S"]
    field.click()
    QTest.keyClick(field, Qt.Key.Key_S, CTRL_ALT)
    assert taken == ["Ctrl+Alt+S"]
    assert field.key() == "Ctrl+Alt+S"


def test_a_modifier_alone_is_waited_out(field: KeyField) -> None:
    field.click()
    QTest.keyClick(field, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert field.is_recording()
    QTest.keyClick(field, Qt.Key.Key_F8)
    assert field.key() == "F8"


def test_a_key_of_the_keypad_is_the_same_key_elsewhere(field: KeyField) -> None:
    field.click()
    QTest.keyClick(field, Qt.Key.Key_Pause, Qt.KeyboardModifier.KeypadModifier)
    assert field.key() == "Pause"


def test_tab_leaves_and_changes_nothing(page: SettingsDialog, field: KeyField) -> None:
    field.click()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert (field.key(), field.is_recording()) == ("F9", False)
    assert page.focusWidget() is not field


def test_losing_the_focus_changes_nothing(page: SettingsDialog, field: KeyField) -> None:
    field.click()
    named(page, QAbstractButton, "Cancel").setFocus()
    assert (field.key(), field.is_recording()) == ("F9", False)


@pytest.mark.parametrize("key", [spec.key for spec in ACTIONS if spec.id != "stop" and spec.key])
def test_every_key_of_the_window_is_a_conflict_that_is_named_and_holds_ok(page: SettingsDialog, key: str) -> None:
    page.keys.stop_key.set_key(key)
    page.keys.stop_key.changed.emit()
    text = next(spec.text for spec in ACTIONS if spec.key == key)
    assert f"That key is taken: “{text}”." in words(page.keys)
    assert not named(page, QAbstractButton, "OK").isEnabled()


@pytest.mark.parametrize("key", ["Return", "Shift+Return", "Ctrl+F", "Ctrl+C", "Ctrl+V", "Left", "Backspace"])
def test_keys_of_the_message_box_are_conflicts(page: SettingsDialog, key: str) -> None:
    page.keys.stop_key.set_key(key)
    page.keys.stop_key.changed.emit()
    assert "That key is taken" in words(page.keys)


@pytest.mark.parametrize("key", ["A", "Shift+A", "5", "+", "."])
def test_a_key_that_types_a_character_is_needed_for_typing(page: SettingsDialog, key: str) -> None:
    page.keys.stop_key.set_key(key)
    page.keys.stop_key.changed.emit()
    assert "That key is needed for typing." in words(page.keys)
    assert not named(page, QAbstractButton, "OK").isEnabled()


@pytest.mark.parametrize("key", ["Esc", "F9", "Ctrl+.", "Ctrl+Alt+S", "Pause", "Ctrl+Alt++"])
def test_a_free_key_is_no_problem(page: SettingsDialog, key: str) -> None:
    page.keys.stop_key.set_key(key)
    page.keys.stop_key.changed.emit()
    assert page.keys.problem() == ""
    assert named(page, QAbstractButton, "OK").isEnabled()


def test_reset_brings_esc_back(page: SettingsDialog) -> None:
    reset = named(page, QAbstractButton, "Reset: Stop speech key")
    QTest.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert page.keys.stop_key.key() == "Esc"
    assert not reset.isEnabled()


def handed_out(sent: Sent) -> Settings:
    """The settings of the last OK."""
    name, values = sent[-1]
    assert name == "accepted_settings"
    assert isinstance(values[0], Settings)
    return values[0]


def press_key(page: SettingsDialog, name: str, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> KeyField:
    field = named(page, KeyField, name)
    field.click()
    QTest.keyClick(field, key, modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier)
    return field


@pytest.mark.parametrize("spec", [spec for spec in ACTIONS if spec.id != "stop"], ids=lambda spec: spec.id)
def test_every_key_of_the_window_can_be_another_and_the_usual_one_again(
    page: SettingsDialog, sent: Sent, spec: ActionSpec
) -> None:
    name = f"{spec.text} key"
    assert named(page, KeyField, name).key() == spec.key
    reset = named(page, QAbstractButton, f"Reset: {name}" if spec.key else f"Remove: {name}")
    assert not reset.isEnabled()
    press_key(page, name, Qt.Key.Key_F6)
    reset.click()
    assert named(page, KeyField, name).key() == spec.key
    press_key(page, name, Qt.Key.Key_F10)
    page.accept()
    settings = handed_out(sent)
    assert settings.keys == {spec.id: "F10"}
    assert keys_in_force(settings.keys)[spec.id] == "F10"


def test_an_action_whose_usual_key_was_given_away_has_none_and_holds_nobody_up(open_dialog: Open, sent: Sent) -> None:
    dialog = open_dialog(Settings(keys={"message": "Ctrl+N"}))
    dialog.show_page(dialog.keys)
    field = named(dialog, KeyField, "New conversation key")
    assert field.text() == "None"
    dialog.accept()
    assert handed_out(sent).keys == {"message": "Ctrl+N"}


def test_two_keys_change_places_and_are_a_conflict_only_meanwhile(page: SettingsDialog, sent: Sent) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    press_key(page, "New conversation key", Qt.Key.Key_K, ctrl)
    assert "That key is taken: “Search everything”." in words(page.keys)
    assert "That key is taken: “New conversation”." in words(page.keys)
    press_key(page, "Search everything key", Qt.Key.Key_N, ctrl)
    assert "taken" not in words(page.keys)
    page.accept()
    settings = handed_out(sent)
    assert settings.keys == {"new": "Ctrl+K", "search": "Ctrl+N"}


def test_the_key_of_the_page_may_be_one_that_types(page: SettingsDialog) -> None:
    press_key(page, "Pause or go on key", Qt.Key.Key_P)
    assert page.keys.problem() == ""
    press_key(page, "New conversation key", Qt.Key.Key_Space)
    assert "That key is needed for typing." in words(page.keys)


def test_a_key_for_all_programs_is_chosen_told_at_once_and_removed(page: SettingsDialog, sent: Sent) -> None:
    assert ("global_key_chosen", ("",)) in sent
    press_key(page, "Stop speech key in any program", Qt.Key.Key_S, CTRL_ALT)
    assert sent[-1] == ("global_key_chosen", ("Ctrl+Alt+S",))
    page.show_global_key(GlobalKeyTaken("no"))
    assert "Another program already has the key" in words(page.keys)
    assert named(page, QAbstractButton, "OK").isEnabled(), "whoever has the key may go"
    named(page, QAbstractButton, "Remove: Stop speech key in any program").click()
    assert "Another program" not in words(page.keys)
    page.accept()
    settings = handed_out(sent)
    assert settings.global_key == ""


@pytest.mark.parametrize("key", ["F8", "Pause", "Media Stop", "Ctrl+Alt+S", "Meta+Space"])
def test_a_key_that_others_can_spare_may_be_heard_everywhere(page: SettingsDialog, key: str) -> None:
    page.keys.global_row.fill(key)
    page.keys.global_row.key.changed.emit()
    assert page.keys.problem() == ""


@pytest.mark.parametrize("key", ["Esc", "A", "Shift+A", "Left", "Shift+F10", "Ctrl+N", "F9"])
def test_a_key_that_other_programs_live_by_is_not_taken_from_them(page: SettingsDialog, key: str) -> None:
    page.keys.global_row.fill(key)
    page.keys.global_row.key.changed.emit()
    assert page.keys.problem()


def test_keys_of_a_later_version_are_kept(open_dialog: Open, sent: Sent) -> None:
    dialog = open_dialog(Settings(keys={"from_tomorrow": "F3"}))
    dialog.accept()
    settings = handed_out(sent)
    assert settings.keys == {"from_tomorrow": "F3"}
