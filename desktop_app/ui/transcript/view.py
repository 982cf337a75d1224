"""The open conversation as a page: messages in, signals out. Satisfies ``presenters.views.TranscriptView``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.messages import Message, MessageState, Role
from desktop_app.domain.usage import Timings, Usage
from desktop_app.ui.transcript.floating_button import FloatingButton
from desktop_app.ui.transcript.looks.colours import LIGHT, Colours
from desktop_app.ui.transcript.page.page import Page
from desktop_app.ui.transcript.page.page_work import PageWork
from desktop_app.ui.transcript.readers.readers import let_readers_in
from desktop_app.ui.transcript.tools.tool_keeper import ToolKeeper
from desktop_app.ui.transcript.view_signals import SIGNALS, ViewSignals
from desktop_app.ui.transcript.voice.heard_marks import HeardMarks
from desktop_app.ui.transcript.voice.spoken_light import SpokenLight
from desktop_app.ui.transcript.voice.voice_follower import VoiceFollower
from desktop_app.ui.transcript.warming import load_parser

if TYPE_CHECKING:
    from desktop_app.domain.message_tree import Siblings
    from desktop_app.domain.prices import Prices
    from desktop_app.domain.search import Term
    from desktop_app.presenters.views import MessageDetails
    from desktop_app.ui.transcript.compositions.composition import Link
    from desktop_app.ui.transcript.empty_page import EmptyPage
    from desktop_app.ui.transcript.find.find_bar import FindBar
    from desktop_app.ui.transcript.find.found_words import FoundWords
    from desktop_app.ui.transcript.own_links import OwnLinks
    from desktop_app.ui.transcript.readers.reading_caret import ReadingCaret
    from desktop_app.ui.transcript.tools.reader_tools import ReaderTools


class TranscriptView(ViewSignals):
    """All setters on the GUI thread. Offsets in signals count code points of the message's source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dressed = False
        self._colours: Colours = LIGHT
        self._page = Page(self)
        self._page.setAccessibleName(self.tr("Transcript"))
        self._entries = self._page.entries
        self._work = PageWork(self._page, self._after_change)
        self._empty_page: EmptyPage | None = None
        self._heard = HeardMarks(self._page)
        self._follower = VoiceFollower(self._page)
        self._light = SpokenLight(self._page, self._follower)
        self._links: OwnLinks | None = None
        self._find_bar: FindBar | None = None
        self._found_words: FoundWords | None = None
        self._reading_caret: ReadingCaret | None = None
        self._keeper = ToolKeeper(self._page, self._pass_on)
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
        self._heard.set_places({message.id: message.heard for message in shown if message.heard is not None})
        self._after_change()

    def show_message(self, message_id: str) -> None:
        """Brings a message of the page into sight from its beginning, and gives it the mark of the keyboard."""
        entry = self._entries.find(message_id)
        if entry is not None:
            self._page.focus_entry(entry.index)
            self._page.show_entry(entry.index)

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

    def show_waiting(self, message_id: str, ahead: int | None) -> None:
        """A streaming message whose request waits in line, with so many before it; None: it waits no more."""
        entry = self._entries.find(message_id)
        if entry is not None:
            entry.ahead = ahead
            self._entries.show_notes(entry)
            self._page.text_changed.emit(entry.index, entry.content)
            self._changed()

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
        self._keeper.show_keys(keys)
        self._heard.show_key(keys["repeat"])
        self._to_voice.setToolTip(self.tr("Go to what is being said ({0})").format(keys["voice"]))

    def set_stop_key(self, portable: str) -> None:
        """What the empty page names."""
        self._empty.set_stop_key(portable)

    def set_temporary(self, *, temporary: bool) -> None:
        """What the empty page says of the conversation that begins on it."""
        self._empty.set_temporary(temporary=temporary)

    def set_said(self, *, replies: bool, code: SaidCode) -> None:
        self._empty.set_spoken(spoken=replies)
        self._entries.set_code_said(code if replies else None)
        self._changed()

    def replace_from(self, message_id: str, messages: Sequence[Message]) -> None:
        """In the place of this message and all behind it come these; what is above stays where it is."""
        index = self._entries.index_of(message_id)
        if index is None:
            for message in messages:
                self.add_message(message)
            return
        shown = _shown(messages)
        gone: dict[str, int | None] = {entry.message_id: None for entry in self._entries.items[index:]}
        self._work.replace_from(index, shown)
        self._heard.set_places(gone | {message.id: message.heard for message in shown})
        self._after_change()

    def show_branches(self, branches: Mapping[str, Siblings]) -> None:
        """The messages on the page that have other versions ("2 of 3"); all others have none."""
        for entry in self._entries.set_choices(branches):
            self._page.text_changed.emit(entry.index, entry.content)
        self._changed()

    def show_details(self, details: MessageDetails) -> None:
        """In a dialog of its own."""
        from desktop_app.ui.transcript.tools.details_dialog import DetailsDialog  # nobody may ever ask

        DetailsDialog(self, details).open()

    def set_prices(self, prices: Prices) -> None:
        """With these the facts line tells what an answer cost; they may come again, changed."""
        self._entries.set_prices(prices)
        for entry in self._entries.those_read:
            self._page.text_changed.emit(entry.index, entry.content)
        self._changed()

    def show_image(self, address: str, data: bytes | None) -> None:
        """A picture that was asked for has come; None where it could not be had."""
        self._work.show_image(address, data)

    def show_found(self, message_id: str, terms: Sequence[Term]) -> None:
        """Brings the message into sight where these words stand in it, and marks them until the reader goes on."""
        if self._found_words is None:
            from desktop_app.ui.transcript.find.found_words import FoundWords

            self._found_words = FoundWords(self._page)
        self._found_words.show(message_id, terms)

    # What the window calls

    @property
    def tools(self) -> ReaderTools:
        """What the reader does with the page's words; made when it is first wanted."""
        return self._keeper.tools

    def do(self, verb: str) -> None:
        """One of ``message_commands.VERBS``, with the message that has the keyboard, or the last in sight."""
        self.tools.commands.do(verb)

    def show_models(self, models: Sequence[str]) -> None:
        """Those an answer can be asked for anew with; asked for by ``models_wanted``."""
        self.tools.commands.models = models

    @property
    def find_bar(self) -> FindBar:
        """Where one types what is looked for; made when it is first wanted."""
        if self._find_bar is None:
            from desktop_app.ui.transcript.find.find_bar import FindBar

            self._find_bar = FindBar(self._page, self)
        return self._find_bar

    @property
    def reading_caret(self) -> ReadingCaret:
        """The caret that the arrow keys move where one wants it."""
        if self._reading_caret is None:
            from desktop_app.ui.transcript.readers.reading_caret import ReadingCaret

            self._reading_caret = ReadingCaret(self._page)
        return self._reading_caret

    @property
    def idle(self) -> bool:
        """All that has arrived is on the page, and no timer runs."""
        return self._work.idle

    def set_colours(self, colours: Colours) -> None:
        """Dresses the page anew, what stands there included; the reading place and the selection stay."""
        self._dressed = True
        self._page.set_colours(colours)
        self._colours = colours
        if self._empty_page is not None:
            self._empty_page.set_colours(colours)
        self._to_end.set_colours(colours)
        self._to_voice.set_colours(colours)
        self._heard.set_colours(colours)
        self._keeper.set_colours(colours)
        self._work.wake()

    def set_zoom(self, zoom: float) -> None:
        """1 is the usual size of the letters on the page."""
        self._page.set_zoom(zoom)
        self._changed()

    def showEvent(self, event: QShowEvent) -> None:
        if not self._dressed:
            self.set_colours(LIGHT)
        super().showEvent(event)
        self._page.after_painting = lambda: QTimer.singleShot(0, self, self._get_ready)

    # Inside

    @property
    def _empty(self) -> EmptyPage:
        """Made when there is something to say on it, or no message to show."""
        if self._empty_page is None:
            from desktop_app.ui.transcript.empty_page import EmptyPage

            self._empty_page = EmptyPage(self)
            self._empty_page.set_colours(self._colours)
            self._empty_page.stackUnder(self._to_end)
            self._empty_page.setVisible(not len(self._entries))
        return self._empty_page

    def _put_together(self) -> None:
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._page)
        self.setFocusProxy(self._page)
        page = self._page
        page.following_changed.connect(self._show_buttons)
        self._follower.changed.connect(self._show_buttons)
        self._heard.go_on_requested.connect(self.read_from_requested)
        page.link_pressed.connect(self._press_link)
        page.image_wanted.connect(self.image_requested)
        self._to_end.clicked.connect(page.go_to_end)
        self._to_voice.clicked.connect(self._follower.go_to_voice)

    def _get_ready(self) -> None:
        """Behind the first picture. A page that begins with messages has loaded the parser by itself, and sooner."""
        load_parser()
        let_readers_in(self._page)

    def _press_link(self, entry: int, piece: int, link: Link) -> None:
        if self._links is None:
            from desktop_app.ui.transcript.own_links import OwnLinks

            self._links = OwnLinks(self._page)
            self._pass_on(self._links)
        self._links.press(entry, piece, link)

    def _pass_on(self, part: QObject) -> None:
        """What the part tells, the view tells: the signals that both have."""
        for name in SIGNALS:
            if (signal := getattr(part, name, None)) is not None:
                signal.connect(getattr(self, name))

    def _changed(self) -> None:
        """What stands on the page is another, at once."""
        self._page.refresh()
        self._after_change()
        self._work.wake()

    def _after_change(self) -> None:
        """What depends on where the text stands."""
        if self._empty_page is not None or (self.isVisible() and not len(self._entries)):
            self._empty.setVisible(not len(self._entries))
        self._light.refresh()

    def _show_buttons(self) -> None:
        """One way at a time: to the voice, where there is one and the reader is not with it; else to the end."""
        self._to_voice.setVisible(self._follower.away)
        self._to_end.setVisible(not (self._page.following or self._page.led or self._follower.away))


def _shown(messages: Sequence[Message]) -> list[Message]:
    """What a reader sees as messages: a tool's words go to the model."""
    return [message for message in messages if message.role is not Role.TOOL]
