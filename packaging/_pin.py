"""`dev.py pin`: the three requirements lists worked out anew, for every supported Python and system, with hashes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from _setup import PACKAGING, VENV
from _steps import SetupStopped, say
from _venv import Environment

# without header, index or annotations: nothing of the machine that pins gets into the lists
_OPTIONS = "--universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --quiet"
# each list holds to the versions of the ones before it, so that they can share one environment
_LISTS = ("requirements", "requirements-dev", "requirements-build")


def pin_all() -> int:
    """Write requirements*.txt from requirements*.in; 0 when all three could be worked out."""
    uv = _uv()
    done: list[str] = []
    for name in _LISTS:
        say(f"Pinning {name}.in")
        held = [word for earlier in done for word in ("--constraint", f"{earlier}.txt")]
        command = [
            uv,
            "pip",
            "compile",
            *_OPTIONS.split(),
            "--upgrade",
            *held,
            f"{name}.in",
            "--output-file",
            f"{name}.txt",
        ]
        if subprocess.call(command, cwd=str(PACKAGING), stdin=subprocess.DEVNULL):
            return 1
        done.append(name)
    return 0


def _uv() -> str:
    inside = Environment(VENV).program("uv")
    found = str(inside) if inside.exists() else shutil.which("uv")
    if found is None:
        raise SetupStopped(
            f"Pinning needs uv. Get it with: {Path('python3')} -m pip install uv   (or: pipx install uv)"
        )
    return found
