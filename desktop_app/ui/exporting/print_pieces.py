"""What of a conversation goes on paper, as compositions: the page's own, without what only a screen needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop_app.domain.attachments import blob_of, name_of
from desktop_app.domain.exporting import Exported, ExportRequest, exported, head_of, moment
from desktop_app.domain.messages import Part, PartKind, Role
from desktop_app.domain.whole import WholeConversation
from desktop_app.markdown.blocks import Block, BlockKind, Container, ContainerKind, Span
from desktop_app.markdown.stream import BlockStream
from desktop_app.ui.transcript.compositions.attachments_composition import blob_address
from desktop_app.ui.transcript.compositions.code_composition import CodeComposition
from desktop_app.ui.transcript.compositions.composing import Setting, compose_block, compose_words
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.compositions.picture_composition import PictureComposition
from desktop_app.ui.transcript.compositions.text_composition import TextComposition, TextShape
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.inks import Ink
from desktop_app.ui.transcript.looks.looks import CharLook, Chunk, Kind
from desktop_app.ui.transcript.looks.plain import tame, units

_AT_ONCE = 4000
"""Characters that are read before somebody else may work."""
_TITLE = (24, 34)
_QUOTED = Container(ContainerKind.QUOTE)


class PrintPiece(NamedTuple):
    """``keeps``: it stands on the same page as what follows. ``mine``: it stands at the right, as the user's words do.

    ``blob``: the picture that it shows, ``otherwise`` what stands there when it cannot be had. None as a composition:
    nothing yet, but somebody else may work.
    """

    composition: Composition | None = None
    keeps: bool = False
    mine: bool = False
    blob: str = ""
    otherwise: Composition | None = None


class PrintedCode(CodeComposition):
    """A block of code whose head has no buttons."""

    def __init__(self, of: CodeComposition) -> None:
        super().__init__(of.shape._replace(said=None), of.code, of.source)
        self.buttons = ()
        self.head = self.words
        self.start = units(self.head) + 1


class PrintPieces:
    """``title`` is the document's; ``part`` how much has been given out."""

    def __init__(self, whole: WholeConversation, request: ExportRequest) -> None:
        self.title = " ".join(whole.conversation.title.split()) or request.words.untitled
        self.part = 0.0
        self._whole = whole
        self._request = request

    def __iter__(self) -> Iterator[PrintPiece]:
        size, line = _TITLE
        title = TextShape(top=0, line=line, size=size, level=1)
        yield PrintPiece(TextComposition(title, (Chunk(tame(self.title), CharLook(size=size, bold=True)),)), keeps=True)
        if self._request.options.details:
            yield _muted(moment(self._whole.conversation.created, self._request.words), top=2)
        found = exported(self._whole, self._request)
        for number, one in enumerate(found):
            self.part = number / len(found)
            yield from self._message(one)

    def _message(self, one: Exported) -> Iterator[PrintPiece]:
        mine = one.message.role is Role.USER
        yield PrintPiece(_head(head_of(one, self._request)), keeps=True, mine=mine)
        words_are_in = False
        for part in one.message.parts:
            if part.kind is PartKind.TEXT:
                if not words_are_in and one.message.text.strip():
                    yield from _words(one.message.text) if mine else _answer(one.message.text)
                words_are_in = True
            else:
                yield from self._part(part, mine=mine)

    def _part(self, part: Part, *, mine: bool) -> Iterator[PrintPiece]:
        words = self._request.words
        if part.kind in {PartKind.IMAGE, PartKind.FILE}:
            label = words.picture if part.kind is PartKind.IMAGE else words.file
            named = ": ".join(filter(None, (label, name_of(part))))
            piece = _muted(named, top=measures.BUBBLE_ABOVE, mine=mine)
            if blob := blob_of(part):
                span = Span(named, 0, 0, image=True, href=blob_address(blob))
                shown = PictureComposition(TextShape(top=measures.BUBBLE_ABOVE), span)
                piece = piece._replace(composition=shown, blob=blob, otherwise=piece.composition)
            yield piece
        elif self._request.options.reasoning:
            yield from self._reasoning(part)

    def _reasoning(self, part: Part) -> Iterator[PrintPiece]:
        words = self._request.words
        labels = {
            PartKind.REASONING: words.reasoning,
            PartKind.TOOL_CALL: words.tool_call,
            PartKind.TOOL_RESULT: words.tool_result,
        }
        yield _muted(labels.get(part.kind, words.structured), top=measures.PARAGRAPH_GAP, keeps=True)
        if part.kind is PartKind.REASONING:
            yield from _answer(part.text, (_QUOTED,))
            return
        body = part.text
        if not body.strip() and part.data:
            body = json.dumps(dict(part.data), ensure_ascii=False, indent=2)
        yield from _blocks([Block(BlockKind.CODE, 0, len(body), text=body)], body, ())


def _head(words: Sequence[str]) -> TextComposition:
    size = measures.SMALL
    who, *more = map(tame, words)
    chunks = [Chunk(who, CharLook(size=size, bold=True))]
    chunks += [Chunk(f" · {word}", CharLook(Ink.MUTED, size=size)) for word in more]
    shape = TextShape(top=measures.MESSAGE_GAP, line=measures.SMALL_LINE, size=size)
    return TextComposition(shape, tuple(chunks))


def _muted(words: str, *, top: int, keeps: bool = False, mine: bool = False) -> PrintPiece:
    size = measures.SMALL
    shape = TextShape(top=top, line=measures.SMALL_LINE, size=size)
    return PrintPiece(TextComposition(shape, (Chunk(tame(words), CharLook(Ink.MUTED, size=size)),)), keeps, mine)


def _words(text: str) -> Iterator[PrintPiece]:
    """The user's, as the page shows them; nearer to the line above."""
    for one in compose_words(text, Setting("")):
        if isinstance(one, TextComposition) and one.shape.top > measures.BUBBLE_PAD:
            shape = one.shape._replace(top=measures.BUBBLE_PAD + measures.ITEM_GAP)
            yield PrintPiece(TextComposition(shape, one.chunks))
        else:
            yield PrintPiece(one)


def _answer(text: str, around: tuple[Container, ...] = ()) -> Iterator[PrintPiece]:
    stream = BlockStream(keeps_source=False)
    above: tuple[Container, ...] = ()
    for start in range(0, len(text), _AT_ONCE):
        stream.feed(text[start : start + _AT_ONCE])
        last = start + _AT_ONCE >= len(text)
        blocks = stream.finish().closed if last else stream.settle()
        yield from _blocks(blocks, text, around, above)
        above = blocks[-1].containers if blocks else above
        yield PrintPiece()


def _blocks(
    blocks: Sequence[Block], text: str, around: tuple[Container, ...], above: tuple[Container, ...] = ()
) -> Iterator[PrintPiece]:
    for block in blocks:
        inner = replace(block, containers=around + block.containers)
        setting = Setting("", text[block.start : block.end], above=around + above)
        for one in compose_block(inner, setting):
            printed = PrintedCode(one) if isinstance(one, CodeComposition) else one
            keeps = isinstance(one, TextComposition) and (one.level > 0 or one.kind is Kind.TITLE)
            yield PrintPiece(printed, keeps)
        above = block.containers
