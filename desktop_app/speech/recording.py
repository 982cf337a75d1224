"""Messages become one sound file: what is kept is taken as it is, the rest is said anew, two phrases at a time.

It has a thread, an event loop and voices of its own, so that what is being heard meanwhile does not notice.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.domain.choices import SoundFormat
from desktop_app.domain.errors import NothingToSay, RateLimited, ServerFailed, UserError
from desktop_app.domain.phrase import Phrase
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.sound.pcm import PhraseShaper, pause_seconds
from desktop_app.speech.sound.sound_files import SoundFile, file_rate
from desktop_app.speech.sound_shelf import SoundShelf
from desktop_app.speech.synthesizer import Pcm, Synthesizer, in_pieces
from desktop_app.speech.voices.casting import cast

_log = logging.getLogger(__name__)

_AT_ONCE = 2
_WAITS = (0.5, 1.0, 2.0, 4.0)
"""Seconds between tries: nobody is listening, so there is time."""

_LONGEST_WAIT = 30.0
_BETWEEN_MESSAGES = 1.0
"""Seconds of silence."""


class Voices(Protocol):
    """``speech.voices.Voices``."""

    def voice(self, options: SpeechOptions) -> Synthesizer: ...

    async def aclose(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Script:
    """What is to be said, message by message, and by whom."""

    messages: Sequence[Sequence[Phrase]]
    options: SpeechOptions

    @property
    def length(self) -> int:
        """In characters."""
        return sum(len(phrase.text) for phrases in self.messages for phrase in phrases)


class Recording:
    """``progress`` is called with the part that is done, 0 to 1, in the thread of ``run``."""

    def __init__(
        self,
        script: Script,
        shelf: SoundShelf,
        progress: Callable[[float], None],
        make_voices: Callable[[ThreadPoolExecutor], Voices] | None = None,
    ) -> None:
        self._script = script
        self._shelf = shelf
        self._progress = progress
        self._make_voices = make_voices or _usual_voices
        self._loop: asyncio.AbstractEventLoop | None = None
        self._work: asyncio.Task[None] | None = None
        self._cancelled = False

    def run(self, path: Path, kind: SoundFormat) -> bool:
        """Writes the file; False where it was cancelled. Blocks: to be called in a thread.

        Raises ``UserError`` of the voice or the file, and nothing is left of the file then.
        """
        try:
            asyncio.run(self._run(path, kind))
        except asyncio.CancelledError:
            if not self._cancelled:
                raise
            return False
        return True

    def cancel(self) -> None:
        """From any thread, at any time."""
        self._cancelled = True
        if self._loop is not None and not self._loop.is_closed() and self._work is not None:
            self._loop.call_soon_threadsafe(self._work.cancel)

    async def _run(self, path: Path, kind: SoundFormat) -> None:
        self._loop, self._work = asyncio.get_running_loop(), asyncio.current_task()
        if self._cancelled:
            raise asyncio.CancelledError
        if not self._script.length:
            raise NothingToSay("There is nothing in it that is said aloud.")
        with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="recording") as executor:
            voices = self._make_voices(executor)
            try:
                async with aclosing(self._sounds(voices)) as sounds:
                    await self._write(sounds, path, kind)
            finally:
                await voices.aclose()

    async def _write(self, sounds: AsyncIterator[_Sound], path: Path, kind: SoundFormat) -> None:
        done, pause = 0, 0.0
        with ExitStack() as stack:
            file: SoundFile | None = None
            async for sound in sounds:
                if sound.pieces and file is None:
                    file = stack.enter_context(SoundFile(path, kind, file_rate(sound.pieces[0].rate)))
                if sound.pieces and file is not None:
                    pause = _write_phrase(file, sound, pause)
                done += len(sound.phrase.text)
                self._progress(done / self._script.length)
                await asyncio.sleep(0)  # a cancel is heard here, however much is kept
            if file is None:
                raise NothingToSay("There is nothing in it that is said aloud.")
            file.finish()

    async def _sounds(self, voices: Voices) -> AsyncGenerator[_Sound]:
        """In the order of the script; the next phrase is asked for while the one before it comes."""
        running: deque[asyncio.Task[_Sound]] = deque()
        try:
            for phrases in self._script.messages:
                for phrase in phrases:
                    work = self._sound(phrase, voices, closes=phrase is phrases[-1])
                    running.append(asyncio.get_running_loop().create_task(work))
                    if len(running) == _AT_ONCE:
                        yield await running.popleft()
            while running:
                yield await running.popleft()
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    async def _sound(self, phrase: Phrase, voices: Voices, *, closes: bool) -> _Sound:
        options = cast(phrase, self._script.options)
        kept = await self._shelf.find(phrase, options)
        if kept is not None:
            return _Sound(phrase, [kept], closes)
        said = await _say(phrase.text, voices.voice(options), options)
        self._shelf.keep(phrase, options, said)
        return _Sound(phrase, said, closes)


@dataclass(frozen=True, slots=True)
class _Sound:
    """``closes``: the message ends with it."""

    phrase: Phrase
    pieces: Sequence[Pcm]
    closes: bool


async def _say(text: str, voice: Synthesizer, options: SpeechOptions) -> list[Pcm]:
    for wait in (*_WAITS, None):
        try:
            async with aclosing(voice.synthesize(text, options)) as pieces:
                return [piece async for piece in pieces]
        except UserError as error:
            if wait is None or not error.retryable:
                raise
            asked = error.retry_after if isinstance(error, RateLimited | ServerFailed) else None
            if asked is not None and asked > _LONGEST_WAIT:
                raise
            _log.info("a phrase for a file is asked for again: %s: %s", type(error).__name__, error)
            await asyncio.sleep(wait if asked is None else asked)
    raise AssertionError("the last try always returns or raises")


def _write_phrase(file: SoundFile, sound: _Sound, pause: float) -> float:
    """Trimmed, behind the pause of the phrase before it; gives its own, in seconds, as a listener hears it."""
    file.write_silence(pause)
    shaper = PhraseShaper(file.rate)
    for piece in sound.pieces:
        for part in in_pieces(piece):
            file.write(shaper.feed(part))
    file.write(shaper.finish())
    silence = _BETWEEN_MESSAGES if sound.closes else pause_seconds(sound.phrase.pause)
    return max(0.0, silence - shaper.silent_seconds)


def _usual_voices(executor: ThreadPoolExecutor) -> Voices:
    from desktop_app.speech.voices.catalogue import Voices as UsualVoices  # what it imports takes its time

    return UsualVoices(executor)
