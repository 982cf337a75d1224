"""A long open end made short: lines whose work is done are left out, so that the parser need not read them again.

What decides how the next line reads is little: the lines that opened the containers around it, how its own block began,
and its last lines. All else of a list, a quote or a table that goes on for pages can be left out. Nothing is taken on
trust: the short text is parsed, and used only where its last block stands as it did in the long one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.markdown.parser import Outline, Unit

_WORTH = 200
_LONGEST_KEPT = 400
_SEPARATORS = ("", "\n", ">\n")
_LEAVES = {"paragraph_open", "table_open", "code_block", "fence"}
_CODE = {"code_block", "fence"}


class Shape(NamedTuple):
    """Where the last leaf block of a unit stands: lines [first, last), and the lines that opened what is around it."""

    kind: str
    first: int
    last: int
    opened: tuple[int, ...]


def candidates(
    outline: Outline, text: str, done: int, runs: list[tuple[int, int]], *, code_too: bool
) -> Iterator[tuple[str, int]]:
    """Shorter texts that may read alike at their end, each with how many characters of the end of ``text`` it keeps.

    ``text`` is what the outline was made from and ends with a line; ``done`` is the place in it before which nothing is
    needed any more. ``code_too``: nothing of the lines of code is needed either. ``runs``: what lies over the ends of
    lines in one piece, a formula or code, from where to where: none is parted.
    """
    shape = _shape(outline, outline.units[-1])
    if shape is None or (shape.kind in _CODE and not code_too):
        return
    lines = text.splitlines(keepends=True)
    starts = [0, *accumulate(map(len, lines))]
    rest = _rest(shape, lines, done)
    rest = min([rest, *(bisect_right(starts, begin) - 1 for begin, end in runs if begin < starts[rest] < end)])
    head = {*shape.opened, shape.first, *([shape.first + 1] if shape.kind == "table_open" else [])}
    kept = sorted(line for line in head if line < rest)
    end = sum(map(len, lines[rest:]))
    if len(text) - end - sum(len(lines[line]) for line in kept) < _WORTH:
        return
    if any(len(lines[line]) > _LONGEST_KEPT for line in kept):
        return
    if any(begin < starts[line + 1] < end for begin, end in runs for line in kept):
        return
    for separator in _SEPARATORS:
        parts = [lines[line] + separator * (line + 1 not in head and line + 1 < rest) for line in kept]
        yield "".join(parts) + text[len(text) - end :], end


def alike(before: Block, after: Block) -> bool:
    """Whether two blocks read alike as far as what follows them is concerned."""
    columns = [len(block.rows[0].cells) if block.rows else 0 for block in (before, after)]
    stand = [
        [(held.kind, held.number, held.alert, held.label) for held in block.containers] for block in (before, after)
    ]
    return before.kind is after.kind and before.end == after.end and stand[0] == stand[1] and columns[0] == columns[1]


def is_worth_it(block: Block) -> bool:
    return block.kind in {BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.CODE}


def _shape(outline: Outline, unit: Unit) -> Shape | None:
    stack: list[int] = []
    shape: Shape | None = None
    for token in outline.tokens[unit.begin : unit.end]:
        if token.type in _LEAVES and token.map:
            shape = Shape(token.type, token.map[0], token.map[1], tuple(stack))
        elif token.type == "inline" or not token.nesting or token.type.startswith(("t", "paragraph", "heading")):
            continue
        elif token.nesting == 1:
            stack.append((token.map or [0])[0])
        else:
            stack.pop()
    return shape


def _rest(shape: Shape, lines: list[str], done: int) -> int:
    """The first line that is kept for its own sake: the last two of the block, and all from ``done`` on."""
    rest, at = 0, 0
    while rest < len(lines) and at + len(lines[rest]) <= done:
        at += len(lines[rest])
        rest += 1
    last = shape.last - 1 if shape.kind in {"table_open", *_CODE} else shape.last - 2
    rest = max(min(rest if shape.kind not in _CODE else last, last), 0)
    return max(rest - 1, 0) if rest <= shape.first else rest
