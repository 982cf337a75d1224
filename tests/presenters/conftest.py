"""The presenters with a real engine, history and event log behind them, and a screen and a voice made of lists."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.domain.settings import ChatSource, Settings
from desktop_app.observe.events import EventLog
from desktop_app.presenters.arranging import Arranging
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.conversation import ConversationPresenter, Screen
from desktop_app.presenters.deletions import FOR_GOOD, Deletions
from desktop_app.presenters.live_turn import LiveTurn
from desktop_app.presenters.message_actions import MessageActions
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.readings import Readings
from desktop_app.presenters.sidebar import SidebarPresenter
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.turns import Turns
from desktop_app.storage.branches import Branches
from desktop_app.storage.folders import Folders
from desktop_app.storage.history import History
from desktop_app.storage.keys import KeyStore
from tests.support.fake_keyring import FakeKeyring
from tests.support.fake_speaker import FakeSpeaker
from tests.support.fake_views import (
    FakeComposer,
    FakeHeader,
    FakeNotices,
    FakeSidebar,
    FakeSpeechBar,
    FakeTranscript,
    FakeUndo,
)
from tests.support.scripted_provider import ScriptedProvider, Step

SERVER = "http://server.test/v1"


@dataclass
class Desk:
    """Everything a presenter's test touches."""

    provider: ScriptedProvider
    history: History
    preferences: Preferences
    connection: Connection
    keys: KeyStore
    keyring: FakeKeyring
    tasks: Tasks
    events_path: Path
    transcript: FakeTranscript = field(default_factory=FakeTranscript)
    composer: FakeComposer = field(default_factory=FakeComposer)
    header: FakeHeader = field(default_factory=FakeHeader)
    notices: FakeNotices = field(default_factory=FakeNotices)
    bar: FakeSpeechBar = field(default_factory=FakeSpeechBar)
    sidebar_view: FakeSidebar = field(default_factory=FakeSidebar)
    speaker: FakeSpeaker = field(default_factory=FakeSpeaker)
    undo: FakeUndo = field(default_factory=FakeUndo)
    forgotten_sound: list[tuple[str, list[str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.events = EventLog(self.events_path)
        self.speech = SpeechPresenter(self.speaker, self.transcript, self.bar, self.notices)
        self.readings = Readings(self.speech, self.transcript)
        self.turns = Turns(
            speech=self.speech,
            history=self.history,
            connection=self.connection,
            preferences=self.preferences,
            events=self.events,
            tasks=self.tasks,
        )
        self.conversation = ConversationPresenter(
            Screen(self.transcript, self.composer, self.header, self.notices),
            turns=self.turns,
            speech=self.speech,
            readings=self.readings,
            history=self.history,
            tasks=self.tasks,
        )
        self.branches = Branches(self.history)
        self.deletions = Deletions(lambda: self.undo, self.branches, self.tasks)
        self.actions = MessageActions(
            self.transcript,
            conversation=self.conversation,
            turns=self.turns,
            deletions=self.deletions,
            history=self.history,
            forget_sound=lambda conversation, messages: self.forgotten_sound.append((conversation, list(messages))),
            preferences=self.preferences,
            tasks=self.tasks,
        )
        self.sidebar = SidebarPresenter(self.sidebar_view, self.conversation, self.history, self.tasks)
        self.arranging = Arranging(
            self.sidebar_view,
            self.sidebar,
            conversation=self.conversation,
            folders=Folders(self.history),
            deletions=self.deletions,
            forget_sound=lambda conversation: self.forgotten_sound.append((conversation, [])),
            tasks=self.tasks,
        )

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(10):
            while not condition():  # noqa: ASYNC110 - whatever changes it, no test waits for an event it must name
                await asyncio.sleep(0.001)

    async def answered(self) -> None:
        """Waits until no turn runs and everything about it was kept."""
        await self.until(lambda: not self.conversation.turns)
        await self.conversation.written()

    async def tasks_done(self) -> None:
        """Waits until nothing that a presenter began is under way, but for what only waits for its time."""
        await self.until(lambda: all(task.get_name() == FOR_GOOD for task in self.tasks._running))

    async def tasks_but_turns_done(self) -> None:
        """The same, while answers still come."""
        await self.until(lambda: all(task.get_name().startswith(("turn ", FOR_GOOD)) for task in self.tasks._running))

    def script(self, *scripts: Sequence[Step]) -> None:
        """What the next answers do, from now on."""
        self.provider.scripts = [list(script) for script in scripts]
        self.provider.requests.clear()

    def ask(self, text: str = "Why?") -> LiveTurn:
        return self.conversation.ask(text, watchers=[])


@contextlib.asynccontextmanager
async def open_desk(folder: Path) -> AsyncIterator[Desk]:
    """Made in the folder, and closed in order."""
    tasks = Tasks()
    keyring = FakeKeyring()
    keys = KeyStore(environ={}, backend=lambda: keyring)
    provider = ScriptedProvider([[]])
    settings = Settings(chat_source=ChatSource.SERVER, server_url=SERVER, model="small")
    history = await History.open(folder / "history.db")
    preferences = Preferences(settings, {}, folder / "settings.json", tasks)
    connection = Connection(keys, lambda _url, _key: provider, lambda: provider)
    desk = Desk(provider, history, preferences, connection, keys, keyring, tasks, events_path=folder / "events.jsonl")
    yield desk
    await desk.conversation.close()
    await tasks.close()
    await connection.close()
    await history.close()
    desk.events.close()


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_desk(tmp_path) as desk:
        yield desk
