"""Streams that break, lie or stop half way: what came is kept, and what it was is told."""

from __future__ import annotations

import asyncio
import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.chat import chat_completions
from desktop_app.chat.chat_completions import ChatCompletions, _AnswerReader, _stream_events
from desktop_app.chat.openai_client import ChatResponse
from desktop_app.chat.provider import ChatEvent, Done, Text, Unreadable
from desktop_app.domain.errors import (
    ConnectionCut,
    NotOffered,
    RateLimited,
    ServerFailed,
)
from desktop_app.domain.turn import FinishReason
from tests.support.api_replies import sse
from tests.support.api_server import ApiServer, ChatReply, Cut
from tests.support.chat_answers import STOP, USAGE, answer, texts
from tests.support.scripted_provider import asked


async def until_broken(provider: ChatCompletions, kind: type[Exception]) -> list[ChatEvent]:
    """What came before the stream broke with an error of that kind."""
    events: list[ChatEvent] = []
    with pytest.raises(kind):  # noqa: PT012 - the loop is the statement
        async for event in provider.stream(asked()):
            events.append(event)  # noqa: PERF401 - the error must not take the events with it
    return events


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


async def test_events_under_the_name_of_json_are_no_answer(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=["x"], content_type="application/json"))
    with pytest.raises(NotOffered):
        await answer(provider)


async def test_an_answer_in_one_piece_that_says_it_broke_off_is_a_cut(
    server: ApiServer, provider: ChatCompletions
) -> None:
    server.chat(ChatReply(text="Half of", whole=True, finish_reason="error"))
    assert texts(await until_broken(provider, ConnectionCut)) == "Half of"


async def test_a_web_page_is_no_answer(server: ApiServer, provider: ChatCompletions) -> None:
    server.chat(ChatReply(deltas=[], content_type="text/html"))
    with pytest.raises(NotOffered):
        await answer(provider)


@pytest.mark.parametrize("body", ["[]", "{}", '"x"', '{"choices": 7}'])
def test_json_that_is_no_answer_is_none(body: str) -> None:
    with pytest.raises(NotOffered):
        _AnswerReader(None).read_whole(json.loads(body))


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


CONTENT = sse({"choices": [{"index": 0, "delta": {"content": "Hi"}}]})
FINISH = sse({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})


@pytest.mark.parametrize("end", [[FINISH], [FINISH, sse("[DONE]")]])
@pytest.mark.parametrize("behind", ["a cut", "a silence"])
def test_what_goes_wrong_behind_the_whole_answer_is_nobodys_trouble(
    monkeypatch: pytest.MonkeyPatch, end: list[bytes], behind: str
) -> None:
    monkeypatch.setattr(chat_completions, "_AFTER_THE_FINISH", 0.01)
    monkeypatch.setattr(chat_completions, "_AFTER_THE_END", 0.01)

    class Spoilt(_Bytes):
        async def chunks(self):  # type: ignore[no-untyped-def]
            for chunk in self._given:
                yield chunk
            if behind == "a cut":
                raise ConnectionCut("cut")
            await asyncio.Event().wait()

    async def read() -> list[ChatEvent]:
        async with asyncio.timeout(10):
            return [event async for event in _stream_events(Spoilt([CONTENT, *end]), _AnswerReader(None))]

    assert asyncio.run(read()) == [Text("Hi"), Done(FinishReason.STOP)]


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


@settings(deadline=None)
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
