"""When a failed request goes out again, and after how long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from desktop_app.domain.errors import UserError

MAX_RETRIES = 3
LONGEST_WAIT = 60.0
_FIRST_WAIT = 0.5


def retry_wait(error: UserError, attempt: int, random: Callable[[], float]) -> float | None:
    """Seconds before retry number ``attempt`` (from 1); None where the error is to be told instead.

    0.5, 1, 2 s, each cut by up to half at random so that many clients do not come back at once; never sooner than the
    server asked, and not at all where it asks for more than a minute. ``random`` gives a number in [0, 1).
    """
    if attempt > MAX_RETRIES or not error.retryable:
        return None
    backoff = _FIRST_WAIT * 2 ** (attempt - 1) * (1 - random() / 2)
    asked: float = getattr(error, "retry_after", None) or 0.0
    return None if asked > LONGEST_WAIT else max(asked, backoff)


async def sleep_out(
    seconds: float,
    *,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Sleeps the whole time: a loop on Qt's timers wakes up to a twentieth early, and a server would call that rude."""
    end = clock() + seconds
    while (left := end - clock()) > 0:
        await sleep(left)
