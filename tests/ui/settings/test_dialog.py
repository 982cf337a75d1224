"""The dialog as a whole: what OK hands out, that Cancel changes nothing, and that no key outlives it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from desktop_app.domain.choices import Appearance, ChatSource, IfPhraseFails, SpeechSource
from desktop_app.domain.settings import Settings
from desktop_app.presenters.views import KeyStatus, SettingsPage, SettingsView
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.settings.dialog import SettingsDialog
from tests.support.settings_dialog import named, press, words
from tests.ui.settings.conftest import CHOSEN, Open, Sent

ENTER = Qt.Key.Key_Return


def test_it_is_what_the_presenter_asks_for(dialog: SettingsDialog) -> None:
    view: SettingsView = dialog
    assert view is dialog


def test_it_opens_without_a_loop_of_its_own_in_the_size_of_the_design(dialog: SettingsDialog) -> None:
    assert dialog.isVisible()
    assert dialog.isModal()
    assert dialog.minimumWidth() <= 640
    assert dialog.minimumHeight() <= 480


def test_the_list_names_the_pages_there_are(dialog: SettingsDialog) -> None:
    pages = named(dialog, QListWidget, "Settings pages")
    titles = [pages.item(row).text() for row in range(pages.count())]
    assert titles == [
        *("General", "History", "Server and model", "Voice", "Languages", "What is said", "Notifications"),
        "Keys",
    ]
    assert dialog.general.isVisible()
    QTest.keyClick(pages, Qt.Key.Key_Down)
    assert dialog.history.isVisible()
    QTest.keyClick(pages, Qt.Key.Key_Down)
    QTest.keyClick(pages, Qt.Key.Key_Down)
    assert dialog.voice.isVisible()
    assert not dialog.general.isVisible()


@pytest.mark.parametrize(
    "settings",
    [
        CHOSEN,
        Settings(),
        Settings(
            chat_source=ChatSource.DEMO,
            server_url="http://localhost:11434/v1",
            model="llama3.2",
            streaming=False,
            spoken_replies=False,
            speech_source=SpeechSource.PICO,
            speech_model="tts-of-mine",
            voice="de-DE",
            speed=1.17,
            manner="Slowly",
            if_phrase_fails=IfPhraseFails.SKIP,
            appearance=Appearance.DARK,
            stop_key="Ctrl+Alt+S",
            keys={"new": "F4"},
            global_key="F8",
        ),
        Settings(speech_source=SpeechSource.ESPEAK, voice="eo", output_device="Gone"),
        Settings(speech_source=SpeechSource.HIBARI, voice="", speed=3.0),
    ],
)
def test_ok_on_an_untouched_dialog_hands_out_the_same_settings(
    open_dialog: Open, sent: Sent, settings: Settings
) -> None:
    dialog = open_dialog(settings)
    press(dialog, "OK")
    assert ("accepted_settings", (settings, None)) in sent
    assert not dialog.isVisible()


def test_ok_hands_out_what_was_changed_on_every_page(dialog: SettingsDialog, sent: Sent) -> None:
    dialog.general.appearance.set_value(Appearance.LIGHT)
    named(dialog, QPlainTextEdit, "System prompt").setPlainText("Rhyme.")
    dialog.general.streaming.click()
    named(dialog, QLineEdit, "Server address").setText("localhost:8080")
    named(dialog, QComboBox, "Model").setEditText("my-model")
    named(dialog, QLineEdit, "Maximum reply tokens").setText("")
    named(dialog, QLineEdit, "Replies at once").setText("2")
    named(dialog, QAbstractButton, "Spoken replies").click()
    named(dialog, QComboBox, "Voice").setEditText("sage")
    dialog.voice.speed.setValue(150)
    dialog.voice.device.set_value("Headphones")
    dialog.keys.stop_key.set_key("F9")
    press(dialog, "OK")
    expected = CHOSEN.changed(
        {
            "appearance": Appearance.LIGHT,
            "system_prompt": "Rhyme.",
            "streaming": False,
            "server_url": "http://localhost:8080/v1",
            "model": "my-model",
            "max_output_tokens": None,
            "requests_at_once": 2,
            "spoken_replies": False,
            "voice": "sage",
            "speed": 1.5,
            "output_device": "Headphones",
            "stop_key": "F9",
        }
    )
    assert ("accepted_settings", (expected, None)) in sent


@pytest.mark.parametrize("way", ["button", "escape", "close"])
def test_cancel_changes_nothing(dialog: SettingsDialog, sent: Sent, way: str) -> None:
    dialog.show_key(KeyStatus(present=True))
    named(dialog, QLineEdit, "API key").setText("sk-typed")
    press(dialog, "Remove the key")
    dialog.general.appearance.set_value(Appearance.DARK)
    if way == "button":
        press(dialog, "Cancel")
    elif way == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert [name for name, _values in sent if name in {"accepted_settings", "key_remove_requested"}] == []
    assert [name for name, _values in sent].count("cancelled") == 1
    assert named(dialog, QLineEdit, "API key").text() == ""


def test_what_was_cancelled_is_not_there_the_next_time(dialog: SettingsDialog, sent: Sent) -> None:
    dialog.show_key(KeyStatus(present=True))
    press(dialog, "Remove the key")
    named(dialog, QLineEdit, "Server address").setText("not an address")
    dialog.keys.stop_key.set_key("F9")
    press(dialog, "Cancel")
    dialog.open_with(CHOSEN, (), ())
    press(dialog, "OK")
    assert ("accepted_settings", (CHOSEN, None)) in sent
    assert "key_remove_requested" not in [name for name, _values in sent]


def test_opening_it_again_while_it_is_open_keeps_what_was_typed(dialog: SettingsDialog) -> None:
    named(dialog, QPlainTextEdit, "System prompt").setPlainText("Half a thought")
    dialog.open_with(CHOSEN, (), ())
    assert named(dialog, QPlainTextEdit, "System prompt").toPlainText() == "Half a thought"


def test_a_typed_key_leaves_with_ok_and_nothing_of_it_stays(dialog: SettingsDialog, sent: Sent) -> None:
    field = named(dialog, QLineEdit, "API key")
    field.setText(" sk-pasted\n")
    press(dialog, "OK")
    assert ("accepted_settings", (CHOSEN, "sk-pasted")) in sent
    assert field.text() == ""
    field.undo()
    assert field.text() == ""


def test_a_problem_on_any_page_holds_ok_and_says_where(dialog: SettingsDialog, sent: Sent) -> None:
    address = named(dialog, QLineEdit, "Server address")
    address.setText("ftp://host")
    ok = named(dialog, QAbstractButton, "OK")
    assert not ok.isEnabled()
    assert "Server and model: An address looks like https://host/v1." in words(dialog)
    QTest.keyClick(dialog, ENTER)
    dialog.accept()
    assert dialog.isVisible()
    assert "accepted_settings" not in [name for name, _values in sent]
    address.setText("https://host/v1")
    assert ok.isEnabled()
    assert "An address looks like" not in words(dialog)


def test_enter_in_a_field_is_ok_and_on_a_button_is_that_button(dialog: SettingsDialog, sent: Sent) -> None:
    dialog.show_page(dialog.server)
    test = named(dialog, QAbstractButton, "Test the key")
    test.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(test, ENTER)
    assert dialog.isVisible()
    assert "key_test_requested" in [name for name, _values in sent]
    address = named(dialog, QLineEdit, "Server address")
    address.setFocus()
    QTest.keyClick(address, ENTER)
    assert "accepted_settings" in [name for name, _values in sent]


def test_tab_reaches_every_field_of_a_page_in_the_order_they_stand(dialog: SettingsDialog) -> None:
    dialog.activateWindow()
    dialog.show_key(KeyStatus(present=True))
    dialog.server.show_models((), None)
    dialog.show_page(dialog.server)
    dialog.server.show_models((), None)
    named(dialog, QListWidget, "Settings pages").setFocus()
    reached = []
    for _ in range(11):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget().accessibleName())
    assert reached == [
        "Answers from",
        "Server address",
        "API key",
        "Test the key",
        "Remove the key",
        "Model",
        "Refresh the models",
        "Maximum reply tokens",
        "Replies at once",
        "Cancel",
        "OK",
    ]


def test_each_name_on_a_page_belongs_to_its_field(dialog: SettingsDialog) -> None:
    owned = {label.text(): label.buddy() for label in dialog.findChildren(QLabel) if label.buddy()}
    keys = {"Stop speech", *(spec.text for spec in ACTIONS if spec.id != "stop")}
    assert keys < set(owned)
    assert len(owned) > len(keys) + 30
    named_otherwise = {name: f"{name} key" for name in keys}
    named_otherwise |= {"Backup": "Back up…", "Everything": "Delete all conversations…"}
    named_otherwise["Stop speech, anywhere"] = "Stop speech key in any program"
    assert {name: field.accessibleName() for name, field in owned.items()} == {
        name: named_otherwise.get(name, name) for name in owned
    }


def test_everything_that_takes_the_focus_has_a_name_and_says_more_in_a_tooltip(dialog: SettingsDialog) -> None:
    takers = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parent(), QComboBox)
        and widget.window() is dialog
    ]
    assert len(takers) > 20
    assert [type(widget).__name__ for widget in takers if not widget.accessibleName()] == []
    silent = [widget.accessibleName() for widget in takers if not widget.toolTip()]
    assert silent == ["Settings pages"]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("API key", QAccessible.Role.EditableText),
        ("Server address", QAccessible.Role.EditableText),
        ("Model", QAccessible.Role.ComboBox),
        ("Voice", QAccessible.Role.ComboBox),
        ("Output device", QAccessible.Role.ComboBox),
        ("Stop speech key", QAccessible.Role.Button),
        ("OK", QAccessible.Role.Button),
        ("Cancel", QAccessible.Role.Button),
        ("Spoken replies", QAccessible.Role.CheckBox),
    ],
)
def test_a_screen_reader_finds_the_names_that_people_rely_on(
    dialog: SettingsDialog, name: str, role: QAccessible.Role
) -> None:
    found = [widget for widget in dialog.findChildren(QWidget) if widget.accessibleName() == name]
    roles = [interface.role() for widget in found if (interface := QAccessible.queryAccessibleInterface(widget))]
    assert role in roles


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_on_a_small_screen_every_field_can_be_scrolled_to(
    dialog: SettingsDialog, direction: Qt.LayoutDirection
) -> None:
    dialog.setLayoutDirection(direction)
    dialog.resize(640, 480)
    dialog.show_page(dialog.voice)
    QApplication.processEvents()
    assert dialog.size().toTuple() == (640, 480)
    page = dialog.voice
    inner = page.widget()
    assert inner is not None
    assert inner.width() <= page.viewport().width()
    assert page.verticalScrollBar().maximum() > 0
    page.ensureWidgetVisible(dialog.voice.if_fails)
    top = dialog.voice.if_fails.mapTo(page.viewport(), dialog.voice.if_fails.rect().topLeft()).y()
    assert 0 <= top <= page.viewport().height() - dialog.voice.if_fails.height()
    assert named(dialog, QAbstractButton, "OK").isVisible()


def test_a_notice_turns_to_the_page_where_its_trouble_is_mended(dialog: SettingsDialog) -> None:
    dialog.turn_to(SettingsPage.VOICE)
    assert dialog.voice.isVisible()
    dialog.turn_to(SettingsPage.SERVER)
    assert dialog.server.isVisible()


def test_it_opens_as_large_as_it_was_left(dialog: SettingsDialog) -> None:
    dialog.resize(700, 500)
    dialog.reject()
    dialog.open_with(CHOSEN, (), ())
    assert dialog.size().toTuple() == (700, 500)
