"""The page as it is read: where it glides to, what is selected, which link or message has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.ui.transcript.compositions.composition import Link
from desktop_app.ui.transcript.page.entry import Entry
from desktop_app.ui.transcript.page.glide import Glide
from desktop_app.ui.transcript.page.page_lights import FocusedLink, FoundMarks
from desktop_app.ui.transcript.page.pane import Pane
from desktop_app.ui.transcript.page.places import Place, Span
from desktop_app.ui.transcript.page.selection import Selection

_WHEEL = 140
"""Milliseconds in which the page follows a notch of the wheel."""
_EDGE = 48.0
"""Pixels at the edges in which nothing is put that is to be looked at."""


class ReadingPage(Pane):
    """``following`` is true while the reader is at the end; only then does the page move with what is added."""

    selection_changed = Signal()
    text_changed = Signal(int, int)
    """The number of a message and of its first piece that reads otherwise."""
    messages_replaced = Signal()
    link_focused = Signal()
    link_pressed = Signal(int, int, object)
    """Message, piece, and a ``Link`` that is not the sheet's own."""
    focus_changed = Signal(int)
    """The number of the message that has the keyboard, -1 for none."""
    hovered = Signal(int)
    """The number of the message under the pointer, -1 for none."""
    menu_requested = Signal(object, QPoint)
    """Where in the viewport (None: a key asked for it), and where on the screen."""
    alt_clicked = Signal(QPoint)
    """Where in the viewport."""
    copy_requested = Signal()
    selection_offered = Signal()
    """A selection was finished with the mouse: on X11 a middle click elsewhere takes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selected = Selection(self.entries, self.shelf)
        self.entries.reader.on_change = lambda entry, number, old, new: self.selected.keep_true(
            entry.index, number, old, new
        )
        self._way = self._gone = 0.0
        self._glide = Glide(_WHEEL, self._glided, self)

    # What stands on it has changed

    def _taken_over(self, entry: Entry, by: int) -> None:
        super()._taken_over(entry, by)
        self.selected.move_on(entry.index, by)
        self.text_changed.emit(entry.index, 0)

    def refresh(self, seconds: float = 0.008) -> None:
        self.selected.clamp()
        self.lighting.selection = self.selected.span
        super().refresh(seconds)

    def replaced(self) -> None:
        """All messages are others, or have other numbers."""
        self._glide.stop()
        self.selected.clear()
        self.focus_link(None)
        self.focus_entry(None)
        self.messages_replaced.emit()

    # Moving about

    def scroll_by(self, pixels: float) -> None:
        """Down by so much at once, as the reader does."""
        self.move_by(pixels)
        self.reader_scrolled.emit()

    def glide_by(self, pixels: float) -> None:
        """The same, as the eye follows it; what is still to go of a move before is added."""
        left = self._way - self._gone if self._glide.moving else 0.0
        self._way, self._gone = left + pixels, 0.0
        self.reader_scrolled.emit()
        self._glide.start()

    def stop_gliding(self) -> None:
        self._glide.stop()

    def _glided(self, done: float) -> None:
        goal = float(round(self._way * done))
        if goal != self._gone:
            by, self._gone = goal - self._gone, goal
            self.scroll_by(by)

    def show_place(self, place: Place, end: Place | None = None) -> None:
        """Brings a place (up to ``end``) into sight, a little away from the edges; moves nothing where it is."""
        height = float(self.viewport().height())
        edge = min(_EDGE, height / 5)
        box = self.box_of(place)
        bottom = max(box.bottom(), self.box_of(end).bottom() if end is not None else 0.0)
        sheet = self.sheet_of(place)
        if sheet is not None and sheet.show_position(place.position):
            self.viewport().update()
        if box.top() >= edge and bottom <= height - edge:
            return
        self.stop_gliding()
        near = -height < box.top() < 2 * height
        above, below = edge, max(height - edge - (bottom - box.top()), edge)
        top = (above if box.top() < edge else below) if near else height / 3
        self.stand(place, top)
        self.reader_scrolled.emit()

    def sight(self) -> tuple[Place, Place]:
        """The first and the last place that are in sight."""
        right, lower = self.viewport().width(), self.viewport().height()
        none = Place(0, 0, 0)
        return self.place_at(QPointF(0, 0)) or none, self.place_at(QPointF(right, lower)) or none

    # What is selected

    @property
    def selection(self) -> Span | None:
        return self.selected.span

    @property
    def caret(self) -> Place | None:
        return self.selected.cursor

    def select(self, anchor: Place | None, cursor: Place | None) -> None:
        """What lies between the two; moves nothing."""
        if (anchor, cursor) != (self.selected.anchor, self.selected.cursor):
            self.selected.set(anchor, cursor)
            self.lighting.selection = self.selected.span
            self.viewport().update()
            self.selection_changed.emit()

    def select_all(self) -> None:
        if (span := self.selected.all()) is not None:
            self.select(*span)

    def offer_selection(self) -> None:
        self.selection_offered.emit()

    def set_marks(self, marks: FoundMarks | None) -> None:
        """What a search found is lit from now on."""
        self.lighting.marks = marks
        self.viewport().update()

    # Links

    @property
    def focused_link(self) -> FocusedLink | None:
        return self.lighting.link

    def link_under(self, point: QPointF) -> Link | None:
        under = self.sheet_under(point)
        return under[0].link_at(under[1]) if under else None

    def is_on_text(self, point: QPointF) -> bool:
        under = self.sheet_under(point)
        return bool(under and under[0].is_on_text(under[1]))

    def focus_link(self, link: FocusedLink | None) -> None:
        if link == self.lighting.link:
            return
        self.lighting.link = link
        if link is not None:
            self.show_place(Place(link.entry, link.piece, link.link.start))
            self._tell_address(link)
        self.viewport().update()
        self.link_focused.emit()

    def _tell_address(self, link: FocusedLink) -> None:
        """A link reached by Tab tells where it leads as one under the pointer does."""
        if link.link.tip:
            box = self.box_of(Place(link.entry, link.piece, link.link.start))
            QToolTip.showText(self.viewport().mapToGlobal(box.bottomLeft().toPoint()), link.link.tip, self.viewport())

    def scroll_block(self, by: float) -> bool:
        """Sideways, what is wider than the column, where a link of it has the keyboard; whether anything moved."""
        link = self.lighting.link
        sheet = self.sheet_of(Place(link.entry, link.piece, 0)) if link is not None else None
        moved = sheet is not None and sheet.scroll_sideways(by)
        if moved:
            self.viewport().update()
        return moved

    def press_focused_link(self) -> bool:
        link = self.lighting.link
        if link is not None:
            self.press_link(*link)
        return link is not None

    def press_link(self, entry: int, piece: int, link: Link) -> None:
        one = self.entries[entry]
        sheet = self.shelf.sheet(one, piece)
        if sheet.press(link):
            self.shelf.measure(one, one.pieces[piece])
            self.refresh()
        elif link.href:
            self.link_pressed.emit(entry, piece, link)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab walks the links first, from what is in sight on."""
        here = self.lighting.link
        if not len(self.entries):
            return super().focusNextPrevChild(forward)
        start = self.sight()[0 if forward else 1]
        entry, piece = (here.entry, here.piece) if here is not None else start[:2]
        from desktop_app.ui.transcript.page.link_walk import next_link, previous_link  # nobody may ever press Tab

        link = (next_link if forward else previous_link)(self.entries, entry, piece, here)
        if link is None:
            self.focus_link(None)
            return super().focusNextPrevChild(forward)
        self.focus_link(link)
        return True

    # Messages

    def focus_entry(self, index: int | None) -> None:
        """The message that has the keyboard; None for none."""
        if index != self.focused_entry:
            self.focused_entry = index
            self.viewport().update()
            self.focus_changed.emit(-1 if index is None else index)

    def step_message(self, by: int) -> None:
        """To the next message or the one before, which comes into sight; to the nearest where none has the focus."""
        seen = self.outlook.seen
        if not seen:
            return
        if self.focused_entry is None or self.message_box(self.focused_entry).isEmpty():
            index = seen[0].entry.index if by > 0 else seen[-1].entry.index
        else:
            index = min(max(self.focused_entry + by, 0), len(self.entries) - 1)
        self.focus_entry(index)
        self.show_entry(index)

    def show_entry(self, index: int) -> None:
        """Brings the beginning of a message into sight, and as much of it as there is room for."""
        self.entries.read_whole(self.entries[index])
        top = self.outlook.top_of(index, 0)
        height, tall = self.viewport().height(), self.column.height_of(self.entries[index])
        if top >= 0 and top + tall <= height:
            return
        self.outlook.stand(index, 0, 0.0 if tall >= height or top < 0 else height - tall)
        self.refresh()
        self.reader_scrolled.emit()
