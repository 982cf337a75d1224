"""The shape of a message: a flat row of leaf blocks, each with the containers it stands in and its place in the source.

Flat, because that is how both readers take it: the eye draws block after block with an indent, the ear says block after
block with a pause. All offsets count code points of the message's source.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CODE = "code"
    TABLE = "table"
    RULE = "rule"
    HTML = "html"


class ContainerKind(StrEnum):
    QUOTE = "quote"
    BULLET = "bullet"
    ORDERED = "ordered"


@dataclass(frozen=True, slots=True)
class Container:
    """``number`` is an ordered item's; ``first``: this is a list item's first leaf block, which carries the mark."""

    kind: ContainerKind
    number: int = 0
    first: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A run of inline text in one style; ``text`` is what is shown, [start, end) where it stands in the source.

    ``href`` is the link's or image's address as written, "" for none. ``hard_break``: ``text`` is one line feed.
    ``html``: ``text`` is a tag as written, which is shown and does nothing.
    """

    text: str
    start: int
    end: int
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    image: bool = False
    href: str = ""
    hard_break: bool = False
    html: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: cells of spans; ``header`` for the first."""

    cells: tuple[tuple[Span, ...], ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One leaf block.

    ``spans`` for PARAGRAPH and HEADING. ``text`` for CODE (its lines, without the fences) and HTML (as written).
    ``language`` is the first word of a fence's info string. ``rows`` and ``alignments`` ("left", "center", "right", "")
    for TABLE. ``level`` 1 to 6 for HEADING. ``closed`` is false while the block may still change or grow.
    """

    kind: BlockKind
    start: int
    end: int
    containers: tuple[Container, ...] = ()
    spans: tuple[Span, ...] = ()
    text: str = ""
    language: str = ""
    level: int = 0
    rows: tuple[Row, ...] = ()
    alignments: tuple[str, ...] = ()
    closed: bool = True
