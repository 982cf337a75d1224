"""Asks a provider and tells what happens as the events of a turn: one id, one stop, exactly one ending.

```
start(request) -> RunningTurn      a task asks, retries what failed before the first delta, and queues events;
                                   events() hands them out; stop() puts Stopped in the place of all that is queued
```

A turn is over for its reader when the ending is handed out: after ``stop`` has returned nothing but ``Stopped`` comes.
"""

from __future__ import annotations

import asyncio
import random as random_numbers
import time
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from weakref import WeakValueDictionary

from desktop_app.chat.asking import Asking, Breath, Clock, Sleep
from desktop_app.chat.places import Places
from desktop_app.chat.provider import ChatProvider, ChatRequest
from desktop_app.chat.retry import sleep_out
from desktop_app.domain.errors import OwnMistake
from desktop_app.domain.ids import new_turn_id
from desktop_app.domain.turn import Failed, Stopped, TurnEnding, TurnEvent, TurnStarted

# Where many stream, each waking of the loop for a word of one that nobody looks at costs more than the word itself.
_FEW = 4
_GATHER_EACH, _GATHER_MOST = 0.003, 0.15


class ChatEngine:
    """Runs turns against one provider, as many at once as ``places`` has. The provider is its maker's to close.

    A turn holds a place while a try of it is under way, and none between tries. ``random`` gives numbers in [0, 1);
    ``sleep`` is what a retry waits with; ``clock`` gives seconds.
    """

    def __init__(
        self,
        provider: ChatProvider,
        *,
        sleep: Sleep = sleep_out,
        random: Callable[[], float] = random_numbers.random,
        clock: Clock = time.monotonic,
        places: Places | None = None,
    ) -> None:
        self._provider = provider
        self._places = places or Places()
        self._sleep = sleep
        self._random = random
        self._breath = Breath(clock)
        self._tasks: set[asyncio.Task[None]] = set()
        # A turn can be stopped for as long as somebody reads it, even when its task is long over.
        self._turns: WeakValueDictionary[str, RunningTurn] = WeakValueDictionary()

    @property
    def running(self) -> tuple[str, ...]:
        """The ids of the turns whose ending is not yet known, oldest first."""
        return tuple(turn_id for turn_id, turn in self._turns.items() if not turn.done)

    def start(self, request: ChatRequest, turn_id: str | None = None) -> RunningTurn:
        """Sends the request from a task of its own in the running loop. Raises ValueError where the id already runs."""
        turn_id = turn_id or new_turn_id()
        if turn_id in self.running:
            raise ValueError(f"turn {turn_id} is already running")
        turn = RunningTurn(turn_id, self._breath)
        gathering = replace(request, gather=lambda: self._gather(request))
        asking = Asking(self._provider, gathering, turn_id, turn.put, self._breath, self._places)
        task = turn.begin(lambda: asking.run(self._sleep, self._random))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        self._turns[turn_id] = turn
        return turn

    def _gather(self, request: ChatRequest) -> float:
        """Seconds that words of this answer may wait for more: none where few stream, nor for what is looked at."""
        if len(self._tasks) <= _FEW or request.looked_at():
            return 0.0
        return min(_GATHER_MOST, len(self._tasks) * _GATHER_EACH)

    def stop(self, turn_id: str) -> bool:
        """Stops one turn; False where it does not run."""
        turn = self._turns.get(turn_id)
        if turn is None or turn.done:
            return False
        turn.stop()
        return True

    def stop_all(self) -> None:
        for turn in tuple(self._turns.values()):
            turn.stop()

    async def aclose(self) -> None:
        """Stops every turn and returns when their connections are closed."""
        self.stop_all()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks)


class RunningTurn:
    """One turn on its way; ``ChatEngine.start`` makes it, ``begin`` and ``put`` are for the engine alone."""

    def __init__(self, turn_id: str, breath: Breath) -> None:
        self.id = turn_id
        self._breath = breath
        self._queue: deque[TurnEvent] = deque([TurnStarted(turn_id)])
        self._more = asyncio.Event()
        self._reading = False
        self._started_told = False
        self._ending: TurnEnding | None = None
        self._ending_told = False
        self._task: asyncio.Task[None] | None = None

    @property
    def done(self) -> bool:
        """Whether the ending is known: nothing but what is queued, the ending last, will come."""
        return self._ending is not None

    def stop(self) -> None:
        """Ends the turn as Stopped, unless its ending was already handed out. Returns at once; may be called often."""
        if self._ending_told or isinstance(self._ending, Stopped):
            return
        self._queue.clear()
        if not self._started_told:
            self._queue.append(TurnStarted(self.id))
        self._ending = None
        self.put(Stopped(self.id))
        if self._task is not None:
            self._task.cancel()

    async def events(self) -> AsyncIterator[TurnEvent]:
        """TurnStarted first, exactly one ending last; can be read once.

        Leaving before the ending, by cancellation or otherwise, stops the turn. A bug in the provider ends the turn as
        Failed, and is raised to whoever reads on behind that; where nobody does, the loop's handler gets it.
        """
        if self._reading:
            raise RuntimeError("a turn's events are read once")
        self._reading = True
        try:
            while not self._ending_told:
                yield await self._next()
                await self._breath.take()
        except GeneratorExit:
            if (bug := self._bug()) is not None:
                asyncio.get_running_loop().call_exception_handler({"message": f"in turn {self.id}", "exception": bug})
            raise
        finally:
            self.stop()
        if (bug := self._bug()) is not None:
            raise bug

    async def closed(self) -> None:
        """Returns when the connection is let go. Does not raise what the turn's task raised."""
        if self._task is not None:
            await asyncio.wait((self._task,))

    def begin(self, work: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        self._task = asyncio.create_task(self._follow(work), name=f"turn {self.id}")
        self._task.add_done_callback(lambda _: self.put(Stopped(self.id)))  # where it was cancelled from elsewhere
        return self._task

    def put(self, event: TurnEvent) -> None:
        """Queues an event; one that comes behind the ending finds no one."""
        if self._ending is not None:
            return
        if isinstance(event, TurnEnding):
            self._ending = event
        self._queue.append(event)
        self._more.set()

    async def _follow(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception:
            trouble = OwnMistake("Aloud itself made a mistake while it read the answer; its log says where.")
            self.put(Failed(self.id, trouble))
            raise

    async def _next(self) -> TurnEvent:
        while not self._queue:
            self._more.clear()
            await self._more.wait()
        event = self._queue.popleft()
        self._started_told = True
        self._ending_told = isinstance(event, TurnEnding)
        return event

    def _bug(self) -> BaseException | None:
        task = self._task
        return task.exception() if task is not None and task.done() and not task.cancelled() else None
