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
    MATHS = "maths"


class ContainerKind(StrEnum):
    QUOTE = "quote"
    BULLET = "bullet"
    ORDERED = "ordered"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"


class Alert(StrEnum):
    """What a quotation that begins with ``[!NOTE]`` and the like is: the five sorts that GitHub knows."""

    NOTE = "note"
    TIP = "tip"
    IMPORTANT = "important"
    WARNING = "warning"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Container:
    """``number`` is an ordered item's; ``first``: this is the container's first leaf block, which carries the mark.

    ``checked`` is a task's box, None for an item that is no task. ``alert`` is a quotation's sort, None for a plain
    one, which alone has no mark and no ``first``. ``label`` is a footnote's, as written between ``[^`` and ``]:``; the
    text of a note stands where it was written, as blocks inside a FOOTNOTE. A TERM holds one line; each DEFINITION
    behind it is a container of its own.
    """

    kind: ContainerKind
    number: int = 0
    first: bool = False
    checked: bool | None = None
    alert: Alert | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of inline text in one style; ``text`` is what is shown, [start, end) where it stands in the source.

    ``href`` is the link's or image's address as written, "" for none; ``leads_to``: that of the link around an image.
    ``hard_break``: ``text`` is one line feed. ``html``: ``text`` is a tag as written, which is shown and does nothing.
    ``maths``: ``text`` is LaTeX without the signs around it; ``display``: it was written to stand on a line of its own.
    ``footnote`` is the label of the note that is referred to here, and then ``text`` is the same, to be set high;
    whether the note ever comes is not known.
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
    maths: bool = False
    display: bool = False
    footnote: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: cells of spans; ``header`` for the first."""

    cells: tuple[tuple[Span, ...], ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One leaf block.

    ``spans`` for PARAGRAPH and HEADING, and for HTML what of it can be read: words, images, line breaks, no tags; none
    where there is nothing (a comment, a script). ``text`` for CODE (its lines, without the fences), HTML (as written)
    and MATHS (LaTeX without the signs around it, but with the environment where it began with one; empty while only
    these have come, made whole while the rest is still to come). ``language`` is the first word of a fence's info
    string. ``rows`` and ``alignments`` ("left", "center", "right", "") for TABLE. ``level`` 1 to 6 for HEADING.
    ``closed`` is false while the block may still change or grow. ``continues``: it goes on where the block before it
    ended, in the middle of a paragraph that is too long to be given in one piece (``part_stream`` alone does so).
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
    continues: bool = False
