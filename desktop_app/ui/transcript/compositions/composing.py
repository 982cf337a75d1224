"""Makes compositions: of Markdown blocks, of the user's words, of the lines under a message, of a message's source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from desktop_app.domain.attachments import is_attachment
from desktop_app.domain.choices import SaidCode
from desktop_app.domain.messages import Part
from desktop_app.markdown.blocks import Alert, Block, BlockKind, Container, Span
from desktop_app.ui.transcript.compositions.breaking import parted
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.compositions.inline import inline_chunks
from desktop_app.ui.transcript.compositions.standing import Stand, alert_ink, gap_above, stand_of
from desktop_app.ui.transcript.compositions.text_composition import TextComposition, TextShape
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.inks import Ink
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Kind
from desktop_app.ui.transcript.looks.plain import tame
from desktop_app.ui.transcript.looks.words import alert_title

_MONO: Final = CharLook(size=measures.CODE, mono=True)
_MATHS: Final = CharLook(size=measures.CODE, mono=True, maths=True, display=True)
_HTML: Final = CharLook(Ink.MUTED, size=measures.CODE, mono=True)
_PLAIN: Final = CharLook()
_NO_WIDTH: Final = "\u200b"
_PART: Final = 2000
"""Characters of the user's words, or of a source, that make one piece."""
_LINES: Final = 60
_GIVEN_AWAY: Final = 400
"""Characters of an open block after which its language is guessed, once."""


class Setting(NamedTuple):
    """What a block cannot know of itself: whose it is, its own source, what stands above it.

    ``source`` is the message's from the block's start to its end; ``first``: it begins its message; ``above`` are the
    containers of the block before.
    """

    message_id: str
    source: str = ""
    code_said: SaidCode | None = None
    first: bool = False
    above: tuple[Container, ...] = ()


def compose_block(block: Block, setting: Setting) -> Sequence[Composition]:
    """Mostly one composition; more where a paragraph is long, or an alert begins with its title."""
    stand = stand_of(block.containers, setting.above)
    shape = _shape(block, stand, setting)
    title: list[Composition] = []
    if stand.title is not None:
        title = [_title(stand.title, stand, shape)]
        joined = tuple(bar._replace(joined=True) for bar in stand.bars)
        shape = shape._replace(top=measures.DEFINITION_GAP, bars=joined)
    return [*title, *_composed(block, setting, stand, shape)]


def compose_waiting(message_id: str) -> Composition:
    """What stands in a streaming message before its first word: room for the caret."""
    return TextComposition(TextShape(top=measures.MESSAGE_GAP, message_id=message_id), ())


def compose_words(source: str, setting: Setting, parts: Sequence[Part] = ()) -> Sequence[Composition]:
    """A message of the user's: as it was written; nothing in it is read as Markdown.

    ``parts`` are the message's: what was sent along stands above the words.
    """
    if not any(is_attachment(part) for part in parts):
        return _bubble(source, setting, gap=measures.MESSAGE_GAP)
    # each sort is loaded with its first piece
    from desktop_app.ui.transcript.compositions.attachments_composition import compose_attachments

    attachments = compose_attachments(setting.message_id, parts)
    return [attachments, *(_bubble(source, setting, gap=0) if source.strip() else [])]


def _bubble(source: str, setting: Setting, *, gap: int) -> list[Composition]:
    parts = _source_parts(source, _PLAIN)
    return [
        TextComposition(
            TextShape(
                Kind.BUBBLE,
                top=gap + measures.BUBBLE_PAD if number == 0 else 0,
                bottom=measures.BUBBLE_PAD if number == len(parts) - 1 else 0,
                begins=number == 0,
                ends=number == len(parts) - 1,
                full=len(parts) > 1,
                message_id=setting.message_id,
                continued=number > 0 and parts[number - 1][1],
            ),
            chunks,
        )
        for number, (chunks, _) in enumerate(parts)
    ]


def compose_source(source: str, setting: Setting) -> Sequence[Composition]:
    """A message's Markdown as it was written."""
    parts = _source_parts(source, _MONO)
    return [
        TextComposition(
            TextShape(
                Kind.SOURCE,
                top=measures.MESSAGE_GAP if number == 0 else 0,
                line=measures.CODE_LINE,
                size=measures.CODE,
                message_id=setting.message_id,
                continued=number > 0 and parts[number - 1][1],
            ),
            chunks,
        )
        for number, (chunks, _) in enumerate(parts)
    ]


def _composed(block: Block, setting: Setting, stand: Stand, shape: TextShape) -> Sequence[Composition]:
    match block.kind:
        case BlockKind.RULE:
            rule = shape._replace(kind=Kind.RULE, top=measures.RULE_GAP, line=measures.RULE_LINE)
            return [TextComposition(rule, (Chunk(_NO_WIDTH, _PLAIN, block.start, block.end),))]
        case BlockKind.HTML if not block.spans:  # nothing in it can be read: a comment, a script
            chunks = [Chunk(tame(block.text.rstrip("\n")), _HTML, block.start, block.end)]
            return _in_parts(chunks, shape._replace(line=measures.CODE_LINE))
        case BlockKind.CODE:
            return [_code(block, setting, stand)]
        case BlockKind.MATHS:
            chunk = Chunk(tame(block.text.strip("\n")), _MATHS, block.start, block.end)
            return [TextComposition(shape._replace(kind=Kind.MATHS, line=measures.CODE_LINE), (chunk,))]
        case BlockKind.TABLE if block.rows:
            from desktop_app.ui.transcript.compositions.table_composition import TableShape, compose_table

            top = max(shape.top, measures.CARD_GAP)
            return [compose_table(block, TableShape(setting.message_id, stand.indent, stand.marks, stand.bars, top))]
    return _words(block, setting, stand, shape)


