"""Menu entry, store entry, icon and package agree with the program on its name, its version and its needs."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import desktop_app
from _bundle import version
from _package_lists import NEEDS

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
ID = "io.github.aloud.Aloud"


def _entry() -> configparser.ConfigParser:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # the keys keep their capitals
    entry.read(RESOURCES / f"{ID}.desktop", encoding="utf-8")
    return entry


def _metainfo() -> ET.Element:
    return ET.parse(RESOURCES / f"{ID}.metainfo.xml").getroot()


def _package() -> str:
    return (ROOT / "packaging" / "nfpm.yaml").read_text(encoding="utf-8")


def test_the_version_is_stated_once_and_read_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["setuptools"]["dynamic"]["version"]["attr"] == "desktop_app.__version__"
    assert version() == desktop_app.__version__
    assert "version: ${ALOUD_VERSION}" in _package()


def test_the_newest_release_in_the_store_entry_is_this_version() -> None:
    releases = [release.get("version") for release in _metainfo().iter("release")]
    assert releases[0] == desktop_app.__version__


def test_the_store_entry_and_the_menu_entry_speak_of_the_same_program() -> None:
    metainfo, entry = _metainfo(), _entry()["Desktop Entry"]
    assert metainfo.findtext("id") == ID
    assert metainfo.findtext("launchable") == f"{ID}.desktop"
    assert metainfo.findtext("name") == entry["Name"]
    assert metainfo.findtext("summary") == entry["Comment"]
    assert metainfo.findtext("provides/binary") == entry["Exec"]
    stated = {category.text for category in metainfo.iter("category")}
    assert stated <= set(entry["Categories"].split(";"))


def test_the_icon_has_the_name_that_the_entries_use() -> None:
    assert _entry()["Desktop Entry"]["Icon"] == ID
    assert ET.parse(RESOURCES / f"{ID}.svg").getroot().tag.endswith("svg")


def test_each_action_of_the_menu_entry_is_a_command_that_exists() -> None:
    entry = _entry()
    actions = [name for name in entry["Desktop Entry"]["Actions"].split(";") if name]
    assert actions
    for action in actions:
        words = entry[f"Desktop Action {action}"]["Exec"].split()
        command = [word for word in words if not word.startswith("-")]
        options = [word for word in words if word.startswith("-")]
        asked = subprocess.run(
            [sys.executable, "-m", "desktop_app", *command[1:], "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        assert command[0] == "aloud"
        assert all(option in asked.stdout for option in options), asked.stdout


def test_every_file_that_the_package_names_is_in_the_tree() -> None:
    sources = re.findall(r"- src: (resources/\S+)", _package())
    assert len(sources) >= 3
    assert [name for name in sources if not (ROOT / name).exists()] == []


def test_the_package_asks_for_what_a_window_and_sound_need() -> None:
    asked = set(re.findall(r"^  - (\S+)", _package(), re.MULTILINE))
    needed = {need.split("|")[0] for need in NEEDS["apt"]["run"]}
    assert needed <= asked
