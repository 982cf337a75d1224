"""The composition root: what tells a person who looks elsewhere that an answer is there."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.control import webhook
from desktop_app.control.desktop_notifications import DesktopNotifications
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.notifications import NotificationsPresenter
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.webhooks import WebhookPresenter
from desktop_app.storage.history import History
from desktop_app.ui.front import Front
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.notification_words import NotificationWords

if TYPE_CHECKING:
    from desktop_app.ui.tray_notifications import TrayNotifications


class Telling:
    """Notifications and the webhook."""

    def __init__(
        self,
        window: MainWindow,
        *,
        conversation: ConversationPresenter,
        turns: Turns,
        history: History,
        preferences: Preferences,
        tasks: Tasks,
    ) -> None:
        self._window = window
        self._conversation = conversation
        self._history = history
        self._tasks = tasks
        self._front = Front(window)
        self._notifier = _notifier(window)
        self.webhook = WebhookPresenter(window.notices, post=webhook.post, preferences=preferences)
        self.notifications = NotificationsPresenter(
            self._notifier,
            NotificationWords(),
            _Attention(self._front, conversation),
            self.webhook,
            title_of=self._title,
            preferences=preferences,
            tasks=tasks,
        )
        turns.everywhere.append(self.notifications)
        self.notifications.on_open = self._open
        self._front.came.connect(self.notifications.attention_moved)
        window.sidebar.delete_requested.connect(self._withdraw)
        self._list_anew, conversation.on_change = conversation.on_change, self._conversation_changed

    async def close(self) -> None:
        """A click would find nobody any more: nothing is left to be clicked."""
        if isinstance(self._notifier, DesktopNotifications):
            await asyncio.to_thread(self._notifier.close)  # the desktop may take its time
        else:
            self._notifier.close()

    def _conversation_changed(self) -> None:
        self._list_anew()
        self.notifications.attention_moved()

    def _withdraw(self, conversation_ids: Sequence[str]) -> None:
        """They were deleted."""
        for conversation_id in conversation_ids:
            self.notifications.withdraw(conversation_id)

    async def _title(self, conversation_id: str) -> str | None:
        if self._history.is_temporary(conversation_id):
            return None
        kept = await self._history.conversation(conversation_id)
        return kept.title if kept is not None else None

    def _open(self, conversation_id: str, message_id: str, token: str) -> None:
        self._front.bring(token)
        self._tasks.start("open what was told", self._open_message(conversation_id, message_id))

    async def _open_message(self, conversation_id: str, message_id: str) -> None:
        kept = await self._history.conversation(conversation_id)
        if kept is not None and await self._conversation.open(kept):
            self._window.transcript.show_message(message_id)


class _Attention:
    """``presenters.notifications.Attention``."""

    def __init__(self, front: Front, conversation: ConversationPresenter) -> None:
        self._front = front
        self._conversation = conversation

    @property
    def in_front(self) -> bool:
        return self._front.in_front

    @property
    def conversation(self) -> str | None:
        return self._conversation.open_id


def _notifier(window: MainWindow) -> DesktopNotifications | TrayNotifications:
    platform: str = sys.platform  # in a variable, so that mypy reads both ways on every system
    if platform not in {"win32", "darwin"}:
        return DesktopNotifications()
    from desktop_app.ui.tray_notifications import TrayNotifications

    return TrayNotifications(window)
