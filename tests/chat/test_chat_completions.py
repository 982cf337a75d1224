from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.chat.chat_completions import ChatCompletions, _AnswerReader, _stream_events
from desktop_app.chat.engine import ChatEngine
from desktop_app.chat.openai_client import ChatResponse, OpenAIClient
from desktop_app.chat.provider import ChatEvent, ChatRequest, Done, Reasoning, Text, Tokens, Unreadable
from desktop_app.domain.errors import (
    ConnectionCut,
    KeyRefused,
    ModelUnknown,
    NotOffered,
    RateLimited,
    RequestRefused,
    ServerFailed,
)
from desktop_app.domain.turn import Failed, FinishReason, Retrying, Stopped, TextDelta, TurnEvent
from desktop_app.domain.usage import Usage
from tests.support.api_replies import error_body, sse
from tests.support.api_server import ApiServer, ChatReply, Cut
from tests.support.scripted_provider import VirtualSleep, asked

USAGE = Tokens(Usage(input=11, output=7, reasoning=2, cached=3))
STOP = Done(FinishReason.STOP)


@pytest.fixture
async def server() -> AsyncIterator[ApiServer]:
    async with ApiServer() as running:
        yield running


@pytest.fixture
async def provider(server: ApiServer) -> AsyncIterator[ChatCompletions]:
    provider = ChatCompletions(OpenAIClient(server.url, "sk-good"))
    yield provider
    await provider.aclose()


async def answer(provider: ChatCompletions, request: ChatRequest | None = None) -> list[ChatEvent]:
    return [event async for event in provider.stream(request or asked())]


async def until_broken(provider: ChatCompletions, kind: type[Exception]) -> list[ChatEvent]:
    """What came before the stream broke with an error of that kind."""
    events: list[ChatEvent] = []
    with pytest.raises(kind):  # noqa: PT012 - the loop is the statement
        async for event in provider.stream(asked()):
            events.append(event)  # noqa: PERF401 - the error must not take the events with it
    return events


def texts(events: list[ChatEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, Text))


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


@pytest.mark.parametrize(
    "broken",
    [
        b"data: {broken\n\n",
        b'data: {"choices": 7}\n\n',
        b"data: []\n\n",
        b"data: null\n\n",
        b"data: \xff\xfe\n\n",
        b"data: " + b"[" * 100_000 + b"\n\n",
    ],
)
async def test_an_event_that_makes_no_sense_is_skipped_and_told(
    server: ApiServer, provider: ChatCompletions, broken: bytes
) -> None:
    server.chat(ChatReply(deltas=["He", "llo"], insert={1: broken}))
    assert await answer(provider) == [Text("He"), Unreadable(), Text("llo"), USAGE, STOP]


async def test_comments_and_unknown_events_are_no_damage(server: ApiServer, provider: ChatCompletions) -> None:
    odd = b': OPENROUTER PROCESSING\n\nevent: ping\ndata: {"choices": []}\n\n'
    server.chat(ChatReply(deltas=["He", "llo"], insert={1: odd}))
    assert await answer(provider) == [Text("He"), Text("llo"), USAGE, STOP]


async def test_characters_cut_between_deltas_come_out_whole(server: ApiServer, provider: ChatCompletions) -> None:
    halves = [piece.decode("utf-8", "surrogateescape") for piece in (b"so \xf0\x9f", b"\x99\x82!", b" \xff")]
    server.chat(ChatReply(deltas=halves, raw_deltas=True), ChatReply(deltas=["\ud83d", "\ude42", "\ud83d"]))
    assert texts(await answer(provider)) == "so 🙂! �"
    assert texts(await answer(provider)) == "🙂�"


async def test_a_socket_that_breaks_in_the_answer_is_a_cut(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=["He", "llo"], cut_after=1))
    assert await until_broken(provider, ConnectionCut) == [Text("He")]


@pytest.mark.parametrize(
    "reply", [ChatReply(deltas=["He", "llo"], finish_reason=None, done=end) for end in (True, False)]
)
async def test_an_answer_that_ends_without_a_finish_reason_is_a_cut(
    server: ApiServer, provider: ChatCompletions, reply: ChatReply
) -> None:
    server.chat(reply)
    assert await until_broken(provider, ConnectionCut) == [Text("He"), Text("llo")]


async def test_a_body_that_ends_too_soon_is_a_cut(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=["He", "llo"], cut_after=1, cut=Cut.CLEAN))
    assert await until_broken(provider, ConnectionCut) == [Text("He")]


