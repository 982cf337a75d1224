"""A turn from its start to its one ending: retries, stops at every moment, and bugs that are heard."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.chat.engine import ChatEngine, RunningTurn
from desktop_app.chat.places import Places
from desktop_app.chat.provider import ChatRequest, Done, Reasoning, Text, Tokens, Unreadable
from desktop_app.domain.errors import ConnectionCut, KeyRefused, RateLimited, ServerFailed, Unreachable
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
    TurnStarted,
    UsageReported,
    Waiting,
)
from desktop_app.domain.usage import Usage
from tests.support.scripted_provider import FINISH, Hang, ScriptedProvider, Step, VirtualSleep, asked, words

BUSY = ServerFailed("busy", status=503)


def engine_for(*scripts: list[Step], sleep: VirtualSleep | None = None) -> tuple[ChatEngine, ScriptedProvider]:
    provider = ScriptedProvider(list(scripts))
    return ChatEngine(provider, sleep=sleep or VirtualSleep(), random=lambda: 0.0), provider


async def all_events(turn: RunningTurn, each: Callable[[TurnEvent], None] = lambda _: None) -> list[TurnEvent]:
    events = []
    async for event in turn.events():
        events.append(event)
        each(event)
    return events


async def told(*scripts: list[Step], sleep: VirtualSleep | None = None) -> list[TurnEvent]:
    engine, _ = engine_for(*scripts, sleep=sleep)
    return await all_events(engine.start(asked(), "t"))


async def test_an_answer_is_told_from_its_start_to_its_one_ending() -> None:
    usage = Usage(input=1, output=2)
    events = await told([Reasoning("hm"), Text("He"), Text("llo"), Unreadable(), Unreadable(), Tokens(usage), FINISH])
    assert events == [
        TurnStarted("t"),
        ReasoningDelta("t", "hm"),
        TextDelta("t", "He"),
        TextDelta("t", "llo"),
        Malformed("t", 1),
        Malformed("t", 2),
        UsageReported("t", usage),
        Finished("t", FinishReason.STOP),
    ]


async def test_the_reason_for_the_end_is_the_models() -> None:
    assert (await told([Text("a"), Done(FinishReason.LENGTH)]))[-1] == Finished("t", FinishReason.LENGTH)


async def test_what_comes_behind_the_end_is_not_told() -> None:
    assert (await told([Text("a"), FINISH, Text("b"), FINISH, BUSY]))[1:] == [TextDelta("t", "a"), Finished("t")]


async def test_a_stream_that_just_ends_was_cut() -> None:
    events = await told([Text("half")])
    assert isinstance(events[-1], Failed)
    assert isinstance(events[-1].error, ConnectionCut)


async def test_a_failed_request_goes_out_again_after_a_growing_wait() -> None:
    sleep = VirtualSleep()
    events = await told([BUSY], [Unreachable("gone")], words("Hi"), sleep=sleep)
    assert [type(event) for event in events] == [TurnStarted, Retrying, Retrying, TextDelta, Finished]
    assert events[1] == Retrying("t", 2, 0.5, BUSY)
    assert sleep.waits == [0.5, 1.0]


async def test_three_retries_are_the_last() -> None:
    engine, provider = engine_for([BUSY])
    events = await all_events(engine.start(asked(), "t"))
    assert [type(event) for event in events] == [TurnStarted, Retrying, Retrying, Retrying, Failed]
    assert events[-1] == Failed("t", BUSY)
    assert len(provider.requests) == 4


@pytest.mark.parametrize("delta", [Text("x"), Reasoning("x")])
async def test_after_the_first_delta_nothing_is_asked_again(delta: Text | Reasoning) -> None:
    engine, provider = engine_for([delta, BUSY])
    events = await all_events(engine.start(asked(), "t"))
    assert events[-1] == Failed("t", BUSY)
    assert len(provider.requests) == 1


async def test_an_error_that_stays_is_told_at_once() -> None:
    refused = KeyRefused("no")
    assert await told([refused]) == [TurnStarted("t"), Failed("t", refused)]


async def test_the_wait_that_the_server_asks_for_is_kept() -> None:
    sleep = VirtualSleep()
    await told([RateLimited("slow", retry_after=7.0)], words("Hi"), sleep=sleep)
    assert sleep.waits == [7.0]


async def test_a_server_that_asks_for_more_than_a_minute_is_not_asked_again() -> None:
    limited = RateLimited("slow", retry_after=61.0)
    assert await told([limited], words("Hi")) == [TurnStarted("t"), Failed("t", limited)]


async def test_damage_in_a_try_that_did_not_count_is_not_told() -> None:
    events = await told([Unreadable(), Tokens(Usage(input=1)), BUSY], [Unreadable(), Text("Hi"), FINISH])
    assert [type(event) for event in events] == [TurnStarted, Retrying, Malformed, TextDelta, Finished]
    assert events[2] == Malformed("t", 1)


async def test_damage_alone_is_told_before_the_failure() -> None:
    events = await told([Unreadable(), KeyRefused("no")])
    assert [type(event) for event in events] == [TurnStarted, Malformed, Failed]


async def test_a_stop_before_the_first_event_is_told() -> None:
    engine, provider = engine_for(words("Hi"))
    turn = engine.start(asked(), "t")
    turn.stop()
    turn.stop()
    assert await all_events(turn) == [TurnStarted("t"), Stopped("t")]
    assert provider.requests == []


async def test_a_stop_in_the_stream_closes_it() -> None:
    engine, provider = engine_for([Text("a"), Hang()])
    turn = engine.start(asked(), "t")
    events = await all_events(turn, lambda event: turn.stop() if isinstance(event, TextDelta) else None)
    await turn.closed()
    assert events == [TurnStarted("t"), TextDelta("t", "a"), Stopped("t")]
    assert (provider.opened, provider.closed) == (1, 1)


async def test_a_stop_in_the_wait_before_a_retry_ends_the_wait() -> None:
    engine, provider = engine_for([BUSY], words("Hi"), sleep=VirtualSleep(held=True))
    turn = engine.start(asked(), "t")
    events = await all_events(turn, lambda event: turn.stop() if isinstance(event, Retrying) else None)
    assert [type(event) for event in events] == [TurnStarted, Retrying, Stopped]
    await turn.closed()
    assert len(provider.requests) == 1


async def test_nothing_that_was_queued_comes_after_a_stop() -> None:
    engine, _ = engine_for(words("a", "b", "c"))
    turn = engine.start(asked(), "t")
    await turn.closed()
    assert turn.done
    turn.stop()
    assert await all_events(turn) == [TurnStarted("t"), Stopped("t")]


async def test_a_stop_after_the_ending_changes_nothing() -> None:
    engine, _ = engine_for(words("a"))
    turn = engine.start(asked(), "t")
    events = await all_events(turn, lambda event: turn.stop() if isinstance(event, Finished) else None)
    turn.stop()
    assert events[-1] == Finished("t")
    assert sum(isinstance(event, TurnEnding) for event in events) == 1


async def test_a_provider_that_does_not_listen_to_the_stop_is_not_heard_any_more() -> None:
    class Stubborn(ScriptedProvider):
        async def stream(self, request: Any) -> Any:
            try:
                await asyncio.sleep(30)
            except asyncio.CancelledError:
                yield Text("late")
            yield FINISH

    turn = ChatEngine(Stubborn([])).start(asked(), "t")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    turn.stop()
    await turn.closed()
    assert await all_events(turn) == [TurnStarted("t"), Stopped("t")]


async def test_cancelling_the_reader_stops_the_turn() -> None:
    engine, provider = engine_for([Text("a"), Hang()])
    turn = engine.start(asked(), "t")
    reader = asyncio.create_task(all_events(turn))
    await provider.until_opened(1)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    await turn.closed()
    assert turn.done
    assert provider.closed == 1


async def test_leaving_the_events_stops_the_turn() -> None:
    engine, provider = engine_for([Text("a"), Hang()])
    turn = engine.start(asked(), "t")
    events = turn.events()
    while not isinstance(await anext(events), TextDelta):
        pass
    await events.aclose()  # type: ignore[attr-defined]  # an async generator behind its public type
    await turn.closed()
    assert provider.closed == 1


async def test_a_task_cancelled_from_elsewhere_still_gives_an_ending() -> None:
    engine, _ = engine_for([Text("a"), Hang()])
    turn = engine.start(asked(), "t")
    task = next(task for task in asyncio.all_tasks() if task.get_name() == "turn t")
    task.cancel()
    assert (await all_events(turn))[-1] == Stopped("t")


async def test_a_bug_ends_the_turn_and_is_raised_behind_the_ending() -> None:
    engine, provider = engine_for([Text("a"), ZeroDivisionError("bug")])
    events: list[TurnEvent] = []
    with pytest.raises(ZeroDivisionError):
        await all_events(engine.start(asked(), "t"), events.append)
    assert isinstance(events[-1], Failed)
    assert provider.closed == 1
    assert not engine.running


async def test_a_bug_is_reported_where_the_reader_leaves_at_the_ending() -> None:
    loop = asyncio.get_running_loop()
    reported: asyncio.Future[dict[str, Any]] = loop.create_future()
    loop.set_exception_handler(lambda _, context: reported.set_result(context))
    engine, _ = engine_for([ZeroDivisionError("bug")])
    async for event in engine.start(asked(), "t").events():
        if isinstance(event, TurnEnding):
            break
    async with asyncio.timeout(10):
        assert isinstance((await reported)["exception"], ZeroDivisionError)


async def test_events_are_read_once() -> None:
    engine, _ = engine_for(words("a"))
    turn = engine.start(asked(), "t")
    await all_events(turn)
    with pytest.raises(RuntimeError):
        await all_events(turn)


async def test_running_turns_have_names_and_one_name_runs_once() -> None:
    engine, _ = engine_for([Hang()])
    first, second = engine.start(asked(), "one"), engine.start(asked())
    assert list(engine.running) == ["one", second.id]
    with pytest.raises(ValueError, match="already running"):
        engine.start(asked(), "one")
    assert engine.stop("one")
    assert not engine.stop("one")
    assert not engine.stop("nobody")
    assert list(engine.running) == [second.id]
    engine.stop_all()
    assert not engine.running
    await first.closed()
    await second.closed()


async def test_stopping_all_reaches_a_turn_whose_reader_is_behind() -> None:
    engine, _ = engine_for(words("a", "b"))
    turn = engine.start(asked(), "t")
    await turn.closed()
    engine.stop_all()
    assert await all_events(turn) == [TurnStarted("t"), Stopped("t")]


async def test_closing_the_engine_waits_for_every_connection() -> None:
    engine, provider = engine_for([Text("a"), Hang()])
    turns = [engine.start(asked()) for _ in range(3)]
    await provider.until_opened(3)
    await engine.aclose()
    assert provider.closed == 3
    assert all(turn.done for turn in turns)
    await engine.aclose()


async def test_a_provider_that_never_pauses_lets_others_have_the_loop() -> None:
    class Torrent(ScriptedProvider):
        async def stream(self, request: Any) -> Any:
            for _ in range(2_000):
                yield Text("x")
            yield FINISH

    ticks = iter(range(1_000_000))
    turns_of_others = 0

    async def other() -> None:
        nonlocal turns_of_others
        while True:
            turns_of_others += 1
            await asyncio.sleep(0)

    engine = ChatEngine(Torrent([]), clock=lambda: next(ticks) * 0.001)
    neighbour = asyncio.create_task(other())
    events = await all_events(engine.start(asked(), "t"))
    neighbour.cancel()
    assert len(events) == 2_002
    assert turns_of_others > 400


steps = st.sampled_from(
    [Text("x"), Reasoning("r"), Unreadable(), Tokens(Usage(input=1)), FINISH, BUSY, KeyRefused("no")]
)


@settings(deadline=None)
@given(scripts=st.lists(st.lists(steps, max_size=6), min_size=1, max_size=5), stop_after=st.integers(0, 12))
def test_whatever_comes_there_is_one_start_one_ending_and_nothing_behind(
    scripts: list[list[Step]], stop_after: int
) -> None:
    async def run() -> list[TurnEvent]:
        engine, _ = engine_for(*scripts)
        turn = engine.start(asked(), "t")
        events: list[TurnEvent] = []

        def stop_in_time(event: TurnEvent) -> None:
            events.append(event)
            if len(events) == stop_after:
                turn.stop()

        await all_events(turn, stop_in_time)
        await engine.aclose()
        return events

    events = asyncio.run(run())
    assert events[0] == TurnStarted("t")
    assert sum(isinstance(event, TurnStarted) for event in events) == 1
    assert [isinstance(event, TurnEnding) for event in events] == [False] * (len(events) - 1) + [True]
    deltas = [index for index, event in enumerate(events) if isinstance(event, TextDelta | ReasoningDelta)]
    retries = [index for index, event in enumerate(events) if isinstance(event, Retrying)]
    assert len(retries) <= 3
    assert not (deltas and retries) or retries[-1] < deltas[0]
    if len(events) > stop_after > 0:
        assert isinstance(events[-1], Stopped)
        assert len(events) == stop_after + 1


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 - a few turns of a loop in which nothing waits for time
            await asyncio.sleep(0)


def limited(limit: int, *scripts: list[Step], sleep: VirtualSleep | None = None) -> tuple[ChatEngine, ScriptedProvider]:
    provider = ScriptedProvider(list(scripts))
    places = Places(limit)
    return ChatEngine(provider, sleep=sleep or VirtualSleep(), random=lambda: 0.0, places=places), provider


async def test_a_turn_that_waits_says_how_many_are_before_it_and_when_its_turn_has_come() -> None:
    engine, provider = limited(1, [Hang()], [Hang()], words("ok"))
    first, second = (engine.start(asked(), name) for name in ("1", "2"))
    third = engine.start(asked(), "3")
    told = asyncio.ensure_future(all_events(third))
    await provider.until_opened(1)
    first.stop()
    await provider.until_opened(2)
    second.stop()
    assert await told == [
        TurnStarted("3"),
        Waiting("3", 1),
        Waiting("3", 0),
        Admitted("3"),
        TextDelta("3", "ok"),
        Finished("3"),
    ]


async def test_a_turn_can_be_stopped_before_it_begins_and_never_asks() -> None:
    engine, provider = limited(1, [Hang()])
    first = engine.start(asked(), "1")
    second = engine.start(asked(), "2")
    await provider.until_opened(1)
    second.stop()
    assert await all_events(second) == [TurnStarted("2"), Stopped("2")]
    await second.closed()
    first.stop()
    await first.closed()
    assert provider.opened == 1


@pytest.mark.parametrize(
    "script", [words("ok"), [KeyRefused("no")], [RuntimeError("a bug")], [Hang()], [Text("half")]], ids=str
)
async def test_however_a_turn_ends_the_next_one_gets_its_place(script: list[Step]) -> None:
    engine, provider = limited(1, script, words("ok"))
    first = engine.start(asked(), "1")
    second = engine.start(asked(), "2")
    await provider.until_opened(1)
    if isinstance(script[0], Hang):
        first.stop()
    async with asyncio.timeout(5):
        with contextlib.suppress(RuntimeError):
            await all_events(first)
        assert (await all_events(second))[-1] == Finished("2")


async def test_a_turn_that_waits_for_its_next_try_holds_no_place() -> None:
    engine, provider = limited(1, [BUSY], words("ok"), sleep=VirtualSleep(held=True))
    first = engine.start(asked(), "1")
    second = engine.start(asked(), "2")
    async with asyncio.timeout(5):
        assert (await all_events(second))[-1] == Finished("2")
    first.stop()
    await first.closed()
    assert provider.opened == 2


async def test_a_turn_that_tries_again_waits_for_a_place_like_all_others() -> None:
    engine, provider = limited(1, [BUSY], [Hang()], words("ok"))
    first = engine.start(asked(), "1")
    told = asyncio.ensure_future(all_events(first))
    second = engine.start(asked(), "2")
    await provider.until_opened(2)
    await until(lambda: engine.running == ("1", "2"))
    for _ in range(10):
        await asyncio.sleep(0)
    second.stop()
    names = [type(event).__name__ for event in await told]
    assert names == ["TurnStarted", "Retrying", "Waiting", "Admitted", "TextDelta", "Finished"]


async def test_what_nobody_looks_at_may_gather_where_many_stream_and_what_somebody_looks_at_may_not() -> None:
    rests: list[float] = []

    def look(request: ChatRequest) -> None:
        rests.append(request.gather() if request.gather is not None else -1.0)

    engine, provider = limited(100, [Hang()])
    provider.on_request = look
    for number in range(4):
        engine.start(replace(asked(), looked_at=lambda: False), str(number))
    await provider.until_opened(4)
    assert rests == [0.0] * 4
    for number in range(4, 60):
        engine.start(replace(asked(), looked_at=lambda: False), str(number))
    engine.start(replace(asked(), looked_at=lambda: True), "in front")
    await provider.until_opened(61)
    assert 0.0 < rests[-2] <= 0.2
    assert rests[-1] == 0.0
    await engine.aclose()
