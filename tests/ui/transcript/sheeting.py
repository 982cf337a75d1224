"""What the tests of the sheets share: compositions of a source, a sheet with all its work done, what it looks like."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.domain.choices import SaidCode
from desktop_app.markdown.blocks import Block
from desktop_app.markdown.parser import parse
from desktop_app.ui.theme import LIGHT
from desktop_app.ui.transcript.compositions.composing import Setting, compose_block
from desktop_app.ui.transcript.compositions.composition import Composition
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.sheet import DARK, Lights, Sheet
from desktop_app.ui.transcript.sheets.sheets import make_sheet

WIDTH = 720.0


def composed(source: str, message_id: str = "a") -> list[Composition]:
    """All pieces of an answer."""
    return composed_blocks(source, parse(source), message_id)


def composed_blocks(source: str, blocks: Sequence[Block], message_id: str = "a") -> list[Composition]:
    pieces: list[Composition] = []
    for number, block in enumerate(blocks):
        above = blocks[number - 1].containers if number else ()
        setting = Setting(message_id, source[block.start : block.end], SaidCode.SKIP, number == 0, above)
        pieces += compose_block(block, setting)
    return pieces


def sheet_of(source: str, width: float = WIDTH, zoom: float = 1.0) -> Sheet:
    """The sheet of a source that is one piece, with nothing left to do."""
    (piece,) = composed(source)
    return finished(make_sheet(piece, Styles(LIGHT, zoom), width))


def finished(sheet: Sheet, seconds: float = 20.0) -> Sheet:
    """The sheet when all that can wait has been done, also in threads."""
    end = time.monotonic() + seconds
    while sheet.unfinished:
        sheet.work()
        assert time.monotonic() < end, "the sheet's work never ends"
        time.sleep(0.001)
    return sheet


def painted(sheet: Sheet, lights: Lights = DARK, width: float = WIDTH, ratio: float = 1.0) -> QImage:
    """All of the sheet on an empty ground, what stands out at its sides included."""
    size = (round((width + 16) * ratio), max(round((sheet.height + 1) * ratio), 1))
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.translate(8, 0)
    sheet.paint(painter, QRectF(-8, 0, width + 16, sheet.height), lights)
    painter.end()
    return image


def settled(sheet: Sheet, lights: Lights = DARK, width: float = WIDTH) -> QImage:
    """What it looks like in the end: painting may show that more is wanted."""
    painted(finished(sheet), lights, width)
    return painted(finished(sheet), lights, width)


def ink_in(image: QImage, place: QRectF) -> bool:
    """Whether anything was painted there; the place is the sheet's."""
    rows = range(max(round(place.top()), 0), min(round(place.bottom()), image.height()))
    columns = range(max(round(place.left()) + 8, 0), min(round(place.right()) + 8, image.width()))
    return any(image.pixel(x, y) != image.pixel(0, 0) for y in rows for x in columns)
