"""Keeps a device under the speech: opens it, notices when it is gone, and gets it or another one back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from desktop_app.domain.errors import DeviceLost, NoDevice
from desktop_app.speech.background import Background
from desktop_app.speech.pipeline_ports import Output
from desktop_app.speech.playlist import Playlist

_RETRY_SECONDS = 0.5
_GIVE_UP_SECONDS = 15.0

Event = Callable[[str, str, dict[str, object]], None]


class DeviceKeeper:
    """Opens the device that is wanted, and watches over it.

    ``on_lost`` is called when it is gone, ``on_missing`` with why while none is found, ``on_back`` when speech can go
    on, and ``on_given_up`` when it cannot.
    """

    def __init__(
        self,
        output: Output,
        playlist: Playlist,
        background: Background,
        event: Event,
        *,
        on_lost: Callable[[], None],
        on_missing: Callable[[DeviceLost], None],
        on_back: Callable[[], None],
        on_given_up: Callable[[], None],
    ) -> None:
        self.name = ""
        """The device the listener chose; empty for the default."""
        self._output = output
        self._list = playlist
        self._background = background
        self._event = event
        self._on_lost = on_lost
        self._on_missing = on_missing
        self._on_back = on_back
        self._on_given_up = on_given_up
        self._recovery: asyncio.Task[None] | None = None
        self._tried = float("-inf")

    @property
    def recovering(self) -> bool:
        return self._recovery is not None

    def open(self) -> bool:
        """Whether a device is open; one that could not be had is not asked for again at once."""
        if self._output.is_open:
            return True
        now = asyncio.get_running_loop().time()
        if self.recovering or now - self._tried < _RETRY_SECONDS:
            return False
        self._tried = now
        try:
            self._output.open(self.name)
        except NoDevice:
            return False
        self._tell_opened()
        return True

    def forget(self) -> None:
        """The next ``open`` looks at the devices that are there then."""
        self._output.forget_devices()
        self._tried = float("-inf")

    def watch(self) -> None:
        """To be called again and again while something is said."""
        if self.recovering or self._output.alive:
            return
        turn_id = next(iter(self._list.turns), "")
        self._event("device_lost", turn_id, {})
        self._output.forget_devices()
        self._on_lost()
        if turn_id:
            self._recovery = self._background.start(self._recover(), "get the device back")

    def cancel(self) -> None:
        recovery, self._recovery = self._recovery, None
        if recovery is not None:
            recovery.cancel()

    async def _recover(self) -> None:
        clock = asyncio.get_running_loop().time
        give_up = clock() + _GIVE_UP_SECONDS
        while True:
            with suppress(NoDevice):
                self._output.open(self.name)
                break
            self._on_missing(DeviceLost("The sound device is gone; speech goes on when it is back."))
            if clock() >= give_up:
                self._recovery = None
                self._on_given_up()
                return
            await asyncio.sleep(_RETRY_SECONDS)
        self._recovery = None
        self._tell_opened()
        self._on_back()

    def _tell_opened(self) -> None:
        self._event("device_opened", next(iter(self._list.turns), ""), {"rate": self._output.rate})
