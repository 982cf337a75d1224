"""The page as a surface: a column in the middle, of which only what is in sight is laid out and painted.

It knows messages and pieces and where they stand, and nothing of what the reader does with them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.ui.transcript.looks import measures
from desktop_app.ui.transcript.looks.colours import LIGHT, Colours
from desktop_app.ui.transcript.looks.looks import Styles
from desktop_app.ui.transcript.page.entries import Entries
from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.page_lights import PageLights
from desktop_app.ui.transcript.page.places import Place
from desktop_app.ui.transcript.page.shelf import Shelf
from desktop_app.ui.transcript.page.sight import Seen, Sight
from desktop_app.ui.transcript.sheets.sheet import Sheet

_FOCUS_BAR = 3
"""How wide the mark beside the message is that has the keyboard."""


class Pane(QAbstractScrollArea):
    """Places are given by message, piece and position; points and boxes in the viewport's coordinates."""

    following_changed = Signal(bool)
    reader_scrolled = Signal()
    sight_changed = Signal()
    image_wanted = Signal(str)
    """The address of a picture that was sent along, and is not here yet."""
    unfinished = Signal()
    """A sheet in sight would look better with more work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = Entries()
        self.column = self.entries.column
        self.shelf = Shelf(self.column, Styles(LIGHT))
        self.outlook = Sight(self.entries, self.shelf)
        self.shelf.on_picture_wanted = self.image_wanted.emit
        self.entries.on_taken_over = self._taken_over
        self.lighting = PageLights()
        self.focused_entry: int | None = None
        self.colours: Colours = LIGHT
        self.after_painting: Callable[[], object] | None = None
        """Called once, when something was painted: for what the first picture need not wait for."""
        self._told = True
        self._shown_value = 0
        self._setting_bar = False
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewport(_surface())
        self.verticalScrollBar().valueChanged.connect(self._bar_moved)
        self._fonts_came = QTimer(self, singleShot=True, interval=0)
        self._fonts_came.timeout.connect(self._dress_again)
        if isinstance(application := QGuiApplication.instance(), QGuiApplication):
            application.fontDatabaseChanged.connect(self._fonts_came.start)

    # What stands on it has changed

    def refresh(self, seconds: float = 0.008) -> None:
        """Looks what is in sight now, without moving what the reader reads; ``seconds`` to read what comes into it."""
        self.outlook.look(seconds)
        self.show_on_bar()
        self.viewport().update()
        if self._told != self.outlook.following:
            self._told = self.outlook.following
            self.following_changed.emit(self._told)
        self.sight_changed.emit()

    def _taken_over(self, entry: Entry, by: int) -> None:
        """A message of which the end was shown has been read, and its pieces are numbered so much higher."""
        self.shelf.adopt(entry)
        self.outlook.move_on(entry, by)

    @property
    def following(self) -> bool:
        """Whether the reader is at the end, and the page goes with what is added."""
        return self.outlook.following

    @property
    def led(self) -> bool:
        """Whether somebody else moves the page, as the voice does; then it does not go with what is added."""
        return self.outlook.led

    @led.setter
    def led(self, led: bool) -> None:
        self.outlook.led = led

    # Moving about

    def go_to_end(self) -> None:
        led, self.outlook.led = self.outlook.led, False
        self.outlook.following = True
        self.refresh()
        self.outlook.led = led

    def go_to_top(self) -> None:
        if len(self.entries):
            self.entries.show_top(self.entries[0])
        self.outlook.stand(0, 0, self.column.top)
        self.refresh()

    def move_by(self, pixels: float) -> None:
        """Down the page by so much, exactly."""
        self.outlook.move(pixels)
        self.refresh()

    def stand(self, place: Place, top: float) -> None:
        """Puts the line of a place so far below the upper edge, as nearly as the page's ends allow."""
        sheet = self.sheet_of(place)
        line = sheet.place_of(place.position).top() if sheet is not None else 0.0
        self.outlook.stand(place.entry, place.piece, float(round(top - line)))
        self.refresh()

    # Where things are

    def place_at(self, point: QPointF) -> Place | None:
        """The place nearest to the point; None on an empty page."""
        seen = self.outlook.at(point.y())
        if seen is None:
            return None
        if seen.piece is None or seen.piece.sheet is None:
            return Place(seen.entry.index, seen.number, 0)
        return Place(seen.entry.index, seen.number, seen.piece.sheet.position_at(self._inside(seen, point)))

    def box_of(self, place: Place) -> QRectF:
        """Where a cursor in front of the place stands, in sight or not: lays out its piece."""
        sheet = self.sheet_of(place)
        if sheet is None:
            top = self.outlook.top_of(place.entry, 0)
            return QRectF(QPointF(self.column_left, top), QSizeF(0, measures.TEXT_LINE))
        box = sheet.place_of(place.position)
        return box.translated(self.column_left, self.outlook.top_of(place.entry, place.piece))

    def sheet_of(self, place: Place) -> Sheet | None:
        """The sheet the place is on, laid out wherever it is; None where the message has no such piece."""
        entry = self.entries[place.entry]
        if not place.piece < len(entry.pieces):
            self.entries.read_whole(entry)
        return self.shelf.sheet(entry, place.piece) if place.piece < len(entry.pieces) else None

    def sheet_at(self, entry: int, piece: int) -> tuple[Sheet, QPointF] | None:
        """A piece's sheet and its upper left corner; None where it is not in sight."""
        for seen in self.outlook.seen:
            if (seen.entry.index, seen.number) == (entry, piece) and seen.piece is not None and seen.piece.sheet:
                return seen.piece.sheet, QPointF(self.column_left, seen.top)
        return None

    def sheet_under(self, point: QPointF) -> tuple[Sheet, QPointF] | None:
        """The sheet that is there, and where on it the point is."""
        for seen in self.outlook.seen:
            if seen.top <= point.y() < seen.bottom and seen.piece is not None and seen.piece.sheet is not None:
                return seen.piece.sheet, self._inside(seen, point)
        return None

    def message_box(self, entry: int) -> QRectF:
        """What is in sight of a message; empty where nothing is."""
        seen = [one for one in self.outlook.seen if one.entry.index == entry]
        if not seen:
            return QRectF()
        return QRectF(self.column_left, seen[0].top, self.column.width, seen[-1].bottom - seen[0].top)

    @property
    def column_left(self) -> int:
        """Where the column begins."""
        return int((self.width() - self.column.width) // 2)

    def _inside(self, seen: Seen, point: QPointF) -> QPointF:
        return QPointF(point.x() - self.column_left, point.y() - seen.top)

    # Its looks and its size

    def set_colours(self, colours: Colours) -> None:
        self.colours = colours
        self.shelf.set_styles(Styles(colours, self.column.zoom))
        self._measure_again()

    def _dress_again(self) -> None:
        """There are other fonts: letters that were shaped with those before would be painted as other letters."""
        if len(self.shelf):
            self.set_colours(self.colours)

    def set_zoom(self, zoom: float) -> None:
        """1 is the usual size of the letters."""
        if zoom == self.column.zoom:
            return
        line = self._reading_line()
        self.column.zoom = zoom
        self.shelf.set_styles(Styles(self.colours, zoom))
        self.column.width = self._column_width()
        self._fit(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self._column_width()
        self.outlook.height = float(self.viewport().height())
        if width == self.column.width:
            self.refresh()
            return
        line = self._reading_line()
        self.column.width = width
        self._fit(line)

    def _column_width(self) -> float:
        beside = max(measures.SIDE, self.verticalScrollBar().sizeHint().width() + measures.EDGE)
        return float(max(120, min(round(measures.COLUMN * self.column.zoom), self.width() - 2 * beside)))

    def _fit(self, line: tuple[Place, float] | None) -> None:
        """The column is another: what is in sight is laid out for it, and the reader's line stays where it is."""
        seen = {one.piece for one in self.outlook.seen if one.piece is not None}
        self.shelf.keep_only(seen)
        self.entries.widen()
        for piece in seen:
            if piece.sheet is not None:
                piece.sheet.set_width(self.column.width)
        if line is not None and not self.following:
            place, top = line
            self.stand(place, top)
        else:
            self.refresh()

    def _reading_line(self) -> tuple[Place, float] | None:
        """The first line that is in sight, and where."""
        for seen in self.outlook.seen:
            place = self.place_at(QPointF(self.column_left, max(seen.top, 0) + 1))
            if place is not None and (box := self.box_of(place)).bottom() > 0:
                return place, box.top()
        return None

    def _measure_again(self) -> None:
        for seen in self.outlook.seen:
            if seen.piece is not None:
                self.shelf.measure(seen.entry, seen.piece)
        self.refresh()

    # The scroll bar

    def show_on_bar(self) -> None:
        """The scroll bar tells where the page is, as far as one knows."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._setting_bar = True
        most = 0 if not len(self.entries) else max(round(self.column.total - height), 0)
        bar.setRange(0, most)
        bar.setPageStep(height)
        bar.setSingleStep(measures.TEXT_LINE)
        if not bar.isSliderDown():
            bar.setValue(most if self.outlook.at_end else min(round(self.outlook.scrolled), most))
        self._shown_value = bar.value()
        self._setting_bar = False
        if self.viewport().height() != self.outlook.height:
            self.outlook.height = float(self.viewport().height())

    def _bar_moved(self, value: int) -> None:
        """By the reader, or by whoever sets it: near to where it was it is a distance, else a place."""
        if self._setting_bar:
            return
        by, bar = value - self._shown_value, self.verticalScrollBar()
        if value >= bar.maximum():
            self.go_to_end()
        elif value <= 0:
            self.go_to_top()
        elif bar.isSliderDown() or abs(by) > 3 * self.viewport().height():
            self.outlook.go_to(value)
            self.refresh()
        else:
            self.move_by(by)
        self.reader_scrolled.emit()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.page))
        painter.drawRect(event.rect())  # filling it would load 180 gradients' names, and does the same
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for seen in self.outlook.seen:
            if seen.piece is None or seen.piece.sheet is None or seen.top > event.rect().bottom():
                continue
            painter.save()
            painter.translate(self.column_left, seen.top)
            sight = QRectF(event.rect()).translated(-self.column_left, -seen.top)
            seen.piece.sheet.paint(painter, sight, self.lighting.of(seen.entry, seen.number))
            painter.restore()
        if self.focused_entry is not None and self.hasFocus():
            self._paint_focus(painter, self.message_box(self.focused_entry))
        painter.end()
        if self.after_painting is not None:
            after, self.after_painting = self.after_painting, None
            after()
        if any(one.piece.sheet.unfinished for one in self.outlook.seen if one.piece and one.piece.sheet):
            self.unfinished.emit()

    def _paint_focus(self, painter: QPainter, box: QRectF) -> None:
        """A bar beside the message that has the keyboard."""
        if box.isEmpty():
            return
        above = measures.MESSAGE_GAP * self.column.zoom if box.top() >= 0 else 0
        bar = QRectF(
            box.left() - 2 * _FOCUS_BAR - 2 * measures.EDGE, box.top() + above, _FOCUS_BAR, box.height() - above
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.accent))
        painter.drawRoundedRect(bar, _FOCUS_BAR / 2, _FOCUS_BAR / 2)


def _surface() -> QWidget:
    """What is painted on. Of our own: to find out what Qt's is, PySide would load all kinds of widgets there are."""
    made = QWidget()
    made.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    return made
