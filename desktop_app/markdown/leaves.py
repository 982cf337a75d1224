"""Block tokens become leaf blocks, each with the containers it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from desktop_app.markdown.blocks import Alert, Block, BlockKind, Container, ContainerKind, Row, Span
from desktop_app.markdown.html import readable
from desktop_app.markdown.places import BLANKS, Lines, Place, cell_places, heading_place, paragraph_place

if TYPE_CHECKING:
    from markdown_it.token import Token

Memory = dict[tuple[str, int], Any]

LISTS = {"bullet_list_open": ContainerKind.BULLET, "ordered_list_open": ContainerKind.ORDERED}
_TEXTS = {"paragraph_open", "heading_open"}
_BY_ITSELF = {"fence", "code_block", "html_block", "hr", "maths_block"}
_HOLDING = {"dt_open": ContainerKind.TERM, "dd_open": ContainerKind.DEFINITION, "footnote_open": ContainerKind.FOOTNOTE}
_TITLED = 4
"""An alert begins with three tokens for the word that GitHub writes above it."""
_CLOSING = {"list_item_close", "alert_close", "dt_close", "dd_close", "footnote_close", "blockquote_close"}


def closing(tokens: list[Token], at: int) -> int:
    """The place after the token that closes the one at ``at``."""
    level = tokens[at].level
    end = at + 1
    if tokens[at].nesting == 1:
        while tokens[end].level > level or tokens[end].nesting >= 0:
            end += 1
        end += 1
    return end


@dataclass(slots=True, eq=False, repr=False)
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


@dataclass(slots=True, eq=False, repr=False)
class Leaves:
    """Walks block tokens and gives their leaf blocks.

    ``spans`` reads the inline text of a token; ``memory`` keeps rows of tables, None where they may not be kept. What
    ends by the place ``done`` comes without its text, but for the last of what is read; with such a place HTML comes
    without what can be read of it.
    """

    tokens: list[Token]
    lines: Lines
    spans: Callable[[Token, Place], tuple[Span, ...]]
    memory: Memory | None
    done: int = -1
    containers: list[_Open] = field(default_factory=list)

    def read(self, begin: int, end: int, around: Iterable[Container] = ()) -> Iterator[Block]:
        """The blocks of the tokens [begin, end), which stand in lists that are open already."""
        tokens = self.tokens
        last = end - 1
        while self.done >= 0 and last > begin and tokens[last].nesting < 0:
            last -= 1
        for outer in around:
            self.containers.append(_Open(outer.kind, number=outer.number))
        at = begin
        while at < end:
            token = tokens[at]
            if token.type in _TEXTS:
                yield self._text(token, tokens[at + 1], needed=at + 1 == last)
                at += 3
            elif token.type in _BY_ITSELF:
                yield self._by_itself(token)
                at += 1
            elif token.type == "table_open":
                after = closing(tokens, at)
                yield self._table(tokens[at:after])
                at = after
            else:
                if token.nesting > 0:
                    self._open(token)
                else:
                    yield from self._close(token)
                at += _TITLED if token.type == "alert_open" else 1

    def _open(self, token: Token) -> None:
        line = token.map[0] if token.map else 0
        match token.type:
            case "list_item_open":
                item = self.containers[-1]
                item.item, item.line, item.marked = item.number, line, False
                item.checked = token.meta.get("checked")
                item.number += 1
            case "blockquote_open":
                self.containers.append(_Open(ContainerKind.QUOTE))
            case "alert_open":
                alert = Alert(token.info.lower())
                self.containers.append(_Open(ContainerKind.QUOTE, line=line, marked=False, alert=alert))
            case "bullet_list_open" | "ordered_list_open":
                self.containers.append(_Open(LISTS[token.type], number=int(token.attrs.get("start", 1))))
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
            return self._block(BlockKind.HTML, (first, last), text=token.content, spans=self._readable(token, first))
        if token.type == "maths_block":
            return self._block(BlockKind.MATHS, (first, last), text=token.content)
        language = token.info.split()[0] if token.info.strip() else ""
        if language == "math":  # as GitHub has it
            return self._block(BlockKind.MATHS, (first, last), text=token.content.strip())
        return self._block(BlockKind.CODE, (first, last), text=token.content, language=language)

    def _readable(self, token: Token, first: int) -> tuple[Span, ...]:
        if self.done >= 0:  # nobody is going to look at it
            return ()
        return readable(token.content, paragraph_place(token.content.rstrip(BLANKS), first, self.lines))

    def _text(self, opening: Token, inline: Token, *, needed: bool) -> Block:
        first, last = opening.map or [0, 0]
        level = int(opening.tag[1]) if opening.type == "heading_open" else 0
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        if not needed and self.lines.end(max(last - 1, first)) <= self.done:
            return self._block(kind, (first, last), level=level)
        if level and opening.markup.startswith("#"):
            place = heading_place(level, first, self.lines)
        else:
            written = last - first - (level > 0)
            place = paragraph_place(inline.content, first + self._is_below_task(inline.content, written), self.lines)
        spans = self.spans(inline, place)
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
        lines = self.lines
        key = (f"|{lines.text(line)}", lines.start(line))
        row = self.memory.get(key) if self.memory is not None else None
        if row is None:
            places = cell_places(opening.meta["column"], line, lines)
            read = [self.spans(cell, place) for cell, place in zip(cells, places, strict=False)]
            row = Row((*read, *[()] * (len(cells) - len(read))), header)
            if self.memory is not None:
                self.memory[key] = row
        return cast(Row, row)

    def _block(self, kind: BlockKind, between: tuple[int, int], **content: Any) -> Block:
        lines = self.lines
        end = lines.end(max(between[1] - 1, between[0]))
        return Block(kind, lines.start(between[0]), end, self._standing_in(), **content)

    def _standing_in(self) -> tuple[Container, ...]:
        """The containers as this leaf sees them; those whose mark it carries are marked from then on."""
        if not self.containers:
            return ()
        standing = []
        for held in self.containers:
            number = held.item if held.kind is ContainerKind.ORDERED else 0
            first = not held.marked
            standing.append(Container(held.kind, number, first, held.checked, held.alert, held.label))
            held.marked = True
        return tuple(standing)
