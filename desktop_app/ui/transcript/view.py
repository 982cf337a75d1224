"""The open conversation as a page: messages in, signals out. Satisfies ``presenters.views.TranscriptView``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.messages import Message, MessageState, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.ui.transcript.colouring import CodeColours, restyle
from desktop_app.ui.transcript.colours import LIGHT, Colours
from desktop_app.ui.transcript.document import PageDocument
from desktop_app.ui.transcript.empty_page import EmptyPage
from desktop_app.ui.transcript.floating_button import FloatingButton
from desktop_app.ui.transcript.heard_marks import HeardMarks
from desktop_app.ui.transcript.history import History
from desktop_app.ui.transcript.links import own_action, safe_address
from desktop_app.ui.transcript.looks import Styles
from desktop_app.ui.transcript.page import Page
from desktop_app.ui.transcript.spans import source_range
from desktop_app.ui.transcript.spoken_light import SpokenLight
from desktop_app.ui.transcript.streaming import Streams
from desktop_app.ui.transcript.voice_follower import VoiceFollower
from desktop_app.ui.transcript.warming import load_parser
from desktop_app.ui.transcript.work import FrameWork


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
    step_requested = Signal(str, str)
    """Message id, "continue" or "retry"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dressed = False
        self._page = Page(self)
        self._page.setAccessibleName(self.tr("Transcript"))
        self._messages = PageDocument(self._page.document(), Styles(LIGHT))
        self._work = FrameWork(self._every_frame, self._after_change, self)
        self._streams = Streams(self._messages)
        self._code = CodeColours(self._messages, self._work)
        self._messages.on_code_closed = self._code.add
        self._history = History(self._messages, self._page, self._work)
        self._empty = EmptyPage(self)
        self._empty.hide()
        self._heard = HeardMarks(self._messages, self._page)
        self._follower = VoiceFollower(self._page)
        self._light = SpokenLight(self._messages, self._page, self._follower)
        self._to_end = FloatingButton(
            self.tr("To the end"), self.tr("Go to the newest words ({0})").format("End"), self
        )
        self._to_voice = FloatingButton(self.tr("Back to the voice"), self.tr("Go to what is being said"), self)
        self._put_together()

    # What the presenters call

    def show_messages(self, messages: Sequence[Message]) -> None:
        self._work.drop_jobs()
        self._streams.clear()
        self._code.clear()
        self._light.clear()
        self._heard.clear()
        self._follower.forget()
        self._messages.clear()
        shown = _shown(messages)
        running = next((at for at, one in enumerate(shown) if one.state is MessageState.STREAMING), len(shown))
        for message in shown[running:]:
            self._append(message)
        self._history.open(shown[:running])
        for message in shown:
            if message.heard is not None:
                self._heard.set_place(message.id, message.heard)
        self._page.go_to_end()
        self._after_change()

    def add_message(self, message: Message) -> None:
        if not _shown([message]):
            return
        with self._page.held():
            self._append(message)
        if message.role is Role.USER:
            self._page.go_to_end()
        self._after_change()

    def append_text(self, message_id: str, delta: str) -> None:
        self._streams.append(message_id, delta)
        self._work.wake()

    def set_state(self, message_id: str, state: MessageState) -> None:
        item = self._messages.find(message_id)
        if state is MessageState.STREAMING and item is not None:
            self._history.complete(item)
            self._streams.begin(message_id)
        else:
            self._streams.end(message_id, state)
        self._work.wake()

    def show_facts(self, message_id: str, timings: Timings, usage: Usage | None, skipped_events: int) -> None:
        item = self._messages.find(message_id)
        if item is None:
            return
        item.timings, item.usage, item.skipped = timings, usage, skipped_events
        with self._page.held():
            self._messages.show_notes(item)
        self._after_change()

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
        said = code if replies else None
        if said is not self._messages.code_said:
            with self._page.held():
                self._messages.set_code_said(said)
            self._after_change()

    # What the window calls

    @property
    def idle(self) -> bool:
        """All that has arrived is on the page, and no timer runs."""
        return self._work.idle

    def set_colours(self, colours: Colours) -> None:
        """Dresses the page anew, what stands there included; the reading place and the selection stay."""
        self._dressed = True
        styles = Styles(colours)
        self._messages.writer.styles = styles
        self._page.set_colours(colours)
        self._empty.set_colours(colours)
        self._to_end.set_colours(colours)
        self._to_voice.set_colours(colours)
        self._heard.set_colours(colours)
        if self._messages.items:
            self._messages.writer.restyle_tables()
            self._work.add(restyle(self._messages, self._page, styles))
        self._page.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        if not self._dressed:
            self.set_colours(LIGHT)
        super().showEvent(event)
        load_parser()

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
        page.column_changed.connect(self._fit_column)
        page.near_top.connect(self._history.more)
        page.menu_requested.connect(self._show_menu)
        page.alt_clicked.connect(self._read_from)
        page.anchorClicked.connect(self._follow_link)
        self._to_end.clicked.connect(page.go_to_end)
        self._to_voice.clicked.connect(self._follower.go_to_voice)

    def _every_frame(self) -> bool:
        if self._streams.waiting:
            with self._page.held():
                self._streams.work()
        return self._code.begin_ready() or self._streams.waiting

    def _append(self, message: Message) -> None:
        """Writes a message at the end; an answer comes as if it streamed, since it may be long."""
        item = self._messages.add(message.id, message.role, message.state)
        if item.mine:
            self._messages.write_mine(item, message.text)
            return
        item.usage, item.timings = message.usage, message.timings or Timings()
        self._streams.begin(message.id)
        self._streams.append(message.id, message.text)
        if message.state is not MessageState.STREAMING:
            self._streams.end(message.id, message.state)
        self._streams.work()

    def _after_change(self) -> None:
        """What depends on where the text stands."""
        self._empty.setVisible(not self._messages.items)
        self._page.painter.caret = self._streams.caret()
        self._light.refresh()
        self._heard.refresh()
        if self._streams.waiting:
            self._work.wake()

    def _show_buttons(self) -> None:
        """One way at a time: to the voice, where there is one and the reader is not with it; else to the end."""
        self._to_voice.setVisible(self._follower.away)
        self._to_end.setVisible(not (self._page.following or self._page.led or self._follower.away))

    def _fit_column(self, column: int) -> None:
        self._messages.set_column(column)
        self._after_change()

    def _follow_link(self, url: QUrl) -> None:
        href = url.toString()
        own = own_action(href)
        if own is None:
            if address := safe_address(href):
                self.link_activated.emit(address)
        elif own.verb in {"read", "copy"}:
            self._on_code(own.verb, own.message_id, own.start)
        else:
            self.step_requested.emit(own.message_id, own.verb)

    def _on_code(self, verb: str, message_id: str, start: int) -> None:
        item = self._messages.find(message_id)
        pieces = item.pieces if item else []
        block = next((piece.block for piece in pieces if piece.head and piece.block.start == start), None)
        if block is None:
            return
        if verb == "read":
            self.read_code_requested.emit(message_id, block.start, block.end)
        else:
            QGuiApplication.clipboard().setText(block.text)
            self.code_copied.emit()

    def _show_menu(self, place: QPoint, on_screen: QPoint) -> None:
        menu = self._menu(place)
        menu.popup(on_screen)

    def _menu(self, place: QPoint) -> QMenu:
        """The page's own menu, for the place in the viewport; it deletes itself."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        selected = self._page.textCursor()
        item = self._messages.item_at(self._page.cursorForPosition(place).position())
        copy = menu.addAction(self.tr("Copy"), self._page.copy)
        read = menu.addAction(self.tr("Read selection"), lambda: self._read(selected))
        copy.setEnabled(selected.hasSelection())
        read.setEnabled(selected.hasSelection())
        if item is not None:
            source, message_id = item.source, item.message_id
            menu.addAction(self.tr("Read from here"), lambda: self._read_from(place))
            menu.addAction(self.tr("Read message"), lambda: self.read_from_requested.emit(message_id, 0))
            menu.addAction(self.tr("Save sound as…"), lambda: self.sound_requested.emit(message_id))
            menu.addAction(self.tr("Copy message"), lambda: QGuiApplication.clipboard().setText(source))
        if address := safe_address(self._page.anchorAt(place)):
            menu.addAction(self.tr("Copy link"), lambda: QGuiApplication.clipboard().setText(address))
        return menu

    def _read_from(self, place: QPoint) -> None:
        """Asks for the message to be read from what stands at the place in the viewport, or next below it."""
        position = self._page.cursorForPosition(place).position()
        item = self._messages.item_at(position)
        found = source_range(self._messages, item, position, item.start + item.length) if item else None
        if item is not None and found:
            self.read_from_requested.emit(item.message_id, found[0])

    def _read(self, selected: QTextCursor) -> None:
        """Asks for the selection to be read."""
        start, end = selected.selectionStart(), selected.selectionEnd()
        items = [item for item in self._messages.items if item.start < end and item.start + item.length > start]
        ranges = [(item, source_range(self._messages, item, start, end)) for item in items]
        if pieces := tuple((item.message_id, *found) for item, found in ranges if found):
            self.read_requested.emit(pieces)


def _shown(messages: Sequence[Message]) -> list[Message]:
    """What a reader sees as messages: a tool's words go to the model."""
    return [message for message in messages if message.role is not Role.TOOL]
