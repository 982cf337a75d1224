"""Which Python makes the environment: this one, or another one of 3.11 to 3.13 that this machine already has."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

# PyAudio has no release for 3.14 yet, and the code uses what 3.11 brought; newest first.
SUPPORTED = ((3, 13), (3, 12), (3, 11))

_PROBE = """
import json, os, sys, sysconfig
try:
    import ensurepip, venv
    can_venv = True
except ImportError:
    can_venv = False
header = os.path.join(sysconfig.get_path("include"), "Python.h")
print(json.dumps([sys.executable, list(sys.version_info[:3]), can_venv, os.path.exists(header), sys.base_prefix]))
"""


class Interpreter(NamedTuple):
    """One Python of this machine: where it is, what it is, and what it lacks for our use."""

    executable: str
    version: tuple[int, int, int]
    can_venv: bool
    has_headers: bool
    base_prefix: str

    @property
    def minor(self) -> tuple[int, int]:
        """(3, 11) for 3.11.7."""
        return self.version[:2]

    @property
    def name(self) -> str:
        """The name its packages have on Debian: python3.11."""
        return "python{}.{}".format(*self.minor)


def probe(command: list[str]) -> Interpreter | None:
    """Ask one Python about itself; None when it does not start (a pyenv shim without a version, a broken link)."""
    try:
        answer = subprocess.run(
            [*command, "-I", "-c", _PROBE],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
        executable, version, can_venv, has_headers, base_prefix = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Interpreter(executable, tuple(version), can_venv, has_headers, base_prefix)


def choose(commands: Iterable[list[str]], ask: Callable[[list[str]], Interpreter | None] = probe) -> Interpreter | None:
    """The first supported Python that can make an environment; else the first supported one at all."""
    incomplete = None
    for command in commands:
        found = ask(command)
        if found is None or found.minor not in SUPPORTED:
            continue
        if found.can_venv:
            return found
        incomplete = incomplete or found
    return incomplete


def candidates() -> Iterator[list[str]]:
    """Every place where a Python may be, the most likely first; lazily, for each costs a start."""
    yield [getattr(sys, "_base_executable", None) or sys.executable]
    if os.name == "nt":
        yield from (["py", "-{}.{}".format(*version)] for version in SUPPORTED)
    for version in SUPPORTED:
        found = shutil.which("python{}.{}".format(*version))
        if found:
            yield [found]
    for version in SUPPORTED:
        yield from ([str(path)] for path in _managed("{}.{}".format(*version)))


def _managed(version: str) -> Iterator[Path]:
    """Pythons that pyenv, uv, Homebrew and the installer of python.org keep outside PATH."""
    home = Path.home()
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv")
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    appdata = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    for folder, pattern in (
        (pyenv / "versions", f"{version}.*/bin/python"),
        (pyenv / "pyenv-win" / "versions", f"{version}.*/python.exe"),
        (data / "uv" / "python", f"cpython-{version}.*/bin/python3"),
        (appdata / "uv" / "python", f"cpython-{version}.*/python.exe"),
        (Path("/opt/homebrew/bin"), f"python{version}"),
        (Path("/usr/local/bin"), f"python{version}"),
        (Path("/Library/Frameworks/Python.framework/Versions"), f"{version}/bin/python3"),
    ):
        yield from sorted(folder.glob(pattern), reverse=True)


def how_to_get_one(manager: str | None) -> str:
    """One sentence and one line to paste for a machine on which no usable Python was found."""
    line = {
        "apt": "uv python install 3.13   (or: pyenv install 3.13; apt offers none on this release)",
        "dnf": "sudo dnf install python3.13 python3.13-devel",
        "zypper": "sudo zypper install python313 python313-devel",
        "brew": "brew install python@3.13",
        "winget": "winget install --exact --id Python.Python.3.13",
    }.get(manager or "", "uv python install 3.13   (or: pyenv install 3.13)")
    return (
        "Aloud runs on Python 3.11, 3.12 or 3.13, and none was found here "
        f"(this is {sys.version.split()[0]}).\nGet one with this line, then run the same command again:\n\n    {line}\n"
    )
