"""From a place in what the Markdown parser hands on as inline text back to the place in the source.

Inline text is the source without container marks, indentation, trimmed ends and (in table cells) the backslash before a
pipe: so a row of pieces, each of which runs along with the source.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

BLANKS = " \t\n\x0b\x0c\r"
_LINE_END = re.compile(r"\r\n|\r|\n")
_PIPE = re.compile(r"(?<!\\)\|")


class Lines:
    """The lines of a source, by number from 0, without their ends; offsets count from ``base``."""

    def __init__(self, source: str, base: int = 0) -> None:
        self._source = source
        self._base = base
        ends = [end.span() for end in _LINE_END.finditer(source)]
        self._starts = [0, *[end for _, end in ends]]
        self._ends = [*[start for start, _ in ends], len(source)]

    def __len__(self) -> int:
        return len(self._starts)

    def text(self, line: int) -> str:
        return self._source[self._starts[line] : self._ends[line]]

    def start(self, line: int) -> int:
        """Where the line begins; the source's length for a line after the last."""
        return self._base + (self._starts[line] if line < len(self._starts) else len(self._source))

    def end(self, line: int) -> int:
        """Where the line ends, before its line end."""
        return self._base + (self._ends[line] if line < len(self._ends) else len(self._source))

    def is_blank(self, line: int) -> bool:
        return not self.text(line).strip(" \t")


class Place:
    """Places of one inline text: pieces begin at ``inner[i]`` there and at ``outer[i]`` in the source."""

    def __init__(self, inner: Sequence[int], outer: Sequence[int]) -> None:
        self._inner = inner
        self._outer = outer

    def at(self, offset: int) -> int:
        if len(self._inner) == 1:
            return self._outer[0] + offset - self._inner[0]
        piece = max(bisect_right(self._inner, offset) - 1, 0)
        return self._outer[piece] + offset - self._inner[piece]

    def end(self, offset: int) -> int:
        """The same for an end: one that falls between two pieces belongs to the earlier, and never to both."""
        if not offset or len(self._inner) == 1:
            return self.at(offset)
        following = bisect_right(self._inner, offset - 1)
        end = self.at(offset - 1) + 1  # a tab may have become several blanks
        return min(end, self._outer[following]) if following < len(self._outer) else end


def paragraph_place(content: str, first: int, lines: Lines) -> Place:
    """The place of a paragraph's text whose lines end like those of the source from line ``first`` on."""
    if "\n" not in content:
        text, kept = lines.text(first).rstrip(BLANKS), content.lstrip(" \t")
        return Place([len(content) - len(kept)], [lines.start(first) + max(len(text) - len(kept), 0)])
    inner: list[int] = []
    outer: list[int] = []
    parts = content.split("\n")
    at = 0
    for number, part in enumerate(parts):
        kept = part.lstrip(" \t")
        text = lines.text(first + number)
        length = len(text.rstrip(BLANKS)) if number == len(parts) - 1 else len(text)
        inner.append(at + len(part) - len(kept))
        outer.append(lines.start(first + number) + max(length - len(kept), 0))
        at += len(part) + 1
    return Place(inner, outer)


def heading_place(level: int, line: int, lines: Lines) -> Place:
    """The place of the text of a heading that begins with ``level`` number signs."""
    text = lines.text(line)
    after = text.find("#") + level
    return Place([0], [lines.start(line) + after + len(text[after:]) - len(text[after:].lstrip(BLANKS))])


def cell_places(column: int, line: int, lines: Lines) -> list[Place]:
    """The places of the cells of a table's row, which begins in the given column of its line."""
    text = lines.text(line).rstrip(BLANKS)
    start = lines.start(line)
    cuts = [match.start() for match in _PIPE.finditer(text, column)]
    bounds = list(zip([column, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True))
    if bounds[0][0] == bounds[0][1]:
        bounds.pop(0)
    return [_cell_place(text, begin, end, start) for begin, end in bounds]


def _cell_place(text: str, begin: int, end: int, start: int) -> Place:
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(BLANKS))
    inner, outer = [0], [start + begin]
    for dropped, escape in enumerate(re.finditer(r"\\\|", text[begin:end])):
        inner.append(escape.start() - dropped)
        outer.append(start + begin + escape.start() + 1)
    return Place(inner, outer)
