"""How an answer begins in the open conversation, and what the page shows of those that come."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.domain.ids import new_id, new_turn_id
from desktop_app.domain.messages import SERVER, Message, MessageState, Part, PartKind, Role
from desktop_app.domain.turn import Failed, Retrying, TurnEnding
from desktop_app.presenters.live_turn import LiveTurn, TurnWatcher
from desktop_app.presenters.page import Page
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.presenters.troubles import Troubles
from desktop_app.presenters.turns import Turns
from desktop_app.presenters.views import ComposerView, TranscriptView
from desktop_app.storage.history import History

GO_ON = "Your last answer was cut off. Go on exactly where it stopped; repeat nothing and do not comment on this."


class Answers(TurnWatcher):
    """Watches every turn it starts: those of conversations in the background, too."""

    def __init__(
        self,
        transcript: TranscriptView,
        composer: ComposerView,
        page: Page,
        troubles: Troubles,
        *,
        turns: Turns,
        speech: SpeechPresenter,
        history: History,
        tasks: Tasks,
    ) -> None:
        self._transcript = transcript
        self._composer = composer
        self._page = page
        self._troubles = troubles
        self._turns = turns
        self._speech = speech
        self._history = history
        self._tasks = tasks
        self.on_change: Callable[[], None] = lambda: None
        """Called when an answer begins or ends."""

    @property
    def here(self) -> LiveTurn | None:
        """The turn that runs in the open conversation, whether its message is shown or on another branch."""
        return self._turns.of(self._page.conversation_id)

    def begin(
        self, question: Message, watchers: Sequence[TurnWatcher] = (), *, spoken: bool | None = None, model: str = ""
    ) -> LiveTurn:
        """A new answer to the question at the end of the page; ``model`` empty: the one in force."""
        answer = replace(
            new_message(question.conversation_id, question.id, Role.ASSISTANT, _answer_parts(self._turns.server)),
            state=MessageState.STREAMING,
            model=model or self._turns.model,
        )
        self._speech.silence()  # first: how far the last answer was heard belongs to the path
        path = tuple(self._page.messages)
        self._page.append(answer)
        turn_id = new_turn_id()
        self._tasks.start("keep the answer", self._history.add_message(answer, turn_id))
        return self._start(turn_id, answer, path, watchers, spoken=spoken, model=model)

    def again(self, place: int, *, model: str = "") -> LiveTurn | None:
        """Another version of the answer at this place of the page, or an answer to the question there."""
        asked = place if self._page.messages[place].role is Role.USER else place - 1
        if asked < 0:
            return None
        self._page.turn(asked + 1, ())
        return self.begin(self._page.messages[asked], model=model)

    def go_on(self, place: int) -> None:
        """The answer at this place of the page streams on in a new turn."""
        answer = replace(self._page.messages[place], state=MessageState.STREAMING)
        nudge = new_message(answer.conversation_id, answer.id, Role.USER, [Part(PartKind.TEXT, GO_ON)])
        self._transcript.set_state(answer.id, MessageState.STREAMING)
        turn_id = new_turn_id()
        self._tasks.start("go on with the answer", self._history.resume_message(answer.id, turn_id))
        whole = replace(self._page.messages[place], heard=None)  # it goes on behind its last word, heard or not
        self._start(turn_id, answer, (*self._page.messages[:place], whole, nudge))

    def show_line(self) -> None:
        """Another conversation is on the page: where its answer waits, the page says so."""
        if (turn := self.here) is not None and turn.ahead is not None and self._is_shown(turn):
            self._transcript.show_waiting(turn.message_id, turn.ahead)

    def show_busy(self) -> None:
        self._composer.set_busy(busy=self.here is not None or self._speech.active)

    # The turn's watcher: the page

    def delta(self, turn: LiveTurn, text: str) -> None:
        self._troubles.clear(turn.conversation_id)
        if self._is_shown(turn):
            self._transcript.append_text(turn.message_id, text)

    def waiting(self, turn: LiveTurn, ahead: int | None) -> None:
        self._troubles.clear(turn.conversation_id)  # that it was tried in vain is not what it waits for
        if self._is_shown(turn):
            self._transcript.show_waiting(turn.message_id, ahead)

    def retrying(self, turn: LiveTurn, event: Retrying) -> None:
        self._troubles.retrying(turn.message, event)

    def facts(self, turn: LiveTurn) -> None:
        if self._turns.get(turn.id) is None:  # its first sound came after its ending: what is kept learns of it
            self._page.replace(turn.message)
            self._tasks.start("keep the first sound", self._history.finish_message(turn.message, turn_id=turn.id))
        self._show_facts(turn)

    def ended(self, turn: LiveTurn, ending: TurnEnding) -> None:
        self._turns.ended(turn)
        message = turn.message
        self._page.replace(message)
        self._troubles.clear(turn.conversation_id)
        if self._is_shown(turn):
            self._transcript.set_state(message.id, message.state)
            self._show_facts(turn)
        if isinstance(ending, Failed):
            self._troubles.failed(message, ending.error)
        self.show_busy()
        self.on_change()

    def _start(
        self,
        turn_id: str,
        answer: Message,
        path: tuple[Message, ...],
        watchers: Sequence[TurnWatcher] = (),
        *,
        spoken: bool | None = None,
        model: str = "",
    ) -> LiveTurn:
        turn = self._turns.start(turn_id, answer, path, [self, *watchers], spoken=spoken, model=model)
        self.show_busy()
        self.on_change()
        return turn

    def _show_facts(self, turn: LiveTurn) -> None:
        if self._is_shown(turn):
            self._transcript.show_facts(turn.message_id, turn.clock.timings, turn.usage, turn.skipped)

    def _is_shown(self, turn: LiveTurn) -> bool:
        return self._page.place(turn.message_id) is not None


def new_message(conversation_id: str, parent_id: str | None, role: Role, parts: Sequence[Part]) -> Message:
    """One that is made now."""
    return Message(new_id(), conversation_id, parent_id, role, tuple(parts), time.time())


def _answer_parts(server: str) -> list[Part]:
    return [Part(PartKind.TEXT, "", {SERVER: server})] if server else []
