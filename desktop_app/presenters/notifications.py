"""Whoever looks elsewhere learns that an answer is there: by the system's notification and, if wanted, by a webhook.

One notification a conversation. A click leads to the answer; whoever comes to the conversation by themselves finds the
notification gone. An answer that a person stopped is no news to anybody.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from desktop_app.control.notifications import Notification, Notifier
from desktop_app.domain.errors import UserError
from desktop_app.domain.messages import Message, MessageState
from desktop_app.domain.settings import Settings
from desktop_app.domain.turn import Failed, Stopped, TurnEnding
from desktop_app.presenters.first_words import first_words
from desktop_app.presenters.live_turn import LiveTurn, TurnWatcher
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.webhooks import WebhookPresenter


class NotificationWords(Protocol):
    """What a notification says, in the language of the interface."""

    def title(self, conversation: str) -> str:
        """``conversation``: its title; empty where that is not to be shown."""

    def body(self, state: MessageState, error: UserError | None, words: str) -> str:
        """``words``: the answer's first, empty where they are not to be shown or there are none."""

    def action(self) -> str:
        """What a click does."""


class Attention(Protocol):
    """What the person has before them."""

    @property
    def in_front(self) -> bool:
        """The window, or a dialog of its."""

    @property
    def conversation(self) -> str | None: ...


class NotificationsPresenter(TurnWatcher):
    """Watches every turn. ``title_of`` gives None for a conversation of which nothing is to be told."""

    def __init__(
        self,
        notifier: Notifier,
        words: NotificationWords,
        attention: Attention,
        webhook: WebhookPresenter,
        *,
        title_of: Callable[[str], Awaitable[str | None]],
        preferences: Preferences,
        tasks: Tasks,
    ) -> None:
        self._notifier = notifier
        self._words = words
        self._attention = attention
        self._webhook = webhook
        self._title_of = title_of
        self._preferences = preferences
        self._tasks = tasks
        self._told: dict[str, str] = {}
        self._passed_over: set[str] = set()
        self.on_open: Callable[[str, str, str], None] = lambda _conversation, _message, _token: None
        """Called for a click, with what allows the window to come to the front; empty: nothing does."""
        notifier.on_chosen = self._chosen
        preferences.listen(self._settings_changed)

    def attention_moved(self) -> None:
        """The window came to the front, or another conversation into it."""
        shown = self._attention.conversation
        if shown is not None and self._attention.in_front:
            self.withdraw(shown)

    def withdraw(self, conversation_id: str) -> None:
        """Its news is known, or it is gone."""
        if self._told.pop(conversation_id, None) is not None:
            self._notifier.withdraw(conversation_id)

    def pass_over(self, turn_id: str) -> None:
        """Somebody follows this turn in a terminal, where its ending is seen."""
        self._passed_over.add(turn_id)

    # The turn's watcher

    def ended(self, turn: LiveTurn, ending: TurnEnding) -> None:
        followed = turn.id in self._passed_over
        self._passed_over.discard(turn.id)
        if followed or isinstance(ending, Stopped) or self._attention.in_front:
            return
        error = ending.error if isinstance(ending, Failed) else None
        self._tasks.start("tell of an answer", self._tell(turn.message, error))

    async def _tell(self, answer: Message, error: UserError | None) -> None:
        title = await self._title_of(answer.conversation_id)
        settings = self._preferences.current
        if settings.notifications and not self._attention.in_front:
            shows_words = settings.notification_words and title is not None
            self._show(answer, title or "", error, first_words(answer.text) if shows_words else "")
        if title is not None:
            await self._webhook.tell(answer, title)

    def _show(self, answer: Message, title: str, error: UserError | None, words: str) -> None:
        self._told[answer.conversation_id] = answer.id
        body = self._words.body(answer.state, error, words)
        self._notifier.show(Notification(answer.conversation_id, self._words.title(title), body, self._words.action()))

    def _chosen(self, conversation_id: str, token: str) -> None:
        if (message_id := self._told.get(conversation_id)) is not None:
            self.on_open(conversation_id, message_id, token)
            self.withdraw(conversation_id)

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.notifications and not after.notifications:
            for conversation_id in tuple(self._told):
                self.withdraw(conversation_id)
