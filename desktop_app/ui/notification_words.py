"""What the system's notification says of an answer, in the language of the interface."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_app.domain.errors import UserError
from desktop_app.domain.messages import MessageState
from desktop_app.ui import words as trouble
from desktop_app.ui.translation import QT_TRANSLATE_NOOP

_HOW_IT_ENDED = {
    MessageState.TRUNCATED: QT_TRANSLATE_NOOP("Notifications", "The answer was cut short: it became too long."),
    MessageState.FILTERED: QT_TRANSLATE_NOOP("Notifications", "The server's content filter ended the answer."),
}


class NotificationWords:
    """Satisfies ``presenters.notifications.NotificationWords``."""

    def title(self, conversation: str) -> str:
        return conversation or "Aloud"

    def body(self, state: MessageState, error: UserError | None, words: str) -> str:
        if error is not None:
            return trouble.sentence(error)
        if state in _HOW_IT_ENDED:
            return " ".join(filter(None, (_tr(_HOW_IT_ENDED[state]), words)))
        return words or _tr(QT_TRANSLATE_NOOP("Notifications", "The answer is ready."))

    def action(self) -> str:
        return _tr(QT_TRANSLATE_NOOP("Notifications", "Open"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notifications", text)
