"""Keeps a device under the speech: opens it, notices when it is gone, and gets it or another one back.

The device that is wanted is the one the listener chose, or the system's default. Where the chosen one is not there, the
default stands in for it until it is. A sound server that has a default moves what plays there by itself when another
becomes the default; elsewhere the default is looked for anew when something will soon be said.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress

from desktop_app.domain.errors import ChosenDeviceAway, DeviceError, DeviceLost, NoDevice
from desktop_app.speech.background import Background
from desktop_app.speech.pipeline_ports import Output
from desktop_app.speech.playlist import Playlist
from desktop_app.speech.sound.sleep_clock import seconds_slept

_RETRY_SECONDS = 0.5
_GIVE_UP_SECONDS = 15.0
_LOOK_AGAIN_SECONDS = 20.0
"""Between looks for a device where none is and nothing tells when one comes: a look costs 20 ms of one core."""

_OLD_SECONDS = 5.0
"""The age from which the library's list of devices is read anew before speech, where nobody tells of changes."""

_SLEPT_SECONDS = 1.0

_HANGS_AFTER = 4.0
"""Seconds for opening a device, which takes 50 ms, or a second where it is wireless."""

_DEFAULT_IS_FOLLOWED = sys.platform != "darwin"
"""Whether what plays on the system's default goes where the default goes."""

Event = Callable[[str, str, dict[str, object]], None]


class DeviceKeeper:
    """Opens the device that is wanted, and watches over it.

    ``on_lost`` is called when it is gone, ``on_trouble`` with why there is none or another one, ``on_ready`` when there
    is one (whether that which was chosen), ``on_open`` when what is not over is to be played, from the phrase that was
    cut; ``on_given_up`` when none could be had.
    """

    def __init__(
        self,
        output: Output,
        playlist: Playlist,
        background: Background,
        event: Event,
        *,
        on_lost: Callable[[], None],
        on_trouble: Callable[[DeviceError], None],
        on_ready: Callable[[bool], None],
        on_open: Callable[[], None],
        on_given_up: Callable[[], None],
        slept: Callable[[], float] = seconds_slept,
    ) -> None:
        self.name = ""
        """The device the listener chose; empty for the default."""
        self._output = output
        self._list = playlist
        self._background = background
        self._event = event
        self._on_lost = on_lost
        self._on_trouble = on_trouble
        self._on_ready = on_ready
        self._on_open = on_open
        self._on_given_up = on_given_up
        self._slept = slept
        self._slept_before = slept()
        self._search: asyncio.Task[None] | None = None
        self._look_now = asyncio.Event()
        self._looked = float("-inf")
        self._patient_until = 0.0
        self._given_up = False
        self._told_away = ""
        self._ever_opened = False

    @property
    def missing(self) -> bool:
        """None could be had a moment ago: nobody should wait for one."""
        return self._given_up and not self._output.is_open

    def want(self) -> None:
        """Something is to be said: opens the device if it is not open. ``on_open`` or ``on_given_up`` follows."""
        if self._output.is_open:
            return
        if self._search is None:
            self._look_for_one()
        elif self._given_up and _now() - self._looked >= _RETRY_SECONDS:
            self._given_up = False
            self._look_now.set()

    def prepare(self) -> None:
        """Something will soon be said: the same, on the device that is the default by then."""
        if not self._list.turns and (self._woke() or self._outdated()):
            self._output.forget_devices()
        self._look_around()
        self.want()

    def change(self) -> None:
        """Goes to the device that is wanted now; what is being said begins again there."""
        self._told_away = ""
        if self._output.is_open:
            self._output.close()
            self._on_lost()
            self._look_for_one()
        else:
            self._look_now.set()

    def devices_changed(self) -> None:
        """Devices came or went."""
        self._look_now.set()
        self._look_around()

    def watch(self) -> None:
        """To be called again and again while something is said."""
        woke = self._woke()
        if self._search is not None:
            return
        if not self._output.alive:
            self._lose("gone")
        elif woke and self._output.is_open:
            self._lose("slept")

    def _woke(self) -> bool:
        """Whether the machine has slept since this was last asked."""
        before, self._slept_before = self._slept_before, self._slept()
        return self._slept_before - before > _SLEPT_SECONDS

    def _outdated(self) -> bool:
        """Whether another device than the one that is open may be meant by now."""
        if self._output.tells_changes or _now() - self._looked < _OLD_SECONDS:
            return False
        return not self._output.plays_on(self.name) if self.name else not _DEFAULT_IS_FOLLOWED

    def _lose(self, why: str) -> None:
        self._event("device_lost", next(iter(self._list.turns), ""), {"why": why})
        self._output.forget_devices()
        self._on_lost()
        if self._list.turns:
            self._look_for_one()

    def _look_around(self) -> None:
        """The chosen device may be gone, so that another plays for it, or be back."""
        output = self._output
        if not output.is_open:
            return
        if output.plays_on(self.name):
            if self._told_away:
                self._told_away = ""
                self._on_ready(True)
        elif output.is_there(self.name):
            self.change()
        elif self._told_away != self.name:
            self._told_away = self.name
            self._on_trouble(ChosenDeviceAway("The chosen sound device is not connected; another one plays."))

    def _look_for_one(self) -> None:
        self._patient_until = _now() + (_GIVE_UP_SECONDS if self._ever_opened else 0.0)
        self._given_up = False
        self._search = search = self._background.start(self._open_one(), "get a device")
        search.add_done_callback(self._ended)

    def _ended(self, search: asyncio.Task[None]) -> None:
        if self._search is search:
            self._search = None

    async def _open_one(self) -> None:
        while not await self._try():
            self._tell_missing()
            with suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_AGAIN_SECONDS if self._given_up else _RETRY_SECONDS):
                    await self._look_now.wait()
        self._search = None
        self._given_up = False
        self._ever_opened = True
        self._event("device_opened", next(iter(self._list.turns), ""), {"rate": self._output.rate})
        self._on_ready(self._output.plays_on(self.name))
        self._look_around()
        if self._output.is_open:
            self._on_open()

    async def _try(self) -> bool:
        """Whether the device that is wanted, or one in its place, is open. A server that hangs is waited for."""
        while True:
            self._look_now.clear()
            self._looked = _now()
            name = self.name
            try:
                async with asyncio.timeout(_HANGS_AFTER):
                    await self._output.open(name)
            except NoDevice:
                return False
            except TimeoutError:
                self._tell_missing()
            else:
                if name == self.name:
                    return True

    def _tell_missing(self) -> None:
        if not self._given_up and _now() < self._patient_until:
            self._on_trouble(DeviceLost("The sound device is gone; speech goes on when it is back."))
            return
        self._given_up = True
        self._ever_opened = False
        self._on_given_up()


def _now() -> float:
    return asyncio.get_running_loop().time()
