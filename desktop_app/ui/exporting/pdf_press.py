"""A conversation as a PDF, set with the page's own sheets, a few milliseconds at a time.

On the GUI thread and not beside it: sheets share what the page has of pictures and formulas, which is no other thread's
business, and they are made to be worked at in slices. So what is printed is what is seen, and the window goes on.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from desktop_app import __version__
from desktop_app.domain.exporting import ExportRequest
from desktop_app.domain.whole import WholeConversation
from desktop_app.ui.exporting.pages import Pages, Placed
from desktop_app.ui.exporting.print_pieces import PrintPiece, PrintPieces
from desktop_app.ui.exporting.print_styles import PrintStyles
from desktop_app.ui.transcript.compositions.attachments_composition import blob_address
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.looks.looks import Kind
from desktop_app.ui.transcript.sheets.code_sheet import CodeState
from desktop_app.ui.transcript.sheets.pictures import PICTURES
from desktop_app.ui.transcript.sheets.sheet import Sheet
from desktop_app.ui.transcript.sheets.sheets import make_sheet

_SLICE: Final = 0.003
"""Seconds; what was begun then is finished."""
_WIDEST: Final = 6.0
"""A table that is so many times wider than the page is set smaller; one that is wider still is cut at its edge."""


class PagePress:
    """``presenters.export.PdfPress``: one for all conversations of an export."""

    def __init__(self) -> None:
        self._styles = PrintStyles()

    def begin(self, whole: WholeConversation, request: ExportRequest) -> PageJob:
        return PageJob(PrintPieces(whole, request), self._styles)


class PageJob:
    """``presenters.export.PdfJob``."""

    def __init__(self, pieces: PrintPieces, styles: PrintStyles) -> None:
        self._styles = styles
        self._pages = Pages(pieces.title, f"Aloud {__version__}", self._styles)
        self._pieces = pieces
        self._rest: Iterator[PrintPiece] = iter(pieces)
        self._piece: PrintPiece | None = None
        self._sheet: Sheet | None = None
        self._scale = 1.0
        self._given: set[str] = set()
        self._content = b""

    @property
    def wanted(self) -> str:
        blob = self._piece.blob if self._piece is not None else ""
        return blob if blob and blob not in self._given else ""

    def give(self, blob: str, content: bytes | None) -> None:
        self._given.add(blob)
        if PICTURES.get(blob_address(blob)) is None:
            PICTURES.give(blob_address(blob), content)

    @property
    def content(self) -> bytes:
        return self._content

    def close(self) -> None:
        self._pages.close()

    def work(self) -> float:
        end = time.perf_counter() + _SLICE
        while time.perf_counter() < end:
            if self._piece is None:
                self._piece, self._scale = next(self._rest, None), 1.0
            if self._piece is None:
                self._content = self._pages.finish()
                return 1.0
            if self.wanted or not self._bring_on(self._piece):
                break
        return min(self._pieces.part, 0.999)

    def _bring_on(self, piece: PrintPiece) -> bool:
        """Makes the sheet, works at it, puts it down; False while it waits for others."""
        if piece.composition is None:
            self._piece = None
        elif self._sheet is None:
            self._sheet = self._made(piece.composition, self._pages.width)
        elif self._sheet.unfinished:
            return self._sheet.work()
        elif piece.blob and PICTURES.get(blob_address(piece.blob)) is None:
            self._sheet, self._piece = None, piece._replace(composition=piece.otherwise, blob="")
        elif piece.composition.kind is Kind.TABLE and self._sheet.overflow > 1.0 and self._scale == 1.0:
            self._scale = 1 / min(self._sheet.overflow * 1.01, _WIDEST)
            self._sheet = self._made(piece.composition, self._pages.width / self._scale)
        else:
            self._pages.put(Placed(self._sheet, self._x(piece, self._sheet), self._scale, piece.keeps))
            self._sheet = self._piece = None
        return True

    def _made(self, composition: Composition, width: float) -> Sheet:
        state = CodeState(wrap=True) if composition.kind is Kind.CODE else None
        sheet = make_sheet(composition, self._styles, width, state)
        sheet.want_all()
        return sheet

    def _x(self, piece: PrintPiece, sheet: Sheet) -> float:
        """The user's own things end at the right edge."""
        return self._pages.width - sheet.place_of(sheet.composition.length).x() if piece.mine else 0.0
