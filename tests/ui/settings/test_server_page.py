"""The server's address, key and models: what is said below each field, and what is asked for when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import ChatSource
from desktop_app.domain.errors import KeyRefused, Unreachable
from desktop_app.domain.settings import Settings
from desktop_app.presenters.views import KeyStatus
from desktop_app.ui.settings.dialog import SettingsDialog
from tests.support.settings_dialog import named, press, words
from tests.ui.settings.conftest import Open, Sent

OPENAI = "https://api.openai.com/v1"


@pytest.fixture
def page(dialog: SettingsDialog, sent: Sent) -> SettingsDialog:
    """The dialog with this page in front and the list of models come."""
    dialog.show_page(dialog.server)
    dialog.show_models(("gpt-5", "gpt-5-mini"), None)
    sent.clear()
    return dialog


@pytest.mark.parametrize(
    "typed", ["ftp://host/v1", "https://", "http://host:many/v1", "http://host:99999/v1", "two words"]
)
def test_an_address_that_is_none_is_said_while_it_is_typed(page: SettingsDialog, typed: str) -> None:
    field = named(page, QLineEdit, "Server address")
    field.clear()
    QTest.keyClicks(field, typed)
    assert "An address looks like https://host/v1." in words(page.server)
    assert "An address looks like" in field.accessibleDescription()
    assert not named(page, QAbstractButton, "OK").isEnabled()
    assert not named(page, QAbstractButton, "Test the key").isEnabled()


@pytest.mark.parametrize(
    ("typed", "read"),
    [("localhost:11434", "http://localhost:11434/v1"), ("", OPENAI), ("https://host/v1/", "")],
)
def test_an_address_that_is_completed_says_how_it_is_read(page: SettingsDialog, typed: str, read: str) -> None:
    named(page, QLineEdit, "Server address").setText(typed)
    assert named(page, QAbstractButton, "OK").isEnabled()
    assert ("Read as" in words(page.server)) is bool(read)
    assert read in words(page.server)


def test_an_address_is_told_once_after_a_pause_in_the_typing(qtbot: QtBot, page: SettingsDialog, sent: Sent) -> None:
    field = named(page, QLineEdit, "Server address")
    field.clear()
    QTest.keyClicks(field, "localhost:1234")
    with qtbot.waitSignal(page.url_changed, timeout=5000):
        assert sent == []
    assert sent == [("url_changed", ("http://localhost:1234/v1",))]


def test_an_address_that_comes_back_is_told_again_and_its_key_can_be_tested(
    qtbot: QtBot, page: SettingsDialog, sent: Sent
) -> None:
    field = named(page, QLineEdit, "Server address")
    field.setText("ftp://")
    with qtbot.waitSignal(page.url_changed, timeout=5000):
        field.setText(OPENAI)
    assert sent == [("url_changed", (OPENAI,))]
    assert named(page, QAbstractButton, "Test the key").isEnabled()


def test_a_key_that_is_tested_in_the_same_breath_comes_behind_its_address(
    qtbot: QtBot, page: SettingsDialog, sent: Sent
) -> None:
    field = named(page, QLineEdit, "Server address")
    field.setText("http://host/v1")
    named(page, QAbstractButton, "Test the key").click()
    qtbot.wait(600)
    assert sent == [("url_changed", ("http://host/v1",)), ("key_test_requested", ("http://host/v1", ""))]


def test_an_address_that_is_none_is_not_told(qtbot: QtBot, page: SettingsDialog, sent: Sent) -> None:
    field = named(page, QLineEdit, "Server address")
    field.setText("http://host/v1")
    field.setText("ftp://")
    qtbot.wait(600)
    assert sent == []


def test_nothing_is_asked_for_after_the_dialog_closed(qtbot: QtBot, page: SettingsDialog, sent: Sent) -> None:
    named(page, QLineEdit, "Server address").setText("http://host/v1")
    press(page, "Cancel")
    qtbot.wait(600)
    assert [name for name, _values in sent] == ["cancelled"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (KeyStatus(present=True), "A key is kept in this system's keyring."),
        (KeyStatus(present=True, from_environment=True), "From the environment, not stored."),
        (KeyStatus(present=True, this_run_only=True), "For this run only: no keyring was found."),
        (KeyStatus(present=False), "No key is kept for this address."),
        (KeyStatus(present=True, checking=True), "Checking…"),
        (KeyStatus(present=True, checked=True), "The server takes this key."),
        (KeyStatus(present=False, checked=True), "The server answers without a key."),
        (KeyStatus(present=True, error=KeyRefused("no")), "The key was refused."),
    ],
)
def test_the_state_of_the_key_is_said_in_words(page: SettingsDialog, status: KeyStatus, said: str) -> None:
    page.show_key(status)
    assert said in words(page.server)
    assert said in named(page, QLineEdit, "API key").accessibleDescription()


def test_a_key_that_was_refused_does_not_hold_ok(page: SettingsDialog) -> None:
    page.show_key(KeyStatus(present=True, error=KeyRefused("no")))
    assert named(page, QAbstractButton, "OK").isEnabled()


def test_the_key_is_shown_as_dots_only(page: SettingsDialog) -> None:
    field = named(page, QLineEdit, "API key")
    QTest.keyClicks(field, "sk-secret")
    assert set(field.displayText()) == {field.displayText()[0]}
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert "sk-secret" not in words(page)


def test_test_carries_the_typed_key_or_none_for_the_kept_one(page: SettingsDialog, sent: Sent) -> None:
    press(page, "Test the key")
    named(page, QLineEdit, "API key").setText("sk-new ")
    press(page, "Test the key")
    assert sent == [("key_test_requested", (OPENAI, "")), ("key_test_requested", (OPENAI, "sk-new"))]


def test_while_a_key_is_checked_it_cannot_be_tested_again(page: SettingsDialog) -> None:
    page.show_key(KeyStatus(present=True, checking=True))
    assert not named(page, QAbstractButton, "Test the key").isEnabled()
    page.show_key(KeyStatus(present=True))
    assert named(page, QAbstractButton, "Test the key").isEnabled()


def test_a_verdict_is_forgotten_when_another_key_is_typed(page: SettingsDialog) -> None:
    page.show_key(KeyStatus(present=True, error=KeyRefused("no")))
    named(page, QLineEdit, "API key").setText("sk-new")
    assert "refused" not in words(page.server)
    assert "on OK" in words(page.server)


def test_what_is_known_of_a_key_is_forgotten_with_its_address(page: SettingsDialog) -> None:
    page.show_key(KeyStatus(present=True))
    named(page, QLineEdit, "Server address").setText("http://elsewhere/v1")
    assert "keyring" not in words(page.server)
    assert not named(page, QAbstractButton, "Remove the key").isEnabled()


def test_remove_takes_the_key_away_on_ok_and_not_before(page: SettingsDialog, sent: Sent) -> None:
    page.show_key(KeyStatus(present=True))
    press(page, "Remove the key")
    assert "Removed on OK." in words(page.server)
    assert sent == []
    press(page, "OK")
    assert [name for name, _values in sent] == ["key_remove_requested", "accepted_settings"]
    assert sent[0][1] == (OPENAI,)


def test_a_removal_can_be_taken_back(page: SettingsDialog, sent: Sent) -> None:
    page.show_key(KeyStatus(present=True))
    press(page, "Remove the key")
    press(page, "Keep the key")
    press(page, "OK")
    assert [name for name, _values in sent] == ["accepted_settings"]


def test_a_new_key_takes_the_place_of_a_removed_one(page: SettingsDialog, sent: Sent) -> None:
    page.show_key(KeyStatus(present=True))
    press(page, "Remove the key")
    named(page, QLineEdit, "API key").setText("sk-new")
    press(page, "OK")
    assert [name for name, _values in sent] == ["accepted_settings"]
    assert sent[0][1][1] == "sk-new"


@pytest.mark.parametrize("status", [KeyStatus(present=False), KeyStatus(present=True, from_environment=True)])
def test_only_a_key_that_aloud_keeps_can_be_removed(page: SettingsDialog, status: KeyStatus) -> None:
    page.show_key(status)
    assert not named(page, QAbstractButton, "Remove the key").isEnabled()


def test_the_models_are_asked_for_once_when_the_page_is_first_seen(dialog: SettingsDialog, sent: Sent) -> None:
    named(dialog, QLineEdit, "API key").setText("sk-typed")
    dialog.show_page(dialog.server)
    dialog.show_page(dialog.voice)
    dialog.show_page(dialog.server)
    assert [values for name, values in sent if name == "models_requested"] == [(OPENAI, "")], "a typed key waits"


def test_the_demo_asks_no_server_for_models(open_dialog: Open, sent: Sent) -> None:
    dialog = open_dialog(Settings(chat_source=ChatSource.DEMO))
    dialog.show_page(dialog.server)
    assert "models_requested" not in [name for name, _values in sent]


def test_refresh_asks_with_the_typed_key_and_says_so_until_the_answer(page: SettingsDialog, sent: Sent) -> None:
    named(page, QLineEdit, "API key").setText("sk-new")
    press(page, "Refresh the models")
    assert sent == [("models_requested", (OPENAI, "sk-new"))]
    assert "Asking the server…" in words(page.server)
    assert not named(page, QAbstractButton, "Refresh the models").isEnabled()
    page.show_models((), Unreachable("no"))
    assert "The server cannot be reached." in words(page.server)
    assert "Asking" not in words(page.server)
    assert named(page, QAbstractButton, "Refresh the models").isEnabled()
    assert named(page, QAbstractButton, "OK").isEnabled(), "a list that failed holds nobody up"


def test_the_models_of_the_server_are_offered_and_the_chosen_one_stays(page: SettingsDialog) -> None:
    model = named(page, QComboBox, "Model")
    model.setEditText("one-of-mine")
    page.show_models(("a", "b"), None)
    assert [model.itemText(index) for index in range(model.count())] == ["a", "b"]
    assert model.currentText() == "one-of-mine"


def test_a_name_that_begins_like_a_listed_one_is_taken_as_typed(page: SettingsDialog, sent: Sent) -> None:
    model = named(page, QComboBox, "Model")
    edit = model.lineEdit()
    assert edit is not None
    page.activateWindow()
    edit.setFocus()
    edit.clear()
    QTest.keyClicks(edit, "gpt-")
    named(page, QLineEdit, "Server address").setFocus()
    page.accept()
    settings = sent[-1][1][0]
    assert isinstance(settings, Settings)
    assert settings.model == "gpt-"


def test_a_server_needs_a_model_and_the_demo_none(page: SettingsDialog) -> None:
    ok = named(page, QAbstractButton, "OK")
    named(page, QComboBox, "Model").setEditText("")
    assert not ok.isEnabled()
    assert "Name a model" in words(page.server)
    source = page.server.source
    source.setCurrentIndex(source.findText("The demo"))
    source.activated.emit(source.currentIndex())
    assert ok.isEnabled()


@pytest.mark.parametrize("typed", ["0", "-1", "1000001", "1.5", "many", "٣", "²"])
def test_reply_tokens_that_are_no_number_within_bounds_are_refused(page: SettingsDialog, typed: str) -> None:
    named(page, QLineEdit, "Maximum reply tokens").setText(typed)
    assert not named(page, QAbstractButton, "OK").isEnabled()
    assert "A whole number" in words(page.server)


@pytest.mark.parametrize(("typed", "value"), [("1", 1), (" 1000000 ", 1_000_000), ("", None)])
def test_reply_tokens_within_bounds_or_none_are_taken(
    page: SettingsDialog, sent: Sent, typed: str, value: int | None
) -> None:
    named(page, QLineEdit, "Maximum reply tokens").setText(typed)
    page.accept()
    settings = sent[-1][1][0]
    assert isinstance(settings, Settings)
    assert settings.max_output_tokens == value


@pytest.mark.parametrize("typed", ["", "0", "101", "2.0", "٣", "9" * 5000])
def test_replies_at_once_that_are_no_number_within_bounds_are_refused(page: SettingsDialog, typed: str) -> None:
    named(page, QLineEdit, "Replies at once").setText(typed)
    assert not named(page, QAbstractButton, "OK").isEnabled()
    assert "A whole number from 1 to 100." in words(page.server)


@pytest.mark.parametrize(("typed", "value"), [("1", 1), (" 100 ", 100)])
def test_replies_at_once_within_bounds_are_taken(page: SettingsDialog, sent: Sent, typed: str, value: int) -> None:
    named(page, QLineEdit, "Replies at once").setText(typed)
    page.accept()
    settings = sent[-1][1][0]
    assert isinstance(settings, Settings)
    assert settings.requests_at_once == value


def test_while_nothing_was_chosen_naming_a_server_chooses_one(open_dialog: Open) -> None:
    dialog = open_dialog(Settings())
    assert dialog.server.source.value() == ChatSource.UNSET
    named(dialog, QLineEdit, "API key").setText("sk-new")
    assert dialog.server.source.value() == ChatSource.SERVER
    press(dialog, "Cancel")
    dialog.open_with(Settings(chat_source=ChatSource.DEMO), (), ())
    assert ChatSource.UNSET not in dialog.server.source.values()
    named(dialog, QLineEdit, "API key").setText("sk-new")
    assert dialog.server.source.value() == ChatSource.DEMO


def test_a_password_in_the_address_goes_to_the_key_and_is_dots(page: SettingsDialog, sent: Sent) -> None:
    field, key = named(page, QLineEdit, "Server address"), named(page, QLineEdit, "API key")
    field.setText("https://me:s3cret@host/v1")
    assert "A password does not stay in the address" in words(page.server)
    assert not named(page, QAbstractButton, "OK").isEnabled()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "https://host/v1"
    assert "The name and password went to the key below" in words(page.server)
    assert (key.displayText(), "s3cret" in words(page)) == ("●" * len(key.text()), False)
    sent.clear()
    press(page, "OK")
    (settings, typed) = sent[-1][1]
    assert isinstance(settings, Settings)
    assert (settings.server_url, typed) == ("https://host/v1", "Basic bWU6czNjcmV0")


def test_one_that_was_pasted_goes_there_without_a_further_key(qtbot: QtBot, page: SettingsDialog) -> None:
    page.server._password_pause.setInterval(1)
    named(page, QLineEdit, "Server address").setText("me:s3cret@host:8080")
    qtbot.waitUntil(lambda: page.server.key.typed() == "Basic bWU6czNjcmV0")
    assert page.server.url() == "http://host:8080/v1"


def test_a_list_that_comes_while_one_is_about_to_type_leaves_the_name_selected(page: SettingsDialog) -> None:
    edit = page.server.model.lineEdit()
    assert edit is not None
    edit.setText("test-model")
    edit.selectAll()
    page.show_models(("one", "two"), None)
    assert edit.selectedText() == "test-model"
    edit.insert("my-own-model")
    assert page.server.values()["model"] == "my-own-model"
