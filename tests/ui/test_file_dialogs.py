"""Wherever the program asks for a file: one dialog at a time, from a folder that the window asks no disk for."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from desktop_app.domain.messages import Conversation
from desktop_app.ui.code_saving import CodeSaving
from desktop_app.ui.composing.attaching import Attaching
from desktop_app.ui.exporting.exporting import Exporting
from desktop_app.ui.file_dialogs import Chosen, FileDialogs
from desktop_app.ui.importing.importing import Importing
from desktop_app.ui.safekeeping.screen import SafekeepingScreen
from desktop_app.ui.sound_saving import SoundSaving
from desktop_app.ui.theme import ThemeKeeper
from tests.support.file_dialogs import file_dialog

ROOT = Path(__file__).parent.parent.parent


def _code(window: QWidget) -> None:
    CodeSaving(window).ask_where("code.py")


def _sound(window: QWidget) -> None:
    line = SoundSaving()
    line.setParent(window)
    line.ask_where("A talk")


def _attachments(window: QWidget) -> None:
    Attaching(window).choose()


def _backup(window: QWidget) -> None:
    SafekeepingScreen(window).ask_backup_place()


def _restore(window: QWidget) -> None:
    SafekeepingScreen(window).ask_restore()


def _export(window: QWidget) -> None:
    exporting = Exporting(window)
    exporting.ask([Conversation("a", "A talk", 0, 0)], ["a"], "a")
    exporting.dialog.accept()


def _import(window: QWidget) -> None:
    Importing(window).ask_file()


PLACES = (_code, _sound, _attachments, _backup, _restore, _export, _import)


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Each of the person's usual ones."""
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(tmp_path))
    return tmp_path


@pytest.fixture
def window(qtbot: QtBot, keeper: ThemeKeeper, folder: Path) -> Iterator[QWidget]:
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    yield made
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


class Asked:
    """A part of the window that asks, and what it was told."""

    def __init__(self, window: QWidget) -> None:
        self.told: list[str] = []
        self.opened: list[str] = []
        self.dialogs = FileDialogs(window, lambda: window)

    def ask(self, title: str, mode: QFileDialog.FileMode = QFileDialog.FileMode.AnyFile) -> None:
        def prepare(dialog: QFileDialog) -> None:
            self.opened.append(title)
            dialog.setFileMode(mode)

        def take(chosen: Chosen) -> None:
            self.told.append(f"{title}: {chosen.path}")

        self.dialogs.ask(title, prepare, take)


@pytest.mark.parametrize("ask", PLACES)
def test_the_disk_is_not_asked_on_the_thread_of_the_window(
    window: QWidget, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ask: Callable[[QWidget], None]
) -> None:
    asked_by: list[str] = []
    for name in ("exists", "is_dir", "is_file", "stat"):
        _watch(monkeypatch, name, asked_by)
    ask(window)
    dialog = file_dialog(qtbot, window)
    assert dialog.directory().path() == str(folder)
    dialog.filesSelected.emit([str(folder / "v1.5")])
    dialog.reject()
    assert set(asked_by) == {"usual folder"}


def _watch(monkeypatch: pytest.MonkeyPatch, name: str, asked_by: list[str]) -> None:
    real = getattr(Path, name)

    def watched(path: Path, **more: bool) -> object:
        asked_by.append(threading.current_thread().name)
        return real(path, **more)

    monkeypatch.setattr(Path, name, watched)


@pytest.mark.parametrize("ask", PLACES)
def test_a_dialog_holds_nobody_up_and_is_gone_when_it_was_answered(
    window: QWidget, qtbot: QtBot, ask: Callable[[QWidget], None]
) -> None:
    ask(window)
    file_dialog(qtbot, window).reject()
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))


def test_code_goes_where_the_person_says_under_the_name_that_is_proposed(
    window: QWidget, qtbot: QtBot, folder: Path
) -> None:
    saving, told = CodeSaving(window), list[str]()
    saving.place_chosen.connect(told.append)
    saving.ask_where("Dockerfile")
    dialog = file_dialog(qtbot, window)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.selectedFiles() == [str(folder / "Dockerfile")]
    dialog.accept()
    assert told == [str(folder / "Dockerfile")], "without an ending that nobody wants"


