"""The system's own packages: which are missing, and what installs them, or the one line for a person to paste.

Asking which are missing happens at every start and has to be fast; only what is missing may cost time.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from _package_lists import NEEDS
from _python import SUPPORTED, Interpreter
from _steps import SetupStopped, say


class Manager(NamedTuple):
    """One package manager: its name here, its command, and the options that keep it from asking."""

    name: str
    command: tuple[str, ...]
    unasked: tuple[str, ...] = ()


_MANAGERS = (
    Manager("apt", ("apt-get", "install", "--no-install-recommends"), ("-y", "-q", "-o", "Dpkg::Use-Pty=0")),
    Manager("dnf", ("dnf", "install"), ("-y",)),
    Manager("zypper", ("zypper", "install"), ("--no-confirm",)),
    Manager("pacman", ("pacman", "-S", "--needed"), ("--noconfirm",)),
    Manager("brew", ("brew", "install")),
    Manager("winget", ("winget", "install")),
)


def manager_here(which: Callable[[str], str | None] = shutil.which, system: str = "") -> Manager | None:
    """The package manager of this machine; Homebrew counts only on macOS, for on Linux it is a guest."""
    usable = {"Darwin": ("brew",), "Windows": ("winget",)}.get(
        system or platform.system(), ("apt", "dnf", "zypper", "pacman")
    )
    return next((found for found in _MANAGERS if found.name in usable and which(found.command[0])), None)


def needs(manager: Manager, groups: Sequence[str], python: Interpreter | None = None) -> list[str]:
    """What `groups` ask of the system, and what `python` lacks to make an environment and to compile for it."""
    wanted = [need for group in groups for need in NEEDS.get(manager.name, {}).get(group, ())]
    return wanted + (_python_needs(manager, python) if python else [])


def _python_needs(manager: Manager, python: Interpreter) -> list[str]:
    # a Python that somebody built brings its headers along; distributions split them off, under the version's name
    minor = "python{}{}".format(*python.minor)
    headers = {"apt": f"{python.name}-dev", "dnf": f"{python.name}-devel|python3-devel", "zypper": f"{minor}-devel"}
    wanted = []
    if manager.name == "apt" and not python.can_venv:
        wanted.append(f"{python.name}-venv")
    if manager.name in headers and not python.has_headers:
        wanted.append(headers[manager.name])
    return wanted


def missing(manager: Manager, wanted: Sequence[str]) -> list[str]:
    """Which of `wanted` are not installed."""
    names = [name for need in wanted for name in need.split("|")]
    present = _PRESENT[manager.name](names) if names else set()
    return [need for need in wanted if present.isdisjoint(need.split("|"))]


def installed_by_dpkg(answer: str) -> set[str]:
    """The installed ones in dpkg-query's lines `name status`; a package removed with its settings kept is not one."""
    lines = (line.split() for line in answer.splitlines())
    return {words[0] for words in lines if words[1:] == ["installed"]}


def candidates_of_apt(answer: str) -> set[str]:
    """The names in `apt-cache policy`'s answer that apt could install; a merely virtual one has no candidate."""
    known, name = set(), ""
    for line in answer.splitlines():
        if not line.startswith(" "):
            name = line.rstrip(":")
        elif line.startswith("  Candidate:") and not line.endswith("(none)"):
            known.add(name)
    return known


def spelled(wanted: Sequence[str], known: Collection[str]) -> list[str]:
    """Each need under the name that this release knows, or under its first one."""
    return [next((name for name in need.split("|") if name in known), need.split("|")[0]) for need in wanted]


def _answer(command: list[str]) -> str:
    # these tools fail when one name is unknown, and answer for the others all the same
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False).stdout


def _present_rpms(names: list[str]) -> set[str]:
    return {name for name in names if not subprocess.call(["rpm", "--quiet", "-q", "--whatprovides", name])}


_PRESENT: dict[str, Callable[[list[str]], set[str]]] = {
    "apt": lambda names: installed_by_dpkg(
        _answer(["dpkg-query", "-W", "-f=${Package} ${db:Status-Status}\\n", *names])
    ),
    "dnf": _present_rpms,
    "zypper": _present_rpms,
    "pacman": lambda names: set(names) - set(_answer(["pacman", "-T", *names]).split()),
    "brew": lambda names: {
        name for name in names if any(Path(at, "opt", name).exists() for at in ("/opt/homebrew", "/usr/local"))
    },
}


def _names_here(manager: Manager, wanted: Sequence[str]) -> list[str]:
    if manager.name != "apt":
        return spelled(wanted, ())
    alternatives = [name for need in wanted for name in need.split("|")]
    return spelled(wanted, candidates_of_apt(_answer(["apt-cache", "policy", *alternatives])))


def line_to_paste(manager: Manager, names: Sequence[str]) -> str:
    """The one line for a person; Homebrew refuses sudo, the others need it."""
    return " ".join([*([] if manager.name == "brew" else ["sudo"]), *manager.command, *names])


def ensure(manager: Manager, wanted: Sequence[str]) -> None:
    """Install what is missing of `wanted` when we are root; otherwise stop with the line to paste."""
    absent = missing(manager, wanted)
    if not absent:
        return
    if manager.name == "brew" or os.geteuid() != 0:
        line = line_to_paste(manager, _names_here(manager, absent))
        raise SetupStopped(
            "Aloud needs something more of this system. Paste this line, then give the same command again:"
            f"\n\n    {line}\n"
        )
    say(f"Installing packages of this system: {' '.join(absent)}")
    # fresh lists cost seconds and a network: only when the ones that are here do not do
    if not _install(manager, absent) and manager.name == "apt":
        _as_root(["apt-get", "update", "-q"])
        _install(manager, absent)
    absent = missing(manager, absent)
    if absent:
        raise SetupStopped(f"{manager.command[0]} could not install {' '.join(absent)}; what it said is above.")


def _install(manager: Manager, wanted: Sequence[str]) -> bool:
    return _as_root([*manager.command, *manager.unasked, *_names_here(manager, wanted)])


def _as_root(command: list[str]) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return not subprocess.run(command, stdin=subprocess.DEVNULL, stdout=2, env=quiet, check=False).returncode


def python_on_offer(manager: Manager) -> list[str]:
    """The packages of the newest usable Python that this system itself offers, for a machine that has none."""
    if manager.name != "apt":
        return []
    names = ["python{}.{}".format(*version) for version in SUPPORTED]
    known = candidates_of_apt(_answer(["apt-cache", "policy", *names]))
    return next(([name, f"{name}-venv", f"{name}-dev"] for name in names if name in known), [])
