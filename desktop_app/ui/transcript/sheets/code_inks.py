"""The colours of one code block: found in slices, first what is in sight, again where the block has grown by much."""

from __future__ import annotations

import time
from collections.abc import Iterator

from desktop_app.ui.transcript.sheets.lexing import LEXERS, Coloured, coloured_lines

_MOST = 400_000
"""Characters: code longer than this stays plain."""
_MOST_OPEN = 60_000
"""So much of a block that still grows is coloured."""
_GROWN, _STEP = 1.5, 200
_SLICE = 0.003
"""Seconds of one slice."""
_LOOK = 20
"""Lines between two looks at the clock."""


class CodeInks:
    """``parts`` of each line whose colours are known; the last one's may be of half a line."""

    def __init__(self) -> None:
        self.language = ""
        self.parts: list[list[Coloured]] = []
        self._code = self._lexed = ""
        self._closed = True
        self._job: Iterator[list[Coloured]] | None = None
        self._at = 0

    def become(self, language: str, code: str, *, closed: bool) -> None:
        """Other code; the colours of what it begins with are kept."""
        if language != self.language or not code.startswith(self._lexed):
            self.parts, self._lexed, self._job = [], "", None
        self.language, self._code, self._closed = language, code, closed

    def wants(self, lines: int) -> bool:
        """Whether there is something to find out about the first ``lines`` lines."""
        if not self.language or len(self._code) > _MOST or (LEXERS.known(self.language) and not self._lexer_is_there):
            return False
        if self._job is not None:
            return self._at < lines
        if self._closed or len(self._code) > _MOST_OPEN:
            return self._closed and self._lexed != self._code
        return len(self._code) >= _GROWN * len(self._lexed) + (_STEP if self._lexed else 1)

    def work(self, lines: int) -> list[int]:
        """Works for some milliseconds; gives the lines that look otherwise now."""
        if not LEXERS.known(self.language) or not self.wants(lines):
            return []
        if self._job is None:
            self._begin()
        end, changed = time.perf_counter() + _SLICE, []
        while self._job is not None and self._at < lines:
            if self._step():
                changed.append(self._at - 1)
            if self._at % _LOOK == 0 and time.perf_counter() > end:
                break
        return changed

    @property
    def _lexer_is_there(self) -> bool:
        return LEXERS.get(self.language) is not None

    def _begin(self) -> None:
        lexer = LEXERS.get(self.language)
        if lexer is not None:
            self._lexed, self._at = self._code, 0
            self._job = coloured_lines(lexer, self._lexed)

    def _step(self) -> bool:
        """One line; whether it looks otherwise now."""
        assert self._job is not None
        line = next(self._job, None)
        if line is None:
            self._job = None
            return False
        self._at += 1
        if self._at > len(self.parts):
            self.parts.append(line)
            return bool(line)
        before, self.parts[self._at - 1] = self.parts[self._at - 1], line
        return before != line
