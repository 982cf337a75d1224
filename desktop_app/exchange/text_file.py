"""A conversation as plain text: as it is read, without signs; tables in columns, links with their address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from desktop_app.domain.exporting import ExportRequest, ExportWords, head_of
from desktop_app.domain.messages import Part, PartKind, Role
from desktop_app.domain.whole import WholeConversation
from desktop_app.exchange.addresses import safe_address
from desktop_app.exchange.rendering import Sources, body_of, entries, label_of, shown_parts, title_of
from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Row, Span

_BULLETS = "•◦▪"
_CODE_INDENT = "    "
_RULE = "———"
_WIDEST = 60
"""Columns that a cell is padded to at most."""


def pieces(whole: WholeConversation, request: ExportRequest, sources: Sources) -> Iterator[str]:
    title = title_of(whole, request.words)
    yield f"{title}\n{'=' * min(_columns(title), _WIDEST)}\n"
    for one in entries(whole, request, sources):
        head = " · ".join(head_of(one, request))
        yield f"\n\n{head}\n{'-' * min(_columns(head), _WIDEST)}\n"
        for part in shown_parts(one.message, request):
            yield "\n" + _part(part, request, mine=one.message.role is Role.USER) + "\n"


def plain(source: str, words: ExportWords) -> str:
    """Markdown as it is read."""
    from desktop_app.markdown.parser import parse  # not before somebody exports

    text: list[str] = []
    before: Block | None = None
    for block in parse(source):
        if before is not None:
            text.append("\n" if _is_item(before) and _is_item(block) else "\n\n")
        text.append(_block(block, words))
        before = block
    return "".join(text)


def _part(part: Part, request: ExportRequest, *, mine: bool) -> str:
    if part.kind is PartKind.TEXT:
        return part.text.strip("\n") if mine else plain(part.text, request.words)
    label = f"[{label_of(part, request.words)}]"
    if part.kind in {PartKind.IMAGE, PartKind.FILE}:
        return label
    words = plain(part.text, request.words) if part.kind is PartKind.REASONING else body_of(part)
    return f"{label}\n{_set_in(words, _CODE_INDENT)}"


def _block(block: Block, words: ExportWords) -> str:
    indent = "  " * _depth(block)
    match block.kind:
        case BlockKind.CODE:
            return _set_in(block.text.removesuffix("\n"), indent + _CODE_INDENT)
        case BlockKind.TABLE:
            return _set_in(_table(block.rows), indent)
        case BlockKind.RULE:
            return indent + _RULE
        case BlockKind.HTML if not block.spans:
            return _set_in(block.text.rstrip("\n"), indent + _CODE_INDENT)
        case BlockKind.MATHS:
            return _set_in(block.text.strip("\n"), indent + _CODE_INDENT)
    return _behind_marks(block, _spans(block.spans), words)


def _set_in(text: str, indent: str) -> str:
    return "\n".join(f"{indent}{line}".rstrip() for line in text.split("\n"))


def _behind_marks(block: Block, text: str, words: ExportWords) -> str:
    marks = "".join(_marks(block, words))
    quote = "> " * sum(container.kind is ContainerKind.QUOTE for container in block.containers)
    outer = "  " * max(_depth(block) - bool(marks), 0)
    following = "\n" + quote + outer + " " * len(marks)
    return quote + outer + marks + text.replace("\n", following)


def _marks(block: Block, words: ExportWords) -> Iterator[str]:
    depth = 0
    for container in block.containers:
        if container.first and (mark := _mark(container, depth, words)):
            yield f"{mark} "
        depth += container.kind is ContainerKind.BULLET


def _mark(container: Container, depth: int, words: ExportWords) -> str:
    match container.kind:
        case ContainerKind.BULLET | ContainerKind.ORDERED if container.checked is not None:
            return "[x]" if container.checked else "[ ]"
        case ContainerKind.BULLET:
            return _BULLETS[min(depth, len(_BULLETS) - 1)]
        case ContainerKind.ORDERED:
            return f"{container.number}."
        case ContainerKind.FOOTNOTE:
            return f"[{container.label}]"
        case ContainerKind.QUOTE if container.alert is not None:
            return f"{words.alerts.get(container.alert.value, container.alert.value.capitalize())}:"
    return ""


def _depth(block: Block) -> int:
    inner = {ContainerKind.BULLET, ContainerKind.ORDERED, ContainerKind.DEFINITION}
    return sum(container.kind in inner for container in block.containers)


def _is_item(block: Block) -> bool:
    return any(container.first and container.kind is not ContainerKind.QUOTE for container in block.containers)


def _spans(spans: Sequence[Span]) -> str:
    text: list[str] = []
    for number, span in enumerate(spans):
        text.append(_span(span))
        following = spans[number + 1].href if number + 1 < len(spans) else ""
        if span.href and not span.image and span.href != following:
            address = safe_address(span.href)
            if address and span.text not in {address, span.href} and f"mailto:{span.text}" != span.href:
                text.append(f" ({address})")
    return "".join(text)


def _span(span: Span) -> str:
    if span.footnote:
        return f"[{span.footnote}]"
    if span.image:
        address = safe_address(span.href)
        return f"[{span.text or address}]" if not address or not span.text else f"[{span.text}] ({address})"
    return span.text


def _table(rows: Sequence[Row]) -> str:
    """In columns; a rule below the head."""
    cells = [[re.sub(r"\s*\n\s*", " ", _spans(cell)) for cell in row.cells] for row in rows]
    columns = max((len(row) for row in cells), default=0)
    widths = [
        min(max((_columns(row[at]) for row in cells if at < len(row)), default=0), _WIDEST) for at in range(columns)
    ]
    lines = [
        "  ".join(_padded(cell, width) for cell, width in zip(row, widths, strict=False)).rstrip() for row in cells
    ]
    if rows and rows[0].header:
        lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def _padded(text: str, width: int) -> str:
    return text + " " * max(width - _columns(text), 0)


def _columns(text: str) -> int:
    """How many columns it takes in letters of one width."""
    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)
