"""Voices that say each text as a steady value of its own, so that what is heard tells which text it was."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.errors import UserError
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Pcm, Synthesizer


@dataclass
class FakeVoice:
    """``delay`` before the first sound, then ``pieces`` of it at ``pace`` seconds each.

    ``errors``: for a text, what each try of it raises (None: nothing), ``after`` so many pieces.
    """

    seconds: float = 1.0
    delay: float = 0.05
    pieces: int = 4
    pace: float = 0.01
    rate: int = 8000
    sign: int = 1
    after: int = 0
    errors: dict[str, list[UserError | None]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    running: int = 0
    most_at_once: int = 0
    warmed: int = 0

    async def warm(self, options: SpeechOptions) -> None:
        self.warmed += 1

    async def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        self.asked.append(text)
        self.running += 1
        self.most_at_once = max(self.most_at_once, self.running)
        queue = self.errors.get(text, [])
        error = queue.pop(0) if queue else None
        try:
            await asyncio.sleep(self.delay)
            for piece in range(self.pieces):
                if error is not None and piece == self.after:
                    raise error
                frames = round(self.seconds * self.rate / self.pieces)
                yield Pcm(self.rate, struct.pack("<h", self.sign * value_of(text)) * frames)
                await asyncio.sleep(self.pace)
        except (asyncio.CancelledError, GeneratorExit):
            self.cancelled.append(text)
            raise
        finally:
            self.running -= 1

    async def aclose(self) -> None:
        pass


def value_of(text: str) -> int:
    """The sample value of a text such as "phrase 7": 1070."""
    digits = "".join(character for character in text if character.isdigit())
    return 1000 + 10 * (int(digits or 0) % 3000)


class FakeVoices:
    """``server`` is the chosen voice, ``embedded`` the one that helps out, heard as negative values."""

    def __init__(self, server: FakeVoice | None = None) -> None:
        self.server = server or FakeVoice()
        self.embedded = FakeVoice(sign=-1)

    def voice(self, options: SpeechOptions) -> Synthesizer:
        return self.server if options.source is SpeechSource.SERVER else self.embedded

    def built_in(self, phrase: Phrase, options: SpeechOptions) -> SpeechOptions:
        return replace(options, source=SpeechSource.HIBARI)
