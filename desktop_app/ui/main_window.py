"""The window: the side, and the column of header, notices, page, speech bar and composer. It owns no rule.

What the user does leaves as signals; what is shown comes in through the parts' setters. The page's two inhabitants,
the transcript and the first start, are made by the caller's factories when they are first asked for, so that the window
can stand before they do; while the first start is visible the rest of the window is not. The factory also keeps what it
made in the theme.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from desktop_app.domain.choices import Appearance
from desktop_app.ui.actions import MESSAGE_ACTIONS, Where
from desktop_app.ui.column import in_column
from desktop_app.ui.composer import Composer
from desktop_app.ui.frame import Frame
from desktop_app.ui.header import Header
from desktop_app.ui.parts import look
from desktop_app.ui.sidebar.sidebar import Sidebar
from desktop_app.ui.sidebar.verbs import SidebarVerbs
from desktop_app.ui.theme import Theme, ThemeKeeper
from desktop_app.ui.window_actions import WindowActions
from desktop_app.ui.window_place import WindowPlace
from desktop_app.ui.zoom import Zoom

if TYPE_CHECKING:
    from desktop_app.ui.first_start import FirstStartPage
    from desktop_app.ui.notices import Notices
    from desktop_app.ui.search.panel import SearchPanel
    from desktop_app.ui.sound_saving import SoundSaving
    from desktop_app.ui.speech_bar import SpeechBar
    from desktop_app.ui.transcript.view import TranscriptView
    from desktop_app.ui.undo_line import UndoLine

_NAME: Final = "Aloud"
_PAGE_AT: Final = 2  # below header and notices
_LEAST_PAGE: Final = 48  # pixels: in a low window trouble is read before the page is
_OF_THE_CHAT: Final = (
    "sidebar",
    "conversations",
    "archived",
    "new_folder",
    "new_temporary",
    "search",
    "find",
    "find_next",
    "find_previous",
    "caret",
    "message",
    "model_menu",
    "voice_menu",
)
"""What is only there with a conversation on the page, as these actions are."""
_OF_WHAT_IS_MEANT: Final = (
    "rename_conversation",
    "pin_conversation",
    "archive_conversation",
    "move_conversation",
    "delete_conversation",
)
"""What is done with the conversations that are selected in the list, or with the open one."""


class MainWindow(QMainWindow):
    """The parts are its attributes.

    ``close_requested``: the user wants out; the window stays until ``close_for_good``. ``stop_requested`` is the stop
    key (it silences, then stops), ``reply_stop_requested`` the Stop button (it stops both).
    """

    close_requested = Signal()
    new_requested = Signal()
    settings_requested = Signal()
    search_requested = Signal()
    search_made = Signal()
    """``search`` is there from now on."""
    stop_requested = Signal()
    reply_stop_requested = Signal()
    stop_all_requested = Signal()
    hear_next_requested = Signal()
    pause_toggled = Signal()
    previous_requested = Signal()
    next_requested = Signal()
    repeat_requested = Signal()
    undo_requested = Signal()
    pace_stepped = Signal(int)
    """1: faster, -1: slower."""
    volume_stepped = Signal(int)
    """1: louder, -1: more quietly."""
    spoken_replies_switched = Signal()
    appearance_chosen = Signal(object)

    def __init__(
        self,
        keeper: ThemeKeeper,
        make_transcript: Callable[[], TranscriptView],
        make_first_start: Callable[[], FirstStartPage],
    ) -> None:
        super().__init__()
        self._make_transcript, self._make_first_start = make_transcript, make_first_start
        self._keeper = keeper
        self._place = WindowPlace(self)
        self._zoom = Zoom(self)
        self._actions = WindowActions(self)
        self._transcript: TranscriptView | None = None
        self._first_start: FirstStartPage | None = None
        self._undo: UndoLine | None = None
        self._temporary = False
        self.search: SearchPanel | None = None
        """Made when everything is to be searched first."""
        self._more_lines: list[QWidget] = []
        self._closing = False
        self._decided = True
        self.stop_key = "Esc"
        self.sidebar = Sidebar(keeper.theme)
        self.header = Header()
        self._notices: Notices | None = None
        self._saving: SoundSaving | None = None
        self._speech_bar: SpeechBar | None = None
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
            self._transcript.setMinimumHeight(_LEAST_PAGE)
            self._column.insertWidget(_PAGE_AT, self._transcript, 1)
            self._actions.put_into(self._transcript, Where.TRANSCRIPT)
            self._transcript.show_keys(self._actions.keys_shown)
            for part in (self._transcript, self.composer):
                self._zoom.watch(part)
            self._transcript.set_zoom(self._zoom.factor)
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

    @property
    def notices(self) -> Notices:
        """Where trouble is told; made when it is first asked for."""
        if self._notices is None:
            from desktop_app.ui.notices import Notices

            self._notices = Notices()
            self._above_page.put_first(self._notices)
        return self._notices

    @property
    def speech_bar(self) -> SpeechBar:
        """What is being said, above the message box; made when it is first asked for."""
        if self._speech_bar is None:
            from desktop_app.ui.speech_bar import SpeechBar

            bar = self._speech_bar = SpeechBar(self._keeper.theme)
            self._foot.put_first(bar)
            bar.show_keys(self._actions.keys_shown)
            bar.previous_requested.connect(self.previous_requested)
            bar.pause_toggled.connect(self.pause_toggled)
            bar.next_requested.connect(self.next_requested)
            bar.repeat_requested.connect(self.repeat_requested)
        return self._speech_bar

    @property
    def saving(self) -> SoundSaving:
        """Where a sound file is saved to, and how far it has come; made when it is first asked for."""
        if self._saving is None:
            from desktop_app.ui.sound_saving import SoundSaving

            self._saving = SoundSaving()
            self._lines.insertWidget(0, self._saving)
        return self._saving

    @property
    def undo(self) -> UndoLine:
        """The way back from a deletion; made when something is deleted first."""
        if self._undo is None:
            from desktop_app.ui.undo_line import UndoLine

            self._undo = UndoLine()
            self._undo.undo_requested.connect(self.undo_requested)
            self._undo.offered.connect(lambda there: self._actions.enable("undo_deletion", enabled=there))
            self._undo.show_keys(self._actions.keys_shown)
            self._lines.addWidget(self._undo)
        return self._undo

    def add_line(self, line: QWidget) -> None:
        """A calm line below the notices, that is there while something is to be told."""
        self._lines.addWidget(line)
        self._more_lines.append(line)

    def decide_page(self, *, decided: bool) -> None:
        """While it is not known whether the first start or a conversation comes, the page is empty: nothing flashes."""
        self._decided = decided
        self._show_parts()

    def action(self, action_id: str) -> QAction:
        """The action of that row of the table, to be connected by whoever answers it."""
        return self._actions[action_id]

    def set_keys(self, chosen: Mapping[str, str]) -> None:
        """Rebinds the keys, by action in portable text; where none or no possible one is chosen the usual one stays."""
        self._actions.set_keys(chosen)
        shown = self._actions.keys_shown
        for part in (self.sidebar, self.header, self._speech_bar, self.composer, self._transcript, self._undo):
            if part is not None:
                part.show_keys(shown)
        self.stop_key = self._actions.keys["stop"]
        self.composer.set_stop_key(self.stop_key)

    def get_place(self) -> dict[str, object]:
        """Where the window is, how its side stands and how large its text is, as JSON values for ``set_place``."""
        kept = self._place.kept(side=self._frame.side_wanted, side_width=self._frame.side_width)
        return {**kept, "zoom": self._zoom.percent, "recent": self._actions.recent}

    def set_place(self, place: Mapping[str, object]) -> None:
        """Puts the window where it was on these screens; what cannot be read is passed over."""
        here = self._place.restore(place)
        self._frame.want_side(wanted=here.get("side") is not False)
        if isinstance(width := here.get("side_width"), int):
            self._frame.set_side_width(width)
        self._zoom.take(place.get("zoom"))
        self._actions.take_recent(place.get("recent"))

    def come_forward(self) -> None:
        """Also out of the task bar, as large as it was before it went there."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

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
        """Tab goes down the page, whichever part was made first."""
        from desktop_app.ui.tabbing import go_to_next

        return go_to_next(self._parts_down(), self.focusWidget(), forward=forward) or super().focusNextPrevChild(
            forward
        )

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
        self._foot = in_column(self.composer, bottom=20)
        self._column.addWidget(self.header)
        self._above_page = in_column(self._below_notices(), between=0)
        self._column.addWidget(self._above_page)
        self._blank = QWidget()  # holds the page's place until there is one
        self._column.addWidget(self._blank, 1)
        self._column.addWidget(self._foot)
        self._frame = Frame(self.sidebar, page)
        self.setCentralWidget(self._frame)
        self._place.take_usual_size()

    def _below_notices(self) -> QWidget:
        """Where calm lines come and go."""
        held = QWidget()
        self._lines = QVBoxLayout(held)
        self._lines.setContentsMargins(QMargins())
        self._lines.setSpacing(0)
        return held

    def _connect(self) -> None:
        self._frame.side_shown.connect(lambda shown: self.header.show_side(shown=shown))
        self._frame.drawer_opened.connect(self.sidebar.focus_search)
        self.sidebar.search_requested.connect(self._search)
        self._zoom.changed.connect(self._show_zoom)
        self.header.sidebar_requested.connect(self._frame.toggle_side)
        self.header.title_changed.connect(self._show_title)
        self.header.settings_requested.connect(self.settings_requested)
        self.sidebar.new_requested.connect(self.new_requested)
        self.sidebar.settings_requested.connect(self.settings_requested)
        side = self.sidebar
        for done in (side.conversation_chosen, side.new_requested, side.settings_requested, side.actions_requested):
            done.connect(self._frame.put_away)
        self.composer.stop_requested.connect(self.reply_stop_requested)

    def _connect_actions(self) -> None:
        """What the window does by itself or tells; other parts' actions are connected by who makes these parts."""
        self._actions.put_into(self.composer, Where.COMPOSER)
        self._actions.connect(
            {
                "new": self.new_requested.emit,
                "settings": self.settings_requested.emit,
                "search": lambda: self._search(None),
                "find": self._find,
                "caret": self._toggle_caret,
                "find_next": lambda: self.transcript.find_bar.go(forward=True),
                "find_previous": lambda: self.transcript.find_bar.go(forward=False),
                "message": self.composer.focus,
                "attach": self.composer.choose_files,
                "prompts": self.composer.manage_prompts,
                "save_prompt": self.composer.save_prompt,
                "stop": self.stop_requested.emit,
                "stop_all": self.stop_all_requested.emit,
                "hear_next": self.hear_next_requested.emit,
                "running": self.header.running_requested.emit,
                "previous": self.previous_requested.emit,
                "next": self.next_requested.emit,
                "repeat": self.repeat_requested.emit,
                "voice": self._go_to_voice,
                "faster": lambda: self.pace_stepped.emit(1),
                "slower": lambda: self.pace_stepped.emit(-1),
                "louder": lambda: self.volume_stepped.emit(1),
                "quieter": lambda: self.volume_stepped.emit(-1),
                "pause": self.pause_toggled.emit,
                "spoken": self.spoken_replies_switched.emit,
                "model_menu": self.header.open_models,
                "voice_menu": self.header.open_voices,
                "sidebar": self._frame.toggle_side,
                "zoom_in": lambda: self._zoom.step(1),
                "zoom_out": lambda: self._zoom.step(-1),
                "zoom_reset": self._zoom.reset,
                "full_screen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
                "theme": lambda: self.appearance_chosen.emit(_other_than(self._keeper.theme)),
                "theme_system": lambda: self.appearance_chosen.emit(Appearance.SYSTEM),
                "undo_deletion": self.undo_requested.emit,
                "quit": self.close,
            }
        )
        self._actions.connect(SidebarVerbs(self.sidebar, self.header, self._frame.show_side).by_action())
        self._actions.connect({verb: partial(self._do_with_message, verb) for verb in MESSAGE_ACTIONS})
        self.sidebar.actions_requested.connect(self._actions.open_palette)
        self.sidebar.open_changed.connect(lambda _there: self._show_what_is_open())
        self.sidebar.meant_changed.connect(lambda there: self._actions.enable(*_OF_WHAT_IS_MEANT, enabled=there))
        self._actions.enable("save_sound", "export", *_OF_WHAT_IS_MEANT, "undo_deletion", enabled=False)

    def show_temporary(self, *, shown: bool) -> None:
        """The conversation on the page is a temporary one, which is in no list and can be exported all the same."""
        self._temporary = shown
        self._show_what_is_open()

    def _show_what_is_open(self) -> None:
        listed = bool(self.sidebar.open_conversation)
        self._actions.enable("save_sound", enabled=listed)
        self._actions.enable("export", enabled=listed or self._temporary)

    def _do_with_message(self, verb: str) -> None:
        if self._transcript is not None:
            self._transcript.do(verb)

    def _search(self, text: str | None) -> None:
        """``text`` None: with what was looked for last."""
        if self.search is None:
            from desktop_app.ui.search.panel import SearchPanel

            self.search = SearchPanel(self, self._keeper.theme)
            self._keeper.changed.connect(self.search.set_theme)
            self.search.closed.connect(lambda: self.sidebar.name_search(searching=False))
            self.search_made.emit()
        self._frame.put_away()
        self.sidebar.name_search(searching=True)
        self.search.open(text)
        self.search_requested.emit()

    def _find(self) -> None:
        self.transcript.find_bar.open()

    def _toggle_caret(self) -> None:
        self.transcript.reading_caret.toggle()

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
        self._actions.enable(*_OF_THE_CHAT, enabled=chat)
        if chat:
            self.composer.focus()

    def _parts_down(self) -> list[QWidget]:
        """As they stand, those that are there."""
        down = (
            *(*self.sidebar.parts_down, self._frame.handle),
            self.header,
            self._notices,
            self._saving,
            self._undo,
            *self._more_lines,
            self._transcript,
            self._first_start,
            *(self._speech_bar, self.composer),
        )
        return [part for part in down if part is not None]

    def _set_theme(self, theme: Theme) -> None:
        self.sidebar.set_theme(theme)
        if self._speech_bar is not None:
            self._speech_bar.set_theme(theme)

    def _show_zoom(self) -> None:
        self.composer.set_zoom(self._zoom.factor)
        if self._transcript is not None:
            self._transcript.set_zoom(self._zoom.factor)


def _other_than(theme: Theme) -> Appearance:
    return Appearance.LIGHT if theme.dark else Appearance.DARK
