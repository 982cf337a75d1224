"""A voice with the speed of a real one: what it says lasts as long as its text is, and comes when it is made."""

from __future__ import annotations

import asyncio
import random
import struct
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from desktop_app.domain.errors import UserError
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Pcm

_RATE = 8000
_LOUD = struct.pack("<h", 2000)


@dataclass
class PacedVoice:
    """``latency`` seconds to the first sound, then ``real_time_factor`` seconds for each second of it, in ``chunk``s.

    ``streams``: False where nothing is sent before all is made. ``shared``: two requests at a time take turns.
    ``uneven``: chunks come up to so many seconds late. ``errors``: what the n-th request raises, after half a phrase
    where ``half`` says so.
    """

    latency: float = 0.3
    real_time_factor: float = 0.5
    chunk: float = 0.1
    a_character: float = 0.065
    streams: bool = True
    shared: bool = False
    uneven: float = 0.0
    half: bool = False
    errors: dict[int, UserError] = field(default_factory=dict)
    asked: list[tuple[float, str]] = field(default_factory=list)
    running: int = 0
    _chance: random.Random = field(default_factory=lambda: random.Random(5))

    async def warm(self, options: SpeechOptions) -> None:
        """It is always ready."""

    async def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        number = len(self.asked)
        error = self.errors.get(number)
        self.asked.append((asyncio.get_running_loop().time(), text))
        self.running += 1
        try:
            await asyncio.sleep(self.latency)
            if error is not None and not self.half:
                raise error
            seconds = len(text) * self.a_character
            if not self.streams:
                await self._work(seconds)
            async for piece in self._pieces(seconds / 2 if error else seconds):
                yield piece
            if error is not None:
                raise error
        finally:
            self.running -= 1

    async def aclose(self) -> None:
        """There is nothing to close."""

    async def _pieces(self, seconds: float) -> AsyncGenerator[Pcm]:
        while seconds > 0:
            now = min(self.chunk, seconds)
            if self.streams:
                await self._work(now)
            yield Pcm(_RATE, _LOUD * round(now * _RATE))
            seconds -= now

    async def _work(self, seconds: float) -> None:
        busy = self.running if self.shared else 1
        late = self._chance.uniform(0, self.uneven) if self.uneven else 0.0
        await asyncio.sleep(seconds * self.real_time_factor * busy + late)
