"""What every part of dev.py says and does alike: a line for each step, and a set-up that stops with one sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_SHOWN_AFTER_A_FAILURE = 40


class SetupStopped(Exception):
    """The person has to do something first; the message says what, ready to paste."""


def say(text: str) -> None:
    """Write one line about what happens now; to stderr, so that a program's own output stays clean."""
    print(text, file=sys.stderr, flush=True)


def run_logged(command: list[str], log: Path, *, env: dict[str, str] | None = None) -> None:
    """Run a long command quietly into `log`, with one moving line on a terminal; a failure shows its last lines."""
    moving = sys.stderr.isatty()
    last: deque[str] = deque(maxlen=_SHOWN_AFTER_A_FAILURE)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as kept, _started(command, env) as process:
        for line in process.stdout or ():
            kept.write(line)
            last.append(line)
            if moving:
                _move(line)
    if moving:
        _move("")
    if process.returncode:
        raise SetupStopped(
            "".join(last) + f"\nThis command failed ({process.returncode}): {' '.join(command)}\nAll it said: {log}"
        )


def _started(command: list[str], env: dict[str, str] | None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        cwd=str(ROOT),
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    )


def _move(line: str) -> None:
    width = 78
    print("\r" + line.strip()[:width].ljust(width) + "\r", end="", file=sys.stderr, flush=True)
