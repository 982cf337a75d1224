"""What a terminal may ask of the running copy: the same as a hand at the window, by words."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable

from desktop_app.domain.errors import UserError
from desktop_app.domain.turn import Failed, Finished, FinishReason, Stopped, TurnEnding
from desktop_app.presenters.conversation import ConversationPresenter
from desktop_app.presenters.live_turn import LiveTurn, TurnWatcher
from desktop_app.presenters.piped_text import say_text
from desktop_app.presenters.sidebar import SidebarPresenter
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks


class ConversationUnknown(UserError):
    """``aloud ask --conversation`` named none that is kept."""


class ConversationBusy(UserError):
    """The last answer of this conversation is still coming."""


class NothingAsked(UserError):
    """The text of ``aloud ask`` was empty."""


class AnswerNotWhole(UserError):
    """What was printed of the answer is not all of it."""


class _Follower(TurnWatcher):
    """A terminal that follows one turn: its text in pieces, then its ending."""

    def __init__(self) -> None:
        self.news: asyncio.Queue[str | TurnEnding] = asyncio.Queue()

    def delta(self, turn: LiveTurn, text: str) -> None:  # noqa: ARG002 - the watcher's shape
        self.news.put_nowait(text)

    def ended(self, turn: LiveTurn, ending: TurnEnding) -> None:  # noqa: ARG002 - the watcher's shape
        self.news.put_nowait(ending)


class Outside:
    """Answers the control server (``control.server.ControlHandler``)."""

    def __init__(
        self,
        conversation: ConversationPresenter,
        sidebar: SidebarPresenter,
        speech: SpeechPresenter,
        raise_window: Callable[[], None],
        tasks: Tasks,
    ) -> None:
        self._conversation = conversation
        self._sidebar = sidebar
        self._speech = speech
        self._raise_window = raise_window
        self._tasks = tasks
        self.on_asked: Callable[[str], None] = lambda _turn_id: None
        """Called with each turn that a terminal follows."""

    async def raise_window(self) -> None:
        self._raise_window()

    async def ask(self, text: str, *, conversation_id: str | None, new: bool, speak: bool) -> AsyncIterator[str]:
        """The answer as it streams. Raises the UserError it ends with; leaving the iteration stops the turn."""
        await self._go_to(conversation_id, new=new)
        if self._conversation.open_id in self._conversation.running_conversations:
            raise ConversationBusy("The last answer of this conversation is still coming.")
        if not text.strip():
            raise NothingAsked("There is nothing to ask.")
        follower = _Follower()
        turn = self._conversation.ask(text, watchers=[follower], spoken=None if speak else False)
        self.on_asked(turn.id)
        try:
            while isinstance(piece := await follower.news.get(), str):
                yield piece
        finally:
            turn.stop()  # says nothing to a turn that has ended
        _judge(piece)

    async def say(self, pieces: AsyncIterator[str]) -> None:
        """Speaks a text as it comes; older speech falls silent."""
        await say_text(self._speech, pieces, self._tasks)

    async def stop(self, turn_id: str | None, *, speech_only: bool) -> bool:
        """False where nothing ran that this would have stopped."""
        if turn_id and speech_only:
            return self._speech.drop(turn_id)
        if turn_id:
            return self._conversation.stop_turn(turn_id)
        if not speech_only:
            return self._conversation.stop_all()
        return self._speech.silence_all()

    async def status(self) -> dict[str, object]:
        """Running turns with their ids, and what is being said."""
        phrase = self._speech.current
        return {
            "running": True,
            "turns": [_told(turn) for turn in self._conversation.turns],
            "speech": {
                "active": self._speech.active,
                "turns": list(self._speech.turn_ids),
                "phrase": phrase.text if phrase else None,
            },
        }

    async def _go_to(self, conversation_id: str | None, *, new: bool) -> None:
        if conversation_id is not None:
            conversation = await self._sidebar.find(conversation_id)
            if conversation is None:
                raise ConversationUnknown(f"No conversation is named {conversation_id}.")
            if not await self._conversation.open(conversation):
                raise ConversationBusy("Another conversation was opened at the same moment; ask again.")
        elif new:
            self._conversation.new()


def _told(turn: LiveTurn) -> dict[str, object]:
    """``ahead`` where it waits for others of its server; ``tokens`` are a guess until the server tells."""
    work = turn.work
    told: dict[str, object] = {
        "id": turn.id,
        "conversation": turn.conversation_id,
        "model": turn.message.model,
        "state": work.state.value,
        "seconds": round(time.monotonic() - work.started, 1),
        "tokens": work.tokens or 0,
    }
    return told if turn.ahead is None else {**told, "ahead": turn.ahead}


def _judge(ending: TurnEnding) -> None:
    """Raises why the answer is not whole, where it is not: a script must not take half an answer for all of it."""
    match ending:
        case Failed(error=error):
            raise error
        case Stopped():
            raise AnswerNotWhole("The answer was stopped.")
        case Finished(reason=FinishReason.LENGTH):
            raise AnswerNotWhole("The answer was cut by the token limit.")
        case Finished(reason=FinishReason.CONTENT_FILTER):
            raise AnswerNotWhole("The server's content filter ended the answer.")
