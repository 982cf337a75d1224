"""The sound device, through PyAudio: one mono stream in callback mode, opened, used and closed in one thread.

How it starts and stops decides what a listener feels. The stream rests, opened but not running, until the first period
of a phrase is there: PortAudio then asks for it at once, so it sounds within a millisecond, and only afterwards do the
host's buffers fill, deep enough to bridge an interpreter that is held up for 50 ms. Silence is an abort, which drops
what the host holds. ``Stream.stop_stream`` would play it to its end, and after an abort ``Stream.start_stream`` does
nothing; hence the calls to the C functions below.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import sys
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import NoDevice
from desktop_app.speech.device_feed import DeviceFeed, Tell

if TYPE_CHECKING:
    import pyaudio

_PERIOD = 0.040
"""Seconds the device asks for at a time. ALSA holds three of them: a stall of two is not heard."""

_DEAD_AFTER = 3.0
"""Seconds without a callback after which a running stream is taken for dead."""

_ASLEEP_AFTER = 1.0
"""Seconds without a callback after which a wireless device may have gone to sleep."""

_SOUND_SERVER_RATE = 48_000

_CONTINUE = 0  # pyaudio.paContinue
_UNDERFLOW = 4  # pyaudio.paOutputUnderflow


class AudioOutput(DeviceFeed):
    """Everything but ``mute`` belongs to one thread."""

    def __init__(self, tell: Tell) -> None:
        super().__init__(tell)
        self._library: pyaudio.PyAudio | None = None
        self._stream: Any = None
        self._device = ""
        self._channels = 1
        self._last_callback = 0.0

    @property
    def is_open(self) -> bool:
        return self._stream is not None

    @property
    def alive(self) -> bool:
        """False once a running stream has ended by itself: the sound server died, the device was pulled out."""
        if not self._running:
            return True
        try:
            active = bool(_portaudio().is_stream_active(self._stream._stream))
        except OSError:
            return False
        return active and time.monotonic() - self._last_callback < _DEAD_AFTER

    def devices(self) -> list[str]:
        """The names of the devices one can play on; the list is as old as the library's start."""
        library = self._started_library()
        host = library.get_default_host_api_info()
        index, count = int(host["index"]), int(host["deviceCount"])
        found = [library.get_device_info_by_host_api_device_index(index, number) for number in range(count)]
        return list(dict.fromkeys(str(info["name"]) for info in found if int(info["maxOutputChannels"]) > 0))

    def open(self, device: str) -> None:
        """Opens the named device, or the default; does nothing if it is open. Raises ``NoDevice``."""
        if self._stream is not None and device == self._device:
            return
        self._close_stream()
        try:
            self._open_stream(device)
        except (OSError, ValueError) as error:  # what PortAudio's refusals become
            self.forget_devices()
            raise NoDevice("There is no sound device to speak on.") from error
        self._device = device

    def forget_devices(self) -> None:
        """Ends the library, so that the next use sees the devices that are there then."""
        self._close_stream()
        if self._library is not None:
            library, self._library = self._library, None
            with contextlib.suppress(OSError):
                library.terminate()

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

    def rest(self) -> None:
        """Stops the device without forgetting what is queued; ``flow`` starts it again."""
        if self._running:
            self._abort()
        self._holding = True

    def set_paused(self, *, paused: bool) -> None:
        """Takes effect within a buffer and goes on at the same sample."""
        self._paused = paused
        if paused:
            return
        if self._running and self._may_wait and not self._holding and self._device_is_silent:
            self._abort()
            self._start()
        self.flow()

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

    # The stream

    def _start(self) -> None:
        now = time.monotonic()
        if now - self._last_callback > _ASLEEP_AFTER:
            self._lead_frames = round(self._lead_in * self._rate)
        self._last_callback = now
        if not self._holding:
            self._silent_frames = 0
        self._running = True
        try:
            _portaudio().start_stream(self._stream._stream)
        except OSError:
            self._last_callback = float("-inf")  # `alive` tells

    def _abort(self) -> None:
        self._running = False
        self._more.set()  # the callback may be waiting for sound
        with contextlib.suppress(OSError):  # the stream ended by itself
            _portaudio().abort_stream(self._stream._stream)

    def _callback(self, _in: None, frames: int, times: Mapping[str, float], flags: int) -> tuple[bytes, int]:
        self._last_callback = time.monotonic()
        ahead = min(max(times["output_buffer_dac_time"] - times["current_time"], 0.0), 1.0)
        sound = self.fill(frames, ahead, late=bool(flags & _UNDERFLOW))
        return (sound if self._channels == 1 else _doubled(sound)), _CONTINUE

    def _close_stream(self) -> None:
        if self._stream is None:
            return
        self._abort()
        stream, self._stream = self._stream, None
        self._rate = 0
        with contextlib.suppress(OSError):
            stream.close()
        self._clear()

    def _open_stream(self, device: str) -> None:
        import pyaudio

        library = self._started_library()
        info = self._find(device)
        # ALSA's plug-ins have deep buffers and a callback that may wait; where the hardware's own thread calls, as on
        # macOS and Windows, it may not, and a restart costs more than it brings.
        self._may_wait = library.get_host_api_info_by_index(int(info["hostApi"]))["type"] == pyaudio.paALSA
        rate = self._best_rate(info)
        self._period = self._enough = round(rate * _PERIOD)
        try:
            self._stream, self._channels = self._stream_with(1, rate, info), 1
        except (OSError, ValueError):  # mono is refused
            self._stream, self._channels = self._stream_with(2, rate, info), 2
        self._rate = self._queue.rate = rate
        self._last_callback = float("-inf")
        self._depth = round(self._stream.get_output_latency() * rate) + self._period
        self._holding = True

    def _stream_with(self, channels: int, rate: int, info: Mapping[str, Any]) -> pyaudio.PyAudio.Stream:
        import pyaudio

        return self._started_library().open(
            rate=rate,
            channels=channels,
            format=pyaudio.paInt16,
            output=True,
            output_device_index=int(info["index"]),
            frames_per_buffer=self._period,
            start=False,
            stream_callback=self._callback,
        )

    def _best_rate(self, info: Mapping[str, Any]) -> int:
        """The device's own rate. PortAudio reports 44.1 kHz for every ALSA plug-in, while sound servers run at 48."""
        import pyaudio

        rate = int(info["defaultSampleRate"])
        if not self._may_wait or rate == _SOUND_SERVER_RATE:
            return rate
        with contextlib.suppress(ValueError):
            self._started_library().is_format_supported(
                _SOUND_SERVER_RATE,
                output_device=int(info["index"]),
                output_channels=1,
                output_format=pyaudio.paInt16,
            )
            return _SOUND_SERVER_RATE
        return rate

    def _find(self, device: str) -> Mapping[str, Any]:
        """The named device, or the default where it is not there (it may have been unplugged)."""
        library = self._started_library()
        if device:
            for index in range(library.get_device_count()):
                info: Mapping[str, Any] = library.get_device_info_by_index(index)
                if info["name"] == device and int(info["maxOutputChannels"]) > 0:
                    return info
        default: Mapping[str, Any] = library.get_default_output_device_info()
        return default

    def _started_library(self) -> pyaudio.PyAudio:
        if self._library is None:
            import pyaudio

            _silence_alsa()
            with _quiet_stderr():
                self._library = pyaudio.PyAudio()
        return self._library


def _portaudio() -> Any:
    import pyaudio

    return pyaudio._portaudio


def _doubled(mono: bytes) -> bytes:
    """The same sound on two channels."""
    import numpy as np

    return np.repeat(np.frombuffer(mono, dtype="<i2"), 2).tobytes()


@functools.cache
def _silence_alsa() -> object:
    """Keeps what the C library would print about every late buffer out of the user's terminal, for good."""
    if not sys.platform.startswith("linux"):
        return None
    handler = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)(
        lambda *_what: None
    )
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(handler)
    return handler  # cached, and so kept: the library holds no reference


@contextlib.contextmanager
def _quiet_stderr() -> Iterator[None]:
    """ALSA and JACK write pages about devices that are not there, from C, straight to the descriptor."""
    if sys.platform in {"win32", "darwin"}:
        yield
        return
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
