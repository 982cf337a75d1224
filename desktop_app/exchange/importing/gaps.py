"""Keeps count of what could not be taken along, and says in which conversation it was."""

from __future__ import annotations

from collections import Counter

from desktop_app.domain.importing import Gap, GapLine, GapReport

_MOST_LINES = 5_000
"""Of the list by conversation; the totals count on."""
_LONGEST_DETAIL = 60


class Gaps:
    def __init__(self) -> None:
        self._totals: Counter[tuple[Gap, str]] = Counter()
        self._here: Counter[tuple[Gap, str]] = Counter()
        self._lines: list[GapLine] = []
        self._title = ""

    def turn_to(self, title: str) -> None:
        """What is noted from now on is of the conversation with this title."""
        self._close_lines()
        self._title = title

    def note(self, gap: Gap, detail: str = "", count: int = 1) -> None:
        self._here[gap, detail[:_LONGEST_DETAIL]] += count

    def report(self) -> GapReport:
        self._close_lines()
        return GapReport(dict(self._totals), tuple(self._lines))

    def _close_lines(self) -> None:
        for (gap, detail), count in self._here.items():
            self._totals[gap, detail] += count
            if len(self._lines) < _MOST_LINES:
                self._lines.append(GapLine(self._title, gap, detail, count))
        self._here.clear()
