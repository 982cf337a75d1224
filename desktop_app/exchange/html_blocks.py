"""Markdown blocks as HTML, put into the lists and quotations they stand in; nothing a model wrote becomes a tag."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Final

from desktop_app.domain.exporting import ExportWords
from desktop_app.exchange.addresses import safe_address
from desktop_app.exchange.rendering import Drawing
from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Row, Span

_LISTS: Final = {ContainerKind.BULLET: "ul", ContainerKind.ORDERED: "ol"}
_STYLES: Final = (("code", "code"), ("strike", "s"), ("italic", "em"), ("bold", "strong"))
_OPENINGS: Final = {
    ContainerKind.QUOTE: "<blockquote>\n",
    ContainerKind.TERM: "<dl>\n<dt>",
    ContainerKind.DEFINITION: "<dl>\n<dd>",
}
_ALIGNMENTS: Final = frozenset({"left", "center", "right"})


class HtmlBlocks:
    """``name`` tells the notes of one message from those of another."""

    def __init__(self, name: str, words: ExportWords, drawing: Drawing | None = None) -> None:
        self._name = name
        self._words = words
        self._drawing = drawing
        self._open: list[Container] = []

    def pieces(self, source: str) -> Iterator[str]:
        """A text as HTML, block by block."""
        from desktop_app.markdown.parser import parse  # not before somebody exports

        for block in parse(source):
            yield "".join(self._into_containers(block.containers))
            yield self._block(block) + "\n"
        yield "".join(self._closed_to(0, ()))

    # What a block stands in

    def _into_containers(self, wanted: Sequence[Container]) -> Iterator[str]:
        same = 0
        for have, one in zip(self._open, wanted, strict=False):
            if have.kind is not one.kind or one.first or have.alert is not one.alert:
                break
            same += 1
        yield from self._closed_to(same, wanted)
        for container in wanted[len(self._open) :]:
            self._open.append(container)
            yield self._opening(container)

    def _closed_to(self, depth: int, wanted: Sequence[Container]) -> Iterator[str]:
        """Closes what is open from this depth on; of a list that goes on with its next item, only the item."""
        while len(self._open) > depth + 1:
            yield _closing(self._open.pop())
        if len(self._open) <= depth:
            return
        have = self._open.pop()
        following = wanted[depth] if depth < len(wanted) else None
        if following is None or not _goes_on(have, following):
            yield _closing(have)
            return
        self._open.append(following)
        yield _between(have, following)

    def _opening(self, container: Container) -> str:
        match container.kind:
            case ContainerKind.BULLET:
                opening = f"<ul>\n{_item(container)}"
            case ContainerKind.ORDERED:
                opening = f'<ol start="{container.number}">\n{_item(container)}'
            case ContainerKind.QUOTE if container.alert is not None:
                name = container.alert.value
                title = escape(self._words.alerts.get(name, name.capitalize()))
                opening = f'<blockquote class="alert {name}">\n<p class="alert">{title}</p>\n'
            case ContainerKind.FOOTNOTE:
                opening = self._note(container)
            case _:
                opening = _OPENINGS[container.kind]
        return opening

    def _note(self, container: Container) -> str:
        if not container.first:
            return '<div class="footnote">\n'
        return f'<div class="footnote" id="{self._anchor(container.label)}">\n<sup>{escape(container.label)}</sup> '

    def _anchor(self, label: str) -> str:
        return f"{self._name}-{label.encode().hex()}"

    # The blocks

    def _block(self, block: Block) -> str:
        match block.kind:
            case BlockKind.HEADING:
                made = f'<h{block.level} dir="auto">{self._spans(block.spans)}</h{block.level}>'
            case BlockKind.CODE:
                made = self._code(block)
            case BlockKind.TABLE:
                made = self._table(block)
            case BlockKind.MATHS:
                made = f'<p class="display">{self._maths(block.text, display=True)}</p>'
            case BlockKind.RULE:
                made = "<hr>"
            case _:
                made = self._words_of(block)
        return made

    def _words_of(self, block: Block) -> str:
        if block.kind is BlockKind.HTML and not block.spans:
            return f"<pre>{escape(block.text.rstrip(chr(10)))}</pre>"
        words = self._spans(block.spans)
        in_term = bool(block.containers) and block.containers[-1].kind is ContainerKind.TERM
        return words if in_term else f'<p dir="auto">{words}</p>'

    def _code(self, block: Block) -> str:
        text = block.text.removesuffix("\n")
        runs = self._drawing.code(block.language, text) if self._drawing else ()
        inner = "".join(
            f'<span class="{run.look}">{escape(run.text)}</span>' if run.look else escape(run.text) for run in runs
        )
        language = f'<span class="language">{escape(block.language)}</span>' if block.language else ""
        return f"<pre>{language}<code>{inner or escape(text)}</code></pre>"

    def _table(self, block: Block) -> str:
        rows = [self._row(row, block.alignments) for row in block.rows]
        heads = sum(row.header for row in block.rows[:1])
        head = f"<thead>{''.join(rows[:heads])}</thead>\n" if heads else ""
        body = "\n".join(rows[heads:])
        return f'<div class="wide"><table>\n{head}<tbody>{body}</tbody>\n</table></div>'

    def _row(self, row: Row, alignments: Sequence[str]) -> str:
        tag, scope = ("th", ' scope="col"') if row.header else ("td", "")
        cells = []
        for number, cell in enumerate(row.cells):
            alignment = alignments[number] if number < len(alignments) else ""
            style = f' style="text-align:{alignment}"' if alignment in _ALIGNMENTS else ""
            cells.append(f'<{tag}{scope}{style} dir="auto">{self._spans(cell)}</{tag}>')
        return f"<tr>{''.join(cells)}</tr>"

    # The words

    def _spans(self, spans: Sequence[Span]) -> str:
        """Links around the words they hold together, whatever their looks."""
        text = []
        for href, run in groupby(spans, key=lambda span: "" if span.image else span.href):
            words = "".join(map(self._span, run))
            text.append(_linked(href, words) if href else words)
        return "".join(text)

    def _span(self, span: Span) -> str:
        if span.hard_break:
            return "<br>\n"
        if span.image:
            return _image(span)
        if span.footnote:
            return f'<sup><a href="#{self._anchor(span.footnote)}">{escape(span.footnote)}</a></sup>'
        if span.maths:
            return self._maths(span.text, display=span.display)
        words = escape(span.text)
        if span.html:
            return f'<span class="markup">{words}</span>'
        for name, tag in _STYLES:
            words = f"<{tag}>{words}</{tag}>" if getattr(span, name) else words
        return words

    def _maths(self, latex: str, *, display: bool) -> str:
        drawn = self._drawing.formula(latex, display=display) if self._drawing else None
        return drawn or f'<span class="latex">{escape(latex)}</span>'


def _item(container: Container) -> str:
    if container.checked is None or not container.first:
        return "<li>"
    return f'<li class="task">{"☑" if container.checked else "☐"} '


def _between(have: Container, following: Container) -> str:
    if have.kind in _LISTS:
        return f"</li>\n{_item(following)}"
    ends, begins = ("dt" if one.kind is ContainerKind.TERM else "dd" for one in (have, following))
    return f"</{ends}>\n<{begins}>"


def _closing(container: Container) -> str:
    match container.kind:
        case ContainerKind.BULLET | ContainerKind.ORDERED:
            return f"</li>\n</{_LISTS[container.kind]}>\n"
        case ContainerKind.QUOTE:
            return "</blockquote>\n"
        case ContainerKind.TERM:
            return "</dt>\n</dl>\n"
        case ContainerKind.DEFINITION:
            return "</dd>\n</dl>\n"
    return "</div>\n"


def _goes_on(have: Container, following: Container) -> bool:
    """Whether the list goes on: with its next item, or a term with what it means."""
    terms = {ContainerKind.TERM, ContainerKind.DEFINITION}
    if have.kind in terms:
        return following.kind in terms
    if have.kind is not following.kind or not following.first:
        return False
    return have.kind is ContainerKind.BULLET or (
        have.kind is ContainerKind.ORDERED and following.number == have.number + 1
    )


def _linked(href: str, words: str) -> str:
    address = safe_address(href)
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{words}</a>' if address else words


def _image(span: Span) -> str:
    """Its words, which lead to it: nothing in the file is fetched from anywhere. A picture in its address is shown."""
    if span.href.startswith(_OWN_PICTURES) and span.href.isascii():
        return f'<img src="{escape(span.href)}" alt="{escape(span.text)}">'
    return _linked(span.href, f"<em>{escape(span.text or span.href[:80])}</em>")


_OWN_PICTURES: Final = tuple(f"data:image/{kind};base64," for kind in ("png", "jpeg", "webp", "gif", "bmp"))
