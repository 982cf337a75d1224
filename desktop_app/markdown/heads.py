"""A short text in the place of a long one: what the lines that are left out opened is opened by a few made-up lines.

How a line reads depends on the containers that are open around it and on the block that it may go on with, and on
nothing else that stands above it. So of a list item of a hundred pages its first line, reduced to its mark and one
letter, does as well as the whole of it. Nothing is taken on trust: who uses such a text parses it, and compares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop_app.domain.patterns import lazy
from desktop_app.markdown.parser import Outline, Unit

_LEAVES = {"paragraph_open", "heading_open", "table_open", "code_block", "fence", "html_block", "hr", "maths_block"}
_OPENING = {"blockquote_open", "alert_open", "list_item_open", "dt_open", "dd_open", "footnote_open"}
_CLOSING = {kind.replace("_open", "_close") for kind in _OPENING}
_MARKS = lazy(r"(?:[ \t]*(?:>|(?:[-+*:]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]\s]+\]:))*[ \t]*(?:\[[ xX]\][ \t]+)?")
_QUOTES = lazy(r"(?:[ \t]*>)*[ \t]*")
_LONGEST = 400
"""Characters of a line that is kept as it is: an alert's, a term's, a table's head."""


class Leaf(NamedTuple):
    """The last leaf block of a unit: the lines [first, last) it has, and those that opened what is around it.

    ``whole`` are lines that opened something by more than their mark: they are kept as they are. ``titles`` are those
    of them behind which the first block of what they opened begins.
    """

    kind: str
    first: int
    last: int
    opened: tuple[int, ...]
    whole: frozenset[int]
    titles: frozenset[int]


def last_leaf(outline: Outline, unit: Unit) -> Leaf | None:
    """None where the unit ends with an empty item."""
    around: list[tuple[int, str]] = []
    leaf: Leaf | None = None
    term = -1
    for token in outline.tokens[unit.begin : unit.end]:
        if token.type in _OPENING:
            line = (token.map or [0])[0]
            term = line if token.type == "dt_open" else term
            around.append((line, token.type))
            leaf = None
        elif token.type in _CLOSING:
            around.pop()
        elif token.type in _LEAVES and token.map:
            titles = frozenset(line for line, kind in around if kind == "alert_open")
            whole = {line for line, kind in around if kind == "dt_open"} | titles
            opened = {line for line, _ in around}
            if any(kind == "dd_open" for _, kind in around):  # what is defined stands right above
                opened.add(term)
                whole.add(term)
            leaf = Leaf(token.type, token.map[0], token.map[1], tuple(sorted(opened)), frozenset(whole), titles)
    return leaf


def heads(outline: Outline, leaf: Leaf, *, within: bool) -> Iterator[str]:
    """What may stand before the rest of the leaf, or before all of it, so that it reads as it did.

    ``within``: the rest begins in the middle of a line of the leaf, or behind the rows of a table.
    """
    kept: list[str] = []
    for line in leaf.opened:
        if line == leaf.first:
            break
        kept += [_whole(outline, line)] if line in leaf.whole else []
        kept += [_reduced(outline, line, opens=True)] if line in leaf.titles or line not in leaf.whole else []
    ending = ""
    if within and leaf.kind == "table_open":
        ending = f"{_whole(outline, leaf.first)}\n{_whole(outline, leaf.first + 1)}\n"
    elif within:  # two lines, since one alone may become a term
        ending = f"{_reduced(outline, leaf.first, opens=leaf.first in leaf.opened)}\nx "
    if any(len(line) > _LONGEST for line in kept) or len(ending) > 2 * _LONGEST:
        return
    quotes = _reduced(outline, leaf.first, opens=False)[:-1].rstrip()
    for blank in dict.fromkeys(("", "\n", f"{quotes}\n")):
        yield "".join(f"{line}\n{blank}" for line in kept) + ending


def _reduced(outline: Outline, line: int, *, opens: bool) -> str:
    """The marks of a line and one letter."""
    text = outline.lines.text(line)
    found: re.Match[str] | None = (_MARKS if opens else _QUOTES).match(text)
    marks = found[0] if found else ""
    blank = " " if marks.strip() and not marks[-1].isspace() else ""
    return f"{marks}{blank}x"


def _whole(outline: Outline, line: int) -> str:
    return outline.lines.text(line)
