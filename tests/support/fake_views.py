"""A screen made of lists: what the presenters set can be looked at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.errors import UserError
from desktop_app.domain.message_tree import Siblings
from desktop_app.domain.messages import Conversation, Folder, Message, MessageState, Part
from desktop_app.domain.prices import Prices
from desktop_app.domain.settings import Settings
from desktop_app.domain.speech_state import SpeechState
from desktop_app.domain.usage import Timings, Usage
from desktop_app.presenters.views import (
    Deleted,
    FoundServer,
    KeyStatus,
    MessageDetails,
    Notice,
    SettingsPage,
    VoiceChoice,
)


class FakeTranscript:
    """``texts``: message id to text, in the order in which they stand on the page."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.states: dict[str, MessageState] = {}
        self.facts: dict[str, tuple[Timings, Usage | None, int]] = {}
        self.lines_ahead: dict[str, int] = {}
        self.spoken: tuple[str, int, int] | None = None
        self.word: tuple[str, int, int] | None = None
        self.voice_active = False
        self.asked_to_follow = 0
        self.heard: dict[str, int | None] = {}
        self.said: tuple[bool, SaidCode] | None = None
        self.branches: dict[str, Siblings] = {}
        self.details: list[MessageDetails] = []
        self.prices: Prices | None = None

    def show_messages(self, messages: Sequence[Message]) -> None:
        self.texts = {message.id: message.text for message in messages}
        self.states = {message.id: message.state for message in messages}

    def replace_from(self, message_id: str, messages: Sequence[Message]) -> None:
        gone = list(self.texts)[list(self.texts).index(message_id) :]
        for old in gone:
            del self.texts[old], self.states[old]
        for message in messages:
            self.add_message(message)

    def show_branches(self, branches: Mapping[str, Siblings]) -> None:
        self.branches = dict(branches)

    def show_details(self, details: MessageDetails) -> None:
        self.details.append(details)

    def set_prices(self, prices: Prices) -> None:
        self.prices = prices

    def add_message(self, message: Message) -> None:
        self.texts[message.id] = message.text
        self.states[message.id] = message.state

    def append_text(self, message_id: str, delta: str) -> None:
        assert self.states[message_id] is MessageState.STREAMING, "only a streaming message grows"
        self.texts[message_id] += delta

    def set_state(self, message_id: str, state: MessageState) -> None:
        self.states[message_id] = state

    def show_waiting(self, message_id: str, ahead: int | None) -> None:
        if ahead is None:
            self.lines_ahead.pop(message_id, None)
        else:
            self.lines_ahead[message_id] = ahead

    def show_facts(self, message_id: str, timings: Timings, usage: Usage | None, skipped_events: int) -> None:
        self.facts[message_id] = (timings, usage, skipped_events)

    def mark_spoken(self, message_id: str, start: int, end: int) -> None:
        self.spoken = (message_id, start, end)

    def mark_word(self, message_id: str, start: int, end: int) -> None:
        self.word = (message_id, start, end)

    def clear_spoken(self) -> None:
        self.spoken = self.word = None

    def set_voice_active(self, *, active: bool) -> None:
        self.voice_active = active

    def follow_voice(self) -> None:
        self.asked_to_follow += 1

    def show_heard(self, message_id: str, place: int | None) -> None:
        self.heard[message_id] = place

    def set_said(self, *, replies: bool, code: SaidCode) -> None:
        self.said = (replies, code)

    @property
    def lines(self) -> list[str]:
        return list(self.texts.values())


class FakeComposer:
    def __init__(self) -> None:
        self.busy = False
        self.spoken_replies = True
        self.draft = ""
        self.parts: list[Part] = []
        self.edited: tuple[str, list[Part]] | None = None

    @property
    def is_editing(self) -> bool:
        return self.edited is not None

    def begin_edit(self, text: str, parts: Sequence[Part]) -> None:
        self.edited = (text, list(parts))

    def end_edit(self) -> None:
        self.edited = None

    def set_busy(self, *, busy: bool) -> None:
        self.busy = busy

    def set_spoken_replies(self, *, spoken: bool) -> None:
        self.spoken_replies = spoken

    def set_draft(self, text: str, parts: Sequence[Part] = ()) -> None:
        self.draft, self.parts = text, list(parts)

    def focus(self) -> None: ...


class FakeHeader:
    def __init__(self) -> None:
        self.title = ""
        self.model = ""
        self.voice = ""
        self.models: list[str] = []
        self.voices: list[VoiceChoice] = []

    def set_title(self, title: str) -> None:
        self.title = title

    def set_model(self, model: str) -> None:
        self.model = model

    def set_voice(self, voice: str) -> None:
        self.voice = voice

    def show_models(self, models: Sequence[str]) -> None:
        self.models = list(models)

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None:
        self.voices = list(voices)


