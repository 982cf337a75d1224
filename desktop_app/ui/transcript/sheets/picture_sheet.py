"""A picture on a line of its own. Nothing is ever fetched for it unasked: its words stand there until it is given."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from desktop_app.ui.transcript.compositions.picture_composition import PictureComposition
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.links import is_data
from desktop_app.ui.transcript.sheets.object_sheet import ObjectSheet
from desktop_app.ui.transcript.sheets.pictures import PICTURES


class PictureSheet(ObjectSheet):
    """As wide as it is, at most as the column; no taller than a window is."""

    composition: PictureComposition
    _image: QImage | None = None
    _failed = False

    @property
    def addresses(self) -> frozenset[str]:
        return frozenset() if self._image is not None else frozenset({self.composition.address})

    def set_image(self, address: str, data: bytes | None) -> None:
        if address == self.composition.address:
            PICTURES.give(address, data)

    @property
    def unfinished(self) -> bool:
        """While it is being read; the thread that reads it may be another sheet's."""
        return (self._image is None and PICTURES.reading(self.composition.address)) or self._is_ready

    @property
    def _is_ready(self) -> bool:
        return self._image is None and PICTURES.get(self.composition.address) is not None

    def work(self) -> bool:
        if self._is_ready:
            self._set()
            return True
        return False

    def tip_at(self, point: QPointF) -> str:
        if self._text is not None:
            return self._text.tip_at(point)
        return self.composition.alt if self._now.contains(point) else ""

    def _look(self) -> bool:
        if is_data(self.composition.address):
            PICTURES.read_own(self.composition.address)
        self._image = PICTURES.get(self.composition.address)
        return self._image is not None

    def _extent(self, room: float) -> tuple[float, float, float]:
        assert self._image is not None
        size = self._image.size()
        scale = min(1.0, room / max(size.width(), 1), self._styles.px(measures.PICTURE_TALL) / max(size.height(), 1))
        return max(size.width() * scale, 1.0), max(size.height() * scale, 1.0), 0.0

    def _paint_thing(self, painter: QPainter, place: QRectF, *, chosen: bool) -> None:
        assert self._image is not None
        outline = QPainterPath()
        outline.addRoundedRect(place, self._styles.px(measures.TABLE_ROUND), self._styles.px(measures.TABLE_ROUND))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        painter.setOpacity(0.6 if chosen else 1.0)
        painter.drawImage(place, self._image)
        painter.restore()
        painter.setPen(QPen(QColor(self._styles.colours.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
