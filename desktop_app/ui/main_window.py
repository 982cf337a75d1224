"""The window: the side, and the column of header, notices, page, speech bar and composer. It owns no rule.

What the user does leaves as signals; what is shown comes in through the parts' setters. The page's two inhabitants,
the transcript and the first start, are made by the caller's factories when they are first asked for, so that the window
can stand before they do; while the first start is visible the rest of the window is not. The factory also keeps what it
made in the theme.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QMargins, QObject, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.ui.actions import ACTIONS, build_actions, default_key, key_sequence, key_text, keys_in_force
from desktop_app.ui.column import in_column
from desktop_app.ui.composer import Composer
from desktop_app.ui.frame import Frame
from desktop_app.ui.header import Header
from desktop_app.ui.notices import Notices
from desktop_app.ui.parts import controls_of, look
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.sound_saving import SoundSaving
from desktop_app.ui.speech_bar import SpeechBar
from desktop_app.ui.theme import Theme, ThemeKeeper

if TYPE_CHECKING:
    from desktop_app.ui.first_start import FirstStartPage
    from desktop_app.ui.transcript.view import TranscriptView

_NAME: Final = "Aloud"
_SIZE: Final = (1280, 820)
_PAGE_AT: Final = 2  # below header and notices


class MainWindow(QMainWindow):
    """The parts are its attributes.

    ``close_requested``: the user wants out; the window stays until ``close_for_good``. ``stop_requested`` is the stop
    key (it silences, then stops), ``reply_stop_requested`` the Stop button (it stops both).
    """

    close_requested = Signal()
    new_requested = Signal()
    settings_requested = Signal()
    search_requested = Signal()
    stop_requested = Signal()
    reply_stop_requested = Signal()
    pause_toggled = Signal()
    previous_requested = Signal()
    next_requested = Signal()
    repeat_requested = Signal()
    pace_stepped = Signal(int)
    """1: faster, -1: slower."""
    volume_stepped = Signal(int)
    """1: louder, -1: more quietly."""

    def __init__(
        self,
        keeper: ThemeKeeper,
        make_transcript: Callable[[], TranscriptView],
        make_first_start: Callable[[], FirstStartPage],
    ) -> None:
        super().__init__()
        self._make_transcript, self._make_first_start = make_transcript, make_first_start
        self._transcript: TranscriptView | None = None
        self._first_start: FirstStartPage | None = None
        self._closing = False
        self._decided = True
        self._keys_shown = {spec.id: default_key(spec.id) for spec in ACTIONS}
        self.stop_key = "Esc"
        self.sidebar = Sidebar(keeper.theme)
        self.header = Header()
        self.notices = Notices()
        self.saving = SoundSaving()
        self.speech_bar = SpeechBar(keeper.theme)
        self.composer = Composer()
        self.setWindowTitle(_NAME)
        self._lay_out()
        self._connect()
        self._connect_actions()
        keeper.changed.connect(self._set_theme)
        self.composer.focus()

    @property
    def transcript(self) -> TranscriptView:
        """The open conversation; made when it is first asked for."""
        if self._transcript is None:
            self._transcript = self._make_transcript()
            self._column.insertWidget(_PAGE_AT, self._transcript, 1)
            self._transcript.addAction(self._actions["pause"])
            self._transcript.show_keys(self._keys_shown)
            self._show_parts()
        return self._transcript

    @property
    def first_start(self) -> FirstStartPage:
        """The page before anything is chosen; made, hidden, when it is first asked for."""
        if self._first_start is None:
            self._first_start = self._make_first_start()
            self._first_start.hide()
            self._column.insertWidget(_PAGE_AT, self._first_start, 1)
            self._first_start.installEventFilter(self)
        return self._first_start

    def decide_page(self, *, decided: bool) -> None:
        """While it is not known whether the first start or a conversation comes, the page is empty: nothing flashes."""
        self._decided = decided
        self._show_parts()

    def set_keys(self, chosen: Mapping[str, str]) -> None:
        """Rebinds the keys, by action in portable text; where none or no possible one is chosen the usual one stays."""
        keys = keys_in_force(chosen)
        for action_id, key in keys.items():
            self._actions[action_id].setShortcut(key_sequence(key))
        shown = {action_id: key_text(key) for action_id, key in keys.items()}
        for part in (self.sidebar, self.header, self.speech_bar):
            part.show_keys(shown)
        self._keys_shown = shown
        if self._transcript is not None:
            self._transcript.show_keys(shown)
        self.composer.set_stop_key(keys["stop"])
        self.stop_key = keys["stop"]

    def get_place(self) -> dict[str, object]:
        """Where the window is and whether its side is wanted, as JSON values for ``set_place``."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        return {"geometry": geometry, "side": self._frame.side_wanted}

    def set_place(self, place: Mapping[str, object]) -> None:
        """Puts the window where it was; what cannot be read is passed over."""
        geometry = place.get("geometry")
        if not isinstance(geometry, str) or not self.restoreGeometry(QByteArray.fromBase64(geometry.encode())):
            self._take_usual_size()
        self._frame.want_side(wanted=place.get("side") is not False)

    def close_for_good(self) -> None:
        """The end of an orderly stop: now the window closes."""
        self._closing = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing:
            event.accept()
        else:
            event.ignore()
            self.close_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # The parts learn their sizes when they are shown; laid out now, no first picture shows them squeezed.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.composer.fit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt calls it
        """Tab goes down the page, whichever part was made first; put in order no sooner than somebody presses it."""
        self._order_tabs()
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._first_start and event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._show_parts()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        page = QWidget()
        look(page, "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(0)
        self._foot = in_column(self.speech_bar, self.composer, bottom=20)
        self._column.addWidget(self.header)
        self._column.addWidget(in_column(self.notices, self.saving))
        self._blank = QWidget()  # holds the page's place until there is one
        self._column.addWidget(self._blank, 1)
        self._column.addWidget(self._foot)
        self._frame = Frame(self.sidebar, page)
        self.setCentralWidget(self._frame)
        self._take_usual_size()

    def _take_usual_size(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def _connect(self) -> None:
        self._frame.side_hidden.connect(lambda hidden: self.header.show_sidebar_button(visible=hidden))
        self.header.sidebar_requested.connect(self._frame.toggle_side)
        self.header.title_changed.connect(self._show_title)
        self.header.settings_requested.connect(self.settings_requested)
        self.sidebar.new_requested.connect(self.new_requested)
        self.sidebar.settings_requested.connect(self.settings_requested)
        for done in (self.sidebar.conversation_chosen, self.sidebar.new_requested, self.sidebar.settings_requested):
            done.connect(self._frame.put_away)
        self.composer.stop_requested.connect(self.reply_stop_requested)
        self.speech_bar.previous_requested.connect(self.previous_requested)
        self.speech_bar.pause_toggled.connect(self.pause_toggled)
        self.speech_bar.next_requested.connect(self.next_requested)
        self.speech_bar.repeat_requested.connect(self.repeat_requested)

    def _connect_actions(self) -> None:
        self._actions = build_actions(self)
        does: dict[str, Callable[[], object]] = {
            "new": self.new_requested.emit,
            "settings": self.settings_requested.emit,
            "search": self._search,
            "message": self.composer.focus,
            "stop": self.stop_requested.emit,
            "previous": self.previous_requested.emit,
            "next": self.next_requested.emit,
            "repeat": self.repeat_requested.emit,
            "voice": self._go_to_voice,
            "faster": lambda: self.pace_stepped.emit(1),
            "slower": lambda: self.pace_stepped.emit(-1),
            "louder": lambda: self.volume_stepped.emit(1),
            "quieter": lambda: self.volume_stepped.emit(-1),
            "pause": self.pause_toggled.emit,
            "sidebar": self._frame.toggle_side,
            "quit": self.close,
        }
        for name, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, do=does[name]: do())

    def _search(self) -> None:
        self._frame.show_side()
        self.sidebar.focus_search()
        self.search_requested.emit()

    def _go_to_voice(self) -> None:
        if self._transcript is not None:
            self._transcript.follow_voice()

    def _show_title(self, title: str) -> None:
        self.setWindowTitle(f"{title} — {_NAME}" if title else _NAME)

    def _show_parts(self) -> None:
        first = self._first_start is not None and not self._first_start.isHidden()
        chat = not first and self._decided
        self._blank.setVisible(not first and (self._transcript is None or not self._decided))
        for part in (self.header, self._foot, self._transcript):
            if part is not None:
                part.setVisible(chat)
        self._frame.allow_side(allowed=chat)
        if chat:
            self.composer.focus()

    def _order_tabs(self) -> None:
        down = (self.sidebar, self.header, self.notices, self.saving, self._transcript, self._first_start, self._foot)
        controls = [control for part in down if part is not None for control in controls_of(part)]
        for before, after in pairwise(controls):
            self.setTabOrder(before, after)

    def _set_theme(self, theme: Theme) -> None:
        self.sidebar.set_theme(theme)
        self.speech_bar.set_theme(theme)
