"""Proves an installed copy: a line for each check; exit 0 where all went well, else 1. No profile is touched."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import app
from desktop_app.domain.choices import SoundFormat
from desktop_app.domain.errors import StorageError
from desktop_app.options import StartOptions
from desktop_app.speech.sound.sound_files import SoundFile
from desktop_app.ui.icons import icon
from desktop_app.ui.resources import resource_path
from desktop_app.ui.transcript.sheets.formulas import formula_of

if TYPE_CHECKING:
    from desktop_app.assembly.parts import Parts

PATIENCE = 30.0
"""Seconds for each check; a cold disk and a slow machine take some of them."""

KEY_URL = "http://self-test.invalid/v1"


class CheckFailed(Exception):
    """What is wrong with this copy, in a few words."""


def run(options: StartOptions) -> int:
    """Starts the whole program on a profile that is thrown away, and tries it in the way a person would."""
    with tempfile.TemporaryDirectory(prefix="aloud-self-test-") as folder:
        return app.run(options._replace(data_dir=Path(folder), demo=True), _prove)


async def _prove(parts: Parts) -> int:
    checks: dict[str, Callable[[Parts], Awaitable[str]]] = {
        "icons": _icons,
        "database": _database,
        "keyring": _keyring,
        "sound files": _sound_files,
        "formulas": _formulas,
        "audio devices": _audio_devices,
        "a demo turn, heard": _demo_turn,
    }
    failed = 0
    for name, check in checks.items():
        try:
            async with asyncio.timeout(PATIENCE):
                words = await check(parts)
        except (CheckFailed, TimeoutError) as error:
            failed += 1
            _tell(f"FAILED  {name}: {error or 'it took too long'}")
        else:
            _tell(f"ok      {name}: {words}")
    return 1 if failed else 0


async def _icons(parts: Parts) -> str:
    names = sorted(path.stem for path in resource_path("icons").glob("*.svg"))
    if not names:
        raise CheckFailed("none came with this copy")
    missing = [name for name in names if icon(name, parts.keeper.theme.ink).pixmap(24).isNull()]
    if missing:
        raise CheckFailed(f"cannot be drawn: {', '.join(missing)}")
    if not resource_path("io.github.aloud.Aloud.svg").is_file():
        raise CheckFailed("the program's own icon is missing")
    return f"{len(names)} drawn"


async def _database(parts: Parts) -> str:
    if parts.history.problem is not None:
        raise CheckFailed(str(parts.history.problem))
    await parts.history.set_open("self-test")
    if await parts.history.last_open() != "self-test":
        raise CheckFailed("what was written does not come back")
    return "written and read"


async def _keyring(parts: Parts) -> str:
    """A system without a keyring is a system, not a broken copy: keys are then kept for one run, and said so."""
    trouble = await parts.keys.keep(KEY_URL, "self-test")
    if trouble is not None:
        return f"not to be had here ({trouble}) keys are kept for one run only"
    await parts.keys.forget(KEY_URL)
    return "a key was kept and removed"


async def _sound_files(_parts: Parts) -> str:
    """Of each kind one, written by the library that came with this copy."""

    def write(folder: Path) -> None:
        for kind in SoundFormat:
            with SoundFile(folder / f"sound.{kind}", kind, 24_000) as file:
                file.write_silence(1.0)
                file.finish()

    with tempfile.TemporaryDirectory(prefix="aloud-sound-") as folder:
        try:
            await asyncio.to_thread(write, Path(folder))
        except (ImportError, OSError, StorageError) as error:
            raise CheckFailed(f"cannot be written ({error})") from error
    return f"{', '.join(kind.upper() for kind in SoundFormat)} written"


async def _formulas(_parts: Parts) -> str:
    """The library that sets them came with its fonts."""
    if await asyncio.to_thread(lambda: formula_of(r"\sqrt{x^2}", display=True)) is None:
        raise CheckFailed("cannot be set")
    return "set as mathematics"


async def _audio_devices(parts: Parts) -> str:
    found: asyncio.Future[list[str]] = asyncio.get_running_loop().create_future()

    def tell(devices: list[str]) -> None:
        if not found.done():
            found.set_result(devices)

    parts.worker.devices_found.connect(tell)
    parts.worker.refresh_devices()
    devices = await found
    if not devices:
        raise CheckFailed("no output device was found")
    return ", ".join(devices[:4])


async def _demo_turn(parts: Parts) -> str:
    heard: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def tell(name: str, _turn: str, _fields: object) -> None:
        if name == "phrase_finished" and not heard.done():
            heard.set_result(None)

    parts.worker.happened.connect(tell)
    parts.conversation.send("What is this?")
    turn = parts.conversation.turns[0]
    await heard
    parts.conversation.stop()
    sound = turn.clock.timings.first_sound
    return f"first sound after {sound:.2f} s" if sound is not None else "heard"


def _tell(line: str) -> None:
    if sys.stdout is not None:  # a windowed program on Windows has none
        print(line, flush=True)  # noqa: T201 - the answer of a command
