"""The page and the box below it: a prompt becomes a turn, a turn becomes an answer that is read, heard and kept."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from desktop_app.domain.attachments import name_of
from desktop_app.domain.ids import new_id
from desktop_app.domain.message_tree import MessageTree
from desktop_app.domain.messages import Conversation, Message, Part, PartKind, Role, title_from
from desktop_app.presenters.answers import Answers, new_message
from desktop_app.presenters.editing import Editing
from desktop_app.presenters.live_turn import LiveTurn, TurnWatcher
from desktop_app.presenters.page import Page
from desktop_app.presenters.page_reading import PageReading
from desktop_app.presenters.readings import Readings
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.troubles import TURN_NOTICE, Troubles
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.views import ComposerView, HeaderView, NoticeView, Step, TranscriptView
from desktop_app.storage.branches import Branches
from desktop_app.storage.history import History


@dataclass(frozen=True, slots=True)
class Screen:
    """The parts of the window a conversation is shown in."""

    transcript: TranscriptView
    composer: ComposerView
    header: HeaderView
    notices: NoticeView


class ConversationPresenter:
    """``page`` is the conversation that is open, ``answers`` are those that come to it.

    ``reading`` says what stands on the page, ``editing`` is the question that is written anew.
    """

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
        self._history = history
        self._tasks = tasks
        self._troubles = Troubles(screen.notices)
        self._wanted: str | None = None  # what will be open when the history has given it
        self.page = Page(screen.transcript)
        self.page.on_left = self._let_go
        turns.shown = lambda: self.page.conversation_id
        self.reading = PageReading(self.page, turns, readings)
        self.editing = Editing(screen.composer)
        self.answers = Answers(
            screen.transcript,
            screen.composer,
            self.page,
            self._troubles,
            turns=turns,
            speech=speech,
            history=history,
            tasks=tasks,
        )
        self.answers.on_change = self._tell_change
        self.on_change: Callable[[], None] = lambda: None
        """Called when a conversation is new, moved, or begins or ends being answered."""
        self.on_turn: Callable[[str | None], None] = lambda _conversation_id: None
        """Called when the page is about to show another conversation, None: one that is none yet."""
        self.on_begun: Callable[[str], None] = lambda _conversation_id: None
        """Called when what was on the page has become a conversation."""
        self.hidden: Callable[[], Sequence[str]] = lambda: ()
        """Messages that are about to be deleted and are, with all below them, shown no more."""
        speech.on_activity = self.answers.show_busy
        speech.on_waiting = self._tell_change

    @property
    def open_id(self) -> str | None:
        return self.page.conversation_id

    @property
    def messages(self) -> Sequence[Message]:
        """The path that is shown, root first."""
        return self.page.messages

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

    def send(self, text: str, parts: Sequence[Part] = ()) -> None:
        """Asks in the open conversation, or asks anew what is being edited; ``parts`` go along with the text.

        While an answer is still coming the text goes back into the box.
        """
        if not text.strip() and not parts:
            return
        if self.editing.message_id is not None:
            self._make_way_for_edit(self.editing.message_id)
        elif self.answers.here is not None:
            self._screen.composer.set_draft(text, parts)
            return
        self.ask(text.strip(), watchers=[], parts=parts)

    def ask(
        self, text: str, *, watchers: list[TurnWatcher], spoken: bool | None = None, parts: Sequence[Part] = ()
    ) -> LiveTurn:
        """Asks in the open conversation and lets others watch; ``spoken`` None: as the settings say."""
        self._troubles.clear(self.open_id)
        is_new = self.open_id is None
        conversation_id = self.open_id or self._begin_conversation(text or name_of(parts[0]))
        whole = [Part(PartKind.TEXT, text), *parts] if text else parts
        question = new_message(conversation_id, self.page.end_id, Role.USER, whole)
        self.page.append(question)
        self._tasks.start("keep the question", self._history.add_message(question))
        if is_new:  # not before: a picture is kept as long as a draft or a message shows it
            self.on_begun(conversation_id)
        return self.answers.begin(question, watchers, spoken=spoken)

    def stop(self) -> None:
        """The Stop button: the reply and the speech."""
        self._speech.silence()
        self._stop_here()

    def escape(self) -> None:
        """The stop key: silences the speech; when nothing is being said, gives up an edit; else stops the reply."""
        if self._speech.active:
            self._speech.silence()
        elif not self.editing.end():
            self._stop_here()

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
        place = self.page.place(message_id)
        if place is None or self.answers.here is not None:
            return
        self._troubles.clear(self.open_id)
        if Step(step) is Step.RETRY:
            self._turns.look_again()
            self.answers.again(place)
        elif Step(step) is Step.CONTINUE:
            self.answers.go_on(place)
        elif Step(step) is Step.WITHOUT_PICTURES:
            refused = self.page.messages[place]
            self._turns.leave_pictures_out(refused.conversation_id, refused.model)
            self.answers.again(place, model=refused.model)

    def take_notice_step(self, key: str, step: str) -> None:
        """The same steps, and Cancel of a waiting try, from the notice line."""
        message_id = self._troubles.message_id
        if key != TURN_NOTICE or message_id is None:
            return
        if Step(step) is Step.CANCEL:
            self.stop()
        else:
            self.take_step(message_id, step)

    def new(self, conversation: Conversation | None = None) -> None:
        """An empty page; the conversation is made when something is asked, or is this one, which is made already."""
        conversation_id = None if conversation is None else conversation.id
        self._wanted = conversation_id
        self._speech.put_aside()
        self._show(conversation_id, [], MessageTree(), "" if conversation is None else conversation.title)
        self._tasks.start("remember the open conversation", self._history.set_open(conversation_id))
        self._screen.composer.focus()
        self.on_change()

    async def open(self, conversation: Conversation) -> bool:
        """Shows it; False where something else was chosen before the history had given it."""
        self._wanted = conversation.id
        if conversation.id == self.open_id:
            return True
        messages, tree = await Branches(self._history).shown(conversation.id)
        if self._wanted != conversation.id:
            return False
        self._speech.put_aside()
        for message_id in self.hidden():
            if message_id in tree:
                tree.hide(message_id)
        shown = list(takewhile(lambda message: message.id in tree, messages))
        self._show(conversation.id, self._turns.newest(shown), tree, conversation.title)
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

    def message(self, message_id: str) -> Message | None:
        """One that is on the page, or is being written."""
        return self.reading.message(message_id)

    async def written(self) -> None:
        """Returns when the history holds every answer that has ended, on disk where the disk takes it."""
        await self._turns.written()

    async def close(self) -> None:
        """Stops what runs and waits, not for ever, until the history has it."""
        self.stop_all()
        await self._turns.close()

    # Inside

    def _make_way_for_edit(self, message_id: str) -> None:
        """What is sent now stands where the edited question stood, and is answered in its place."""
        self.editing.end()
        self._stop_here()
        if (place := self.page.place(message_id)) is not None:
            self.page.turn(place, ())

    def _begin_conversation(self, text: str) -> str:
        now = time.time()
        conversation = Conversation(new_id(), title_from(text), now, now)
        self._wanted = conversation.id
        self.page.conversation_id = conversation.id
        self._troubles.turn_to(conversation.id)
        self._screen.header.set_title(conversation.title)
        self._tasks.start("keep the conversation", self._history.add_conversation(conversation))
        self._tasks.start("remember the open conversation", self._history.set_open(conversation.id))
        return conversation.id

    def _show(self, conversation_id: str | None, messages: list[Message], tree: MessageTree, title: str) -> None:
        self.editing.end()
        self.on_turn(conversation_id)
        self._troubles.turn_to(conversation_id)
        self._screen.header.set_title(title)
        self.page.show(conversation_id, messages, tree)
        self.answers.show_line()
        self.answers.show_busy()

    def _let_go(self) -> None:
        """Messages left the page: nothing of them is said, edited or told of any more."""
        told = [utterance.message_id for utterance in self._speech.voicing.said.values()]
        if any(message_id and self.page.place(message_id) is None for message_id in told):
            self._speech.silence()
        for message_id, forget in (
            (self.editing.message_id, self.editing.end),
            (self._troubles.message_id, lambda: self._troubles.clear(self.open_id)),
        ):
            if message_id is not None and self.page.place(message_id) is None:
                forget()

    def _tell_change(self) -> None:
        self.on_change()

    def _stop_here(self) -> None:
        if (turn := self.answers.here) is not None:
            turn.stop()