def _words(block: Block, setting: Setting, stand: Stand, shape: TextShape) -> Sequence[Composition]:
    """A paragraph or a heading; a paragraph of nothing but pictures is these."""
    if any(span.image for span in block.spans) and (pictures := _pictures_alone(block.spans)):
        from desktop_app.ui.transcript.compositions.picture_composition import PictureComposition

        rest = shape._replace(marks=(), top=measures.ITEM_GAP)
        return [PictureComposition(rest if number else shape, span) for number, span in enumerate(pictures)]
    base = CharLook(size=shape.size, bold=bool(shape.level) or stand.term)
    return _in_parts(list(inline_chunks(block.spans, base, setting.message_id)), shape)


def _pictures_alone(spans: Sequence[Span]) -> list[Span]:
    """The pictures of a paragraph that holds nothing else; none otherwise."""
    pictures = [span for span in spans if span.image and span.href]
    others = [span for span in spans if span not in pictures and not span.hard_break and span.text.strip()]
    return [] if others else pictures


def _code(block: Block, setting: Setting, stand: Stand) -> Composition:
    from desktop_app.ui.transcript.compositions.code_composition import CodeComposition, CodeShape
    from desktop_app.ui.transcript.compositions.guessing import guessed

    settled = block.closed or len(block.text) >= _GIVEN_AWAY
    shape = CodeShape(
        setting.message_id,
        block.start,
        stand.indent,
        stand.marks,
        stand.bars,
        max(measures.MESSAGE_GAP if setting.first else 0, measures.CARD_GAP),
        block.language or (guessed(block.text) if settled else ""),
        setting.code_said,
        block.closed,
    )
    return CodeComposition(shape, block.text, setting.source)


def _shape(block: Block, stand: Stand, setting: Setting) -> TextShape:
    top = gap_above(block.containers, setting.above, first=setting.first)
    size, line = measures.TEXT, measures.TEXT_LINE
    if stand.small:
        size, line = measures.SMALL, measures.SMALL_LINE
    if block.kind is BlockKind.HEADING and block.level in measures.HEADINGS:
        size, line, above = measures.HEADINGS[block.level]
        top = measures.MESSAGE_GAP if setting.first else above
    kind = Kind.ITEM if stand.marks else Kind.PROSE
    shape = TextShape(
        kind,
        stand.indent,
        stand.marks,
        stand.bars,
        top,
        line=line,
        size=size,
        level=block.level,
        message_id=setting.message_id,
    )
    return _going_on(shape) if block.continues else shape


def _going_on(shape: TextShape) -> TextShape:
    """Of a part that is not the first."""
    bars = tuple(bar._replace(joined=True) for bar in shape.bars)
    return shape._replace(top=0, marks=(), level=0, continued=True, bars=bars)


def _title(alert: Alert, stand: Stand, shape: TextShape) -> Composition:
    look = CharLook(alert_ink(alert), size=measures.SMALL, bold=True)
    line = shape._replace(kind=Kind.TITLE, marks=(), bottom=0, line=measures.SMALL_LINE, size=measures.SMALL, level=0)
    return TextComposition(line._replace(bars=stand.bars), (Chunk(alert_title(alert), look),))


def _in_parts(chunks: Sequence[Chunk], shape: TextShape) -> list[Composition]:
    """One composition, or several that go on from each other where the text is long."""
    parts = list(parted(chunks))
    if len(parts) == 1:
        return [TextComposition(shape, tuple(parts[0]))]
    going_on = _going_on(shape)
    return [TextComposition(going_on if number else shape, tuple(part)) for number, part in enumerate(parts)]


def _source_parts(source: str, look: CharLook) -> list[tuple[tuple[Chunk, ...], bool]]:
    """Whole lines, so many that a piece can be laid out at once; with each whether the next goes on in its line."""
    parts: list[tuple[tuple[Chunk, ...], bool]] = []
    start = 0
    while True:
        end, mid_line = _part_end(source, start)
        text = source[start:end]
        parts.append(((Chunk(tame(text), look, start, end),), mid_line))
        if end >= len(source):
            return parts
        start = end if mid_line else end + 1


def _part_end(source: str, start: int) -> tuple[int, bool]:
    """Where the piece that begins at ``start`` ends, and whether that is in the middle of a line."""
    end = -1
    for _ in range(_LINES):
        following = source.find("\n", start if end < 0 else end + 1)
        following = len(source) if following < 0 else following
        if end >= 0 and following - start > _PART:
            break
        end = following
        if end - start > 2 * _PART:  # one line alone is that long
            blank = source.find(" ", start + _PART, start + 2 * _PART)
            return (blank + 1 if blank >= 0 else start + _PART), True
        if end == len(source):
            break
    return end, False
