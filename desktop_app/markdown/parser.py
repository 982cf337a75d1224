"""Markdown becomes blocks: the one judge, for the eye and the ear, of what is prose and what is code.

The grammar is CommonMark with tables, strikethrough, bare addresses, tasks and alerts as GitHub has them, footnotes and
definition lists as far as they can be told while a text streams, and mathematics in LaTeX. HTML is recognised and has
no power: a block of it is a block of its own kind, a tag in a line is a span of its own kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from desktop_app.markdown.blocks import Alert, Block, BlockKind, Container, ContainerKind, Row, Span
from desktop_app.markdown.inline import spans_of
from desktop_app.markdown.places import Lines, Place, cell_places, heading_place, paragraph_place

if TYPE_CHECKING:
    from markdown_it.token import Token

References = Mapping[str, dict[str, Any]]

Memory = dict[tuple[str, int], Any]

_LISTS = {"bullet_list_open": ContainerKind.BULLET, "ordered_list_open": ContainerKind.ORDERED}
_BY_ITSELF = {"fence", "code_block", "html_block", "hr", "maths_block"}
_HOLDING = {"dt_open": ContainerKind.TERM, "dd_open": ContainerKind.DEFINITION, "footnote_open": ContainerKind.FOOTNOTE}
_TITLED = 4
"""An alert begins with three tokens for the word that GitHub writes above it."""
_CLOSING = {"list_item_close", "alert_close", "dt_close", "dd_close", "footnote_close", "blockquote_close"}


def parse(source: str, base: int = 0) -> list[Block]:
    """The blocks of a whole text; ``base`` is added to every offset."""
    outline = Outline(source, base)
    return [block for unit in outline.units for block in outline.blocks(unit, outline.references)]


def inline(text: str, base: int = 0) -> tuple[Span, ...]:
    """The spans of a piece of one line that is known to be prose."""
    from desktop_app.markdown.syntax import syntax  # imported late: it takes 50 ms

    md = syntax()
    children: list[Token] = []
    md.inline.parse(text, md, {}, children)
    return spans_of(children, Place([0], [base]))


@dataclass(frozen=True, slots=True)
class Unit:
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
    became, for the next outline of the same source when it has grown.
    """

    def __init__(
        self,
        source: str,
        base: int = 0,
        references: References | None = None,
        number: int | None = None,
        memory: Memory | None = None,
    ) -> None:
        from desktop_app.markdown.syntax import syntax  # imported late: it takes 50 ms

        self._md = syntax()
        self.memory: Memory = {} if memory is None else memory
        self.lines = Lines(source, base)
        text = source.replace("\r\n", "\n").replace("\r", "\n") if "\r" in source else source
        env: dict[str, Any] = {"references": dict(references or {})}
        self.tokens: list[Token] = []
        self._md.block.parse(text.replace("\0", "�"), self._md, env, self.tokens)
        self.references: dict[str, dict[str, Any]] = env["references"]
        self.units = list(_units(self.tokens, number))

    def references_before(self, line: int) -> dict[str, dict[str, Any]]:
        """The definitions that begin before the line."""
        return {label: ref for label, ref in self.references.items() if ref["map"][0] < line}

    def blocks(self, unit: Unit, references: References, done: int = -1) -> list[Block]:
        """The leaf blocks of a unit, where links may use the given definitions.

        Paragraphs and headings that end by the place ``done`` come without their text, but for the unit's last.
        """
        return list(_Leaves(self, unit, references, done).read())

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
        children: list[Token] = []
        self._md.inline.parse(token.content, self._md, {"references": references}, children)
        return spans_of(children, place)


def _units(tokens: list[Token], number: int | None) -> Iterator[Unit]:
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at)
        opening = tokens[at]
        if opening.type in _LISTS:
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
        after = _closing(tokens, at)
        first, last = tokens[at].map or [0, 0]
        ordered = kind == "ordered_list_open"
        yield Unit(kind, first, last, at, after, (Container(_LISTS[kind], count if ordered else 0, first=True),))
        count += 1
        at = after


def _closing(tokens: list[Token], at: int) -> int:
    """The place after the token that closes the one at ``at``."""
    level = tokens[at].level
    end = at + 1
    if tokens[at].nesting == 1:
        while tokens[end].level > level or tokens[end].nesting >= 0:
            end += 1
        end += 1
    return end


@dataclass(slots=True)
class _Open:
    """A container that is open: what it is, the next item's number, whether its mark is still to be shown."""

    kind: ContainerKind
    number: int = 0
    item: int = 0
    line: int = 0
    marked: bool = True
    checked: bool | None = None
    alert: Alert | None = None
    label: str = ""

    @property
    def begins_with_task(self) -> bool:
        return self.checked is not None and not self.marked


