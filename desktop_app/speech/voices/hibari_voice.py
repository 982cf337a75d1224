"""The built-in English voice: neural, on this machine, its weights in the package; nothing is ever downloaded.

It runs in a process of its own (``voice_process``), started when it is first wanted and ended with this voice.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import subprocess
import sys
from collections.abc import AsyncGenerator
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop_app.domain.errors import VoiceUnavailable
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.synthesizer import Pcm
from desktop_app.speech.voices.own_process import ARGUMENT
from desktop_app.speech.voices.voice_process import ASKED, END, FAILED, READY, SOUND, TOLD, VOICE, parted

__all__ = ["VOICE", "HibariVoice"]

_LOADING_SECONDS = 30.0


class HibariVoice:
    """Sentence by sentence at 24 kHz: about 15 ms for two seconds of speech once it is warm."""

    def __init__(self) -> None:
        self._helper: _Helper | None = None
        self._starting = asyncio.Lock()

    async def warm(self, options: SpeechOptions) -> None:  # noqa: ARG002 - one engine, whatever the options
        await self._ready()

    async def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:  # noqa: ARG002 - one voice
        helper = await self._ready()
        try:
            async for body in helper.say(text):
                words, sound = parted(body)
                yield Pcm(helper.rate, sound, words)
        except ConnectionError as error:
            raise VoiceUnavailable("The built-in English voice stopped working.") from error

    async def aclose(self) -> None:
        helper, self._helper = self._helper, None
        if helper is not None:
            await helper.aclose()

    async def _ready(self) -> _Helper:
        """The process, started once even if two phrases ask for it at the same time, and anew where it died."""
        async with self._starting:
            if self._helper is not None and not self._helper.alive:
                await self.aclose()
            if self._helper is None:
                self._helper = await _start()
            return self._helper


class _Helper:
    """The running process, its voice loaded."""

    def __init__(self, process: asyncio.subprocess.Process, rate: int) -> None:
        self.rate = rate
        self._process = process
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Queue[bytes | None]] = {}
        self._reading = asyncio.get_running_loop().create_task(self._read(), name="read the built-in voice")

    @property
    def alive(self) -> bool:
        return not self._reading.done()

    async def say(self, text: str) -> AsyncGenerator[bytes]:
        """The sound of a text, piece by piece, behind its words. Raises ``ConnectionError`` where the process died."""
        number = next(self._numbers)
        sounds: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._waiting[number] = sounds
        try:
            self._ask(number, text.encode())
            while sound := await sounds.get():
                yield sound
            if sound is None:
                raise ConnectionResetError("the voice's process ended")
        finally:
            if self._waiting.pop(number, None) is not None and self.alive:
                self._ask(number, b"")  # unwanted from here on, or over

    async def aclose(self) -> None:
        stdin = self._process.stdin
        assert stdin is not None
        stdin.close()
        with suppress(ProcessLookupError):
            self._process.kill()  # by itself it would take 0.2 s to end, and has nothing to lose
        with suppress(ConnectionError):
            await stdin.wait_closed()
        await self._reading
        await self._process.wait()

    def _ask(self, number: int, text: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(ASKED.pack(number, len(text)) + text)

    async def _read(self) -> None:
        """Hands each piece to whoever asked for it, until the process ends."""
        assert self._process.stdout is not None
        try:
            while True:
                number, kind, body = await _frame(self._process.stdout)
                sounds = self._waiting.get(number)
                if sounds is None:
                    continue
                if kind == SOUND:
                    sounds.put_nowait(body)
                elif kind == END:
                    self._waiting.pop(number)
                    sounds.put_nowait(b"")
        except (asyncio.IncompleteReadError, ConnectionError):
            for sounds in self._waiting.values():
                sounds.put_nowait(None)


async def _start() -> _Helper:
    process: asyncio.subprocess.Process | None = None
    try:
        process = await asyncio.create_subprocess_exec(
            *_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment(), **_quietly()
        )
        assert process.stdout is not None
        async with asyncio.timeout(_LOADING_SECONDS):
            _number, kind, body = await _frame(process.stdout)
        if kind == READY:
            rate, _ = ASKED.unpack(body)
            helper = _Helper(process, rate)
            process = None
            return helper
        reason = body.decode(errors="replace") if kind == FAILED else "it does not answer as it should"
        raise VoiceUnavailable("The built-in English voice cannot be loaded on this computer.") from OSError(reason)
    except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
        raise VoiceUnavailable("The built-in English voice cannot be loaded on this computer.") from error
    finally:
        if process is not None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _frame(answers: asyncio.StreamReader) -> tuple[int, int, bytes]:
    number, kind, length = TOLD.unpack(await answers.readexactly(TOLD.size))
    return number, kind, await answers.readexactly(length)


def _command() -> list[str]:
    """Packed into one folder the program is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-m", "desktop_app.speech.voices.voice_process"]


def _environment() -> dict[str, str]:
    environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    if not getattr(sys, "frozen", False):
        home = str(Path(__file__).parents[2])  # found again wherever the program was started
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))
    return environment


def _quietly() -> dict[str, Any]:
    """No console window on Windows."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    return {}
