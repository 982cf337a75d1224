"""Colours on what stands in the document already: highlighted code when its block closes, all of it in a new theme."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextLayout

from desktop_app.ui.transcript.document import PageDocument
from desktop_app.ui.transcript.highlight import MOST, Coloured, Lexers, coloured_lines
from desktop_app.ui.transcript.inks import Ink
from desktop_app.ui.transcript.looks import INK, KIND, Kind, Styles
from desktop_app.ui.transcript.message_item import MessageItem, Piece
from desktop_app.ui.transcript.page import Page
from desktop_app.ui.transcript.plain import units
from desktop_app.ui.transcript.work import FrameWork, Job

_LINES = 25
"""Lines changed in one go; each go is one layout."""
_SHORT = 2000
"""Characters of a block whose colours cost next to nothing."""
_BLOCKS = 40


_LEXERS = Lexers()
"""For all pages: a lexer is loaded once in a run."""


class CodeColours:
    """Highlights each code block it is told of, when the lexer for it has been loaded."""

    def __init__(self, messages: PageDocument, work: FrameWork) -> None:
        self._messages = messages
        self._work = work
        self._waiting: list[tuple[MessageItem, Piece]] = []

    def add(self, item: MessageItem, piece: Piece) -> None:
        """The block will not change again.

        A short one is coloured at once, in the edit that writes it: later, all below it would be laid out again.
        """
        language, text = piece.block.language.lower(), piece.block.text
        if not language or len(text) > MOST:
            return
        if _LEXERS.known(language) and text.count("\n") <= _LINES and len(text) <= _SHORT:
            for _ in self._highlight(item, piece):
                pass
            return
        self._waiting.append((item, piece))
        self._work.wake()

    def clear(self) -> None:
        self._waiting.clear()

    def begin_ready(self) -> bool:
        """Sets to work on the blocks whose lexers are there; whether some still wait."""
        waiting, self._waiting = self._waiting, []
        for item, piece in waiting:
            if _LEXERS.known(piece.block.language.lower()):
                self._work.add(self._highlight(item, piece))
            else:
                self._waiting.append((item, piece))
        return bool(self._waiting)

    def _highlight(self, item: MessageItem, piece: Piece) -> Job:
        lexer = _LEXERS.get(piece.block.language.lower())
        if lexer is None:
            return
        gathered: list[list[Coloured]] = []
        done = 0
        for line in coloured_lines(lexer, piece.block.text.removesuffix("\n")):
            gathered.append(line)
            if len(gathered) == _LINES:
                self._colour(item, piece, done, gathered)
                done, gathered = done + _LINES, []
                yield
        self._colour(item, piece, done, gathered)
        yield

    def _colour(self, item: MessageItem, piece: Piece, number: int, lines: list[list[Coloured]]) -> None:
        """Colours the block's lines from ``number`` on; looks up their place anew, since text above may have come."""
        place = item.find(piece) if self._messages.find(item.message_id) is item else None
        if place is None:
            return
        head = self._messages.text.findBlock(place)
        block = self._messages.text.findBlockByNumber(head.blockNumber() + 1 + number)
        styles = self._messages.writer.styles
        with self._messages.writer.together():
            for line in lines:
                if line and Kind(block.blockFormat().intProperty(KIND)) is Kind.CODE_LINE:
                    _set_colours(block, line, styles)
                block = block.next()


def _set_colours(block: QTextBlock, line: list[Coloured], styles: Styles) -> None:
    """Puts colours over a line. They are the layout's, not the text's: the text stays one run."""
    text = block.text()
    ranges = []
    for start, length, look in line:
        part = QTextLayout.FormatRange()
        part.start = start if text.isascii() else units(text[:start])
        part.length = length if text.isascii() else units(text[start : start + length])
        part.format = styles.char(look)
        ranges.append(part)
    block.layout().setFormats(ranges)


def restyle(messages: PageDocument, page: Page, styles: Styles) -> Job:
    """Gives all that stands on the page the new colours, what is in sight first."""
    document = messages.text
    top = page.cursorForPosition(page.viewport().rect().topLeft()).block().blockNumber()
    for first in (*range(top, document.blockCount(), _BLOCKS), *range(max(top - _BLOCKS, 0), -1, -_BLOCKS), 0):
        if messages.writer.styles is not styles:
            return
        with messages.writer.together():
            _restyle_blocks(document, first, styles)
        yield


def _restyle_blocks(document: QTextDocument, first: int, styles: Styles) -> None:
    block = document.findBlockByNumber(first)
    for _ in range(_BLOCKS):
        if not block.isValid():
            return
        cursor = QTextCursor(block)
        for part in block.textFormats():
            if ink := part.format.intProperty(INK):
                cursor.setPosition(block.position() + part.start)
                cursor.setPosition(block.position() + part.start + part.length, QTextCursor.MoveMode.KeepAnchor)
                change = QTextCharFormat()
                change.setForeground(styles.ink(Ink(ink)))
                cursor.mergeCharFormat(change)
        _restyle_ranges(block, styles)
        block = block.next()


def _restyle_ranges(block: QTextBlock, styles: Styles) -> None:
    ranges = block.layout().formats()
    if not ranges:
        return
    for part in ranges:
        form = part.format
        form.setForeground(styles.ink(Ink(form.intProperty(INK))))
        part.format = form
    block.layout().setFormats(ranges)
