"""A sheet that is one thing, a formula or a picture, where its words stand while the thing is not there."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop_app.ui.transcript.compositions.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.compositions.text_composition import TextComposition
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.lighting import paint_over, paint_under
from desktop_app.ui.transcript.sheets.margin import Margin
from desktop_app.ui.transcript.sheets.sheet import Lights, Sheet
from desktop_app.ui.transcript.sheets.side_scroll import SideScroll
from desktop_app.ui.transcript.sheets.text_sheet import TextSheet


class ObjectSheet(Sheet):
    """All positions are in the one thing; subclasses say how large it is, and paint it."""

    composition: TextComposition

    def __init__(self, composition: TextComposition, styles: Styles, width: float, state: object = None) -> None:
        self.composition = composition
        self._styles = styles
        self._width = width
        self._side = SideScroll()
        self._text: TextSheet | None = None
        self._place = QRectF()
        self._set()
        if isinstance(state, float):
            self._side.move_to(state)

    @abstractmethod
    def _look(self) -> bool:
        """Looks for the thing; whether it is there."""

    @abstractmethod
    def _extent(self, room: float) -> tuple[float, float, float]:
        """How wide and tall the thing is in a column so wide, and how far in it begins."""

    @abstractmethod
    def _paint_thing(self, painter: QPainter, place: QRectF, *, chosen: bool) -> None: ...

    @property
    def state(self) -> object | None:
        return self._side.offset or None

    def set_width(self, width: float) -> None:
        if width != self._width:
            self._width = width
            self._lay()

    def set_styles(self, styles: Styles) -> None:
        self._styles = styles
        self._set()

    def change(self, composition: Composition) -> bool:
        if type(composition) is not type(self.composition) or composition.kind is not self.composition.kind:
            return False
        if composition != self.composition:
            self.composition = composition
            self._set()
        return True

    def _set(self) -> None:
        """Finds out whether the thing is there."""
        self._text = None if self._look() else TextSheet(self.composition, self._styles, self._width)
        self._lay()

    def _lay(self) -> None:
        if self._text is not None:
            self._text.set_width(self._width)
            self.height = self._text.height
            return
        shape, px = self.composition.shape, self._styles.px
        left, room = px(shape.indent), max(self._width - px(shape.indent), 1.0)
        top = round(px(shape.top + measures.OBJECT_PAD))
        wide, tall, begin = self._extent(room)
        foot = px(measures.CODE_FOOT) if wide > room else px(measures.OBJECT_PAD)
        self._side.settle(wide, QRectF(left, top, room, tall), top + tall + foot - px(6))
        self._place = QRectF(left + begin, top, wide, tall)
        self.height = round(top + tall + foot)

    @property
    def breaks(self) -> Sequence[float]:
        return self._text.breaks if self._text is not None else ()

    @property
    def overflow(self) -> float:
        return 1.0 if self._text is not None else max(self._side.content / max(self._side.view.width(), 1.0), 1.0)

    # Sideways

    def scroll_sideways(self, by: float) -> bool:
        return self._side.move_to(self._side.offset + by)

    def grab(self, point: QPointF) -> bool:
        return self._text is None and self._side.grab(point)

    def drag(self, point: QPointF) -> bool:
        return self._side.drag(point)

    def release(self) -> None:
        self._side.release()

    # Places

    def position_at(self, point: QPointF) -> int:
        if self._text is not None:
            return self._text.position_at(point)
        return 0 if point.x() < self._now.center().x() else self.composition.length

    def place_of(self, position: int) -> QRectF:
        if self._text is not None:
            return self._text.place_of(position)
        share = position / max(self.composition.length, 1)
        return QRectF(self._now.left() + share * self._now.width(), self._now.top(), 0.0, self._now.height())

    def line_at(self, position: int) -> Stretch:
        if self._text is not None:
            return self._text.line_at(position)
        return Stretch(0, self.composition.length)

    def is_on_text(self, point: QPointF) -> bool:
        return self._text.is_on_text(point) if self._text is not None else self._now.contains(point)

    def link_at(self, point: QPointF) -> Link | None:
        return self._text.link_at(point) if self._text is not None else None

    def places(self, start: int, end: int) -> Iterator[QRectF]:
        if start < end:
            yield self._now.adjusted(-2, -2, 2, 2)

    @property
    def _now(self) -> QRectF:
        """Where the thing stands, scrolled as it is."""
        return self._place.translated(-self._side.offset, 0)

    def paint(self, painter: QPainter, sight: QRectF, lights: Lights) -> None:
        if self._text is not None:
            self._text.paint(painter, sight, lights)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape, styles = self.composition.shape, self._styles
        margin = Margin(shape.marks, shape.bars, shape.top, shape.line)
        margin.paint_bars(painter, styles, self._width, self.height)
        margin.paint_marks(painter, styles, self._width, self._place.top() + styles.px(measures.TEXT))
        painter.save()
        painter.setClipRect(self._side.view.adjusted(-8, -4, 8, 4), Qt.ClipOperation.IntersectClip)
        paint_under(painter, lights, self.places, styles)
        chosen = lights.selected is not None and lights.selected.start < lights.selected.end
        self._paint_thing(painter, self._now, chosen=chosen)
        paint_over(painter, lights, self.place_of, self.places, styles)
        painter.restore()
        self._side.paint(painter, styles)
