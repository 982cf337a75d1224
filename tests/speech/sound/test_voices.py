"""The voices on this machine, heard as samples."""

from __future__ import annotations

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import replace

import numpy as np
import pytest

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.errors import VoiceUnavailable
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.text.languages import language_of
from desktop_app.speech.voices import espeak_voice, pico_voice
from desktop_app.speech.voices.catalogue import Voices, available_voices

espeak_installed = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")


@pytest.fixture(scope="module")
def executor() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as executor:
        yield executor


@pytest.fixture
async def voices(executor: ThreadPoolExecutor) -> AsyncIterator[Voices]:
    voices = Voices(executor)
    yield voices
    await voices.aclose()


async def seconds_of(voices: Voices, text: str, options: SpeechOptions) -> float:
    """How long the voice speaks; it must be heard."""
    async with aclosing(voices.voice(options).synthesize(text, options)) as stream:
        pieces = [piece async for piece in stream]
    samples = np.frombuffer(b"".join(piece.samples for piece in pieces), dtype="<i2").astype(float)
    assert 300 < np.sqrt(np.mean(samples**2)) < 6000
    return len(samples) / pieces[0].rate


LOCAL = [
    SpeechOptions(source=SpeechSource.HIBARI),
    SpeechOptions(source=SpeechSource.PICO, voice="de-DE"),
    pytest.param(SpeechOptions(source=SpeechSource.ESPEAK, voice="fr-fr"), marks=espeak_installed),
]


@pytest.mark.parametrize("options", LOCAL)
async def test_a_local_voice_speaks_at_its_own_pace_whatever_the_speed(voices: Voices, options: SpeechOptions) -> None:
    text = "One, two, three, four, five, six, seven."
    normal = await seconds_of(voices, text, options)
    fast = await seconds_of(voices, text, replace(options, speed=2.0))
    assert normal > 1.0
    assert fast / normal == pytest.approx(1.0, abs=0.05)


async def test_a_pico_phrase_is_as_long_as_ever_whichever_voice_spoke_before(voices: Voices) -> None:
    """The library's own way of speaking reads memory that it never wrote, and what is left there decides."""
    text = "One, two, three, four, five."
    seconds: dict[str, set[float]] = {}
    for number in range(30):
        tag = list(pico_voice.VOICES)[number * number % 7 % 6]
        spent = bytearray(b"\xff") * (100_000 * (number % 30 + 1))  # what other parts of the program leave behind
        del spent
        seconds.setdefault(tag, set()).add(
            await seconds_of(voices, text, SpeechOptions(source=SpeechSource.PICO, voice=tag))
        )
    assert {tag: len(lengths) for tag, lengths in seconds.items()} == dict.fromkeys(seconds, 1)
    assert len(seconds) > 3


async def test_pico_speaks_too_where_its_library_hides_the_engine(
    voices: Voices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pico_voice, "_engine", lambda _voice: None)
    assert await seconds_of(voices, "Eins, zwei.", SpeechOptions(source=SpeechSource.PICO, voice="de-DE")) > 0.5


@pytest.mark.parametrize("options", LOCAL)
async def test_a_text_with_nothing_to_say_is_no_error(voices: Voices, options: SpeechOptions) -> None:
    async with aclosing(voices.voice(options).synthesize("…", options)) as stream:
        assert [piece async for piece in stream if len(piece.samples) % 2] == []


async def test_the_neural_voice_never_asks_the_network(voices: Voices, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    options = SpeechOptions(source=SpeechSource.HIBARI, voice="emma")
    assert await seconds_of(voices, "Hello there.", options) > 0.5


async def test_two_phrases_at_once_share_one_engine(voices: Voices) -> None:
    options = SpeechOptions(source=SpeechSource.HIBARI)
    await asyncio.gather(*(seconds_of(voices, f"Number {n}.", options) for n in range(4)))
    assert voices.voice(options) is voices.voice(options)


@espeak_installed
async def test_a_cancelled_espeak_leaves_no_process(voices: Voices) -> None:
    options = SpeechOptions(source=SpeechSource.ESPEAK, voice="en")
    stream = voices.voice(options).synthesize("A sentence. " * 2000, options)
    await anext(stream)
    await stream.aclose()


@espeak_installed
async def test_a_language_espeak_does_not_know_is_told(voices: Voices) -> None:
    options = SpeechOptions(source=SpeechSource.ESPEAK, voice="xx-nothing")
    with pytest.raises(VoiceUnavailable):
        await seconds_of(voices, "Hello.", options)


async def test_without_espeak_its_voice_is_unavailable_and_not_listed(
    voices: Voices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(espeak_voice, "PROGRAM", "no-such-program")
    with pytest.raises(VoiceUnavailable):
        await seconds_of(voices, "Hello.", SpeechOptions(source=SpeechSource.ESPEAK))
    assert {voice.source for voice in available_voices()} == set(SpeechSource) - {SpeechSource.ESPEAK}


def test_every_voice_has_a_name_of_its_own_and_a_label() -> None:
    voices = available_voices()
    names = [(voice.source, voice.name) for voice in voices]
    assert len(names) == len(set(names))
    assert all(voice.label for voice in voices)
    assert (SpeechSource.SERVER, "coral") in names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The weather is fine and we go out.", "en"),
        ("Das Wetter ist schön und wir gehen hinaus.", "de"),
        ("El tiempo es bueno y vamos a salir con los niños.", "es"),
        ("Le temps est beau et nous sortons avec les enfants.", "fr"),
        ("Il tempo è bello e usciamo con gli amici.", "it"),
        ("Погода сегодня хорошая.", "ru"),
        ("今日はいい天気です。", "ja"),
        ("今天天气很好。", "cmn"),
        ("Yes.", "en"),
        ("42", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_phrase_is_guessed_for_the_voice_that_helps_out(text: str, language: str) -> None:
    assert language_of(text) == language


def test_the_voice_that_helps_out_knows_the_language(executor: ThreadPoolExecutor) -> None:
    voices = Voices(executor)
    server = SpeechOptions(source=SpeechSource.SERVER, voice="coral", speed=1.5)
    english = voices.built_in(Phrase("t", 0, "The weather is fine.", 0, 20), server)
    german = voices.built_in(Phrase("t", 0, "Das Wetter ist schön und wir gehen.", 0, 35), server)
    assert (english.source, english.speed) == (SpeechSource.HIBARI, 1.5)
    assert (german.source, german.voice) == (SpeechSource.PICO, "de-DE")
