"""All tests in two halves at once, each on a desktop of its own: the real program on a screen, and beside it the rest.

A test of the real program mostly waits: for a screen, a voice, the pause of a person. Meanwhile the rest uses the other
processor. Each half writes down what it counted, and from both comes the closing line of the whole.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from _session import DesktopSession, lacking_programs
from _steps import say

TALLY = "ALOUD_TALLY"
"""The environment variable that names the file in which a run of pytest writes down what it counted."""
_E2E = "tests/e2e"
_NAMES = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "warnings", "errors")
_CGROUP_LIMIT = Path("/sys/fs/cgroup/cpu.max")


@dataclass(frozen=True)
class Half:
    """What came of one: pytest's exit code, and how many passed, failed, ...; None where it did not live to count."""

    name: str
    code: int
    tally: dict[str, int] | None


def can_be_halved() -> bool:
    """Whether a desktop can be made, and two processors are ours: by the system's count and a container's limit."""
    if lacking_programs():
        return False
    try:
        count = len(os.sched_getaffinity(0))
    except AttributeError:  # Windows and macOS
        count = os.cpu_count() or 1
    try:
        quota, _, period = _CGROUP_LIMIT.read_text(encoding="ascii").partition(" ")
        return count > 1 and (quota == "max" or int(quota) >= 2 * int(period))
    except (OSError, ValueError):
        return count > 1


def run_halves(pytest: list[str]) -> int:
    """Run ``pytest``, a command without the names of tests; 0 where both halves passed."""
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="aloud-tests-"))
    screen_tally, rest_tally, rest_said = (folder / name for name in ("screen", "rest", "rest.log"))
    try:
        with DesktopSession() as screen, DesktopSession() as beside, rest_said.open("wb") as log:
            rest = beside.start([*_giving_way(), *pytest, f"--ignore={_E2E}"], {TALLY: str(rest_tally)}, output=log)
            code = screen.call([*pytest, _E2E], {TALLY: str(screen_tally)})
            halves = [Half(_E2E, code, _read(screen_tally)), Half("the rest", beside.code_of(rest), _read(rest_tally))]
        _show(rest_said)
    finally:
        shutil.rmtree(str(folder), ignore_errors=True)
    for half in halves:
        if half.tally is None:
            say(f"The tests of {half.name} ended before they were counted, with exit code {half.code}.")
    print(closing_line(halves, time.monotonic() - began), flush=True)
    return exit_code(halves)


def exit_code(halves: Sequence[Half]) -> int:
    """0 where both passed and were counted; else pytest's own code where it gave one."""
    if all(half.code == 0 and half.tally is not None for half in halves):
        return 0
    return next((half.code for half in halves if half.code > 0), 1)


def closing_line(halves: Sequence[Half], seconds: float) -> str:
    """As pytest has it; a half that was not counted is an error."""
    counts = {name: sum(half.tally.get(name, 0) for half in halves if half.tally) for name in _NAMES}
    counts["errors"] += sum(half.tally is None for half in halves)
    told = [f"{count} {_one(name) if count == 1 else name}" for name, count in counts.items() if count]
    minutes, rest = divmod(int(seconds), 60)
    clock = f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
    return f" {', '.join(told) or 'no tests ran'} in {seconds:.2f}s ({clock}) ".center(80, "=")


def _giving_way() -> list[str]:
    """The prefix of a command that lets the real program go first: it is heard, and a hole in it would be judged."""
    nice = shutil.which("nice")
    return [nice, "-n", "5"] if nice else []


def _one(name: str) -> str:
    return {"warnings": "warning", "errors": "error"}.get(name, name)


def _read(tally: Path) -> dict[str, int] | None:
    try:
        return {str(name): int(count) for name, count in json.loads(tally.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError):
        return None


def _show(log: Path) -> None:
    sys.stdout.flush()
    with log.open("rb") as said:
        shutil.copyfileobj(said, sys.stdout.buffer)
    sys.stdout.flush()
