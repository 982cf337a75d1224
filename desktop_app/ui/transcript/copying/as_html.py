"""What was selected as HTML that word processors take: headings, nested lists, tables, code in its letters, links.

It is made of the blocks, letter by letter escaped: nothing that a model wrote as HTML becomes any, and nothing in it
would be fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Final
from unicodedata import bidirectional

from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Row, Span
from desktop_app.ui.transcript.copying.as_plain import spans_text, task_mark
from desktop_app.ui.transcript.copying.excerpts import Cut, Excerpt
from desktop_app.ui.transcript.looks.links import safe_address

_MONO: Final = "font-family:'JetBrains Mono',Consolas,Menlo,'DejaVu Sans Mono',monospace"
_CODE: Final = f"{_MONO};font-size:90%;background-color:#f1f1f4"
_PRE: Final = f"{_CODE};padding:8px;white-space:pre-wrap"
_TABLE: Final = '<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse">'
_LISTS: Final = {ContainerKind.BULLET: "ul", ContainerKind.ORDERED: "ol"}
_AROUND: Final = {
    ContainerKind.QUOTE: ("<blockquote>", "</blockquote>"),
    ContainerKind.TERM: ("<p><b>", "</b></p>"),
    ContainerKind.DEFINITION: ('<div style="margin-left:2em">', "</div>"),
    ContainerKind.FOOTNOTE: ('<div style="font-size:90%">', "</div>"),
}


def html(excerpts: Sequence[Excerpt], found: Sequence[Sequence[Cut]]) -> str:
    """A whole document; ``found``: the cuts of each excerpt."""
    body = "\n".join(filter(None, map(_message, excerpts, found)))
    return f'<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'


def _message(excerpt: Excerpt, found: Sequence[Cut]) -> str:
    if excerpt.mine:
        text = excerpt.source[excerpt.start : excerpt.end]
        return f"<p{_direction(text)}>{_escaped(text)}</p>" if text.strip() else ""
    frame = _Frame()
    for cut in found:
        frame.add(cut.block)
    return frame.finish()


class _Frame:
    """Blocks put into the lists and quotations they stand in, each of which is opened once."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._open: list[Container] = []

    def add(self, block: Block) -> None:
        same = 0
        for have, wanted in zip(self._open, block.containers, strict=False):
            if have.kind is not wanted.kind or wanted.first or have.alert is not wanted.alert:
                break
            same += 1
        self._close_to(same, block.containers)
        for container in block.containers[len(self._open) :]:
            self._begin(container)
        self._text.append(_block(block))

    def finish(self) -> str:
        self._close_to(0, ())
        return "\n".join(self._text)

    def _close_to(self, depth: int, wanted: Sequence[Container]) -> None:
        """Closes what is open from this depth on; of a list that goes on with its next item, only the item."""
        while len(self._open) > depth + 1:
            self._end(self._open.pop())
        if len(self._open) <= depth:
            return
        have = self._open.pop()
        following = wanted[depth] if depth < len(wanted) else None
        if following is not None and have.kind in _LISTS and _goes_on(have, following):
            self._text.append("</li><li>" + _item_mark(following))
            self._open.append(following)
        else:
            self._end(have)

    def _begin(self, container: Container) -> None:
        self._open.append(container)
        if container.kind in _LISTS:
            start = f' start="{container.number}"' if container.kind is ContainerKind.ORDERED else ""
            self._text.append(f"<{_LISTS[container.kind]}{start}><li>{_item_mark(container)}")
            return
        self._text.append(_AROUND[container.kind][0])
        if container.alert:
            self._text.append(f"<p><b>{container.alert.capitalize()}</b></p>")
        if container.kind is ContainerKind.FOOTNOTE and container.first:
            self._text.append(f"<sup>{_escaped(container.label)}</sup>")

    def _end(self, container: Container) -> None:
        closing = f"</li></{_LISTS[container.kind]}>" if container.kind in _LISTS else _AROUND[container.kind][1]
        self._text.append(closing)


def _goes_on(have: Container, following: Container) -> bool:
    if have.kind is not following.kind or not following.first:
        return False
    return have.kind is ContainerKind.BULLET or following.number == have.number + 1


def _item_mark(container: Container) -> str:
    return f"{task_mark(container)} " if container.checked is not None and container.first else ""


def _block(block: Block) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return f"<h{block.level}{_direction(spans_text(block.spans))}>{_spans(block.spans)}</h{block.level}>"
        case BlockKind.CODE | BlockKind.HTML if not block.spans:
            return f'<pre style="{_PRE}">{escape(block.text.removesuffix(chr(10)), quote=False)}</pre>'
        case BlockKind.TABLE:
            return _table(block)
        case BlockKind.MATHS:
            return f'<p style="text-align:center"><span style="{_MONO}">$${_escaped(block.text)}$$</span></p>'
        case BlockKind.RULE:
            return "<hr>"
    return _paragraph(block)


def _paragraph(block: Block) -> str:
    in_item = bool(block.containers) and block.containers[-1].first and block.containers[-1].kind in _LISTS
    words = _spans(block.spans)
    if in_item or (block.containers and block.containers[-1].kind is ContainerKind.TERM):
        return words
    return f"<p{_direction(spans_text(block.spans))}>{words}</p>"


def _table(block: Block) -> str:
    rows = "\n".join(_row(row, block.alignments) for row in block.rows)
    return f"{_TABLE}\n{rows}\n</table>"


def _row(row: Row, alignments: Sequence[str]) -> str:
    tag = "th" if row.header else "td"
    cells = []
    for number, cell in enumerate(row.cells):
        alignment = alignments[number] if number < len(alignments) else ""
        style = f' align="{alignment}"' if alignment else ""
        cells.append(f"<{tag}{style}>{_spans(cell)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _spans(spans: Sequence[Span]) -> str:
    """Links around the words they hold together, whatever their looks."""
    text = []
    for href, run in groupby(spans, key=lambda span: "" if span.image else span.href):
        words = "".join(map(_span, run))
        address = safe_address(href) if href else ""
        text.append(f'<a href="{escape(address)}">{words}</a>' if address else words)
    return "".join(text)


def _span(span: Span) -> str:
    if span.hard_break:
        return "<br>"
    if span.image:
        return _image(span)
    if span.footnote:
        return f"<sup>{_escaped(span.footnote)}</sup>"
    if span.maths:
        sign = "$$" if span.display else "$"
        return f'<span style="{_MONO}">{sign}{_escaped(span.text)}{sign}</span>'
    words = _escaped(span.text)
    if span.code:
        words = f'<code style="{_CODE}">{words}</code>'
    for wanted, tag in ((span.strike, "s"), (span.italic, "i"), (span.bold, "b")):
        words = f"<{tag}>{words}</{tag}>" if wanted else words
    return words


def _image(span: Span) -> str:
    """Its words, which lead to it, or where it leads; a picture would be fetched by whoever it is pasted into."""
    address = safe_address(span.leads_to or span.href)
    words = _escaped(span.text or span.href[:80])
    return f'<a href="{escape(address)}"><i>{words}</i></a>' if address else f"<i>{words}</i>"


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _direction(text: str) -> str:
    """Word processors do not work out by themselves which way a paragraph runs."""
    for letter in text:
        direction = bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return "" if direction == "L" else ' dir="rtl"'
    return ""
