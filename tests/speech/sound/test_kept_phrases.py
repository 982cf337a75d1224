"""A phrase whose sound is kept is heard from there; one that a voice has said to its end is left there."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.errors import ConnectionCut, KeyRefused, ServerFailed
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.pipeline import SpeechPipeline
from desktop_app.speech.playlist import Playlist
from desktop_app.speech.sound_shelf import voice_identity
from desktop_app.speech.synthesizer import Pcm
from tests.speech.sound.test_pipeline import SERVER, Stage
from tests.support.fake_voices import FakeVoice, value_of
from tests.support.sound_shelf import MemoryShelf
from tests.support.virtual_time import run_virtual


def play(
    act: Callable[[Stage], Awaitable[None]],
    shelf: MemoryShelf,
    voice: FakeVoice | None = None,
    options: SpeechOptions = SERVER,
) -> Stage:
    async def go() -> Stage:
        stage = Stage(voice, options)
        stage.pipeline = SpeechPipeline(stage.output, stage.voices, stage.told, options, shelf)
        stage.output.tell = stage.pipeline.mark_passed
        await act(stage)
        await stage.pipeline.aclose()
        return stage

    return run_virtual(go())


async def say_three(stage: Stage) -> None:
    stage.say_all(3)
    await asyncio.sleep(10)


THREE = [value_of(f"phrase {index}") for index in range(3)]


def test_what_was_said_once_is_heard_again_without_asking_a_voice() -> None:
    shelf = MemoryShelf()
    first = play(say_three, shelf)
    again = play(say_three, shelf)
    assert first.voices.server.asked == ["phrase 0", "phrase 1", "phrase 2"] == shelf.texts
    assert again.voices.server.asked == []
    assert first.heard == again.heard == THREE
    assert "event:speech_requested" not in again.told
    assert len(again.told.what("event:speech_recalled")) == 3


def test_only_what_is_missing_is_asked_for() -> None:
    shelf = MemoryShelf()

    async def say_the_middle(stage: Stage) -> None:
        stage.say(1)
        await asyncio.sleep(3)

    play(say_the_middle, shelf)
    again = play(say_three, shelf)
    assert again.voices.server.asked == ["phrase 0", "phrase 2"]
    assert again.heard == THREE


def test_a_phrase_that_broke_off_is_not_kept_and_neither_is_the_other_voice_that_helped() -> None:
    shelf = MemoryShelf()
    voice = FakeVoice(errors={"phrase 1": [ConnectionCut("cut")] * 10}, after=1)
    stage = play(say_three, shelf, voice)
    assert "phrase 0" in shelf.texts
    assert "phrase 1" not in shelf.texts
    assert -value_of("phrase 1") in stage.heard


def test_a_phrase_that_came_at_the_second_try_is_kept_once_and_whole() -> None:
    shelf = MemoryShelf()
    play(say_three, shelf, FakeVoice(errors={"phrase 0": [ServerFailed("busy"), None]}))
    again = play(say_three, shelf)
    assert again.voices.server.asked == []
    assert again.heard == THREE


def test_a_stop_in_mid_phrase_keeps_nothing_of_it() -> None:
    shelf = MemoryShelf()

    async def stop_early(stage: Stage) -> None:
        stage.say_all(1)
        await asyncio.sleep(0.4)
        stage.pipeline.stop()
        await asyncio.sleep(3)

    play(stop_early, shelf, FakeVoice(pieces=20, pace=0.1))
    assert shelf.texts == []


def test_kept_sound_is_heard_though_the_key_is_refused() -> None:
    shelf = MemoryShelf()
    play(say_three, shelf)
    refusing = FakeVoice(errors={f"phrase {index}": [KeyRefused("no")] * 9 for index in range(4)})

    async def say_four(stage: Stage) -> None:
        stage.say(3)  # is not kept, so the server is asked, and refuses
        stage.say_all(3)
        await asyncio.sleep(12)

    stage = play(say_four, shelf, refusing)
    assert stage.heard == [-value_of("phrase 3"), *THREE]


def test_what_cannot_be_read_is_asked_for() -> None:
    shelf = MemoryShelf()
    play(say_three, shelf)
    shelf.broken = True
    again = play(say_three, shelf)
    assert again.heard == THREE
    assert len(again.voices.server.asked) == 3


SENTENCES = [f"Sentence number {index} has some words in it." for index in range(12)]


@pytest.mark.parametrize(("delay", "seconds"), [(0.1, 4.0), (1.0, 2.0), (3.0, 2.0)])
def test_kept_sentences_are_heard_from_the_shelf_however_fast_the_voice_has_been(delay: float, seconds: float) -> None:
    shelf = MemoryShelf()
    for text in SENTENCES[2:]:
        shelf.keep(Phrase("then", 0, text, 0, 1), SERVER, [Pcm(8000, struct.pack("<h", value_of(text)) * 16_000)])

    async def say_sentences(stage: Stage) -> None:
        for index, text in enumerate(SENTENCES):
            stage.pipeline.say(Phrase("t", index, text, index * 50, index * 50 + len(text)))
        stage.pipeline.finish("t")
        await asyncio.sleep(100)

    stage = play(say_sentences, shelf, FakeVoice(seconds=seconds, delay=delay))
    assert stage.voices.server.asked == SENTENCES[:2]
    assert stage.told.what("finished") == list(range(len(SENTENCES)))


def test_a_phrase_that_is_kept_is_not_joined_to_the_one_before_it() -> None:
    playlist = Playlist()
    first, second, _third = [playlist.add(Phrase("t", index, SENTENCES[index], index, index + 1)) for index in range(3)]
    assert not playlist.join_next(first, 1000, apart=lambda phrase: phrase.text == SENTENCES[1])
    assert playlist.join_next(second, 1000, apart=lambda phrase: phrase.text == SENTENCES[1])
    assert [item.phrase.text for item in playlist.items] == [SENTENCES[0], f"{SENTENCES[1]} {SENTENCES[2]}"]


@pytest.mark.parametrize(
    "change",
    [
        {"voice": "sage"},
        {"model": "tts-1"},
        {"manner": "whisper"},
        {"server_url": "http://elsewhere/v1"},
        {"source": SpeechSource.PICO},
    ],
)
def test_another_voice_is_another_identity(change: dict[str, str]) -> None:
    assert voice_identity(replace(SERVER, **change)) != voice_identity(SERVER)  # type: ignore[arg-type]  # by name


def test_speed_volume_device_port_and_key_make_no_other_voice() -> None:
    here = replace(SERVER, server_url="http://127.0.0.1:1234/v1")
    there = replace(here, speed=2.0, volume=0.1, device="x", api_key="secret", server_url="http://127.0.0.1:99/v1")
    assert voice_identity(here) == voice_identity(there)
    assert "secret" not in voice_identity(there)


def test_the_shelf_is_told_what_a_voice_is_just_saying() -> None:
    shelf = MemoryShelf()

    async def act(stage: Stage) -> None:
        stage.say_all(1)
        await asyncio.sleep(0.03)
        assert shelf.in_the_making == ["phrase 0"]
        await asyncio.sleep(10)
        assert shelf.in_the_making == []
        stage.say(1)
        await asyncio.sleep(0.03)
        stage.pipeline.stop()
        await asyncio.sleep(0.1)
        assert shelf.in_the_making == [], "what was stopped is not waited for"

    play(act, shelf)