@dataclass(slots=True)
class _Leaves:
    """Walks the tokens of one unit and gives its leaf blocks."""

    outline: Outline
    unit: Unit
    references: References
    done: int = -1
    containers: list[_Open] = field(default_factory=list)

    def read(self) -> Iterator[Block]:
        tokens = self.outline.tokens
        last = self.unit.end - 1
        while self.done >= 0 and last > self.unit.begin and tokens[last].nesting < 0:
            last -= 1
        for outer in self.unit.containers:
            self.containers.append(_Open(outer.kind, number=outer.number))
        at = self.unit.begin
        while at < self.unit.end:
            token = tokens[at]
            if token.type in _BY_ITSELF:
                yield self._by_itself(token)
                at += 1
            elif token.type in {"paragraph_open", "heading_open"}:
                yield self._text(token, tokens[at + 1], needed=at + 1 == last)
                at += 3
            elif token.type == "table_open":
                after = _closing(tokens, at)
                yield self._table(tokens[at:after])
                at = after
            else:
                if token.nesting > 0:
                    self._open(token)
                else:
                    yield from self._close(token)
                at += _TITLED if token.type == "alert_open" else 1

    def _open(self, token: Token) -> None:
        line = (token.map or [0])[0]
        match token.type:
            case "blockquote_open":
                self.containers.append(_Open(ContainerKind.QUOTE))
            case "alert_open":
                alert = Alert(token.info.lower())
                self.containers.append(_Open(ContainerKind.QUOTE, line=line, marked=False, alert=alert))
            case "bullet_list_open" | "ordered_list_open":
                self.containers.append(_Open(_LISTS[token.type], number=int(token.attrs.get("start", 1))))
            case "list_item_open":
                item = self.containers[-1]
                item.item, item.line, item.marked = item.number, line, False
                item.checked = token.meta.get("checked")
                item.number += 1
            case "dt_open" | "dd_open" | "footnote_open":
                label = token.meta.get("label", "")
                self.containers.append(_Open(_HOLDING[token.type], line=line, marked=False, label=label))

    def _close(self, token: Token) -> Iterator[Block]:
        if token.type in _CLOSING and not self.containers[-1].marked:  # what is empty still has its mark
            line = self.containers[-1].line
            yield self._block(BlockKind.PARAGRAPH, (line, line + 1))
        if token.type not in {"list_item_close", "dl_close"}:
            self.containers.pop()

    def _by_itself(self, token: Token) -> Block:
        first, last = token.map or [0, 0]
        if token.type == "hr":
            return self._block(BlockKind.RULE, (first, last))
        if token.type == "html_block":
            return self._block(BlockKind.HTML, (first, last), text=token.content)
        if token.type == "maths_block":
            return self._block(BlockKind.MATHS, (first, last), text=token.content)
        language = token.info.split()[0] if token.info.strip() else ""
        return self._block(BlockKind.CODE, (first, last), text=token.content, language=language)

    def _text(self, opening: Token, inline: Token, *, needed: bool) -> Block:
        first, last = opening.map or [0, 0]
        level = int(opening.tag[1]) if opening.type == "heading_open" else 0
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        if not needed and self.outline.lines.end(max(last - 1, first)) <= self.done:
            return self._block(kind, (first, last), level=level)
        if level and opening.markup.startswith("#"):
            place = heading_place(level, first, self.outline.lines)
        else:
            written = last - first - (level > 0)
            place = paragraph_place(
                inline.content, first + self._is_below_task(inline.content, written), self.outline.lines
            )
        spans = self.outline.spans(inline, place, self.references)
        return self._block(kind, (first, last), spans=spans, level=level)

    def _is_below_task(self, content: str, written: int) -> bool:
        """Whether a task's box stands alone on the first of the lines, so that the words begin on the next."""
        begins = bool(self.containers) and self.containers[-1].begins_with_task
        return begins and content.count("\n") + 1 < written

    def _table(self, tokens: list[Token]) -> Block:
        alignments = [
            str(token.attrs.get("style", "")).removeprefix("text-align:") for token in tokens if token.type == "th_open"
        ]
        width = 3 * len(alignments)
        rows = [
            self._row(token, tokens[at + 2 : at + 1 + width : 3], header=at == 2)
            for at, token in enumerate(tokens)
            if token.type == "tr_open"
        ]
        first, last = tokens[0].map or [0, 0]
        return self._block(BlockKind.TABLE, (first, last), rows=tuple(rows), alignments=tuple(alignments))

    def _row(self, opening: Token, cells: list[Token], *, header: bool) -> Row:
        line = (opening.map or [0])[0]
        lines = self.outline.lines
        key = (f"|{lines.text(line)}", lines.start(line))
        row = None if self.references else self.outline.memory.get(key)
        if row is None:
            places = cell_places(opening.meta["column"], line, lines)
            read = [
                self.outline.spans(cell, place, self.references) for cell, place in zip(cells, places, strict=False)
            ]
            row = Row((*read, *[()] * (len(cells) - len(read))), header)
            if not self.references:
                self.outline.memory[key] = row
        return cast(Row, row)

    def _block(self, kind: BlockKind, between: tuple[int, int], **content: Any) -> Block:
        lines = self.outline.lines
        end = lines.end(max(between[1] - 1, between[0]))
        return Block(kind, lines.start(between[0]), end, self._standing_in(), **content)

    def _standing_in(self) -> tuple[Container, ...]:
        """The containers as this leaf sees them; those whose mark it carries are marked from then on."""
        standing = []
        for held in self.containers:
            number = held.item if held.kind is ContainerKind.ORDERED else 0
            first = not held.marked
            standing.append(Container(held.kind, number, first, held.checked, held.alert, held.label))
            held.marked = True
        return tuple(standing)
