"""Speed and volume: in force at once, within bounds, shown and kept."""

from __future__ import annotations

import pytest

from desktop_app.presenters.pace import PacePresenter
from tests.presenters.conftest import Desk


class Voice:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, float]] = []

    def set_speed(self, speed: float) -> None:
        self.told.append(("speed", speed))

    def set_volume(self, volume: float) -> None:
        self.told.append(("volume", volume))


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture
async def pace(desk: Desk, voice: Voice) -> PacePresenter:
    return PacePresenter(voice, desk.bar, desk.preferences)


async def test_a_chosen_speed_reaches_the_voice_the_bar_and_the_settings(
    desk: Desk, voice: Voice, pace: PacePresenter
) -> None:
    pace.choose_speed(1.5)
    pace.choose_volume(0.25)
    assert voice.told == [("speed", 1.5), ("volume", 0.25)]
    assert (desk.bar.speed, desk.bar.volume) == (1.5, 0.25)
    assert (desk.preferences.current.speed, desk.preferences.current.volume) == (1.5, 0.25)


async def test_steps_go_by_a_tenth_and_stop_at_the_bounds(desk: Desk, voice: Voice, pace: PacePresenter) -> None:
    pace.step_speed(1)
    pace.step_volume(1)
    assert voice.told == [("speed", 1.1)]
    for _ in range(30):
        pace.step_speed(-1)
        pace.step_volume(-1)
    assert (desk.bar.speed, desk.bar.volume) == (0.5, 0.0)
    for _ in range(40):
        pace.step_speed(1)
    assert desk.bar.speed == 3.0


@pytest.mark.usefixtures("pace")
async def test_what_settings_change_is_heard_too_and_other_settings_are_not(desk: Desk, voice: Voice) -> None:
    desk.preferences.change(speed=2.0)
    desk.preferences.change(voice="alloy")
    assert voice.told == [("speed", 2.0)]
