"""What a message or a conversation sounds like becomes a file, made beside everything else: "Save sound as…"."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.domain.choices import ChatSource, SoundFormat, SpeechSource
from desktop_app.domain.errors import NothingToSay, StorageError, UserError
from desktop_app.domain.ids import new_turn_id
from desktop_app.domain.messages import Message, Role
from desktop_app.domain.phrase import Phrase
from desktop_app.domain.said import WhatIsSaid
from desktop_app.domain.work import WorkKind, WorkState
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.kept_speech import KeptSpeech
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.views import Notice, NoticeView, SoundFileView, Step
from desktop_app.presenters.voice import speech_options
from desktop_app.presenters.work import BegunWork, WorkList
from desktop_app.speech.recording import Recording, Script
from desktop_app.speech.text.heard_before import HeardReader
from desktop_app.speech.voices.casting import cast
from desktop_app.storage.history import History

SOUND_FILE_NOTICE = "sound file"
_LONGEST_NAME = 80
_WHOLE = 100
_TELLING = 600
"""Characters of a text that tell its language."""

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')

MakeRecording = Callable[[Script, KeptSpeech, Callable[[float], None]], Recording]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """``message_id`` None: all answers of the conversation. ``keep_others``: what has that name already stays."""

    conversation_id: str
    message_id: str | None
    path: Path | None = None
    kind: SoundFormat = SoundFormat.MP3
    keep_others: bool = False


class SoundFilePresenter:
    """One file at a time; another that is asked for meanwhile takes its place only when its name is chosen."""

    def __init__(
        self,
        view: SoundFileView,
        notices: NoticeView,
        *,
        conversation: ConversationPresenter,
        history: History,
        kept: KeptSpeech,
        connection: Connection,
        preferences: Preferences,
        tasks: Tasks,
        works: WorkList | None = None,
        make_recording: MakeRecording = Recording,
    ) -> None:
        self._view = view
        self._notices = notices
        self._conversation = conversation
        self._history = history
        self._kept = kept
        self._connection = connection
        self._preferences = preferences
        self._tasks = tasks
        self._works = works or WorkList()
        self._make_recording = make_recording
        self._asked: _Wanted | None = None
        self._last: _Wanted | None = None
        self._now: _Wanted | None = None
        self._saving: asyncio.Task[None] | None = None
        self._recording: Recording | None = None

    # What the person does

    def ask_for_message(self, message_id: str) -> None:
        """Of a message on the page."""
        if (message := self._conversation.message(message_id)) is not None:
            self._ask(_Wanted(message.conversation_id, message_id))

    def ask_for_conversation(self, conversation_id: str) -> None:
        """Of its answers, as the page shows them."""
        self._ask(_Wanted(conversation_id, None))

    def save(self, path: str, kind: SoundFormat, keep_others: bool) -> None:  # noqa: FBT001 - as the signal carries it
        """The name was chosen; ``keep_others``: it was not asked whether what has that name shall make way."""
        if self._asked is not None:
            self._begin(replace(self._asked, path=Path(path), kind=kind, keep_others=keep_others))

    def cancel(self) -> None:
        """What there is of the file goes away."""
        self._now = None
        if self._recording is not None:
            self._recording.cancel()
        self._view.clear()

    def retry(self) -> None:
        """The same once more: phrases that came are kept, so little is asked for again."""
        if self._last is not None:
            self._begin(self._last)

    def choose_again(self) -> None:
        """Another name for the same."""
        if self._last is not None:
            self._ask(self._last)

    def take_step(self, step: str) -> None:
        """What the notice of trouble offers."""
        self._notices.clear_notice(SOUND_FILE_NOTICE)
        if Step(step) is Step.CHOOSE_PLACE:
            self.choose_again()
        elif Step(step) is Step.RETRY:
            self.retry()

    async def close(self) -> None:
        """Cancels, and waits until the file is gone."""
        self.cancel()
        if self._saving is not None:
            await asyncio.wait([self._saving])

    # Inside

    def _ask(self, wanted: _Wanted) -> None:
        self._asked = wanted
        self._tasks.start("ask for the name of a sound file", self._propose_name(wanted))

    async def _propose_name(self, wanted: _Wanted) -> None:
        conversation = await self._history.conversation(wanted.conversation_id)
        if wanted is self._asked:
            self._view.ask_where(_file_name(conversation.title if conversation is not None else ""))

    def _begin(self, wanted: _Wanted) -> None:
        self.cancel()
        self._notices.clear_notice(SOUND_FILE_NOTICE)
        self._now = self._last = wanted
        self._saving = self._tasks.start("save a sound file", self._save(wanted, self._saving))

    async def _save(self, wanted: _Wanted, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        try:
            saved = await self._record(wanted)
        except UserError as error:
            if self._now is wanted:
                self._view.clear()
                self._notices.show_notice(Notice(SOUND_FILE_NOTICE, error, _steps(error), saving=True))
        else:
            if saved is not None and self._now is wanted:
                self._view.show_saved(saved.name)

    async def _record(self, wanted: _Wanted) -> Path | None:
        """Where it is then; None where it was cancelled."""
        path = await asyncio.to_thread(_free_path, wanted.path) if wanted.path and wanted.keep_others else wanted.path
        if self._now is not wanted or path is None:
            return None
        stop, about = self.cancel, wanted.conversation_id
        with self._works.begin(WorkKind.SOUND_FILE, path.name, stop=stop, conversation_id=about) as work:
            self._view.show_progress(path.name, 0.0)
            script = await self._script(wanted)
            done = self._now is wanted and await self._write(wanted, path, script, work)
            work.end(WorkState.FINISHED if done else WorkState.STOPPED)
            return path if done else None

    async def _write(self, wanted: _Wanted, path: Path, script: Script, work: BegunWork) -> bool:
        """False where it was cancelled."""
        loop = asyncio.get_running_loop()

        def show(part: float) -> None:
            if self._now is wanted and self._recording is recording:
                self._view.show_progress(path.name, part)
                work.progress(round(part * _WHOLE), _WHOLE)

        def progress(part: float) -> None:
            loop.call_soon_threadsafe(show, part)

        recording = self._recording = self._make_recording(script, self._kept, progress)
        try:
            return await asyncio.to_thread(recording.run, path, wanted.kind)
        finally:
            self._recording = None

    async def _script(self, wanted: _Wanted) -> Script:
        messages = await self._messages(wanted)
        settings = self._preferences.current
        policy = WhatIsSaid.of(settings)
        phrases = [one for message in messages if (one := await self._phrases(message, policy))]
        options = speech_options(settings, None)
        said = ((phrase, cast(phrase, options)) for message in phrases for phrase in message)
        asks_server = any(who.source is SpeechSource.SERVER and not self._kept.has(phrase, who) for phrase, who in said)
        if asks_server and settings.chat_source is ChatSource.SERVER:  # a keyring may ask its owner: not for nothing
            options = speech_options(settings, await self._connection.key(settings.server_url))
        return Script(phrases, options)

    async def _messages(self, wanted: _Wanted) -> Sequence[Message]:
        if wanted.message_id is not None and (message := self._conversation.message(wanted.message_id)) is not None:
            return [message]
        messages = await self._history.path(wanted.conversation_id)
        if wanted.message_id is not None:
            return [message for message in messages if message.id == wanted.message_id]
        return [message for message in messages if message.role is Role.ASSISTANT]

    async def _phrases(self, message: Message, policy: WhatIsSaid) -> list[Phrase]:
        """Cut as they were heard, where they were."""
        turn_id = new_turn_id()
        self._kept.belongs(turn_id, message.id, message.conversation_id)
        heard: asyncio.Future[list[Phrase]] = asyncio.get_running_loop().create_future()
        self._kept.recall(turn_id, lambda phrases, _fits: heard.set_result(phrases))
        return await asyncio.to_thread(_read, message.text, turn_id, policy, await heard)


def _free_path(path: Path) -> Path:
    from desktop_app.storage.new_file import free_path

    return free_path(path)


def _read(text: str, turn_id: str, policy: WhatIsSaid, heard: Sequence[Phrase]) -> list[Phrase]:
    reader = HeardReader(heard, turn_id, policy, like=text[:_TELLING])
    return [*reader.feed(text), *reader.finish()]


def _steps(error: UserError) -> tuple[Step, ...]:
    if isinstance(error, NothingToSay):
        return ()
    if isinstance(error, StorageError):
        return (Step.CHOOSE_PLACE, Step.RETRY)
    return (Step.OPEN_SETTINGS, Step.RETRY)


def _file_name(title: str) -> str:
    """What every system takes as a name."""
    name = _NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME]
    return " ".join(name.split()).strip(" .") or "Aloud"
