"""Where the sound of a phrase may lie already, and where it is left for the next time it is wanted.

Speech asks the shelf before it asks a voice, and leaves on it what a voice has said to the end. Whose message a phrase
belongs to, and where its sound lies, only the shelf knows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol
from urllib.parse import urlsplit

from desktop_app.domain.choices import SpeechSource
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Pcm


class SoundShelf(Protocol):
    """Used on the threads of speech. ``options``: the voice that was, or would be, asked; its speed is its own."""

    def has(self, phrase: Phrase, options: SpeechOptions) -> bool:
        """Whether ``find`` is likely to give something. Never waits."""

    async def find(self, phrase: Phrase, options: SpeechOptions) -> Pcm | None:
        """The whole phrase as this voice said it, None where it has to be asked."""

    def keep(self, phrase: Phrase, options: SpeechOptions, sound: Sequence[Pcm]) -> None:
        """Takes a phrase that this voice said to its end; nothing where it gave no sound. Never waits."""

    def making(self, phrase: Phrase, options: SpeechOptions) -> AbstractContextManager[None]:
        """While this voice is saying it: ``find`` waits, and sees what was left by then."""


class EmptyShelf:
    """Nothing is kept."""

    def has(self, phrase: Phrase, options: SpeechOptions) -> bool:  # noqa: ARG002 - a SoundShelf
        return False

    async def find(self, phrase: Phrase, options: SpeechOptions) -> Pcm | None:  # noqa: ARG002 - a SoundShelf
        return None

    def keep(self, phrase: Phrase, options: SpeechOptions, sound: Sequence[Pcm]) -> None: ...

    def making(self, phrase: Phrase, options: SpeechOptions) -> AbstractContextManager[None]:  # noqa: ARG002 - a SoundShelf
        return nullcontext()


def voice_identity(options: SpeechOptions) -> str:
    """What tells one voice from another: two phrases of one identity and one text are the same to the ear.

    A server counts by its host: one on this machine that has come to another port speaks with the same voice.
    """
    if options.source is not SpeechSource.SERVER:
        return f"{options.source.value} {options.voice}".rstrip()
    host = urlsplit(options.server_url).hostname or ""
    manner = f" {hashlib.sha256(options.manner.encode()).hexdigest()[:12]}" if options.manner else ""
    return f"{options.source.value} {host} {options.model} {options.voice}{manner}"
