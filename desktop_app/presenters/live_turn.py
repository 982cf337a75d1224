"""One answer coming in: every event of the turn reaches the history, the voice, the event log and whoever watches."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from desktop_app.chat.engine import ChatEngine, RunningTurn
from desktop_app.chat.provider import ChatRequest
from desktop_app.domain.errors import OwnMistake, UserError
from desktop_app.domain.messages import Message, MessageState, Part, PartKind
from desktop_app.domain.turn import (
    Admitted,
    Failed,
    Finished,
    FinishReason,
    Malformed,
    ReasoningDelta,
    Retrying,
    Stopped,
    TextDelta,
    TurnEnding,
    TurnEvent,
    UsageReported,
    Waiting,
)
from desktop_app.domain.usage import Usage
from desktop_app.domain.work import Work, WorkKind, WorkState
from desktop_app.observe.events import EventLog
from desktop_app.observe.timings import TurnClock
from desktop_app.presenters.speech import SpeechPresenter
from desktop_app.storage.history import History

MISTAKE = "Aloud itself made a mistake while it followed the answer; its log says where."

_BYTES_A_TOKEN = 4
"""Of UTF-8, about, in every script: good enough to see how far an answer is before its server tells."""

EngineSource = Callable[[], Awaitable[ChatEngine]]


class TurnWatcher:
    """Who follows a turn: the conversation on the screen, or a command in a terminal. Here all is passed over."""

    def delta(self, turn: LiveTurn, text: str) -> None: ...

    def waiting(self, turn: LiveTurn, ahead: int | None) -> None:
        """Its server has enough to do: so many wait before it; None: its request goes out."""

    def retrying(self, turn: LiveTurn, event: Retrying) -> None: ...

    def facts(self, turn: LiveTurn) -> None:
        """More is known of its times, tokens or damaged events."""

    def ended(self, turn: LiveTurn, ending: TurnEnding) -> None: ...


@dataclass(frozen=True, slots=True)
class TurnSinks:
    """Where every turn's events go, whoever watches. ``speech`` is None while replies are not spoken."""

    history: History
    events: EventLog
    speech: SpeechPresenter | None


