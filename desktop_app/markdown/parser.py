"""Markdown becomes blocks: the one judge, for the eye and the ear, of what is prose and what is code.

The grammar is CommonMark with tables, strikethrough, bare addresses, tasks and alerts as GitHub has them, footnotes and
definition lists as far as they can be told while a text streams, and mathematics in LaTeX. HTML is recognised and has
no power: a block of it is a block of its own kind, a tag in a line is a span of its own kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from desktop_app.markdown.blocks import Block, Container, Span
from desktop_app.markdown.effort import BLOCK, BRACKET, DEFINITION, LINE, MARK, OPEN, READING, TOKEN, Effort
from desktop_app.markdown.inline import plain, spans_of
from desktop_app.markdown.leaves import LISTS, Leaves, Memory, closing
from desktop_app.markdown.places import Lines, Place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

References = Mapping[str, dict[str, Any]]


def parse(source: str, base: int = 0) -> list[Block]:
    """The blocks of a whole text; ``base`` is added to every offset."""
    outline = Outline(source, base)
    return [block for unit in outline.units for block in outline.blocks(unit, outline.references)]


def inline(text: str, base: int = 0, effort: Effort | None = None) -> tuple[Span, ...]:
    """The spans of a piece of one line that is known to be prose; ``effort`` is charged with what that costs."""
    from desktop_app.markdown.syntax import syntax  # imported late: it takes 50 ms

    return _spans(syntax(), text, {}, Place([0], [base]), effort)


def _spans(
    md: MarkdownIt, text: str, env: dict[str, Any], place: Place, effort: Effort | None = None
) -> tuple[Span, ...]:
    if md.inline.terminator_re.search(text) is None:  # no rule but that for words would find anything
        return plain(text, place)
    children: list[Token] = []
    md.inline.parse(text, md, env, children)
    if effort is not None:
        opened, ended = text.count("["), text.count("]")
        effort.spend(READING + MARK * len(children) + BRACKET * opened + OPEN * max(opened - ended, 0))
    return spans_of(children, place)


class Unit(NamedTuple):
    """A top-level block, or one item of a top-level list: what becomes final in one piece.

    Lines [first, last); tokens [begin, end). ``number`` is an ordered item's own, ``containers`` its list.
    """

    kind: str
    first: int
    last: int
    begin: int
    end: int
    containers: tuple[Container, ...] = ()

    @property
    def number(self) -> int | None:
        return self.containers[0].number if self.containers and self.kind == "ordered_list_open" else None


class Outline:
    """A source cut into units by the block rules alone; the text inside is parsed for the units one asks for.

    ``references`` are definitions known from before, to which the source's own are added; ``number`` overrides the
    number of the first item where the source begins in the middle of an ordered list. ``memory`` keeps what inline text
    became, for the next outline of the same source when it has grown. ``effort`` is charged with what reading costs.
    """

    def __init__(
        self,
        source: str,
        base: int = 0,
        references: References | None = None,
        number: int | None = None,
        memory: Memory | None = None,
        effort: Effort | None = None,
    ) -> None:
        from desktop_app.markdown.syntax import syntax  # imported late: it takes 50 ms

        self._md = syntax()
        self._effort = effort
        self.memory: Memory = {} if memory is None else memory
        self.lines = Lines(source, base)
        text = source.replace("\r\n", "\n").replace("\r", "\n") if "\r" in source else source
        env: dict[str, Any] = {"references": dict(references or {})}
        self.tokens: list[Token] = []
        self._md.block.parse(text.replace("\0", "�"), self._md, env, self.tokens)
        self.references: dict[str, dict[str, Any]] = env["references"]
        self.units = list(_units(self.tokens, number))
        if effort is not None:
            defined = len(self.references) - len(references or {})
            effort.spend(READING + LINE * len(self.lines) + TOKEN * len(self.tokens) + DEFINITION * defined)

    def references_before(self, line: int) -> dict[str, dict[str, Any]]:
        """The definitions that begin before the line."""
        return {label: ref for label, ref in self.references.items() if ref["map"][0] < line}

    def blocks(self, unit: Unit, references: References, done: int = -1) -> list[Block]:
        """The leaf blocks of a unit, where links may use the given definitions.

        Paragraphs and headings that end by the place ``done`` come without their text, but for the unit's last.
        """
        leaves = Leaves(
            self.tokens,
            self.lines,
            lambda token, place: self.spans(token, place, references),
            None if references else self.memory,
            done,
        )
        blocks = list(leaves.read(unit.begin, unit.end, unit.containers))
        if self._effort is not None:
            self._effort.spend(BLOCK * len(blocks))
        return blocks

    def open_fence(self) -> Token | None:
        """The fence with which the source ends, where it is not closed."""
        for token in reversed(self.tokens):
            if token.nesting >= 0:
                return token if token.type == "fence" and not token.meta["closed"] else None
        return None

    def spans(self, token: Token, place: Place, references: References) -> tuple[Span, ...]:
        if not token.content:
            return ()
        if references:  # what is read with them is not remembered: there may be others the next time
            return self._read(token, place, references)
        key = (token.content, place.at(0))
        known = self.memory.get(key)
        if known is None:
            known = self.memory[key] = self._read(token, place, references)
        return cast(tuple[Span, ...], known)

    def _read(self, token: Token, place: Place, references: References) -> tuple[Span, ...]:
        return _spans(self._md, token.content, {"references": references}, place, self._effort)


def _units(tokens: list[Token], number: int | None) -> Iterator[Unit]:
    at = 0
    while at < len(tokens):
        end = closing(tokens, at)
        opening = tokens[at]
        if opening.type in LISTS:
            count = int(opening.attrs.get("start", 1))
            if at == 0 and number is not None:
                count = number
            yield from _items(tokens, at, end, count)
        else:
            first, last = opening.map or [0, 0]
            yield Unit(opening.type, first, last, at, end)
        at = end


def _items(tokens: list[Token], at: int, end: int, count: int) -> Iterator[Unit]:
    kind = tokens[at].type
    at += 1
    while at < end - 1:
        after = closing(tokens, at)
        first, last = tokens[at].map or [0, 0]
        ordered = kind == "ordered_list_open"
        yield Unit(kind, first, last, at, after, (Container(LISTS[kind], count if ordered else 0, first=True),))
        count += 1
        at = after
