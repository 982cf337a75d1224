"""All tests in two halves at once: one closing line, which is true, and one exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from _halves import TALLY, Half, closing_line, exit_code, run_halves
from _session import lacking_programs

_RUN_PYTEST = Path(__file__).parents[2] / "packaging" / "_run_pytest.py"
_TESTS = """
import pytest

def test_passes(): pass
def test_fails(): assert False
def test_skips(): pytest.skip("so")
@pytest.fixture
def broken(): raise ValueError
def test_broken(broken): pass
"""
_DIES = "import os\n\ndef test_it(): os._exit(9)\n"
# stands for pytest: tells where it runs, and counts one test, as the half with the real program two
_STUB = f"""
import json, os, sys
from pathlib import Path
screen = "tests/e2e" in sys.argv
place = [os.environ[name] for name in ("DISPLAY", "XDG_RUNTIME_DIR", "PULSE_SERVER", "DBUS_SESSION_BUS_ADDRESS")]
Path(os.environ["STUB"], "screen" if screen else "rest").write_text(json.dumps(place))
if screen or not os.environ.get("DIES"):
    Path(os.environ["{TALLY}"]).write_text(json.dumps({{"passed": 2 if screen else 1}}))
print("the screen" if screen else "the rest")
"""


def _half(code: int, **tally: int) -> Half:
    return Half("some", code, tally or None)


def _counted(folder: Path, tests: str) -> Path:
    """Where a run of these tests wrote down what it counted."""
    (folder / "test_it.py").write_text(tests, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    environment = {**os.environ, TALLY: str(folder / "tally"), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = [sys.executable, str(_RUN_PYTEST), "-q", "-p", "no:cacheprovider"]
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    return folder / "tally"


def test_a_run_writes_down_what_its_closing_line_tells(tmp_path: Path) -> None:
    tally = json.loads(_counted(tmp_path, _TESTS).read_text())
    assert {name: count for name, count in tally.items() if count} == {
        "passed": 1, "failed": 1, "skipped": 1, "errors": 1
    }  # fmt: skip


def test_a_run_that_dies_has_counted_nothing(tmp_path: Path) -> None:
    assert not _counted(tmp_path, _DIES).exists()


def test_the_closing_line_counts_both_halves() -> None:
    line = closing_line([_half(1, failed=1, passed=5), _half(0, passed=2, skipped=3, errors=1)], 3725.5)
    assert line.strip("= ") == "1 failed, 7 passed, 3 skipped, 1 error in 3725.50s (1:02:05)"


def test_a_half_that_died_is_an_error_of_the_whole() -> None:
    line = closing_line([_half(-11), _half(0, passed=2)], 1)
    assert line.strip("= ") == "2 passed, 1 error in 1.00s (0:00:01)"


@pytest.mark.parametrize(
    ("halves", "code"),
    [
        ([_half(0, passed=1), _half(0, passed=1)], 0),
        ([_half(0, passed=1), _half(2, failed=1)], 2),
        ([_half(1, failed=1), _half(0, passed=1)], 1),
        ([_half(-11), _half(0, passed=1)], 1),
        ([_half(0), _half(0, passed=1)], 1),
    ],
)
def test_the_whole_fails_with_either_half(halves: list[Half], code: int) -> None:
    assert exit_code(halves) == code


@pytest.mark.skipif(bool(lacking_programs()), reason="this machine has no virtual desktop")
@pytest.mark.parametrize("dies", ["", "1"])
def test_each_half_has_a_desktop_of_its_own_and_one_line_closes_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], dies: str
) -> None:
    monkeypatch.setenv("STUB", str(tmp_path))
    monkeypatch.setenv("DIES", dies)
    assert run_halves([sys.executable, "-c", _STUB]) == bool(dies)
    first, second, last = capfd.readouterr().out.splitlines()
    assert (first, second) == ("the screen", "the rest")
    assert last.strip("= ").startswith("2 passed, 1 error in" if dies else "3 passed in")
    screen, rest = (json.loads((tmp_path / name).read_text()) for name in ("screen", "rest"))
    assert not set(screen) & set(rest)
    assert not any(Path(place[1]).exists() for place in (screen, rest))
