"""A turn is one prompt being answered: one id, a row of events, exactly one ending.

```
TurnStarted  (Waiting | Admitted | Retrying)*
             (TextDelta | ReasoningDelta | Malformed | UsageReported)*
             Finished | Stopped | Failed
```
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.errors import UserError
from desktop_app.domain.usage import Usage


class FinishReason(StrEnum):
    """Why the server ended the answer: it is whole, the token limit cut it, or its content filter did."""

    STOP = "stop"
    LENGTH = "length"
    CONTENT_FILTER = "content_filter"


@dataclass(frozen=True, slots=True)
class TurnStarted:
    turn_id: str


@dataclass(frozen=True, slots=True)
class Retrying:
    """The request failed before its first delta and goes out again in ``wait`` seconds, as try number ``attempt``."""

    turn_id: str
    attempt: int
    wait: float
    error: UserError


@dataclass(frozen=True, slots=True)
class Waiting:
    """The server has enough to do: this request waits in line, with so many before it."""

    turn_id: str
    ahead: int


@dataclass(frozen=True, slots=True)
class Admitted:
    """The wait is over: the request goes out."""

    turn_id: str


@dataclass(frozen=True, slots=True)
class TextDelta:
    turn_id: str
    text: str


@dataclass(frozen=True, slots=True)
class ReasoningDelta:
    turn_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Malformed:
    """One event of the stream could not be read and was skipped; ``count`` so far in this turn."""

    turn_id: str
    count: int


@dataclass(frozen=True, slots=True)
class UsageReported:
    turn_id: str
    usage: Usage


@dataclass(frozen=True, slots=True)
class Finished:
    turn_id: str
    reason: FinishReason = FinishReason.STOP


@dataclass(frozen=True, slots=True)
class Stopped:
    turn_id: str


@dataclass(frozen=True, slots=True)
class Failed:
    turn_id: str
    error: UserError


TurnEnding = Finished | Stopped | Failed
TurnEvent = (
    TurnStarted | Retrying | Waiting | Admitted | TextDelta | ReasoningDelta | Malformed | UsageReported | TurnEnding
)
