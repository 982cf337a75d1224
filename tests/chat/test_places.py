"""Only so many at once, the others in a line that is fair, that moves, and that one can leave at any place."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from desktop_app.chat.places import Places, Ticket


class Visitor:
    """Holds a place, or waits for one, until it is told to go."""

    def __init__(self, places: Places, name: str, conversation: str = "", *, background: bool = False) -> None:
        self.name = name
        self.moves: list[int | None] = []
        self.inside = False
        self._places = places
        self._may_go = asyncio.Event()
        self.ticket = places.ticket(conversation or name, self.moves.append, background=background)
        self._task = asyncio.get_running_loop().create_task(self._visit())

    @property
    def ahead(self) -> int | None:
        """What it was told last."""
        return self.moves[-1] if self.moves else None

    @property
    def over(self) -> bool:
        return self._task.done()

    async def leave(self) -> None:
        self._may_go.set()
        await asyncio.wait([self._task])

    async def give_up(self) -> None:
        self._task.cancel()
        await asyncio.wait([self._task])

    async def _visit(self) -> None:
        async with self._places.hold(self.ticket):
            self.inside = True
            try:
                await self._may_go.wait()
            finally:
                self.inside = False


async def settle() -> None:
    for _ in range(6):
        await asyncio.sleep(0)


@asynccontextmanager
async def visitors(places: Places, *names: str) -> AsyncIterator[list[Visitor]]:
    came = []
    for name in names:
        came.append(Visitor(places, name))
        await settle()
    yield came
    for one in came:
        await one.give_up()


async def test_so_many_get_a_place_at_once_and_the_next_waits() -> None:
    places = Places(2)
    async with visitors(places, "a", "b", "c") as (a, b, c):
        assert (a.inside, b.inside, c.inside) == (True, True, False)
        await a.leave()
        await settle()
        assert c.inside


async def test_who_waits_is_told_at_each_step_and_that_its_turn_has_come() -> None:
    places = Places(1)
    async with visitors(places, "a", "b", "c") as (a, b, c):
        assert (b.moves, c.moves) == ([0], [1])
        await a.leave()
        await settle()
        assert (b.moves, c.moves) == ([0, None], [1, 0])


async def test_who_need_not_wait_is_told_nothing() -> None:
    async with visitors(Places(1), "a") as (a,):
        assert a.moves == []


async def test_one_that_leaves_the_line_lets_the_others_move_up() -> None:
    async with visitors(Places(1), "a", "b", "c") as (_a, b, c):
        await b.give_up()
        assert c.moves == [1, 0]
        assert b.moves == [0]


async def test_one_that_is_cancelled_in_the_breath_in_which_its_turn_came_gives_the_place_on() -> None:
    places = Places(1)
    async with visitors(places, "a", "b", "c") as (a, b, c):
        a._may_go.set()
        for _ in range(6):
            if b.ahead is None:
                break
            await asyncio.sleep(0)
        await b.give_up()
        await settle()
        assert c.inside
        assert places.taken == 1


async def test_a_place_is_let_go_by_an_error_too() -> None:
    places = Places(1)
    with pytest.raises(OSError, match="broken"):
        async with places.hold(places.ticket("a", lambda _ahead: None)):
            raise OSError("broken")
    assert places.taken == 0


async def test_no_limit_lets_everybody_in() -> None:
    async with visitors(Places(), *"abcdefgh") as came:
        assert all(one.inside for one in came)


async def test_a_higher_limit_counts_at_once_and_a_lower_one_throws_nobody_out() -> None:
    places = Places(1)
    async with visitors(places, "a", "b", "c") as (a, b, c):
        places.limit = 3
        await settle()
        assert c.inside
        places.limit = 1
        await a.leave()
        await settle()
        assert b.inside
        assert c.inside
        assert places.taken == 2


async def test_what_nobody_waits_for_stands_behind_what_somebody_waits_for() -> None:
    places = Places(1)
    first = Visitor(places, "first")
    await settle()
    title = Visitor(places, "title", background=True)
    await settle()
    reply = Visitor(places, "reply")
    await settle()
    assert (reply.ahead, title.ahead) == (0, 1)
    await first.leave()
    await settle()
    assert reply.inside
    for one in (title, reply):
        await one.give_up()


async def test_one_place_of_several_is_kept_from_what_nobody_waits_for() -> None:
    places = Places(2)
    titles = [Visitor(places, f"title {number}", background=True) for number in range(2)]
    await settle()
    assert [one.inside for one in titles] == [True, False]
    reply = Visitor(places, "reply")
    await settle()
    assert reply.inside
    for one in (*titles, reply):
        await one.give_up()


async def test_the_second_request_of_one_conversation_stands_behind_the_first_of_another() -> None:
    places = Places(1)
    first = Visitor(places, "a1", "a")
    await settle()
    again = [Visitor(places, f"a{number}", "a") for number in (2, 3)]
    await settle()
    other = Visitor(places, "b1", "b")
    await settle()
    assert [one.ahead for one in (*again, other)] == [0, 2, 1]
    for one in (first, *again, other):
        await one.give_up()


async def test_a_ticket_that_is_held_again_stands_where_it_stood() -> None:
    places = Places(1)
    first = Visitor(places, "first")
    await settle()
    async with visitors(places, "later") as (later,):
        await first.leave()
        await settle()
        assert later.inside
        behind = Visitor(places, "behind")
        await settle()
        moves: list[int | None] = []
        old = Ticket(background=False, round=first.ticket.round, number=first.ticket.number, on_move=moves.append)
        waiting = asyncio.get_running_loop().create_task(_hold_once(places, old))
        await settle()
        assert moves == [0]
        assert behind.moves == [0, 1]
        await later.leave()
        await waiting
        await behind.give_up()


async def _hold_once(places: Places, ticket: Ticket) -> None:
    async with places.hold(ticket):
        pass


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=14), st.integers(1, 3))
def test_while_conversations_wait_each_is_served_as_often_as_the_others(arrivals: list[str], limit: int) -> None:
    """All come before anybody leaves; then each leaves in turn."""

    async def serve() -> list[str]:
        places = Places(limit)
        blockers = [Visitor(places, f"blocker {number}") for number in range(limit)]
        await settle()
        came = [Visitor(places, f"{name}{number}", name) for number, name in enumerate(arrivals)]
        await settle()
        order: list[str] = []
        for blocker in blockers:
            await blocker.leave()
        await settle()
        while not all(one.over for one in came):
            for one in came:
                if one.inside and one.name not in order:
                    order.append(one.name)
            inside = next(one for one in came if one.inside)
            await inside.leave()
            await settle()
        return [name[0] for name in order]

    served = asyncio.run(serve())
    for length in range(1, len(served) + 1):
        counts = {name: served[:length].count(name) for name in set(arrivals)}
        hungry = [name for name in counts if counts[name] < arrivals.count(name)]
        for one in hungry:
            assert all(counts[other] <= counts[one] + limit for other in counts)


class Line(RuleBasedStateMachine):
    """Whoever comes, goes, gives up, and however the limit changes meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.places = Places(2)
        self.came: list[Visitor] = []
        self.highest = 2

    def teardown(self) -> None:
        self.run(*(one.give_up() for one in self.came))
        assert self.places.taken == 0
        assert self.places.waiting == 0
        self.loop.close()

    def run(self, *work: object) -> None:
        async def all_of_it() -> None:
            for one in work:
                await one  # type: ignore[misc]
            await settle()

        self.loop.run_until_complete(all_of_it())

    @rule(conversation=st.sampled_from("abcd"), background=st.booleans())
    def comes(self, conversation: str, background: bool) -> None:  # noqa: FBT001 - hypothesis gives it by name
        async def come() -> None:
            self.came.append(Visitor(self.places, str(len(self.came)), conversation, background=background))

        self.run(come())

    @precondition(lambda self: any(one.inside for one in self.came))
    @rule(data=st.data())
    def leaves(self, data: st.DataObject) -> None:
        self.run(data.draw(st.sampled_from([one for one in self.came if one.inside])).leave())

    @precondition(lambda self: any(not one.over for one in self.came))
    @rule(data=st.data())
    def gives_up(self, data: st.DataObject) -> None:
        self.run(data.draw(st.sampled_from([one for one in self.came if not one.over])).give_up())

    @rule(limit=st.integers(1, 4))
    def is_limited_anew(self, limit: int) -> None:
        async def change() -> None:
            self.places.limit = limit

        self.highest = max(self.highest, limit)
        self.run(change())

    @invariant()
    def the_count_is_right(self) -> None:
        assert self.places.taken == sum(one.inside for one in self.came) <= self.highest

    @invariant()
    def nobody_waits_where_there_is_room(self) -> None:
        limit = self.places.limit or 0
        waiting = [one for one in self.came if not one.inside and not one.over]
        assert self.places.waiting == len(waiting)
        if any(not one.ticket.background for one in waiting):
            assert self.places.taken >= limit
        elif waiting:
            assert self.places.taken >= max(1, limit - 1)

    @invariant()
    def each_knows_its_place(self) -> None:
        waiting = [one for one in self.came if not one.inside and not one.over]
        in_order = sorted(waiting, key=lambda one: one.ticket.rank)
        assert [one.ahead for one in in_order] == list(range(len(waiting)))
        assert all(one.ahead is None for one in self.came if one.inside)


Line.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestLine = Line.TestCase
