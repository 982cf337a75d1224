"""The sound device: one mono stream, opened, used and closed in a thread of its own.

The stream rests, opened but not running, until the first period of a phrase is there: PortAudio then asks for it at
once, so it sounds within a millisecond, and only afterwards do the host's buffers fill, deep enough to bridge an
interpreter that is held up for 50 ms. Silence is an abort, which drops what the host holds.

A sound server that hangs, as it does while a machine goes to sleep, holds up the device's thread and nobody else: its
stream is given up, and what its callback may still ask for is silence.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from desktop_app.speech.sound.device_feed import DeviceFeed, Tell
from desktop_app.speech.sound.device_thread import DeviceThread
from desktop_app.speech.sound.pcm import SAMPLE_BYTES
from desktop_app.speech.sound.portaudio import OpenStream, PortAudio
from desktop_app.speech.sound.sound_server import Sink, SoundServer

_DEAD_AFTER = 3.0
"""Seconds without a callback after which a running stream is taken for dead."""

_ASLEEP_AFTER = 1.0
"""Seconds without a callback after which a wireless device may have gone to sleep."""

_ABORT_PATIENCE = 0.3
"""Seconds for what takes 2 ms, and 10 on a bad day. A sound server that needs longer hangs."""

_START_PATIENCE = 1.0
"""Seconds for what takes 1 ms. A device that needs longer died just before, and the library waits for it for ever."""

_CLOSING_PATIENCE = 1.0
_SINKS_PATIENCE = 0.5
"""Seconds for the sound server to name its sinks."""

_THE_DEFAULT = {"default", "sysdefault", "pulse", "pipewire"}
"""ALSA's names for the way to the sound server, whose sinks are listed one by one."""


