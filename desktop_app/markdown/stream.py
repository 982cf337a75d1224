"""Markdown that grows: blocks that can no longer change are given once, the open end again and again.

Only the text from the start of the open end is ever parsed again. A block is final when a later one has begun in
complete lines, or when its own lines say so (a closed fence, a heading, a blank line under a paragraph); an item of a
top-level list when the next item has begun. A fence that is open is followed line by line without the parser.

The closed blocks do not depend on how the text was cut into deltas. They differ from ``parse`` of the whole in one
thing: a link ``[like this]`` uses only definitions that stand before it or in the same block, since one that is final
does not change when its definition comes later.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, NamedTuple

from desktop_app.markdown import tail as tails
from desktop_app.markdown.blocks import Block, BlockKind, Span
from desktop_app.markdown.effort import Effort
from desktop_app.markdown.fences import OpenFence
from desktop_app.markdown.leaves import Memory
from desktop_app.markdown.parser import Outline, Unit

_FINAL_AT_ONCE = {"heading_open", "hr"}
_FINAL_BEFORE_BLANK = {"paragraph_open", "table_open", "blockquote_open", "alert_open", "html_block", "maths_block"}
_OUTLIVES_BLANK = {"dl_open", "footnote_open", "bullet_list_open", "ordered_list_open"}
_ENDS_WITH_BLANK = {"paragraph_open", "table_open", "blockquote_open"}
_FINAL_WHEN_CLOSED = {"fence", "maths_block"}

# From this length on the open end is parsed again only when it has grown by an eighth, so that the cost stays linear;
# a line that begins at the margin after a blank one, or a list's mark, may end it and is worth a look at once.
_LONG = 4000
_GROWN = 8
_SHORT = 400
_BLANKS = " \t\r\n"
_REMEMBERED = 200
"""Pieces of inline text whose reading is kept while the open end is shortened around them."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_MAY_END = re.compile(r"\n[ \t]*\n(?=\S)|^ {0,3}(?:[-+*]|\d{1,9}[.)])[ \t]", re.MULTILINE)

# Lines that can only belong to the unit that is open, whatever stands in it.
_IN_ITEM = re.compile(r"(?: {2,}[^\s`~<\[][^\n\r`~]*\n)+")
_GOES_ON = {
    "paragraph_open": re.compile(r"(?:[^\W\d_][^\n\r|]*\n)+"),
    "blockquote_open": re.compile(r"(?: {0,3}> ?[^\W\d_][^\n\r|`~]*\n)+"),
    "bullet_list_open": _IN_ITEM,
    "ordered_list_open": _IN_ITEM,
}


class Update(NamedTuple):
    """``closed``: the blocks that became final since the last update. ``open``: how the rest looks by now."""

    closed: tuple[Block, ...] = ()
    open: tuple[Block, ...] = ()


