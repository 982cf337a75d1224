"""How many requests a server gets at once: each holds a place, others wait in line and know how many are before them.

```
ticket = places.ticket("conversation", on_move=tell)     tell(2), tell(1), tell(0), and None when its turn has come
async with places.hold(ticket):                           waits, and lets the place go however it ends
    ...
```

Who waits before the screen comes before what nobody waits for (``background``), and one place is kept from the latter
where there are two or more. Among equals each conversation has its turn: the second request of one stands behind the
first of another that came a little later, and nobody is passed over for ever (self-clocked fair queueing). A ticket
that asks once more, after a try that failed, stands where it stood.
"""

from __future__ import annotations

import asyncio
from bisect import insort
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count

OnMove = Callable[[int | None], None]


@dataclass(slots=True, eq=False)
class Ticket:
    """``Places.ticket`` makes it; it can be held again, one time after the other."""

    background: bool
    round: int
    number: int
    on_move: OnMove
    ahead: int | None = None
    _come: asyncio.Future[None] | None = field(default=None, repr=False)

    @property
    def rank(self) -> tuple[bool, int, int]:
        return (self.background, self.round, self.number)


class Places:
    """``limit`` None: as many as want one. It may be changed at any time; who holds a place keeps it."""

    def __init__(self, limit: int | None = None) -> None:
        self._limit = limit
        self._taken = 0
        self._line: list[Ticket] = []
        self._round = 0  # of the ticket that got a place last
        self._rounds: dict[str, int] = {}  # of the last ticket of each conversation
        self._numbers = count()

    @property
    def limit(self) -> int | None:
        return self._limit

    @limit.setter
    def limit(self, limit: int | None) -> None:
        self._limit = limit
        self._admit()

    @property
    def taken(self) -> int:
        return self._taken

    @property
    def waiting(self) -> int:
        return len(self._line)

    def ticket(self, conversation: str, on_move: OnMove, *, background: bool = False) -> Ticket:
        """``on_move`` is called at each step in the line, and not at all where no wait is needed."""
        self._rounds = {name: last for name, last in self._rounds.items() if last > self._round}
        turn = self._rounds[conversation] = max(self._round, self._rounds.get(conversation, 0)) + 1
        return Ticket(background, turn, next(self._numbers), on_move)

    @asynccontextmanager
    async def hold(self, ticket: Ticket) -> AsyncIterator[None]:
        await self._enter(ticket)
        try:
            yield
        finally:
            self._leave()

    async def _enter(self, ticket: Ticket) -> None:
        come = ticket._come = asyncio.get_running_loop().create_future()
        insort(self._line, ticket, key=lambda one: one.rank)
        self._admit()
        if come.done():
            return
        try:
            await come
        except asyncio.CancelledError:
            if ticket in self._line:
                self._line.remove(ticket)
                ticket.ahead = None
                self._admit()
            else:  # its turn came in the same breath
                self._leave()
            raise

    def _leave(self) -> None:
        self._taken -= 1
        self._admit()

    def _admit(self) -> None:
        while self._line and self._has_room(self._line[0]):
            ticket = self._line.pop(0)
            self._taken += 1
            self._round = max(self._round, ticket.round)
            if ticket._come is not None and not ticket._come.done():
                ticket._come.set_result(None)
            if ticket.ahead is not None:
                ticket.ahead = None
                ticket.on_move(None)
        for place, ticket in enumerate(self._line):
            if ticket.ahead != place:
                ticket.ahead = place
                ticket.on_move(place)

    def _has_room(self, ticket: Ticket) -> bool:
        if self._limit is None:
            return True
        return self._taken < (max(1, self._limit - 1) if ticket.background else self._limit)
