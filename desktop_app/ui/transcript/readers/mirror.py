"""The page's text once more, in a text box that nobody sees: what Qt's own accessibility of text needs to read from.

PySide leaves two methods out of the text interface of accessibility (what is selected, how it looks), so one written
in Python gives screen readers numbers that nobody has set. The interface of a QTextEdit is whole, and it is all C++.
So the page lends that of this box, which holds the newest messages and those in sight, has the caret and the selection
of the page, and whose lines stand where the page's do. It exists only once a screen reader has asked for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleTextCursorEvent,
    QAccessibleTextInsertEvent,
    QAccessibleTextRemoveEvent,
    QAccessibleTextSelectionEvent,
    QAccessibleTextUpdateEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.looks.plain import units
from desktop_app.ui.transcript.page.places import Place
from desktop_app.ui.transcript.readers.mirror_lines import HandLayout, lay_line_by_line
from desktop_app.ui.transcript.readers.text_edits import Edit, at_end, edits

if TYPE_CHECKING:
    from desktop_app.ui.transcript.page.page import Page

NEWEST = 100
"""Messages at the end of the conversation that are always there."""
_AROUND = 10
"""Messages above and below what is in sight."""
_MOST = 400
_AT_A_TIME = 20
"""Messages read in one turn of the event loop; reading one parses it."""
_LARGE = 20_000
"""Characters of a message that is read in slices, and comes in as it is read."""
_SETTLED = 40
"""Milliseconds until the lines are laid where the page has them now."""
_BREAKS = {0x2028: "\n", 0x2029: "\n", 0xFFFC: "\ufffd"}


class _Held(NamedTuple):
    """A message that is in the box: its number in the conversation, its pieces, their texts and how long these are."""

    entry: int
    pieces: tuple[Composition, ...] = ()
    texts: tuple[str, ...] = ()
    sizes: tuple[int, ...] = ()

    def same(self, pieces: Sequence[Composition]) -> int:
        """How many of its first pieces these still are."""
        changed = (
            number for number, pair in enumerate(zip(self.pieces, pieces, strict=False)) if pair[0] is not pair[1]
        )
        return next(changed, min(len(self.pieces), len(pieces)))

    @property
    def size(self) -> int:
        return sum(self.sizes)


class Mirror(QTextEdit):
    """A child of the page's viewport, never shown. All its text is the page's; each piece is a line of its own."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._held: list[_Held] = []
        self._length = 0
        self._laid: list[QTextBlock] = []
        self._following = False
        self._prepare()
        self._lay_soon = QTimer(self, singleShot=True, interval=_SETTLED)
        self._lay_soon.timeout.connect(self._lay_lines)
        self._hold_soon = QTimer(self, singleShot=True, interval=0)
        self._hold_soon.timeout.connect(self._hold_more)
        page.text_changed.connect(self._take_changes)
        page.messages_replaced.connect(self._begin_anew)
        page.sight_changed.connect(self._look_again)
        page.selection_changed.connect(self._follow_selection)
        self.selectionChanged.connect(self._lead)
        self.cursorPositionChanged.connect(self._lead)
        self._begin_anew()

    def position_of(self, place: Place) -> int | None:
        """Where the place stands in the box; None where its message is not in it."""
        slot = self._slot(place.entry)
        if slot is None:
            return None
        held = self._held[slot]
        return self._start(slot) + sum(held.sizes[: place.piece]) + place.position

    def place_of(self, position: int) -> Place | None:
        """The page's place that stands at the position of the box."""
        starts = [0, *accumulate(held.size for held in self._held)]
        slot = min(bisect_right(starts, position) - 1, len(self._held) - 1)
        if slot < 0:
            return None
        rest = position - starts[slot]
        for piece, size in enumerate(self._held[slot].sizes):
            if rest < size:
                return Place(self._held[slot].entry, piece, rest)
            rest -= size
        return None

    # What stands in it

    def _prepare(self) -> None:
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._page.font())
        document.setDocumentLayout(HandLayout(document, self._position_at))
        self.setDocument(document)

    def _begin_anew(self) -> None:
        self._held.clear()
        self._laid.clear()
        self._length = 0
        self._write(Edit(0, self.document().characterCount() - 1, ""))
        self._hold_more(tell=False)

    def _wanted(self) -> list[int]:
        """The messages that ought to be there, the most urgent first."""
        count = len(self._page.entries)
        wanted = list(range(count - 1, max(count - 1 - NEWEST, -1), -1))
        if count:
            first, last = (place.entry for place in self._page.sight())
            near = range(max(first - _AROUND, 0), min(last + _AROUND + 1, count))
            wanted = [*(entry for entry in near if entry < count - NEWEST), *wanted]
        return wanted

    def _hold_more(self, *, tell: bool = True) -> None:
        """Takes in what ought to be there, some messages at a time, and lets go of what need not be when it is much."""
        wanted = self._wanted()
        missing = [entry for entry in wanted if self._slot(entry) is None]
        for entry in missing[:_AT_A_TIME]:
            self._take(entry, tell=tell)
        if len(missing) > _AT_A_TIME:
            self._hold_soon.start()
        if len(self._held) > _MOST:
            keep = set(wanted)
            for held in [held for held in self._held if held.entry not in keep]:
                self._drop(held.entry)
        self._lay_in_time()

    def _look_again(self) -> None:
        if not self._hold_soon.isActive():
            self._hold_soon.start(_SETTLED)
        self._lay_in_time()

    def _lay_in_time(self) -> None:
        if not self._lay_soon.isActive():
            self._lay_soon.start()

    def _take_changes(self, entry: int, _first: int) -> None:
        if self._slot(entry) is not None or entry >= len(self._page.entries) - NEWEST:
            self._take(entry, tell=True)
            self._lay_in_time()

    def _take(self, entry: int, *, tell: bool) -> None:
        """Brings a message up to date, from its first piece on that is another."""
        slot = self._slot(entry)
        if slot is None:
            slot = bisect_left(self._held, entry, key=lambda held: held.entry)
            self._held.insert(slot, _Held(entry))
        held = self._held[slot]
        pieces = self._pieces(entry)
        first = held.same(pieces)
        texts = tuple(piece.text.translate(_BREAKS) + "\n" for piece in pieces[first:])
        at = self._start(slot) + sum(held.sizes[:first])
        for edit in edits("".join(held.texts[first:]), "".join(texts), at):
            self._change(edit, tell=tell)
        sizes = held.sizes[:first] + tuple(units(text) for text in texts)
        self._held[slot] = _Held(entry, tuple(pieces), held.texts[:first] + texts, sizes)

    def _pieces(self, entry: int) -> Sequence[Composition]:
        """As far as they have been read, where that has begun: more of them will be told of."""
        message, entries = self._page.entries[entry], self._page.entries
        if not message.begun and message.size > _LARGE:
            if not entries.show_end(message):
                entries.read(message)
            self._page.unfinished.emit()  # the page reads on
        if message.begun:
            return [piece.composition for piece in message.pieces]
        return entries.pieces(entry)

    def _drop(self, entry: int) -> None:
        slot = self._slot(entry)
        if slot is not None:
            self._change(Edit(self._start(slot), self._held[slot].size, ""), tell=True)
            del self._held[slot]

    def _slot(self, entry: int) -> int | None:
        slot = bisect_left(self._held, entry, key=lambda held: held.entry)
        return slot if slot < len(self._held) and self._held[slot].entry == entry else None

    def _start(self, slot: int) -> int:
        return sum(held.size for held in self._held[:slot])

    def _change(self, edit: Edit, *, tell: bool) -> None:
        """Makes the change. The last line end of all is the one that every document has by itself."""
        ends = edit.at + edit.removed >= self._length
        self._length += units(edit.text) - edit.removed
        if ends:
            edit = at_end(edit)
        removed = self._text(edit.at, edit.removed) if tell and edit.removed else ""
        self._write(edit)
        if tell and QAccessible.isActive():
            self._tell(edit, removed)

    def _write(self, edit: Edit) -> None:
        document = self.document()
        document.blockSignals(True)
        try:
            cursor = QTextCursor(document)
            cursor.setPosition(edit.at)
            cursor.setPosition(edit.at + edit.removed, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.text)
        finally:
            document.blockSignals(False)

    def _tell(self, edit: Edit, removed: str) -> None:
        if removed and edit.text:
            QAccessible.updateAccessibility(QAccessibleTextUpdateEvent(self._page, edit.at, removed, edit.text))
        elif removed:
            QAccessible.updateAccessibility(QAccessibleTextRemoveEvent(self._page, edit.at, removed))
        elif edit.text:
            QAccessible.updateAccessibility(QAccessibleTextInsertEvent(self._page, edit.at, edit.text))

    def _text(self, at: int, size: int) -> str:
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        cursor.setPosition(at + size, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText().translate(_BREAKS)

    # Caret and selection

    def _follow_selection(self) -> None:
        """The page's selection or caret moved; a screen reader is told where to."""
        caret, anchor = self._caret_and_anchor()
        if caret is None or anchor is None:
            return
        self._following = True
        try:
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        finally:
            self._following = False
        if QAccessible.isActive():
            event = QAccessibleTextSelectionEvent(self._page, min(anchor, caret), max(anchor, caret))
            event.setCursorPosition(caret)
            QAccessible.updateAccessibility(event)
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(self._page, caret))

    def _caret_and_anchor(self) -> tuple[int | None, int | None]:
        caret = self._page.caret
        if caret is None:
            return None, None
        selection = self._page.selection or (caret, caret)
        anchor = selection[0] if caret == selection[1] else selection[1]
        return self.position_of(caret), self.position_of(anchor)

    def _lead(self) -> None:
        """A screen reader moved the caret or selected something: so does the page."""
        if self._following:
            return
        cursor = self.textCursor()
        anchor, caret = self.place_of(cursor.anchor()), self.place_of(cursor.position())
        if anchor is not None and caret is not None:
            self._page.select(anchor, caret)
            self._page.show_place(caret)

    # Where it stands

    def _lay_lines(self) -> None:
        """Gives the lines in sight the places they have on the page."""
        for block in self._laid:
            if block.isValid():
                block.clearLayout()
        self._laid.clear()
        self.setGeometry(self._page.viewport().rect())
        for entry, piece, start, end in self._pieces_in_sight():
            self._lay_piece(entry, piece, start, end)

    def _pieces_in_sight(self) -> Iterator[tuple[int, int, int, int]]:
        """Message, piece, and from where to where of it is in sight."""
        if not len(self._page.entries):
            return
        first, last = self._page.sight()
        for entry in range(first.entry, last.entry + 1):
            slot = self._slot(entry)
            for piece, size in enumerate(self._held[slot].sizes if slot is not None else ()):
                if (entry, piece) < first[:2] or (entry, piece) > last[:2]:
                    continue
                start = first.position if (entry, piece) == first[:2] else 0
                end = last.position if (entry, piece) == last[:2] else size - 1
                yield entry, piece, start, end

    def _lay_piece(self, entry: int, piece: int, start: int, end: int) -> None:
        laid_out = self._page.sheet_at(entry, piece)
        base = self.position_of(Place(entry, piece, 0))
        if laid_out is None or base is None:
            return
        sheet, corner = laid_out
        block = self.document().findBlock(base + start)
        while block.isValid() and block.position() <= base + min(end, sheet.composition.length):
            lay_line_by_line(block, base, sheet, corner, self._page.font())
            self._laid.append(block)
            block = block.next()

    def _position_at(self, point: QPointF) -> int:
        place = self._page.place_at(point)
        found = self.position_of(place) if place is not None else None
        return -1 if found is None else found
