"""The thread that does one thing after another."""

from __future__ import annotations

import asyncio
import functools
import logging
import threading

import pytest

from desktop_app.storage.thread import JobThread


async def test_jobs_are_done_in_order_on_one_other_thread() -> None:
    thread = JobThread("test")
    seen: list[tuple[int, threading.Thread]] = []

    def note(number: int) -> None:
        seen.append((number, threading.current_thread()))

    for number in range(50):
        thread.post(functools.partial(note, number))
    await thread.run(lambda: None)
    thread.stop()
    assert [number for number, _ in seen] == list(range(50))
    assert len({where for _, where in seen}) == 1
    assert threading.current_thread() not in {where for _, where in seen}


async def test_a_result_and_an_exception_come_back_to_whoever_asked() -> None:
    thread = JobThread("test")
    assert await thread.run(lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        await thread.run(lambda: 1 / 0)
    assert await thread.run(lambda: "still alive") == "still alive"
    thread.stop()


async def test_a_bug_in_a_job_is_logged_and_does_not_end_the_thread(caplog: pytest.LogCaptureFixture) -> None:
    thread = JobThread("test")
    with caplog.at_level(logging.ERROR):
        thread.post(lambda: 1 / 0)
        assert await thread.run(lambda: 1) == 1
    thread.stop()
    assert "ZeroDivisionError" in caplog.text


async def test_a_delayed_job_lets_others_pass_and_comes_in_its_time() -> None:
    thread = JobThread("test")
    order: list[str] = []
    done = threading.Event()

    def late() -> None:
        order.append("late")
        done.set()

    thread.post(late, after=0.5)
    thread.post(lambda: order.append("early"))
    assert await asyncio.to_thread(done.wait, 10)
    thread.stop()
    assert order == ["early", "late"]


async def test_stopping_does_what_is_due_and_drops_what_is_not() -> None:
    thread = JobThread("test")
    order: list[str] = []
    thread.post(lambda: order.append("never"), after=3600)
    thread.post(lambda: order.append("due"))
    thread.stop()
    assert order == ["due"]
    with pytest.raises(RuntimeError, match="stopped"):
        thread.post(lambda: None)


async def test_who_is_cancelled_while_waiting_does_not_cancel_the_work() -> None:
    thread = JobThread("test")
    gate, done = threading.Event(), threading.Event()

    def work() -> None:
        gate.wait()
        done.set()

    waiting = asyncio.ensure_future(thread.run(work))
    await asyncio.sleep(0)
    waiting.cancel()
    gate.set()
    await thread.run(lambda: None)
    thread.stop()
    assert done.is_set()


def test_an_answer_for_a_loop_that_is_gone_troubles_nobody() -> None:
    thread = JobThread("test")
    gate = threading.Event()

    async def leave() -> None:
        thread.submit(gate.wait)

    asyncio.run(leave())
    gate.set()
    thread.stop()  # filterwarnings=error: an exception on the thread would fail here
