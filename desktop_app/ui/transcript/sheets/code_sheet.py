"""A block of code on the page: a card whose lines scroll sideways, or are broken; only what is in sight is laid out."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.transcript.compositions.code_composition import CodeComposition
from desktop_app.ui.transcript.compositions.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.inks import Ink
from desktop_app.ui.transcript.looks.links import own_action
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.sheets.code_head import CodeHead
from desktop_app.ui.transcript.sheets.code_lines import Segment
from desktop_app.ui.transcript.sheets.code_rows import CodeRows
from desktop_app.ui.transcript.sheets.lighting import paint_focus, paint_over, paint_under
from desktop_app.ui.transcript.sheets.margin import Margin
from desktop_app.ui.transcript.sheets.sheet import DARK, Lights, Sheet
from desktop_app.ui.transcript.sheets.side_scroll import SideScroll

_AHEAD: Final = 40
"""Lines below the sight whose colours are found too."""
_DIFFS: Final = frozenset({"diff", "patch", "udiff"})
_TINT: Final = 0.13
"""How much of its ink lies under a changed line."""


class CodeState(NamedTuple):
    """How the reader has set a block."""

    offset: float = 0.0
    wrap: bool = False
    numbers: bool = False


class CodeSheet(Sheet):
    """``top`` of the lines and everything below follow from the count of rows: each is as tall as the others."""

    composition: CodeComposition

    def __init__(self, composition: CodeComposition, styles: Styles, width: float, state: object = None) -> None:
        self.composition = composition
        self._styles = styles
        self._width = width
        self._set = state if isinstance(state, CodeState) else CodeState()
        self._head = CodeHead()
        self._side = SideScroll()
        self._rows = CodeRows(composition.code, styles)
        self._tell_inks()
        self._wanted = _AHEAD
        self._lay()
        self._side.move_to(self._set.offset)
        self._follow()

    @property
    def state(self) -> object | None:
        now = self._set._replace(offset=self._side.offset)
        return now if now != CodeState() else None

    def set_width(self, width: float) -> None:
        if width != self._width:
            self._width = width
            self._lay()

    def set_styles(self, styles: Styles) -> None:
        self._styles = styles
        self._rows.set_styles(styles)
        self._lay()

    def change(self, composition: Composition) -> bool:
        if not isinstance(composition, CodeComposition):
            return False
        before, self.composition = self.composition, composition
        if composition.code != before.code:
            self._rows.become(composition.code)
        self._tell_inks()
        self._lay()
        return True

    def press(self, link: Link) -> bool:
        action = own_action(link.href)
        if action is None or action.verb not in {"wrap", "numbers"}:
            return False
        wrap, numbers = self._set.wrap, self._set.numbers
        self._set = self._set._replace(wrap=wrap != (action.verb == "wrap"), numbers=numbers != (action.verb != "wrap"))
        self._lay()
        return True

    # Colours

    @property
    def unfinished(self) -> bool:
        return self._rows.inks.wants(self._wanted)

    def work(self) -> bool:
        changed = self._rows.inks.work(self._wanted)
        self._rows.forget(changed)
        return bool(changed)

    def _tell_inks(self) -> None:
        shape = self.composition.shape
        self._rows.inks.become(shape.language.lower(), self.composition.code, closed=shape.closed)

    def want_all(self) -> None:
        self._wanted = len(self._rows.lines.texts)

    @property
    def breaks(self) -> Sequence[float]:
        """Between rows, but so that none stands alone before or behind the cut."""
        return [self._rows.y + number * self._rows.pitch for number in range(2, self._rows.lines.row_count - 1)]

    # Sideways

    def scroll_sideways(self, by: float) -> bool:
        moved = self._side.move_to(self._side.offset + by)
        self._follow()
        return moved

    def show_position(self, position: int) -> bool:
        if position < self.composition.start:
            return False
        moved = self._side.show(self.place_of(position).x() - self._rows.x)
        self._follow()
        return moved

    def grab(self, point: QPointF) -> bool:
        return self._side.grab(point)

    def drag(self, point: QPointF) -> bool:
        moved = self._side.drag(point)
        self._follow()
        return moved

    def release(self) -> None:
        self._side.release()

    def _follow(self) -> None:
        """The rows stand where the scroll bar has them."""
        self._rows.x = self._side.view.left() - self._side.offset

    # Places

    def position_at(self, point: QPointF) -> int:
        if point.y() < self._rows.y - self._styles.px(measures.CODE_PAD):
            link = self.link_at(point)
            return link.start if link else 0
        return self.composition.start + self._rows.position_at(point)

    def place_of(self, position: int) -> QRectF:
        if position < self.composition.start:
            return self._head.place_of(self.composition, position)
        return self._rows.place_of(position - self.composition.start)

    def line_at(self, position: int) -> Stretch:
        start = self.composition.start
        if position < start:
            return Stretch(0, start - 1)
        row = self._rows.row_at(position - start)
        return Stretch(start + row.start, start + row.end)

    def is_on_text(self, point: QPointF) -> bool:
        view = self._side.view
        return view.left() <= point.x() <= view.right() and view.top() <= point.y() < view.bottom()

    def link_at(self, point: QPointF) -> Link | None:
        return self._head.link_at(self.composition, point)

    # Laying out

    def _lay(self) -> None:
        shape, px, rows = self.composition.shape, self._styles.px, self._rows
        side = px(measures.CARD_SIDE)
        top = round(px(shape.top))
        self._card = QRectF(px(shape.indent), top, max(self._width - px(shape.indent), 1.0), 0)
        self._head.lay(self.composition, self._styles, self._card.left() + side, self._card.right() - side, top)
        rows.y = round(top + px(self._head.height + measures.CODE_PAD))
        digits = len(str(len(rows.lines.texts)))
        gutter = digits * rows.cell + px(measures.GUTTER) if self._set.numbers else 0.0
        left = self._card.left() + side + gutter
        room = max(self._card.right() - side - left, rows.cell)
        rows.break_at(max(int(room / rows.cell), 8) if self._set.wrap else 0)
        self._card.setBottom(round(rows.y + rows.height + px(measures.CODE_FOOT)))
        content = 0.0 if self._set.wrap else rows.lines.widest * rows.cell + 2
        self._side.settle(content, QRectF(left, rows.y, room, rows.height), self._card.bottom() - px(8))
        self._follow()
        self.height = self._card.bottom() + round(px(measures.BELOW_CARD))

    # Painting

    def paint(self, painter: QPainter, sight: QRectF, lights: Lights) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, sight)
        top, pitch = self._rows.y, self._rows.pitch
        first = max(math.floor((sight.top() - top) / pitch), 0)
        last = min(math.ceil((sight.bottom() - top) / pitch), self._rows.lines.row_count - 1)
        if last >= first:
            self._paint_rows(painter, sight, lights, list(self._rows.lines.in_rows(first, last)))
        self._side.paint(painter, self._styles)
        focused = self._head.place_of_link(self.composition, lights.focused) if lights.focused else None
        if focused is not None:
            paint_focus(painter, [focused.adjusted(0, 3, 0, -3)], self._styles)

    def _paint_card(self, painter: QPainter, sight: QRectF) -> None:
        shape, colours, px = self.composition.shape, self._styles.colours, self._styles.px
        margin = Margin(shape.marks, shape.bars, shape.top, measures.CARD_HEAD)
        margin.paint_bars(painter, self._styles, self._width, self.height)
        metrics = self._styles.metrics(measures.TEXT)
        lift = (px(measures.CARD_HEAD) - metrics.height()) / 2 + metrics.ascent()
        margin.paint_marks(painter, self._styles, self._width, self._card.top() + lift)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.code))
        card = self._card.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, px(measures.CARD_ROUND), px(measures.CARD_ROUND))
        y = round(self._card.top() + px(self._head.height)) + 0.5
        painter.drawLine(QPointF(card.left(), y), QPointF(card.right(), y))
        pressed = {verb for verb, on in (("wrap", self._set.wrap), ("numbers", self._set.numbers)) if on}
        if y > sight.top():
            self._head.paint(painter, self.composition, self._styles, pressed)

    def _paint_rows(self, painter: QPainter, sight: QRectF, lights: Lights, rows: list[Segment]) -> None:
        self._wanted = max(self._wanted, rows[-1].line + _AHEAD)
        view, start = self._side.view, self.composition.start
        near = [one for one in rows if self._rows.is_near(one, view.left(), view.right())]
        painter.save()
        if self._rows.inks.language in _DIFFS:
            self._paint_diff(painter, rows)
        painter.setClipRect(view.adjusted(-3, -2, 3, 2), Qt.ClipOperation.IntersectClip)

        def places(first: int, last: int) -> Iterator[QRectF]:
            return self._rows.places(near, first - start, last - start)

        paint_under(painter, lights, places, self._styles)
        selected = lights.selected
        if selected is not None:
            selected = Stretch(selected.start - start, selected.end - start)
        self._rows.draw(painter, sight, near, selected)
        paint_over(painter, self._within(lights, rows), self.place_of, places, self._styles)
        painter.restore()
        if self._set.numbers:
            self._rows.draw_numbers(painter, rows, view.left() - self._styles.px(measures.GUTTER))

    def _within(self, lights: Lights, rows: list[Segment]) -> Lights:
        """The caret and the marks between letters, where they are in sight."""
        first = self.composition.start + self._rows.first(rows[0])
        last = self.composition.start + self._rows.lines.end_of(rows[-1].line)
        heard = [position for position in lights.heard if first <= position <= last]
        return DARK._replace(heard=heard, caret=lights.caret if first <= lights.caret <= last else -1)

    def _paint_diff(self, painter: QPainter, rows: list[Segment]) -> None:
        for segment in rows:
            text = self._rows.lines.texts[segment.line]
            sign = text[:1]
            if sign in {"+", "-"} and not text.startswith(("+++", "---")):
                ground = QColor(self._styles.ink(Ink.INSERTED if sign == "+" else Ink.DELETED))
                ground.setAlphaF(_TINT)
                y = self._rows.y + segment.row * self._rows.pitch
                painter.fillRect(QRectF(self._card.left() + 1, y, self._card.width() - 2, self._rows.pitch), ground)
