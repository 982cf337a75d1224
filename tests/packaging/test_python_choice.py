"""Which Python makes the environment."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from _python import Interpreter, choose, how_to_get_one, probe

PACKAGING = Path(__file__).parents[2] / "packaging"


def _python(version: tuple[int, int, int], *, can_venv: bool = True) -> Interpreter:
    return Interpreter("python", version, can_venv, has_headers=True, base_prefix="/usr")


def _chosen(*machine: Interpreter | None) -> Interpreter | None:
    """What is chosen when these are found, in this order."""
    return choose([[str(place)] for place in range(len(machine))], lambda command: machine[int(command[0])])


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 7), (3, 13, 1)])
def test_a_supported_python_that_runs_the_script_is_taken(version: tuple[int, int, int]) -> None:
    assert _chosen(_python(version), _python((3, 13, 0))) == _python(version)


@pytest.mark.parametrize("version", [(3, 8, 0), (3, 10, 13), (3, 14, 0), (2, 7, 18)])
def test_an_unsupported_one_is_passed_over(version: tuple[int, int, int]) -> None:
    assert _chosen(_python(version), _python((3, 12, 1))) == _python((3, 12, 1))
    assert _chosen(_python(version)) is None


def test_one_that_does_not_start_is_passed_over() -> None:
    assert _chosen(None, _python((3, 11, 2))) == _python((3, 11, 2))


def test_one_that_can_make_environments_goes_before_one_that_lacks_a_package() -> None:
    lacking = _python((3, 11, 2), can_venv=False)
    assert _chosen(lacking, _python((3, 12, 0))) == _python((3, 12, 0))
    assert _chosen(lacking) == lacking


def test_no_further_python_is_started_once_one_will_do() -> None:
    asked: list[list[str]] = []

    def ask(command: list[str]) -> Interpreter:
        asked.append(command)
        return _python((3, 12, 0))

    choose([["a"], ["b"]], ask)
    assert asked == [["a"]]


def test_a_python_tells_about_itself() -> None:
    found = probe([sys.executable])
    assert found
    assert found.version == sys.version_info[:3]


def test_what_is_no_python_is_no_answer() -> None:
    assert probe(["/nowhere/python3.12"]) is None
    assert probe([shutil.which("false") or "/nowhere"]) is None


@pytest.mark.parametrize("manager", ["apt", "dnf", "zypper", "pacman", "brew", "winget", None])
def test_a_machine_without_one_is_told_how_to_get_one(manager: str | None) -> None:
    assert "3.13" in how_to_get_one(manager)


def test_the_script_reads_on_python_3_8() -> None:
    import ast

    for path in sorted(PACKAGING.glob("*.py")):
        ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_an_unknown_command_shows_what_there_is() -> None:
    asked = subprocess.run([sys.executable, PACKAGING / "dev.py", "dance"], capture_output=True, text=True, check=False)
    assert asked.returncode == 2
    assert all(word in asked.stderr for word in ("run", "test", "check", "bench", "package", "pin"))
