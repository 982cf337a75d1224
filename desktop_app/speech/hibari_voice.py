"""The built-in English voice: neural, on this machine, its weights in the package; nothing is ever downloaded."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from concurrent.futures import Executor
from typing import TYPE_CHECKING

from desktop_app.domain.errors import VoiceUnavailable
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Pcm

if TYPE_CHECKING:
    from hibari import Hibari

VOICE = "heart"
"""The one voice whose weights are bundled; the others the library would fetch from the network."""


class HibariVoice:
    """Sentence by sentence at 24 kHz, in a thread: about 15 ms for two seconds of speech once it is warm."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._engine: asyncio.Future[Hibari] | None = None

    async def warm(self, options: SpeechOptions) -> None:  # noqa: ARG002 - one engine, whatever the options
        await self._loaded()

    async def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:  # noqa: ARG002 - one voice
        engine = await self._loaded()
        loop = asyncio.get_running_loop()
        pieces = engine.stream(text)
        while (piece := await loop.run_in_executor(self._executor, _next_piece, pieces)) is not None:
            if piece:
                yield Pcm(engine.sample_rate, piece)

    async def aclose(self) -> None:
        self._engine = None

    async def _loaded(self) -> Hibari:
        """The engine, loaded once even if two phrases ask for it at the same time."""
        if self._engine is None:
            self._engine = asyncio.get_running_loop().run_in_executor(self._executor, _load)
        try:
            # Shielded: one phrase that is cancelled must not take the engine from the next.
            return await asyncio.shield(self._engine)
        except (ImportError, OSError, RuntimeError) as error:
            self._engine = None
            raise VoiceUnavailable("The built-in English voice cannot be loaded on this computer.") from error


def _load() -> Hibari:
    from hibari import Hibari

    engine = Hibari(voice=VOICE)
    for _piece in engine.stream("Ready, 1."):  # the dictionaries are read on first use
        pass
    return engine


def _next_piece(pieces: Iterator[object]) -> bytes | None:
    import numpy as np

    piece = next(pieces, None)
    if piece is None:
        return None
    sound: bytes = (np.clip(np.asarray(piece), -1.0, 1.0) * 32767).astype("<i2").tobytes()
    return sound
