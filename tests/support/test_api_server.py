"""The fake is held to what it promises: every other test believes it."""

from __future__ import annotations

import asyncio
import io
import json
import urllib.error
import urllib.request
import wave
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import numpy as np
import pytest

from tests.support.api_server import ApiServer, ChatReply, Cut, SpeechReply, ThreadedApiServer
from tests.support.tones import dominant_hz, nth_tone, silence, tone, tone_for


@pytest.fixture
async def server() -> AsyncIterator[ApiServer]:
    async with ApiServer() as running:
        yield running


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


def question(text: str = "Hi", **more: Any) -> dict[str, Any]:
    return {"model": "m", "messages": [{"role": "user", "content": text}], **more}


def speech(text: str = "one two", form: str = "pcm") -> dict[str, Any]:
    return {"model": "tts", "voice": "coral", "input": text, "response_format": form}


async def chat(http: aiohttp.ClientSession, server: ApiServer, **more: Any) -> tuple[int, bytes]:
    async with http.post(f"{server.url}/chat/completions", json=question(**more)) as response:
        return response.status, await response.read()


async def say(
    http: aiohttp.ClientSession, server: ApiServer, text: str = "one two", form: str = "pcm"
) -> tuple[aiohttp.ClientResponse, bytes]:
    async with http.post(f"{server.url}/audio/speech", json=speech(text, form)) as response:
        return response, await response.read()


def deltas(body: bytes) -> list[dict[str, Any]]:
    lines = [line[6:] for line in body.decode().split("\n\n") if line.startswith("data: ") and "[DONE]" not in line]
    return [choice["delta"] for line in lines for choice in json.loads(line)["choices"]]


def samples(body: bytes) -> Any:
    return np.frombuffer(body, dtype=np.int16)


async def test_an_unscripted_question_is_answered_with_its_echo(http: aiohttp.ClientSession, server: ApiServer) -> None:
    status, body = await chat(http, server, text="What now?")
    answer = json.loads(body)
    assert status == 200
    assert answer["choices"][0]["message"]["content"] == "You said: What now? That is all I know."
    assert answer["usage"]["completion_tokens"] == 7


async def test_a_stream_has_a_role_deltas_a_finish_usage_and_an_end(
    http: aiohttp.ClientSession, server: ApiServer
) -> None:
    server.chat(ChatReply(deltas=["He", "llo"], reasoning=["hm"]))
    _, body = await chat(http, server, stream=True, stream_options={"include_usage": True})
    assert deltas(body) == [
        {"role": "assistant", "content": ""},
        {"reasoning_content": "hm"},
        {"content": "He"},
        {"content": "llo"},
        {},
    ]
    assert b'"prompt_tokens": 11' in body
    assert body.endswith(b"data: [DONE]\n\n")


async def test_usage_is_sent_only_where_it_is_asked_for(http: aiohttp.ClientSession, server: ApiServer) -> None:
    assert b"prompt_tokens" not in (await chat(http, server, stream=True))[1]


async def test_replies_are_used_up_in_their_order(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.chat(ChatReply(status=429, headers={"Retry-After": "3"}), ChatReply(status=500, error="<html>"))
    async with http.post(f"{server.url}/chat/completions", json=question()) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "3")
        assert (await response.json())["error"]["message"] == "scripted"
    assert await chat(http, server) == (500, b"<html>")
    assert (await chat(http, server))[0] == 200


async def test_an_abrupt_cut_breaks_the_socket_and_a_clean_one_does_not(
    http: aiohttp.ClientSession, server: ApiServer
) -> None:
    server.chat(ChatReply(deltas=["a", "b"], cut_after=1, cut=Cut.CLEAN), ChatReply(deltas=["a", "b"], cut_after=1))
    _, body = await chat(http, server, stream=True)
    assert deltas(body)[1:] == [{"content": "a"}]
    assert b'finish_reason": "' not in body
    with pytest.raises(aiohttp.ClientError):
        await chat(http, server, stream=True)


async def test_damage_and_errors_come_where_they_were_put(http: aiohttp.ClientSession, server: ApiServer) -> None:
    broken, error = b"data: {broken\n\n", {"error": {"message": "boom"}}
    server.chat(ChatReply(deltas=["a", "b", "c"], insert={1: broken}, cut_after=2, error_event=error))
    _, body = await chat(http, server, stream=True)
    assert body.index(b'"a"') < body.index(broken) < body.index(b'"b"') < body.index(b"boom")
    assert b'"c"' not in body


