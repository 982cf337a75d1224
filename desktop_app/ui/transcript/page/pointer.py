"""What the mouse does on the page: it selects, across pieces and messages, presses links, and scrolls at the edges."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop_app.ui.transcript.compositions.composition import Link
from desktop_app.ui.transcript.page.places import Place, Span
from desktop_app.ui.transcript.page.reading_page import ReadingPage
from desktop_app.ui.transcript.sheets.sheet import Sheet

_TICK = 30
"""Milliseconds between two steps of a selection that runs over the edge."""
_FASTEST = 60.0
"""Pixels of one."""
_NEAR = 4.0
"""Pixels within which a third click is in the place of the second."""


class _By(Enum):
    """What a drag selects whole."""

    LETTER = 1
    WORD = 2
    PARAGRAPH = 3


class Pointer(QObject):
    """Belongs to one page, whose viewport's events it is handed."""

    def __init__(self, page: ReadingPage) -> None:
        super().__init__(page)
        self._page = page
        self._pressed: Link | None = None
        self._grabbed: tuple[Sheet, QPointF] | None = None
        self._drags = False
        self._by = _By.LETTER
        self._origin: Span | None = None
        self._alt = False
        self._at = QPointF()
        self._double = QPointF(-1000, -1000)
        self._since_double = QTimer(self)
        self._since_double.setSingleShot(True)
        self._scroll = QTimer(self)
        self._scroll.setInterval(_TICK)
        self._scroll.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._at = event.position()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._alt = True
            self._page.alt_clicked.emit(self._at.toPoint())
            return
        under = self._page.sheet_under(self._at)
        if under is not None and under[0].grab(under[1]):
            self._grabbed = under[0], under[1] - self._at
            return
        self._pressed = self._page.link_under(self._at)
        third = self._since_double.isActive() and (self._at - self._double).manhattanLength() <= _NEAR
        place = self._page.place_at(self._at)
        if place is None:
            return
        self._drags = True
        self._by = _By.PARAGRAPH if third else _By.LETTER
        selection = self._page.selected
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and selection.anchor is not None:
            self._origin = Span(selection.anchor, selection.anchor)
        else:
            self._origin = self._whole(place)
        self._select_to(place)

    def double_click(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._at = self._double = event.position()
        self._since_double.start(QApplication.doubleClickInterval())
        place = self._page.place_at(self._at)
        if place is not None:
            self._drags, self._by, self._pressed = True, _By.WORD, None
            self._origin = self._whole(place)
            self._select_to(place)

    def move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        if self._alt:
            return
        if self._grabbed is not None:
            sheet, offset = self._grabbed
            if sheet.drag(self._at + offset):
                self._page.viewport().update()
            return
        if not self._drags:
            self._show_shape()
            return
        if self._outside():
            if not self._scroll.isActive():
                self._scroll.start()
        else:
            self._scroll.stop()
        self._select_to(self._page.place_at(self._at))

    def release(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._scroll.stop()
        if self._grabbed is not None:
            self._grabbed[0].release()
            self._grabbed = None
            return
        if self._alt:
            self._alt = False
            return
        dragged, self._drags = self._drags, False
        pressed, self._pressed = self._pressed, None
        if self._page.selected.span is not None:
            if dragged:
                self._page.offer_selection()
        elif pressed is not None and self._page.link_under(event.position()) == pressed:
            place = self._page.place_at(event.position())
            if place is not None:
                self._page.press_link(place.entry, place.piece, pressed)

    def show_tip(self, event: QHelpEvent) -> None:
        """Where a link leads, what a fact means."""
        under = self._page.sheet_under(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), under[0].tip_at(under[1]) if under else "", self._page.viewport())

    # Inside

    def _whole(self, place: Place) -> Span:
        selection = self._page.selected
        if self._by is _By.WORD:
            return selection.word_at(place)
        if self._by is _By.PARAGRAPH:
            return selection.paragraph_at(place)
        return Span(place, place)

    def _select_to(self, place: Place | None) -> None:
        if place is None or self._origin is None:
            return
        whole, origin = self._whole(place), self._origin
        if whole.start < origin.start:
            self._page.select(origin.end, whole.start)
        else:
            self._page.select(origin.start, max(whole.end, origin.end) if self._by is not _By.LETTER else whole.end)

    def _outside(self) -> float:
        """Pixels above (negative) or below the page."""
        height = self._page.viewport().height()
        return min(self._at.y(), 0.0) + max(self._at.y() - height, 0.0)

    def _scroll_on(self) -> None:
        by = max(min(self._outside() / 2, _FASTEST), -_FASTEST)
        if not self._drags or not by:
            self._scroll.stop()
            return
        self._page.scroll_by(by)
        self._select_to(self._page.place_at(self._at))

    def _show_shape(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        link = self._page.link_under(self._at)
        if link is not None and link.href:
            shape = Qt.CursorShape.PointingHandCursor
        elif self._page.is_on_text(self._at):
            shape = Qt.CursorShape.IBeamCursor
        if self._page.viewport().cursor().shape() is not shape:
            self._page.viewport().setCursor(shape)
