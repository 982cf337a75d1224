"""The thread in which a sound library may hang without anybody else."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from desktop_app.speech.sound.device_thread import DeviceThread


@pytest.fixture
def thread() -> Iterator[DeviceThread]:
    thread = DeviceThread()
    yield thread
    assert thread.end(5)


def test_everything_is_done_in_one_thread_and_in_order(thread: DeviceThread) -> None:
    seen: list[tuple[int, int]] = []
    for number in range(20):
        thread.begin(lambda number=number: seen.append((number, threading.get_ident())))  # type: ignore[misc]
    assert thread.call(lambda: "last", 5) == "last"
    assert [number for number, _ident in seen] == list(range(20))
    assert {ident for _number, ident in seen} != {threading.get_ident()}
    assert len({ident for _number, ident in seen}) == 1


def test_an_error_is_the_askers_and_the_thread_goes_on(thread: DeviceThread) -> None:
    with pytest.raises(ZeroDivisionError):
        thread.call(lambda: 1 / 0, 5)
    assert thread.call(lambda: 1, 5) == 1


def test_who_asks_of_a_thread_that_hangs_goes_on_and_it_is_done_later(thread: DeviceThread) -> None:
    answers = threading.Event()
    thread.begin(answers.wait)
    done: list[bool] = []
    with pytest.raises(TimeoutError):
        thread.call(lambda: done.append(True), 0.01)
    assert not thread.end(0.01)
    answers.set()
    assert thread.end(5)
    assert done == [True]


async def test_what_nobody_waits_for_any_more_is_taken_back(thread: DeviceThread) -> None:
    answers, taken_back = threading.Event(), threading.Event()
    asked = asyncio.create_task(thread.ask(answers.wait, lambda _opened: taken_back.set()))
    await asyncio.sleep(0.05)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    answers.set()
    assert await asyncio.to_thread(taken_back.wait, 5)


async def test_what_was_not_begun_is_not_done_for_somebody_who_has_left(thread: DeviceThread) -> None:
    answers, done = threading.Event(), threading.Event()
    thread.begin(answers.wait)
    asked = asyncio.create_task(thread.ask(done.set, lambda _done: done.set()))
    await asyncio.sleep(0.05)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    answers.set()
    await thread.ask(lambda: None)
    assert not done.is_set()


def test_a_thread_that_never_began_ends() -> None:
    assert DeviceThread().end(0)
