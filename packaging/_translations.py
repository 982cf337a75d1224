"""The interface in other languages: resources/translations/*.ts, kept up to date and compiled by Qt's own tools.

The .ts files are what people write; the .qm files beside them are what the program reads: made here, never committed.
"""

from __future__ import annotations

import os
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

from _steps import ROOT, SetupStopped
from _venv import Environment

FOLDER = ROOT / "resources" / "translations"


def sources() -> list[Path]:
    """The translations in the tree."""
    return sorted(FOLDER.glob("aloud_*.ts"))


def compile_changed(environment: Environment) -> None:
    """Makes the .qm files that are missing or older than their .ts."""
    for source in sources():
        made = source.with_suffix(".qm")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            half = made.with_suffix(f".{os.getpid()}.new")  # two commands may begin at once
            _run(environment, "pyside6-lrelease", "-silent", str(source), "-qm", str(half))
            half.replace(made)


def update(environment: Environment, files: list[Path] | None = None) -> None:
    """Brings the texts of the program into the .ts files; what is new stands there as unfinished."""
    code = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop_app").rglob("*.py"))
    for source in sources() if files is None else files:
        _run(environment, "pyside6-lupdate", *code, "-locations", "none", "-no-obsolete", "-ts", str(source))


def unfinished(file: Path) -> list[str]:
    """The texts in it that have no translation yet."""
    messages = ET.parse(file).getroot().iter("message")  # noqa: S314 - a file of our own tree
    return [message.findtext("source", "") for message in messages if not _is_translated(message)]


def _is_translated(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all(form.text for form in forms)


def _run(environment: Environment, program: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(environment.program(program)), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SetupStopped(f"{program} failed:\n{done.stdout}{done.stderr}")
