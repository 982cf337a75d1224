"""The built-in English voice in its own process: what it says, gives up, and how it dies."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest

from desktop_app.__main__ import main
from desktop_app.domain.errors import VoiceUnavailable
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.voices import hibari_voice, voice_process
from desktop_app.speech.voices.hibari_voice import HibariVoice

OPTIONS = SpeechOptions()


@pytest.fixture
async def voice() -> AsyncIterator[HibariVoice]:
    voice = HibariVoice()
    yield voice
    await voice.aclose()


async def said(voice: HibariVoice, text: str) -> bytes:
    return b"".join([piece.samples async for piece in voice.synthesize(text, OPTIONS)])


async def test_a_text_is_said_in_a_process_of_its_own(voice: HibariVoice) -> None:
    sound = await said(voice, "Two plus two is four.")
    assert 1.0 < len(sound) / 2 / 24_000 < 5.0


def test_what_is_heavy_is_imported_in_the_voice_process_alone() -> None:
    code = """
import asyncio, sys
from desktop_app.speech.voices.hibari_voice import HibariVoice
from desktop_app.speech.options import SpeechOptions

async def speak():
    voice = HibariVoice()
    assert [piece async for piece in voice.synthesize("Hello.", SpeechOptions())]
    await voice.aclose()

asyncio.run(speak())
sys.exit(bool({"hibari", "onnxruntime"} & set(sys.modules)))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_the_words_have_their_times(voice: HibariVoice) -> None:
    text = "Two plus two is four. Three comes before it."
    words = [time async for piece in voice.synthesize(text, OPTIONS) for time in piece.words]
    assert [word for word, _seconds in words] == list(range(len(text.split())))
    assert all(earlier.seconds < later.seconds for earlier, later in itertools.pairwise(words))


async def test_two_texts_at_once_do_not_get_mixed_up(voice: HibariVoice) -> None:
    texts = ["One is first.", "Two comes second, and is a good deal longer. It has two sentences.", "Three."]
    together = await asyncio.gather(*(said(voice, text) for text in texts))
    assert [len(sound) for sound in together] == [len(await said(voice, text)) for text in texts]


async def test_a_text_given_up_is_not_made_to_its_end_and_the_next_one_is_whole(voice: HibariVoice) -> None:
    whole = await said(voice, "Hello.")
    async with aclosing(voice.synthesize("A sentence of some length. " * 40, OPTIONS)) as pieces:
        first = await anext(pieces)
    assert first.samples
    assert len(await said(voice, "Hello.")) == len(whole)


async def test_a_process_that_died_is_told_and_started_anew(voice: HibariVoice) -> None:
    async with aclosing(voice.synthesize("A sentence of some length. " * 40, OPTIONS)) as pieces:
        await anext(pieces)
        assert voice._helper is not None
        os.kill(voice._helper._process.pid, signal.SIGTERM)
        with pytest.raises(VoiceUnavailable):
            async for _piece in pieces:
                pass
    assert await said(voice, "Hello again.")


async def test_a_voice_that_cannot_be_loaded_is_unavailable(
    voice: HibariVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    for program in (["-c", "pass"], ["-c", "import sys; sys.stdout.write('not a frame at all, but words')"]):
        monkeypatch.setattr(hibari_voice, "_command", lambda program=program: [sys.executable, *program])
        with pytest.raises(VoiceUnavailable):
            await voice.warm(OPTIONS)
    monkeypatch.setattr(hibari_voice, "_command", lambda: ["/nowhere/at/all"])
    with pytest.raises(VoiceUnavailable):
        await voice.warm(OPTIONS)


async def test_what_the_library_misses_is_told(voice: HibariVoice, monkeypatch: pytest.MonkeyPatch) -> None:
    module = "desktop_app.speech.voices.voice_process"
    code = f"import sys; sys.modules['hibari'] = None\nfrom {module} import main; sys.exit(main())"
    monkeypatch.setattr(hibari_voice, "_command", lambda: [sys.executable, "-c", code])
    with pytest.raises(VoiceUnavailable) as caught:
        await voice.warm(OPTIONS)
    assert "hibari" in str(caught.value.__cause__)


async def test_no_process_is_left_when_the_voice_is_closed() -> None:
    voice = HibariVoice()
    await voice.warm(OPTIONS)
    assert voice._helper is not None
    process = voice._helper._process
    await voice.aclose()
    assert process.returncode is not None


def test_the_process_ends_by_itself_where_whoever_started_it_was_killed() -> None:
    command = hibari_voice._command()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(60) == 0


def test_a_packed_program_is_its_own_voice_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, *arguments = hibari_voice._command()
    assert program == sys.executable
    monkeypatch.setattr(voice_process, "main", lambda: 42)
    assert main(arguments) == 42
