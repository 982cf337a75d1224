"""A formula on a line of its own: in the middle of the column, scrolled sideways where it is wider."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.formula_picture import FormulaPicture
from desktop_app.ui.transcript.formulas import FORMULAS
from desktop_app.ui.transcript.lighting import paint_over, paint_under
from desktop_app.ui.transcript.looks import Kind, Styles
from desktop_app.ui.transcript.margin import Margin
from desktop_app.ui.transcript.sheet import Lights, Sheet
from desktop_app.ui.transcript.side_scroll import SideScroll
from desktop_app.ui.transcript.text_composition import TextComposition
from desktop_app.ui.transcript.text_sheet import TextSheet


class MathsSheet(Sheet):
    """Until the formula has been set, and where it cannot be, its LaTeX stands there as text."""

    composition: TextComposition

    def __init__(self, composition: TextComposition, styles: Styles, width: float, state: object = None) -> None:
        self.composition = composition
        self._styles = styles
        self._width = width
        self._side = SideScroll()
        self._text: TextSheet | None = None
        self._picture: FormulaPicture | None = None
        self._waiting = False
        self._set()
        if isinstance(state, float):
            self._side.move_to(state)

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
        if not isinstance(composition, TextComposition) or composition.kind is not Kind.MATHS:
            return False
        if composition != self.composition:
            self.composition = composition
            self._set()
        return True

    @property
    def unfinished(self) -> bool:
        return self._waiting

    def work(self) -> bool:
        if self._waiting and FORMULAS.known(self.composition.body, display=True):
            self._set()
            return True
        return False

    def _set(self) -> None:
        latex = self.composition.body
        self._picture = self._text = None
        self._waiting = bool(latex.strip()) and not FORMULAS.known(latex, display=True)
        formula = FORMULAS.get(latex, display=True)
        if formula is None:
            self._text = TextSheet(self.composition, self._styles, self._width)
        else:
            self._picture = FormulaPicture(formula, self._styles.px(measures.MATHS))
        self._lay()

    def _lay(self) -> None:
        if self._text is not None or self._picture is None:
            if self._text is not None:
                self._text.set_width(self._width)
                self.height = self._text.height
            return
        shape, px = self.composition.shape, self._styles.px
        left, room = px(shape.indent), max(self._width - px(shape.indent), 1.0)
        top = round(px(shape.top + measures.MATHS_PAD))
        tall = self._picture.ascent + self._picture.descent
        wide = self._picture.width + 2
        foot = px(measures.CODE_FOOT) if wide > room else px(measures.MATHS_PAD)
        view = QRectF(left, top, room, tall)
        self._side.settle(wide, view, top + tall + foot - px(6))
        x = left + max((room - wide) / 2, 0.0)
        self._place = QRectF(x, top, self._picture.width, tall)
        self.height = round(top + tall + foot)

    # Sideways

    def scroll_sideways(self, by: float) -> bool:
        return self._side.move_to(self._side.offset + by)

    def grab(self, point: QPointF) -> bool:
        return self._side.grab(point)

    def drag(self, point: QPointF) -> bool:
        return self._side.drag(point)

    def release(self) -> None:
        self._side.release()

    # Places: the whole formula is one

    def position_at(self, point: QPointF) -> int:
        if self._text is not None:
            return self._text.position_at(point)
        return 0 if point.x() < self._now().center().x() else self.composition.length

    def place_of(self, position: int) -> QRectF:
        if self._text is not None:
            return self._text.place_of(position)
        place = self._now()
        share = position / max(self.composition.length, 1)
        return QRectF(place.left() + share * place.width(), place.top(), 0.0, place.height())

    def line_at(self, position: int) -> Stretch:
        if self._text is not None:
            return self._text.line_at(position)
        return Stretch(0, self.composition.length)

    def is_on_text(self, point: QPointF) -> bool:
        return self._text.is_on_text(point) if self._text is not None else self._now().contains(point)

    def link_at(self, point: QPointF) -> Link | None:
        return self._text.link_at(point) if self._text is not None else None

    def _places(self, start: int, end: int) -> Iterator[QRectF]:
        if start < end:
            yield self._now().adjusted(-2, -2, 2, 2)

    def _now(self) -> QRectF:
        return self._place.translated(-self._side.offset, 0)

    def paint(self, painter: QPainter, sight: QRectF, lights: Lights) -> None:
        if self._text is not None or self._picture is None:
            if self._text is not None:
                self._text.paint(painter, sight, lights)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = self.composition.shape
        margin = Margin(shape.marks, shape.bars, shape.top, shape.line)
        margin.paint_bars(painter, self._styles, self._width, self.height)
        margin.paint_marks(painter, self._styles, self._width, self._place.top() + self._picture.ascent)
        painter.save()
        painter.setClipRect(self._side.view.adjusted(-8, -4, 8, 4), Qt.ClipOperation.IntersectClip)
        paint_under(painter, lights, self._places, self._styles)
        chosen = lights.selected is not None and lights.selected.start < lights.selected.end
        colours = self._styles.colours
        ink = QColor(colours.page if chosen else colours.ink)
        self._picture.paint(painter, self._now().left(), self._place.top() + self._picture.ascent, ink)
        paint_over(painter, lights, self.place_of, self._places, self._styles)
        painter.restore()
        self._side.paint(painter, self._styles)
