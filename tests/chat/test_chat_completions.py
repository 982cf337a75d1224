"""Chat Completions against a real local server: what is sent, what comes, what is done without."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from desktop_app.chat.chat_completions import ChatCompletions
from desktop_app.chat.engine import ChatEngine
from desktop_app.chat.openai_client import OpenAIClient
from desktop_app.chat.provider import ChatRequest, Done, Reasoning, Text
from desktop_app.domain.errors import (
    ConnectionCut,
    ContextTooLong,
    KeyRefused,
    ModelUnknown,
    NotOffered,
    QuotaExhausted,
    RateLimited,
    RequestRefused,
    ServerFailed,
    UserError,
)
from desktop_app.domain.messages import Role
from desktop_app.domain.turn import Failed, FinishReason, Retrying, Stopped, TextDelta, TurnEvent
from tests.support.api_replies import error_body
from tests.support.api_server import ApiServer, ChatReply
from tests.support.chat_answers import STOP, USAGE, answer, texts
from tests.support.scripted_provider import VirtualSleep, asked, said


async def test_an_answer_comes_delta_by_delta_with_its_tokens_at_the_end(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.chat(ChatReply(deltas=["He", "llo"]))
    assert await answer(provider) == [Text("He"), Text("llo"), USAGE, STOP]


async def test_the_request_is_what_the_server_expects(server: ApiServer, provider: ChatCompletions) -> None:
    await answer(provider, asked("Hi", system_prompt="Be brief.", limit=50))
    [request] = server.requests
    assert request.headers["Authorization"] == "Bearer sk-good"
    assert request.json == {
        "model": "test-small",
        "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi"}],
        "max_completion_tokens": 50,
        "stream": True,
        "stream_options": {"include_usage": True},
    }


@pytest.mark.parametrize(("messages", "characters"), [(600, 10), (3, 100_000)])
async def test_a_long_conversation_arrives_as_it_is(
    server: ApiServer, provider: ChatCompletions, messages: int, characters: int
) -> None:
    text = '"é🙂\\\n' * (characters // 5)
    path = tuple(said(Role.USER, f"{number} {text}") for number in range(messages))
    await answer(provider, ChatRequest("test-small", path))
    [request] = server.requests
    assert request.headers["Content-Type"] == "application/json"
    assert [message["content"] for message in request.json["messages"]] == [message.text for message in path]


async def test_half_a_surrogate_pair_does_not_keep_a_question_from_being_asked(
    server: ApiServer, provider: ChatCompletions
) -> None:
    await answer(provider, asked("half \ud83d"))
    assert server.requests[0].json["messages"] == [{"role": "user", "content": "half ?"}]


async def test_without_streaming_the_answer_comes_in_one_piece(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=["He", "llo"], reasoning=["hm"]))
    assert await answer(provider, asked(streaming=False)) == [Reasoning("hm"), Text("Hello"), USAGE, STOP]
    assert "stream" not in server.requests[0].json
    assert "stream_options" not in server.requests[0].json


async def test_a_server_that_refuses_stream_options_is_asked_without_them_from_then_on(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.refuses = {"stream_options"}
    assert texts(await answer(provider)).startswith("You said")
    assert texts(await answer(provider)).startswith("You said")
    assert ["stream_options" in request.json for request in server.requests] == [True, False, False]


@pytest.mark.parametrize("field", ["stream_options", "max_completion_tokens", "stream"])
async def test_any_refused_field_is_done_without(server: ApiServer, provider: ChatCompletions, field: str) -> None:
    server.refuses = {field}
    assert texts(await answer(provider, asked("Hi", limit=9))).startswith("You said")
    assert field not in server.requests[-1].json


async def test_a_limit_is_named_as_the_server_knows_it(server: ApiServer, provider: ChatCompletions) -> None:
    server.refuses = {"max_completion_tokens", "stream_options"}
    await answer(provider, asked("Hi", limit=9))
    await answer(provider, asked("Hi", limit=9))
    assert server.requests[-1].json["max_tokens"] == 9
    assert len(server.requests) == 4


async def test_a_server_that_refuses_every_name_for_the_limit_is_not_asked_for_ever(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.refuses = {"max_completion_tokens", "max_tokens"}
    with pytest.raises(RequestRefused):
        await answer(provider, asked("Hi", limit=9))
    assert len(server.requests) == 2


async def test_an_account_that_may_not_stream_gets_its_answer_whole(
    server: ApiServer, provider: ChatCompletions
) -> None:
    message = "Your organization must be verified to stream this model."
    server.chat(ChatReply(status=400, error=error_body(message, param="stream")), ChatReply(text="Hello"))
    assert texts(await answer(provider)) == "Hello"
    assert "stream" not in server.requests[1].json


async def test_reasoning_is_told_apart_from_the_answer(server: ApiServer, provider: ChatCompletions) -> None:
    for field in ("reasoning_content", "reasoning"):
        server.chat(ChatReply(deltas=["Hi"], reasoning=["hm", "ok"], reasoning_field=field))
        assert await answer(provider) == [Reasoning("hm"), Reasoning("ok"), Text("Hi"), USAGE, STOP]


async def test_a_server_that_cannot_stream_may_answer_whole(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(text="Hello there", whole=True, finish_reason="length"))
    assert await answer(provider) == [Text("Hello there"), USAGE, Done(FinishReason.LENGTH)]


async def test_an_answer_that_came_whole_is_finished_even_without_a_reason(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.chat(ChatReply(text="Hello", finish_reason=None, usage=None))
    assert await answer(provider, asked(streaming=False)) == [Text("Hello"), STOP]


async def test_a_connection_is_used_again_after_a_whole_answer(server: ApiServer, provider: ChatCompletions) -> None:
    for _ in range(3):
        await answer(provider)
    assert len({request.client_port for request in server.requests}) == 1


async def test_the_server_sees_a_stop_at_once(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(text="x" * 4000, pace=0.02))
    engine = ChatEngine(provider)
    turn = engine.start(asked())
    events: list[TurnEvent] = []
    async for event in turn.events():
        events.append(event)
        if isinstance(event, TextDelta):
            turn.stop()
    await server.until(lambda: server.requests[0].dropped_at is not None)
    assert isinstance(events[-1], Stopped)
    assert len([event for event in events if isinstance(event, TextDelta)]) == 1
    assert server.requests[0].bytes_sent < 4000


async def test_the_server_sees_a_stop_while_it_still_thinks(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(text="late", delay=60.0))
    turn = ChatEngine(provider).start(asked())
    await server.until(lambda: len(server.requests) == 1)
    turn.stop()
    await server.until(lambda: server.requests[0].dropped_at is not None)
    assert [type(event).__name__ async for event in turn.events()] == ["TurnStarted", "Stopped"]


async def test_a_new_question_right_behind_a_stop_is_answered(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(text="x" * 4000, pace=0.02))
    engine = ChatEngine(provider)
    first = engine.start(asked("one"))
    await server.until(lambda: bool(server.requests))
    first.stop()
    events = [event async for event in engine.start(asked("two")).events()]
    assert "".join(event.text for event in events if isinstance(event, TextDelta)).startswith("You said: two")
    await engine.aclose()


async def test_a_limited_server_is_asked_again_when_it_said(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(status=429, headers={"Retry-After": "7"}), ChatReply(status=503), ChatReply(text="Hi"))
    sleep = VirtualSleep()
    turn = ChatEngine(provider, sleep=sleep, random=lambda: 0.0).start(asked())
    events = [event async for event in turn.events()]
    assert sleep.waits == [7.0, 1.0]
    assert [type(event.error) for event in events if isinstance(event, Retrying)] == [RateLimited, ServerFailed]
    assert len(server.requests) == 3


async def test_a_cut_before_the_first_word_is_tried_again(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(text="lost", cut_after=0), ChatReply(text="Hi"))
    turn = ChatEngine(provider, sleep=VirtualSleep()).start(asked())
    events = [event async for event in turn.events()]
    assert "".join(event.text for event in events if isinstance(event, TextDelta)) == "Hi"


async def test_a_cut_in_the_answer_keeps_what_came_and_is_not_tried_again(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.chat(ChatReply(deltas=["He", "llo"], cut_after=1), ChatReply(text="again"))
    events = [event async for event in ChatEngine(provider, sleep=VirtualSleep()).start(asked(), "t").events()]
    assert TextDelta("t", "He") in events
    assert isinstance(events[-1], Failed)
    assert isinstance(events[-1].error, ConnectionCut)
    assert len(server.requests) == 1


async def test_a_refused_key_is_told_without_the_key(server: ApiServer) -> None:
    server.keys = {"sk-good"}
    provider = ChatCompletions(OpenAIClient(server.url, "sk-wrong-0123456789"))
    with pytest.raises(KeyRefused) as caught:
        await answer(provider)
    await provider.aclose()
    assert "[key]" in caught.value.detail
    assert "sk-wrong" not in caught.value.detail
    assert caught.value.__suppress_context__


async def test_checking_asks_a_server_without_a_list_the_shortest_question(
    server: ApiServer, provider: ChatCompletions
) -> None:
    assert await provider.check("test-small") == ["test-large", "test-small"]
    server.missing = {"/v1/models"}
    assert await provider.check("test-small") == []
    assert server.requests[-1].json["messages"] == [{"role": "user", "content": "Hi"}]
    server.chat(ChatReply(status=404, error=error_body("no such model", code="model_not_found")))
    assert await provider.check("wrong") == [], "it answers, and took the key"
    server.keys = {"sk-other"}
    with pytest.raises(KeyRefused):
        await provider.check("test-small")


async def test_a_quarter_megabyte_at_once_does_not_keep_the_loop_to_itself(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.chat(ChatReply(text="word " * 50_000, flat_out=True))
    turns_of_others = 0

    async def other() -> None:
        nonlocal turns_of_others
        while True:
            turns_of_others += 1
            await asyncio.sleep(0.001)

    neighbour = asyncio.create_task(other())
    ticks = iter(range(10_000_000))
    engine = ChatEngine(provider, clock=lambda: next(ticks) * 1e-4)
    length = 0
    async for event in engine.start(asked()).events():
        length += len(event.text) if isinstance(event, TextDelta) else 0
    neighbour.cancel()
    assert length == 250_000
    assert turns_of_others > 10


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (ChatReply(status=401, error=error_body("no", code="invalid_api_key")), KeyRefused),
        (ChatReply(status=403), KeyRefused),
        (ChatReply(status=429, error=error_body("empty", code="insufficient_quota")), QuotaExhausted),
        (ChatReply(status=404, error=error_body("no such model", code="model_not_found")), ModelUnknown),
        (ChatReply(status=404, error={"detail": "Not Found"}), NotOffered),
        (ChatReply(status=400, error=error_body("too long", code="context_length_exceeded")), ContextTooLong),
        (ChatReply(status=400, error=error_body("odd")), RequestRefused),
    ],
)
async def test_a_no_that_stays_a_no_is_told_at_once(
    server: ApiServer, provider: ChatCompletions, reply: ChatReply, kind: type[UserError]
) -> None:
    server.chat(reply)
    sleep = VirtualSleep()
    events = [event async for event in ChatEngine(provider, sleep=sleep).start(asked()).events()]
    assert isinstance(events[-1], Failed)
    assert type(events[-1].error) is kind
    assert sleep.waits == []
    assert len(server.requests) == 1


async def test_what_may_gather_is_read_whole_and_what_is_there_already_is_not_waited_for(
    server: ApiServer, provider: ChatCompletions
) -> None:
    """All pieces are there at once, so the reading rests for none of them; of slow ones it rests between."""
    asked_for: list[float] = []

    def gather() -> float:
        asked_for.append(0.001)
        return 0.001

    deltas = [f"piece {number} " for number in range(400)]
    server.chat(ChatReply(deltas=deltas, flat_out=True))
    events = await answer(provider, replace(asked(), gather=gather))
    assert texts(events) == "".join(deltas)
    assert len(asked_for) < 40
    asked_for.clear()
    server.chat(ChatReply(deltas=deltas[:10], pace=0.01))
    assert texts(await answer(provider, replace(asked(), gather=gather))) == "".join(deltas[:10])
    assert len(asked_for) > 5


async def test_no_rest_is_taken_behind_the_last_word(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=["whole"], pace=0.005))
    rests = iter([0.0])  # behind the head and the one delta at most; asking again would raise
    events = await answer(provider, replace(asked(), gather=lambda: next(rests)))
    assert events[-1] == STOP
