"""Where a profile's files are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop_app.storage.paths import Profile


def test_a_data_dir_holds_everything(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    assert profile.history == tmp_path / "history.db"
    assert profile.settings == tmp_path / "settings.json"
    assert profile.events == tmp_path / "logs" / "events.jsonl"
    assert profile.audio == tmp_path / "audio"
    assert profile.control == tmp_path


def test_a_relative_data_dir_stays_the_same_when_the_working_folder_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    profile = Profile(Path("here"))
    monkeypatch.chdir("/")
    assert profile.history == tmp_path / "here" / "history.db"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the places of the XDG rules")
def test_without_a_data_dir_the_systems_places_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    profile = Profile()
    assert profile.history == tmp_path / "data" / "aloud" / "history.db"
    assert profile.settings == tmp_path / "config" / "aloud" / "settings.json"
    assert profile.logs == tmp_path / "state" / "aloud" / "log"


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX knows them")
def test_new_folders_are_for_this_user_only_and_old_ones_keep_their_rights(tmp_path: Path) -> None:
    old = tmp_path / "mine"
    old.mkdir(mode=0o755)
    Profile(old).make()
    assert old.stat().st_mode & 0o777 == 0o755
    assert (old / "logs").stat().st_mode & 0o777 == 0o700
    assert (old / "audio").stat().st_mode & 0o777 == 0o700


def test_naming_places_makes_nothing(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "new")
    assert profile.logs.name == "logs"
    assert not (tmp_path / "new").exists()
