"""The head of a code block: what it is and whether it is said, and its buttons at the right."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.transcript.compositions.code_composition import CodeComposition
from desktop_app.ui.transcript.compositions.composition import Link
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import Styles

_APART, _APART_LEAST = 13, 8
"""Between two buttons."""
_CLOSER = 6
"""So much less than a row is the way to the next one."""


class CodeHead:
    """``height`` is unscaled: the buttons have a row of their own where the column is narrow."""

    def __init__(self) -> None:
        self.height = measures.CARD_HEAD
        self._frame = QRectF()
        self._buttons: list[tuple[str, str, QRectF]] = []

    def lay(self, composition: CodeComposition, styles: Styles, left: float, right: float, top: float) -> None:
        """Between the card's edges; ``top`` is the card's."""
        metrics, px = styles.metrics(measures.HEAD), styles.px
        widths = [metrics.horizontalAdvance(button.name) for button in composition.buttons]
        row, room = px(measures.CARD_HEAD), right - left - sum(widths)
        gap = min(px(_APART), max(px(_APART_LEAST), room / (len(widths) - 1)))
        buttons = sum(widths) + gap * (len(widths) - 1)
        apart = metrics.horizontalAdvance(composition.words) + 2 * gap + buttons > right - left
        x, y = (left, top + row - px(_CLOSER)) if apart else (right - buttons, top)
        self._frame = QRectF(left, top, right - left, row)
        self._buttons = []
        for button, width in zip(composition.buttons, widths, strict=True):
            if x > left and x + width > right + 1:
                x, y = left, y + row - px(_CLOSER)
            self._buttons.append((button.verb, button.name, QRectF(x, y, width, row)))
            x += width + gap
        self.height = round((y + row - top) / styles.zoom)

    def paint(self, painter: QPainter, composition: CodeComposition, styles: Styles, pressed: Collection[str]) -> None:
        """``pressed`` are the verbs of what is switched on."""
        metrics, colours = styles.metrics(measures.HEAD), styles.colours
        painter.setFont(styles.font(measures.HEAD))
        lift = (self._frame.height() - metrics.height()) / 2 + metrics.ascent()
        painter.setPen(QColor(colours.muted))
        room = self._frame.right() - self._frame.left()
        if self._buttons and self._buttons[0][2].top() == self._frame.top():
            room = self._buttons[0][2].left() - self._frame.left() - styles.px(_APART)
        words = metrics.elidedText(composition.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(self._frame.left(), self._frame.top() + lift), words)
        for verb, name, place in self._buttons:
            painter.setPen(QColor(colours.accent if verb in pressed else colours.muted))
            painter.drawText(QPointF(place.left(), place.top() + lift), name)

    def place_of(self, composition: CodeComposition, position: int) -> QRectF:
        """Where a position of the head stands."""
        for link, (_, _, place) in zip(composition.links, self._buttons, strict=True):
            if link.start <= position <= link.end:
                share = (position - link.start) / max(link.end - link.start, 1)
                return QRectF(place.left() + share * place.width(), place.top(), 0.0, place.height())
        return QRectF(self._frame.left(), self._frame.top(), 0.0, self._frame.height())

    def place_of_link(self, composition: CodeComposition, link: Link) -> QRectF | None:
        pairs = zip(composition.links, self._buttons, strict=True)
        return next((place for one, (_, _, place) in pairs if one == link), None)

    def link_at(self, composition: CodeComposition, point: QPointF) -> Link | None:
        for link, (_, _, place) in zip(composition.links, self._buttons, strict=True):
            if place.adjusted(-4, 0, 4, 0).contains(point):
                return link
        return None