class BlockStream:
    """One message as it is being written. Without ``keeps_source`` a text of any length takes no room.

    With an ``effort``, looking for what is final waits while nothing of it is left.
    """

    def __init__(self, *, keeps_source: bool = True, effort: Effort | None = None) -> None:
        self._effort = effort
        self._keeps_source = keeps_source
        self._parts: list[str] = []
        self._new: list[str] = []
        self.tail = ""
        """The open end as written, which begins at ``base`` of the source."""
        self.base = 0
        self._references: dict[str, dict[str, Any]] = {}
        self._number: int | None = None
        self._memory: Memory = {}
        self._lined = 0  # up to where the tail, in complete lines, has been looked through for final blocks
        self._rest: tuple[int, Outline, list[Unit]] | None = None  # what an outline left open, and where it ended
        self._kind = ""  # of the unit that was open when complete lines were last looked through
        self._fence: OpenFence | None = None
        self._open: tuple[Block, ...] = ()
        self._going_on = 0  # up to this place of the source the lines since then plainly belong to that unit
        self._done = -1  # nobody needs what ends by this place
        self._shown = 0  # the tail's length when ``_open`` was made

    @property
    def source(self) -> str:
        """All text so far, where it is kept."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def feed(self, delta: str) -> None:
        """Takes the next piece of text; nothing is parsed before ``update``."""
        if delta:
            if self._keeps_source:
                self._parts.append(delta)
            self._new.append(delta)

    def update(self) -> Update:
        """What became final since the last call, and the present state of the rest."""
        self._take()
        closed = self._close()
        return Update(closed, self._look())

    def settle(self, done: int = -1) -> tuple[Block, ...]:
        """Like ``update`` for one who does not look at what is open: only what became final.

        For one who needs nothing before the place ``done``, which is left out.
        """
        if self._new:
            self._take()
        self._done = done
        return self._close()

    @property
    def in_fence(self) -> bool:
        """Whether the text ends, by its complete lines, inside a fence."""
        return self._fence is not None

    @property
    def is_read(self) -> bool:
        """Whether all of the open end has been parsed, so that to look at it costs little."""
        return self._rest is not None and self._rest[0] == self.base + len(self.tail)

    def standing(self, done: int = -1) -> list[Block]:
        """The open end as it would read if the text ended here: nothing held back and nothing added.

        For one who needs nothing before the place ``done``, what ends there may come without its text or not at all,
        and HTML without its spans.
        """
        end = self.base + len(self.tail)
        if not self.tail:
            return []
        if self._rest is None or self._rest[0] != end:
            outline = self._outline(self.tail)
            self._rest = end, outline, outline.units
        _, outline, units = self._rest
        return [*_needed(outline, units[:-1], done), *(unit_blocks(outline, units[-1], done) if units else ())]

    def shorten(self, done: int, *, code_too: bool) -> None:
        """Leaves out of a long open end, at the end of a line, what says nothing about how the next line reads.

        For one who has taken all he needs of the source before ``done`` (``code_too``: and needs no code). From then on
        ``standing`` and ``finish`` give the last block without its middle, and blocks before it no more; places behind
        ``done`` stay true.
        """
        from desktop_app.markdown import shortening  # with the first text that becomes long

        end = self.base + len(self.tail)
        if self._fence is not None or self._rest is None or self._rest[0] != end or not self._rest[2]:
            return
        _, outline, units = self._rest
        before = unit_blocks(outline, units[-1], end)
        if outline.units[-1] is not units[-1] or not before or not shortening.is_worth_it(before[-1]):
            return
        source = self.tail[outline.lines.start(0) - self.base :]
        is_code = before[-1].kind is BlockKind.CODE
        begin = outline.lines.start(0)
        runs = [
            (span.start - begin, span.end - begin) for span in before[-1].spans if span.code or span.maths or span.html
        ]
        for text, kept in shortening.candidates(outline, source, done - begin, runs, code_too=code_too):
            short = Outline(text, end - len(text), {**outline.references}, units[-1].number, effort=self._effort)
            after = unit_blocks(short, short.units[-1], end) if len(short.units) == 1 else []
            if after and shortening.alike(before[-1], after[-1]) and (is_code or end - kept <= done):
                self._shorten_to(text, short, outline)
                return

    def _shorten_to(self, text: str, short: Outline, long: Outline) -> None:
        for label, reference in long.references.items():
            self._references.setdefault(label, {**reference, "map": [-1, -1]})
        self._number = short.units[0].number
        self.base += len(self.tail) - len(text)
        self.tail, self._lined, self._shown = text, len(text), -1
        if len(self._memory) > _REMEMBERED:
            self._memory.clear()
        self._rest = self.base + len(text), short, short.units

    def finish(self) -> Update:
        """The rest, which is final now that no more text will come."""
        self.tail += "".join(self._new)
        outline = self._outline(self.tail)
        closed = tuple(block for unit in outline.units for block in unit_blocks(outline, unit))
        self.base += len(self.tail)
        self._new, self.tail, self._open, self._fence = [], "", (), None
        self._lined = self._shown = 0
        return Update(closed)

    def _outline(self, text: str) -> Outline:
        """Of text that begins where the tail does."""
        return Outline(text, self.base, self._references, self._number, self._memory, self._effort)

    def _take(self) -> None:
        new = "".join(self._new)
        self._new = []
        if new.endswith("\r"):  # it may be half a line end
            new = new[:-1]
            self._new.append("\r")
        self.tail += new

    def _close(self) -> tuple[Block, ...]:
        """Gives the units that are final now and begins the tail anew behind them."""
        upto = self.tail.rfind("\n") + 1
        if upto <= self._lined or (self._fence is not None and self._in_fence(upto)):
            return ()
        if (self._kind in _GOES_ON and self._goes_on(upto)) or (upto >= _LONG and not self._worth_parsing(upto)):
            return ()
        closed = () if self._is_plain(upto) else self._at_blank(upto)
        if closed is not None or (self._effort is not None and not self._effort.is_left):
            return closed or ()
        self._lined, self._kind = upto, ""
        if not self.tail[:upto].strip(_BLANKS):  # nothing is open, and nothing begins
            self._drop(upto)
            return ()
        outline = self._outline(self.tail[:upto])
        if not outline.units:
            return ()
        last = outline.units[-1]
        if is_final(outline, last):
            final, cut = outline.units, last.last
            self._number = None
        else:
            final, cut = outline.units[:-1], _first_line(outline)
            self._number, self._kind = last.number, last.kind
            self._follow_fence(outline, last)
        self._cut(outline, cut)
        self._rest = self.base + self._lined, outline, outline.units[len(final) :]
        return tuple(_needed(outline, final, self._done))

    def _in_fence(self, upto: int) -> bool:
        """Hands new complete lines to the open fence; false where there is none, or no longer."""
        if self._fence is None:
            return False
        for line in _LINE_END.split(self.tail[self._lined : upto])[:-1]:
            if not self._fence.take(line):
                self._fence = None
                return False
        self._lined = upto
        return True

    def _goes_on(self, upto: int) -> bool:
        """Whether the new lines plainly belong to the unit that is open, so that nothing can be final by them."""
        lines = _GOES_ON.get(self._kind)
        known = max(self._going_on - self.base, self._lined)
        if lines is None or lines.fullmatch(self.tail, known, upto) is None:
            return False
        self._going_on = self.base + upto
        return True

    def _at_blank(self, upto: int) -> tuple[Block, ...] | None:
        """What new lines that are blank make final, where the unit that was read last tells; None where it does not."""
        if self._rest is None or self._rest[0] != self.base + self._lined:
            return None
        if upto > _SHORT or self.tail[self._lined : upto].strip(_BLANKS):
            return None
        _, outline, units = self._rest
        if self._kind in _OUTLIVES_BLANK:
            self._rest = self.base + upto, outline, units
            self._lined = upto
            return ()
        if self._kind in _ENDS_WITH_BLANK:
            self._lined, self._kind, self._number, self._rest = upto, "", None, None
            self._keep_references(outline, len(outline.lines))
            self._drop(upto)
            return tuple(_needed(outline, units, self._done))
        return None

    def _is_plain(self, upto: int) -> bool:
        """Takes, for one who reads for himself, a line that begins with a letter, and a blank one right below it.

        No block but a paragraph begins with a letter, and only the next line can tell that it is none.
        """
        if self._done < 0 or not self.tail[:1].isalpha():
            return False
        if self._lined == 0 and self.tail.find("\n") == upto - 1 and "\r" not in self.tail[:upto]:
            self._lined, self._kind, self._number, self._rest = upto, "paragraph_open", None, None
            return True
        is_done = self._kind == "paragraph_open" and self._rest is None and self.base + self._lined <= self._done + 1
        if not is_done or self.tail[self._lined : upto].strip(_BLANKS):
            return False
        self._lined, self._kind = upto, ""
        self._drop(upto)
        return True

    def _worth_parsing(self, upto: int) -> bool:
        """Whether a long open end has grown enough, or by a line that may end it."""
        new = upto - self._lined
        if new * _GROWN > upto:
            return True
        may = self._effort is None or self._effort.is_left
        return may and _MAY_END.search(self.tail, max(self._lined - 2, 0), upto) is not None

    def _follow_fence(self, outline: Outline, last: Unit) -> None:
        token = outline.open_fence()
        if token is not None:
            blocks = unit_blocks(outline, last)
            self._fence = OpenFence(token, blocks) if OpenFence.can_follow(blocks) else None

    def _cut(self, outline: Outline, line: int) -> None:
        length = outline.lines.start(line) - self.base
        self._keep_references(outline, line)
        self._drop(length)

    def _keep_references(self, outline: Outline, line: int) -> None:
        """What was defined before the line, for all that comes."""
        for label, reference in outline.references_before(line).items():
            self._references.setdefault(label, {**reference, "map": [-1, -1]})

    def _drop(self, length: int) -> None:
        """Begins the tail anew so many characters on."""
        self.tail = self.tail[length:]
        self.base += length
        self._lined -= length
        if length:
            self._memory.clear()
        self._shown = -1 if length else self._shown

    def _look(self) -> tuple[Block, ...]:
        """The tail as it may be shown by now."""
        size = len(self.tail)
        if self._fence is not None:
            self._shown = -1
            return self._fence.shown(self.tail[self._lined :], self.base + size)
        new = size - self._shown
        if new and self._shown >= 0 and size > _LONG and new * _GROWN < size:
            return self._lengthened()
        if new:
            self._open = self._parsed_tail()
            self._shown = size
        return self._open

    def _parsed_tail(self) -> tuple[Block, ...]:
        text, end = tails.closed(tails.shown(self.tail))
        outline = self._outline(text)
        blocks = [block for unit in outline.units for block in outline.blocks(unit, outline.references)]
        return tuple(tails.clipped(block, self.base + end, text[end:]) for block in blocks)

    def _lengthened(self) -> tuple[Block, ...]:
        """A long open end with what came since it was parsed as plain text, where it only goes on in a paragraph."""
        text = self.tail[self._shown :]
        if not self._open or self._open[-1].kind is not BlockKind.PARAGRAPH or "\n" in text:
            return self._open
        end = self.base + len(self.tail)
        *before, last = self._open
        more = Span(text, end - len(text), end)
        return (*before, replace(last, spans=(*last.spans, more), end=end))


def _needed(outline: Outline, units: list[Unit], done: int) -> list[Block]:
    """The blocks of the units that do not end by the place ``done``."""
    if done >= 0:
        units = [unit for unit in units if outline.lines.end(max(unit.last - 1, unit.first)) > done]
    return [block for unit in units for block in unit_blocks(outline, unit, done)]


def unit_blocks(outline: Outline, unit: Unit, done: int = -1) -> list[Block]:
    """The unit's blocks with the definitions that stand before its end, which later text does not change."""
    references = outline.references_before(unit.last) if outline.references else {}
    return outline.blocks(unit, references, done)


def is_final(outline: Outline, last: Unit) -> bool:
    """Whether no later line can change the last unit."""
    if last.kind in _FINAL_AT_ONCE:
        return True
    if last.kind in _FINAL_WHEN_CLOSED and outline.tokens[last.begin].meta["closed"]:
        return True
    return last.kind in _FINAL_BEFORE_BLANK and last.last < len(outline.lines) - 1


def _first_line(outline: Outline) -> int:
    """Where the last unit begins, with a link definition right above it: its title may still be going on."""
    above = outline.units[-2].last if len(outline.units) > 1 else 0
    line = outline.units[-1].first
    while line > above and not outline.lines.is_blank(line - 1):
        line -= 1
    return line
