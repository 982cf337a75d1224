"""The composition root: opens the profile, has every part built and connected, and closes all of it in order."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
import os

from desktop_app.assembly.connections import Connections
from desktop_app.assembly.parts import Parts, environment_url
from desktop_app.control.server import ControlServer
from desktop_app.domain.errors import HistoryMended, HistoryNewer, StorageError
from desktop_app.domain.settings import OPENAI_URL, ChatSource, Settings, SpeechSource
from desktop_app.observe import log
from desktop_app.observe.events import EventLog
from desktop_app.observe.log import on_loop_exception, on_qt_message
from desktop_app.options import StartOptions
from desktop_app.presenters.first_start import DEMO
from desktop_app.presenters.outside import Outside
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, VoiceChoice
from desktop_app.speech.voices.catalogue import available_voices
from desktop_app.storage import place_file, settings_file
from desktop_app.storage.history import History
from desktop_app.storage.paths import Profile
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper

__all__ = ["Assembly", "on_loop_exception", "on_qt_message"]

logger = logging.getLogger(__name__)

_BREATH = 0.05
"""Seconds between two imports of a few milliseconds that nobody waits for."""
STORAGE_NOTICE = "storage"
HISTORY_NOTICE = "history"
SETTINGS_PAGES = (
    "dialog",
    "general_page",
    "history_page",
    "server_page",
    "voice_page",
    "languages_page",
    "said_page",
    "notifications_page",
    "keys_page",
)


class Assembly:
    """The whole program behind its window. Make it with ``open``; ``close`` ends it in the right order."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._connections = Connections(parts)

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
        credential, kept, settings_problem = await asyncio.to_thread(_load_settings, profile)
        preferences = Preferences(kept, _this_run(kept, options), profile.settings, tasks)
        events = EventLog(profile.events, debug=options.log_level == "debug")
        problems = _Problems(window)
        history = await History.open(profile.history, on_problem=problems.tell)
        assembly = cls(Parts(window, keeper, profile, control, history, preferences, tasks, events))
        preferences.on_trouble = problems.tell
        if credential is not None:
            assembly.parts.settings.keep_key(*credential)
        history.on_grown = assembly.parts.sidebar.reload
        told = isinstance(history.problem, HistoryMended)  # and will be told again when it is
        for problem in (settings_problem, None if told else history.problem):
            if problem is not None:
                problems.tell(problem)
        await assembly._begin()
        return assembly

    @property
    def quiet(self) -> bool:
        """Nothing is being answered or said, and all that came is on the page."""
        parts = self.parts
        return not parts.conversation.turns and not parts.speech.active and parts.window.transcript.idle

    async def close(self) -> None:
        """Silence first, then the replies, then the files; everything has ended when this returns."""
        parts = self.parts
        parts.conversation.stop_all()  # an answer that went on writing would begin to speak again
        await self._save_place()
        await parts.telling.close()
        await parts.writing.drafts.close()
        await parts.control.close()
        await parts.global_key.close()
        await parts.conversation.close()
        await parts.message_actions.close()
        await parts.sound_file.close()
        await parts.exchanging.close()
        await parts.safekeeping.close()
        await asyncio.to_thread(parts.worker.shutdown)
        await parts.connection.close()
        await parts.tasks.close()
        await parts.kept.close()
        await parts.searching.close()
        await parts.history.close()
        await asyncio.to_thread(parts.events.close)
        await asyncio.to_thread(log.shut_down)

    async def _begin(self) -> None:
        parts = self.parts
        parts.worker.start()
        settings = parts.preferences.current
        parts.dress(settings)
        parts.choices.show(settings)
        parts.voice.apply()
        parts.first_start.begin()
        parts.window.decide_page(decided=True)
        await parts.sidebar.open_last()
        await parts.writing.drafts.begin()
        parts.exchanging.begin()
        outside = Outside(parts.conversation, parts.sidebar, parts.speech, self._raise_window, parts.tasks)
        outside.on_asked = parts.telling.notifications.pass_over
        await parts.control.start(outside)
        parts.window.composer.begin_to_submit()
        parts.global_key.begin()
        parts.searching.begin()
        parts.safekeeping.begin()
        parts.tasks.start("find the voices", self._find_voices())

    async def _find_voices(self) -> None:
        """Looks for voices, and meanwhile for what Settings is made of, so that it opens at once when it is wanted."""
        self.parts.voices = tuple(
            VoiceChoice(voice.source, voice.name, voice.label, voice.language)
            for voice in await asyncio.to_thread(available_voices)
        )
        self.parts.choices.show(self.parts.preferences.current)
        self._load_own_voice()
        for page in SETTINGS_PAGES:  # not in a thread: see life.WITH_QT
            await asyncio.sleep(_BREATH)
            importlib.import_module(f"desktop_app.ui.settings.{page}")

    def _load_own_voice(self) -> None:
        """A voice of this machine takes half a second to load, of which the window feels some: now, not in mid-word."""
        settings = self.parts.preferences.current
        own = settings.speech_source is not SpeechSource.SERVER
        if own and settings.spoken_replies and settings.chat_source is not ChatSource.UNSET:
            self.parts.worker.warm()

    def _raise_window(self) -> None:
        self.parts.window.come_forward()

    async def _save_place(self) -> None:
        settings = self.parts.preferences.current
        needed_first = {"appearance": settings.appearance.value, "language": settings.interface_language.value}
        place = {**self.parts.window.get_place(), **needed_first}
        try:
            await asyncio.to_thread(place_file.save, self.parts.profile.place, place)
        except OSError as error:
            logger.warning("the window's place was not saved: %s", error)


class _Problems:
    """What storage says, as one notice that goes when the trouble goes; and one of what was set aside, which stays."""

    def __init__(self, window: MainWindow) -> None:
        self._notices = window.notices

    def tell(self, problem: StorageError | None) -> None:
        if problem is None:
            self._notices.clear_notice(STORAGE_NOTICE)
        else:
            set_aside = isinstance(problem, HistoryMended | HistoryNewer)
            self._notices.show_notice(Notice(HISTORY_NOTICE if set_aside else STORAGE_NOTICE, problem))


def _load_settings(profile: Profile) -> tuple[tuple[str, str] | None, Settings, StorageError | None]:
    """A server's address and the credential that stood in it, if one did; the settings; what was wrong with them."""
    credential = None
    with contextlib.suppress(StorageError):
        credential = settings_file.take_out_password(profile.settings)
    return (credential, *settings_file.load(profile.settings))


def _this_run(kept: Settings, options: StartOptions) -> dict[str, object]:
    """What the command line and the environment ask of this run and what is not written to the settings file."""
    if options.demo:
        return DEMO
    chosen: dict[str, object] = {}
    if kept.chat_source is ChatSource.UNSET and os.environ.get("OPENAI_API_KEY"):
        chosen["chat_source"] = ChatSource.SERVER
    if kept.server_url == OPENAI_URL:
        chosen["server_url"] = environment_url()
    return chosen
