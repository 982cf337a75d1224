"""How tall everything is and where it stands: pixels from the top of a page that is never laid out as a whole.

What has not been laid out is guessed by the length of its source. All sums are made lazily, and from the first change
on, so that a message that grows at the end of ten thousand costs as much as one that grows alone.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.page.entry import Entry

_LETTER = 7.2
"""Pixels a letter of running text takes on average."""
_BROKEN = 0.55
"""What a line break in the source adds, in lines: most end a line that was not full, many are blank."""


class Spot(NamedTuple):
    """``down`` pixels below the top of a piece. ``piece`` may be one that has not been read."""

    entry: int
    piece: int
    down: float


class Column:
    """``entries`` is the page's own list; whoever changes it, or a height, says so here. ``top`` is the first's."""

    def __init__(self, entries: list[Entry]) -> None:
        self.width = float(measures.COLUMN)
        self.zoom = 1.0
        self._entries = entries
        self._heights: list[float] = []
        self._tops: list[float] = [0.0]

    @property
    def top(self) -> float:
        return round((measures.PAGE_TOP - measures.MESSAGE_GAP - measures.BUBBLE_ABOVE) * self.zoom)

    @property
    def foot(self) -> float:
        """What is left free under the last message."""
        return round(measures.PAGE_END * self.zoom)

    @property
    def total(self) -> float:
        """The whole page's height, as far as one knows."""
        self._sum_up()
        return self.top + self._tops[-1] + self.foot

    def reset(self) -> None:
        """Everything has another height, or there are other messages."""
        self._heights = []
        self._tops = [0.0]

    def cut(self, index: int) -> None:
        """From this message on there are others."""
        del self._heights[index:]
        del self._tops[index + 1 :]

    def changed(self, entry: Entry) -> None:
        """Pieces of the message came, went or have other heights."""
        if entry.index < len(self._heights):
            height = self._height(entry)
            if height != self._heights[entry.index]:
                self._heights[entry.index] = height
                del self._tops[entry.index + 1 :]

    def height_of(self, entry: Entry) -> float:
        """How tall the message is, as far as one knows."""
        self._sum_up()
        return self._heights[entry.index]

    def guess(self, composition: Composition) -> float:
        """About how tall a sheet of it will be."""
        return float(round(composition.estimate(self.width / self.zoom) * self.zoom))

    def unread(self, entry: Entry) -> float:
        """About how tall the part is that has not been read into pieces."""
        if (entry.begun and entry.fed >= entry.size) or entry.behind is not None:
            return 0.0
        if entry.heights:
            return sum(entry.heights[entry.content :])
        if entry.live:
            return 0.0
        return self._guess_source(entry, entry.fed)

    def top_of(self, entry: Entry, piece: int = 0) -> float:
        """Where the piece begins."""
        self._sum_up()
        place = self.top + self._tops[entry.index] + entry.missing
        if not piece:
            return place
        if not entry.pieces:
            return place + sum(entry.heights[:piece])
        return place + sum(one.height for one in entry.pieces[:piece])

    def spot_at(self, y: float) -> Spot:
        """What stands there; the first or the last where nothing does. There has to be a message."""
        self._sum_up()
        y -= self.top
        index = min(max(bisect_right(self._tops, y) - 1, 0), len(self._entries) - 1)
        return self.spot_in(self._entries[index], y - self._tops[index])

    def spot_in(self, entry: Entry, down: float) -> Spot:
        """What stands so far below the message's top."""
        heights = [piece.height for piece in entry.pieces] if entry.begun else entry.heights
        down -= entry.missing
        for number, height in enumerate(heights):
            if down < height:
                return Spot(entry.index, number, down)
            down -= height
        if heights and self.unread(entry) <= 0:
            return Spot(entry.index, len(heights) - 1, down + heights[-1])
        return Spot(entry.index, len(heights), down)

    def _height(self, entry: Entry) -> float:
        if not entry.begun:
            return sum(entry.heights) if entry.heights else self._guess_source(entry, 0)
        return entry.missing + sum(piece.height for piece in entry.pieces) + self.unread(entry)

    def _guess_source(self, entry: Entry, fed: int) -> float:
        part = self.width / self.zoom * (measures.BUBBLE_PART if entry.mine else 1)
        source = entry.source
        lines = max((entry.size - fed) * _LETTER / part + source.count("\n", fed) * _BROKEN, 1)
        around = measures.MESSAGE_GAP + (measures.BUBBLE_ABOVE + measures.BUBBLE_BELOW if entry.mine else 0)
        return float(round((lines * measures.TEXT_LINE + around) * self.zoom))

    def _sum_up(self) -> None:
        heights, entries = self._heights, self._entries
        if len(heights) < len(entries):
            heights.extend(self._height(entry) for entry in entries[len(heights) :])
        known = len(self._tops)
        if known <= len(entries):
            more = accumulate(heights[known - 1 :], initial=self._tops[-1])
            next(more)
            self._tops.extend(more)
