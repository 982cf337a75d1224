"""Text to be said, each of whose characters knows where it stands in the source, through whatever is done to it."""

from __future__ import annotations

import re
from collections.abc import Callable


class Utterance:
    """``text`` is what may be said; character ``i`` of it stands for source [starts[i], ends[i])."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []

    @property
    def text(self) -> str:
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def say(self, text: str, start: int, end: int) -> None:
        """Adds text that stands for [start, end): character by character where that fits, else as a whole."""
        self._pieces.append(text)
        if end - start == len(text):
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
        else:
            self._stand_for(text, start, end)

    def _stand_for(self, text: str, start: int, end: int) -> None:
        self.starts.extend([start] * len(text))
        self.ends.extend([end] * len(text))

    def replace(self, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> None:
        """Says something else wherever the pattern is found; the new words stand for what they replace."""
        text = self.text
        matches = list(pattern.finditer(text))
        if not matches:
            return
        starts, ends = self.starts, self.ends
        self._pieces, self.starts, self.ends = [], [], []
        at = 0
        for match in matches:
            self._keep(text, starts, ends, at, match.start())
            new = by if isinstance(by, str) else by(match)
            if new:
                self._pieces.append(new)  # as a whole, also where it happens to be as long as what it replaces
                self._stand_for(new, starts[match.start()], ends[match.end() - 1])
            at = match.end()
        self._keep(text, starts, ends, at, len(text))

    def _keep(self, text: str, starts: list[int], ends: list[int], at: int, end: int) -> None:
        self._pieces.append(text[at:end])
        self.starts.extend(starts[at:end])
        self.ends.extend(ends[at:end])

    def until(self, source: int) -> str:
        """The text that stands before the given place in the source."""
        at = len(self.starts)
        while at and self.ends[at - 1] > source:
            at -= 1
        return self.text[:at]
