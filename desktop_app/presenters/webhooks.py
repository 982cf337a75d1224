"""The webhook that is told of answers: which of them, what it learns, and the one notice where it cannot be told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from desktop_app.domain.errors import UserError
from desktop_app.domain.messages import Message
from desktop_app.domain.settings import Settings
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.views import Notice, NoticeView, Step

WEBHOOK_NOTICE: Final = "webhook"
_AT_ONCE: Final = 4

Post = Callable[[str, Mapping[str, object]], Awaitable[None]]
"""The address and what it is told; raises UserErrors."""


class WebhookPresenter:
    """The notice of an address that fails comes once; what goes well, or another address, takes it away."""

    def __init__(self, notices: NoticeView, *, post: Post, preferences: Preferences) -> None:
        self._notices = notices
        self._post = post
        self._preferences = preferences
        self._complained = False
        self._places = asyncio.Semaphore(_AT_ONCE)
        preferences.listen(self._settings_changed)

    async def tell(self, answer: Message, title: str) -> None:
        """Says nothing where there is no address."""
        settings = self._preferences.current
        if not settings.webhook:
            return
        body = {"id": answer.conversation_id, "title": title, "state": answer.state.value, "message": answer.id}
        if settings.webhook_text:
            body["text"] = answer.text
        async with self._places:
            await self._tell(settings.webhook, body)

    async def _tell(self, address: str, body: Mapping[str, object]) -> None:
        problem: UserError | None = None
        try:
            await self._post(address, body)
        except UserError as error:
            problem = error
        if address != self._preferences.current.webhook:
            return
        if problem is None:
            self._fall_silent()
        elif not self._complained:
            self._complained = True
            self._notices.show_notice(Notice(WEBHOOK_NOTICE, problem, (Step.OPEN_SETTINGS,)))

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.webhook != after.webhook:
            self._fall_silent()

    def _fall_silent(self) -> None:
        if self._complained:
            self._complained = False
            self._notices.clear_notice(WEBHOOK_NOTICE)
