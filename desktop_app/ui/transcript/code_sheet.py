"""A block of code on the page: a card whose lines scroll sideways, or are broken; only what is in sight is laid out."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.code_composition import CodeComposition
from desktop_app.ui.transcript.code_head import CodeHead
from desktop_app.ui.transcript.code_inks import CodeInks
from desktop_app.ui.transcript.code_lines import CodeLines, Segment
from desktop_app.ui.transcript.composition import Composition, Link, Stretch
from desktop_app.ui.transcript.inks import Ink
from desktop_app.ui.transcript.lexing import Coloured
from desktop_app.ui.transcript.lighting import paint_focus, paint_over, paint_under
from desktop_app.ui.transcript.links import own_action
from desktop_app.ui.transcript.looks import CharLook, Chunk, Styles
from desktop_app.ui.transcript.margin import Margin
from desktop_app.ui.transcript.passage import Passage, Type
from desktop_app.ui.transcript.sheet import DARK, Lights, Sheet
from desktop_app.ui.transcript.side_scroll import SideScroll

_TYPE = Type(measures.CODE, measures.CODE_LINE, mono=True, code=True)
_PLAIN = CharLook(size=measures.CODE, mono=True)
_AHEAD = 40
"""Lines below the sight whose colours are found too."""
_KEPT = 400
"""Rows laid out that are kept."""
_DIFFS = frozenset({"diff", "patch", "udiff"})


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
        self._lines = CodeLines(composition.code)
        self._inks = CodeInks()
        self._tell_inks()
        self._laid: dict[tuple[int, int], Passage] = {}
        self._wanted = _AHEAD
        self._lay()
        self._side.move_to(self._set.offset)

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
        self._laid.clear()
        self._lay()

    def change(self, composition: Composition) -> bool:
        if not isinstance(composition, CodeComposition):
            return False
        before, self.composition = self.composition, composition
        first = self._lines.become(composition.code) if composition.code != before.code else len(self._lines.texts)
        for key in [key for key in self._laid if key[0] >= first]:
            del self._laid[key]
        self._tell_inks()
        self._lay()
        return True

    def press(self, link: Link) -> bool:
        action = own_action(link.href)
        if action is None or action.verb not in {"wrap", "numbers"}:
            return False
        wrap, numbers = self._set.wrap, self._set.numbers
        self._set = self._set._replace(wrap=wrap != (action.verb == "wrap"), numbers=numbers != (action.verb != "wrap"))
        self._laid.clear()
        self._lay()
        return True

    # Colours

    @property
    def unfinished(self) -> bool:
        return self._inks.wants(self._wanted)

    def work(self) -> bool:
        changed = set(self._inks.work(self._wanted))
        for key in [key for key in self._laid if key[0] in changed]:
            del self._laid[key]
        return bool(changed)

    def _tell_inks(self) -> None:
        shape = self.composition.shape
        self._inks.become(shape.language.lower(), self.composition.code, closed=shape.closed)

    # Sideways

    def scroll_sideways(self, by: float) -> bool:
        return self._side.move_to(self._side.offset + by)

    def show_position(self, position: int) -> bool:
        if position < self.composition.start:
            return False
        return self._side.show(self.place_of(position).x() - self._side.view.left() + self._side.offset)

    def grab(self, point: QPointF) -> bool:
        return self._side.grab(point)

    def drag(self, point: QPointF) -> bool:
        return self._side.drag(point)

    def release(self) -> None:
        self._side.release()

    # Places

    def position_at(self, point: QPointF) -> int:
        row = math.floor((point.y() - self._top) / self._pitch)
        if point.y() < self._top - self._styles.px(measures.CODE_PAD):
            link = self._head.link_at(self.composition, point)
            return link.start if link else 0
        row = min(max(row, 0), self._lines.row_count - 1)
        segments = list(self._lines.in_rows(row, row))
        for segment in segments[1:]:
            if self._passage(segment).x > point.x():
                break
            segments[0] = segment
        return self._position(segments[0]) + self._passage(segments[0]).position_at(point)

    def place_of(self, position: int) -> QRectF:
        if position < self.composition.start:
            return self._head.place_of(self.composition, position)
        line = self._lines.line_of(position - self.composition.start)
        offset = position - self.composition.start - self._lines.start_of(line)
        segment = self._lines.segment_at(line, offset)
        return self._passage(segment).place_of(offset - self._lines.offset_of(segment))

    def line_at(self, position: int) -> Stretch:
        start = self.composition.start
        if position < start:
            return Stretch(0, start - 1)
        line = self._lines.line_of(position - start)
        if not self._set.wrap:
            return Stretch(start + self._lines.start_of(line), start + self._lines.end_of(line))
        segment = self._lines.segment_at(line, position - start - self._lines.start_of(line))
        first = self._position(segment)
        return Stretch(first, first + self._passage(segment).length)

    def is_on_text(self, point: QPointF) -> bool:
        bottom = self._top + self._pitch * self._lines.row_count
        return self._side.view.left() <= point.x() <= self._side.view.right() and self._top <= point.y() < bottom

    def link_at(self, point: QPointF) -> Link | None:
        return self._head.link_at(self.composition, point)

    # Laying out

    def _lay(self) -> None:
        shape, px = self.composition.shape, self._styles.px
        side = px(measures.CARD_SIDE)
        top = round(px(shape.top))
        self._card = QRectF(px(shape.indent), top, max(self._width - px(shape.indent), 1.0), 0)
        self._head.lay(self.composition, self._styles, self._card.left() + side, self._card.right() - side, top)
        self._pitch = px(measures.CODE_LINE)
        self._top = round(top + px(self._head.height + measures.CODE_PAD))
        cell = self._styles.metrics(measures.CODE, mono=True).horizontalAdvance("0" * 100) / 100
        self._cell = cell
        digits = len(str(len(self._lines.texts)))
        self._gutter = digits * cell + px(measures.GUTTER) if self._set.numbers else 0.0
        left = self._card.left() + side + self._gutter
        room = max(self._card.right() - side - left, cell)
        before = self._lines.columns
        self._lines.break_at(max(int(room / cell), 8) if self._set.wrap else 0)
        if self._lines.columns != before:
            self._laid.clear()
        bottom = self._top + self._pitch * self._lines.row_count
        self._card.setBottom(round(bottom + px(measures.CODE_FOOT)))
        content = 0.0 if self._set.wrap else self._lines.widest * cell + 2
        self._side.settle(content, QRectF(left, self._top, room, bottom - self._top), self._card.bottom() - px(8))
        self.height = self._card.bottom() + round(px(measures.BELOW_CARD))

    def _passage(self, segment: Segment) -> Passage:
        """The segment laid out, where it stands now."""
        key = (segment.line, segment.start)
        passage = self._laid.get(key)
        if passage is None:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            passage = self._laid[key] = Passage(self._chunks(segment), _TYPE, self._styles)
            passage.lay(1.0)
        passage.x = self._side.view.left() - self._side.offset + segment.cell * self._cell
        passage.y = self._top + segment.row * self._pitch
        return passage

    def _chunks(self, segment: Segment) -> list[Chunk]:
        text = self._lines.texts[segment.line]
        known = self._inks.parts[segment.line] if segment.line < len(self._inks.parts) else []
        return list(_coloured(text, known, segment.start, segment.end))

    def _position(self, segment: Segment) -> int:
        """The segment's first."""
        return self.composition.start + self._lines.start_of(segment.line) + self._lines.offset_of(segment)

    # Painting

    def paint(self, painter: QPainter, sight: QRectF, lights: Lights) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        first = max(math.floor((sight.top() - self._top) / self._pitch), 0)
        last = min(math.ceil((sight.bottom() - self._top) / self._pitch), self._lines.row_count - 1)
        if last >= first:
            self._paint_rows(painter, sight, lights, list(self._lines.in_rows(first, last)))
        self._side.paint(painter, self._styles)
        focused = self._head.place_of_link(self.composition, lights.focused) if lights.focused else None
        if focused is not None:
            paint_focus(painter, [focused.adjusted(0, 3, 0, -3)], self._styles)

    def _paint_card(self, painter: QPainter) -> None:
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
        self._head.paint(painter, self.composition, self._styles, pressed)

    def _paint_rows(self, painter: QPainter, sight: QRectF, lights: Lights, rows: list[Segment]) -> None:
        self._wanted = max(self._wanted, rows[-1].line + _AHEAD)
        view = self._side.view
        near = [one for one in rows if self._is_near(one)]
        painter.save()
        if self._inks.language in _DIFFS:
            self._paint_diff(painter, rows)
        painter.setClipRect(view.adjusted(-3, -2, 3, 2), Qt.ClipOperation.IntersectClip)

        def places(start: int, end: int) -> Iterator[QRectF]:
            return self._places(near, start, end)

        paint_under(painter, lights, places, self._styles)
        painter.setPen(QColor(self._styles.colours.ink))
        for segment in near:
            selected = lights.selected
            if selected is not None:
                first = self._position(segment)
                selected = Stretch(selected.start - first, selected.end - first)
            self._passage(segment).draw(painter, sight, selected)
        shown = self._in_rows(lights, rows)
        paint_over(painter, shown, self.place_of, places, self._styles)
        painter.restore()
        if self._set.numbers:
            self._paint_numbers(painter, rows)

    def _in_rows(self, lights: Lights, rows: list[Segment]) -> Lights:
        """The caret and the marks between letters, where they are in sight."""
        first = self._position(rows[0])
        last = self.composition.start + self._lines.end_of(rows[-1].line)
        heard = [position for position in lights.heard if first <= position <= last]
        return DARK._replace(heard=heard, caret=lights.caret if first <= lights.caret <= last else -1)

    def _places(self, rows: list[Segment], start: int, end: int) -> Iterator[QRectF]:
        """Of those rows; a line whose end is within reaches a little beyond its letters."""
        for segment in rows:
            first = self._position(segment)
            passage = self._passage(segment)
            if start <= first + passage.length and end > first:
                yield from passage.places(start - first, end - first)
                last = self.composition.start + self._lines.end_of(segment.line)
                if start <= last < end and first + passage.length == last:
                    yield passage.place_of(passage.length).adjusted(0, 0, self._cell / 2, 0)

    def _is_near(self, segment: Segment) -> bool:
        """Whether a segment of a very long line is in the sideways sight."""
        if segment.start == 0 and segment.end == len(self._lines.texts[segment.line]):
            return True
        left = segment.cell * self._cell - self._side.offset
        return left < self._side.view.width() and left + 2 * (segment.end - segment.start) * self._cell > 0

    def _paint_diff(self, painter: QPainter, rows: list[Segment]) -> None:
        for segment in rows:
            text = self._lines.texts[segment.line]
            sign = text[:1]
            if sign in {"+", "-"} and not text.startswith(("+++", "---")):
                ground = QColor(self._styles.ink(Ink.INSERTED if sign == "+" else Ink.DELETED))
                ground.setAlphaF(0.13)
                y = self._top + segment.row * self._pitch
                painter.fillRect(QRectF(self._card.left() + 1, y, self._card.width() - 2, self._pitch), ground)

    def _paint_numbers(self, painter: QPainter, rows: list[Segment]) -> None:
        painter.setFont(self._styles.font(measures.CODE, mono=True))
        painter.setPen(QColor(self._styles.colours.muted))
        metrics = self._styles.metrics(measures.CODE, mono=True)
        lift = (self._pitch - metrics.height()) / 2 + metrics.ascent()
        right = self._side.view.left() - self._styles.px(measures.GUTTER)
        for segment in rows:
            if segment.start == 0:
                number = str(segment.line + 1)
                x = right - metrics.horizontalAdvance(number)
                painter.drawText(QPointF(x, self._top + segment.row * self._pitch + lift), number)


def _coloured(text: str, known: list[Coloured], start: int, end: int) -> Iterator[Chunk]:
    """[start, end) of a line as chunks in its colours."""
    done = start
    for part in known:
        first, last = max(part.start, done), min(part.start + part.length, end)
        if first >= last:
            continue
        if first > done:
            yield Chunk(text[done:first], _PLAIN)
        look = _PLAIN if part.ink is Ink.INK and not part.bold and not part.italic else _look(part)
        yield Chunk(text[first:last], look)
        done = last
    if done < end or start == end:
        yield Chunk(text[done:end], _PLAIN)


def _look(part: Coloured) -> CharLook:
    return _PLAIN._replace(ink=part.ink, bold=part.bold, italic=part.italic)
