"""From a bare machine to an environment that works: a Python, the system's packages, .venv; only what is missing."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import _packages
import _translations
from _packages import Manager
from _python import Interpreter, candidates, choose, how_to_get_one, probe
from _steps import ROOT, SetupStopped, say
from _venv import Environment

PACKAGING = ROOT / "packaging"
VENV = ROOT / ".venv"
BUILD_LIST = PACKAGING / "requirements-build.txt"
# what "dev" installs includes what "run" installs, at the same versions; a test holds that
LISTS = {"run": PACKAGING / "requirements.txt", "dev": PACKAGING / "requirements-dev.txt"}


def prepare(kind: str, groups: Sequence[str]) -> Environment:
    """Give back .venv, filled for `kind` ("run" or "dev"), on a system that has the packages of `groups`."""
    environment = _filled(kind, groups)
    _translations.compile_changed(environment)
    return environment


def _filled(kind: str, groups: Sequence[str]) -> Environment:
    environment = Environment(VENV)
    manager = _packages.manager_here()
    if environment.is_ready(kind, _fingerprint(kind)):
        _ensure(manager, groups)
        return environment
    if not environment.is_sound():
        python = _python_for(manager)
        _ensure(manager, [*groups, "build"], python)
        environment.make(python.executable)
    else:
        _ensure(manager, [*groups, "build"], probe([str(environment.python)]))
    included = ["run"] if kind == "run" else ["run", "dev"]
    fingerprints = {name: _fingerprint(name) for name in included}
    environment.fill([BUILD_LIST, LISTS[kind]], project=True, fingerprints=fingerprints)
    return environment


def _ensure(manager: Manager | None, groups: Sequence[str], python: Interpreter | None = None) -> None:
    if manager is None:
        say("Unknown packages of this system: PyAudio needs PortAudio and a C compiler if it has to be compiled.")
        return
    _packages.ensure(manager, _packages.needs(manager, groups, python))


def _python_for(manager: Manager | None) -> Interpreter:
    """A supported Python; on a system that offers one as a package, that is installed first."""
    python = choose(candidates())
    offered = _packages.python_on_offer(manager) if manager and not python else []
    if manager and offered:
        say("This Python is not one of those that Aloud runs on.")
        _packages.ensure(manager, offered)
        python = choose(candidates())
    if python is None:
        raise SetupStopped(how_to_get_one(manager.name if manager else None))
    return python


def _fingerprint(kind: str) -> str:
    """Changes when the environment has to be filled again: other pins, another project file, another place."""
    return fingerprint(
        [BUILD_LIST, LISTS[kind], PACKAGING / "requirements.in", ROOT / "pyproject.toml"], os.fspath(ROOT)
    )


def fingerprint(files: Sequence[Path], *words: str) -> str:
    """One hash over the contents of `files` and over `words`."""
    digest = hashlib.sha256()
    for part in [*(path.read_bytes() for path in files), *(word.encode() for word in words)]:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()
