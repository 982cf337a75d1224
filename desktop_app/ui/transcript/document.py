"""The messages of the page and the one text document they are written in: who stands where, and what has changed.

A block that is closed is written once. What is still open is compared with what stands there, and only the difference
is written, so that a selection in it survives and little has to be laid out again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtGui import QTextDocument

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.messages import MessageState, Role
from desktop_app.markdown.blocks import Block, BlockKind
from desktop_app.markdown.stream import Update
from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.bubble import bubble_lines
from desktop_app.ui.transcript.compose import (
    Setting,
    code_head_line,
    code_line,
    compose,
    table_look,
    tame_lines,
)
from desktop_app.ui.transcript.looks import Kind, Line, LineLook, Styles
from desktop_app.ui.transcript.message_item import MessageItem, Piece
from desktop_app.ui.transcript.notes import note_lines
from desktop_app.ui.transcript.writer import Writer

_LINE_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.RULE, BlockKind.HTML, BlockKind.MATHS})
_LONG, _GROWN = 2000, 8
"""The head of an open code block longer than this waits until the block has grown by an eighth."""
_USERS_WORDS = Block(BlockKind.PARAGRAPH, 0, 0)


class PageDocument:
    """``items`` in the order of the page. ``on_code_closed`` is told of each code block that will not change again."""

    def __init__(self, document: QTextDocument, styles: Styles) -> None:
        self.text = document
        self.writer = Writer(document, styles)
        self.items: list[MessageItem] = []
        self.code_said: SaidCode | None = None
        self.column = measures.COLUMN
        self.on_code_closed: Callable[[MessageItem, Piece], None] = lambda _item, _piece: None
        self._by_id: dict[str, MessageItem] = {}
        self._serial = 0
        self.clear()

    def clear(self) -> None:
        self.items.clear()
        self._by_id.clear()
        self.writer.reset(LineLook(Kind.END, top=0, height=measures.PAGE_END))

    def find(self, message_id: str) -> MessageItem | None:
        return self._by_id.get(message_id)

    def item_at(self, position: int) -> MessageItem | None:
        """The message whose text or notes hold the document position."""
        index = bisect_right(self.items, position, key=lambda item: item.start) - 1
        if index < 0 or position >= self.items[index].start + self.items[index].length:
            return None
        return self.items[index]

    def pieces_from(self, item: MessageItem) -> Iterator[tuple[Piece, int]]:
        """The message's pieces with their places."""
        place = item.start
        for piece in item.pieces:
            yield piece, place
            place += piece.length

    def add(self, message_id: str, role: Role, state: MessageState, *, before: bool = False) -> MessageItem:
        """An empty message at the end of the page, or before its first."""
        self._serial += 1
        start = 0 if before or not self.items else self.items[-1].start + self.items[-1].length
        item = MessageItem(message_id, role, self._serial, state, start)
        self.items.insert(0 if before else len(self.items), item)
        self._by_id[message_id] = item
        return item

    def write_mine(self, item: MessageItem, source: str) -> None:
        """Writes a message of the user's, whole."""
        item.keep_source([source])
        lines = self.lines_of(item, None)
        length = self.writer.insert(item.start, lines)
        item.pieces = [Piece(replace(_USERS_WORDS, end=len(source)), length)]
        self._grow(item, length)

    def write_before(self, item: MessageItem, block: Block, *, first: bool) -> None:
        """Writes a block above what the message has so far: how older messages come, from their end."""
        piece = self._written(item, block, item.start, first=first)
        item.pieces.insert(0, piece)
        item.closed += 1
        self._grow(item, piece.length)
        self._report(item, piece)

    def apply(self, item: MessageItem, update: Update) -> None:
        """Brings the open end of a message up to date."""
        wanted = item.wanted(update)
        before = item.closed
        with self.writer.together():
            self._bring_up_to_date(item, wanted)
            item.closed += len(update.closed)
            for piece in item.pieces[before : item.closed]:
                self._report(item, piece)
        for index in range(max(before - 1, 0), len(item.pieces)):
            self._refresh_head(item, index)

    def show_notes(self, item: MessageItem) -> None:
        """Brings the lines under a message up to date: how it ended, its facts."""
        lines = note_lines(item)
        place = item.start + item.content_length
        with self.writer.together():
            grown = self.writer.rewrite_all(place, item.notes, lines)
        item.notes = lines
        item.notes_length += grown
        self._shift_after(item, grown)

    def set_code_said(self, said: SaidCode | None) -> None:
        self.code_said = said
        self._refresh_heads()

    def set_column(self, column: int) -> None:
        """Moves what hangs on the column's right edge."""
        if column == self.column:
            return
        before = self.column
        self.column = column
        with self.writer.together():
            for item in self.items:
                if item.mine and item.pieces:
                    self._move_bubble(item, before)
        self._refresh_heads()

    def lines_of(self, item: MessageItem, piece: Piece | None, column: int = 0) -> list[Line]:
        """The lines in which a piece (not a table) was written."""
        if item.mine:
            setting = Setting(item.message_id, item.serial, column or self.column)
            return list(bubble_lines(item.source, setting, self.text.defaultFont()))
        if piece is None:
            return []
        return compose(piece.block, self._setting(item, first=item.pieces[0] is piece))

    def _setting(self, item: MessageItem, *, first: bool) -> Setting:
        return Setting(item.message_id, item.serial, self.column, self.code_said, first)

    def _bring_up_to_date(self, item: MessageItem, wanted: Sequence[Block]) -> None:
        place = item.place_of(item.closed)
        for number, block in enumerate(wanted):
            index = item.closed + number
            if index < len(item.pieces):
                self._change(item, index, block, place)
            else:
                piece = self._written(item, block, place, first=index == 0)
                item.pieces.append(piece)
                self._grow(item, piece.length)
            place += item.pieces[index].length
        extra = sum(piece.length for piece in item.pieces[item.closed + len(wanted) :])
        self.writer.remove(place, extra)
        del item.pieces[item.closed + len(wanted) :]
        self._grow(item, -extra)

    def _change(self, item: MessageItem, index: int, block: Block, place: int) -> None:
        piece = item.pieces[index]
        old, piece.block = piece.block, block
        if old == block or replace(old, closed=block.closed) == block:
            return
        grown = self._changed_in_place(item, index, old, place)
        if grown is None:
            self.writer.remove(place, piece.length)
            anew = self._written(item, block, place, first=index == 0)
            grown = anew.length - piece.length
            piece.head = anew.head
        piece.length += grown
        self._grow(item, grown)

    def _changed_in_place(self, item: MessageItem, index: int, old: Block, place: int) -> int | None:
        piece, new = item.pieces[index], item.pieces[index].block
        setting = self._setting(item, first=index == 0)
        if old.kind in _LINE_KINDS and new.kind in _LINE_KINDS:
            return self.writer.rewrite_all(place, compose(old, setting), compose(new, setting))
        if old.kind is not new.kind or old.containers != new.containers:
            return None
        if new.kind is BlockKind.TABLE:
            return self.writer.change_table(place, old, new)
        return self._lengthened_code(piece, old, place, setting)

    def _lengthened_code(self, piece: Piece, old: Block, place: int, setting: Setting) -> int | None:
        """Adds to a code block what has come at its end, the usual way of it."""
        new = piece.block
        before, after = old.text.removesuffix("\n"), new.text.removesuffix("\n")
        if not old.text or not after.startswith(before):
            return None
        first, *more = tame_lines(after[len(before) :])
        number = before.count("\n")
        lines = [code_line(new, setting, number + nth, text) for nth, text in enumerate(more, 1)]
        end_of_last = place + piece.length - 2  # the foot is one empty line
        return self.writer.lengthen(end_of_last, first, lines)

    def _written(self, item: MessageItem, block: Block, place: int, *, first: bool) -> Piece:
        setting = self._setting(item, first=first)
        if block.kind is BlockKind.TABLE and block.rows:
            look, indent = table_look(block, setting)
            return Piece(block, self.writer.insert_table(place, look, indent, block))
        lines = compose(block, setting)
        head = lines[0] if block.kind is BlockKind.CODE else None
        return Piece(block, self.writer.insert(place, lines), head)

    def _refresh_heads(self) -> None:
        with self.writer.together():
            for item in self.items:
                for index, piece in enumerate(item.pieces):
                    piece.headed = 0
                    self._refresh_head(item, index)

    def _refresh_head(self, item: MessageItem, index: int) -> None:
        """Brings a code block's head up to date.

        By itself: one edit lays out all between its first and its last change again; so the head of a long block that
        grows follows it in steps.
        """
        piece = item.pieces[index]
        if piece.head is None or (not piece.block.closed and piece.length < piece.headed):
            return
        piece.headed = piece.length + (piece.length // _GROWN if piece.length > _LONG else 0)
        head = code_head_line(piece.block, self._setting(item, first=index == 0))
        if head != piece.head:
            grown = self.writer.rewrite(item.place_of(index), piece.head, head)
            piece.head = head
            piece.length += grown
            self._grow(item, grown)

    def _move_bubble(self, item: MessageItem, before: int) -> None:
        self.writer.rewrite_all(item.start, self.lines_of(item, None, before), self.lines_of(item, None))

    def _report(self, item: MessageItem, piece: Piece) -> None:
        if piece.block.kind is BlockKind.CODE:
            self.on_code_closed(item, piece)

    def _grow(self, item: MessageItem, by: int) -> None:
        item.content_length += by
        self._shift_after(item, by)

    def _shift_after(self, item: MessageItem, by: int) -> None:
        if not by or item is self.items[-1]:
            return
        for later in self.items[self.items.index(item) + 1 :]:
            later.start += by