async def test_an_answer_that_is_whole_is_not_spoilt_by_what_happens_behind_it(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.chat(ChatReply(deltas=["Hi"], done=False, usage=None))
    assert await answer(provider) == [Text("Hi"), STOP]


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ({"error": {"message": "boom", "code": 502}}, ServerFailed),
        ({"error": {"message": "slow", "type": "rate_limit_error"}}, RateLimited),
        ({"error": "boom"}, ServerFailed),
    ],
)
async def test_an_error_in_the_stream_is_an_error(
    server: ApiServer, provider: ChatCompletions, event: dict[str, object], kind: type[Exception]
) -> None:
    server.chat(ChatReply(deltas=["He", "llo"], error_event=event))
    assert await until_broken(provider, kind) == [Text("He"), Text("llo")]


async def test_an_event_named_error_is_one(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=["He", "llo"], insert={1: b'event: error\ndata: {"message": "boom"}\n\n'}))
    assert await until_broken(provider, ServerFailed) == [Text("He")]


async def test_a_server_that_cannot_stream_may_answer_whole(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(text="Hello there", whole=True, finish_reason="length"))
    assert await answer(provider) == [Text("Hello there"), USAGE, Done(FinishReason.LENGTH)]


async def test_an_answer_that_came_whole_is_finished_even_without_a_reason(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.chat(ChatReply(text="Hello", finish_reason=None, usage=None))
    assert await answer(provider, asked(streaming=False)) == [Text("Hello"), STOP]


async def test_events_under_the_name_of_json_are_no_answer(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=["x"], content_type="application/json"))
    with pytest.raises(NotOffered):
        await answer(provider)


async def test_a_web_page_is_no_answer(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=[], content_type="text/html"))
    with pytest.raises(NotOffered):
        await answer(provider)


@pytest.mark.parametrize("body", ["[]", "{}", '"x"', '{"choices": 7}'])
def test_json_that_is_no_answer_is_none(body: str) -> None:
    with pytest.raises(NotOffered):
        _AnswerReader(None).read_whole(json.loads(body))


async def test_a_connection_is_used_again_after_a_whole_answer(server: ApiServer, provider: ChatCompletions) -> None:
    ports = set()
    for _ in range(3):
        await answer(provider)
        [connection] = provider._client._client._client._transport._pool.connections  # type: ignore[union-attr]
        ports.add(id(connection))
    assert len(ports) == 1


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
    with pytest.raises(ModelUnknown):
        await provider.check("wrong")


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


class _Bytes(ChatResponse):
    """A response out of given chunks, without a network."""

    def __init__(self, chunks: list[bytes]) -> None:
        self._given = chunks

    async def chunks(self):  # type: ignore[no-untyped-def]
        for chunk in self._given:
            yield chunk


def _read(chunks: list[bytes]) -> list[ChatEvent | type[Exception]]:
    async def read() -> list[ChatEvent | type[Exception]]:
        events: list[ChatEvent | type[Exception]] = []
        try:
            async for event in _stream_events(_Bytes(chunks), _AnswerReader(None)):
                events.append(event)  # noqa: PERF401 - the error must not take the events with it
        except (ConnectionCut, ServerFailed) as error:
            events.append(type(error))
        return events

    return asyncio.run(read())


stream_parts = st.lists(
    st.sampled_from(
        [
            sse({"choices": [{"index": 0, "delta": {"content": "grüß 🙂"}}]}),
            b'data: {"choices": [{"index": 0, "delta": {"content": "\\ud83d"}}]}\n\n',
            b'data: {"choices": [{"index": 0, "delta": {"content": "\xf0\x9f"}}]}\r\n\r\n',
            b'data: {"choices": [{"index": 0, "delta": {"content": "\x99\x82"}}]}\n\n',
            sse({"choices": [{"index": 0, "delta": {"reasoning_content": "hm"}}]}),
            sse({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}),
            sse({"choices": [], "usage": {"prompt_tokens": 1}}),
            b"data: {broken\n\n",
            b": comment\n\n",
            b'event: error\ndata: {"error": {"message": "boom"}}\n\n',
            sse("[DONE]"),
        ]
    ),
    max_size=8,
)


@given(stream_parts.map(b"".join), st.lists(st.integers(0, 600)))
def test_where_the_network_cuts_the_stream_makes_no_difference(stream: bytes, cuts: list[int]) -> None:
    marks = sorted({0, len(stream), *(cut for cut in cuts if cut < len(stream))})
    chunks = [stream[start:end] for start, end in pairwise(marks)]
    whole = _read([stream])
    assert _read(chunks) == whole
    assert _read([stream[i : i + 1] for i in range(len(stream))]) == whole
    for event in whole:
        if isinstance(event, Text):
            event.text.encode()
