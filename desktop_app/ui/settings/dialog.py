"""The settings dialog: a list of pages, the page, Cancel and OK.

It edits a copy. Only OK hands out new settings, and only while every page is without a problem. A typed key is in the
field and in the one signal that takes it away; when the dialog closes, the field is empty.

The pages are imported when the first dialog is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.choices import ChatSource
from desktop_app.ui import parts
from desktop_app.ui.settings.page_list import PageList

if TYPE_CHECKING:
    from desktop_app.domain.choices import LanguageVoice
    from desktop_app.domain.errors import UserError
    from desktop_app.domain.settings import Settings
    from desktop_app.presenters.views import KeyStatus, SettingsPage, VoiceChoice

_SIZE = QSize(860, 640)
_SMALLEST = QSize(520, 400)
_SIDE_WIDTH = 196


class SettingsDialog(QDialog):
    """Satisfies ``presenters.views.SettingsView``.

    An address is always tidy, a typed key is empty where the kept one shall be used, and a marked key is asked to be
    removed only after OK, before ``accepted_settings(Settings, str | None)``.
    """

    accepted_settings = Signal(object, object)
    cancelled = Signal()
    key_test_requested = Signal(str, str)
    key_remove_requested = Signal(str)
    models_requested = Signal(str, str)
    voices_requested = Signal(object)
    try_requested = Signal(object, str)
    language_try_requested = Signal(object, str, str)
    """As ``try_requested``, with the language in which the voice shall be heard."""
    try_stopped = Signal()
    url_changed = Signal(str)
    devices_requested = Signal()
    due_requested = Signal(int, bool)
    """How many conversations are older than so many days, sorted ones spared or not, is to be told by ``show_due``."""
    backup_requested = Signal()
    restore_requested = Signal()
    delete_all_requested = Signal()
    kept_sound_requested = Signal()
    """How much of it there is shall be told by ``show_kept_sound``."""
    kept_sound_remove_requested = Signal()
    global_key_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        from desktop_app.ui.settings.general_page import GeneralPage
        from desktop_app.ui.settings.history_page import HistoryPage
        from desktop_app.ui.settings.keys_page import KeysPage
        from desktop_app.ui.settings.languages_page import LanguagesPage
        from desktop_app.ui.settings.notifications_page import NotificationsPage
        from desktop_app.ui.settings.said_page import SaidPage
        from desktop_app.ui.settings.server_page import ServerPage
        from desktop_app.ui.settings.voice_page import VoicePage

        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAccessibleName(self.tr("Settings"))
        self._settings: Settings | None = None
        self._asked_for_models = False
        self.general, self.history = GeneralPage(), HistoryPage()
        self.server, self.voice = ServerPage(), VoicePage()
        self.languages, self.said = LanguagesPage(), SaidPage()
        self.notifications, self.keys = NotificationsPage(), KeysPage()
        self._pages = (
            *(self.general, self.history, self.server, self.voice, self.languages, self.said),
            *(self.notifications, self.keys),
        )
        self._list = PageList()
        self._stack = QStackedWidget()
        self._buttons = QHBoxLayout()
        self._problem = parts.label("", "trouble", wrap=True)
        self._cancel = parts.button(self.tr("Cancel"), tip=self.tr("Closes and changes nothing (Esc)"))
        self._ok = parts.button(self.tr("OK"), "primary", tip=self.tr("Applies all of it"))
        self._lay_out()
        self._connect()
        self.setMinimumSize(_SMALLEST)
        self.resize(_SIZE)

    def open_with(self, settings: Settings, voices: Sequence[VoiceChoice], devices: Sequence[str]) -> None:
        """Fills every field and opens. One that is open already comes to the front with what was changed in it."""
        if self.isVisible():
            self.raise_()
            self.activateWindow()
            return
        self._settings = settings
        self._asked_for_models = False
        self.general.fill(settings)
        self.history.fill(settings)
        self.server.fill(settings)
        self.voice.fill(settings, voices, devices)
        self.languages.fill(settings, voices, self.voice.server_name)
        self.said.fill(settings)
        self.notifications.fill(settings)
        self.keys.fill(settings)
        self._fit_the_screen()
        self._check()
        self.open()
        self._page_shown(self._list.currentRow())
        self.kept_sound_requested.emit()
        self.global_key_chosen.emit(settings.global_key)

    def show_page(self, page: QWidget) -> None:
        """Brings one of the pages to the front: ``general``, ``history``, ``server`` and so on."""
        self._list.setCurrentRow(self._stack.indexOf(page))

    def turn_to(self, page: SettingsPage) -> None:
        pages = {"server": self.server, "voice": self.voice, "keys": self.keys, "notifications": self.notifications}
        self.show_page(pages[page])

    def show_models(self, models: Sequence[str], error: UserError | None) -> None:
        self.server.show_models(models, error)

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None:
        self.voice.show_voices(voices)
        self.languages.show_voices(voices)

    def show_devices(self, devices: Sequence[str]) -> None:
        self.voice.device.show_devices(devices)

    def show_global_key(self, error: UserError | None) -> None:
        self.keys.show_global_key(error)

    def show_kept_sound(self, used: int) -> None:
        self.history.kept_sound.show_used(used)

    def show_due(self, conversations: int, archived: int) -> None:
        self.history.keeping.show_due(conversations, archived)

    def show_key(self, status: KeyStatus) -> None:
        self.server.show_key(status)

    def show_trial(self, *, playing: bool, error: UserError | None) -> None:
        (self.languages if self.languages.is_playing() else self.voice).show_trial(playing=playing, error=error)
        self._check()

    def accept(self) -> None:
        if self._first_problem():
            return
        settings = self._draft()
        typed_key = self.server.key.typed() or None
        removed = self.server.key.marked_for_removal()
        silent = self.history.kept_sound.marked_for_removal()
        super().accept()
        if silent:
            self.kept_sound_remove_requested.emit()
        for url in removed:
            self.key_remove_requested.emit(url)
        self.accepted_settings.emit(settings, typed_key)

    def reject(self) -> None:
        super().reject()
        self.cancelled.emit()

    def done(self, result: int) -> None:
        """However it closes: the trial is silenced and the typed key forgotten."""
        if self.voice.is_playing() or self.languages.is_playing():
            self.try_stopped.emit()
        self.keys.stop_recording()
        self.server.forget()
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is OK; QDialog's own way would press Cancel or nothing, for no button here is automatic."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~_KEYPAD:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton | QToolButton):
                focused.click()
            else:
                self._ok.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self._pages[self._stack.currentIndex()].side_margin()
        self._buttons.setContentsMargins(side, 12, side, 20)

    def _draft(self) -> Settings:
        """The settings as the pages have them; only to be asked while there is no problem."""
        if self._settings is None:
            raise RuntimeError("the dialog has not been filled")
        values: dict[str, object] = {}
        for page in self._pages:
            values |= page.values()
        return self._settings.changed(values)

    def _first_problem(self) -> str:
        """Of the pages, with the page's name; on the page it stands below its field."""
        return next((f"{page.title()}: {page.problem()}" for page in self._pages if page.problem()), "")

    def _check(self) -> None:
        problem = self._first_problem()
        self._ok.setEnabled(not problem)
        self.voice.try_button.setEnabled(not problem or self.voice.is_playing())
        self.languages.enable_trials(enabled=not problem)
        self._problem.setText("" if self._pages[self._stack.currentIndex()].problem() else problem)

    def _page_shown(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        page = self._stack.currentWidget()
        self.languages.show_source(self.voice.chosen_source())
        self._check()
        if not self.isVisible():
            return
        if page is self.voice:
            self.devices_requested.emit()
        if page is self.server and not self._asked_for_models and self.server.source.value() == ChatSource.SERVER:
            self._asked_for_models = True
            self.server.ask_for_models()  # with the kept key: a typed one is sent on request only

    def _url_changed(self, url: str) -> None:
        self.voice.set_server(url)
        self.languages.set_server(self.voice.server_name)
        self.url_changed.emit(url)

    def _try_voice(self) -> None:
        self.languages.show_trial(playing=False, error=None)
        self.try_requested.emit(self._draft(), self.server.key.typed())

    def _try_language(self, voice: LanguageVoice) -> None:
        if self.voice.is_playing():
            self.voice.show_trial(playing=False, error=None)
        draft = self._draft().changed({"speech_source": voice.source, "voice": voice.voice})
        self.language_try_requested.emit(draft, self.server.key.typed(), voice.language)

    def _lay_out(self) -> None:
        side = QWidget()
        parts.look(side, "side")
        side.setFixedWidth(_SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 16)
        column.addWidget(self._list)
        self._list.setAccessibleName(self.tr("Settings pages"))
        for page in self._pages:
            self._list.add_page(page.title())
            self._stack.addWidget(page)
        self._list.setCurrentRow(0)
        buttons = self._buttons
        buttons.setSpacing(8)
        buttons.addWidget(self._problem, stretch=1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._ok)
        for button in (self._cancel, self._ok):
            button.setMinimumHeight(36)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, stretch=1)
        right.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(parts.line(vertical=True))
        whole.addLayout(right, stretch=1)

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._page_shown)
        for page in self._pages:
            page.changed.connect(self._check)
        self.history.keeping.due_requested.connect(self.due_requested)
        self.history.backup.clicked.connect(self.backup_requested)
        self.history.restore.clicked.connect(self.restore_requested)
        self.history.delete_all.clicked.connect(self.delete_all_requested)
        self._cancel.clicked.connect(self.reject)
        self._ok.clicked.connect(self.accept)
        self.server.url_changed.connect(self._url_changed)
        self.server.key_test_requested.connect(self.key_test_requested)
        self.server.models_requested.connect(self.models_requested)
        self.voice.voices_requested.connect(self.voices_requested)
        self.voice.device.wanted.connect(self.devices_requested)
        self.keys.global_key_chosen.connect(self.global_key_chosen)
        self.voice.try_requested.connect(self._try_voice)
        self.languages.try_requested.connect(self._try_language)
        self.languages.try_stopped.connect(self.try_stopped)
        self.voice.try_stopped.connect(self.try_stopped)

    def _fit_the_screen(self) -> None:
        """As large as it was left, if there is room for it."""
        self.resize(self.size().boundedTo(self.screen().availableSize()))


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
