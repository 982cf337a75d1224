"""What the tests' API server answers where nothing else was scripted, and how a provider's whole answer is taken."""

from __future__ import annotations

from desktop_app.chat.chat_completions import ChatCompletions
from desktop_app.chat.provider import ChatEvent, ChatRequest, Done, Text, Tokens
from desktop_app.domain.turn import FinishReason
from desktop_app.domain.usage import Usage
from tests.support.scripted_provider import asked

USAGE = Tokens(Usage(input=11, output=7, reasoning=2, cached=3))
STOP = Done(FinishReason.STOP)


async def answer(provider: ChatCompletions, request: ChatRequest | None = None) -> list[ChatEvent]:
    return [event async for event in provider.stream(request or asked())]


def texts(events: list[ChatEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, Text))
