"""The sound library: which devices there are, and streams on them. All of it belongs to one thread.

How a stream starts and stops decides what a listener feels. Silence is an abort, which drops what the host holds.
``Stream.stop_stream`` would play it to its end, and after an abort ``Stream.start_stream`` does nothing; hence the
calls to the C functions below.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import itertools
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import NoDevice

if TYPE_CHECKING:
    import pyaudio

_PERIOD = 0.040
"""Seconds the device asks for at a time. ALSA holds three of them: a stall of two is not heard."""

_SOUND_SERVER_RATE = 48_000

_WAYS_TO_THE_SOUND_SERVER = ("pulse", "pipewire")
"""What ALSA calls them."""

_SINK_VARIABLES = ("PULSE_SINK", "PIPEWIRE_NODE")
"""By these the sound servers' ALSA plug-ins, which know but one device, are told on which sink to play."""

_CONTINUE = 0  # pyaudio.paContinue
_UNDERFLOW = 4  # pyaudio.paOutputUnderflow

_one_at_a_time = threading.Lock()
"""The library's own lists stand no second thread; one is there where the first hangs in ``OpenStream.start``."""

Fill = Callable[[int, float, bool], bytes]
"""Called in a thread of the library's: so many frames, the first of them heard in so many seconds, and whether the
device has run dry. Mono 16-bit samples."""


class OpenStream:
    """A stream that rests, opened but not running. ``depth``: the frames that it may hold and nobody has heard."""

    def __init__(self, rate: int, channels: int, *, may_wait: bool) -> None:
        self.rate = rate
        self.period = round(rate * _PERIOD)
        self.may_wait = may_wait
        """Whether the callback may wait for sound that is late."""
        self.depth = self.period
        self._channels = channels
        self._stream: Any = None

    @property
    def active(self) -> bool:
        """From any thread, as long as it is not closed: False once it has ended by itself."""
        try:
            return bool(_portaudio().is_stream_active(self._stream._stream))
        except OSError:
            return False

    def start(self) -> None:
        """Raises ``OSError`` where the device is gone, or never returns.

        Where ALSA cannot start, as with a stream that died while it rested, the library's own thread ends with a lock
        that this one then waits for.
        """
        _portaudio().start_stream(self._stream._stream)

    def abort(self) -> None:
        with contextlib.suppress(OSError):  # the stream ended by itself
            _portaudio().abort_stream(self._stream._stream)

    def close(self) -> None:
        """It is not to be used again."""
        self.abort()
        with _one_at_a_time, contextlib.suppress(OSError):
            self._stream.close()

    def open_on(self, library: pyaudio.PyAudio, index: int, fill: Fill) -> None:
        import pyaudio

        def callback(_in: None, frames: int, times: Mapping[str, float], flags: int) -> tuple[bytes, int]:
            ahead = min(max(times["output_buffer_dac_time"] - times["current_time"], 0.0), 1.0)
            sound = fill(frames, ahead, bool(flags & _UNDERFLOW))
            return (sound if self._channels == 1 else _doubled(sound)), _CONTINUE

        self._stream = library.open(
            rate=self.rate,
            channels=self._channels,
            format=pyaudio.paInt16,
            output=True,
            output_device_index=index,
            frames_per_buffer=self.period,
            start=False,
            stream_callback=callback,
        )
        self.depth = round(self._stream.get_output_latency() * self.rate) + self.period


