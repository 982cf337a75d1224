"""A Markdown block becomes lines of text in their looks: plain values, so that two states of a block can be compared.

Tables are not here: they are written cell by cell, from ``cell_chunks``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from desktop_app.domain.choices import SaidCode
from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Span
from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.breaking import broken
from desktop_app.ui.transcript.inks import Ink
from desktop_app.ui.transcript.links import own_link, safe_address
from desktop_app.ui.transcript.looks import CharLook, Chunk, Kind, Line, LineLook
from desktop_app.ui.transcript.plain import LINE_BREAK, tame
from desktop_app.ui.transcript.words import code_head, translate

_BULLETS = "•◦▪"
_EN_SPACE = "\u2002"
_TURNED_HANG = 13
"""In a right-to-left line Qt ignores tabs: the mark stands out by about its own width and a space."""
_NO_WIDTH = "\u200b"
"""Qt gives an empty line that follows a table no height, and a place beside the table."""
_CODE = CharLook(size=measures.CODE, mono=True)
_HEAD = CharLook(Ink.MUTED, size=measures.HEAD)
_HTML = CharLook(Ink.MUTED, size=measures.CODE, mono=True)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a block cannot know of itself: whose it is, where it stands, how wide the column is."""

    message_id: str
    serial: int
    column: int
    code_said: SaidCode | None = None
    first: bool = False

    def group(self, block: Block) -> str:
        return f"{self.serial}.{block.start}"


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where the containers put a block: its indent, how far its marks stand out, its quote bars, its marks."""

    indent: int = 0
    hang: int = 0
    bars: tuple[int, ...] = ()
    marks: tuple[str, ...] = ()
    tabs: tuple[tuple[int, bool], ...] = ()


def compose(block: Block, setting: Setting) -> list[Line]:
    """The block's lines; for CODE head, lines and foot."""
    stand = _stand(block.containers)
    match block.kind:
        case BlockKind.CODE:
            return [code_head_line(block, setting), *code_lines(block, setting), _foot(block, setting)]
        case BlockKind.RULE:
            look = LineLook(Kind.RULE, indent=stand.indent, height=9, top=16, bottom=4, bars=stand.bars)
            return [Line(look, (Chunk(_NO_WIDTH, CharLook()),))]
        case BlockKind.HTML:
            chunk = Chunk(tame(block.text.rstrip("\n")), _HTML, block.start, block.end)
            return list(broken(_line(block, stand, setting, (chunk,))))
        case BlockKind.MATHS:
            chunk = Chunk(tame(block.text), _CODE, block.start, block.end)
            return list(broken(_line(block, stand, setting, (chunk,))))
    base = _letters(block)
    return list(broken(_line(block, stand, setting, tuple(span_chunks(block.spans, base)))))


def table_look(block: Block, setting: Setting) -> tuple[LineLook, int]:
    """The empty line every table has above it, and the table's indent."""
    top = measures.MESSAGE_GAP if setting.first else measures.PARAGRAPH_GAP
    return LineLook(Kind.PROSE, top=top, height=1), _stand(block.containers).indent


def cell_chunks(spans: Sequence[Span], *, header: bool) -> list[Chunk]:
    return list(span_chunks(spans, CharLook(size=14, bold=header)))


def _letters(block: Block) -> CharLook:
    if block.kind is not BlockKind.HEADING:
        return CharLook()
    size = measures.HEADINGS[block.level][0] if block.level in measures.HEADINGS else measures.TEXT
    return CharLook(size=size, bold=True)


def _line(block: Block, stand: _Stand, setting: Setting, chunks: tuple[Chunk, ...]) -> Line:
    turned = bool(stand.marks) and _right_to_left(chunks)
    space = _EN_SPACE if turned else "\t"
    marks = tuple(Chunk(mark + space, CharLook(Ink.MUTED)) for mark in stand.marks)
    height, top = measures.TEXT_LINE, measures.PARAGRAPH_GAP
    if block.kind is BlockKind.HEADING and block.level in measures.HEADINGS:
        _, height, top = measures.HEADINGS[block.level]
    elif any(container.kind is not ContainerKind.QUOTE for container in block.containers):
        top = measures.ITEM_GAP
    look = LineLook(
        Kind.ITEM if marks else Kind.PROSE,
        indent=stand.indent,
        hang=min(stand.hang, _TURNED_HANG) if turned else stand.hang,
        top=measures.MESSAGE_GAP if setting.first else top,
        height=height,
        bars=stand.bars,
        tabs=stand.tabs,
        level=block.level,
    )
    return Line(look, marks + chunks)


def _right_to_left(chunks: Sequence[Chunk]) -> bool:
    """Whether the first letter that has a direction runs to the left, as Qt will set the line then."""
    for chunk in chunks:
        for letter in chunk.text:
            direction = bidirectional(letter)
            if direction in {"L", "R", "AL"}:
                return direction != "L"
    return False


