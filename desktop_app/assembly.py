"""The composition root, second half: builds every object behind the window, connects them, and takes them down."""

from __future__ import annotations

import asyncio
import importlib
import logging
import os
from collections.abc import Sequence

from desktop_app.chat.chat_completions import ChatCompletions
from desktop_app.chat.demo import DemoProvider
from desktop_app.chat.discovery import find_servers
from desktop_app.chat.openai_client import OpenAIClient
from desktop_app.chat.provider import ChatProvider
from desktop_app.control.server import ControlServer
from desktop_app.domain.errors import StorageError, UserError
from desktop_app.domain.said import WhatIsSaid
from desktop_app.domain.settings import OPENAI_URL, ChatSource, Settings, SpeechSource, tidy_url
from desktop_app.observe import log
from desktop_app.observe.events import EventLog
from desktop_app.observe.log import on_loop_exception, on_qt_message
from desktop_app.options import StartOptions
from desktop_app.presenters.choices import ChoicesPresenter
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.conversation import ConversationPresenter, Screen
from desktop_app.presenters.first_start import DEMO, FirstStartPresenter
from desktop_app.presenters.outside import Outside
from desktop_app.presenters.pace import PacePresenter
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.settings import SettingsPresenter
from desktop_app.presenters.sidebar import SidebarPresenter
from desktop_app.presenters.speech import SPEECH_NOTICE, SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import FoundServer, Notice, SettingsPage, SettingsView, Step, VoiceChoice
from desktop_app.presenters.voice import VoicePresenter, speech_options
from desktop_app.speech.voices import available_voices
from desktop_app.speech.worker import SpeechWorker
from desktop_app.storage import place_file, settings_file
from desktop_app.storage.history import History
from desktop_app.storage.keys import KeyStore
from desktop_app.storage.paths import Profile
from desktop_app.ui.application import open_link
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper

__all__ = ["Assembly", "on_loop_exception", "on_qt_message"]

logger = logging.getLogger(__name__)

STORAGE_NOTICE = "storage"
SETTINGS_PAGES = ("dialog", "general_page", "server_page", "voice_page", "said_page", "keys_page")


