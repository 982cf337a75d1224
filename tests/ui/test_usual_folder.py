"""Where a file dialog begins is asked of the disk in a thread, and nobody waits long for a disk that sleeps."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QStandardPaths
from pytestqt.qtbot import QtBot

from desktop_app.ui import usual_folder
from desktop_app.ui.usual_folder import UsualFolder

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Of a person whose home is there, and who has no folder yet."""

    def place(location: QStandardPaths.StandardLocation) -> str:
        return str(tmp_path / "Documents" if location is DOCUMENTS else tmp_path)

    monkeypatch.setattr(QStandardPaths, "writableLocation", place)
    return tmp_path


def _asked(qtbot: QtBot) -> list[str]:
    told: list[str] = []
    parent = QObject()
    folder = UsualFolder(parent, DOCUMENTS)
    folder.then(told.append)
    qtbot.waitUntil(lambda: bool(told))
    folder.then(told.append)  # known by now
    return told


def test_it_is_the_persons_folder_where_that_is_there_and_home_where_not(qtbot: QtBot, places: Path) -> None:
    assert _asked(qtbot) == [str(places)] * 2
    (places / "Documents").mkdir()
    assert _asked(qtbot) == [str(places / "Documents")] * 2


def test_a_disk_that_sleeps_is_not_asked_by_the_window_and_not_waited_for(
    qtbot: QtBot, places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (places / "Documents").mkdir()
    awake, asked_by = threading.Event(), list[str]()

    def is_dir(_path: Path) -> bool:
        asked_by.append(threading.current_thread().name)
        return awake.wait(10)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    monkeypatch.setattr(usual_folder, "_PATIENCE", 10)
    told: list[str] = []
    parent = QObject()
    folder = UsualFolder(parent, DOCUMENTS)
    folder.then(told.append)
    qtbot.waitUntil(lambda: told == [str(places)])
    awake.set()
    qtbot.waitUntil(lambda: folder._path != "")
    folder.then(told.append)
    assert told == [str(places), str(places / "Documents")]
    assert asked_by == ["usual folder"]
