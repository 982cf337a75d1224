"""A chat provider that plays a script: events, errors and waits, one list of them for each try."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field

from desktop_app.chat.provider import ChatEvent, ChatRequest, Done, Text
from desktop_app.domain.messages import Message, Part, PartKind, Role
from desktop_app.domain.turn import FinishReason

FINISH = Done(FinishReason.STOP)


class Hang:
    """Waits until it is cancelled."""


Step = ChatEvent | BaseException | Hang | asyncio.Event | Callable[[], None]


@dataclass
class ScriptedProvider:
    """Each ``stream`` takes the next script; the last one is played again and again."""

    scripts: list[list[Step]]
    requests: list[ChatRequest] = field(default_factory=list)
    opened: int = 0
    closed: int = 0
    on_request: Callable[[ChatRequest], None] = lambda _request: None

    async def stream(self, request: ChatRequest) -> AsyncGenerator[ChatEvent]:
        script = self.scripts[min(len(self.requests), len(self.scripts) - 1)]
        self.requests.append(request)
        self.on_request(request)
        self.opened += 1
        try:
            for step in script:
                await asyncio.sleep(0)
                if isinstance(step, BaseException):
                    raise step
                if isinstance(step, Hang):
                    await asyncio.Event().wait()
                elif isinstance(step, asyncio.Event):
                    await step.wait()
                elif callable(step):
                    step()
                else:
                    yield step
        finally:
            self.closed += 1

    async def until_opened(self, count: int) -> None:
        while self.opened < count:  # noqa: ASYNC110 - a few turns of a loop in which nothing waits for time
            await asyncio.sleep(0)

    async def warm(self) -> None:
        pass

    async def models(self) -> list[str]:
        return ["scripted"]

    async def check(self, model: str) -> list[str]:
        assert model
        return await self.models()

    async def aclose(self) -> None:
        pass


class VirtualSleep:
    """Notes the waits instead of waiting; with ``held`` set it waits for good."""

    def __init__(self, *, held: bool = False) -> None:
        self.waits: list[float] = []
        self._held = held

    async def __call__(self, seconds: float) -> None:
        self.waits.append(seconds)
        if self._held:
            await asyncio.Event().wait()
        await asyncio.sleep(0)


def asked(
    text: str = "Hi", *, system_prompt: str = "", streaming: bool = True, limit: int | None = None
) -> ChatRequest:
    """A request with one question in it."""
    return ChatRequest("test-small", (said(Role.USER, text),), system_prompt, streaming, limit)


def said(role: Role, text: str) -> Message:
    parts = (Part(PartKind.TEXT, text),) if text else ()
    return Message(f"{role}-{text}", "c", None, role, parts, 0.0)


def words(*texts: str) -> list[Step]:
    return [*(Text(text) for text in texts), FINISH]
