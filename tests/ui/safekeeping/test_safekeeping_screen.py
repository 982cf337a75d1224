"""What the window asks before it backs up, restores or deletes everything, and what it says of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.backup import BackupChoice, BackupLook, Restored, RestoreWay
from desktop_app.domain.safekeeping import Undertaking
from desktop_app.ui.safekeeping.backup_dialog import BackupDialog
from desktop_app.ui.safekeeping.progress_line import BackupLine
from desktop_app.ui.safekeeping.restore_dialog import RestoreDialog
from desktop_app.ui.safekeeping.screen import SafekeepingScreen
from tests.support.file_dialogs import file_dialog

LOOK = BackupLook(
    created=1_790_000_000.0,
    program="0.1.0",
    conversations=2,
    messages=9,
    newest=("Boats\nand ships", "Cats"),
    has_sound=True,
    has_settings=True,
    missing_conversations=1,
    missing_messages=4,
    only_here_messages=2,
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def screen(window: QWidget) -> SafekeepingScreen:
    return SafekeepingScreen(window)


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def press(widget: QWidget, name: str) -> None:
    [button] = [one for one in widget.findChildren(QAbstractButton) if (one.accessibleName() or one.text()) == name]
    assert button.isEnabled()
    button.click()


def opened(window: QWidget, kind: type[QDialog]) -> QDialog:
    return next(one for one in reversed(window.findChildren(kind)) if one.isVisible())


def choose(qtbot: QtBot, window: QWidget, path: Path) -> None:
    dialog = file_dialog(qtbot, window)
    dialog.findChildren(QLineEdit)[0].setText(str(path))
    dialog.accept()


def test_what_goes_into_a_backup_is_chosen_and_then_where_to(
    window: QWidget, screen: SafekeepingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    chosen: list[tuple[str, BackupChoice]] = []
    screen.backup_chosen.connect(lambda path, choice: chosen.append((path, choice)))
    screen.ask_backup(12_300_000)
    dialog = opened(window, BackupDialog)
    sound = next(one for one in dialog.findChildren(QAbstractButton) if one.text().startswith("Kept sound"))
    assert sound.text() == "Kept sound, 12.3 MB"
    assert sound.isChecked()
    sound.click()
    press(dialog, "Back up to…")
    choose(qtbot, window, tmp_path / "mine")
    assert chosen == [(str(tmp_path / "mine.zip"), BackupChoice(sound=False, settings=True))]
    screen.ask_backup_place()
    choose(qtbot, window, tmp_path / "other.zip")
    assert chosen[1] == (str(tmp_path / "other.zip"), BackupChoice(sound=False, settings=True))


def test_a_look_says_what_the_backup_is_and_what_would_be_different(qtbot: QtBot, window: QWidget) -> None:
    dialog = RestoreDialog(window, "mine.zip", LOOK)
    said = words(dialog)
    for expected in (
        "mine.zip",
        "by Aloud 0.1.0.",
        "2 conversations, 9 messages, with kept sound and settings.",
        "Boats and ships",
        "Missing here: 1 conversation, 4 messages.",
        "Only here, and not in the backup: 0 conversations, 2 messages.",
        "sets aside what is here now",
    ):
        assert expected in said
    assert "Missing here" in dialog.accessibleDescription()


@pytest.mark.parametrize(
    ("name", "way"), [("Replace all", RestoreWay.REPLACE), ("Bring in what is missing", RestoreWay.MERGE)]
)
def test_the_way_back_is_chosen_and_with_it_the_settings(
    window: QWidget, screen: SafekeepingScreen, name: str, way: RestoreWay
) -> None:
    chosen: list[tuple[RestoreWay, bool]] = []
    dropped: list[bool] = []
    screen.restore_chosen.connect(lambda *what: chosen.append(what))
    screen.look_dropped.connect(lambda: dropped.append(True))
    screen.show_look("mine.zip", LOOK)
    dialog = opened(window, RestoreDialog)
    press(dialog, "Bring back the settings too")
    press(dialog, name)
    assert chosen == [(way, True)]
    assert not dropped


def test_escape_only_looked(window: QWidget, screen: SafekeepingScreen) -> None:
    dropped: list[bool] = []
    screen.look_dropped.connect(lambda: dropped.append(True))
    screen.show_look("mine.zip", LOOK)
    QTest.keyClick(opened(window, RestoreDialog), Qt.Key.Key_Escape)
    assert dropped == [True]


def test_where_nothing_is_missing_nothing_can_be_brought_in(window: QWidget) -> None:
    same = BackupLook(created=0.0, program="0.1.0", conversations=1, messages=2)
    dialog = RestoreDialog(window, "mine.zip", same)
    assert "the same conversations and messages" in words(dialog)
    [merge] = [one for one in dialog.findChildren(QPushButton) if one.text() == "Bring in what is missing"]
    assert not merge.isEnabled()
    switch = next(one for one in dialog.findChildren(QAbstractButton) if one.text().startswith("Bring back"))
    assert switch.isHidden(), "there are none in it"


def test_a_file_is_asked_for_one_dialog_at_a_time(
    window: QWidget, screen: SafekeepingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    found: list[str] = []
    screen.backup_opened.connect(found.append)
    file = tmp_path / "mine.zip"
    file.touch()
    screen.ask_restore()
    first = file_dialog(qtbot, window)
    screen.ask_restore()
    assert not first.isVisible()
    choose(qtbot, window, file)
    assert found == [str(file)]


def test_all_is_deleted_only_by_the_button_that_says_so(window: QWidget, screen: SafekeepingScreen) -> None:
    confirmed: list[bool] = []
    screen.delete_all_confirmed.connect(lambda: confirmed.append(True))
    screen.ask_delete_all(1)
    dialog = opened(window, QDialog)
    assert "Delete the only conversation?" in words(dialog)
    assert "gone for good" in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not confirmed, "Enter is no"
    screen.ask_delete_all(3)
    dialog = opened(window, QDialog)
    assert "Delete all 3 conversations?" in words(dialog)
    press(dialog, "Delete all")
    assert confirmed == [True]


def test_a_question_from_settings_stands_above_them(window: QWidget, screen: SafekeepingScreen, qtbot: QtBot) -> None:
    settings = QDialog(window)
    settings.open()
    assert QGuiApplication.modalWindow() is not None
    screen.ask_delete_all(3)
    assert opened(settings, QDialog).parent() is settings


def test_the_line_says_how_far_it_is_and_that_it_is_done(qtbot: QtBot) -> None:
    line = BackupLine()
    qtbot.addWidget(line)
    assert line.isHidden()
    line.show_progress(Undertaking.BACKING_UP, "mine.zip", 0.424, stoppable=True)
    assert words(line) == "Backing up to mine.zip – 42 %"
    with qtbot.waitSignal(line.cancelled):
        press(line, "Cancel the backup")
    line.show_progress(Undertaking.RESTORING, "", 0.5, stoppable=False)
    assert words(line) == "Restoring – 50 %"
    [cancel] = [one for one in line.findChildren(QPushButton) if one.accessibleName() == "Cancel the backup"]
    assert cancel.isHidden()
    line.show_done("Done.")
    assert words(line) == "Done."
    press(line, "Put this notice away")
    assert line.isHidden()


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((Restored(0, 0), False), "Nothing was missing."),
        ((Restored(1, 1), False), "One message came in."),
        ((Restored(2, 12), False), "12 messages came in."),
        ((Restored(2, 9, "/a/b.zip"), False), "What was here before is kept for 30 days as /a/b.zip."),
        ((Restored(2, 9, "/a/b.zip"), True), "Conversations are now kept for ever"),
    ],
)
def test_what_a_restore_did_is_told(screen: SafekeepingScreen, told: tuple[Restored, bool], expected: str) -> None:
    screen.show_restored(told[0], kept_for_ever=told[1])
    assert expected in words(screen.line)
    screen.clear()
    assert screen.line.isHidden()
    screen.show_backed_up("mine.zip")
    assert words(screen.line) == "Backed up to mine.zip."
    screen.show_deleted()
    assert words(screen.line) == "All conversations are gone."
    screen.clear()
