"""What the device's callback plays: the queue, held back, paused or muted as the listener wishes.

The callback runs in a thread of PortAudio's and shares the interpreter with a window that draws. It does little, never
raises, and waits for nothing but late sound, and for that only as long as what the device still holds lasts.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable

from desktop_app.speech.sound.edges import eased_out, last_sample
from desktop_app.speech.sound.pcm import FADE_SECONDS, SAMPLE_BYTES, amplified, faded, loudness
from desktop_app.speech.sound.sample_queue import SampleQueue

_MOST_IN_HAND = 0.8
"""Seconds of a phrase gathered before it begins, where a voice has proved slow; at first it is one period."""

_MARGIN = 0.008
"""Seconds of sound that must be left in the device when the callback stops waiting for more."""

Tell = Callable[[object, float], None]


class DeviceFeed:
    """Everything but ``mute`` and ``fill`` belongs to one thread; ``fill`` is the callback's.

    ``tell(mark, moment)`` is called in the callback's thread when a mark is handed to the device; ``moment`` is the
    ``time.monotonic`` at which it will be heard. It must not block and must not raise.

    While *holding*, the queue is left alone and silence is played: the owner decides how new sound starts best.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._queue = SampleQueue()
        self._rate = 0
        self._period = 0
        self._depth = 0
        self._may_wait = False
        self._enough = 0
        self._running = False
        self._holding = True
        self._hold_lock = threading.Lock()
        self._more = threading.Event()
        self._volume = 1.0
        self._volume_heard = 1.0
        self._lead_in = 0.0
        self._lead_frames = 0
        self._paused = False
        self._was_paused = False
        self._mutes_asked = 0
        self._mutes_done = 0
        self._silent_frames = 0
        self._late_callbacks = 0
        self._last = 0  # the last sample that was taken, before its volume
        self._recent: deque[tuple[float, bytes]] = deque(maxlen=16)
        self._passed: deque[tuple[float, int, int]] = deque(maxlen=16)  # when, from which frame to which

    @property
    def rate(self) -> int:
        """Samples a second of the open stream; 0 while none is open."""
        return self._rate

    @property
    def queued_seconds(self) -> float:
        """The sound and silence that are still to be handed to the device."""
        return self._queue.frames / self._rate / self._queue.speed if self._rate else 0.0

    @property
    def frames_put(self) -> int:
        """How many frames of sound and silence were ever put, at the pace at which they were."""
        return self._queue.put_frames

    @property
    def frames_heard(self) -> int:
        """How many of them have been heard by now, or were forgotten."""
        now = time.monotonic()
        end = float("inf")
        before = self._queue.taken_frames
        for moment, before, after in reversed(tuple(self._passed)):
            if now >= moment:
                period = min(end - moment, self._period / self._rate) if self._rate else 0.0
                return before + round((after - before) * (min(1.0, (now - moment) / period) if period > 0 else 1.0))
            end = moment
        return before

    @property
    def underruns(self) -> int:
        """How often a phrase was interrupted: its sound was not made in time, or the callback came too late."""
        return self._queue.underruns + self._late_callbacks

    def set_speed(self, speed: float) -> None:
        """A factor on the pace of what is put; heard with the next buffer, in the middle of a word too."""
        if speed != 1.0:
            import desktop_app.speech.sound.stretch  # noqa: F401 - here, so that the callback does not wait for numpy
        self._queue.speed = speed

    def set_volume(self, volume: float) -> None:
        """0 to 1, in steps that sound equal."""
        self._volume = volume

    def set_lead_in(self, seconds: float) -> None:
        """Silence before the first sound of a device that rested: some swallow what comes first."""
        self._lead_in = seconds

    def put_sound(self, sound: bytes) -> None:
        """Appends mono 16-bit samples at ``rate``."""
        self._queue.put_sound(sound)
        self._more.set()

    def put_silence(self, seconds: float) -> None:
        self._queue.put_silence(round(seconds * self._rate))
        self._more.set()

    def put_mark(self, mark: object, *, opens: bool = False, closes: bool = False) -> None:
        """``opens`` and ``closes`` a phrase, within which silence for want of sound is an underrun."""
        if opens:  # caution wears off, phrase by phrase
            self._enough = max(self._period, self._enough - self._enough // 8)
        self._queue.put_mark(mark, opens=opens, closes=closes)
        self._more.set()

    def mute(self) -> int:
        """From any thread: silence from the next callback on, until ``silence`` is called with the number returned."""
        self._mutes_asked += 1
        self._more.set()
        return self._mutes_asked

    def level(self) -> float:
        """How loud it is at the device now, 0 to 1."""
        now = time.monotonic()
        sound = b""
        for moment, piece in tuple(self._recent):
            if moment <= now:
                sound = piece
        return loudness(sound)

    def fill(self, frames: int, ahead: float, *, late: bool) -> bytes:
        """The next samples; the first of them is heard ``ahead`` seconds from now. ``late``: the device ran dry."""
        moment = time.monotonic() + ahead
        taken = self._queue.taken_frames
        self._late_callbacks += late and not self._silent_frames
        if self._muted:
            sound = self._silenced(frames)
        elif self._paused:
            sound = self._pausing(frames, moment)
        else:
            sound = self._next(frames, ahead, moment)
        self._last = last_sample(sound)
        sound = self._at_volume(sound)
        self._recent.append((moment, sound))
        self._passed.append((moment, taken, self._queue.taken_frames))
        return sound

    # For the owner of the device

    @property
    def _muted(self) -> bool:
        return self._mutes_asked != self._mutes_done

    @property
    def _device_is_silent(self) -> bool:
        """All that was handed over and can still be heard is silence."""
        return self._silent_frames >= self._depth

    def _ready(self) -> bool:
        enough = self._queue.needed(self._enough)
        return not self._queue.empty and (self._queue.frames >= enough or not self._queue.awaits_more)

    def _release(self) -> bool:
        """Lets the queue flow if it is held and has enough to begin with; whether it did."""
        with self._hold_lock:
            if not self._holding or not self._ready():
                return False
            self._holding = False
            return True

    def _clear(self) -> None:
        """Only while the device does not run."""
        self._queue.clear()
        self._last = 0
        self._recent.clear()
        self._passed.clear()
        self._holding = True
        self._was_paused = False

    # The callback

    def _silenced(self, frames: int) -> bytes:
        """Silence that does not begin with a click."""
        return eased_out(bytes(frames * SAMPLE_BYTES), 0, self._last, self._rate)

    def _at_volume(self, sound: bytes) -> bytes:
        """Slides from one volume to another over the block, so that it does not click."""
        before, self._volume_heard = self._volume_heard, self._volume
        if before == self._volume_heard == 1.0:
            return sound
        return amplified(sound, before * before, self._volume_heard * self._volume_heard)

    def _next(self, frames: int, ahead: float, moment: float) -> bytes:
        self._hold_if_idle()
        if self._holding or self._lead_frames > 0:
            self._lead_frames -= frames
            self._silent_frames += frames
            return bytes(frames * SAMPLE_BYTES)
        self._await_sound(frames, ahead)
        underruns = self._queue.underruns
        block = self._queue.take(frames)
        self._silent_frames = 0 if block.real else self._silent_frames + frames
        if self._queue.underruns > underruns:
            self._gather_more()
        if self._muted:  # while this callback waited
            return self._silenced(frames)
        self._tell_marks(block.marks, moment)
        if self._was_paused:
            self._was_paused = False
            return faded(block.sound, self._rate, rising=True)
        return block.sound

    def _pausing(self, frames: int, moment: float) -> bytes:
        """Fades out over the first samples of the pause; the next ones wait."""
        if self._was_paused or self._holding or self._lead_frames > 0:
            self._was_paused = True
            self._silent_frames += frames
            return bytes(frames * SAMPLE_BYTES)
        self._was_paused = True
        self._silent_frames = 0
        block = self._queue.take(min(frames, int(FADE_SECONDS * self._rate)))
        self._tell_marks(block.marks, moment)
        return faded(block.sound + bytes(frames * SAMPLE_BYTES - len(block.sound)), self._rate, rising=False)

    def _tell_marks(self, marks: list[tuple[int, object]], moment: float) -> None:
        for offset, mark in marks:
            self._tell(mark, moment + offset / self._rate)

    def _gather_more(self) -> None:
        """The voice is slower than speech: one rest now, and more in hand from here on, instead of a stutter."""
        self._enough = min(self._enough * 3, round(_MOST_IN_HAND * self._rate))
        with self._hold_lock:
            self._holding = not self._ready()

    def _hold_if_idle(self) -> None:
        """Once all that the device holds is silence, new sound waits for its owner, who knows the fastest way in."""
        if not self._holding and self._queue.empty and self._device_is_silent:
            with self._hold_lock:
                self._holding = self._queue.empty

    def _await_sound(self, frames: int, ahead: float) -> None:
        """In the middle of a phrase: waits for its sound as long as that of the device lasts."""
        until = time.monotonic() + ahead - _MARGIN
        needed = self._queue.needed(frames)
        while self._may_wait and self._queue.frames < needed and self._queue.awaits_more and not self._muted:
            self._more.clear()
            left = until - time.monotonic()
            if left <= 0 or self._queue.frames >= needed or not self._running:
                return
            self._more.wait(left)