def test_several_files_are_attached_in_one_go(window: QWidget, qtbot: QtBot, folder: Path) -> None:
    attaching, given = Attaching(window), list[str]()
    attaching.file_given.connect(lambda _number, path: given.append(path))
    attaching.choose()
    dialog = file_dialog(qtbot, window)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    paths = [str(folder / name) for name in ("a.txt", "b.png")]
    dialog.filesSelected.emit(paths)
    dialog.reject()
    assert given == paths


def test_a_dialog_whose_window_went_while_the_disk_slept_never_comes(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    awake, done = threading.Event(), threading.Event()

    def is_dir(_path: Path) -> bool:
        assert awake.wait(10)
        done.set()
        return True

    monkeypatch.setattr(Path, "is_dir", is_dir)
    window = QWidget()
    asked = Asked(window)
    asked.ask("late")
    [looking] = [one for one in threading.enumerate() if one.name == "usual folder"]
    Shiboken.delete(window)
    awake.set()
    looking.join(10)
    QCoreApplication.processEvents()
    assert done.is_set()
    assert asked.opened == []


def test_one_that_is_still_open_makes_way(window: QWidget, qtbot: QtBot) -> None:
    asked = Asked(window)
    asked.ask("first")
    first = file_dialog(qtbot, window)
    asked.ask("second")
    second = file_dialog(qtbot, window)
    assert second is not first
    assert second.windowTitle() == "second"
    second.filesSelected.emit(["/x/a"])
    assert asked.told == ["second: /x/a"]


def test_of_two_that_are_asked_for_before_the_disk_answers_the_later_one_opens(window: QWidget, qtbot: QtBot) -> None:
    asked = Asked(window)
    asked.ask("first")
    asked.ask("second")
    assert file_dialog(qtbot, window).windowTitle() == "second"
    assert asked.opened == ["second"]


def test_the_first_answer_counts(window: QWidget, qtbot: QtBot) -> None:
    asked = Asked(window)
    asked.ask("a")
    dialog = file_dialog(qtbot, window)
    dialog.filesSelected.emit([])
    for path in ("/x/a", "/x/b"):
        dialog.filesSelected.emit([path])
    assert asked.told == ["a: /x/a"]


def test_the_next_begins_where_the_last_one_ended_and_at_once(window: QWidget, qtbot: QtBot, folder: Path) -> None:
    (folder / "in" / "side").mkdir(parents=True)
    asked = Asked(window)
    asked.ask("a file")
    dialog = file_dialog(qtbot, window)
    dialog.filesSelected.emit([str(folder / "in" / "a.txt")])
    dialog.reject()
    asked.ask("a folder", QFileDialog.FileMode.Directory)
    assert asked.opened == ["a file", "a folder"], "nothing is looked for"
    dialog = file_dialog(qtbot, window)
    assert dialog.directory().path() == str(folder / "in")
    dialog.filesSelected.emit([str(folder / "in" / "side")])
    dialog.reject()
    asked.ask("another file")
    assert file_dialog(qtbot, window).directory().path() == str(folder / "in" / "side")


def test_the_folder_is_looked_for_when_something_is_asked_first(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []

    def look(location: QStandardPaths.StandardLocation) -> str:
        looked.append(location)
        return ""

    monkeypatch.setattr(QStandardPaths, "writableLocation", look)
    dialogs = FileDialogs(window, lambda: window)
    (
        CodeSaving(window),
        SoundSaving(),
        Attaching(window),
        SafekeepingScreen(window),
        Exporting(window),
        Importing(window),
    )
    assert dialogs.parent() is window
    assert not looked
    assert not [one for one in threading.enumerate() if one.name == "usual folder"]


WITHOUT = """
import sys
from desktop_app.ui.application import start_application
application = start_application(["aloud"])
from PySide6.QtWidgets import QWidget
from desktop_app.ui.code_saving import CodeSaving
from desktop_app.ui.composing.attaching import Attaching
from desktop_app.ui.sound_saving import SoundSaving
window = QWidget()
made = CodeSaving(window), Attaching(window), SoundSaving()
print(*(name for name in sys.modules if name.startswith("desktop_app.ui.")))
"""


def test_those_that_every_start_makes_import_nothing_for_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "desktop_app.ui.sound_saving" in done.stdout.split()
    assert not {"desktop_app.ui.file_dialogs", "desktop_app.ui.usual_folder"} & set(done.stdout.split())
