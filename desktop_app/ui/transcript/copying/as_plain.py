"""What was selected as plain text: words, list marks and code; paragraphs a blank line apart, table cells by tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Span
from desktop_app.ui.transcript.copying.excerpts import Cut, Excerpt, list_depth

_BULLETS: Final = "•◦▪"
_INDENT: Final = "  "
_RULE: Final = "———"


def plain(excerpts: Sequence[Excerpt], found: Sequence[Sequence[Cut]]) -> str:
    """``found``: the cuts of each excerpt."""
    return "\n\n".join(filter(None, map(_plain, excerpts, found)))


def spans_text(spans: Sequence[Span]) -> str:
    return "".join(map(_span, spans))


def task_mark(container: Container) -> str:
    return "☑" if container.checked else "☐"


def _plain(excerpt: Excerpt, found: Sequence[Cut]) -> str:
    if excerpt.mine:
        return excerpt.source[excerpt.start : excerpt.end]
    text: list[str] = []
    before: Block | None = None
    for cut in found:
        if before is not None:
            text.append("\n" if _is_item(before) and _is_item(cut.block) else "\n\n")
        text.append(_block(cut))
        before = cut.block
    return "".join(text)


def _is_item(block: Block) -> bool:
    return any(container.first and container.kind is not ContainerKind.QUOTE for container in block.containers)


def _block(cut: Cut) -> str:
    block = cut.block
    match block.kind:
        case BlockKind.CODE:
            return block.text.removesuffix("\n")
        case BlockKind.TABLE:
            return "\n".join("\t".join(spans_text(cell) for cell in row.cells) for row in block.rows)
        case BlockKind.RULE:
            return _RULE
        case BlockKind.HTML:
            return spans_text(block.spans) or block.text.removesuffix("\n")
        case BlockKind.MATHS:
            return _set_in(block, f"$${block.text}$$" if "\n" not in block.text else f"$$\n{block.text}\n$$")
    return _set_in(block, spans_text(block.spans))


def _set_in(block: Block, words: str) -> str:
    """The words behind the block's marks, as far in as the lists it stands in."""
    marks = _marks(block)
    inner = list_depth(block) - len(marks)
    indent = _INDENT * inner
    following = "\n" + indent + _INDENT * len(marks)
    return indent + "".join(mark + " " for mark in marks) + words.replace("\n", following)


def _marks(block: Block) -> list[str]:
    marks: list[str] = []
    depth = 0
    for container in block.containers:
        if container.first and (mark := _mark(container, depth)):
            marks.append(mark)
        depth += container.kind is ContainerKind.BULLET
    return marks


def _mark(container: Container, depth: int) -> str:
    match container.kind:
        case ContainerKind.BULLET | ContainerKind.ORDERED if container.checked is not None:
            return task_mark(container)
        case ContainerKind.BULLET:
            return _BULLETS[min(depth, len(_BULLETS) - 1)]
        case ContainerKind.ORDERED:
            return f"{container.number}."
        case ContainerKind.FOOTNOTE:
            return f"[{container.label}]"
    return ""


def _span(span: Span) -> str:
    if span.maths:
        return f"$${span.text}$$" if span.display else f"${span.text}$"
    if span.footnote:
        return f"[{span.footnote}]"
    if span.image:
        return span.text or span.href
    return span.text
