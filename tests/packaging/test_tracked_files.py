"""What a clone carries: nothing of the machine it was written on."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# spelled in pieces, so that this file does not find itself
_HOSTS = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "arti" + "factory", r"npm" + r"js\.(?:com|org)")))
_MACHINE_PATH = re.compile(
    "(?<![A-Za-z0-9_.$}])/(?:" + "home|Users|ro" + "ot)/[A-Za-z0-9_.]+/|[A-Z]:\\\\Users" + r"\\\w+"
)


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a clone")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in _tracked():
        content = path.read_bytes()
        if b"\0" in content:
            continue
        lines = enumerate(content.decode("utf-8", "replace").splitlines(), start=1)
        found += [f"{path.relative_to(ROOT)}:{number}: {line[:160]}" for number, line in lines if pattern.search(line)]
    return found


def test_no_file_names_a_package_registry() -> None:
    assert _lines_with(_HOSTS) == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert _lines_with(_MACHINE_PATH) == []


def test_no_lock_file_with_addresses_is_tracked() -> None:
    locks = [
        path.name for path in _tracked() if path.suffix == ".lock" or path.name in {"package-lock.json", "yarn.lock"}
    ]
    assert locks == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert _HOSTS.search("https://files." + "python" + "hosted.org/x.whl")
    assert _MACHINE_PATH.search('open("/ho' + 'me/ada/aloud/x")')
    assert not _MACHINE_PATH.search('"HOME": "/ro' + 'ot"')