def _stand(containers: Sequence[Container]) -> _Stand:
    if not containers:
        return _Stand()
    x, depth, bars = 0, 0, []
    marks: list[tuple[int, str]] = []
    for container in containers:
        if container.kind is ContainerKind.QUOTE:
            bars.append(x)
            x += measures.QUOTE_INDENT
            continue
        if container.kind is ContainerKind.TERM:
            continue
        if container.first:
            marks.append((x, _mark(container, depth)))
        depth += container.kind is ContainerKind.BULLET
        x += measures.LIST_INDENT
    if not marks:
        return _Stand(x, bars=tuple(bars))
    start = marks[0][0]
    stops = [place - start for place, _ in marks[1:]] + [x - start]
    return _Stand(x, x - start, tuple(bars), tuple(mark for _, mark in marks), tuple((stop, False) for stop in stops))


def _mark(container: Container, depth: int) -> str:
    if container.kind in {ContainerKind.TERM, ContainerKind.DEFINITION}:
        return ""
    if container.kind is ContainerKind.FOOTNOTE:
        return container.label
    if container.checked is not None:
        return "☑" if container.checked else "☐"
    if container.kind is ContainerKind.BULLET:
        return _BULLETS[min(depth, len(_BULLETS) - 1)]
    return f"{container.number}."


def span_chunks(spans: Sequence[Span], base: CharLook) -> Iterator[Chunk]:
    """The runs of inline text. An image is its words and its address: nothing is ever fetched."""
    for span in spans:
        if span.hard_break:
            yield Chunk(LINE_BREAK, base, span.start, span.end)
        elif span.image:
            yield from _image(span, base)
        else:
            yield Chunk(tame(span.text), _look(span, base), span.start, span.end)


def _look(span: Span, base: CharLook) -> CharLook:
    mono = span.code or span.html or span.maths
    address = safe_address(span.href) if span.href else ""
    return base._replace(
        ink=Ink.ACCENT if address else Ink.MUTED if span.html else base.ink,
        size=min(measures.CODE, base.size) if mono and base.size <= measures.TEXT else base.size,
        bold=base.bold or span.bold,
        italic=span.italic,
        strike=span.strike,
        mono=mono,
        code=span.code,
        underline=bool(address),
        href=address,
        tip=address,
    )


def _image(span: Span, base: CharLook) -> Iterator[Chunk]:
    words = tame(span.text).strip() or translate("Transcript", "image")
    yield Chunk(words, base._replace(italic=True), span.start, span.end)
    if span.href:
        address = safe_address(span.href)
        look = base._replace(
            ink=Ink.ACCENT if address else Ink.MUTED, underline=bool(address), href=address, tip=address
        )
        yield Chunk(" (", base._replace(ink=Ink.MUTED))
        yield Chunk(tame(address or _shortened(span.href)), look)
        yield Chunk(")", base._replace(ink=Ink.MUTED))


def _shortened(href: str) -> str:
    """An address that leads nowhere may be a whole picture in letters (data:)."""
    return href if len(href) <= 80 else href[:79] + "…"


def code_head_line(block: Block, setting: Setting) -> Line:
    """As in "python · 6 lines · not spoken", with Read and Copy at the right."""
    indent = _stand(block.containers).indent
    words = tame(code_head(block.language, len(code_texts(block)), setting.code_said))
    read, copy = translate("Transcript", "Read"), translate("Transcript", "Copy")
    links = [
        _HEAD._replace(
            href=own_link(verb, setting.message_id, block.start),
            tip=tip,
        )
        for verb, tip in (
            ("read", translate("Transcript", "Read this code aloud")),
            ("copy", translate("Transcript", "Copy this code")),
        )
    ]
    look = LineLook(
        Kind.CODE_HEAD,
        setting.group(block),
        indent + measures.CARD_SIDE,
        right=measures.CARD_SIDE,
        top=max(measures.MESSAGE_GAP if setting.first else 0, measures.CARD_GAP),
        height=measures.CARD_HEAD_LINE,
        tabs=((setting.column - indent - 2 * measures.CARD_SIDE, True),),
    )
    return Line(
        look,
        (
            Chunk(words, _HEAD),
            Chunk("\t", _HEAD),
            Chunk(read, links[0]),
            Chunk("\u2003", _HEAD),
            Chunk(copy, links[1]),
        ),
    )


def code_texts(block: Block) -> list[str]:
    """The lines of a code block, without the end of the last."""
    text = block.text.removesuffix("\n")
    return tame_lines(text) if text or block.text else []


def tame_lines(text: str) -> list[str]:
    return [tame(line) for line in text.replace("\r\n", "\n").split("\n")]


def code_lines(block: Block, setting: Setting) -> Iterator[Line]:
    for number, text in enumerate(code_texts(block)):
        yield code_line(block, setting, number, text)


def code_line(block: Block, setting: Setting, number: int, text: str) -> Line:
    look = LineLook(
        Kind.CODE_LINE,
        setting.group(block),
        _stand(block.containers).indent + measures.CARD_SIDE,
        right=measures.CARD_SIDE,
        top=0 if number else measures.CARD_HEAD - measures.CARD_HEAD_LINE + 7,
        height=measures.CODE_LINE,
    )
    return Line(look, (Chunk(text, _CODE),))


def _foot(block: Block, setting: Setting) -> Line:
    look = LineLook(
        Kind.CODE_FOOT,
        setting.group(block),
        _stand(block.containers).indent + measures.CARD_SIDE,
        top=0 if block.text else measures.CARD_HEAD - measures.CARD_HEAD_LINE,
        bottom=measures.CARD_GAP - 3,
        height=measures.CARD_FOOT,
    )
    return Line(look, (Chunk("", _CODE),))
