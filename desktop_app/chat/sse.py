"""Server-sent events out of bytes, wherever the network cuts them.

Own code, because the openai library ends the stream at the first event it cannot read, and one bad event must cost one
event. Lines end in LF, CRLF or CR; an event ends at an empty line, or with the stream.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class SseEvent:
    """``data`` is undecoded: which bytes are not UTF-8 is for the reader to judge."""

    name: bytes
    data: bytes


class SseParser:
    """Feed it what arrives, then ``close`` it for the event that no empty line ended."""

    def __init__(self) -> None:
        self._rest = bytearray()
        self._after_cr = False
        self._name = b""
        self._data: list[bytes] = []

    def feed(self, chunk: bytes) -> list[SseEvent]:
        if self._after_cr and chunk:
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        self._after_cr |= chunk.endswith(b"\r")
        first, *others = _LINE_END.split(chunk)
        self._rest += first
        events: list[SseEvent] = []
        for following in others:
            self._take_line(bytes(self._rest), events)
            self._rest = bytearray(following)
        return events

    def close(self) -> list[SseEvent]:
        events: list[SseEvent] = []
        if self._rest:
            self._take_line(bytes(self._rest), events)
            self._rest.clear()
        self._dispatch(events)
        return events

    def _take_line(self, line: bytes, events: list[SseEvent]) -> None:
        if not line:
            self._dispatch(events)
            return
        field, _, value = line.removeprefix(codecs.BOM_UTF8).partition(b":")
        value = value.removeprefix(b" ")
        if field == b"data":
            self._data.append(value)
        elif field == b"event":
            self._name = value

    def _dispatch(self, events: list[SseEvent]) -> None:
        if self._data:
            events.append(SseEvent(self._name, b"\n".join(self._data)))
        self._name = b""
        self._data.clear()