class FakeSpeechBar:
    """``states``: each state the bar has shown, a change at a time."""

    def __init__(self) -> None:
        self.states: list[SpeechState] = []
        self.sentence = (0, 0)
        self.words = ""
        self.level = 0.0
        self.speed = 1.0
        self.volume = 1.0

    def set_speech(self, state: SpeechState, sentence: int, of: int) -> None:
        if self.states[-1:] != [state]:
            self.states.append(state)
        self.sentence = (sentence, of)

    def set_words(self, words: str) -> None:
        self.words = words

    def set_level(self, level: float) -> None:
        self.level = level

    def set_speed(self, speed: float) -> None:
        self.speed = speed

    def set_volume(self, volume: float) -> None:
        self.volume = volume


class FakeNotices:
    def __init__(self) -> None:
        self.shown: dict[str, Notice] = {}
        self.ever: list[Notice] = []

    def show_notice(self, notice: Notice) -> None:
        self.shown[notice.key] = notice
        self.ever.append(notice)

    def clear_notice(self, key: str) -> None:
        self.shown.pop(key, None)


class FakeUndo:
    """``offered``: how many of ``what`` the line offers to bring back now; None while it is not there."""

    def __init__(self) -> None:
        self.offered: int | None = None
        self.what = Deleted.MESSAGES

    def offer_undo(self, count: int, what: Deleted = Deleted.MESSAGES) -> None:
        self.offered, self.what = count, what

    def clear_undo(self) -> None:
        self.offered = None


class FakeSidebar:
    def __init__(self) -> None:
        self.conversations: list[Conversation] = []
        self.folders: list[Folder] = []
        self.folded: frozenset[str] = frozenset()
        self.named: list[str] = []
        self.open_id: str | None = None
        self.running: frozenset[str] = frozenset()
        self.waiting: frozenset[str] = frozenset()

    @property
    def titles(self) -> list[str]:
        return [one.title for one in self.conversations]

    def one(self, conversation_id: str) -> Conversation:
        return next(one for one in self.conversations if one.id == conversation_id)

    def show_conversations(self, conversations: Sequence[Conversation], open_id: str | None) -> None:
        self.conversations = []
        self.put_conversations(conversations)
        self.open_id = open_id

    def put_conversations(self, conversations: Sequence[Conversation]) -> None:
        known = {one.id: one for one in (*self.conversations, *conversations)}
        self.conversations = sorted(known.values(), key=lambda one: (-one.updated, one.id))

    def drop_conversations(self, conversation_ids: Sequence[str]) -> None:
        self.conversations = [one for one in self.conversations if one.id not in conversation_ids]

    def show_open(self, open_id: str | None) -> None:
        self.open_id = open_id

    def show_folders(self, folders: Sequence[Folder]) -> None:
        self.folders = list(folders)

    def show_folded(self, names: Collection[str]) -> None:
        self.folded = frozenset(names)

    def begin_naming(self, folder_id: str) -> None:
        self.named.append(folder_id)

    def set_running(self, conversation_ids: frozenset[str]) -> None:
        self.running = conversation_ids

    def set_waiting(self, conversation_ids: frozenset[str]) -> None:
        self.waiting = conversation_ids


class FakeFirstStart:
    def __init__(self) -> None:
        self.visible = False
        self.servers: list[FoundServer] = []
        self.searching = False
        self.checks: list[bool] = []
        self.problem: UserError | None = None

    def set_visible(self, *, visible: bool) -> None:
        self.visible = visible

    def show_servers(self, servers: Sequence[FoundServer], *, searching: bool) -> None:
        self.servers = list(servers)
        self.searching = searching

    def set_checking(self, *, checking: bool) -> None:
        self.checks.append(checking)

    def show_key_problem(self, error: UserError | None) -> None:
        self.problem = error


class FakeSettings:
    def __init__(self) -> None:
        self.opened_with: Settings | None = None
        self.models: list[str] = []
        self.models_error: UserError | None = None
        self.voices: list[VoiceChoice] = []
        self.devices: list[str] = []
        self.key: KeyStatus | None = None
        self.playing = False
        self.trial_error: UserError | None = None
        self.kept_sound = -1
        self.due: tuple[int, int] | None = None
        self.page: SettingsPage | None = None

    def open_with(self, settings: Settings, voices: Sequence[VoiceChoice], devices: Sequence[str]) -> None:
        self.opened_with = settings
        self.voices = list(voices)
        self.devices = list(devices)

    def turn_to(self, page: SettingsPage) -> None:
        self.page = page

    def show_models(self, models: Sequence[str], error: UserError | None) -> None:
        self.models = list(models)
        self.models_error = error

    def show_voices(self, voices: Sequence[VoiceChoice]) -> None:
        self.voices = list(voices)

    def show_devices(self, devices: Sequence[str]) -> None:
        self.devices = list(devices)

    def show_key(self, status: KeyStatus) -> None:
        self.key = status

    def show_global_key(self, error: UserError | None) -> None:
        """Told to the dialog itself, by ``GlobalKeyPresenter.on_verdict``."""

    def show_kept_sound(self, used: int) -> None:
        self.kept_sound = used

    def show_due(self, conversations: int, archived: int) -> None:
        self.due = (conversations, archived)

    def show_trial(self, *, playing: bool, error: UserError | None) -> None:
        self.playing = playing
        self.trial_error = error