class PortAudio:
    """The library is started when it is first used, and again after ``forget``: its list of devices is as old."""

    def __init__(self) -> None:
        self._library: pyaudio.PyAudio | None = None

    def devices(self) -> list[str]:
        """The names of the devices one can play on."""
        with _one_at_a_time:
            library = self._started()
        host = library.get_default_host_api_info()
        index, count = int(host["index"]), int(host["deviceCount"])
        found = [library.get_device_info_by_host_api_device_index(index, number) for number in range(count)]
        return list(dict.fromkeys(str(info["name"]) for info in found if int(info["maxOutputChannels"]) > 0))

    def open(self, device: str, sink: str, fill: Fill) -> OpenStream:
        """Opens the device of that name, or the default where there is none; ``sink``: of the sound server.

        Raises ``NoDevice``; the next call looks at the devices that are there then.
        """
        try:
            with _one_at_a_time, _quiet_stderr():
                return self._open(device, sink, fill)
        except (OSError, ValueError) as error:  # what PortAudio's refusals become
            self.forget()
            raise NoDevice("There is no sound device to speak on.") from error

    def forget(self) -> None:
        """Ends the library; no stream of it may be open any more."""
        if self._library is not None:
            library, self._library = self._library, None
            with _one_at_a_time, contextlib.suppress(OSError):
                library.terminate()

    def _open(self, device: str, sink: str, fill: Fill) -> OpenStream:
        if sink:
            with contextlib.suppress(OSError, ValueError), _told_to_play_on(sink):  # gone since it was listed
                return self._open_on(self._way_to_sinks(), fill)
        return self._open_on(self._find(device), fill)

    def _open_on(self, info: Mapping[str, Any], fill: Fill) -> OpenStream:
        import pyaudio

        library = self._started()
        # ALSA's plug-ins have deep buffers and a callback that may wait; where the hardware's own thread calls, as on
        # macOS and Windows, it may not, and a restart costs more than it brings.
        may_wait = library.get_host_api_info_by_index(int(info["hostApi"]))["type"] == pyaudio.paALSA
        rates = _rates(int(info["defaultSampleRate"]), may_wait=may_wait)
        for rate, channels in itertools.product(rates, (1, 2)):  # some refuse mono
            stream = OpenStream(rate, channels, may_wait=may_wait)
            try:
                stream.open_on(library, int(info["index"]), fill)
            except (OSError, ValueError) as error:
                refused = error
                if channels == 2 and error.args[0] != pyaudio.paInvalidSampleRate:
                    break
            else:
                return stream
        raise refused

    def _find(self, device: str) -> Mapping[str, Any]:
        """The named device, or the default where it is not there (it may have been unplugged)."""
        found = self._named(device) if device else None
        return found if found is not None else self._default()

    def _way_to_sinks(self) -> Mapping[str, Any]:
        """The device of ALSA's behind which the sound server is."""
        ways = (self._named(name) for name in _WAYS_TO_THE_SOUND_SERVER)
        return next((info for info in ways if info is not None), None) or self._default()

    def _named(self, device: str) -> Mapping[str, Any] | None:
        library = self._started()
        for index in range(library.get_device_count()):
            info: Mapping[str, Any] = library.get_device_info_by_index(index)
            if info["name"] == device and int(info["maxOutputChannels"]) > 0:
                return info
        return None

    def _default(self) -> Mapping[str, Any]:
        default: Mapping[str, Any] = self._started().get_default_output_device_info()
        return default

    def _started(self) -> pyaudio.PyAudio:
        if self._library is None:
            import pyaudio

            _silence_alsa()
            with _quiet_stderr():
                self._library = pyaudio.PyAudio()
        return self._library


def _rates(usual: int, *, may_wait: bool) -> list[int]:
    """Those to be tried: PortAudio reports 44.1 kHz for every ALSA plug-in, while sound servers run at 48.

    It is asked by opening: ``is_format_supported`` holds the interpreter, and with it the window, for as long as the
    sound server is silent.
    """
    return list(dict.fromkeys((_SOUND_SERVER_RATE, usual))) if may_wait else [usual]


def _portaudio() -> Any:
    import pyaudio

    return pyaudio._portaudio


def _doubled(mono: bytes) -> bytes:
    """The same sound on two channels."""
    import numpy as np

    return np.repeat(np.frombuffer(mono, dtype="<i2"), 2).tobytes()


@contextlib.contextmanager
def _told_to_play_on(sink: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _SINK_VARIABLES}
    os.environ.update(dict.fromkeys(_SINK_VARIABLES, sink))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


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
