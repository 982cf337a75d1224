"""The text pane: a column in the middle, where it is scrolled, what keys and pointer do. It knows no messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontDatabase,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QTextEdit, QToolTip, QWidget

from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.colours import LIGHT, Colours
from desktop_app.ui.transcript.copying import plain_text
from desktop_app.ui.transcript.painting import Painter

_MOUSE = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease})
_AT_END = 4
"""Pixels from the end within which the reader counts as being there."""


class _Document(QTextDocument):
    """A document that asks nobody for anything: Qt's own would read local files and data: addresses."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002 - Qt's signature
        return None


class Page(QTextBrowser):
    """``following`` is true while the reader is at the end; only then does the page move with what is added.

    ``led``: it is moved by ``glide_to`` to where the voice is, and does not move with what is added.
    """

    following_changed = Signal(bool)
    reader_scrolled = Signal()
    column_changed = Signal(int)
    near_top = Signal()
    menu_requested = Signal(QPoint, QPoint)
    """Where in the viewport, and where on the screen."""
    alt_clicked = Signal(QPoint)
    """Where in the viewport."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = measures.COLUMN
        self.following = True
        self.led = False
        self._held = 0
        self._gliding = False
        self._prepare_document()
        self.painter = Painter(self.document(), LIGHT)
        self.setProperty("look", "bare")
        self._alt_pressed = False
        self._from_margin = self._passing_on = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(self.column + 2 * measures.EDGE)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._place_column)
        self.highlighted.connect(self._tell_address)

    def set_colours(self, colours: Colours) -> None:
        self.painter.colours = colours
        self.setStyleSheet(
            f"QTextBrowser {{ background: {colours.page}; color: {colours.ink}; border: none; padding: 0;"
            f" selection-background-color: {colours.accent}; selection-color: {colours.page}; }}"
        )

    # Where the reader is

    @contextmanager
    def held(self) -> Iterator[None]:
        """What is written inside leaves the page where the reader put it: at the end, or at these words."""
        self._held += 1
        place = self._reading_place() if self.led or not self.following else None
        ends = self._selection_ends()
        try:
            yield
        finally:
            self._restore_selection(*ends)
            if place is not None:
                self._return_to(*place)
            elif self.following:
                self._to_end()
            if self.led:  # what was added may have moved the end away
                self._set_following(self._is_at_end())
            self._held -= 1

    def _selection_ends(self) -> tuple[QTextCursor, QTextCursor]:
        """Cursors at both ends that text which comes right behind the selection does not push on."""
        begin, end = self.textCursor(), self.textCursor()
        begin.setPosition(begin.selectionStart())
        end.setPosition(end.selectionEnd())
        end.setKeepPositionOnInsert(True)
        return begin, end

    def _restore_selection(self, begin: QTextCursor, end: QTextCursor) -> None:
        now = self.textCursor()
        if now.hasSelection() and now.selectionEnd() > end.position() >= begin.position():
            forward = now.position() > now.anchor()
            first, last = (begin, end) if forward else (end, begin)
            now.setPosition(first.position())
            now.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(now)

    def go_to_end(self) -> None:
        self._to_end()
        self._set_following(True)

    def glide_to(self, value: int) -> None:
        """Scrolls without its being the reader who does."""
        self._gliding = True
        self.verticalScrollBar().setValue(int(value))
        self._gliding = False

    def box_of(self, start: int, end: int) -> tuple[float, float]:
        """Top of the line that holds the one document position and bottom of that which holds the other."""
        first, last = QTextCursor(self.document()), QTextCursor(self.document())
        first.setPosition(start)
        last.setPosition(end)
        line = last.block().layout().lineForTextPosition(last.positionInBlock())
        return self._line_top(first), self._line_top(last) + (line.height() if line.isValid() else measures.TEXT_LINE)

    def is_filled(self) -> bool:
        """Whether there is more than can be in sight at once."""
        return self.document().size().height() > self.viewport().height() + measures.PAGE_END

    def _reading_place(self) -> tuple[QTextCursor, float]:
        """The text at the upper edge, and how far its line is from it."""
        top = self.verticalScrollBar().value()
        at = self.document().documentLayout().hitTest(QPointF(measures.EDGE, top), Qt.HitTestAccuracy.FuzzyHit)
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(at, 0))
        return cursor, self._line_top(cursor) - top

    def _return_to(self, cursor: QTextCursor, offset: float) -> None:
        self.document().size()  # lays out what is not yet
        bar = self.verticalScrollBar()
        bar.setValue(round(self._line_top(cursor) - offset))
        if bar.maximum() == 0:  # all of it is in sight
            self._set_following(True)

    def _line_top(self, cursor: QTextCursor) -> float:
        block = cursor.block()
        top = self.document().documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(cursor.positionInBlock())
        return top + (line.y() if line.isValid() else 0.0)

    def _to_end(self) -> None:
        self.document().size()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _scrolled(self, value: int) -> None:
        if self._held:
            return
        self._set_following(self._is_at_end())
        if not self._gliding:
            self.reader_scrolled.emit()
        if value < self.viewport().height():
            self.near_top.emit()

    def _is_at_end(self) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _AT_END

    def _set_following(self, following: bool) -> None:  # noqa: FBT001 - a private setter of one flag
        if following != self.following:
            self.following = following
            self.following_changed.emit(following)

    # The column

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self.held():
            super().resizeEvent(event)
            self._place_column()

    def _place_column(self) -> None:
        bar = self.verticalScrollBar()
        reserved = bar.sizeHint().width()
        beside = max(measures.SIDE, reserved + measures.EDGE)
        column = max(120, min(measures.COLUMN, self.width() - 2 * beside))
        width = column + 2 * measures.EDGE
        if column != self.column:
            self.column = column
            self.setLineWrapColumnOrWidth(width)
            self.column_changed.emit(column)
        left = max((self.width() - width) // 2, 0)
        right = self.width() - width - left - (reserved if bar.maximum() > 0 else 0)
        self.setViewportMargins(left, 0, max(right, 0), 0)

    def _prepare_document(self) -> None:
        font = QFont()
        font.setFamilies(["Inter", QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()])
        font.setPixelSize(measures.TEXT)
        self.setFont(font)
        document = _Document(self)
        self.setDocument(document)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(font)
        document.setIndentWidth(1.0)
        document.setDocumentMargin(measures.EDGE)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        scrolled = self.verticalScrollBar().value()
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        painter.translate(0, -scrolled)
        self.painter.paint_under(painter, QRectF(event.rect()).translated(0, scrolled), self.column)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -scrolled)
        self.painter.paint_over(painter)
        painter.end()

    # Keys, pointer, links

    def event(self, event: QEvent) -> bool:
        """The margins beside the column belong to the page: the wheel scrolls there, and a selection may begin."""
        if event.type() == QEvent.Type.Wheel:
            return QApplication.sendEvent(self.verticalScrollBar(), event)
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            return self._pass_on(event)
        return super().event(event)

    def _pass_on(self, event: QMouseEvent) -> bool:
        """To the viewport what began beside it. What the viewport did not want comes here too: it is nobody's."""
        if event.type() == QEvent.Type.MouseButtonPress and not self._passing_on:
            self._from_margin = not self.viewport().geometry().contains(event.position().toPoint())
        if self._passing_on or not self._from_margin:
            event.ignore()
            return True
        inside = QPointF(self.viewport().mapFrom(self, event.position().toPoint()))
        passed_on = QMouseEvent(
            event.type(), inside, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )
        self._passing_on = True
        try:
            return QApplication.sendEvent(self.viewport(), passed_on)
        finally:
            self._passing_on = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self._alt_pressed = True
            self.alt_clicked.emit(event.position().toPoint())
            event.accept()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._alt_pressed:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A release whose press the text never saw would be passed to and fro between the page and its viewport."""
        if self._alt_pressed:
            self._alt_pressed = False
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.pos(), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = self.cursorForPosition(event.pos()).charFormat().toolTip() if self._on_text(event.pos()) else ""
            QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def _on_text(self, place: QPoint) -> bool:
        point = QPointF(place.x(), place.y() + self.verticalScrollBar().value())
        return self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit) >= 0

    def _tell_address(self, url: QUrl) -> None:
        """A link reached by Tab tells where it leads as one under the pointer does."""
        tip = self.textCursor().charFormat().toolTip()
        if not url.isEmpty() and tip and self.textCursor().hasSelection() and self.hasFocus():
            QToolTip.showText(self.mapToGlobal(self.cursorRect().bottomLeft()), tip, self.viewport())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002 - Qt's signature
        """Nothing is ever loaded for the page, from anywhere."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(plain_text(self.document(), self.textCursor()))
        return data