class Assembly:
    """The whole program behind its window. Make it with ``open``; ``close`` ends it in the right order."""

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
        self.keys = KeyStore(environ=os.environ, on_secret=log.redact)
        self.connection = Connection(self.keys, _server_provider, DemoProvider)
        self.worker = SpeechWorker(speech_options(preferences.current, None))
        self.voice = VoicePresenter(self.worker, self.connection, preferences, tasks)
        self.pace = PacePresenter(self.worker, window.speech_bar, preferences)
        self.voices: Sequence[VoiceChoice] = ()
        self.speech = SpeechPresenter(self.worker, window.transcript, window.speech_bar, window.notices)
        self.speech.what_is_said = lambda: WhatIsSaid.of(preferences.current)
        self.conversation = ConversationPresenter(
            Screen(window.transcript, window.composer, window.header, window.notices),
            speech=self.speech,
            history=history,
            connection=self.connection,
            preferences=preferences,
            events=events,
            tasks=tasks,
        )
        self.sidebar = SidebarPresenter(window.sidebar, self.conversation, history, tasks)
        self.choices = self._make_choices()
        self.first_start = self._make_first_start()
        self.settings = self._make_settings()

    @classmethod
    async def open(
        cls, window: MainWindow, keeper: ThemeKeeper, profile: Profile, options: StartOptions
    ) -> Assembly | None:
        """Opens the profile and begins; None where another copy of Aloud has it."""
        control = ControlServer(profile.control)
        if not await asyncio.to_thread(control.try_claim):
            return None
        await asyncio.to_thread(log.set_up, profile.logs, options.log_level)
        tasks = Tasks()
        kept, settings_problem = await asyncio.to_thread(settings_file.load, profile.settings)
        preferences = Preferences(kept, _this_run(kept, options), profile.settings, tasks)
        events = EventLog(profile.events, debug=options.log_level == "debug")
        problems = _Problems(window)
        history = await History.open(profile.history, on_problem=problems.tell)
        assembly = cls(window, keeper, profile, control, history, preferences, tasks, events)
        preferences.on_trouble = problems.tell
        for problem in (settings_problem, history.problem):
            if problem is not None:
                problems.tell(problem)
        assembly._connect()
        await assembly._begin()
        return assembly

    @property
    def quiet(self) -> bool:
        """Nothing is being answered or said."""
        return not self.conversation.turns and not self.speech.active

    async def close(self) -> None:
        """Silence first, then the replies, then the files; everything has ended when this returns."""
        self.conversation.stop_all()  # an answer that went on writing would begin to speak again
        await self._save_place()
        await self.control.close()
        await self.conversation.close()
        await asyncio.to_thread(self.worker.shutdown)
        await self.connection.close()
        await self.tasks.close()
        await self.history.close()
        await asyncio.to_thread(self.events.close)
        await asyncio.to_thread(log.shut_down)

    async def _begin(self) -> None:
        self.worker.start()
        settings = self.preferences.current
        self._dress(settings)
        self.choices.show(settings)
        self.voice.apply()
        self.first_start.begin()
        self.window.decide_page(decided=True)
        await self.sidebar.open_last()
        await self.control.start(Outside(self.conversation, self.sidebar, self.speech, self._raise_window))
        self.window.composer.begin_to_submit()
        self.tasks.start("find the voices", self._find_voices())

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
            key_url=_environment_url(),
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

    # Connections: what a person does goes to the presenters

    def _connect(self) -> None:
        self._connect_page()
        self._connect_window()
        self._connect_worker()
        self.preferences.listen(self._settings_changed)
        self.connection.on_key_found = self.voice.apply
        self.settings.on_key_changed = self.voice.apply

    def _connect_page(self) -> None:
        transcript, composer = self.window.transcript, self.window.composer
        composer.submitted.connect(self.conversation.send)
        composer.spoken_replies_toggled.connect(self.choices.set_spoken_replies)
        composer.writing_began.connect(self._warm)
        transcript.step_requested.connect(self.conversation.take_step)
        transcript.read_code_requested.connect(self.conversation.read_code)
        transcript.read_requested.connect(self.conversation.read)
        transcript.read_from_requested.connect(self.conversation.read_from)
        transcript.link_activated.connect(open_link)
        transcript.pause_toggled.connect(self.speech.toggle_pause)
        self.window.notices.step_chosen.connect(self._take_notice_step)

    def _connect_window(self) -> None:
        window = self.window
        window.new_requested.connect(self.conversation.new)
        window.settings_requested.connect(self.settings.open)
        window.stop_requested.connect(self.conversation.escape)
        window.reply_stop_requested.connect(self.conversation.stop)
        window.pause_toggled.connect(self.speech.toggle_pause)
        window.previous_requested.connect(self.speech.previous_sentence)
        window.next_requested.connect(self.speech.next_sentence)
        window.repeat_requested.connect(self.speech.repeat_sentence)
        window.pace_stepped.connect(self.pace.step_speed)
        window.volume_stepped.connect(self.pace.step_volume)
        window.sidebar.conversation_chosen.connect(self.sidebar.choose)
        window.sidebar.delete_requested.connect(self.sidebar.delete)
        window.header.model_chosen.connect(self.choices.choose_model)
        window.header.voice_chosen.connect(self.choices.choose_voice)
        window.header.models_wanted.connect(self.choices.list_models)
        window.header.voices_wanted.connect(self.choices.list_voices)
        window.speech_bar.speed_chosen.connect(self.pace.choose_speed)
        window.speech_bar.volume_chosen.connect(self.pace.choose_volume)
        window.first_start.key_submitted.connect(self.first_start.submit_key)
        window.first_start.server_chosen.connect(self.first_start.choose_server)
        window.first_start.other_server_requested.connect(lambda: self.settings.open(SettingsPage.SERVER))
        window.first_start.demo_requested.connect(self.first_start.choose_demo)

    def _connect_worker(self) -> None:
        worker = self.worker
        worker.phrase_started.connect(self.speech.phrase_started)
        worker.phrase_finished.connect(self.speech.phrase_finished)
        worker.speech_finished.connect(self.speech.speech_finished)
        worker.silenced.connect(self.speech.silenced)
        worker.speech_trouble.connect(self._speech_trouble)
        worker.level.connect(self.speech.level)
        worker.devices_found.connect(self.settings.devices_found)
        worker.happened.connect(self._note_event)
        worker.state_changed.connect(self.speech.state_changed)
        worker.state_changed.connect(self.settings.state_changed)

    def _make_settings_dialog(self) -> SettingsView:
        from desktop_app.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self.window)
        dialog.accepted_settings.connect(self.settings.accept)
        dialog.key_test_requested.connect(self.settings.test_key)
        dialog.key_remove_requested.connect(self.settings.remove_key)
        dialog.models_requested.connect(self.settings.list_models)
        dialog.try_requested.connect(self.speech.silence)  # one voice at a time, and the page knows of it
        dialog.try_requested.connect(self.settings.try_voice)
        dialog.try_stopped.connect(self.settings.stop_trial)
        dialog.url_changed.connect(self.settings.show_key)
        dialog.devices_requested.connect(self.worker.refresh_devices)
        dialog.voices_requested.connect(lambda _source: dialog.show_voices(self.voices))
        return dialog

    # Small things that belong to no screen

    def _take_notice_step(self, key: str, step: str) -> None:
        if Step(step) is Step.OPEN_SETTINGS:
            self.settings.open(SettingsPage.VOICE if key == SPEECH_NOTICE else SettingsPage.SERVER)
        else:
            self.conversation.take_notice_step(key, step)

    def _speech_trouble(self, error: UserError, fallback: bool) -> None:  # noqa: FBT001 - a Qt signal calls it
        if self.settings.trying:
            self.settings.trial_ended(error)
        else:
            self.speech.speech_trouble(error, fallback)

    def _note_event(self, name: str, turn_id: str, fields: dict[str, object]) -> None:
        self.events.emit(name, turn=turn_id, **fields)  # type: ignore[arg-type]

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        self._dress(after)
        if before.spoken_replies and not after.spoken_replies:
            self.speech.silence_all()

    def _dress(self, settings: Settings) -> None:
        self.keeper.set_appearance(settings.appearance)
        self.window.set_stop_key(settings.stop_key)
        self.window.transcript.set_stop_key(settings.stop_key)

    def _warm(self) -> None:
        """Somebody begins to type: what the answer will need is made ready meanwhile."""
        self.tasks.start("get ready to answer", self.connection.warm(self.preferences.current))
        if self.preferences.current.spoken_replies:
            self.voice.apply()  # a keyring that was asking its owner may have given the key meanwhile
            self.worker.warm()

    async def _find_voices(self) -> None:
        """Looks for voices, and meanwhile for what Settings is made of, so that it opens at once when it is wanted."""
        self.voices = tuple(
            VoiceChoice(voice.source, voice.name, voice.label, voice.language)
            for voice in await asyncio.to_thread(available_voices)
        )
        self.choices.show(self.preferences.current)
        self._load_own_voice()
        for page in SETTINGS_PAGES:
            await asyncio.to_thread(importlib.import_module, f"desktop_app.ui.settings.{page}")

    def _load_own_voice(self) -> None:
        """A voice of this machine takes half a second to load, of which the window feels some: now, not in mid-word."""
        settings = self.preferences.current
        own = settings.speech_source is not SpeechSource.SERVER
        if own and settings.spoken_replies and settings.chat_source is not ChatSource.UNSET:
            self.worker.warm()

    def _raise_window(self) -> None:
        self.window.showNormal() if self.window.isMinimized() else self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    async def _save_place(self) -> None:
        place = {**self.window.get_place(), "appearance": self.preferences.current.appearance.value}
        try:
            await asyncio.to_thread(place_file.save, self.profile.place, place)
        except OSError as error:
            logger.warning("the window's place was not saved: %s", error)


