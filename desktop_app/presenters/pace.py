"""How fast and how loud it speaks: chosen anywhere, heard at once, shown in the bar, kept in the settings."""

from __future__ import annotations

from typing import Protocol

from desktop_app.domain.settings import Settings
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.views import SpeechBarView

SLOWEST, FASTEST = 0.5, 3.0
_SPEED_STEP = 0.1
_VOLUME_STEP = 0.1


class PaceTaker(Protocol):
    """The speech worker, as far as pace and volume are concerned."""

    def set_speed(self, speed: float) -> None: ...

    def set_volume(self, volume: float) -> None: ...


class PacePresenter:
    """Tells the speaker by itself: the way of a new voice may lead through a keyring that asks its owner."""

    def __init__(self, speaker: PaceTaker, bar: SpeechBarView, preferences: Preferences) -> None:
        self._speaker = speaker
        self._bar = bar
        self._preferences = preferences
        preferences.listen(self._settings_changed)
        self._show(preferences.current)

    def choose_speed(self, speed: float) -> None:
        self._preferences.change(speed=min(max(speed, SLOWEST), FASTEST))

    def choose_volume(self, volume: float) -> None:
        self._preferences.change(volume=min(max(volume, 0.0), 1.0))

    def step_speed(self, direction: int) -> None:
        """A little faster (1) or slower (-1)."""
        self.choose_speed(round(self._preferences.current.speed + direction * _SPEED_STEP, 2))

    def step_volume(self, direction: int) -> None:
        self.choose_volume(round(self._preferences.current.volume + direction * _VOLUME_STEP, 2))

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if before.speed != after.speed:
            self._speaker.set_speed(after.speed)
        if before.volume != after.volume:
            self._speaker.set_volume(after.volume)
        self._show(after)

    def _show(self, settings: Settings) -> None:
        self._bar.set_speed(settings.speed)
        self._bar.set_volume(settings.volume)