class LiveTurn:
    """``message`` is the answer as it stands; its text is the text it had before plus what has come since."""

    def __init__(self, turn_id: str, message: Message, sinks: TurnSinks, watchers: list[TurnWatcher]) -> None:
        self.id = turn_id
        self.clock = TurnClock()
        self.usage: Usage | None = None
        self.skipped = 0
        self.ahead: int | None = None
        """How many requests wait before its own; None while it does not wait."""
        self._state = WorkState.CONNECTING
        self._began = time.monotonic()
        self._due: float | None = None
        self._bytes = 0
        self._message = message
        self._pieces = [message.text]
        self._data = next((part.data for part in message.parts if part.kind is PartKind.TEXT), {})
        self._other_parts = tuple(part for part in message.parts if part.kind is not PartKind.TEXT)
        self._sinks = sinks
        self._watchers = watchers
        self._running: RunningTurn | None = None
        self._patience: asyncio.Timeout | None = None
        self._came = False
        self._ended = False
        self._error_code = ""

    @property
    def message(self) -> Message:
        text = Part(PartKind.TEXT, "".join(self._pieces), self._data)
        parts = (*self._other_parts, text) if text.text or text.data else self._other_parts
        return replace(self._message, parts=parts, usage=self.usage, timings=self.clock.timings)

    @property
    def message_id(self) -> str:
        return self._message.id

    @property
    def conversation_id(self) -> str:
        return self._message.conversation_id

    @property
    def work(self) -> Work:
        """How it stands, as it is shown among all that runs; its title is not the turn's to know."""
        due, state = self._due, self._state
        if due is not None and due <= time.monotonic():
            due, state = None, WorkState.CONNECTING
        exact = self.usage.output if self.usage is not None else None
        return Work(
            id=self.id,
            kind=WorkKind.REPLY,
            state=state,
            started=self._began,
            conversation_id=self.conversation_id,
            tokens=-(-self._bytes // _BYTES_A_TOKEN) if exact is None else exact,
            tokens_exact=exact is not None,
            ahead=self.ahead or 0,
            due=due,
        )

    @property
    def speaks(self) -> bool:
        """Its text goes to the voice too."""
        return self._sinks.speech is not None

    def begin(self, asked: str = "") -> None:
        """The prompt goes out now: older speech falls silent. ``run`` follows."""
        self.clock.started()
        self._sinks.events.emit("turn_started", turn=self.id)
        if self._sinks.speech is not None:
            base = len(self._pieces[0])
            self._sinks.speech.begin(self.id, self.message_id, base, self._first_sound, self.conversation_id, asked)

    def stop(self) -> None:
        """Ends the turn here and now, at every moment: before the request has left, too. It may be called often."""
        if self._running is not None:
            self._running.stop()
        if self._patience is not None:
            self._patience.reschedule(asyncio.get_running_loop().time())
        self._conclude(Stopped(self.id))

    async def run(self, engine_source: EngineSource, request: ChatRequest) -> None:
        """Follows the turn to its ending; the history holds the answer when this returns. A bug is raised behind it."""
        try:
            if not self._ended:  # stopped in the same breath
                await self._follow(engine_source, request)
        finally:
            # A bug of ours: what came is kept all the same, and the page does not wait for ever.
            self._conclude(Failed(self.id, OwnMistake(MISTAKE)))
            await self._sinks.history.finish_message(self.message, self._error_code, turn_id=self.id)

    async def _follow(self, engine_source: EngineSource, request: ChatRequest) -> None:
        try:
            engine = await self._unless_stopped(engine_source)
        except UserError as error:
            self._conclude(Failed(self.id, error))
            return
        if engine is None:
            return
        self._running = engine.start(request, self.id)
        async for event in self._running.events():
            if isinstance(event, TurnEnding):
                self._conclude(event)
            elif not self._ended:
                self._take(event)

    async def _unless_stopped(self, engine_source: EngineSource) -> ChatEngine | None:
        """The engine, or None where a stop came before it: a keyring may first ask its owner for a password."""
        try:
            async with asyncio.timeout(None) as self._patience:
                return await engine_source()
        except TimeoutError:
            if not self._ended:
                raise
            return None
        finally:
            self._patience = None

    def _conclude(self, ending: TurnEnding) -> None:
        """The first ending counts."""
        if self._ended:
            return
        self._ended = True
        self.ahead = None
        self._state = _work_state_after(ending)
        self.clock.ended()
        if self._sinks.speech is not None:
            self._sinks.speech.drop(self.id) if isinstance(ending, Stopped) else self._sinks.speech.end(self.id)
        self._record(ending)
        for watcher in self._watchers:
            watcher.ended(self, ending)

    def _take(self, event: TurnEvent) -> None:
        match event:
            case TextDelta(text=text):
                self._take_text(text)
            case ReasoningDelta(text=text):  # nothing is shown of it yet
                self._count(text)
            case Retrying():
                self._take_retry(event)
            case Waiting(ahead=ahead):
                self._stand(WorkState.WAITING, ahead)
            case Admitted():
                self._stand(WorkState.CONNECTING, None)
            case Malformed(count=count):
                self.skipped = count
            case UsageReported(usage=usage):
                self._take_usage(usage)
            case _:  # TurnStarted
                pass

    def _take_retry(self, event: Retrying) -> None:
        self._state, self._due = WorkState.RETRYING, time.monotonic() + event.wait
        self._sinks.events.emit("retry", turn=self.id, attempt=event.attempt, wait=event.wait)
        for watcher in self._watchers:
            watcher.retrying(self, event)

    def _stand(self, state: WorkState, ahead: int | None) -> None:
        self._state, self.ahead, self._due = state, ahead, None
        for watcher in self._watchers:
            watcher.waiting(self, ahead)

    def _count(self, text: str) -> None:
        self._state, self._due = WorkState.RUNNING, None
        self._bytes += len(text.encode())

    def _take_text(self, text: str) -> None:
        self._count(text)
        if not self._came:
            self._came = True
            self.clock.first_token()
            self._sinks.events.emit("first_token", turn=self.id)
        self._pieces.append(text)
        self._sinks.history.append_text(self._message.id, text)
        for watcher in self._watchers:
            watcher.delta(self, text)
        if self._sinks.speech is not None:
            self._sinks.speech.feed(self.id, text)

    def _take_usage(self, usage: Usage) -> None:
        self.usage = usage
        self._sinks.events.emit(
            "usage",
            turn=self.id,
            input=usage.input,
            output=usage.output,
            reasoning=usage.reasoning,
            cached=usage.cached,
        )
        self._tell_facts()

    def _first_sound(self, moment: float) -> None:
        self.clock.first_sound(moment)
        self._tell_facts()

    def _tell_facts(self) -> None:
        for watcher in self._watchers:
            watcher.facts(self)

    def _record(self, ending: TurnEnding) -> None:
        self._message = replace(self._message, state=_state_after(ending))
        match ending:
            case Finished(reason=reason):
                self._sinks.events.emit("turn_finished", turn=self.id, reason=reason.value)
            case Stopped():
                self._sinks.events.emit("turn_stopped", turn=self.id)
            case Failed(error=error):
                self._error_code = error.code
                self._sinks.events.emit("turn_failed", turn=self.id, error=error.code)


def _state_after(ending: TurnEnding) -> MessageState:
    match ending:
        case Finished(reason=FinishReason.LENGTH):
            return MessageState.TRUNCATED
        case Finished(reason=FinishReason.CONTENT_FILTER):
            return MessageState.FILTERED
        case Finished():
            return MessageState.COMPLETE
        case Stopped():
            return MessageState.STOPPED
        case Failed():
            return MessageState.FAILED


def _work_state_after(ending: TurnEnding) -> WorkState:
    match ending:
        case Stopped():
            return WorkState.STOPPED
        case Failed():
            return WorkState.FAILED
    return WorkState.FINISHED
