"""What a person is told of the sound device."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import ChosenDeviceAway, DeviceError, DeviceLost, NoDevice
from desktop_app.presenters.device import DEVICE_NOTICE, DevicePresenter
from tests.support.fake_views import FakeNotices


@pytest.fixture
def notices() -> FakeNotices:
    return FakeNotices()


@pytest.fixture
def device(notices: FakeNotices) -> DevicePresenter:
    return DevicePresenter(notices)


def test_a_machine_without_sound_is_told_once_and_again_only_after_there_was_sound(
    device: DevicePresenter, notices: FakeNotices
) -> None:
    device.trouble(NoDevice("No device."))
    device.trouble(NoDevice("No device."))
    assert len(notices.ever) == 1
    device.ready(True)
    assert DEVICE_NOTICE not in notices.shown
    device.trouble(NoDevice("No device."))
    assert len(notices.ever) == 2


@pytest.mark.parametrize("error", [NoDevice("None."), DeviceLost("It went away.")])
def test_any_device_ends_the_notice_that_there_is_none(
    device: DevicePresenter, notices: FakeNotices, error: DeviceError
) -> None:
    device.trouble(error)
    device.ready(False)
    assert notices.shown == {}


def test_a_device_that_stands_in_does_not_end_the_notice_that_the_chosen_one_is_away(
    device: DevicePresenter, notices: FakeNotices
) -> None:
    device.trouble(ChosenDeviceAway("It is away."))
    device.ready(False)
    assert DEVICE_NOTICE in notices.shown
    device.ready(True)
    assert notices.shown == {}


def test_a_device_that_is_lost_and_then_missing_is_told_as_what_it_is_now(
    device: DevicePresenter, notices: FakeNotices
) -> None:
    device.trouble(DeviceLost("It went away."))
    device.trouble(NoDevice("No device."))
    assert notices.shown[DEVICE_NOTICE].error.code == "NoDevice"


def test_a_device_that_was_never_missed_tells_nothing(device: DevicePresenter, notices: FakeNotices) -> None:
    device.ready(True)
    assert notices.ever == []
