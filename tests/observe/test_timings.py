"""The stopwatch of a turn."""

from __future__ import annotations

from desktop_app.domain.usage import Timings
from desktop_app.observe.timings import TurnClock


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_moments_count_from_the_prompt_and_each_only_once() -> None:
    now = Clock()
    clock = TurnClock(now)
    now.now = 100.5
    clock.first_token()
    now.now = 101.0
    clock.first_token()
    clock.first_sound(100.75)
    clock.first_sound()
    now.now = 104.0
    assert clock.ended() == Timings(first_token=0.5, first_sound=0.75, total=4.0)
    now.now = 200.0
    assert clock.ended() == Timings(first_token=0.5, first_sound=0.75, total=4.0)


def test_what_did_not_happen_is_not_told() -> None:
    assert TurnClock(Clock()).timings == Timings()


def test_a_prompt_that_goes_out_later_starts_the_clock_anew() -> None:
    now = Clock()
    clock = TurnClock(now)
    now.now = 110.0
    clock.started()
    now.now = 111.0
    clock.first_token()
    assert clock.timings.first_token == 1.0


def test_sound_may_come_after_the_end_of_the_text() -> None:
    now = Clock()
    clock = TurnClock(now)
    now.now = 101.0
    assert clock.ended() == Timings(total=1.0)
    clock.first_sound(102.0)
    assert clock.timings == Timings(first_sound=2.0, total=1.0)
