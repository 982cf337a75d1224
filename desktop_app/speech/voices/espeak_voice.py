"""The system's own espeak-ng, where it is installed: plain voices in more than a hundred languages."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from collections.abc import AsyncGenerator
from contextlib import suppress

from desktop_app.domain.errors import ConnectionCut, VoiceUnavailable
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.sound.sound_reader import SoundReader
from desktop_app.speech.synthesizer import Pcm
from desktop_app.speech.text.ear import for_the_ear

PROGRAM = "espeak-ng"
_WORDS_A_MINUTE = "175"
_AMPLITUDE = "60"
"""Of 200: as loud as the other voices."""

_READ = 16 * 1024


def espeak_languages() -> list[tuple[str, str]]:
    """(tag, English name) of every language the program speaks; empty where it is not installed."""
    if (program := shutil.which(PROGRAM)) is None:
        return []
    try:
        listed = subprocess.run(  # noqa: S603 - the system's own program, fixed arguments
            [program, "--voices"], capture_output=True, check=True, timeout=10
        )
    except (OSError, subprocess.SubprocessError):
        return []
    rows = [line.split() for line in listed.stdout.decode(errors="replace").splitlines()[1:]]
    # One language may be listed with several voices; the first is the one its tag selects.
    named = {row[1]: row[3].replace("_", " ") for row in reversed(rows) if len(row) > 3}
    return list(reversed(named.items()))


class EspeakVoice:
    """One short-lived process a phrase: 10 to 20 ms, and a stop only has to kill it."""

    async def warm(self, options: SpeechOptions) -> None:
        """A process starts as fast the first time."""

    async def synthesize(self, text: str, options: SpeechOptions) -> AsyncGenerator[Pcm]:
        spoken = await asyncio.to_thread(for_the_ear, text, options.voice or "en")
        process = await _start(options)
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            with suppress(ConnectionError):  # it ended before it read all; its exit code will tell
                process.stdin.write(spoken.encode())
                await process.stdin.drain()
            process.stdin.close()
            reader = SoundReader({"content-type": "audio/wav"})
            while data := await process.stdout.read(_READ):
                if (piece := reader.feed(data)) is not None:
                    yield piece
            with suppress(ConnectionCut):  # the program does not keep its header's promise of a length
                reader.finish()
            if await process.wait() != 0:
                raise VoiceUnavailable("The espeak-ng program refused this voice.")
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()

    async def aclose(self) -> None:
        """There is nothing to close."""


async def _start(options: SpeechOptions) -> asyncio.subprocess.Process:
    program = shutil.which(PROGRAM)
    if program is None:
        raise VoiceUnavailable("The espeak-ng program is not installed on this computer.")
    try:
        return await asyncio.create_subprocess_exec(
            program, "--stdin", "--stdout", "-v", options.voice or "en", "-s", _WORDS_A_MINUTE, "-a", _AMPLITUDE,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise VoiceUnavailable("The espeak-ng program cannot be started.") from error
