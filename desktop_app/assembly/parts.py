"""The composition root: every object behind the window, built and given what it needs."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence

from desktop_app.assembly.exchanging import Exchanging
from desktop_app.assembly.listing import Listing
from desktop_app.assembly.running import Running
from desktop_app.assembly.safekeeping import Safekeeping
from desktop_app.assembly.searching import Searching
from desktop_app.assembly.telling import Telling
from desktop_app.assembly.writing import Writing
from desktop_app.chat.chat_completions import ChatCompletions
from desktop_app.chat.demo import DemoProvider
from desktop_app.chat.discovery import find_servers
from desktop_app.chat.openai_client import OpenAIClient
from desktop_app.chat.provider import ChatProvider
from desktop_app.chat.remote_picture import fetch as fetch_picture
from desktop_app.control.global_key import GlobalKey
from desktop_app.control.screen_reader import wants_notifications
from desktop_app.control.server import ControlServer
from desktop_app.domain.credentials import split_address
from desktop_app.domain.said import WhatIsSaid
from desktop_app.domain.settings import OPENAI_URL, Settings, tidy_url
from desktop_app.observe import log
from desktop_app.observe.events import EventLog
from desktop_app.presenters.choices import ChoicesPresenter
from desktop_app.presenters.code_file import CodeFilePresenter
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.conversation import ConversationPresenter, Screen
from desktop_app.presenters.deletions import Deletions
from desktop_app.presenters.device import DevicePresenter
from desktop_app.presenters.first_start import FirstStartPresenter
from desktop_app.presenters.global_key import GlobalKeyPresenter
from desktop_app.presenters.heard_marks import HeardMarks
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.message_actions import MessageActions
from desktop_app.presenters.pace import PacePresenter
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.read_out import ReadOut
from desktop_app.presenters.readings import Readings
from desktop_app.presenters.remote_pictures import RemotePictures
from desktop_app.presenters.selections import SelectionReader
from desktop_app.presenters.settings import SettingsPresenter
from desktop_app.presenters.sound_file import SoundFilePresenter
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.views import FoundServer, SettingsView, VoiceChoice
from desktop_app.presenters.voice import VoicePresenter, speech_options
from desktop_app.presenters.work import WorkList
from desktop_app.speech.worker import SpeechWorker
from desktop_app.storage import plain_file
from desktop_app.storage.branches import Branches
from desktop_app.storage.history import History
from desktop_app.storage.kept_sound.index import HistoryIndex
from desktop_app.storage.keys import KeyStore
from desktop_app.storage.paths import Profile
from desktop_app.ui.announcing import Announcer
from desktop_app.ui.code_saving import CodeSaving
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper

logger = logging.getLogger(__name__)


class Parts:
    """The program behind its window: what stands here can be seen by an errand, such as the self-test."""

    def __init__(
        self,
        window: MainWindow,
        keeper: ThemeKeeper,
        profile: Profile,
        control: ControlServer,
        history: History,
        preferences: Preferences,
        tasks: Tasks,
        events: EventLog,
    ) -> None:
        self.window = window
        self.keeper = keeper
        self.profile = profile
        self.control = control
        self.history = history
        self.preferences = preferences
        self.tasks = tasks
        self.events = events
        self.works = WorkList()
        self.keys = KeyStore(environ=os.environ, on_secret=log.redact)
        self.connection = Connection(self.keys, _server_provider, DemoProvider)
        index = HistoryIndex(profile.history, history.offer)
        self.kept = KeptSpeech(profile.audio, preferences, self._conversation_of, index)
        self.worker = SpeechWorker(speech_options(preferences.current, None), self.kept)
        self.voice = VoicePresenter(self.worker, self.connection, preferences, tasks)
        self.pace = PacePresenter(self.worker, window.speech_bar, preferences)
        self.voices: Sequence[VoiceChoice] = ()
        self.speech = SpeechPresenter(self.worker, window.transcript, window.speech_bar, window.notices)
        self.device = DevicePresenter(window.notices)
        self.speech.kept = self.kept
        self.speech.what_is_said = lambda: WhatIsSaid.of(preferences.current)
        self.turns = self._make_turns()
        self.turns.everywhere.append(self._make_read_out())
        self.conversation = self._make_conversation()
        self.heard = self._make_heard()
        self.writing = Writing(window, conversation=self.conversation, turns=self.turns, history=history, tasks=tasks)
        self.deletions = Deletions(lambda: window.undo, Branches(history), tasks)
        self.message_actions = self._make_message_actions()
        self.selections = SelectionReader(self.conversation, self.speech)
        self.listing = self._make_listing()
        self.sidebar = self.listing.sidebar
        self.searching = self._make_searching()
        self.telling = self._make_telling()
        self.running = self._make_running()
        self.exchanging = self._make_exchanging()
        self.safekeeping = self._make_safekeeping()
        self.sound_file = self._make_sound_file()
        self.choices = self._make_choices()
        self.first_start = self._make_first_start()
        self.settings = self._make_settings()
        self.code_saving = CodeSaving(window)
        self.code_file = CodeFilePresenter(self.code_saving, window.notices, save_text=plain_file.save, tasks=tasks)
        self.pictures = self._make_pictures()
        self.global_key = GlobalKeyPresenter(GlobalKey(self.speech.silence), window.notices, preferences, tasks)

    def _make_conversation(self) -> ConversationPresenter:
        window = self.window
        return ConversationPresenter(
            Screen(window.transcript, window.composer, window.header, window.notices),
            turns=self.turns,
            speech=self.speech,
            readings=Readings(self.speech, window.transcript),
            history=self.history,
            tasks=self.tasks,
        )

    def _make_read_out(self) -> ReadOut:
        return ReadOut(
            Announcer(self.window.transcript),
            wants_notifications=wants_notifications,
            tasks=self.tasks,
            what_is_said=self.speech.what_is_said,
            shown=lambda: self.conversation.open_id,
        )

    def _make_message_actions(self) -> MessageActions:
        return MessageActions(
            self.window.transcript,
            conversation=self.conversation,
            turns=self.turns,
            deletions=self.deletions,
            history=self.history,
            forget_sound=self.kept.forget_messages,
            preferences=self.preferences,
            tasks=self.tasks,
        )

    def _make_heard(self) -> HeardMarks:
        return HeardMarks(
            self.window.transcript,
            conversation=self.conversation,
            speech=self.speech,
            history=self.history,
            tasks=self.tasks,
        )

    def _make_exchanging(self) -> Exchanging:
        return Exchanging(
            self.window,
            conversation=self.conversation,
            history=self.history,
            history_file=self.profile.history,
            kept=self.kept,
            works=self.works,
            tasks=self.tasks,
            reload_list=self.sidebar.reload,
            draft_came=self.writing.drafts.look_again,
            deleted=lambda: self.sidebar.hidden,
        )

    def _make_pictures(self) -> RemotePictures:
        return RemotePictures(
            self.window.transcript,
            self.window.notices,
            fetch=fetch_picture,
            preferences=self.preferences,
            tasks=self.tasks,
        )

    def _make_searching(self) -> Searching:
        return Searching(
            self.window,
            profile=self.profile,
            conversation=self.conversation,
            sidebar=self.sidebar,
            actions=self.message_actions,
            history=self.history,
            tasks=self.tasks,
        )

    def _make_listing(self) -> Listing:
        return Listing(
            self.window,
            conversation=self.conversation,
            turns=self.turns,
            deletions=self.deletions,
            history=self.history,
            kept=self.kept,
            connection=self.connection,
            preferences=self.preferences,
            works=self.works,
            tasks=self.tasks,
        )

    def _make_safekeeping(self) -> Safekeeping:
        return Safekeeping(
            self.window,
            profile=self.profile,
            history=self.history,
            conversation=self.conversation,
            speech=self.speech,
            sidebar=self.sidebar,
            writing=self.writing,
            deletions=self.deletions,
            kept=self.kept,
            works=self.works,
            preferences=self.preferences,
            tasks=self.tasks,
            make_way=self.exchanging.importing.make_way,
        )

    def _make_running(self) -> Running:
        return Running(
            self.window,
            self.works,
            conversation=self.conversation,
            speech=self.speech,
            turns=self.turns,
            connection=self.connection,
            history=self.history,
            preferences=self.preferences,
            tasks=self.tasks,
        )

    def _make_turns(self) -> Turns:
        return Turns(
            speech=self.speech,
            history=self.history,
            connection=self.connection,
            preferences=self.preferences,
            events=self.events,
            tasks=self.tasks,
        )

    def _make_telling(self) -> Telling:
        return Telling(
            self.window,
            conversation=self.conversation,
            turns=self.turns,
            history=self.history,
            preferences=self.preferences,
            tasks=self.tasks,
        )

    def _make_sound_file(self) -> SoundFilePresenter:
        return SoundFilePresenter(
            self.window.saving,
            self.window.notices,
            conversation=self.conversation,
            history=self.history,
            kept=self.kept,
            connection=self.connection,
            preferences=self.preferences,
            tasks=self.tasks,
            works=self.works,
        )

    def _make_choices(self) -> ChoicesPresenter:
        return ChoicesPresenter(
            self.window.header,
            self.window.composer,
            self.window.transcript,
            connection=self.connection,
            preferences=self.preferences,
            voices=lambda: self.voices,
            tasks=self.tasks,
        )

    def _make_first_start(self) -> FirstStartPresenter:
        return FirstStartPresenter(
            self.window.first_start,
            self.window.notices,
            connection=self.connection,
            keys=self.keys,
            preferences=self.preferences,
            search=_find_servers,
            key_url=environment_url(),
            tasks=self.tasks,
        )

    def _make_settings(self) -> SettingsPresenter:
        return SettingsPresenter(
            self._make_settings_dialog,
            self.window.notices,
            connection=self.connection,
            keys=self.keys,
            preferences=self.preferences,
            trial=self.worker,
            voices=lambda: self.voices,
            tasks=self.tasks,
        )

    def _make_settings_dialog(self) -> SettingsView:
        from desktop_app.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self.window)
        dialog.accepted_settings.connect(self.settings.accept)
        dialog.key_test_requested.connect(self.settings.test_key)
        dialog.key_remove_requested.connect(self.settings.remove_key)
        dialog.models_requested.connect(self.settings.list_models)
        dialog.try_requested.connect(self.speech.silence)  # one voice at a time, and the page knows of it
        dialog.try_requested.connect(self.settings.try_voice)
        dialog.language_try_requested.connect(self.speech.silence)
        dialog.language_try_requested.connect(self.settings.try_voice)
        dialog.try_stopped.connect(self.settings.stop_trial)
        dialog.url_changed.connect(self.settings.show_key)
        dialog.devices_requested.connect(self.worker.refresh_devices)
        self.safekeeping.connect_settings(dialog)
        dialog.kept_sound_requested.connect(self._measure_kept_sound)
        dialog.kept_sound_remove_requested.connect(self._remove_kept_sound)
        dialog.voices_requested.connect(lambda _source: dialog.show_voices(self.voices))
        dialog.global_key_chosen.connect(self.global_key.judge)
        self.global_key.on_verdict = dialog.show_global_key
        return dialog

    def _measure_kept_sound(self) -> None:
        async def measure() -> None:
            self.settings.view.show_kept_sound(await self.kept.used())

        self.tasks.start("measure the kept sound", measure())

    def _remove_kept_sound(self) -> None:
        self.tasks.start("remove the kept sound", self.kept.forget_all())

    def _conversation_of(self, message_id: str) -> str:
        message = self.conversation.message(message_id)
        return message.conversation_id if message is not None else ""

    def dress(self, settings: Settings) -> None:
        """What of the settings the window itself shows."""
        self.keeper.set_appearance(settings.appearance)
        self.window.set_keys({**settings.keys, "stop": settings.stop_key})
        self.window.transcript.set_stop_key(self.window.stop_key)


def _server_provider(url: str, key: str | None) -> ChatProvider:
    return ChatCompletions(OpenAIClient(url, key))


async def _find_servers() -> list[FoundServer]:
    return [FoundServer(found.name, found.url, found.models) for found in await find_servers()]


def environment_url() -> str:
    """Where a key belongs that names no server, as the openai library has it; without a password it may name."""
    address, _ = split_address(os.environ.get("OPENAI_BASE_URL", ""))
    try:
        return tidy_url(address)
    except ValueError:
        logger.warning("OPENAI_BASE_URL is no address that can be called; OpenAI's own is used")
        return OPENAI_URL
