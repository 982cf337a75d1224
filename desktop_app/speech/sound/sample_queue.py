"""What the device is given next: sound, silence, and marks that tell when a place in it is reached.

One thread puts and another, the device's callback, takes; each counter has one writer, and a deque's ends are safe to
use from two threads, so neither side ever waits for the other.

What is put is at the pace of the voice; only what is taken is at the speed of the listener, so that another speed is
heard at once, however much is queued. At normal speed the samples pass as they are.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from desktop_app.speech.sound.edges import eased_out, last_sample, ramped
from desktop_app.speech.sound.pcm import FADE_SECONDS, SAMPLE_BYTES

if TYPE_CHECKING:
    from desktop_app.speech.sound.stretch import Stretcher


@dataclass(frozen=True, slots=True)
class _Mark:
    what: object
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Block:
    """What ``take`` gave: ``sound`` padded to the frames asked for, ``real`` frames of it, marks by their frame."""

    sound: bytes
    real: int
    marks: list[tuple[int, object]]


class SampleQueue:
    """Frames are counted as they were put: ``frames`` of them last ``frames / rate / speed`` seconds."""

    def __init__(self) -> None:
        self.speed = 1.0
        self.rate = 0
        """Samples a second; to be set before a speed other than 1 is."""
        self.underruns = 0
        """How often the device asked in the middle of a phrase and there was too little."""
        self._items: deque[memoryview | int | _Mark] = deque()
        self._put = 0
        self._taken = 0
        self._open_at_tail = False
        self._open_at_head = False
        self._stretcher: Stretcher | None = None
        self._position = 0  # of the stretcher, as far as it is counted as taken
        self._made = b""  # what is left of its last hop
        self._risen: int | None = None  # of a fade after an underrun, how many frames are done
        self._last = 0  # the last sample that was taken

    @property
    def frames(self) -> int:
        return self._put - self._taken

    @property
    def put_frames(self) -> int:
        """How many were ever put; those that were forgotten count as taken."""
        return self._put

    @property
    def taken_frames(self) -> int:
        return self._taken

    @property
    def empty(self) -> bool:
        return not (self._items or self._made or self._stretcher)

    @property
    def awaits_more(self) -> bool:
        """The last thing put was not the end of a phrase: its sound is still being made."""
        return self._open_at_tail

    def needed(self, frames: int) -> int:
        """How many frames must be queued so that so many can be taken in the middle of a phrase."""
        if self.speed == 1.0:
            return frames
        from desktop_app.speech.sound.stretch import lookahead

        return ceil(frames * self.speed) + lookahead(self.rate)

    def put_sound(self, sound: bytes) -> None:
        if sound:
            self._items.append(memoryview(sound))
            self._put += len(sound) // SAMPLE_BYTES

    def put_silence(self, frames: int) -> None:
        if frames > 0:
            self._items.append(frames)
            self._put += frames

    def put_mark(self, what: object, *, opens: bool = False, closes: bool = False) -> None:
        """``opens`` and ``closes`` a phrase: between the two, silence for want of sound is an underrun."""
        self._items.append(_Mark(what, opens, closes))
        self._open_at_tail = (self._open_at_tail or opens) and not closes

    def clear(self) -> None:
        """Only while nobody takes."""
        self._items = deque()
        self._taken = self._put
        self._open_at_tail = self._open_at_head = False
        self._stretcher, self._position, self._made = None, 0, b""
        self._risen, self._last = None, 0

    def take(self, frames: int) -> Block:
        parts: list[bytes | memoryview] = []
        marks: list[tuple[int, object]] = []
        missing = frames
        while (head := self._head()) is not None and (missing or isinstance(head, _Mark)):
            if isinstance(head, _Mark):
                self._items.popleft()
                self._open_at_head = (self._open_at_head or head.opens) and not head.closes
                marks.append((frames - missing, head.what))
                continue
            piece = self._piece(head, missing)
            if not piece and self._stretcher is not None:
                break  # too little of the phrase is there
            parts.append(piece)
            missing -= len(piece) // SAMPLE_BYTES
        if missing:
            self.underruns += self._open_at_head
            parts.append(bytes(missing * SAMPLE_BYTES))
        sound, real = b"".join(parts), frames - missing
        if self._risen is not None and real:
            sound = self._raised(sound, real, self._risen)
        if missing and self._open_at_head:
            sound = eased_out(sound, real, self._last, self.rate)
            self._risen = 0
        self._last = last_sample(sound)
        return Block(sound, real, marks)

    # In the taker's thread

    def _raised(self, sound: bytes, real: int, risen: int) -> bytes:
        """Sound that goes on after it was missing fades in, over as many blocks as that takes."""
        fade = round(FADE_SECONDS * self.rate)
        sound = ramped(sound, real, risen / fade, fade) if fade else sound
        self._risen = risen + real if risen + real < fade else None
        return sound

    def _head(self) -> memoryview | int | _Mark | None:
        """What is taken next; a phrase that is being stretched comes before all that is queued."""
        if self._made or self._stretcher is not None:
            return memoryview(self._made)
        return self._items[0] if self._items else None

    def _piece(self, head: memoryview | int, missing: int) -> bytes | memoryview:
        if isinstance(head, int):
            return self._silence(head, missing)
        if self.speed != 1.0 or self._made:
            return self._stretched(missing)
        if self._stretcher is not None:
            self._stop_stretching(self._stretcher)
            return b""
        return self._as_it_is(missing)

    def _as_it_is(self, missing: int) -> bytes | memoryview:
        item = self._items.popleft()
        assert isinstance(item, memoryview)
        cut = missing * SAMPLE_BYTES
        if len(item) > cut:
            self._items.appendleft(item[cut:])
        piece = item[:cut]
        self._taken += len(piece) // SAMPLE_BYTES
        return piece

    def _silence(self, frames: int, missing: int) -> bytes:
        """A pause is as much shorter as the speech is faster."""
        self._items.popleft()
        lasts = max(1, round(frames / self.speed))
        used = frames if lasts <= missing else min(frames, round(missing * self.speed))
        if used < frames:
            self._items.appendleft(frames - used)
        self._taken += used
        return bytes(min(lasts, missing) * SAMPLE_BYTES)

    def _stretched(self, missing: int) -> bytes:
        if not self._made:
            self._made = self._hop()
        cut = missing * SAMPLE_BYTES
        piece, self._made = self._made[:cut], self._made[cut:]
        return piece

    def _hop(self) -> bytes:
        """The phrase's next hop; empty where too little of it is there, and, without a stretcher then, at its end."""
        from desktop_app.speech.sound.stretch import Stretcher

        if self._stretcher is None:
            self._stretcher, self._position = Stretcher(self.rate), 0
        while (made := self._stretcher.step(self.speed, whole=self._phrase_is_whole())) is None:
            if not self._feed_stretcher(self._stretcher):
                return b""
        self._count(self._stretcher)
        if not made:
            self._stretcher = None
        return made

    def _phrase_is_whole(self) -> bool:
        awaits = self._open_at_tail  # asked first: what is put in between is then seen
        return not isinstance(self._items[0], memoryview) if self._items else not awaits

    def _feed_stretcher(self, stretcher: Stretcher) -> bool:
        if not self._items or not isinstance(self._items[0], memoryview):
            return False
        item = self._items.popleft()
        assert isinstance(item, memoryview)
        stretcher.feed(item)
        return True

    def _stop_stretching(self, stretcher: Stretcher) -> None:
        """Back at normal speed the rest of what was fed comes as it is."""
        rest = stretcher.give_back()
        self._count(stretcher)
        if rest:
            self._items.appendleft(memoryview(rest))
            self._taken -= len(rest) // SAMPLE_BYTES
        self._stretcher = None

    def _count(self, stretcher: Stretcher) -> None:
        position = stretcher.position
        self._taken += position - self._position
        self._position = position
