"""Which packages of the system are missing, and what a person is told about them."""

from __future__ import annotations

import os

import pytest

import _packages
from _package_lists import NEEDS
from _packages import (
    Manager,
    candidates_of_apt,
    ensure,
    installed_by_dpkg,
    line_to_paste,
    manager_here,
    missing,
    needs,
    spelled,
)
from _python import Interpreter
from _steps import SetupStopped


def _manager(name: str, system: str = "Linux") -> Manager:
    found = manager_here(lambda command: f"/usr/bin/{command}" if command.startswith(name) else None, system)
    assert found
    return found


def _python(*, can_venv: bool = True, has_headers: bool = True) -> Interpreter:
    return Interpreter("python", (3, 11, 2), can_venv, has_headers, "/usr")


@pytest.mark.parametrize("name", ["apt", "dnf", "zypper", "pacman"])
def test_a_linux_is_known_by_its_package_manager(name: str) -> None:
    assert _manager(name).name == name


def test_homebrew_counts_on_a_mac_and_is_a_guest_on_linux() -> None:
    assert manager_here(lambda _: "/somewhere/brew", "Darwin") == _manager("brew", "Darwin")
    assert manager_here(lambda command: "/somewhere/brew" if command == "brew" else None, "Linux") is None


def test_a_removed_package_whose_settings_stayed_counts_as_missing() -> None:
    assert installed_by_dpkg("gcc installed\nxvfb config-files\nsox not-installed\nodd\n") == {"gcc"}


def test_either_name_of_a_renamed_package_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_packages._PRESENT, "apt", lambda names: set(names) & {"libglib2.0-0t64", "gcc"})
    assert missing(_manager("apt"), ["libglib2.0-0|libglib2.0-0t64", "gcc", "sox"]) == ["sox"]


def test_the_name_that_this_release_knows_is_asked_for() -> None:
    policy = "old:\n  Installed: (none)\n  Candidate: (none)\nnew:\n  Installed: (none)\n  Candidate: 1.2-3\n"
    assert candidates_of_apt(policy) == {"new"}
    assert spelled(["old|new", "neither|nor"], {"new"}) == ["new", "neither"]


def test_a_debian_python_is_completed_and_a_built_one_is_not() -> None:
    bare = needs(_manager("apt"), [], _python(can_venv=False, has_headers=False))
    assert bare == ["python3.11-venv", "python3.11-dev"]
    assert needs(_manager("apt"), [], _python()) == []


def test_a_person_without_root_is_given_one_line_and_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_packages._PRESENT, "apt", lambda names: set(names) - {"xvfb", "sox"})
    monkeypatch.setattr(_packages, "_answer", lambda _: "")
    monkeypatch.setattr(_packages, "_as_root", lambda command: pytest.fail(f"ran {command}"))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SetupStopped, match="\n    sudo apt-get install --no-install-recommends xvfb sox\n"):
        ensure(_manager("apt"), ["gcc", "xvfb", "sox"])


def test_root_installs_exactly_what_is_missing_and_updates_only_when_that_fails(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    present = {"gcc"}
    ran: list[list[str]] = []

    def as_root(command: list[str]) -> bool:
        ran.append(command)
        if command[1] == "install" and ["apt-get", "update", "-q"] in ran:
            present.update(command)
        return command[1] == "update"

    monkeypatch.setitem(_packages._PRESENT, "apt", lambda names: set(names) & present)
    monkeypatch.setattr(_packages, "_answer", lambda _: "")
    monkeypatch.setattr(_packages, "_as_root", as_root)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    ensure(_manager("apt"), ["gcc", "sox"])
    assert [command[1] for command in ran] == ["install", "update", "install"]
    assert all(("sox" in command, "gcc" in command) == (True, False) for command in ran if command[1] == "install")


def test_nothing_is_asked_of_the_system_when_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_packages._PRESENT, "apt", set)
    monkeypatch.setattr(_packages, "_as_root", lambda command: pytest.fail(f"ran {command}"))
    ensure(_manager("apt"), ["gcc", "sox"])


def test_homebrew_is_never_given_to_sudo() -> None:
    assert line_to_paste(_manager("brew", "Darwin"), ["portaudio"]) == "brew install portaudio"


@pytest.mark.parametrize("manager", sorted(NEEDS))
def test_no_need_is_listed_twice(manager: str) -> None:
    listed = [need for group in NEEDS[manager].values() for need in group]
    assert sorted(set(listed)) == sorted(listed)
