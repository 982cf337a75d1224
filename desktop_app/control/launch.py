"""Starts the copy that a command needs where none runs: this very program, outliving the command that wanted it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from desktop_app.control import client
from desktop_app.domain.errors import UserError

_PATIENCE = 60.0  # seconds; a first start from a cold disk takes long
_PATIENCE_WITH_ANOTHER = 15.0  # seconds, where ours ended well: another copy was just starting
_PATIENCE_WITH_NOBODY = 1.0  # seconds, where ours ended badly
_LOOK_EVERY = 0.05  # seconds
_MOST_WORDS = 2000  # characters of what the copy said, when it could not start


class NotStarted(UserError):
    """The new copy ended, or never answered."""


def launch(folder: Path, arguments: Sequence[str]) -> None:
    """Returns when the copy whose control room is ``folder`` takes commands; raises ``NotStarted`` where none does."""
    with tempfile.TemporaryFile() as words:
        process = _start([*_program(), *arguments], words)
        end = time.monotonic() + _PATIENCE
        while not client.is_running(folder):
            if process.poll() is not None:
                patience = _PATIENCE_WITH_NOBODY if process.returncode else _PATIENCE_WITH_ANOTHER
                end = min(end, time.monotonic() + patience)
            if time.monotonic() > end:
                told = f"Aloud could not be started. {_said(words)}" if process.returncode else "Aloud does not answer."
                raise NotStarted(told.strip())
            time.sleep(_LOOK_EVERY)
    process.returncode = 0  # it is left running on purpose: no warning that nobody waited for it


def _program() -> list[str]:
    """How this program is started again: packed into one folder it is its own interpreter."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop_app"]


def _start(command: Sequence[str], words: BinaryIO) -> subprocess.Popen[bytes]:
    """A process that outlives this one and its terminal; what it has to say goes to ``words``."""
    environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    if not getattr(sys, "frozen", False):
        home = str(Path(__file__).parents[2])  # found again wherever the command is called from
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [home, os.environ.get("PYTHONPATH")]))
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(  # noqa: S603 - our own program
            command, stdin=subprocess.DEVNULL, stdout=words, stderr=words, env=environment, creationflags=flags
        )
    return subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.DEVNULL, stdout=words, stderr=words, env=environment, start_new_session=True
    )


def _said(words: BinaryIO) -> str:
    words.seek(0)
    return words.read().decode("utf-8", "replace").strip()[-_MOST_WORDS:]
