"""A line that is plainly one thing need not be parsed with all that stands before it.

Two kinds of line plainly go on like the one above: the next item of the same list, one line each, and one more line of
a paragraph in a quotation. Both are told by their marks, which are the very ones of the line above, and by a letter
behind them. A line that begins with a letter where nothing is open begins a paragraph, or what is one until the line
below says otherwise; and if that is blank, it never does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Span
from desktop_app.markdown.parser import inline

_ITEM_MARKS = re.compile(r"[ \t>]*(?:[-+*][ \t]+)+\Z")
_QUOTE_MARKS = re.compile(r"[ >]*>[ >]*\Z")
_BELOW = re.compile(r"(?<=\n)[ >]+")
# What may be a link, or at the beginning of a paragraph, and there alone, a call of a tool or the begin of thinking.
_TELLING = re.compile(r"[\[<{◁\r]")
_NOT_PLAIN = re.compile(r"[\[|\r]")
_OPENING = {"[", "<"}  # stands right before the words of a link
_INSIDE = {"*", "_", "~"}  # as well, where these are marked
_BULLETS = re.compile(r"[-+*]")


def is_more_of_quotation(marks: str, above: str) -> bool:
    """Whether a letter behind these marks goes on with the paragraph behind those of the line above."""
    return marks == above and _QUOTE_MARKS.match(marks) is not None


def words_begin(leaf: Block, tail: str, base: int) -> int:
    """From where on the words of a paragraph can be parsed alone; -1 where they cannot: inside a link, say."""
    first = leaf.spans[0] if leaf.spans else None
    if first is None:
        return -1
    before = tail[first.start - base - 1 : first.start - base]
    if not (first.href or first.leads_to) or before not in {*_OPENING, *_INSIDE}:
        return first.start
    return first.start - 1 if before in _OPENING else -1


def lone_line(tail: str, base: int, line: int) -> Block | None:
    """The paragraph that begins with the line of this place, where that is all that is open; without its words."""
    if line != base or not tail[:1].isalpha() or _NOT_PLAIN.search(tail):
        return None
    return Block(BlockKind.PARAGRAPH, base, base + len(tail.rstrip()), spans=(Span(tail[0], base, base + 1),))


def ended(above: Block, text: str, base: int, unsaid: int) -> Block | None:
    """Such a paragraph to its end, from ``unsaid`` on, where a blank line follows it with which ``text`` ends."""
    end = text.find("\n")
    below = text[end + 1 :]
    if above.start != base or above.containers or "\n" not in below or below.strip(" \t\n"):
        return None
    rest = text[unsaid - base : end]
    if _TELLING.search(rest):
        return None
    return replace(above, spans=inline(rest.rstrip(" \t"), unsaid), end=base + end)


def without_marks(text: str) -> str:
    """A piece of a paragraph, as long as it was, with blanks for a quotation's marks in the lines below its first."""
    return _BELOW.sub(lambda marks: " " * len(marks[0]), text) if "\n" in text and ">" in text else text


def next_item(above: Block, letter: int, text: str, base: int, unsaid: int) -> tuple[Block, Block] | None:
    """The item above to its end, from ``unsaid`` on, and the one that begins with ``letter`` behind the same marks.

    ``text`` is the source from ``base`` to that letter. None where the line may be anything else.
    """
    line = text.rfind("\n") + 1
    start, words = above.start - base, above.spans[0].start - base if above.spans else -1
    marks = text[line:-1]
    if (
        start < 0
        or words < start
        or not text[-1].isalpha()
        or text[start:words] != marks
        or not _ITEM_MARKS.match(marks)
    ):
        return None
    rest = text[unsaid - base : line - 1]
    one_line = text.find("\n", words) + 1 == line
    plain = all(outer.kind in _PLAIN and outer.checked is None and outer.alert is None for outer in above.containers)
    if not (above.kind is BlockKind.PARAGRAPH and one_line and plain and words <= unsaid - base) or _TELLING.search(
        rest
    ):
        return None
    containers = _marked_anew(above.containers, len(_BULLETS.findall(marks)))
    item = Block(BlockKind.PARAGRAPH, base + line, letter + 1, containers, spans=(Span(text[-1], letter, letter + 1),))
    return replace(above, spans=inline(rest, unsaid), end=base + line - 1), item


_PLAIN = {ContainerKind.BULLET, ContainerKind.QUOTE}


def _marked_anew(containers: tuple[Container, ...], bullets: int) -> tuple[Container, ...]:
    """The innermost so many lists show their mark; all around them have shown it."""
    found: list[Container] = []
    for outer in reversed(containers):
        is_list = outer.kind is ContainerKind.BULLET
        found.append(replace(outer, first=is_list and bullets > 0))
        bullets -= is_list
    return tuple(reversed(found))
