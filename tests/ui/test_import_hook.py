"""Imports are Python's own: PySide does not question the modules that a thread is importing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SHY = 'def __getattr__(name: str) -> object:\n    raise ImportError(f"asked for {name}")\n'
"""A module that imports when it is asked for a name it has not, as pydantic's do, and fails over it."""

CALM = "from desktop_app.ui.import_hook import leave_imports_alone; leave_imports_alone(); "
ROOT = Path(__file__).parent.parent.parent


def import_shy(folder: Path, first: str) -> subprocess.CompletedProcess[str]:
    (folder / "shy.py").write_text(SHY)
    path = os.pathsep.join([str(folder), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", f"import PySide6.QtCore; {first}import shy"],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_pyside_alone_asks_a_module_what_it_may_not_be_asked(tmp_path: Path) -> None:
    if "asked for __wrapped__" not in import_shy(tmp_path, "").stderr:
        pytest.fail("PySide looks away by itself by now: desktop_app.ui.import_hook can go")


def test_here_it_does_not(tmp_path: Path) -> None:
    done = import_shy(tmp_path, CALM)
    assert done.returncode == 0, done.stderr


def test_the_program_begins_with_it(tmp_path: Path) -> None:
    start = "from desktop_app.ui.application import start_application; a = start_application(['aloud']); "
    done = import_shy(tmp_path, start)
    assert done.returncode == 0, done.stderr
