"""The page and the box below it: a prompt becomes a turn, a turn becomes an answer that is read, heard and kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.ids import new_id, new_turn_id
from desktop_app.domain.messages import Conversation, Message, MessageState, Part, PartKind, Role
from desktop_app.domain.turn import Failed, Retrying, TurnEnding
from desktop_app.presenters.live_turn import LiveTurn, TurnWatcher
from desktop_app.presenters.readings import Readings
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.troubles import TURN_NOTICE, Troubles
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.views import ComposerView, HeaderView, NoticeView, Step, TranscriptView
from desktop_app.storage.history import History

GO_ON = "Your last answer was cut off. Go on exactly where it stopped; repeat nothing and do not comment on this."
TITLE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Screen:
    """The parts of the window a conversation is shown in."""

    transcript: TranscriptView
    composer: ComposerView
    header: HeaderView
    notices: NoticeView


class ConversationPresenter:
    """Holds the open conversation: ``messages`` is the path that is shown, root first."""

    def __init__(
        self,
        screen: Screen,
        *,
        turns: Turns,
        speech: SpeechPresenter,
        readings: Readings,
        history: History,
        tasks: Tasks,
    ) -> None:
        self._screen = screen
        self._turns = turns
        self._speech = speech
        self._readings = readings
        self._history = history
        self._tasks = tasks
        self._troubles = Troubles(screen.notices)
        self._wanted: str | None = None  # what will be open when the history has given it
        self.open_id: str | None = None
        self.messages: list[Message] = []
        self.on_change: Callable[[], None] = lambda: None
        """Called when a conversation is new, moved, or begins or ends being answered."""
        speech.on_activity = self._show_busy

    @property
    def turns(self) -> Sequence[LiveTurn]:
        return self._turns.running

    @property
    def running_conversations(self) -> frozenset[str]:
        return frozenset(turn.conversation_id for turn in self.turns)

    @property
    def waiting_conversations(self) -> frozenset[str]:
        """Those whose answer waits to be said until they are in front."""
        return self._speech.waiting_conversations

    # What the person does

    def send(self, text: str) -> None:
        """Asks in the open conversation; while an answer is still coming the text goes back into the box."""
        if self._turn_here() is not None:
            self._screen.composer.set_draft(text)
        elif text.strip():
            self.ask(text.strip(), watchers=[])

    def ask(self, text: str, *, watchers: list[TurnWatcher], spoken: bool | None = None) -> LiveTurn:
        """Asks in the open conversation and lets others watch; ``spoken`` None: as the settings say."""
        self._troubles.clear(self.open_id)
        conversation_id = self.open_id or self._begin_conversation(text)
        parent = self.messages[-1].id if self.messages else None
        question = _message(conversation_id, parent, Role.USER, text=text)
        self._append(question)
        self._tasks.start("keep the question", self._history.add_message(question))
        return self._answer(question, watchers, spoken=spoken)

    def stop(self) -> None:
        """The Stop button: the reply and the speech."""
        self._speech.silence()
        if (turn := self._turn_here()) is not None:
            turn.stop()

    def escape(self) -> None:
        """The stop key: silences the speech; when nothing is being said, stops the reply."""
        if self._speech.active:
            self._speech.silence()
        elif (turn := self._turn_here()) is not None:
            turn.stop()

    def stop_all(self) -> bool:
        """Every reply and all speech; False where nothing ran."""
        turns = self.turns
        silenced = self._speech.silence_all()
        for turn in turns:
            turn.stop()
        return silenced or bool(turns)

    def stop_turn(self, turn_id: str) -> bool:
        """One turn, with its speech; False where it does not run and is not being said."""
        turn = self._turns.get(turn_id)
        spoken = self._speech.drop(turn_id)
        if turn is not None:
            turn.stop()
        return spoken or turn is not None

    def take_step(self, message_id: str, step: str) -> None:
        """Retry or Continue under an answer that did not come whole."""
        position = next((i for i, message in enumerate(self.messages) if message.id == message_id), None)
        if position is None or self._turn_here() is not None:
            return
        self._troubles.clear(self.open_id)
        if Step(step) is Step.RETRY:
            self._retry(position)
        elif Step(step) is Step.CONTINUE:
            self._go_on(position)

    def take_notice_step(self, key: str, step: str) -> None:
        """The same steps, and Cancel of a waiting try, from the notice line."""
        message_id = self._troubles.message_id
        if key != TURN_NOTICE or message_id is None:
            return
        if Step(step) is Step.CANCEL:
            self.stop()
        else:
            self.take_step(message_id, step)

    def new(self) -> None:
        """An empty page; the conversation is made when something is asked."""
        self._wanted = None
        self._speech.put_aside()
        self._show(None, [], "")
        self._tasks.start("remember the open conversation", self._history.set_open(None))
        self._screen.composer.focus()
        self.on_change()

    async def open(self, conversation: Conversation) -> bool:
        """Shows it; False where something else was chosen before the history had given it."""
        self._wanted = conversation.id
        if conversation.id == self.open_id:
            return True
        messages = await self._history.path(conversation.id)
        if self._wanted != conversation.id:
            return False
        self._speech.put_aside()
        self._show(conversation.id, self._turns.newest(messages), conversation.title)
        self._speech.bring_forward(conversation.id)
        await self._history.set_open(conversation.id)
        self.on_change()
        return self.open_id == conversation.id

    def leave(self, conversation_id: str) -> None:
        """It is about to be deleted: what runs in it ends, and the page lets go of it."""
        for turn in self.turns:
            if turn.conversation_id == conversation_id:
                turn.stop()
        if conversation_id in {self.open_id, self._wanted}:
            self.new()
        self._speech.forget_waiting(conversation_id)

    def read(self, message_id: str, start: int, end: int) -> None:
        """Says a range of a message's source."""
        if (message := self.message(message_id)) is not None:
            self._readings.read(message_id, message.text[start:end], start)

    def read_from(self, message_id: str, place: int) -> None:
        """Says a message from the sentence at a place of its source on; one that is being written, to its end."""
        if (message := self.message(message_id)) is None:
            return
        writing = self._turns.writing(message_id)
        turn_id = writing.id if writing is not None and writing.speaks else None
        self._readings.read_from(message_id, message.text, place, turn_id)

    def read_code(self, message_id: str, start: int, end: int) -> None:
        """Says a code block that is otherwise not spoken."""
        if (message := self.message(message_id)) is not None:
            self._readings.read(message_id, message.text[start:end], start, code=True)

    def heard(self, message_id: str) -> int | None:
        """Up to where a message on the page was heard when its voice was stopped."""
        return next((message.heard for message in self.messages if message.id == message_id), None)

    def note_heard(self, message_id: str, place: int | None) -> None:
        self.messages = [replace(old, heard=place) if old.id == message_id else old for old in self.messages]

    def message(self, message_id: str) -> Message | None:
        """One that is on the page, or is being written."""
        if (writing := self._turns.writing(message_id)) is not None:
            return writing.message
        return next((message for message in self.messages if message.id == message_id), None)

    async def written(self) -> None:
        """Returns when the history holds every answer that has ended, on disk where the disk takes it."""
        await self._turns.written()

    async def close(self) -> None:
        """Stops what runs and waits, not for ever, until the history has it."""
        self.stop_all()
        await self._turns.close()

    # The turn's watcher: the page

    def delta(self, turn: LiveTurn, text: str) -> None:
        self._troubles.clear(turn.conversation_id)
        if turn.conversation_id == self.open_id:
            self._screen.transcript.append_text(turn.message_id, text)

    def retrying(self, turn: LiveTurn, event: Retrying) -> None:
        self._troubles.retrying(turn.message, event)

    def facts(self, turn: LiveTurn) -> None:
        if self._turns.get(turn.id) is None:  # its first sound came after its ending: what is kept learns of it
            self._replace(turn.message)
            self._tasks.start("keep the first sound", self._history.finish_message(turn.message, turn_id=turn.id))
        self._show_facts(turn)

    def ended(self, turn: LiveTurn, ending: TurnEnding) -> None:
        self._turns.ended(turn)
        message = turn.message
        self._replace(message)
        self._troubles.clear(turn.conversation_id)
        if turn.conversation_id == self.open_id:
            self._screen.transcript.set_state(message.id, message.state)
            self._show_facts(turn)
        if isinstance(ending, Failed):
            self._troubles.failed(message, ending.error)
        self._show_busy()
        self.on_change()

    # How an answer begins

    def _answer(self, question: Message, watchers: Sequence[TurnWatcher], *, spoken: bool | None = None) -> LiveTurn:
        answer = replace(
            _message(question.conversation_id, question.id, Role.ASSISTANT),
            state=MessageState.STREAMING,
            model=self._turns.model,
        )
        self._speech.silence()  # first: how far the last answer was heard belongs to the path
        path = tuple(self.messages)
        self._append(answer)
        turn_id = new_turn_id()
        self._tasks.start("keep the answer", self._history.add_message(answer, turn_id))
        return self._start(turn_id, answer, path, watchers, spoken=spoken)

    def _start(
        self,
        turn_id: str,
        answer: Message,
        path: tuple[Message, ...],
        watchers: Sequence[TurnWatcher] = (),
        *,
        spoken: bool | None = None,
    ) -> LiveTurn:
        turn = self._turns.start(turn_id, answer, path, [self, *watchers], spoken=spoken)
        self._show_busy()
        self.on_change()
        return turn

    def _retry(self, position: int) -> None:
        self._turns.look_again()
        question = self.messages[position - 1]
        self.messages = self.messages[:position]
        self._screen.transcript.show_messages(self.messages)
        self._answer(question, ())

    def _go_on(self, position: int) -> None:
        answer = replace(self.messages[position], state=MessageState.STREAMING)
        nudge = _message(answer.conversation_id, answer.id, Role.USER, text=GO_ON)
        self._screen.transcript.set_state(answer.id, MessageState.STREAMING)
        turn_id = new_turn_id()
        self._tasks.start("go on with the answer", self._history.resume_message(answer.id, turn_id))
        whole = replace(self.messages[position], heard=None)  # it goes on behind its last word, heard or not
        self._start(turn_id, answer, (*self.messages[:position], whole, nudge))

    def _begin_conversation(self, text: str) -> str:
        now = time.time()
        conversation = Conversation(new_id(), _title(text), now, now)
        self.open_id = self._wanted = conversation.id
        self._troubles.turn_to(conversation.id)
        self._screen.header.set_title(conversation.title)
        self._tasks.start("keep the conversation", self._history.add_conversation(conversation))
        self._tasks.start("remember the open conversation", self._history.set_open(conversation.id))
        return conversation.id

    def _append(self, message: Message) -> None:
        self.messages.append(message)
        self._screen.transcript.add_message(message)

    # What is shown

    def _show(self, conversation_id: str | None, messages: list[Message], title: str) -> None:
        self.open_id = conversation_id
        self.messages = messages
        self._troubles.turn_to(conversation_id)
        self._screen.header.set_title(title)
        self._screen.transcript.show_messages(messages)
        self._show_busy()

    def _show_facts(self, turn: LiveTurn) -> None:
        if turn.conversation_id == self.open_id:
            timings = turn.clock.timings
            self._screen.transcript.show_facts(turn.message_id, timings, turn.usage, turn.skipped)

    def _show_busy(self) -> None:
        self._screen.composer.set_busy(busy=self._turn_here() is not None or self._speech.active)

    def _replace(self, message: Message) -> None:
        self.messages = [replace(message, heard=old.heard) if old.id == message.id else old for old in self.messages]

    def _turn_here(self) -> LiveTurn | None:
        return self._turns.of(self.open_id)


def _message(conversation_id: str, parent_id: str | None, role: Role, *, text: str = "") -> Message:
    parts = (Part(PartKind.TEXT, text),) if text else ()
    return Message(new_id(), conversation_id, parent_id, role, parts, time.time())


def _title(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
