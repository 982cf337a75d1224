"""The server's voice against a real HTTP server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.domain import errors
from desktop_app.domain.choices import SpeechSource
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.voices.openai_voice import LONGEST_TEXT, OpenAIVoice
from tests.support.api_server import ApiServer, SpeechReply
from tests.support.tones import dominant_hz, tone_for


@pytest.fixture
async def server() -> AsyncIterator[ApiServer]:
    async with ApiServer(keys={"good"}) as server:
        yield server


@pytest.fixture
async def voice() -> AsyncIterator[OpenAIVoice]:
    voice = OpenAIVoice()
    yield voice
    await voice.aclose()


def options_for(server: ApiServer) -> SpeechOptions:
    return SpeechOptions(
        source=SpeechSource.SERVER, voice="coral", model="speaker", server_url=server.url, api_key="good"
    )


async def said(voice: OpenAIVoice, text: str, options: SpeechOptions) -> tuple[int, bytes]:
    async with aclosing(voice.synthesize(text, options)) as stream:
        pieces = [piece async for piece in stream]
    return pieces[0].rate, b"".join(piece.samples for piece in pieces)


@pytest.mark.parametrize(
    ("reply", "rate"),
    [
        (SpeechReply(chunks=(1, 3, 701, 4095)), 24_000),
        (SpeechReply(rate=22_050), 22_050),
        (SpeechReply(format="wav", rate=16_000, chunks=(5, 100)), 16_000),
    ],
)
async def test_sound_is_understood_however_it_is_packed_and_cut(
    server: ApiServer, voice: OpenAIVoice, reply: SpeechReply, rate: int
) -> None:
    server.speech(reply)
    text = "Six words that make a tone."
    got_rate, samples = await said(voice, text, options_for(server))
    assert got_rate == rate
    assert samples == reply.samples(text, tone_for(text)).tobytes()
    assert dominant_hz(np.frombuffer(samples, dtype="<i2"), rate) == pytest.approx(tone_for(text), abs=3)


async def test_it_asks_for_pcm_and_leaves_out_what_is_at_its_default(server: ApiServer, voice: OpenAIVoice) -> None:
    await said(voice, "Hello.", options_for(server))
    await said(voice, "Hello.", replace(options_for(server), speed=1.5, manner="whisper"))
    await said(voice, "Hello.", replace(options_for(server), model="tts-1", manner="whisper"))
    first, second, third = (request.json for request in server.speech_requests)
    assert first == {"model": "speaker", "voice": "coral", "input": "Hello.", "response_format": "pcm"}
    assert second == {**first, "instructions": "whisper"}  # the speed is the listener's, not the server's
    assert "instructions" not in third


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (SpeechReply(status=404), errors.NotOffered),
        (SpeechReply(status=429, headers={"Retry-After": "3"}), errors.RateLimited),
        (SpeechReply(status=500), errors.ServerFailed),
        (SpeechReply(status=400), errors.PhraseRefused),
        (SpeechReply(cut_after=5000, seconds=1.0, throttle=2.0), errors.ConnectionCut),
    ],
)
async def test_trouble_has_its_name_and_is_not_retried_behind_our_back(
    server: ApiServer, voice: OpenAIVoice, reply: SpeechReply, kind: type[errors.UserError]
) -> None:
    server.speech(reply)
    with pytest.raises(kind):
        await said(voice, "Hello.", options_for(server))
    assert len(server.speech_requests) == 1


async def test_a_refused_key_is_told_without_the_key(server: ApiServer, voice: OpenAIVoice) -> None:
    with pytest.raises(errors.KeyRefused) as caught:
        await said(voice, "Hello.", replace(options_for(server), api_key="secret-key"))
    assert "secret-key" not in f"{caught.value} {caught.value.detail} {caught.value.__cause__}"


async def test_a_server_that_is_not_there_is_unreachable(voice: OpenAIVoice) -> None:
    with pytest.raises(errors.Unreachable):
        await said(voice, "Hello.", SpeechOptions(source=SpeechSource.SERVER, server_url="http://127.0.0.1:9/v1"))


async def test_openai_itself_is_not_asked_without_a_key(voice: OpenAIVoice) -> None:
    with pytest.raises(errors.KeyMissing):
        await said(voice, "Hello.", SpeechOptions(source=SpeechSource.SERVER))


async def test_a_text_beyond_the_limit_is_refused_before_it_is_sent(server: ApiServer, voice: OpenAIVoice) -> None:
    with pytest.raises(errors.PhraseRefused):
        await said(voice, "a" * (LONGEST_TEXT + 1), options_for(server))
    assert not server.requests


async def test_a_cancelled_phrase_is_dropped_at_the_server_and_the_next_one_is_said(
    server: ApiServer, voice: OpenAIVoice
) -> None:
    server.speech(SpeechReply(seconds=30.0, throttle=1.0))
    task = asyncio.create_task(said(voice, "A long one.", options_for(server)))
    await server.until(lambda: bool(server.speech_requests and server.speech_requests[0].bytes_sent))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await server.until(lambda: server.speech_requests[0].dropped_at is not None)
    assert (await said(voice, "Next.", options_for(server)))[1]


async def test_warming_makes_no_request_to_a_server_nearby(server: ApiServer, voice: OpenAIVoice) -> None:
    await voice.warm(options_for(server))
    assert not server.requests


async def test_a_new_key_takes_the_place_of_the_old_one(server: ApiServer, voice: OpenAIVoice) -> None:
    with pytest.raises(errors.KeyRefused):
        await said(voice, "Hello.", replace(options_for(server), api_key="old"))
    assert (await said(voice, "Hello.", options_for(server)))[1]


def test_the_key_is_not_in_the_options_words() -> None:
    assert "secret" not in repr(SpeechOptions(api_key="secret"))
