"""Makes whole characters of the pieces servers send: half an emoji in one delta, the other half in the next.

Two kinds of halves come. Servers that cut between bytes send raw bytes which are no UTF-8 by themselves; decoded with
``surrogateescape`` they are code points U+DC80 to U+DCFF. Servers that cut between UTF-16 units send an escaped high
surrogate, then a low one. What never becomes whole is shown as U+FFFD, so that no text leaves here that cannot be
encoded.
"""

from __future__ import annotations

import codecs

_HIGH = range(0xD800, 0xDC00)
_LOW = range(0xDC00, 0xE000)
_RAW_BYTE = range(0xDC80, 0xDD00)


class CharacterJoiner:
    """One for each stream of text."""

    def __init__(self) -> None:
        self._high = ""
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self._bytes_held = False

    def feed(self, piece: str) -> str:
        """What is whole by now."""
        if not self._high and not self._bytes_held and _is_whole(piece):
            return piece
        return "".join(self._character(character) for character in piece)

    def close(self) -> str:
        """What is left, as U+FFFD; empty where nothing is."""
        return self._drop_high() + self._flush_bytes()

    def _character(self, character: str) -> str:
        code = ord(character)
        if self._high and code in _LOW:
            pair, self._high = self._high + character, ""
            return pair.encode("utf-16", "surrogatepass").decode("utf-16")
        if code in _RAW_BYTE:
            return self._drop_high() + self._raw_byte(code - 0xDC00)
        before = self._drop_high() + self._flush_bytes()
        if code in _HIGH:
            self._high = character
            return before
        return before + ("\ufffd" if code in _LOW else character)

    def _raw_byte(self, byte: int) -> str:
        text = self._utf8.decode(bytes((byte,)))
        self._bytes_held = bool(self._utf8.getstate()[0])
        return text

    def _drop_high(self) -> str:
        lost, self._high = self._high, ""
        return "\ufffd" if lost else ""

    def _flush_bytes(self) -> str:
        if not self._bytes_held:
            return ""
        self._bytes_held = False
        return self._utf8.decode(b"", final=True)


def _is_whole(piece: str) -> bool:
    try:
        piece.encode()
    except UnicodeEncodeError:
        return False
    return True
