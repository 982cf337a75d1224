"""`dev.py check`: what can be judged without opening a window; every step is run and reported, also after a failure."""

from __future__ import annotations

import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from _setup import BUILD_LIST, LISTS, fingerprint
from _steps import ROOT, say
from _venv import Environment

_TESTS = ROOT / "tests"
_RUN_PYTEST = str(Path(__file__).with_name("_run_pytest.py"))
_WITHOUT_QT_STEP = "rooms without Qt"
_WITHOUT_QT = ROOT / "build" / "venv-noqt"
# the rooms that may know Qt, and the folders that are no room
_NOT_WITHOUT_QT = {"ui", "e2e", "bench", "support", "packaging"}
_WORKER_TESTS = "*/speech/worker/*"
# PySide6 and what is of no use without it; the tools of the other steps are left out to save a minute
_LEFT_OUT = {"pyside6-essentials", "shiboken6", "pytest-qt", "qasync", "mypy", "ruff", "pyinstaller", "nfpm"}
_REQUIREMENT = re.compile(r"^(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*])?==")


def check_all(environment: Environment) -> int:
    """Run every step; 0 when all of them are content.

    The rooms without Qt take longest and have an environment of their own: they run beside the others and come last.
    """
    pytest = [str(environment.python), _RUN_PYTEST, "-q"]
    steps = {
        "format": [str(environment.program("ruff")), "format", "--check", "."],
        "lint": [str(environment.program("ruff")), "check", "."],
        "types": [str(environment.program("mypy"))],
        "architecture": [*pytest, *_architecture_tests(), str(_TESTS / "packaging")],
    }
    with ThreadPoolExecutor(1) as beside, TemporaryFile() as said:
        without_qt = beside.submit(_rooms_without_qt, environment, said)
        failed = [name for name, command in steps.items() if not _passes(name, command)]
        say(f"--- {_WITHOUT_QT_STEP}")
        passed, seconds = without_qt.result()
        said.seek(0)
        print(said.read().decode(errors="replace").rstrip(), flush=True)
    if not _told(_WITHOUT_QT_STEP, passed=passed, seconds=seconds):
        failed.append(_WITHOUT_QT_STEP)
    say(f"Failed: {', '.join(failed)}" if failed else "All checks passed")
    return 1 if failed else 0


def _rooms_without_qt(environment: Environment, said: IO[bytes]) -> tuple[bool, float]:
    """Whether their tests pass where Qt is not installed, and how long they took."""
    command = [str(_without_qt(environment).python), _RUN_PYTEST, "-q", *_tests_without_qt()]
    started = time.monotonic()
    code = subprocess.call(command, cwd=str(ROOT), stdin=subprocess.DEVNULL, stdout=said, stderr=said)
    return code == 0, time.monotonic() - started


def _passes(name: str, command: list[str]) -> bool:
    say(f"--- {name}")
    started = time.monotonic()
    code = subprocess.call(command, cwd=str(ROOT), stdin=subprocess.DEVNULL)
    return _told(name, passed=code == 0, seconds=time.monotonic() - started)


def _told(name: str, *, passed: bool, seconds: float) -> bool:
    say(f"--- {name}: {'passed' if passed else 'FAILED'} in {seconds:.1f} s")
    return passed


def _architecture_tests() -> list[str]:
    """The files that hold the arrows and doors; a name that fails when there are none."""
    return [str(path) for path in sorted(_TESTS.glob("**/test_architecture*.py"))] or [
        str(_TESTS / "test_architecture.py")
    ]


def _tests_without_qt() -> list[str]:
    rooms = sorted(
        path for path in _TESTS.iterdir() if path.name not in _NOT_WITHOUT_QT and any(path.rglob("test_*.py"))
    )
    return [*map(str, rooms), f"--ignore-glob={_WORKER_TESTS}"]


def _without_qt(environment: Environment) -> Environment:
    """A second environment with the same pins, in which PySide6 is not installed."""
    bare = Environment(_WITHOUT_QT)
    wanted = fingerprint([BUILD_LIST, LISTS["dev"], Path(__file__)], str(_WITHOUT_QT))
    if not bare.is_ready("without Qt", wanted):
        _WITHOUT_QT.parent.mkdir(exist_ok=True)
        requirements = _WITHOUT_QT.parent / "requirements-noqt.txt"
        requirements.write_text(without(LISTS["dev"].read_text(encoding="utf-8"), _LEFT_OUT), encoding="utf-8")
        if not bare.is_sound():
            bare.make(str(environment.python))
        bare.fill([BUILD_LIST, requirements], project=False, fingerprints={"without Qt": wanted})
    return bare


def without(requirements: str, names: set[str]) -> str:
    """A pinned list without `names`: their lines, and the hashes that follow each."""
    kept, dropping = [], False
    for line in requirements.splitlines(keepends=True):
        found = _REQUIREMENT.match(line)
        if found:
            dropping = found["name"].lower().replace("_", "-") in names
        if not dropping:
            kept.append(line)
    return "".join(kept)
