"""What a turn cost and how long it took, as the server and our own clock tell it."""

from __future__ import annotations

from typing import NamedTuple


class Usage(NamedTuple):
    """Tokens of one turn; None where the server did not say."""

    input: int | None = None
    output: int | None = None
    reasoning: int | None = None
    cached: int | None = None


class Timings(NamedTuple):
    """Seconds from the moment the prompt was sent; None where it did not happen."""

    first_token: float | None = None
    first_sound: float | None = None
    total: float | None = None


class TurnRecord(NamedTuple):
    """One time a message was worked on, as it is kept; ``started`` in seconds since 1970, UTC."""

    id: str
    started: float
    usage: Usage | None = None
    timings: Timings | None = None
    error: str = ""
    """The code of the error that ended it; empty where none did."""
