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
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import NoDevice
from desktop_app.speech.pcm import FADE_SECONDS, SAMPLE_BYTES, faded, loudness
from desktop_app.speech.sample_queue import SampleQueue

if TYPE_CHECKING:
    import pyaudio

_PERIOD = 0.040
"""Seconds the device asks for at a time. ALSA holds three of them: a stall of two is not heard."""

_DEAD_AFTER = 3.0
"""Seconds without a callback after which a running stream is taken for dead."""

_MOST_IN_HAND = 0.8
"""Seconds of a phrase gathered before it begins, where a voice has proved slow; at first it is one period."""

_MARGIN = 0.008
"""Seconds of sound that must be left in the host when the callback stops waiting for more."""

_SOUND_SERVER_RATE = 48_000

_CONTINUE = 0  # pyaudio.paContinue
_UNDERFLOW = 4  # pyaudio.paOutputUnderflow

Tell = Callable[[object, float], None]


class AudioOutput:
    """Everything but ``mute`` belongs to one thread.

    ``tell(mark, moment)`` is called in the callback's thread when a mark is handed to the device; ``moment`` is the
    ``time.monotonic`` at which it will be heard. It must not block and must not raise.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._queue = SampleQueue()
        self._library: pyaudio.PyAudio | None = None
        self._stream: Any = None
        self._device = ""
        self._rate = 0
        self._channels = 1
        self._period = 0
        self._enough = 0
        self._deep = False
        self._depth = 0
        self._running = False
        # Shared with the callback.
        self._holding = True
        self._hold_lock = threading.Lock()
        self._more = threading.Event()
        self._paused = False
        self._was_paused = False
        self._mutes_asked = 0
        self._mutes_done = 0
        self._silent_frames = 0
        self._last_callback = 0.0
        self._late_callbacks = 0
        self._recent: deque[tuple[float, bytes]] = deque(maxlen=16)

    # Devices

    @property
    def rate(self) -> int:
        """Samples a second of the open stream; 0 while none is open."""
        return self._rate

    @property
    def is_open(self) -> bool:
        return self._stream is not None

    def devices(self) -> list[str]:
        """The names of the devices one can play on; the list is as old as the library's start."""
        library = self._started_library()
        host = library.get_default_host_api_info()
        index = int(host["index"])
        found = [
            library.get_device_info_by_host_api_device_index(index, number)
            for number in range(int(host["deviceCount"]))
        ]
        return list(dict.fromkeys(str(info["name"]) for info in found if int(info["maxOutputChannels"]) > 0))

    def open(self, device: str) -> None:
        """Opens the named device, or the default; does nothing if it is open. Raises ``NoDevice``."""
        if self._stream is not None and device == self._device:
            return
        self.close_stream()
        try:
            self._open_stream(device)
        except (OSError, ValueError) as error:  # what PortAudio's refusals become
            self.forget_devices()
            raise NoDevice("There is no sound device to speak on.") from error
        self._device = device

    def forget_devices(self) -> None:
        """Ends the library, so that the next use sees the devices that are there then."""
        self.close_stream()
        if self._library is not None:
            library, self._library = self._library, None
            with contextlib.suppress(OSError):
                library.terminate()

    def close_stream(self) -> None:
        if self._stream is None:
            return
        stream, self._stream = self._stream, None
        self._rate = 0
        self._running = False
        self._more.set()
        with contextlib.suppress(OSError):
            _portaudio().abort_stream(stream._stream)
        with contextlib.suppress(OSError):
            stream.close()
        self._queue.clear()

    # Sound

    def put_sound(self, sound: bytes) -> None:
        """Appends mono 16-bit samples at ``rate``."""
        self._queue.put_sound(sound)
        self._more.set()

    def put_silence(self, seconds: float) -> None:
        self._queue.put_silence(round(seconds * self._rate))
        self._more.set()

    def put_mark(self, mark: object, *, opens: bool = False, closes: bool = False) -> None:
        if opens:  # caution wears off, phrase by phrase
            self._enough = max(self._period, self._enough - self._enough // 8)
        self._queue.put_mark(mark, opens=opens, closes=closes)
        self._more.set()

    def flow(self) -> None:
        """To be called after something was put: starts the device if it rests and there is enough to begin with."""
        if self._stream is None or self._paused or self._muted:
            return
        with self._hold_lock:
            if not self._holding or not self._ready():
                return
            if self._running and (not self._deep or self._silent_frames < self._depth):
                self._holding = False
                return
        # What the host still holds is silence: dropping it brings the new sound forward by the depth of its buffers.
        if self._running:
            self._abort()
        self._start(holding=False)

    def run_silently(self) -> None:
        """Starts the device on silence: a wireless speaker wakes before the first word, not on it."""
        if self._stream is not None and not self._running and not self._muted:
            self._start(holding=True)

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
        if self._running and self._deep and not self._holding and self._silent_frames >= self._depth:
            self._abort()
            self._start(holding=False)
        self.flow()

    def mute(self) -> int:
        """From any thread: silence from the next callback on, until ``silence`` is called with the number returned."""
        self._mutes_asked += 1
        self._more.set()
        return self._mutes_asked

    def silence(self, mute: int | None = None) -> None:
        """Forgets everything queued and everything in the device: nothing of it is heard any more."""
        if self._running:
            self._abort()
        self._queue.clear()
        self._recent.clear()
        self._holding = True
        self._was_paused = False
        if mute is not None:
            self._mutes_done = max(self._mutes_done, mute)

    # What it can tell

    @property
    def queued_seconds(self) -> float:
        """The sound and silence that are still to be handed to the device."""
        return self._queue.frames / self._rate if self._rate else 0.0

    @property
    def underruns(self) -> int:
        """How often a phrase was interrupted: its sound was not made in time, or the callback came too late."""
        return self._queue.underruns + self._late_callbacks

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

    def level(self) -> float:
        """How loud it is at the device now, 0 to 1."""
        now = time.monotonic()
        sound = b""
        for moment, piece in tuple(self._recent):
            if moment <= now:
                sound = piece
        return loudness(sound)

    # Inside

    @property
    def _muted(self) -> bool:
        return self._mutes_asked != self._mutes_done

    def _ready(self) -> bool:
        return not self._queue.empty and (self._queue.frames >= self._enough or not self._queue.awaits_more)

    def _open_stream(self, device: str) -> None:
        import pyaudio

        info = self._find(device)
        host = self._started_library().get_host_api_info_by_index(int(info["hostApi"]))
        # ALSA's plug-ins have deep buffers and a callback that may wait; where the hardware's own thread calls, as on
        # macOS and Windows, it may not, and a restart costs more than it brings.
        self._deep = host["type"] == pyaudio.paALSA
        rate = self._best_rate(info)
        self._period = self._enough = round(rate * _PERIOD)
        for channels in (1, 2):
            try:
                self._stream = self._started_library().open(
                    rate=rate,
                    channels=channels,
                    format=pyaudio.paInt16,
                    output=True,
                    output_device_index=int(info["index"]),
                    frames_per_buffer=self._period,
                    start=False,
                    stream_callback=self._callback,
                )
            except (OSError, ValueError):
                if channels == 2:
                    raise
            else:
                self._channels = channels
                break
        self._rate = rate
        self._depth = round(self._stream.get_output_latency() * rate) + self._period
        self._holding = True

    def _best_rate(self, info: Mapping[str, Any]) -> int:
        """The device's own rate. PortAudio reports 44.1 kHz for every ALSA plug-in, while sound servers run at 48."""
        import pyaudio

        rate = int(info["defaultSampleRate"])
        if not self._deep or rate == _SOUND_SERVER_RATE:
            return rate
        with contextlib.suppress(ValueError):
            if self._started_library().is_format_supported(
                _SOUND_SERVER_RATE,
                output_device=int(info["index"]),
                output_channels=1,
                output_format=pyaudio.paInt16,
            ):
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

    def _start(self, *, holding: bool) -> None:
        self._holding = holding
        self._silent_frames = self._depth if holding else 0
        self._last_callback = time.monotonic()
        self._running = True
        try:
            _portaudio().start_stream(self._stream._stream)
        except OSError:
            self._last_callback = float("-inf")  # `alive` tells

    def _abort(self) -> None:
        self._running = False
        self._more.set()
        with contextlib.suppress(OSError):  # the stream ended by itself
            _portaudio().abort_stream(self._stream._stream)

    def _callback(self, _in: None, frames: int, times: Mapping[str, float], flags: int) -> tuple[bytes, int]:
        now = time.monotonic()
        self._late_callbacks += bool(flags & _UNDERFLOW and not self._silent_frames)
        self._last_callback = now
        ahead = min(max(times["output_buffer_dac_time"] - times["current_time"], 0.0), 1.0)
        if self._muted:
            sound = bytes(frames * SAMPLE_BYTES)
        elif self._paused:
            sound = self._pausing(frames, now + ahead)
        else:
            sound = self._next(frames, ahead, now)
        self._recent.append((now + ahead, sound))
        return (sound if self._channels == 1 else _doubled(sound)), _CONTINUE

    def _next(self, frames: int, ahead: float, now: float) -> bytes:
        self._hold_if_idle()
        if self._holding:
            self._silent_frames += frames
            return bytes(frames * SAMPLE_BYTES)
        self._await_sound(frames, ahead)
        underruns = self._queue.underruns
        block = self._queue.take(frames)
        self._silent_frames = 0 if block.real else self._silent_frames + frames
        if self._queue.underruns > underruns:
            self._gather_more()
        if self._muted:  # while this callback waited
            return bytes(frames * SAMPLE_BYTES)
        for offset, mark in block.marks:
            self._tell(mark, now + ahead + offset / self._rate)
        if self._was_paused:
            self._was_paused = False
            return faded(block.sound, self._rate, rising=True)
        return block.sound

    def _pausing(self, frames: int, moment: float) -> bytes:
        """Fades out over the first samples of the pause; the next ones wait."""
        if self._was_paused or self._holding:
            self._was_paused = True
            self._silent_frames += frames
            return bytes(frames * SAMPLE_BYTES)
        self._was_paused = True
        self._silent_frames = 0
        block = self._queue.take(min(frames, int(FADE_SECONDS * self._rate)))
        for offset, mark in block.marks:
            self._tell(mark, moment + offset / self._rate)
        return faded(block.sound + bytes(frames * SAMPLE_BYTES - len(block.sound)), self._rate, rising=False)

    def _gather_more(self) -> None:
        """The voice is slower than speech: one rest now, and more in hand from here on, instead of a stutter."""
        self._enough = min(self._enough * 3, round(_MOST_IN_HAND * self._rate))
        with self._hold_lock:
            self._holding = not self._ready()

    def _hold_if_idle(self) -> None:
        """Once all that the host holds is silence, new sound waits for ``flow``, which knows the fastest way in."""
        if not self._holding and self._queue.empty and self._silent_frames >= self._depth:
            with self._hold_lock:
                self._holding = self._queue.empty

    def _await_sound(self, frames: int, ahead: float) -> None:
        """In the middle of a phrase: waits for its sound as long as that of the host lasts."""
        until = time.monotonic() + ahead - _MARGIN
        while self._deep and self._queue.frames < frames and self._queue.awaits_more and not self._muted:
            self._more.clear()
            left = until - time.monotonic()
            if left <= 0 or self._queue.frames >= frames or not self._running:
                return
            self._more.wait(left)


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
