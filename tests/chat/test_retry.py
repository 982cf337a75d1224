"""Which requests go out again, and when."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.chat.retry import LONGEST_WAIT, MAX_RETRIES, retry_wait, sleep_out
from desktop_app.domain.errors import (
    ContextTooLong,
    QuotaExhausted,
    RateLimited,
    RequestRefused,
    ServerFailed,
    TimedOut,
    UserError,
)


@pytest.mark.parametrize(("attempt", "least", "most"), [(1, 0.25, 0.5), (2, 0.5, 1.0), (3, 1.0, 2.0)])
def test_the_wait_doubles_and_is_cut_by_chance(attempt: int, least: float, most: float) -> None:
    assert retry_wait(TimedOut("late"), attempt, lambda: 0.0) == most
    assert retry_wait(TimedOut("late"), attempt, lambda: 1.0) == least


@pytest.mark.parametrize("error", [QuotaExhausted("x"), ContextTooLong("x"), RequestRefused("x"), UserError("x")])
def test_what_would_fail_again_is_not_tried_again(error: UserError) -> None:
    assert retry_wait(error, 1, lambda: 0.0) is None


def test_a_fourth_retry_is_not_made() -> None:
    assert retry_wait(TimedOut("late"), MAX_RETRIES + 1, lambda: 0.0) is None


@settings(deadline=None)
@given(st.floats(0, 200), st.integers(1, 3), st.floats(0, 1))
def test_it_never_comes_sooner_than_the_server_asked(asked: float, attempt: int, chance: float) -> None:
    for error in (RateLimited("x", retry_after=asked), ServerFailed("x", retry_after=asked)):
        wait = retry_wait(error, attempt, lambda: chance)
        if asked > LONGEST_WAIT:
            assert wait is None
        else:
            assert wait is not None
            assert wait >= asked


async def test_a_wait_is_whole_on_a_loop_whose_timers_come_early() -> None:
    now = 100.0
    slept = []

    async def early(seconds: float) -> None:
        nonlocal now
        slept.append(seconds)
        now += max(0.001, 0.95 * seconds)

    await sleep_out(3.0, sleep=early, clock=lambda: now)
    assert now >= 103.0
    assert len(slept) < 10
