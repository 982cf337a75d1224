"""What went wrong with an answer: one notice for each conversation, on the page while that conversation is."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.errors import (
    ContextTooLong,
    KeyMissing,
    KeyRefused,
    KeyringLocked,
    KeyringSilent,
    ModelUnknown,
    NotOffered,
    PicturesRefused,
    QuotaExhausted,
    UserError,
)
from desktop_app.domain.messages import Message
from desktop_app.domain.turn import Retrying
from desktop_app.presenters.views import Notice, NoticeView, Step

TURN_NOTICE = "turn"
_SETTINGS_HELP = (KeyMissing, KeyringLocked, KeyringSilent, KeyRefused, ModelUnknown, NotOffered, QuotaExhausted)


@dataclass(slots=True)
class _Trouble:
    """``due``: when the next try goes out, on the clock; None where the answer has failed for good."""

    message_id: str
    error: UserError
    steps: tuple[Step, ...]
    due: float | None = None
    seen: bool = False


class Troubles:
    """A countdown is shown whenever its conversation is; why an answer failed is told once."""

    def __init__(self, notices: NoticeView, clock: Callable[[], float] = time.monotonic) -> None:
        self._notices = notices
        self._clock = clock
        self._open: str | None = None
        self._known: dict[str, _Trouble] = {}

    @property
    def message_id(self) -> str | None:
        """The answer that the notice on the page speaks of."""
        trouble = self._known.get(self._open) if self._open is not None else None
        return trouble.message_id if trouble is not None else None

    def retrying(self, answer: Message, event: Retrying) -> None:
        trouble = _Trouble(answer.id, event.error, (Step.CANCEL,), self._clock() + event.wait)
        self._note(answer.conversation_id, trouble)

    def failed(self, answer: Message, error: UserError) -> None:
        self._note(answer.conversation_id, _Trouble(answer.id, error, _steps(error, answer)))

    def clear(self, conversation_id: str | None) -> None:
        """It goes well again, or is tried anew."""
        if conversation_id in self._known:
            del self._known[conversation_id]
            if conversation_id == self._open:
                self._notices.clear_notice(TURN_NOTICE)

    def turn_to(self, conversation_id: str | None) -> None:
        """Another conversation is on the page now, None: an empty one."""
        self._open = conversation_id
        self._notices.clear_notice(TURN_NOTICE)
        trouble = self._known.get(conversation_id) if conversation_id is not None else None
        if trouble is not None and (trouble.due is not None or not trouble.seen):
            self._show(trouble)

    def _note(self, conversation_id: str, trouble: _Trouble) -> None:
        self._known[conversation_id] = trouble
        if conversation_id == self._open:
            self._show(trouble)

    def _show(self, trouble: _Trouble) -> None:
        trouble.seen = True
        seconds = None if trouble.due is None else max(0.0, trouble.due - self._clock())
        self._notices.show_notice(Notice(TURN_NOTICE, trouble.error, trouble.steps, seconds=seconds))


def _steps(error: UserError, answer: Message) -> tuple[Step, ...]:
    """What helps: settings where the request itself must change, else to go on with what came or to ask again."""
    if isinstance(error, _SETTINGS_HELP):
        return (Step.OPEN_SETTINGS, Step.RETRY)
    if isinstance(error, PicturesRefused):
        return (Step.WITHOUT_PICTURES, Step.OPEN_SETTINGS)  # or for a model that takes them
    if isinstance(error, ContextTooLong):
        return (Step.OPEN_SETTINGS,)  # for a larger model; to ask the same again would not help
    return (Step.CONTINUE, Step.RETRY) if answer.text else (Step.RETRY,)
