"""What the device is given next: sound, silence, and marks that tell when a place in it is reached.

One thread puts and another, the device's callback, takes; each counter has one writer, and a deque's ends are safe to
use from two threads, so neither side ever waits for the other.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from desktop_app.speech.pcm import SAMPLE_BYTES


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
    def __init__(self) -> None:
        self._items: deque[memoryview | int | _Mark] = deque()
        self._put = 0
        self._taken = 0
        self._open_at_tail = False
        self._open_at_head = False
        self.underruns = 0
        """How often the device asked in the middle of a phrase and there was too little."""

    @property
    def frames(self) -> int:
        return self._put - self._taken

    @property
    def empty(self) -> bool:
        return not self._items

    @property
    def awaits_more(self) -> bool:
        """The last thing put was not the end of a phrase: its sound is still being made."""
        return self._open_at_tail

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

    def take(self, frames: int) -> Block:
        parts: list[bytes | memoryview] = []
        marks: list[tuple[int, object]] = []
        missing = frames
        items = self._items
        while items and (missing or isinstance(items[0], _Mark)):
            item = items.popleft()
            if isinstance(item, _Mark):
                self._open_at_head = (self._open_at_head or item.opens) and not item.closes
                marks.append((frames - missing, item.what))
                continue
            piece, rest = _split(item, missing)
            if rest is not None:
                items.appendleft(rest)
            parts.append(piece)
            missing -= len(piece) // SAMPLE_BYTES
        self._taken += frames - missing
        if missing:
            self.underruns += self._open_at_head
            parts.append(bytes(missing * SAMPLE_BYTES))
        return Block(b"".join(parts), frames - missing, marks)


def _split(item: memoryview | int, frames: int) -> tuple[bytes | memoryview, memoryview | int | None]:
    """Up to so many frames of an item, and what is left of it."""
    if isinstance(item, int):
        rest = item - frames
        return bytes(min(item, frames) * SAMPLE_BYTES), rest if rest > 0 else None
    cut = frames * SAMPLE_BYTES
    return item[:cut], item[cut:] if len(item) > cut else None
