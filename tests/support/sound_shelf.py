"""A shelf in memory: what speech leaves on it can be looked at, and lies there the next time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.sound_shelf import voice_identity
from desktop_app.speech.synthesizer import Pcm


class MemoryShelf:
    """``texts`` is what was kept, in order; ``broken``: what it has cannot be read."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Pcm] = {}
        self.broken = False
        self.in_the_making: list[str] = []

    @property
    def texts(self) -> list[str]:
        return [text for _voice, text in self._kept]

    def has(self, phrase: Phrase, options: SpeechOptions) -> bool:
        return (voice_identity(options), phrase.text) in self._kept

    async def find(self, phrase: Phrase, options: SpeechOptions) -> Pcm | None:
        return None if self.broken else self._kept.get((voice_identity(options), phrase.text))

    @contextmanager
    def making(self, phrase: Phrase, options: SpeechOptions) -> Iterator[None]:
        self.in_the_making.append(phrase.text)
        try:
            yield
        finally:
            self.in_the_making.remove(phrase.text)

    def keep(self, phrase: Phrase, options: SpeechOptions, sound: Sequence[Pcm]) -> None:
        samples = b"".join(piece.samples for piece in sound)
        if sound:
            self._kept[voice_identity(options), phrase.text] = Pcm(sound[0].rate, samples)
