"""Sheets put onto the pages of a PDF: cut between lines and rows only, headings with what they head, a number below."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from desktop_app.ui.exporting.print_styles import UNITS, PrintStyles
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import Kind
from desktop_app.ui.transcript.sheets.sheet import DARK, Sheet

POINTS: Final = 10.0
"""The size of the text on paper."""
_RESOLUTION: Final = round(72 * measures.TEXT * UNITS / POINTS)
_MARGINS: Final = QMarginsF(20, 18, 20, 22)
_FOOT: Final = 30
"""Pixels of the page from its text to the line of its number."""
_LETTER: Final = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "SV", "DO", "PA", "PR"})
_HAIR: Final = 0.5


@dataclass(slots=True)
class Placed:
    """A sheet ready to be put down; ``x`` and ``scale`` say where and how large, ``keeps``: with what follows."""

    sheet: Sheet
    x: float = 0.0
    scale: float = 1.0
    keeps: bool = False

    @property
    def height(self) -> float:
        return self.sheet.height * self.scale

    @property
    def breaks(self) -> list[float]:
        return [one * self.scale for one in self.sheet.breaks]

    @property
    def head(self) -> tuple[float, float] | None:
        head = self.sheet.head
        return (head[0] * self.scale, head[1] * self.scale) if head is not None else None

    @property
    def gap(self) -> float:
        """What it keeps free above itself, which nothing needs at the top of a page."""
        shape = getattr(self.sheet.composition, "shape", None)
        pad = measures.BUBBLE_PAD if self.sheet.composition.kind is Kind.BUBBLE else 0
        return max(getattr(shape, "top", 0) - pad, 0) * UNITS * self.scale


class Pages:
    """``width`` is the column's, in units of the paper."""

    def __init__(self, title: str, creator: str, styles: PrintStyles) -> None:
        self._title = title
        self._styles = styles
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setTitle(title)
        self._writer.setCreator(creator)
        self._writer.setResolution(_RESOLUTION)
        letter = QLocale.territoryToCode(QLocale.system().territory()) in _LETTER
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter if letter else QPageSize.PageSizeId.A4))
        self._writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
        self.width = float(min(self._writer.width(), measures.COLUMN * UNITS))
        self._left = (self._writer.width() - self.width) / 2
        self._bottom = float(self._writer.height())
        self._painter = QPainter(self._writer)
        self._y = 0.0
        self._number = 1
        self._kept: list[Placed] = []
        self._paint_foot()

    def put(self, one: Placed) -> None:
        """Below what was put before; one that keeps waits for the next."""
        self._kept.append(one)
        if not one.keeps:
            self._put_kept()

    def finish(self) -> bytes:
        """The file."""
        self._put_kept()
        self.close()
        return bytes(self._buffer.data().data())

    def close(self) -> None:
        """To be called whether it was finished or not: Qt's painter must not outlive what it paints on."""
        if self._painter.isActive():
            self._painter.end()
            self._buffer.close()

    def _put_kept(self) -> None:
        kept, self._kept = self._kept, []
        if not kept:
            return
        least = sum(one.height for one in kept[:-1]) + next(iter(kept[-1].breaks), kept[-1].height)
        if self._y and self._y + least > self._bottom and least <= self._bottom:
            self._turn()
        for one in kept:
            self._put(one)

    def _put(self, one: Placed) -> None:
        """Over as many pages as it needs."""
        top = one.gap if not self._y else 0.0
        breaks = one.breaks
        while self._y + one.height - top > self._bottom:
            room = top + self._bottom - self._y
            at = bisect_right(breaks, room) - 1
            cut = breaks[at] if at >= 0 and breaks[at] > top else None
            if cut is None and self._y and top <= one.gap:
                self._turn()
                top = max(top, one.gap) if top == 0 else top
                continue
            cut = room if cut is None else cut
            self._paint(one, top, cut)
            top = cut
            self._turn()
            if (head := one.head) is not None and head[1] - head[0] < self._bottom / 2:
                self._paint(one, *head)
                self._y += head[1] - head[0]
        self._paint(one, top, one.height)
        self._y += one.height - top

    def _paint(self, one: Placed, top: float, bottom: float) -> None:
        """[top, bottom) of it, at the place that is reached."""
        painter, height = self._painter, one.height
        painter.save()
        if top > one.gap + 1 or bottom < height:
            painter.setClipRect(QRectF(0.0, self._y - _HAIR, self._writer.width(), bottom - top))
        painter.translate(QPointF(self._left + one.x, self._y - top))
        painter.scale(one.scale, one.scale)
        sight = QRectF(0.0, (top + 1) / one.scale, self.width / one.scale, (bottom - top - 2) / one.scale)
        one.sheet.paint(painter, sight, DARK)
        painter.restore()

    def _turn(self) -> None:
        self._writer.newPage()
        self._number += 1
        self._y = 0.0
        self._paint_foot()

    def _paint_foot(self) -> None:
        """The title and the page's number."""
        styles, painter = self._styles, self._painter
        metrics = styles.metrics(measures.HEAD)
        painter.setFont(styles.font(measures.HEAD))
        painter.setPen(QColor(styles.colours.muted))
        number = QLocale().toString(self._number)
        y = self._bottom + _FOOT * UNITS
        wide = metrics.horizontalAdvance(number)
        painter.drawText(QPointF(self._left + self.width - wide, y), number)
        if self._number > 1:
            room = self.width - wide - 24 * UNITS
            painter.drawText(QPointF(self._left, y), metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room))
