"""The environment in .venv: made, filled with exactly the pinned versions, repaired when interrupted, else left alone.

A stamp in it says what it was filled from. While the stamp fits, pip is not even asked and a start costs milliseconds.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from _steps import ROOT, SetupStopped, run_logged, say

_UNFINISHED = {"state": "unfinished"}
_REMOVE_DEADLINE_SECONDS = 10.0


class Environment:
    """One virtual environment folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.program("python")
        self._stamp = folder / "aloud-setup.json"
        self._log = folder / "setup.log"

    def program(self, name: str) -> Path:
        """The path of a program installed in it."""
        return self.programs / (f"{name}.exe" if os.name == "nt" else name)

    def is_ready(self, kind: str, fingerprint: str) -> bool:
        """Whether it was filled to the end from these very inputs, and its Python is still the one it was made with."""
        stamp = self._read_stamp()
        return stamp.get(kind) == fingerprint and stamp.get("python") == self._version()

    def is_sound(self) -> bool:
        """Whether it can be filled further; one whose Python is gone or whose filling was interrupted cannot."""
        version = self._version()
        stamp = self._read_stamp()
        return version is not None and stamp != _UNFINISHED and stamp.get("python", version) == version

    def make(self, python: str) -> None:
        """Make the folder anew with `python`; it brings its own pip."""
        say(f"Making {self.folder.relative_to(ROOT)} with {python}")
        self._remove()
        self.folder.mkdir(parents=True)
        self._write_stamp(_UNFINISHED)  # from here on an interruption shows
        self._run([python, "-m", "venv", str(self.folder)])

    def fill(self, requirements: Sequence[Path], *, project: bool, fingerprints: dict[str, str]) -> None:
        """Install pinned lists in turn, then perhaps the project itself so that edits count at once; then stamp it."""
        self._write_stamp(_UNFINISHED)
        if not self._has_pip():
            self._run([str(self.python), "-m", "ensurepip", "--upgrade"])
        pip = [str(self.python), "-m", "pip", "--no-input", "--disable-pip-version-check", "install"]
        # the lists are complete, so pip need not work out dependencies; and what is built is built with pinned tools
        exactly = [*pip, "--no-deps", "--no-build-isolation"]
        say(f"Installing into {self.folder.relative_to(ROOT)}; the first time this takes a minute or two")
        for requirement in requirements:
            run_logged([*exactly, "--require-hashes", "-r", str(requirement)], self._log)
        if project:
            run_logged([*exactly, "-e", str(ROOT)], self._log)
        self._write_stamp({**fingerprints, "python": self._version() or ""})

    def _remove(self) -> None:
        """Delete the folder; a part of a killed set-up may still be writing in it for a moment."""
        deadline = time.monotonic() + _REMOVE_DEADLINE_SECONDS
        while self.folder.exists():
            shutil.rmtree(self.folder, ignore_errors=time.monotonic() < deadline)
            time.sleep(0.1)

    def _has_pip(self) -> bool:
        return self._asked("import pip") is not None

    def _version(self) -> str | None:
        return self._asked("import sys; print('{}.{}'.format(*sys.version_info))")

    def _asked(self, question: str) -> str | None:
        """What its Python answers; None when it fails or does not even start."""
        command = [str(self.python), "-I", "-c", question]
        try:
            answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
        except (OSError, subprocess.SubprocessError):
            return None
        return answer.stdout.strip()

    @staticmethod
    def _run(command: list[str]) -> None:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SetupStopped(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")

    def _read_stamp(self) -> dict[str, str]:
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _write_stamp(self, stamp: dict[str, str]) -> None:
        self._stamp.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
