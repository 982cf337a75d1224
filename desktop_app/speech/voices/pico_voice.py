"""The small built-in voices of six languages (SVOX Pico), on this machine."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from concurrent.futures import Executor
from functools import cache
from typing import TYPE_CHECKING

from desktop_app.domain.errors import VoiceUnavailable
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Pcm
from desktop_app.speech.text.ear import for_the_ear

if TYPE_CHECKING:
    from desktop_app.speech.voices.pico_engine import PicoEngine

RATE = 16_000

VOICES = {
    "en-GB": "English (Britain)",
    "en-US": "English (America)",
    "de-DE": "Deutsch",
    "es-ES": "Español",
    "fr-FR": "Français",
    "it-IT": "Italiano",
}
"""The names the library takes, which are also BCP 47 tags, and what a person reads."""

_VOLUME = 30  # percent
"""Pico speaks at full scale, four times as loud as the other voices: brought down to theirs."""

_UNREADABLE = str.maketrans("<>", "  ")  # the engine reads commands between angle brackets


class PicoVoice:
    """A phrase at once, in a thread: 10 to 20 ms each."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    async def warm(self, options: SpeechOptions) -> None:
        async for _piece in self.synthesize("1", options):
            pass

    async def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        voice = options.voice if options.voice in VOICES else "en-US"
        loop = asyncio.get_running_loop()
        try:
            sound = await loop.run_in_executor(self._executor, _speak, text, voice)
        except (ImportError, OSError, RuntimeError) as error:
            raise VoiceUnavailable("The built-in Pico voice cannot be loaded on this computer.") from error
        yield Pcm(RATE, sound)

    async def aclose(self) -> None:
        """There is nothing to close."""


def _speak(text: str, voice: str) -> bytes:
    plain = for_the_ear(text, voice).translate(_UNREADABLE)
    engine = _engine(voice)
    if engine is not None:
        return engine.speak(f'<volume level="{_VOLUME}">{plain}</volume>')
    from py_nanotts import NanoTTS

    sound = bytes(NanoTTS().speak(plain, voice=voice, speed=1.0, volume=_VOLUME / 100))
    return sound[: len(sound) // 2 * 2]


@cache
def _engine(voice: str) -> PicoEngine | None:
    """The loaded voice; None where the library hides its engine, and speaks by itself only."""
    from desktop_app.speech.voices.pico_engine import PicoEngine

    try:
        return PicoEngine(voice)
    except (AttributeError, OSError):
        return None
