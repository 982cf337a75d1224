"""Rows as SQLite writes them in a page: a row of values behind a header that names their kinds.

The format is SQLite's own and promised for good (https://www.sqlite.org/fileformat2.html). What is cut short gives as
many of its values as are there; what is no row raises ``ValueError``.
"""

from __future__ import annotations

import struct
from typing import Final

Value = None | int | float | str | bytes

_WIDTHS: Final = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
_MOST_COLUMNS: Final = 100
_LOST: Final = b"\x00" * 16
"""Within a text: what a disk gives in the place of what it never wrote."""


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(at, min(at + 8, len(data))):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    if at + 8 >= len(data):
        raise ValueError("a number is cut off")
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >= 1 << 63 else value, at + 9


def kinds_of(payload: bytes) -> tuple[list[int], int]:
    """The kinds of a row's values, and where the values begin."""
    end, at = varint(payload, 0)
    if not 0 < end <= len(payload):
        raise ValueError("a header longer than its row")
    kinds: list[int] = []
    while at < end:
        kind, at = varint(payload, at)
        if kind in {10, 11} or kind < 0 or len(kinds) == _MOST_COLUMNS:
            raise ValueError("no kind of value")
        kinds.append(kind)
    if at != end:
        raise ValueError("a header that ends within a number")
    return kinds, end


def values_of(payload: bytes) -> tuple[list[Value], bool]:
    """The values, None in the place of what is not there any more, and whether all of them are there.

    A text or bytes that were cut short are given as far as they go.
    """
    kinds, at = kinds_of(payload)
    values: list[Value] = []
    whole = True
    for kind in kinds:
        size = _WIDTHS[kind] if kind < 12 else (kind - 12) // 2
        data = payload[at : at + size]
        at += size
        if kind % 2 and kind > 12 and (lost := data.find(_LOST)) >= 0:
            data = data[:lost]
        missing = len(data) < size
        whole = whole and not missing
        values.append(None if missing and (kind < 12 or not data) else _value(kind, data))
    return values, whole


def _value(kind: int, data: bytes) -> Value:
    if kind >= 12:
        return data.decode("utf-8", "replace") if kind % 2 else data
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    if kind in {8, 9}:
        return kind - 8
    return int.from_bytes(data, "big", signed=True) if data else None
