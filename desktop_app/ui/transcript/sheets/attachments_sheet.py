"""What was sent along with the user's words: small pictures, and a chip with name and size for each file."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop_app.ui.transcript.compositions.attachments_composition import (
    GAP,
    Attached,
    AttachmentsComposition,
    extents_of,
    rows_of,
)
from desktop_app.ui.transcript.compositions.composition import Composition, Stretch
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.looks.plain import units
from desktop_app.ui.transcript.sheets.lighting import paint_over, paint_under
from desktop_app.ui.transcript.sheets.pictures import PICTURES
from desktop_app.ui.transcript.sheets.sheet import Lights, Sheet


class AttachmentsSheet(Sheet):
    """From the right edge, as the words below are; in rows."""

    composition: AttachmentsComposition

    def __init__(
        self,
        composition: AttachmentsComposition,
        styles: Styles,
        width: float,
        state: object = None,  # noqa: ARG002 - nothing in it can be set
    ) -> None:
        self.composition = composition
        self._styles = styles
        self._width = width
        self._shown: frozenset[str] = frozenset()
        self._lay()

    def set_width(self, width: float) -> None:
        self._width = width
        self._lay()

    def set_styles(self, styles: Styles) -> None:
        self._styles = styles
        self._lay()

    def change(self, composition: Composition) -> bool:
        if not isinstance(composition, AttachmentsComposition):
            return False
        self.composition = composition
        self._lay()
        return True

    @property
    def addresses(self) -> frozenset[str]:
        return frozenset(one.address for one in self.composition.attached if one.address) - self._shown

    def set_image(self, address: str, data: bytes | None) -> None:
        if address in self.addresses:
            PICTURES.give(address, data)

    @property
    def unfinished(self) -> bool:
        return any(PICTURES.reading(one) or PICTURES.get(one) is not None for one in self.addresses)

    def work(self) -> bool:
        ready = {one for one in self.addresses if PICTURES.get(one) is not None}
        self._shown |= ready
        return bool(ready)

    def _lay(self) -> None:
        self._shown = frozenset(
            one.address for one in self.composition.attached if one.address and PICTURES.get(one.address) is not None
        )
        px = self._styles.px
        self._places: list[QRectF] = []
        y = px(self.composition.shape.top)
        rows = rows_of(self.composition.attached, self._width, self._styles.zoom)
        for row, wide, tall in extents_of(rows):
            x = self._width - wide
            for width, height in row:
                self._places.append(QRectF(x, y + tall - height, width, height))
                x += width + px(GAP)
            y += tall + px(GAP)
        # The words' own gap, which stands above each message, follows only where there are words.
        self.height = round(y)

    def _number(self, position: int) -> int:
        return self.composition.text[: max(position, 0)].count("\u2028")

    def _line(self, number: int) -> Stretch:
        start = 0
        for at, line in enumerate(self.composition.text.split("\u2028")):
            if at == number:
                return Stretch(start, start + units(line))
            start += units(line) + 1
        return Stretch(start, start)

    def position_at(self, point: QPointF) -> int:
        for number, place in enumerate(self._places):
            if place.contains(point):
                return self._line(number).start
        return self.composition.length

    def place_of(self, position: int) -> QRectF:
        number = min(self._number(position), len(self._places) - 1)
        place = self._places[number]
        line = self._line(number)
        share = (position - line.start) / max(line.end - line.start, 1)
        return QRectF(place.left() + min(share, 1.0) * place.width(), place.top(), 0.0, place.height())

    def line_at(self, position: int) -> Stretch:
        return self._line(self._number(position))

    def is_on_text(self, point: QPointF) -> bool:  # noqa: ARG002 - pictures are no text
        return False

    def tip_at(self, point: QPointF) -> str:
        pairs = zip(self.composition.attached, self._places, strict=True)
        return next((f"{one.name}\n{one.size}".strip() for one, place in pairs if place.contains(point)), "")

    def places(self, start: int, end: int) -> Iterator[QRectF]:
        for number, place in enumerate(self._places):
            line = self._line(number)
            if start < line.end and end > line.start:
                yield place

    def paint(self, painter: QPainter, sight: QRectF, lights: Lights) -> None:  # noqa: ARG002 - a few things at most
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for one, place in zip(self.composition.attached, self._places, strict=True):
            if one.address:
                self._paint_picture(painter, one, place)
            else:
                self._paint_chip(painter, one, place)
        paint_under(painter, lights._replace(selected=None, spoken=(), words=()), self.places, self._styles)
        paint_over(painter, lights, self.place_of, self.places, self._styles)

    def _paint_picture(self, painter: QPainter, one: Attached, place: QRectF) -> None:
        colours = self._styles.colours
        outline = QPainterPath()
        outline.addRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.fillPath(outline, QColor(colours.mine))
        image = PICTURES.get(one.address)
        if image is not None:
            painter.save()
            painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
            side = min(image.width(), image.height())
            source = QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
            painter.drawImage(place, image, source)
            painter.restore()
        else:
            self._paint_words(painter, one, place.adjusted(8, 0, -8, 0))
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)

    def _paint_chip(self, painter: QPainter, one: Attached, place: QRectF) -> None:
        painter.setPen(QPen(QColor(self._styles.colours.line), 1))
        painter.setBrush(QColor(self._styles.colours.mine))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        self._paint_words(painter, one, place.adjusted(12, 0, -12, 0))

    def _paint_words(self, painter: QPainter, one: Attached, place: QRectF) -> None:
        styles = self._styles
        top = place.center().y() - styles.px(17)
        for text, size, colour in (
            (one.name, measures.SMALL, styles.colours.ink),
            (one.size, measures.HEAD, styles.colours.muted),
        ):
            metrics = styles.metrics(size)
            painter.setFont(styles.font(size))
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, place.width())
            painter.drawText(QPointF(place.left(), top + metrics.ascent()), shown)
            top += styles.px(18)
