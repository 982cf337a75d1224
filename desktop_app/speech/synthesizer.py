"""What a voice is to the pipeline: text goes in, pieces of sound come out while they are made."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from desktop_app.speech.options import SpeechOptions


class WordTime(NamedTuple):
    """When a word of a text begins; ``word`` counts its ``domain.phrase.WORD``s from 0."""

    word: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Pcm:
    """A piece of sound: ``samples`` are signed 16-bit little-endian, mono, ``rate`` a second, never half a sample.

    ``words``: those that begin in it, counted from the beginning of the text's sound, where the voice knows.
    """

    rate: int
    samples: bytes
    words: tuple[WordTime, ...] = ()


def in_pieces(sound: Pcm, seconds: float = 0.5) -> Iterator[Pcm]:
    """The same sound piece by piece, for whoever must not work on all of it in one go."""
    frames = max(1, round(seconds * sound.rate))
    for number, at in enumerate(range(0, len(sound.samples), 2 * frames)):
        begin, end = number * frames / sound.rate, (number + 1) * frames / sound.rate
        words = tuple(word for word in sound.words if begin <= word.seconds < end)
        yield Pcm(sound.rate, sound.samples[at : at + 2 * frames], words)


class Synthesizer(Protocol):
    """A voice, used on the speech thread's event loop only."""

    async def warm(self, options: SpeechOptions) -> None:
        """Does ahead of time what makes the first phrase slow. Trouble is left for ``synthesize`` to tell."""

    def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        """Closing the iterator stops the work. Raises ``domain.errors.UserError``."""

    async def aclose(self) -> None: ...
