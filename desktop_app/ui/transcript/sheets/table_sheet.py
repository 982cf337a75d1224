"""A table on the page: a frame with lines between its rows; wider than the column, it scrolls sideways."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop_app.ui.transcript.compositions.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.compositions.table_composition import Cell, TableComposition
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.inline_code import paint_inline_code
from desktop_app.ui.transcript.sheets.lighting import paint_over, paint_under
from desktop_app.ui.transcript.sheets.margin import Margin
from desktop_app.ui.transcript.sheets.passage import Passage
from desktop_app.ui.transcript.sheets.sheet import Lights, Sheet
from desktop_app.ui.transcript.sheets.side_scroll import SideScroll
from desktop_app.ui.transcript.sheets.table_rows import TableRows

_SLICE = 0.0025
"""Seconds of measuring in one go."""


class TableSheet(Sheet):
    """Rows are measured in slices: until all are, columns and height may still grow."""

    composition: TableComposition

    def __init__(self, composition: TableComposition, styles: Styles, width: float, state: object = None) -> None:
        self.composition = composition
        self._styles = styles
        self._width = width
        self._side = SideScroll()
        self._rows = TableRows(composition, styles, self._room)
        self._measure()
        if isinstance(state, float):
            self._side.move_to(state)

    @property
    def state(self) -> object | None:
        return self._side.offset or None

    def set_width(self, width: float) -> None:
        if width != self._width:
            self._width = width
            self._rows.set_room(self._room)
            self._measure()

    def set_styles(self, styles: Styles) -> None:
        self._styles = styles
        self._rows = TableRows(self.composition, styles, self._room)
        self._measure()

    def change(self, composition: Composition) -> bool:
        if not isinstance(composition, TableComposition):
            return False
        self.composition = composition
        if not self._rows.become(composition):
            self._rows = TableRows(composition, self._styles, self._room)
        self._measure()
        return True

    @property
    def unfinished(self) -> bool:
        return self._rows.unmeasured or self._rows.waiting

    def work(self) -> bool:
        if self._rows.unmeasured or self._rows.look_again():
            self._measure()
            return True
        return False

    @property
    def breaks(self) -> Sequence[float]:
        """Between rows; the head keeps the first one with it."""
        return [self._frame.top() + top for top in self._rows.tops[2:-1]]

    @property
    def head(self) -> tuple[float, float] | None:
        return self._frame.top(), self._frame.top() + self._rows.tops[1]

    @property
    def overflow(self) -> float:
        return max(self._side.content / max(self._side.view.width(), 1.0), 1.0)

    # Sideways

    def scroll_sideways(self, by: float) -> bool:
        return self._side.move_to(self._side.offset + by)

    def show_position(self, position: int) -> bool:
        return self._side.show(self.place_of(position).x() - self._side.view.left() + self._side.offset)

    def grab(self, point: QPointF) -> bool:
        return self._side.grab(point)

    def drag(self, point: QPointF) -> bool:
        return self._side.drag(point)

    def release(self) -> None:
        self._side.release()

    # Places

    def position_at(self, point: QPointF) -> int:
        row = self._rows.row_at(point.y() - self._frame.top())
        passages = self._placed(row)
        pad = self._styles.px(measures.CELL_SIDE)
        begun = [number for number, passage in enumerate(passages) if passage.x - pad <= point.x()]
        outermost = min(range(len(passages)), key=lambda number: passages[number].x)
        column = max(begun, key=lambda number: passages[number].x, default=outermost)
        return self.composition.cell(row, column).start + passages[column].position_at(point)

    def place_of(self, position: int) -> QRectF:
        cell = self.composition.cell_at(position)
        return self._passage(cell).place_of(position - cell.start)

    def line_at(self, position: int) -> Stretch:
        cell = self.composition.cell_at(position)
        line = self._passage(cell).line_at(position - cell.start)
        return Stretch(cell.start + line.start, cell.start + line.end)

    def is_on_text(self, point: QPointF) -> bool:
        if not self._frame.contains(point):
            return False
        return any(passage.is_near(point) for passage in self._placed(self._rows.row_at(point.y() - self._frame.top())))

    def link_at(self, point: QPointF) -> Link | None:
        if not self._frame.contains(point):
            return None
        row = self._rows.row_at(point.y() - self._frame.top())
        for link in self.composition.links_in(row):
            if any(place.contains(point) for place in self._places(range(row, row + 1), link.start, link.end)):
                return link
        return None

    def _passage(self, cell: Cell) -> Passage:
        return self._placed(cell.row)[cell.column]

    def _placed(self, row: int) -> list[Passage]:
        """The row's cells where they stand now."""
        pad = self._styles.px(measures.CELL_SIDE)
        left = self._frame.left() - self._side.offset + pad
        y = self._frame.top() + self._rows.tops[row] + self._styles.px(measures.CELL_ABOVE)
        passages, drops = self._rows.passages(row), self._rows.drops(row)
        for passage, x, drop in zip(passages, self._columns, drops, strict=True):
            passage.x, passage.y = left + x, y + drop
        return passages

    def _places(self, rows: range, start: int, end: int) -> Iterator[QRectF]:
        composition = self.composition
        for row in rows:
            if composition.starts[row + 1] <= start or composition.starts[row] >= end:
                continue
            for column, passage in enumerate(self._placed(row)):
                cell = composition.cell(row, column)
                yield from passage.places(start - cell.start, end - cell.start)

    # Laying out

    @property
    def _room(self) -> float:
        px = self._styles.px
        padding = 2 * px(measures.CELL_SIDE) * self.composition.columns
        return max(self._width - px(self.composition.shape.indent) - padding, 1.0)

    def _measure(self) -> None:
        end = time.perf_counter() + _SLICE
        self._rows.measure(lambda: time.perf_counter() > end)
        self._lay()

    def _lay(self) -> None:
        shape, px = self.composition.shape, self._styles.px
        left, top = px(shape.indent), round(px(shape.top))
        widths = [width + 2 * px(measures.CELL_SIDE) for width in self._rows.widths]
        content = sum(widths)
        width = min(content, max(self._width - left, 1.0))
        begins = list(accumulate(widths, initial=0.0))[:-1]
        self._columns = begins
        self._side.turned = self.composition.turned
        if self.composition.turned:
            left = max(self._width - left - width, 0.0)
            self._columns = [content - begin - wide for begin, wide in zip(begins, widths, strict=True)]
        bottom = top + self._rows.tops[-1]
        foot = px(measures.CODE_FOOT) if content > width + 0.5 else 0.0
        self._frame = QRectF(left, top, width, bottom + foot - top)
        self._side.settle(content, QRectF(left, top, width, bottom - top), bottom + foot - px(8), px(8))
        self.height = round(self._frame.bottom() + px(measures.BELOW_CARD))

    # Painting

    def paint(self, painter: QPainter, sight: QRectF, lights: Lights) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_margin(painter)
        frame = self._frame.adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, self._styles.px(measures.TABLE_ROUND), self._styles.px(measures.TABLE_ROUND))
        rows = range(
            self._rows.row_at(sight.top() - self._frame.top()),
            self._rows.row_at(sight.bottom() - self._frame.top()) + 1,
        )
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        self._paint_lines(painter, rows)
        self._paint_cells(painter, sight, lights, rows)
        painter.restore()
        painter.setPen(QPen(QColor(self._styles.colours.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        self._side.paint(painter, self._styles)

    def _paint_cells(self, painter: QPainter, sight: QRectF, lights: Lights, rows: range) -> None:
        def places(start: int, end: int) -> Iterator[QRectF]:
            return self._places(rows, start, end)

        composition = self.composition
        for row in rows:
            for column, passage in enumerate(self._placed(row)):
                paint_inline_code(painter, composition.rows[row].cells[column], 0, passage.places, self._styles)
        paint_under(painter, lights, places, self._styles)
        painter.setPen(QColor(self._styles.colours.ink))
        for row in rows:
            for column, passage in enumerate(self._placed(row)):
                start = composition.cell(row, column).start
                selected = lights.selected
                if selected is not None:
                    selected = Stretch(selected.start - start, selected.end - start)
                passage.draw(painter, sight, selected)
        first, last = composition.starts[rows.start], composition.starts[rows.stop]
        here = lights._replace(
            heard=[position for position in lights.heard if first <= position < last],
            caret=lights.caret if first <= lights.caret < last else -1,
        )
        paint_over(painter, here, self.place_of, places, self._styles)

    def _paint_lines(self, painter: QPainter, rows: range) -> None:
        colours, frame = self._styles.colours, self._frame
        if rows.start == 0:
            header = QRectF(frame.left(), frame.top(), frame.width(), self._rows.tops[1])
            painter.fillRect(header, QColor(colours.code))
        for row in rows:
            if row + 1 < len(self.composition.rows):
                y = round(frame.top() + self._rows.tops[row + 1]) - 1
                painter.fillRect(QRectF(frame.left(), y, frame.width(), 1), QColor(colours.line))

    def _paint_margin(self, painter: QPainter) -> None:
        shape = self.composition.shape
        margin = Margin(shape.marks, shape.bars, shape.top, measures.CELL_LINE + 2 * measures.CELL_ABOVE)
        margin.paint_bars(painter, self._styles, self._width, self.height)
        if shape.marks:
            margin.paint_marks(painter, self._styles, self._width, self._placed(0)[0].baseline(0))
