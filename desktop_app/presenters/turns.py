"""The turns that run: each is started here, followed to its ending, and waited for until the history holds it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop_app.chat.provider import ChatRequest, PictureSource
from desktop_app.domain.messages import Message, Role
from desktop_app.domain.prices import server_name
from desktop_app.domain.settings import ChatSource, Settings
from desktop_app.observe.events import EventLog
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.live_turn import LiveTurn, TurnSinks, TurnWatcher
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.presenters.tasks import Tasks
from desktop_app.storage.history import History

LAST_WORDS = 2.0
"""Seconds that stopped turns are given at the end of the program to write down how they ended."""
_TELLING_WORDS = 4  # of a question, from which its language can be told


class Turns:
    """By their ids; one that has ended is no longer here, but ``written`` waits for it."""

    def __init__(
        self,
        *,
        speech: SpeechPresenter,
        history: History,
        connection: Connection,
        preferences: Preferences,
        events: EventLog,
        tasks: Tasks,
    ) -> None:
        self._speech = speech
        self._history = history
        self._connection = connection
        self._preferences = preferences
        self._events = events
        self._tasks = tasks
        self._running: dict[str, LiveTurn] = {}
        self._unwritten: dict[asyncio.Task[None], LiveTurn] = {}
        self._without_pictures: set[tuple[str, str]] = set()
        self.everywhere: list[TurnWatcher] = []
        """Who follows every turn, besides those who asked for it."""
        self.shown: Callable[[], str | None] = lambda: None
        """The conversation in front: an answer elsewhere may come in larger pieces."""
        self.on_begun: Callable[[LiveTurn], None] = lambda _turn: None
        self.on_ended: Callable[[LiveTurn], None] = lambda _turn: None
        """Called when one begins to run, and when it runs no more."""
        self.pictures: PictureSource | None = None
        """Where those that were attached are had from."""

    @property
    def running(self) -> Sequence[LiveTurn]:
        return tuple(self._running.values())

    @property
    def model(self) -> str:
        """Who will be asked next."""
        return _model(self._preferences.current)

    @property
    def server(self) -> str:
        """The host that will be asked next; empty for the demo."""
        settings = self._preferences.current
        return "" if settings.chat_source is ChatSource.DEMO else server_name(settings.server_url)

    def get(self, turn_id: str) -> LiveTurn | None:
        return self._running.get(turn_id)

    def of(self, conversation_id: str | None) -> LiveTurn | None:
        """The one that runs in this conversation."""
        return next((turn for turn in self._running.values() if turn.conversation_id == conversation_id), None)

    def writing(self, message_id: str) -> LiveTurn | None:
        """The one that is still writing this message."""
        return next((turn for turn in self._running.values() if turn.message_id == message_id), None)

    def start(
        self,
        turn_id: str,
        answer: Message,
        path: tuple[Message, ...],
        watchers: list[TurnWatcher],
        *,
        spoken: bool | None = None,
        model: str = "",
    ) -> LiveTurn:
        """Asks for ``answer`` to the conversation so far; ``spoken`` None, ``model`` empty: as the settings say."""
        settings = self._preferences.current
        speak = settings.spoken_replies if spoken is None else spoken
        if not speak:
            self._speech.silence()  # the old answer ends where a new question begins, said or not
        sinks = TurnSinks(self._history, self._events, self._speech if speak else None)
        turn = LiveTurn(turn_id, answer, sinks, [*watchers, *self.everywhere])
        self._running[turn_id] = turn
        turn.begin(asked=_asked(path))
        seen = (answer.conversation_id, answer.model) not in self._without_pictures
        request = replace(
            _request(settings, path, model, self.pictures if seen else None),
            looked_at=lambda: self.shown() == answer.conversation_id,
        )
        task = self._tasks.start(f"turn {turn_id}", turn.run(lambda: self._connection.engine(settings), request))
        self._unwritten[task] = turn
        task.add_done_callback(self._unwritten.pop)
        self.on_begun(turn)
        return turn

    def look_again(self) -> None:
        """Somebody asks again: what was found of the server and its key may have changed."""
        self._connection.look_again()

    def leave_pictures_out(self, conversation_id: str, model: str) -> None:
        """The model takes none: in this run it gets words for those of the conversation."""
        self._without_pictures.add((conversation_id, model))

    def ended(self, turn: LiveTurn) -> None:
        if self._running.pop(turn.id, None) is not None:
            self.on_ended(turn)

    def newest(self, messages: Sequence[Message]) -> list[Message]:
        """What the history gave, with what it does not hold yet."""
        newer = {turn.message_id: turn.message for turn in self._unwritten.values()}
        return [replace(newer[one.id], heard=one.heard) if one.id in newer else one for one in messages]

    async def written(self) -> None:
        """Returns when the history holds every answer that has ended, on disk where the disk takes it."""
        if self._unwritten:
            await asyncio.wait(self._unwritten)
        await self._history.flush()

    async def close(self) -> None:
        """Waits, not for ever, until the history has what the stopped turns leave."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LAST_WORDS):
                await self.written()


def _request(settings: Settings, path: tuple[Message, ...], model: str, pictures: PictureSource | None) -> ChatRequest:
    return ChatRequest(
        model=model or _model(settings),
        messages=path,
        system_prompt=settings.system_prompt,
        streaming=settings.streaming,
        max_output_tokens=settings.max_output_tokens,
        tell_heard=settings.tell_heard,
        pictures=pictures,
    )


def _asked(path: Sequence[Message]) -> str:
    """The question, with those before it where it is as short as "Go on": too short to tell its language."""
    asked = ""
    for message in reversed(path):
        if message.role is Role.USER:
            asked = f"{message.text}\n{asked}"
            if len(asked.split()) >= _TELLING_WORDS:
                break
    return asked


def _model(settings: Settings) -> str:
    return "demo" if settings.chat_source is ChatSource.DEMO else settings.model
