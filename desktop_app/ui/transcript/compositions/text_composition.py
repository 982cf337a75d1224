"""Running text as a plain value: a paragraph, heading, list item, question, note, or a line between them."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from desktop_app.ui.transcript.compositions.composition import Link, Stretch
from desktop_app.ui.transcript.compositions.mapping import (
    Placed,
    cut,
    joined_text,
    links_of,
    placed,
    source_of,
    stretches_of,
)
from desktop_app.ui.transcript.compositions.standing import Bar, Mark
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.links import own_link
from desktop_app.ui.transcript.looks.looks import Chunk, Kind
from desktop_app.ui.transcript.looks.plain import LINE_BREAK, units
from desktop_app.ui.transcript.looks.words import translate

_OURS = frozenset({Kind.FACTS, Kind.ATTACHED})
_FORMULA = 52
"""Pixels: about as tall as formulas are, whatever their LaTeX is."""
_WIDE = "\u2e80"
"""From here on letters are about as wide as they are tall."""


class TextShape(NamedTuple):
    """Pixels at a zoom of 1. ``line`` is the distance of two lines, ``size`` that of the plain letters.

    ``begins`` and ``ends`` are false where a bubble goes on from, or into, another piece; ``full``: it is as wide as it
    may be, whatever its lines are.
    """

    kind: Kind = Kind.PROSE
    indent: int = 0
    marks: tuple[Mark, ...] = ()
    bars: tuple[Bar, ...] = ()
    top: int = measures.PARAGRAPH_GAP
    bottom: int = 0
    line: int = measures.TEXT_LINE
    size: int = measures.TEXT
    level: int = 0
    continued: bool = False
    begins: bool = True
    ends: bool = True
    full: bool = False
    message_id: str = ""


class TextComposition:
    """``prefix`` is the marks' text, which stands before the ``body``; ``shape`` and ``chunks`` tell two apart."""

    def __init__(self, shape: TextShape, chunks: tuple[Chunk, ...]) -> None:
        self.shape = shape
        self.chunks = chunks
        self.body = joined_text(chunks)
        self.prefix = "".join([f"{mark.text} " for mark in shape.marks]) if shape.marks else ""
        self.text = self.prefix + self.body
        self.length = units(self.text)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, TextComposition)
            and self.text == other.text
            and self.shape == other.shape
            and self.chunks == other.chunks
        )

    def __hash__(self) -> int:
        return hash((self.shape, self.text))

    @property
    def kind(self) -> Kind:
        return self.shape.kind

    @property
    def continued(self) -> bool:
        """Whether it is only the next part of a paragraph that was too long for one piece."""
        return self.shape.continued

    @property
    def level(self) -> int:
        """1 to 6 for a heading."""
        return self.shape.level

    @cached_property
    def links(self) -> tuple[Link, ...]:
        back: list[Link] = []
        position = 0
        for mark in self.shape.marks:
            if mark.label:
                href = own_link("back", self.shape.message_id, 0, mark.label)
                tip = translate("Transcript", "Back to the text")
                back.append(Link(href, tip, position, position + units(mark.text)))
            position += units(mark.text) + 1
        return (*back, *links_of(self._placed))

    @property
    def _placed(self) -> list[Placed]:
        return list(placed(self.chunks, units(self.prefix)))

    @cached_property
    def _starts(self) -> list[int]:
        """The positions of the chunks: who looks for a word asks for thousands of places."""
        return list(accumulate([units(chunk.text) for chunk in self.chunks], initial=units(self.prefix)))[:-1]

    def estimate(self, width: float) -> float:
        shape = self.shape
        if shape.kind is Kind.BUBBLE:
            width = width * measures.BUBBLE_PART - 2 * measures.BUBBLE_SIDE
        if shape.kind is Kind.MATHS:
            return shape.top + _FORMULA
        letters = max((width - shape.indent) / (shape.size * 0.49), 1.0)
        lines = sum(max(math.ceil(_breadth(line) / letters), 1) for line in self.body.split(LINE_BREAK))
        return shape.top + shape.bottom + lines * shape.line

    def stretches(self, start: int, end: int) -> list[Stretch]:
        return stretches_of(self._placed, start, end)

    def source_range(self, start: int, end: int) -> tuple[int, int] | None:
        touched = slice(max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end))
        return source_of(map(Placed, self._starts[touched], self.chunks[touched]), start, end)

    def plain(self, start: int, end: int) -> str:
        if self.kind in _OURS:
            return ""
        if self.kind is Kind.RULE:
            return "———" if start < end else ""
        return cut(self.text, start, end).replace(LINE_BREAK, "\n").replace("\u200b", "")


def _breadth(line: str) -> float:
    if line.isascii():
        return len(line)
    return sum(2 if letter >= _WIDE else 1 for letter in line)
