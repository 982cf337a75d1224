"""What was selected as Markdown: whole blocks as they were written, cut ones with their marks closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Row, Span
from desktop_app.ui.transcript.copying.excerpts import Cut, Excerpt, cuts

_MARKS: Final = {"bold": "**", "italic": "*", "strike": "~~"}
_ALIGNMENTS: Final = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}


def markdown(excerpts: Sequence[Excerpt]) -> str:
    return "\n\n".join(filter(None, map(_markdown, excerpts)))


def _markdown(excerpt: Excerpt) -> str:
    source, start, end, mine, _ = excerpt
    if mine:
        return source[start:end]
    if start <= 0 and end >= len(source.rstrip()):
        return source.strip("\n")
    found = cuts(excerpt)
    if not found:
        return ""
    if len(found) == 1:
        return _alone(found[0], source)
    first, last = found[0], found[-1]
    head = "" if first.whole else _inline(first.block, source) + "\n\n"
    begin = found[0 if first.whole else 1].block
    upto = _line_of(last.block, source)
    middle = source[_line_of(begin, source) : last.block.end if last.whole else upto]
    tail = "" if last.whole else _behind_its_marks(last.block, source)
    return head + (middle + tail).strip("\n")


def _alone(cut: Cut, source: str) -> str:
    """One block, without the marks of the list it may stand in."""
    block = cut.block
    if cut.whole and not block.containers:
        return source[block.start : block.end]
    return _inline(block, source)


def _line_of(block: Block, source: str) -> int:
    """Where the line in which the block begins does; the title of an alert is the line above."""
    start = source.rfind("\n", 0, block.start) + 1
    if any(container.alert and container.first for container in block.containers):
        start = source.rfind("\n", 0, max(start - 1, 0)) + 1
    return start


def _behind_its_marks(block: Block, source: str) -> str:
    """A block that was cut at its end, with what its containers are written with before it."""
    words = _inline(block, source)
    line = source[block.start : block.end].split("\n", 1)[0]
    prefix = line[: _prefix_length(block, source)]
    return prefix + words.replace("\n", "\n" + " " * len(prefix)) if prefix else words


def _prefix_length(block: Block, source: str) -> int:
    if block.kind is BlockKind.HEADING or not block.containers:
        return 0
    if block.spans:
        before = source[block.start : block.spans[0].start]
        return len(before.rstrip("*_~[`$\\(<"))
    return sum(map(_indent_of, block.containers))


def _indent_of(container: Container) -> int:
    return len(str(container.number)) + 2 if container.kind is ContainerKind.ORDERED else 2


def _inline(block: Block, source: str) -> str:
    match block.kind:
        case BlockKind.PARAGRAPH:
            return inline(block.spans, source)
        case BlockKind.HEADING:
            return "#" * block.level + " " + inline(block.spans, source)
        case BlockKind.CODE:
            fence = "```" if "```" not in block.text else "~~~~"
            return f"{fence}{block.language}\n{block.text.removesuffix(chr(10))}\n{fence}"
        case BlockKind.TABLE:
            return _table(block, source)
        case BlockKind.MATHS:
            return f"$$\n{block.text}\n$$"
    return source[block.start : block.end]


def _table(block: Block, source: str) -> str:
    head, *rows = block.rows
    rule = "|".join(_ALIGNMENTS[alignment] for alignment in block.alignments)
    return "\n".join([_row(head, source), f"|{rule}|", *(_row(row, source) for row in rows)])


def _row(row: Row, source: str) -> str:
    cells = (inline(cell, source) for cell in row.cells)
    return f"| {' | '.join(cells)} |"


def inline(spans: Sequence[Span], source: str) -> str:
    """The spans as one writes them: letters as they stand in the source, marks opened and closed anew."""
    text: list[str] = []
    open_marks: list[str] = []
    for number, span in enumerate(spans):
        wanted = _styles(span)
        while open_marks and open_marks[-1] not in wanted:
            text.append(_close(open_marks.pop()))
        while any(mark not in wanted for mark in open_marks):
            text.append(_close(open_marks.pop()))
        opening = [mark for mark in wanted if mark not in open_marks]
        opening.sort(key=lambda mark: _run(spans, number, mark), reverse=True)
        for mark in opening:
            text.append(_MARKS.get(mark, "["))
            open_marks.append(mark)
        text.append(_letters(span, source))
    text.extend(_close(mark) for mark in reversed(open_marks))
    return "".join(text)


def _styles(span: Span) -> list[str]:
    styles = [name for name in _MARKS if getattr(span, name)]
    if span.href and not span.image and span.href not in {span.text, f"mailto:{span.text}"}:
        styles.append("link " + span.href)
    return styles


def _run(spans: Sequence[Span], start: int, mark: str) -> int:
    """How many spans from ``start`` on have the mark."""
    length = 0
    while start + length < len(spans) and mark in _styles(spans[start + length]):
        length += 1
    return length


def _close(mark: str) -> str:
    return _MARKS[mark] if mark in _MARKS else f"]({mark.removeprefix('link ')})"


def _letters(span: Span, source: str) -> str:
    if span.code and len(span.text) == span.end - span.start:  # a part of it: the signs around it are gone
        return f"`{span.text}`"
    if span.hard_break:
        return "  \n"
    return source[span.start : span.end].replace("\r", "")
