"""How deeply a JSON text is nested, watched while it is read.

The parser keeps the whole way to where it is for every level that is open, so a text of nothing but brackets would
take memory by the square of its length. No conversation is nested like that.
"""

from __future__ import annotations

_BRACKETS = b"[]{}"
_ALL_ELSE = bytes(set(range(256)) - set(_BRACKETS))


class Depth:
    """``most``: levels. A piece may end anywhere, also within a text or a sign that is told by two."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open = 0
        self._within_text = False
        self._rest = b""

    def is_too_deep(self, piece: bytes) -> bool:
        """Whether it is so anywhere in this next piece."""
        piece = self._rest + piece
        slashes = len(piece) - len(piece.rstrip(b"\\"))
        self._rest = b"\\" if slashes % 2 else b""
        piece = piece[: len(piece) - len(self._rest)]
        parts = piece.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')
        outside = b"".join(parts[self._within_text :: 2])
        self._within_text ^= len(parts) % 2 == 0
        return self._counts(outside.translate(None, _ALL_ELSE))

    def _counts(self, brackets: bytes) -> bool:
        opened = brackets.count(b"[") + brackets.count(b"{")
        too_deep = self._open + opened > self._most and self._deepest(brackets) > self._most
        self._open += 2 * opened - len(brackets)
        return too_deep

    def _deepest(self, brackets: bytes) -> int:
        depth = deepest = self._open
        for bracket in brackets:
            depth += 1 if bracket in b"[{" else -1
            deepest = max(deepest, depth)
        return deepest