class AudioOutput(DeviceFeed):
    """Everything but ``mute`` belongs to one thread. ``on_change`` is called in another, when devices come or go."""

    def __init__(self, tell: Tell, on_change: Callable[[], None] = lambda: None) -> None:
        super().__init__(tell)
        self._thread = DeviceThread()
        self._library = PortAudio()
        self._server = SoundServer(on_change)
        self._names: list[str] = []
        self._stream: OpenStream | None = None
        self._valve: _Valve | None = None
        self._device = ""
        self._sink: Sink | None = None
        self._connection = 0
        self._lost = False
        self._starting: Future[None] | None = None
        self._started = 0.0
        self._last_callback = 0.0

    @property
    def is_open(self) -> bool:
        return self._stream is not None

    @property
    def alive(self) -> bool:
        """False once the stream has ended by itself: the sound server died or hangs, the device was pulled out."""
        if self._lost:
            return False
        if self._stream is None or self._muted:  # aborted, and its owner has yet to hear of the stop
            return True
        if not self._running:
            return self._connection in {0, self._server.connection}
        if self._starting is not None and not self._starting.done():
            return time.monotonic() - self._started < _START_PATIENCE
        return self._stream.active and time.monotonic() - self._last_callback < _DEAD_AFTER

    @property
    def tells_changes(self) -> bool:
        """Whether a sound server tells of itself when devices come or go."""
        return bool(self._server.sinks)

    def plays_on(self, device: str) -> bool:
        """Whether it is this one that is open, and not one that stands in for it."""
        if self._stream is None or device != self._device:
            return False
        if self._sink is not None:
            return self._sink in self._server.sinks  # else the server has moved the sound to another
        return not device or device in self._names

    def is_there(self, device: str) -> bool:
        """Whether it can be played on, as far as is known without asking the device's thread."""
        return not device or self._server.find(device) is not None or device in self._names

    async def devices(self, *, rescan: bool = False) -> list[str]:
        """The names of the devices one can play on. ``rescan``: closes the stream and looks for them anew."""
        if rescan:
            self.forget_devices()
        self._names = await self._thread.ask(self._list)
        sinks = [sink.label for sink in self._server.sinks]
        return sinks + [name for name in self._names if not sinks or name not in _THE_DEFAULT]

    async def open(self, device: str) -> None:
        """Opens the named device, or the default; does nothing if it is open. Raises ``NoDevice``."""
        if self._stream is not None and self.plays_on(device):
            return
        self.close()
        valve = _Valve(self._filled)
        stream, sink, names, connection = await self._thread.ask(
            lambda: self._open(device, valve), lambda opened: opened[0].close()
        )
        self._stream, self._sink, self._names, self._valve = stream, sink, names, valve
        self._device, self._connection = device, connection
        self._may_wait = stream.may_wait
        self._rate = self._queue.rate = stream.rate
        self._period = self._enough = stream.period
        self._depth = stream.depth
        self._last_callback = float("-inf")
        self._holding = True

    def close(self) -> None:
        """Returns at once; what was queued is forgotten."""
        self._lost = False
        if self._stream is not None:
            self._give_up()

    def forget_devices(self) -> None:
        """Ends the library too, so that the next use sees the devices that are there then."""
        self.close()
        self._thread.begin(self._library.forget)

    def shut_down(self) -> None:
        """Nothing is to be done with it afterwards. Waits a second at most for a sound server that hangs."""
        self._server.end()
        self.forget_devices()
        self._thread.end(_CLOSING_PATIENCE)

    def flow(self) -> None:
        """To be called after something was put: starts the device if it rests and there is enough to begin with."""
        if self._stream is None or self._paused or self._muted:
            return
        if self._running:
            self._flow_while_running()
        elif self._release():
            self._start()

    def run_silently(self) -> None:
        """Starts the device on silence: a wireless speaker wakes before the first word, not on it."""
        if self._stream is not None and not self._running and not self._muted:
            self._silent_frames = self._depth
            self._start()

    def set_paused(self, *, paused: bool) -> None:
        """Takes effect within a buffer and goes on at the same sample."""
        self._paused = paused
        if paused:
            return
        if self._running and self._may_wait and not self._holding and self._device_is_silent:
            self._abort()
            self._start()
        self.flow()

    def mute(self) -> int:
        """From any thread: silence at once, until ``silence`` is called with the number returned.

        The device's thread hears of it straight away, so that it does not wait for the one that calls ``silence``.
        """
        number = super().mute()
        if (stream := self._stream) is not None and self._running:
            self._thread.begin(stream.abort)
        return number

    def silence(self, mute: int | None = None) -> None:
        """Forgets everything queued and everything in the device: nothing of it is heard any more."""
        if self._running:
            self._abort()
        self._clear()
        if mute is not None:
            self._mutes_done = max(self._mutes_done, mute)

    def _flow_while_running(self) -> None:
        """What the device still holds may be silence: dropping it brings new sound forward by its whole depth."""
        restart = self._may_wait and self._device_is_silent
        if restart and self._holding and self._ready():
            self._abort()
        if self._release() and not self._running:
            self._start()

    def _start(self) -> None:
        if self._stream is None:  # given up a moment ago
            return
        if not self.alive:
            self._give_up()
            self._lost = True
            return
        now = time.monotonic()
        if now - self._last_callback > _ASLEEP_AFTER:
            self._lead_frames = round(self._lead_in * self._rate)
        self._last_callback = self._started = now
        if not self._holding:
            self._silent_frames = 0
        self._running = True
        self._starting = self._thread.begin(partial(self._start_stream, self._stream))

    def _abort(self) -> None:
        self._running = False
        self._more.set()  # the callback may be waiting for sound
        if self._stream is None:
            return
        try:
            self._thread.call(self._stream.abort, _ABORT_PATIENCE)
        except TimeoutError:
            self._give_up()
            self._lost = True

    def _give_up(self) -> None:
        """The stream is closed as soon as the device's thread comes to it; from now on nothing of it is heard."""
        assert self._stream is not None
        assert self._valve is not None
        stream, self._stream = self._stream, None
        self._running = False
        self._more.set()
        self._valve.shut()
        self._rate = 0
        self._thread.begin(stream.close)
        if self._starting is not None and not self._starting.done():
            self._leave_thread_behind()
        self._starting = None
        self._clear()

    def _leave_thread_behind(self) -> None:
        """It may hang for good. Another one goes on, with a library that is not ended before the program is."""
        self._thread.end(0.0)
        self._thread, self._library = DeviceThread(), PortAudio()

    # In the device's thread

    def _open(self, device: str, valve: _Valve) -> tuple[OpenStream, Sink | None, list[str], int]:
        self._server.begin()
        if device:
            self._server.wait(_SINKS_PATIENCE)
        sink = self._server.find(device)
        stream = self._library.open(device, sink.name if sink is not None else "", valve.fill)
        return stream, sink, self._library.devices(), self._server.connection

    def _list(self) -> list[str]:
        self._server.wait(_SINKS_PATIENCE)
        try:
            return self._library.devices()
        except OSError:  # the library knows of no way to play sound
            return []

    def _start_stream(self, stream: OpenStream) -> None:
        try:
            stream.start()
        except OSError:
            if stream is self._stream:
                self._last_callback = float("-inf")  # `alive` tells

    # In the library's

    def _filled(self, frames: int, ahead: float, late: bool) -> bytes:  # noqa: FBT001 - as the library asks
        self._last_callback = time.monotonic()
        return self.fill(frames, ahead, late=late)


class _Valve:
    """Between the sound and one stream: once shut, that stream gets silence and takes nothing from the queue."""

    def __init__(self, fill: Callable[[int, float, bool], bytes]) -> None:
        self._fill = fill
        self._lock = threading.Lock()
        self._open = True

    def fill(self, frames: int, ahead: float, late: bool) -> bytes:  # noqa: FBT001 - as the library asks
        with self._lock:
            return self._fill(frames, ahead, late) if self._open else bytes(frames * SAMPLE_BYTES)

    def shut(self) -> None:
        """Waits for a callback that is at work, which it is for some 0.1 ms."""
        with self._lock:
            self._open = False