class _Problems:
    """What storage says, as one notice that goes when the trouble goes."""

    def __init__(self, window: MainWindow) -> None:
        self._notices = window.notices

    def tell(self, problem: StorageError | None) -> None:
        if problem is None:
            self._notices.clear_notice(STORAGE_NOTICE)
        else:
            self._notices.show_notice(Notice(STORAGE_NOTICE, problem))


def _server_provider(url: str, key: str | None) -> ChatProvider:
    return ChatCompletions(OpenAIClient(url, key))


async def _find_servers() -> list[FoundServer]:
    return [FoundServer(found.name, found.url, found.models) for found in await find_servers()]


def _environment_url() -> str:
    """Where a key belongs that names no server, as the openai library has it."""
    return tidy_url(os.environ.get("OPENAI_BASE_URL", ""))


def _this_run(kept: Settings, options: StartOptions) -> dict[str, object]:
    """What the command line and the environment ask of this run and what is not written to the settings file."""
    if options.demo:
        return DEMO
    chosen: dict[str, object] = {}
    if kept.chat_source is ChatSource.UNSET and os.environ.get("OPENAI_API_KEY"):
        chosen["chat_source"] = ChatSource.SERVER
    if kept.server_url == OPENAI_URL:
        chosen["server_url"] = _environment_url()
    return chosen
