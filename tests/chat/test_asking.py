"""The breath that all turns share: however many want to go on, the loop belongs to others after a few milliseconds."""

from __future__ import annotations

import asyncio

from desktop_app.chat.asking import Breath

TURNS, PIECES = 50, 40


class Clock:
    """Goes on with the work that is done, a millisecond for each piece."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Workers:
    def __init__(self) -> None:
        self.clock = Clock()
        self.breath = Breath(self.clock)
        self.done = [0] * TURNS
        self.rounds: list[int] = []
        """Pieces between two rounds of the loop, as somebody else in it sees them."""

    async def work(self, number: int) -> None:
        for _ in range(PIECES):
            await self.breath.take()
            self.clock.now += 0.001
            self.done[number] += 1

    async def watch(self) -> None:
        before = 0
        while sum(self.done) < sum(PIECES for _ in self.done):
            await asyncio.sleep(0)
            self.rounds.append(sum(self.done) - before)
            before = sum(self.done)


async def test_fifty_turns_hold_the_loop_no_longer_than_one() -> None:
    workers = Workers()
    async with asyncio.timeout(20):
        await asyncio.gather(workers.watch(), *(workers.work(number) for number in range(TURNS)))
    assert sum(workers.rounds) == TURNS * PIECES
    assert max(workers.rounds) <= 8


async def test_all_of_them_get_on_and_none_is_left_behind() -> None:
    workers = Workers()
    tasks = [asyncio.ensure_future(workers.work(number)) for number in range(TURNS)]
    for _ in range(TURNS * PIECES):
        await asyncio.sleep(0)
        if max(workers.done) > PIECES // 2:
            break
    assert min(workers.done) >= max(workers.done) // 4 > 0
    await asyncio.gather(*tasks)


async def test_one_that_is_stopped_in_the_line_keeps_nobody_up() -> None:
    workers = Workers()
    tasks = [asyncio.ensure_future(workers.work(number)) for number in range(TURNS)]
    for _ in range(3):
        await asyncio.sleep(0)
    for task in tasks[:-1]:
        task.cancel()
    async with asyncio.timeout(5):
        await tasks[-1]
    assert workers.done[-1] == PIECES
