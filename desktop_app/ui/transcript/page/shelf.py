"""The sheets that are laid out now: made when they come near the sight, thrown away when they have gone far from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate

from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.page.column import Column
from desktop_app.ui.transcript.page.entry import Entry, Piece
from desktop_app.ui.transcript.page.reading import round_up
from desktop_app.ui.transcript.sheets.sheet import Sheet
from desktop_app.ui.transcript.sheets.sheets import make_sheet

_SENT = "blob:"
"""Before the addresses of pictures that were sent along."""


class Shelf:
    """Whoever asks for a sheet gets it laid out, and the column hears how tall it is.

    ``on_picture_wanted`` hears the address of each picture that was sent along and is to be shown.
    """

    def __init__(self, column: Column, styles: Styles) -> None:
        self.styles = styles
        self._column = column
        self._held: dict[Piece, tuple[Entry, int]] = {}
        self.on_picture_wanted: Callable[[str], None] = _nobody

    def sheet(self, entry: Entry, number: int) -> Sheet:
        """The sheet of a piece that has been read."""
        piece = entry.pieces[number]
        sheet = piece.sheet
        if sheet is None:
            state = entry.states.get(number)
            sheet = piece.sheet = make_sheet(piece.composition, self.styles, self._column.width, state)
            for address in sheet.addresses:
                if address.startswith(_SENT):
                    self.on_picture_wanted(address)
        self._held[piece] = (entry, number)
        self.measure(entry, piece)
        return sheet

    def measure(self, entry: Entry, piece: Piece) -> bool:
        """Takes the sheet's height over; whether it is another than was thought."""
        if piece.sheet is None:
            return False
        height = round_up(piece.sheet.height)
        piece.measured = True
        if height == piece.height:
            return False
        piece.height = height
        self._column.changed(entry)
        return True

    def keep_only(self, pieces: set[Piece]) -> None:
        for piece, (entry, number) in list(self._held.items()):
            if piece.sheet is None or piece not in pieces:
                self._throw_away(piece, entry, number)

    def set_styles(self, styles: Styles) -> None:
        """Other colours, or another zoom."""
        self.styles = styles
        for piece in list(self._held):
            if piece.sheet is not None:
                piece.sheet.set_styles(styles)

    def adopt(self, entry: Entry) -> None:
        """The message has other pieces now, some of which came with their sheets."""
        self._held.update((piece, (entry, number)) for number, piece in enumerate(entry.pieces) if piece.sheet)

    def keep_near(self, above: float, below: float) -> None:
        """Throws away what is further up or down the page."""
        tops: dict[Entry, list[float]] = {}
        for piece, (entry, number) in list(self._held.items()):
            if entry not in tops:
                heights = (one.height for one in entry.pieces)
                tops[entry] = list(accumulate(heights, initial=self._column.top_of(entry)))
            known = tops[entry]
            if piece.sheet is None or number + 1 >= len(known) or known[number] > below or known[number + 1] < above:
                self._throw_away(piece, entry, number)

    def show_image(self, address: str, data: bytes | None) -> None:
        """A picture has come for all sheets that would show it; None where it could not be had."""
        for entry, piece in self.held():
            if piece.sheet is not None and address in piece.sheet.addresses:
                piece.sheet.set_image(address, data)
                self.measure(entry, piece)

    def held(self) -> list[tuple[Entry, Piece]]:
        """What is laid out."""
        return [(entry, piece) for piece, (entry, _) in self._held.items()]

    def unfinished(self) -> Iterator[tuple[Entry, Piece]]:
        """The sheets that would look better with a little more work."""
        for entry, piece in self.held():
            if piece.sheet is not None and piece.sheet.unfinished:
                yield entry, piece

    def forget_others(self, pieces: set[Piece]) -> None:
        """Only these are on the page now."""
        self._held = {piece: held for piece, held in self._held.items() if piece in pieces}

    def __len__(self) -> int:
        return len(self._held)

    def _throw_away(self, piece: Piece, entry: Entry, number: int) -> None:
        del self._held[piece]
        if piece.sheet is not None and (state := piece.sheet.state) is not None:
            entry.states[number] = state
        piece.sheet = None


def _nobody(_address: str) -> None:
    """Nobody listens."""
