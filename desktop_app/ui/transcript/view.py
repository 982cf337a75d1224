"""The open conversation as a page: messages in, signals out. Satisfies ``presenters.views.TranscriptView``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.messages import Message, MessageState, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.ui.transcript.colours import LIGHT, Colours
from desktop_app.ui.transcript.empty_page import EmptyPage
from desktop_app.ui.transcript.entry import Entry
from desktop_app.ui.transcript.floating_button import FloatingButton
from desktop_app.ui.transcript.heard_marks import HeardMarks
from desktop_app.ui.transcript.links import safe_address
from desktop_app.ui.transcript.own_links import OwnLinks
from desktop_app.ui.transcript.page import Page
from desktop_app.ui.transcript.page_work import PageWork
from desktop_app.ui.transcript.places import Span
from desktop_app.ui.transcript.ranges import place_from, selected_ranges
from desktop_app.ui.transcript.readers import let_readers_in
from desktop_app.ui.transcript.spoken_light import SpokenLight
from desktop_app.ui.transcript.voice_follower import VoiceFollower
from desktop_app.ui.transcript.warming import load_parser

if TYPE_CHECKING:
    from desktop_app.ui.transcript.find_bar import FindBar


class TranscriptView(QWidget):
    """All setters on the GUI thread. Offsets in signals count code points of the message's source."""

    link_activated = Signal(str)
    """The address of a link (http, https or mailto) that was clicked, or opened with Enter."""
    read_code_requested = Signal(str, int, int)
    """Message id, start, end of the code block."""
    read_requested = Signal(object)
    """What is selected: a tuple of (message id, start, end), one for each message."""
    read_from_requested = Signal(str, int)
    """Message id and the place from which on it shall be read."""
    sound_requested = Signal(str)
    """Id of the message whose sound is wanted as a file."""
    code_copied = Signal()
    save_code_requested = Signal(str, str)
    """The text of a code block, and its language as the fence names it."""
    image_requested = Signal(str)
    """The address of a picture that the reader wants to see."""
    step_requested = Signal(str, str)
    """Message id, "continue" or "retry"."""
    edit_requested = Signal(str)
    """Id of a message of the user's."""
    regenerate_requested = Signal(str, str)
    """Id of an answer, and the model that shall give another; "" for the same."""
    delete_requested = Signal(str)
    branch_requested = Signal(str)
    """Id of the message from which on another conversation shall go its own way."""
    details_requested = Signal(str)
    branch_step_requested = Signal(str, int)
    """Message id, and 1 for the next of its alternatives or -1 for the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dressed = False
        self._page = Page(self)
        self._page.setAccessibleName(self.tr("Transcript"))
        self._entries = self._page.entries
        self._work = PageWork(self._page, self._after_change)
        self._empty = EmptyPage(self)
        self._empty.hide()
        self._heard = HeardMarks(self._page)
        self._follower = VoiceFollower(self._page)
        self._light = SpokenLight(self._page, self._follower)
        self._links = OwnLinks(self._page)
        self._find_bar: FindBar | None = None
        self._to_end = FloatingButton(
            self.tr("To the end"), self.tr("Go to the newest words ({0})").format("End"), self
        )
        self._to_voice = FloatingButton(self.tr("Back to the voice"), self.tr("Go to what is being said"), self)
        self._put_together()

    # What the presenters call

    def show_messages(self, messages: Sequence[Message]) -> None:
        self._light.clear()
        self._heard.clear()
        self._follower.forget()
        shown = _shown(messages)
        self._work.replace(shown)
        for message in shown:
            if message.heard is not None:
                self._heard.set_place(message.id, message.heard)
        self._after_change()

    def add_message(self, message: Message) -> None:
        if not _shown([message]):
            return
        entry = self._entries.add(message)
        if entry.streaming:
            self._entries.being_read[entry.message_id] = entry
        self._page.text_changed.emit(entry.index, 0)
        if message.role is Role.USER:
            self._page.go_to_end()
        self._changed()

    def append_text(self, message_id: str, delta: str) -> None:
        if self._entries.add_text(message_id, delta) is not None:
            self._work.wake()

    def set_state(self, message_id: str, state: MessageState) -> None:
        entry = self._entries.find(message_id)
        if entry is not None:
            self._entries.set_state(entry, state)
            self._page.text_changed.emit(entry.index, entry.content)
            self._work.wake()

    def show_facts(self, message_id: str, timings: Timings, usage: Usage | None, skipped_events: int) -> None:
        entry = self._entries.find(message_id)
        if entry is not None:
            entry.timings, entry.usage, entry.skipped = timings, usage, skipped_events
            self._entries.show_notes(entry)
            self._page.text_changed.emit(entry.index, entry.content)
            self._changed()

    def mark_spoken(self, message_id: str, start: int, end: int) -> None:
        self._light.show_sentence(message_id, start, end)

    def mark_word(self, message_id: str, start: int, end: int) -> None:
        self._light.show_word(message_id, start, end)

    def clear_spoken(self) -> None:
        self._light.clear()

    def set_voice_active(self, *, active: bool) -> None:
        self._follower.set_active(active=active)

    def follow_voice(self) -> None:
        self._follower.go_to_voice()

    def show_heard(self, message_id: str, place: int | None) -> None:
        self._heard.set_place(message_id, place)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """``keys`` by action, as a person reads them on this system."""
        self._heard.show_key(keys["repeat"])
        self._to_voice.setToolTip(self.tr("Go to what is being said ({0})").format(keys["voice"]))

    def set_stop_key(self, portable: str) -> None:
        """What the empty page names."""
        self._empty.set_stop_key(portable)

    def set_said(self, *, replies: bool, code: SaidCode) -> None:
        self._empty.set_spoken(spoken=replies)
        self._entries.set_code_said(code if replies else None)
        self._changed()

    def show_image(self, address: str, data: bytes | None) -> None:
        """A picture that was asked for has come; None where it could not be had."""
        self._work.show_image(address, data)

    # What the window calls

    @property
    def find_bar(self) -> FindBar:
        """Where one types what is looked for; made when it is first wanted."""
        if self._find_bar is None:
            from desktop_app.ui.transcript.find_bar import FindBar

            self._find_bar = FindBar(self._page, self)
        return self._find_bar

    @property
    def idle(self) -> bool:
        """All that has arrived is on the page, and no timer runs."""
        return self._work.idle

    def set_colours(self, colours: Colours) -> None:
        """Dresses the page anew, what stands there included; the reading place and the selection stay."""
        self._dressed = True
        self._page.set_colours(colours)
        self._empty.set_colours(colours)
        self._to_end.set_colours(colours)
        self._to_voice.set_colours(colours)
        self._heard.set_colours(colours)
        self._work.wake()

    def set_zoom(self, zoom: float) -> None:
        """1 is the usual size of the letters on the page."""
        self._page.set_zoom(zoom)
        self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        if not self._dressed:
            self.set_colours(LIGHT)
        super().showEvent(event)
        load_parser()
        QTimer.singleShot(0, self, lambda: let_readers_in(self._page))

    # Inside

    def _put_together(self) -> None:
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._page)
        self.setFocusProxy(self._page)
        page = self._page
        page.following_changed.connect(self._show_buttons)
        self._follower.changed.connect(self._show_buttons)
        self._heard.go_on_requested.connect(self.read_from_requested)
        page.menu_requested.connect(self._show_menu)
        page.alt_clicked.connect(self._read_from)
        links = self._links
        page.link_pressed.connect(links.press)
        links.link_activated.connect(self.link_activated)
        links.read_code_requested.connect(self.read_code_requested)
        links.code_copied.connect(self.code_copied)
        links.save_code_requested.connect(self.save_code_requested)
        links.image_requested.connect(self.image_requested)
        links.branch_step_requested.connect(self.branch_step_requested)
        links.step_requested.connect(self.step_requested)
        page.copy_requested.connect(self._copy)
        page.selection_offered.connect(self._offer)
        self._to_end.clicked.connect(page.go_to_end)
        self._to_voice.clicked.connect(self._follower.go_to_voice)

    def _changed(self) -> None:
        """What stands on the page is another, at once."""
        self._page.refresh()
        self._after_change()
        self._work.wake()

    def _after_change(self) -> None:
        """What depends on where the text stands."""
        self._empty.setVisible(not len(self._entries))
        self._light.refresh()

    def _show_buttons(self) -> None:
        """One way at a time: to the voice, where there is one and the reader is not with it; else to the end."""
        self._to_voice.setVisible(self._follower.away)
        self._to_end.setVisible(not (self._page.following or self._page.led or self._follower.away))

    def _copy(self) -> None:
        if (span := self._page.selection) is not None:
            QGuiApplication.clipboard().setMimeData(self._copied(span))

    def _offer(self) -> None:
        clipboard, span = QGuiApplication.clipboard(), self._page.selection
        if clipboard.supportsSelection() and span is not None:
            clipboard.setMimeData(self._copied(span), clipboard.Mode.Selection)

    def _copied(self, span: Span) -> QMimeData:
        from desktop_app.ui.transcript.clipboard import mime_data  # nobody may ever copy

        return mime_data(self._entries, *span)

    def _show_menu(self, place: QPoint | None, on_screen: QPoint) -> None:
        menu = self._menu(place)
        menu.popup(on_screen)

    def _menu(self, place: QPoint | None) -> QMenu:
        """The page's own menu, for the place in the viewport; it deletes itself."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        selected = self._page.selection
        copy = menu.addAction(self.tr("Copy"), self._copy)
        read = menu.addAction(self.tr("Read selection"), self._read)
        copy.setEnabled(selected is not None)
        read.setEnabled(selected is not None)
        entry = self._entry_at(place)
        if entry is not None:
            source, message_id = entry.source, entry.message_id
            if place is not None:
                menu.addAction(self.tr("Read from here"), lambda: self._read_from(place))
            menu.addAction(self.tr("Read message"), lambda: self.read_from_requested.emit(message_id, 0))
            menu.addAction(self.tr("Save sound as…"), lambda: self.sound_requested.emit(message_id))
            menu.addAction(self.tr("Copy message"), lambda: QGuiApplication.clipboard().setText(source))
        link = self._page.link_under(QPointF(place)) if place is not None else None
        if link is not None and (address := safe_address(link.href)):
            menu.addAction(self.tr("Copy link"), lambda: QGuiApplication.clipboard().setText(address))
        return menu

    def _entry_at(self, place: QPoint | None) -> Entry | None:
        if place is None:
            focused = self._page.focused_entry
            return self._entries[focused] if focused is not None else None
        seen = self._page.outlook.at(place.y())
        return seen.entry if seen is not None and seen.top <= place.y() < seen.bottom else None

    def _read_from(self, place: QPoint) -> None:
        """Asks for the message to be read from what stands at the place in the viewport, or next below it."""
        at = self._page.place_at(QPointF(place))
        if at is not None and (start := place_from(self._entries, at)) is not None:
            self.read_from_requested.emit(self._entries[at.entry].message_id, start)

    def _read(self) -> None:
        """Asks for the selection to be read."""
        span = self._page.selection
        if span is not None and (ranges := selected_ranges(self._entries, span)):
            self.read_requested.emit(ranges)


def _shown(messages: Sequence[Message]) -> list[Message]:
    """What a reader sees as messages: a tool's words go to the model."""
    return [message for message in messages if message.role is not Role.TOOL]
