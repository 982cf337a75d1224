"""What tells that an answer is there while one looks elsewhere: the system's notification, and a webhook."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.settings import Settings
from desktop_app.domain.webhook import WebhookRefusal, refusal
from desktop_app.ui.settings.page import Page, Row
from desktop_app.ui.settings.switch import Switch


class NotificationsPage(Page):
    """An address that may not be told is a problem as one types it."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Notifications"))
        self.notifications = Switch(self.tr("Tell when one is there and the window is not in front"))
        self.words = Switch(self.tr("Show its first words"))
        self.webhook = QLineEdit()
        self.text = Switch(self.tr("Send the answer's text, too"))
        self._add_rows()
        for switch in (self.notifications, self.words, self.text):
            switch.toggled.connect(self._check)
        self.webhook.textChanged.connect(self._check)

    def fill(self, settings: Settings) -> None:
        self.notifications.setChecked(settings.notifications)
        self.words.setChecked(settings.notification_words)
        self.webhook.setText(settings.webhook)
        self.text.setChecked(settings.webhook_text)
        self._check()

    def values(self) -> dict[str, object]:
        """What Settings takes, provided there is no problem."""
        return {
            "notifications": self.notifications.isChecked(),
            "notification_words": self.words.isChecked(),
            "webhook": self.webhook.text().strip(),
            "webhook_text": self.text.isChecked(),
        }

    def _add_rows(self) -> None:
        tip = self.tr("The system shows them, and holds them back where you are not to be disturbed")
        self.add(Row(self.tr("Answers"), self.notifications, tip=tip))
        tip = self.tr("Off: the notification names the conversation and says that the answer is ready")
        self.add(Row(self.tr("First words"), self.words, tip=tip))
        tip = self.tr("An address of a program of yours that is told of the same answers")
        self._webhook_row = self.add(Row(self.tr("Webhook"), self.webhook, tip=tip))
        self.webhook.setPlaceholderText("https://host/path")
        self._webhook_row.set_hint(
            self.tr("Gets the conversation's title and id, and how the answer ended, by POST. Empty: nobody is told.")
        )
        tip = self.tr("Off: what the answer says stays on this computer")
        self.add(Row(self.tr("Text for the webhook"), self.text, tip=tip))

    def _check(self) -> None:
        self._webhook_row.set_problem(self._problem(refusal(self.webhook.text())))
        self.words.setEnabled(self.notifications.isChecked())
        self.text.setEnabled(bool(self.webhook.text().strip()))
        self.changed.emit()

    def _problem(self, why: WebhookRefusal | None) -> str:
        match why:
            case WebhookRefusal.NO_ADDRESS:
                return self.tr("An address looks like https://host/path.")
            case WebhookRefusal.NAMES_SOMEBODY:
                return self.tr("A name or password does not belong into the address.")
            case WebhookRefusal.NOT_ENCRYPTED:
                return self.tr("Only https addresses are told, or http ones on this computer (localhost).")
            case _:
                return ""
