"""What is told of the sound device: one notice while there is none, or another one than was chosen, and no more."""

from __future__ import annotations

from desktop_app.domain.errors import ChosenDeviceAway, DeviceError
from desktop_app.presenters.views import Notice, NoticeView, Step

DEVICE_NOTICE = "device"


class DevicePresenter:
    """Each kind of trouble is told once, however many answers meet it, until it is over."""

    def __init__(self, notices: NoticeView) -> None:
        self._notices = notices
        self._told: DeviceError | None = None

    def trouble(self, error: DeviceError) -> None:
        if self._told is None or self._told.code != error.code:
            self._told = error
            self._notices.show_notice(Notice(DEVICE_NOTICE, error, (Step.OPEN_SETTINGS,)))

    def ready(self, chosen: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        """There is a device; whether it is the one that was chosen."""
        if self._told is not None and (chosen or not isinstance(self._told, ChosenDeviceAway)):
            self._told = None
            self._notices.clear_notice(DEVICE_NOTICE)
