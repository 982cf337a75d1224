"""On the virtual desktop, an end-to-end test that is skipped is a failure."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).parents[2] / "packaging" / "_run_pytest.py"
_SKIPPED = "import pytest\n\ndef test_it():\n    pytest.skip('no screen')\n"
_SKIPPED_AS_A_WHOLE = "import pytest\n\npytest.skip('no screen', allow_module_level=True)\n"
_MARKED = f"{_SKIPPED}\npytestmark = pytest.mark.e2e\n"
_PASSED = "def test_it():\n    pass\n"


def _exit_code(folder: Path, files: dict[str, str], *, desktop: bool) -> int:
    for name, text in files.items():
        path = folder / "tests" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = e2e\n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "ALOUD_E2E"}
    command = [sys.executable, str(_SCRIPT), "-q", "-p", "no:cacheprovider", "--import-mode=importlib"]
    return subprocess.run(
        command,
        cwd=folder,
        env={**environment, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", **({"ALOUD_E2E": "1"} if desktop else {})},
        capture_output=True,
        check=False,
    ).returncode


@pytest.mark.parametrize(
    "skipped", [{"e2e/test_a.py": _SKIPPED}, {"e2e/test_a.py": _SKIPPED_AS_A_WHOLE}, {"ui/test_a.py": _MARKED}]
)
def test_a_skipped_end_to_end_test_fails_where_it_could_have_run(tmp_path: Path, skipped: dict[str, str]) -> None:
    files = {**skipped, "ui/test_b.py": _PASSED}
    assert _exit_code(tmp_path, files, desktop=True) == 1
    assert _exit_code(tmp_path, files, desktop=False) == 0


def test_any_other_test_may_skip(tmp_path: Path) -> None:
    assert _exit_code(tmp_path, {"ui/test_a.py": _SKIPPED, "e2e/test_b.py": _PASSED}, desktop=True) == 0
