"""Writes lines and tables into the text document, and changes what stands there as little as may be.

Every place is the start of a line of the document (a "block" to Qt), every length counts document positions and
includes the separator that ends each line. No HTML is involved anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtGui import (
    QColor,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
    QTextTableFormat,
)

from desktop_app.markdown.blocks import Block
from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.compose import cell_chunks
from desktop_app.ui.transcript.looks import Chunk, Kind, Line, LineLook, Styles
from desktop_app.ui.transcript.plain import units

_KEEP = QTextCursor.MoveMode.KeepAnchor


class _Change(NamedTuple):
    """What has to go at ``offset`` of a line, and what comes there."""

    offset: int
    removed: int
    chunks: tuple[Chunk, ...]


class Writer:
    """``styles`` may be replaced when the colours change."""

    def __init__(self, document: QTextDocument, styles: Styles) -> None:
        self._document = document
        self.styles = styles

    def reset(self, end: LineLook) -> None:
        """Empties the document but for the line that ends every page."""
        self._document.clear()
        self._document.setUndoRedoEnabled(False)  # with it on, removed text would never be freed
        self._cursor(0).setBlockFormat(self.styles.line(end))
        frame = self._document.rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(measures.PAGE_TOP)
        frame.setFrameFormat(form)

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is written inside is laid out once, at the end."""
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        try:
            yield
        finally:
            cursor.endEditBlock()

    def insert(self, place: int, lines: Sequence[Line]) -> int:
        """Writes lines in front of the one that begins at ``place``; gives their length."""
        cursor = self._cursor(place)
        block = cursor.block()
        cursor.insertBlock(block.blockFormat(), block.charFormat())
        cursor.setPosition(place)
        length = 0
        for number, line in enumerate(lines):
            plain = self.styles.char(line.chunks[0].look) if line.chunks else QTextCharFormat()
            if number:
                cursor.insertBlock(self.styles.line(line.look), plain)
            else:
                cursor.setBlockFormat(self.styles.line(line.look))
                cursor.setBlockCharFormat(plain)
            length += self._write(cursor, line.chunks) + 1
        return length

    def remove(self, place: int, length: int) -> None:
        """Takes whole lines away."""
        if not length:
            return
        after = self._cursor(place + length).block()
        kept, plain = after.blockFormat(), after.charFormat()
        cursor = self._cursor(place)
        cursor.setPosition(place + length, _KEEP)
        cursor.removeSelectedText()
        cursor.setBlockFormat(kept)
        cursor.setBlockCharFormat(plain)

    def rewrite(self, place: int, old: Line, new: Line) -> int:
        """Makes the line ``new`` out of ``old``, touching only what differs; gives by how much it grew."""
        if old.look != new.look:
            self._cursor(place).setBlockFormat(self.styles.line(new.look))
        change = _change(old.chunks, new.chunks)
        if not change.removed and not change.chunks:
            return 0
        cursor = self._cursor(place + change.offset)
        if change.removed:
            cursor.setPosition(place + change.offset + change.removed, _KEEP)
            cursor.removeSelectedText()
        return self._write(cursor, change.chunks) - change.removed

    def rewrite_all(self, place: int, old: Sequence[Line], new: Sequence[Line]) -> int:
        """Makes the lines ``new`` out of ``old``; gives by how much they grew."""
        grown = 0
        for before, after in zip(old, new, strict=False):
            if before != after:
                grown += self.rewrite(place, before, after)
            place += length_of([after])
        gone = length_of(old[len(new) :])
        self.remove(place, gone)
        come = self.insert(place, new[len(old) :]) if len(new) > len(old) else 0
        return grown + come - gone

    def lengthen(self, end: int, text: str, lines: Sequence[Line]) -> int:
        """Adds text at the end of a line, whose last position is ``end``, and lines behind it; gives their length."""
        cursor = self._cursor(end)
        cursor.insertText(text)
        length = units(text)
        for line in lines:
            cursor.insertBlock(self.styles.line(line.look), self.styles.char(line.chunks[0].look))
            length += self._write(cursor, line.chunks) + 1
        return length

    def insert_table(self, place: int, above: LineLook, indent: int, block: Block) -> int:
        """Writes a table, and the empty line that must stand above each, in front of the line at ``place``."""
        before = self._document.characterCount()
        cursor = self._cursor(place)
        after = cursor.block().blockFormat()
        columns = max((len(row.cells) for row in block.rows), default=1)
        table = cursor.insertTable(len(block.rows), max(columns, 1), self._table_format(indent))
        self._cursor(place).setBlockFormat(self.styles.line(above))
        for row in range(len(block.rows)):
            self._fill_row(table, row, block)
        self._cursor(table.lastPosition() + 1).setBlockFormat(after)
        return self._document.characterCount() - before

    def change_table(self, place: int, old: Block, new: Block) -> int | None:
        """Brings a table up to date; gives by how much it grew, None where it has to be written anew."""
        table = self.table_at(place)
        columns = max((len(row.cells) for row in new.rows), default=1)
        if table is None or table.columns() != columns or len(new.rows) < len(old.rows):
            return None
        before = self._document.characterCount()
        if len(new.rows) > len(old.rows):
            table.appendRows(len(new.rows) - len(old.rows))
        for row in range(len(new.rows)):
            if row >= len(old.rows):
                self._fill_row(table, row, new)
            elif old.rows[row] != new.rows[row]:
                self._change_row(table, row, old, new)
        return self._document.characterCount() - before

    def table_at(self, place: int) -> QTextTable | None:
        """The table whose empty line above begins at ``place``."""
        return self._cursor(place + 1).currentTable()

    def restyle_tables(self) -> None:
        for frame in self._document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format().toTableFormat()
                form.setBorderBrush(QColor(self.styles.colours.line))
                frame.setFormat(form)

    def _table_format(self, indent: int) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderCollapse(True)
        form.setBorderBrush(QColor(self.styles.colours.line))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setCellPadding(6)
        form.setBottomMargin(measures.CARD_GAP)
        form.setCellSpacing(0)
        form.setLeftMargin(indent)
        form.setHeaderRowCount(1)
        return form

    def _fill_row(self, table: QTextTable, row: int, block: Block) -> None:
        for column, line in enumerate(_cell_lines(block, row, table.columns())):
            cursor = table.cellAt(row, column).firstCursorPosition()
            cursor.setBlockFormat(self.styles.line(line.look))
            self._write(cursor, line.chunks)

    def _change_row(self, table: QTextTable, row: int, old: Block, new: Block) -> None:
        width = table.columns()
        pairs = zip(_cell_lines(old, row, width), _cell_lines(new, row, width), strict=True)
        for column, (before, after) in enumerate(pairs):
            self.rewrite(table.cellAt(row, column).firstPosition(), before, after)

    def _write(self, cursor: QTextCursor, chunks: Sequence[Chunk]) -> int:
        length = 0
        for chunk in chunks:
            if chunk.text:
                cursor.insertText(chunk.text, self.styles.char(chunk.look))
                length += units(chunk.text)
        return length

    def _cursor(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.setPosition(place)
        return cursor


def length_of(lines: Sequence[Line]) -> int:
    """How many document positions the lines take."""
    return sum(sum(units(chunk.text) for chunk in line.chunks) + 1 for line in lines)


def _cell_lines(block: Block, row: int, columns: int) -> Iterator[Line]:
    cells = block.rows[row].cells
    for column in range(columns):
        align = block.alignments[column] if column < len(block.alignments) else ""
        spans = cells[column] if column < len(cells) else ()
        look = LineLook(Kind.CELL, top=0, height=20, align=align)
        yield Line(look, tuple(cell_chunks(spans, header=block.rows[row].header)))


def _change(old: Sequence[Chunk], new: Sequence[Chunk]) -> _Change:
    """The one stretch in which two rows of chunks differ."""
    same = 0
    while same < min(len(old), len(new)) and _alike(old[same], new[same]):
        same += 1
    tail = 0
    while tail < min(len(old), len(new)) - same and _alike(old[-1 - tail], new[-1 - tail]):
        tail += 1
    offset = sum(units(chunk.text) for chunk in old[:same])
    gone, come = list(old[same : len(old) - tail]), list(new[same : len(new) - tail])
    if gone and come and gone[0].look == come[0].look:
        kept = _common_start(gone[0].text, come[0].text)
        offset += units(kept)
        gone[0] = gone[0]._replace(text=gone[0].text[len(kept) :])
        come[0] = come[0]._replace(text=come[0].text[len(kept) :])
    return _Change(offset, sum(units(chunk.text) for chunk in gone), tuple(chunk for chunk in come if chunk.text))


def _alike(one: Chunk, other: Chunk) -> bool:
    return one.text == other.text and one.look == other.look


def _common_start(one: str, other: str) -> str:
    return one if other.startswith(one) else one[: _first_difference(one, other)]


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (mine, theirs) in enumerate(pairs) if mine != theirs), min(len(one), len(other)))