async def test_flat_out_sends_the_same_stream(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.chat(ChatReply(text="word " * 50_000, flat_out=True))
    _, body = await chat(http, server, stream=True)
    assert "".join(delta.get("content", "") for delta in deltas(body)) == "word " * 50_000


async def test_strangers_are_refused_as_openai_refuses_them(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.keys = {"sk-good"}
    status, body = await chat(http, server)
    assert (status, json.loads(body)["error"]["code"]) == (401, "invalid_api_key")
    headers = {"Authorization": "Bearer sk-good"}
    async with http.get(f"{server.url}/models", headers=headers) as response:
        assert [model["id"] for model in (await response.json())["data"]] == ["test-large", "test-small"]


async def test_refused_fields_and_missing_paths(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.refuses, server.missing = {"stream_options"}, {"/v1/audio/speech"}
    status, body = await chat(http, server, stream=True, stream_options={"include_usage": True})
    assert (status, json.loads(body)["error"]["param"]) == (400, "stream_options")
    assert (await say(http, server))[0].status == 404
    assert (await http.get(f"{server.url}/nothing")).status == 404


async def test_every_request_is_kept_with_its_times(http: aiohttp.ClientSession, server: ApiServer) -> None:
    await chat(http, server, stream=True)
    await say(http, server)
    one, two = server.chat_requests + server.speech_requests
    assert server.requests == [one, two]
    assert one.json["messages"][0]["content"] == "Hi"
    assert one.arrived <= (one.first_byte_at or 0) <= (one.finished_at or 0) <= two.arrived
    assert one.dropped_at is None


async def test_a_client_that_goes_away_is_noticed(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.chat(ChatReply(delay=60.0))
    request = asyncio.create_task(chat(http, server))
    await server.until(lambda: len(server.requests) == 1)
    request.cancel()
    await server.until(lambda: server.requests[0].dropped_at is not None)
    assert server.requests[0].finished_at is None


async def test_speech_is_a_tone_that_tells_its_text(http: aiohttp.ClientSession, server: ApiServer) -> None:
    for text in ("Hello there my friend.", "And now for something else."):
        _, body = await say(http, server, text)
        heard = samples(body)
        assert len(heard) == round(0.06 * len(text.split()) * 24_000)
        assert abs(dominant_hz(heard, 24_000) - tone_for(text)) < 3
        assert server.requests[-1].hz == tone_for(text)


async def test_tones_may_be_given_by_order(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.ordered_tones = True
    for text in ("one", "two", "one"):
        await say(http, server, text)
    assert [request.hz for request in server.requests] == [nth_tone(0), nth_tone(1), nth_tone(0)]


async def test_another_rate_is_told_in_a_header(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.speech(SpeechReply(rate=16_000, seconds=0.5, hz=440.0))
    response, body = await say(http, server)
    assert response.headers["X-Audio-Sample-Rate"] == "16000"
    assert len(samples(body)) == 8_000
    assert abs(dominant_hz(samples(body), 16_000) - 440) < 3


async def test_a_wav_file_is_one(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.speech(SpeechReply(rate=22_050, seconds=0.5, format="wav"))
    response, body = await say(http, server)
    assert response.headers["Content-Type"] == "audio/wav"
    with wave.open(io.BytesIO(body)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getnframes()) == (22_050, 1, 11_025)
    assert (await say(http, server, form="wav"))[1][:4] == b"RIFF"


async def test_silence_stands_around_the_tone(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.speech(SpeechReply(seconds=0.1, before=0.2, after=0.3))
    heard = samples((await say(http, server))[1])
    assert len(heard) == 14_400
    assert not heard[:4_800].any()
    assert heard[4_800:7_200].any()
    assert not heard[7_200:].any()


def test_odd_chunks_cut_samples_in_half() -> None:
    body = bytes(range(100))
    writes = list(SpeechReply(chunks=(3, 1, 7)).writes(body))
    assert [len(write) for write in writes[:4]] == [3, 1, 7, 3]
    assert b"".join(writes) == body


async def test_speech_is_sent_no_faster_than_it_was_told_to(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.speech(SpeechReply(seconds=0.4, throttle=4.0, delay=0.05))
    await say(http, server)
    [request] = server.requests
    assert (request.first_byte_at or 0) - request.arrived >= 0.05
    assert (request.finished_at or 0) - (request.first_byte_at or 0) >= 0.4 / 4.0 - 0.01


async def test_speech_can_be_cut(http: aiohttp.ClientSession, server: ApiServer) -> None:
    server.speech(SpeechReply(seconds=1.0, cut_after=1001))
    with pytest.raises(aiohttp.ClientError):
        await say(http, server)
    assert server.requests[0].bytes_sent == 1001


def test_tones_are_steady_and_apart() -> None:
    assert tone_for("a  b\n") == tone_for("a b")
    assert tone_for("a b") != tone_for("a c")
    assert all(300 <= tone_for(str(number)) < 2_700 for number in range(500))
    assert dominant_hz(silence(0.1, 24_000), 24_000) == 0.0
    assert abs(dominant_hz(tone(700.0, 0.1, 24_000), 24_000) - 700) < 5


def test_it_runs_in_a_thread_of_its_own() -> None:
    with ThreadedApiServer(keys={"sk-good"}) as server:
        server.speech(SpeechReply(seconds=0.1, hz=440.0))
        headers = {"Authorization": "Bearer sk-good", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{server.url}/audio/speech", json.dumps(speech()).encode(), headers)
        with urllib.request.urlopen(request, timeout=10) as response:
            assert len(response.read()) == 4_800
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{server.url}/models", timeout=10)
        refused.value.close()
        assert refused.value.code == 401
        server.wait_until(lambda: len(server.requests) == 2)
        with pytest.raises(TimeoutError):
            server.wait_until(lambda: len(server.requests) == 3, timeout=0.01)
