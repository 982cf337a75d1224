"""The page Notifications: the system's are switched on and off, and a webhook's address is judged as one types."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit

from desktop_app.domain.settings import Settings
from desktop_app.presenters.views import SettingsPage
from tests.support.settings_dialog import named, press, words
from tests.ui.settings.conftest import Open, Sent


def test_everything_chosen_is_handed_out(open_dialog: Open, sent: Sent) -> None:
    dialog = open_dialog(Settings(webhook="https://host/a", webhook_text=True, notification_words=False))
    dialog.turn_to(SettingsPage.NOTIFICATIONS)
    page = dialog.notifications
    assert page.isVisible()
    assert named(page, QLineEdit, "Webhook").text() == "https://host/a"
    named(page, QCheckBox, "First words").click()
    named(page, QCheckBox, "Text for the webhook").click()
    named(page, QLineEdit, "Webhook").setText(" http://localhost:99/b ")
    press(dialog, "OK")
    (settings, _key) = dict(sent)["accepted_settings"]
    assert isinstance(settings, Settings)
    assert (settings.notifications, settings.notification_words) == (True, True)
    assert (settings.webhook, settings.webhook_text) == ("http://localhost:99/b", False)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://host/x", "Only https"),
        ("https://me:secret@host/x", "does not belong"),
        ("host", "looks like"),
    ],
)
def test_an_address_that_may_not_be_told_is_refused_as_one_types(open_dialog: Open, address: str, said: str) -> None:
    dialog = open_dialog()
    dialog.turn_to(SettingsPage.NOTIFICATIONS)
    field = named(dialog.notifications, QLineEdit, "Webhook")
    field.setText(address)
    assert said in words(dialog)
    assert said in field.accessibleDescription()
    assert not named(dialog, QAbstractButton, "OK").isEnabled()
    field.setText("")
    assert said not in words(dialog)
    assert named(dialog, QAbstractButton, "OK").isEnabled()


def test_what_has_nobody_to_tell_cannot_be_chosen(open_dialog: Open) -> None:
    dialog = open_dialog()
    page = dialog.notifications
    assert not named(page, QCheckBox, "Text for the webhook").isEnabled()
    assert named(page, QCheckBox, "First words").isEnabled()
    named(page, QCheckBox, "Answers").click()
    assert not named(page, QCheckBox, "First words").isEnabled()
