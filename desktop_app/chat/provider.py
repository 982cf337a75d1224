"""What can answer: a provider turns one request into a stream of pieces. The engine makes a turn of it.

```
(Text | Reasoning | Unreadable | Tokens)*  Done
```

A stream that ends without ``Done``, or raises a ``UserError``, did not bring the whole answer.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop_app.domain.messages import Message
from desktop_app.domain.turn import FinishReason
from desktop_app.domain.usage import Usage

PictureSource = Callable[[Sequence[str]], Awaitable[Mapping[str, bytes]]]
"""The bytes of pictures by the names that parts give them (``domain.attachments``); those that are gone are missing."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """``messages``: the whole path from the root to the question; ``max_output_tokens``: None leaves it open.

    ``tell_heard``: of answers whose voice was stopped, the model is to know only what was heard. ``pictures``: where
    those in the messages are had from; None leaves them out, and words say so. ``background``: nobody waits for it
    before the screen, so it stands behind what somebody waits for. ``looked_at``: whether somebody sees the answer grow
    now. ``gather`` is the engine's: for how many seconds what comes of a stream may gather before it is read.
    """

    model: str
    messages: tuple[Message, ...]
    system_prompt: str = ""
    streaming: bool = True
    max_output_tokens: int | None = None
    tell_heard: bool = False
    pictures: PictureSource | None = None
    background: bool = False
    looked_at: Callable[[], bool] = field(default=_always, compare=False)
    gather: Callable[[], float] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Reasoning:
    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """One event of the stream made no sense and was skipped."""


@dataclass(frozen=True, slots=True)
class Tokens:
    usage: Usage


@dataclass(frozen=True, slots=True)
class Done:
    reason: FinishReason


ChatEvent = Text | Reasoning | Unreadable | Tokens | Done


class ChatProvider(Protocol):
    def stream(self, request: ChatRequest) -> AsyncIterator[ChatEvent]:
        """One try, without retries. Write it as an async generator: closing or cancelling it drops the connection."""

    async def warm(self) -> None:
        """Something will soon be asked: makes ready what takes time, without a request."""

    async def models(self) -> list[str]:
        """The names the server lists, sorted; empty where it lists none. Raises UserError."""

    async def check(self, model: str) -> list[str]:
        """Proves that it answers, and takes our key; gives what ``models`` gives. Raises UserError."""

    async def aclose(self) -> None:
        """Lets go of every connection; may be called twice."""
