"""Which device is kept under the speech, and what is told of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from desktop_app.domain.errors import ChosenDeviceAway, DeviceLost
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.background import Background
from desktop_app.speech.device_keeper import DeviceKeeper
from desktop_app.speech.playlist import Playlist
from tests.support.fake_output import FakeOutput
from tests.support.virtual_time import run_virtual


class Desk:
    """A keeper, and all that it told, in order."""

    def __init__(self) -> None:
        self.output = FakeOutput()
        self.list = Playlist()
        self.background = Background()
        self.told: list[object] = []
        self.slept = 0.0
        self.keeper = DeviceKeeper(
            self.output,
            self.list,
            self.background,
            lambda name, _turn, _fields: self.told.append(name),
            on_lost=lambda: self.told.append("lost"),
            on_trouble=lambda error: self.told.append(type(error)),
            on_ready=lambda chosen: self.told.append(("ready", chosen)),
            on_open=lambda: self.told.append("open"),
            on_given_up=lambda: self.told.append("given up"),
            slept=lambda: self.slept,
        )

    def begin_to_speak(self) -> None:
        self.list.add(Phrase("t", 0, "Something.", 0, 10))

    async def watch_for(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.05)):
            self.keeper.watch()
            await asyncio.sleep(0.05)

    def plug(self, *devices: str) -> None:
        """These are there now, and the sound server says so; what is gone is played by the default."""
        self.output.plugged_in = list(devices)
        if self.output.playing_on not in devices:
            self.output.playing_on = ""
        self.keeper.devices_changed()


def play(act: Callable[[Desk], Awaitable[None]]) -> Desk:
    async def run() -> Desk:
        desk = Desk()
        await act(desk)
        await desk.background.aclose()
        return desk

    return run_virtual(run())


def test_the_chosen_device_is_opened() -> None:
    async def act(desk: Desk) -> None:
        desk.keeper.name = "headset"
        desk.keeper.want()
        await asyncio.sleep(1)

    desk = play(act)
    assert desk.output.opened == ["headset"]
    assert desk.told == ["device_opened", ("ready", True), "open"]


def test_while_the_chosen_device_is_away_the_default_plays_and_that_is_told_once() -> None:
    async def act(desk: Desk) -> None:
        desk.output.plugged_in = []
        desk.keeper.name = "headset"
        for _ in range(3):
            desk.keeper.prepare()
            await asyncio.sleep(10)
            desk.keeper.want()
            await asyncio.sleep(10)
        desk.plug("another")

    desk = play(act)
    assert desk.output.opened == [""]
    assert desk.told == ["device_opened", ("ready", False), ChosenDeviceAway, "open"]


def test_a_chosen_device_that_comes_back_is_moved_to_at_once() -> None:
    async def act(desk: Desk) -> None:
        desk.output.plugged_in = []
        desk.keeper.name = "headset"
        desk.keeper.want()
        await asyncio.sleep(1)
        desk.told.clear()
        desk.plug("headset")
        await asyncio.sleep(0.1)
        assert desk.told == ["lost", "device_opened", ("ready", True), "open"]

    assert play(act).output.opened == ["", "headset"]


def test_a_chosen_device_that_is_pulled_out_and_plugged_in_again_is_told_of_each_time() -> None:
    async def act(desk: Desk) -> None:
        desk.keeper.name = "headset"
        desk.keeper.want()
        await asyncio.sleep(1)
        for _ in range(2):
            desk.plug("another")
            await asyncio.sleep(1)
            desk.plug("another", "headset")
            await asyncio.sleep(1)

    desk = play(act)
    assert desk.told.count(ChosenDeviceAway) == 2
    assert desk.told.count(("ready", True)) == 3
    assert desk.output.opened == ["headset", "headset", "headset"]


def test_a_device_chosen_while_another_is_being_opened_is_the_one_that_is_opened() -> None:
    async def act(desk: Desk) -> None:
        desk.output.hang()
        desk.keeper.want()
        await asyncio.sleep(0.5)
        desk.keeper.name = "headset"
        desk.keeper.change()
        await asyncio.sleep(0.5)
        desk.output.answer()
        await asyncio.sleep(1)

    desk = play(act)
    assert desk.output.opened[-1] == "headset"
    assert desk.told.count("open") == 1


def test_without_a_device_nobody_is_kept_waiting_and_one_that_comes_is_opened_at_once() -> None:
    async def act(desk: Desk) -> None:
        desk.output.missing = True
        desk.keeper.want()
        await asyncio.sleep(0.1)
        assert desk.keeper.missing
        assert desk.told == ["given up"]
        await asyncio.sleep(3)
        desk.output.missing = False
        desk.keeper.devices_changed()
        await asyncio.sleep(0.1)
        assert not desk.keeper.missing

    assert play(act).told == ["given up", "device_opened", ("ready", True), "open"]


def test_where_nobody_tells_of_devices_one_that_comes_is_found_after_some_time() -> None:
    async def act(desk: Desk) -> None:
        desk.output.missing = True
        desk.keeper.want()
        await asyncio.sleep(1)
        desk.output.missing = False
        await asyncio.sleep(20)

    assert "open" in play(act).told


def test_a_device_that_is_wanted_again_and_again_is_not_looked_for_each_time() -> None:
    async def act(desk: Desk) -> None:
        desk.output.missing = True
        for _ in range(100):
            desk.keeper.want()
            await asyncio.sleep(0.02)

    assert play(act).told.count("given up") <= 5


def test_a_lost_device_is_waited_for_and_no_longer_than_a_listener_waits() -> None:
    async def act(desk: Desk) -> None:
        desk.begin_to_speak()
        desk.keeper.want()
        await asyncio.sleep(1)
        desk.output.dead = desk.output.missing = True
        await desk.watch_for(14)
        assert "given up" not in desk.told
        await desk.watch_for(2)

    desk = play(act)
    assert desk.told.count("lost") == 1
    assert desk.told.count(DeviceLost) > 1
    assert desk.told[-1] == "given up"


def test_a_device_lost_in_silence_is_looked_for_when_it_is_wanted() -> None:
    async def act(desk: Desk) -> None:
        desk.keeper.want()
        await asyncio.sleep(1)
        desk.output.dead = True
        await desk.watch_for(1)
        assert not desk.output.is_open
        desk.keeper.want()
        await asyncio.sleep(0.1)

    desk = play(act)
    assert desk.told.count("open") == 2
    assert DeviceLost not in desk.told


def test_after_a_sleep_what_was_cut_is_said_again_on_a_stream_that_is_new() -> None:
    async def act(desk: Desk) -> None:
        desk.begin_to_speak()
        desk.keeper.want()
        await desk.watch_for(1)
        desk.slept += 3600
        await desk.watch_for(1)

    desk = play(act)
    assert desk.told == ["device_opened", ("ready", True), "open", "device_lost", "lost", *OPENED]


OPENED = ["device_opened", ("ready", True), "open"]


def test_after_a_sleep_in_silence_the_devices_are_looked_at_anew_before_something_is_said() -> None:
    async def act(desk: Desk) -> None:
        desk.keeper.prepare()
        await asyncio.sleep(1)
        desk.keeper.prepare()
        await asyncio.sleep(1)
        desk.slept += 3600
        desk.keeper.prepare()
        await asyncio.sleep(1)

    assert play(act).told == OPENED * 2


@pytest.mark.parametrize("hangs_for", [3.0, 10.0])
def test_a_sound_server_that_hangs_is_waited_for_and_gone_on_with_as_soon_as_it_answers(hangs_for: float) -> None:
    async def act(desk: Desk) -> None:
        desk.begin_to_speak()
        desk.keeper.want()
        await asyncio.sleep(1)
        desk.output.dead = True
        desk.output.hang()
        await desk.watch_for(hangs_for)
        assert (DeviceLost in desk.told) is (hangs_for > 4)
        desk.output.answer()
        await desk.watch_for(0.2)
        assert desk.told[-1] == "open"

    play(act)


def test_a_sound_server_that_hangs_from_the_beginning_keeps_nobody_waiting() -> None:
    async def act(desk: Desk) -> None:
        desk.output.hang()
        desk.begin_to_speak()
        desk.keeper.want()
        await asyncio.sleep(5)
        assert desk.told == ["given up"]
        desk.output.answer()
        await asyncio.sleep(0.2)

    assert play(act).told == ["given up", *OPENED]
