"""Reads messages into pieces, a little at a time: what is closed once, the open end again and again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.messages import MessageState
from desktop_app.markdown.blocks import Block, BlockKind, Container
from desktop_app.markdown.stream import BlockStream, Update
from desktop_app.ui.transcript.compositions.composing import (
    Setting,
    compose_block,
    compose_source,
    compose_waiting,
    compose_words,
)
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.compositions.notes import NoteFacts, compose_notes
from desktop_app.ui.transcript.page.entry import Behind, Entry, Piece

if TYPE_CHECKING:
    from desktop_app.domain.prices import Prices
    from desktop_app.ui.transcript.page.end_first import Start

SLICE = 4000
"""Characters that are read in one go where nobody knows better."""
_SHORT = 2000
"""A text of fewer characters has no block that is worth parting."""
_AGAIN = 40_000
"""Of a message that goes on after a while, so much at least is on the page in the same frame."""


class Reader:
    """``guess`` tells about how tall a composition will be; ``code_said`` is what heads of code tell of the voice.

    With ``prices`` the notes tell what an answer cost. ``on_change`` hears of each piece that was there and reads
    otherwise: its message, its number, before and after.

    Every method that changes pieces gives the number of the first that changed.
    """

    def __init__(self, guess: Callable[[Composition], float]) -> None:
        self.code_said: SaidCode | None = None
        self.prices: Prices | None = None
        self.on_change: Callable[[Entry, int, Composition, Composition], None] = _nobody
        self._guess = guess

    def read(self, entry: Entry, most: int = SLICE) -> int:
        """Reads on for so many characters, and closes a message that has ended with the last of them."""
        if not entry.begun:
            entry.begun = True
            if entry.mine or entry.shows_source:
                self._compose_whole(entry)
                self.show_notes(entry)
                return 0
            entry.stream = _stream(entry)
            if entry.streaming:
                most = max(most, _AGAIN)
        if entry.mine or entry.shows_source:
            if entry.fed < entry.size:
                self._compose_whole(entry)
            return 0
        if entry.stream is None:
            self._resume(entry)
            most = max(most, _AGAIN)
        first = entry.content - entry.opened
        self._feed(entry, most)
        return first

    def read_end(self, entry: Entry, start: Start) -> None:
        """Reads the message's last pages alone; the rest comes with ``read_behind``."""
        from desktop_app.markdown.part_stream import PartStream

        base = start.at - len(start.before)
        stream = PartStream(base)
        stream.feed(start.before + entry.source[start.at :])
        entry.behind, entry.states = Behind([], 0, 0, entry.states), {}
        entry.begun, entry.stream = True, _stream(entry)
        above: tuple[Container, ...] = ()
        for block in stream.finish().closed:
            if block.end > start.at:
                setting = Setting(entry.message_id, entry.source[block.start : block.end], self.code_said, above=above)
                entry.pieces += (Piece(part, block, self._guess(part)) for part in compose_block(block, setting))
            above = block.containers
        entry.content = len(entry.pieces)
        self.show_notes(entry)

    def read_behind(self, entry: Entry, most: int) -> int | None:
        """Reads on in a message of which the end is shown; when all is read, how much higher its pieces count now."""
        from desktop_app.ui.transcript.page.end_first import take_over

        whole, heard = entry.behind, self.on_change
        if whole is None:
            return None
        shown = Behind(entry.pieces, entry.content, entry.opened, entry.states)
        self.on_change = _nobody  # what is selected stands on the pieces that are shown
        entry.pieces, entry.content, entry.opened, entry.states = whole
        self.read(entry, most)
        whole = Behind(entry.pieces, entry.content, entry.opened, entry.states)
        entry.pieces, entry.content, entry.opened, entry.states = shown
        self.on_change = heard
        if entry.waiting:
            entry.behind = whole
            return None
        return take_over(entry, whole)

    def show_notes(self, entry: Entry) -> int:
        """Brings the notes under the message up to date; how it ended is told when the last of its text is there."""
        notes = compose_notes(self._facts(entry))
        old = entry.pieces[entry.content :]
        entry.pieces[entry.content :] = self._changed(entry, entry.content, old, [(notes, None)] if notes else [])
        return entry.content

    def compose_code(self, entry: Entry) -> None:
        """The code of a message again, since what is told of it is another."""
        for number, piece in enumerate(entry.pieces[: entry.content]):
            if piece.block is not None and piece.block.kind is BlockKind.CODE:
                first = number
                while first and entry.pieces[first - 1].block is piece.block:
                    first -= 1
                parts = compose_block(piece.block, self._setting(entry, first, piece.block))
                (entry.pieces[number],) = self._changed(entry, number, [piece], [(parts[number - first], piece.block)])

    def _resume(self, entry: Entry) -> None:
        """It had ended, and goes on: is read again from its beginning, since its last words may mean something else."""
        entry.stream = _stream(entry)
        entry.keep_states(entry.pieces)
        entry.heights = [piece.height for piece in entry.pieces]
        entry.fed, entry.opened = 0, entry.content

    def _feed(self, entry: Entry, most: int) -> None:
        if entry.stream is None:
            return
        source = entry.source
        text = source[entry.fed : entry.fed + most]
        entry.fed += len(text)
        entry.stream.feed(text)
        if entry.fed == entry.size and not entry.streaming:
            update, entry.stream = entry.stream.finish(), None
        elif entry.live:
            update = entry.stream.update()
        else:  # its open end is nobody's to look at: the rest comes in the next frames
            update = Update(entry.stream.settle())
            self._compose_rows(entry)
        self._apply(entry, update, source)
        self.show_notes(entry)

    def _compose_rows(self, entry: Entry) -> None:
        """Of a table that goes on for pages the rows that have come, so that not all are left to its end."""
        if entry.size < _SHORT:
            return
        from desktop_app.markdown.part_stream import PartStream

        if isinstance(entry.stream, PartStream) and (table := entry.stream.kept) is not None:
            compose_block(table, Setting(entry.message_id))

    def _apply(self, entry: Entry, update: Update, source: str) -> None:
        """Puts the new blocks in the place of those that were open."""
        first = entry.content - entry.opened
        old = entry.pieces[first : entry.content]
        new: list[tuple[Composition, Block | None]] = []
        above = self._above(entry, first)
        closed = 0
        for number, block in enumerate((*update.closed, *update.open)):
            setting = Setting(
                entry.message_id,
                source[block.start : block.end],
                self.code_said,
                first=not first and not new,
                above=above,
            )
            new += [(part, block) for part in compose_block(block, setting)]
            above = block.containers
            if number < len(update.closed):
                closed = len(new)
        if not first and not new and entry.streaming:
            new.append((compose_waiting(entry.message_id), None))
        pieces = self._changed(entry, first, old, new)
        entry.pieces[first : entry.content] = pieces
        entry.content = first + len(pieces)
        entry.opened = len(pieces) - closed

    def _compose_whole(self, entry: Entry) -> None:
        setting = Setting(entry.message_id, entry.source, self.code_said, first=True)
        source = entry.source
        if entry.shows_source:
            composed = compose_source(source, setting)
        else:
            composed = compose_words(source, setting, entry.parts)
        new: list[tuple[Composition, Block | None]] = [(part, None) for part in composed]
        entry.pieces[: entry.content] = self._changed(entry, 0, entry.pieces[: entry.content], new)
        entry.content, entry.opened, entry.fed = len(new), 0, len(source)

    def _changed(
        self, entry: Entry, first: int, old: Sequence[Piece], new: Sequence[tuple[Composition, Block | None]]
    ) -> list[Piece]:
        """The pieces of the new compositions: those that were there before go on with their sheets."""
        pieces = []
        for number, (composition, block) in enumerate(new):
            if number < len(old):
                piece = old[number]
                self.on_change(entry, first + number, piece.composition, composition)
                self._change(piece, composition)
                piece.block = block
            else:
                piece = Piece(composition, block)
                at = first + number
                piece.height = entry.heights[at] if at < len(entry.heights) else self._guess(composition)
            pieces.append(piece)
        return pieces

    def _change(self, piece: Piece, composition: Composition) -> None:
        same = piece.composition == composition
        piece.composition = composition
        if piece.sheet is not None and piece.sheet.change(composition):
            piece.height = round_up(piece.sheet.height)
            return
        piece.sheet = None
        if not same:
            piece.measured = False
            piece.height = self._guess(composition)

    def _facts(self, entry: Entry) -> NoteFacts:
        return NoteFacts(
            entry.message_id,
            mine=entry.mine,
            empty=not entry.mine and not entry.source.strip(),
            state=entry.state if entry.stream is None or entry.behind is not None else MessageState.STREAMING,
            timings=entry.timings,
            usage=entry.usage,
            skipped=entry.skipped,
            choice=entry.choice.index,
            choices=entry.choice.count,
            ahead=entry.ahead if entry.streaming else None,
            dollars=self.prices.cost(entry.model, entry.server, entry.usage) if self.prices is not None else None,
        )

    def _setting(self, entry: Entry, number: int, block: Block) -> Setting:
        source = entry.source[block.start : block.end]
        return Setting(entry.message_id, source, self.code_said, first=number == 0, above=self._above(entry, number))

    def _above(self, entry: Entry, number: int) -> tuple[Container, ...]:
        block = entry.pieces[number - 1].block if number else None
        return block.containers if block else ()


def _stream(entry: Entry) -> BlockStream:
    """For a text that is short, and stays so, the plain one: the first page need not load more."""
    if not entry.streaming and entry.size < _SHORT:
        return BlockStream(keeps_source=False)
    from desktop_app.markdown.part_stream import PartStream

    return PartStream()


def round_up(height: float) -> float:
    """Pieces stand on whole pixels."""
    return float(-int(-height // 1))


def _nobody(_entry: Entry, _number: int, _old: Composition, _new: Composition) -> None:
    """Nobody listens."""
