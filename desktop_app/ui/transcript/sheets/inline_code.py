"""The soft ground of code among words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.transcript.looks.looks import Chunk, Styles
from desktop_app.ui.transcript.looks.plain import units
from desktop_app.ui.transcript.sheets.lighting import Places

_INSET = 3.5


def paint_inline_code(painter: QPainter, chunks: Sequence[Chunk], start: int, places: Places, styles: Styles) -> None:
    """``start`` is the position of the first chunk, by which ``places`` finds them."""
    if not any(chunk.look.code for chunk in chunks):
        return
    ground = QColor(styles.colours.line)
    ground.setAlphaF(0.6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    inset = styles.px(_INSET)
    for chunk in chunks:
        end = start + units(chunk.text)
        if chunk.look.code:
            for place in places(start, end):
                painter.drawRoundedRect(place.adjusted(-2, inset, 2, -inset), 4, 4)
        start = end
