"""The built-in demo: prepared answers that say so, streamed at a human pace. No key, no network."""

from __future__ import annotations

import asyncio
import random as random_numbers
import re
from collections.abc import AsyncGenerator, Awaitable, Callable

from desktop_app.chat.demo_texts import ABOUT_CODE, ABOUT_LANGUAGES, ABOUT_PRIVACY, ABOUT_STOPPING, FIRST, PREPARED
from desktop_app.chat.provider import ChatEvent, ChatRequest, Done, Text
from desktop_app.domain.messages import Role
from desktop_app.domain.turn import FinishReason

Sleep = Callable[[float], Awaitable[object]]

_FIRST_WORD_SECONDS = 0.35
_PIECE_SECONDS = 1 / 32
_LONGEST_QUOTE = 120
# As models cut: a word with the space before it, a run of signs, long ones in pieces.
_PIECE = re.compile(r"\s*\w{1,7}|\s*[^\w\s]{1,5}|\s+")

_SUBJECTS = (
    (re.compile(r"\b(?:stop\w*|esc|escape|quiet|silen\w+|interrupt\w*|pause)\b", re.IGNORECASE), ABOUT_STOPPING),
    (re.compile(r"\b(?:code|python|program\w*|function|script|bug)\b", re.IGNORECASE), ABOUT_CODE),
    (re.compile(r"\b(?:languages?|german|french|spanish|italian|voices?|accent)\b", re.IGNORECASE), ABOUT_LANGUAGES),
    (re.compile(r"\b(?:key|privacy|private|offline|network|server|cost|price)\b", re.IGNORECASE), ABOUT_PRIVACY),
)


class DemoProvider:
    """A ``ChatProvider``. ``sleep`` waits the given seconds; ``random`` gives numbers in [0, 1)."""

    def __init__(self, *, sleep: Sleep = asyncio.sleep, random: Callable[[], float] = random_numbers.random) -> None:
        self._sleep = sleep
        self._random = random

    async def stream(self, request: ChatRequest) -> AsyncGenerator[ChatEvent]:
        answer = prepared_answer(request)
        await self._sleep(_FIRST_WORD_SECONDS)
        if not request.streaming:
            yield Text(answer)
        else:
            for piece in _PIECE.findall(answer):
                yield Text(piece)
                await self._sleep(_PIECE_SECONDS * (0.7 + 0.6 * self._random()))
        yield Done(FinishReason.STOP)

    async def warm(self) -> None:
        """A prepared answer is always ready."""

    async def models(self) -> list[str]:
        return ["demo"]

    async def check(self, model: str) -> list[str]:  # noqa: ARG002 - it has but one
        return await self.models()

    async def aclose(self) -> None:
        pass


def prepared_answer(request: ChatRequest) -> str:
    """The first question gets the tour, later ones what they are about, and all else the plain truth."""
    questions = [message.text for message in request.messages if message.role is Role.USER]
    if len(questions) <= 1:
        return FIRST
    for subject, answer in _SUBJECTS:
        if subject.search(questions[-1]):
            return answer
    return PREPARED.format(question=_quoted(questions[-1]))


def _quoted(question: str) -> str:
    """The question on one line, short, and without signs that would be read as Markdown."""
    line = " ".join(re.sub(r"[`*_#<>|\[\]\\~]", " ", question).split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
