"""The tries of one turn: what a provider says becomes events, what fails before the first word is asked again."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from desktop_app.chat.places import Places, Ticket
from desktop_app.chat.provider import ChatEvent, ChatProvider, ChatRequest, Done, Reasoning, Text, Tokens, Unreadable
from desktop_app.chat.retry import retry_wait
from desktop_app.domain.errors import ConnectionCut, UserError
from desktop_app.domain.turn import (
    Admitted,
    Failed,
    Finished,
    Malformed,
    ReasoningDelta,
    Retrying,
    TextDelta,
    TurnEnding,
    TurnEvent,
    UsageReported,
    Waiting,
)

Sleep = Callable[[float], Awaitable[object]]
Clock = Callable[[], float]
Tell = Callable[[TurnEvent], None]

# A server that sends faster than we read would keep the event loop, and with it the window, to itself.
_BUDGET_SECONDS = 0.003
_IN_A_ROUND = 4


class Asking:
    """The tries of one turn: what the provider says, told with the turn's id."""

    def __init__(
        self, provider: ChatProvider, request: ChatRequest, turn_id: str, tell: Tell, breath: Breath, places: Places
    ) -> None:
        self._places = places
        self._provider = provider
        self._request = request
        self._id = turn_id
        self._tell = tell
        self._breath = breath
        self._begun = False  # a delta was told: from here on nothing can be taken back
        self._held: list[TurnEvent] = []  # what came before the first delta, in case the try does not count
        self._skipped = 0

    async def run(self, sleep: Sleep, random: Callable[[], float]) -> None:
        attempt = 1
        conversation = self._request.messages[-1].conversation_id if self._request.messages else ""
        ticket = self._places.ticket(conversation, self._moved, background=self._request.background)
        while (error := await self._try(ticket)) is not None:
            wait = None if self._begun else retry_wait(error, attempt, random)
            if wait is None:
                self._end(Failed(self._id, error))
                return
            attempt += 1
            self._tell(Retrying(self._id, attempt, wait, error))
            await sleep(wait)

    def _moved(self, ahead: int | None) -> None:
        self._tell(Admitted(self._id) if ahead is None else Waiting(self._id, ahead))

    async def _try(self, ticket: Ticket) -> UserError | None:
        async with self._places.hold(ticket):
            return await self._ask()

    async def _ask(self) -> UserError | None:
        self._held.clear()
        self._skipped = 0
        finished = False
        try:
            async with _closing(self._provider.stream(self._request)) as events:
                async for event in events:
                    finished = finished or isinstance(event, Done)
                    self._take(event)
                    await self._breath.take()
        except UserError as error:
            return None if finished else error
        return None if finished else ConnectionCut("The answer ended before it was whole.")

    def _take(self, event: ChatEvent) -> None:
        match event:
            case Text(text=text):
                self._delta(TextDelta(self._id, text))
            case Reasoning(text=text):
                self._delta(ReasoningDelta(self._id, text))
            case Unreadable():
                self._skipped += 1
                self._aside(Malformed(self._id, self._skipped))
            case Tokens(usage=usage):
                self._aside(UsageReported(self._id, usage))
            case Done(reason=reason):
                self._end(Finished(self._id, reason))

    def _delta(self, event: TextDelta | ReasoningDelta) -> None:
        self._tell_held()
        self._begun = True
        self._tell(event)

    def _aside(self, event: Malformed | UsageReported) -> None:
        if self._begun:
            self._tell(event)
        else:
            self._held.append(event)

    def _end(self, ending: TurnEnding) -> None:
        self._tell_held()
        self._tell(ending)

    def _tell_held(self) -> None:
        for event in self._held:
            self._tell(event)
        self._held.clear()


class Breath:
    """Lets others have the event loop whenever a few milliseconds have gone by, for all turns together.

    A loop wakes all that can go on before it looks at the window again, so with a budget for each, fifty turns would
    hold it for fifty budgets. When that of one round is spent, each waits in line, and a few go on in each round.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._due: float | None = None  # of this round of the loop; None: nobody has worked in it yet
        self._line: deque[asyncio.Future[None]] = deque()

    async def take(self) -> None:
        """Between two pieces of work, and before the first."""
        if self._due is None:
            self._begin()
        elif self._clock() >= self._due:
            turn = asyncio.get_running_loop().create_future()
            self._line.append(turn)
            await turn

    def _begin(self) -> None:
        self._due = self._clock() + _BUDGET_SECONDS
        asyncio.get_running_loop().call_soon(self._next_round)

    def _next_round(self) -> None:
        self._due = None
        for _ in range(min(_IN_A_ROUND, len(self._line))):
            turn = self._line.popleft()
            if not turn.done():  # as that of a turn which was stopped is
                turn.set_result(None)
            self._due = self._clock()
        if self._due is not None:
            self._begin()


@asynccontextmanager
async def _closing(events: AsyncIterator[ChatEvent]) -> AsyncIterator[AsyncIterator[ChatEvent]]:
    """Closes the provider's generator on the way out, there and then: that is what drops the connection."""
    try:
        yield events
    finally:
        if isinstance(events, AsyncGenerator):
            await events.aclose()
