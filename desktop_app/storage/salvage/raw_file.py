"""An SQLite file read without SQLite: page by page, so that a broken page costs what stood in it and nothing else.

SQLite's own recovery (``.recover`` of its shell) works in this way; Python's sqlite3 does not have it. The pages of the
write-ahead log that were committed lie over those of the file, as SQLite would lay them.
"""

from __future__ import annotations

import contextlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

from desktop_app.storage.salvage.records import Value, values_of, varint

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100
_SIZES: Final = {1 << power for power in range(9, 17)}
_USUAL_SIZE: Final = 4096
_LEAF, _INTERIOR = 0x0D, 0x05
"""Of a table: indexes are made anew."""
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LONGEST: Final = 1_000_000_000
"""Bytes of a row, as SQLite limits them."""


@dataclass(frozen=True, slots=True)
class Row:
    """``number``: its rowid. ``whole``: nothing of it was cut off."""

    number: int
    values: list[Value]
    whole: bool


class RawFile:
    """The pages of ``path`` and of the log beside it; both may be missing, cut, or anything at all."""

    def __init__(self, path: Path) -> None:
        self._file = _opened(path)
        self._log = _opened(Path(f"{path}-wal"))
        header = _read(self._file, 0, _HEADER).ljust(_HEADER, b"\x00")
        log_header = _read(self._log, 0, _LOG_HEADER)
        self._size = _page_size(header, log_header)
        reserved = header[20] if header.startswith(_MAGIC) else 0
        self._usable = self._size - reserved if reserved < self._size // 4 else self._size
        self._frames, committed_pages = _frames(self._log, log_header, self._size)
        in_file = -(-_length(self._file) // self._size)
        self.pages = committed_pages or max(in_file, *self._frames, 0) if self._frames else in_file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for file in (self._file, self._log):
            if file is not None:
                file.close()

    def page(self, number: int) -> bytes:
        """Pages are counted from 1; what is not there is zeros."""
        return self._there(number).ljust(self._size, b"\x00")

    def is_leaf(self, number: int) -> bool:
        return self._kind(number, self.page(number)) == _LEAF

    def rows(self, number: int) -> Iterator[Row]:
        """The rows of a page of a table; none of any other page."""
        page = self.page(number)
        if self._kind(number, page) != _LEAF:
            return
        there = self._there(number)
        for at in _cells(page, _start(number), 8):
            with contextlib.suppress(ValueError):
                yield self._row(there, at)

    def below(self, number: int) -> list[int]:
        """The pages that an inner page of a table's tree points at."""
        page = self.page(number)
        if self._kind(number, page) != _INTERIOR:
            return []
        start = _start(number)
        found = [int.from_bytes(page[at : at + 4], "big") for at in _cells(page, start, 12)]
        found.append(int.from_bytes(page[start + 8 : start + 12], "big"))
        return [one for one in found if 1 < one <= self.pages]

    def free_pages(self) -> set[int]:
        """Those that hold nothing any more, as the file says: what was deleted is not to come back."""
        first = self.page(1)
        free: set[int] = set()
        trunk = int.from_bytes(first[32:36], "big") if first.startswith(_MAGIC) else 0
        while 1 < trunk <= self.pages and trunk not in free:
            free.add(trunk)
            page = self.page(trunk)
            trunk, count = struct.unpack(">II", page[:8])
            leaves = page[8 : 8 + 4 * min(count, self._size // 4 - 2)]
            free.update(leaf for (leaf,) in struct.iter_unpack(">I", leaves) if 1 < leaf <= self.pages)
        return free

    def _kind(self, number: int, page: bytes) -> int:
        return page[_start(number)]

    def _row(self, page: bytes, at: int) -> Row:
        length, at = varint(page, at)
        number, at = varint(page, at)
        if not 0 < length <= _LONGEST:
            raise ValueError("no length of a row")
        here = _kept_here(length, self._usable)
        payload = page[at : at + here]
        if len(payload) == here < length:
            overflow = int.from_bytes(page[at + here : at + here + 4], "big")
            payload += self._overflow(overflow, length - here)
        values, whole = values_of(payload)
        return Row(number, values, whole)

    def _overflow(self, number: int, length: int) -> bytes:
        """What did not fit into its page, as far as the chain of pages goes."""
        pieces: list[bytes] = []
        seen: set[int] = set()
        left = length
        while left > 0 and 1 < number <= self.pages and number not in seen:
            seen.add(number)
            page = self._there(number)
            pieces.append(page[4 : min(self._usable, 4 + left)])
            left -= len(pieces[-1])
            number = int.from_bytes(page[:4], "big") if len(page) == self._size else 0
        return b"".join(pieces)

    def _there(self, number: int) -> bytes:
        """As ``page``, but shorter where the file ends in it: zeros are not to be taken for what was written."""
        at = self._frames.get(number)
        if at is not None:
            return _read(self._log, at, self._size)
        return _read(self._file, (number - 1) * self._size, self._size)


def _opened(path: Path) -> BinaryIO | None:
    try:
        return path.open("rb")
    except OSError:
        return None


def _read(file: BinaryIO | None, at: int, size: int) -> bytes:
    """What is there: a disk that fails gives nothing, as a file that ends."""
    if file is None:
        return b""
    try:
        file.seek(at)
        return file.read(size)
    except OSError:
        return b""


def _length(file: BinaryIO | None) -> int:
    return file.seek(0, 2) if file is not None else 0


def _start(number: int) -> int:
    """The first page begins with the header of the file."""
    return _HEADER if number == 1 else 0


def _cells(page: bytes, start: int, header: int) -> Iterator[int]:
    """Where in the page its cells begin."""
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + header
    count = min(count, (len(page) - first) // 2)
    for (at,) in struct.iter_unpack(">H", page[first : first + 2 * count]):
        if at >= first + 2 * count:
            yield at


def _kept_here(length: int, usable: int) -> int:
    """How many bytes of a row of that length stand in its page, the rest in others."""
    most = usable - 35
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    return here if here <= most else least


def _page_size(header: bytes, log_header: bytes) -> int:
    said = int.from_bytes(header[16:18], "big") if header.startswith(_MAGIC) else 0
    in_log = int.from_bytes(log_header[8:12], "big")
    candidates = (65_536 if said == 1 else said, in_log, _USUAL_SIZE)
    return next(size for size in candidates if size in _SIZES)


def _frames(log: BinaryIO | None, header: bytes, size: int) -> tuple[dict[int, int], int]:
    """Where in the log each page's last committed state stands; and how many pages the file has after it."""
    committed: dict[int, int] = {}
    if log is None or len(header) < _LOG_HEADER or int.from_bytes(header[8:12], "big") != size:
        return committed, 0
    order = {0x377F0682: "<", 0x377F0683: ">"}.get(int.from_bytes(header[:4], "big"))
    if order is None:
        return committed, 0
    sums = _checksum(order, header[:24], (0, 0))
    if struct.unpack(">II", header[24:32]) != sums:
        return committed, 0
    waiting: dict[int, int] = {}
    pages = 0
    at = _LOG_HEADER
    while len(frame := _read(log, at, _FRAME_HEADER + size)) == _FRAME_HEADER + size:
        sums = _checksum(order, frame[:8] + frame[_FRAME_HEADER:], sums)
        if frame[8:16] != header[16:24] or struct.unpack(">II", frame[16:24]) != sums:
            break
        number, size_after = struct.unpack(">II", frame[:8])
        waiting[number] = at + _FRAME_HEADER
        if size_after:  # the transaction's last
            committed.update(waiting)
            waiting.clear()
            pages = size_after
        at += len(frame)
    return committed, pages


def _checksum(order: str, data: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
