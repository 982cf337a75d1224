"""The dialog that asks for a sound file's name, and the line that says how far the file has come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import SoundFormat
from desktop_app.presenters.views import SoundFileView
from desktop_app.ui.sound_saving import SoundSaving
from desktop_app.ui.theme import ThemeKeeper
from tests.support.file_dialogs import file_dialog


@pytest.fixture
def saving(qtbot: QtBot, keeper: ThemeKeeper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[SoundSaving]:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(tmp_path))
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = SoundSaving()
    qtbot.addWidget(made)
    made.resize(720, 60)
    yield made
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    made.clear()


def words(saving: SoundSaving) -> str:
    """What a screen reader is told of the line; empty where there is none."""
    line = next(frame for frame in saving.findChildren(QFrame) if frame.accessibleName() == "Saving sound")
    return line.accessibleDescription() if saving.isVisible() else ""


def press(saving: SoundSaving, name: str) -> None:
    buttons = saving.findChildren(QAbstractButton)
    next(button for button in buttons if button.accessibleName() == name and button.isVisible()).click()


def answer(saving: SoundSaving, qtbot: QtBot, name: str, kind: str = "") -> None:
    """Types the name into the dialog and saves."""
    dialog = file_dialog(qtbot, saving)
    if kind:
        dialog.selectNameFilter(next(one for one in dialog.nameFilters() if f"*.{kind})" in one))
        dialog.filterSelected.emit(dialog.selectedNameFilter())
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(name)
    save = next(button for button in dialog.findChildren(QPushButton) if "Save" in button.text())
    save.click()


def test_it_is_what_the_presenter_asks_for(saving: SoundSaving) -> None:
    view: SoundFileView = saving
    assert view is saving
    assert not saving.isVisible()


def test_the_dialog_proposes_a_name_and_offers_the_four_kinds(saving: SoundSaving, qtbot: QtBot) -> None:
    saving.ask_where("A talk")
    dialog = file_dialog(qtbot, saving)
    assert dialog.isVisible()
    assert [Path(path).name for path in dialog.selectedFiles()] == ["A talk.mp3"]
    endings = [one.rsplit("*.", 1)[-1] for one in dialog.nameFilters()]
    assert endings == ["mp3)", "opus)", "flac)", "wav)"]
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "filter_kind", "name", "kind"),
    [
        ("said", "", "said.mp3", SoundFormat.MP3),
        ("said", "flac", "said.flac", SoundFormat.FLAC),
        ("said.wav", "", "said.wav", SoundFormat.WAV),
        ("said.OPUS", "", "said.OPUS", SoundFormat.OPUS),
        ("notes.txt", "opus", "notes.txt.opus", SoundFormat.OPUS),
        ("v1.5", "", "v1.5.mp3", SoundFormat.MP3),
    ],
)
def test_the_ending_of_the_name_says_the_kind_else_the_chosen_one_does(
    saving: SoundSaving, qtbot: QtBot, tmp_path: Path, typed: str, filter_kind: str, name: str, kind: SoundFormat
) -> None:
    saving.ask_where("A talk")
    with qtbot.waitSignal(saving.place_chosen) as told:
        answer(saving, qtbot, typed, filter_kind)
    assert told.args is not None
    assert told.args[:2] == [str(tmp_path / name), kind]


def test_a_name_that_gets_an_ending_behind_the_dialog_overwrites_nothing(saving: SoundSaving, qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    saving.place_chosen.connect(lambda path, _kind, keep_others: told.append((Path(path).name, keep_others)))
    for name in ("v1.5", "v1.5.mp3", "said"):
        saving.ask_where("A talk")
        answer(saving, qtbot, name)
    assert told == [("v1.5.mp3", True), ("v1.5.mp3", False), ("said.mp3", False)]


def test_a_dialog_is_answered_once(saving: SoundSaving, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[object] = []
    saving.place_chosen.connect(lambda path, _kind, _keep: told.append(path))
    saving.ask_where("A talk")
    dialog = file_dialog(qtbot, saving)
    for _ in range(2):
        dialog.filesSelected.emit([str(tmp_path / "said.mp3")])
    dialog.accept()
    assert told == [str(tmp_path / "said.mp3")]


def test_the_next_dialog_begins_where_the_last_one_ended(saving: SoundSaving, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    saving.ask_where("A talk")
    answer(saving, qtbot, str(tmp_path / "there" / "said.flac"))
    saving.ask_where("Another")
    dialog = file_dialog(qtbot, saving)
    assert dialog.selectedFiles() == [str(tmp_path / "there" / "Another.flac")]
    dialog.reject()


def test_a_dialog_that_is_put_away_chooses_nothing(saving: SoundSaving, qtbot: QtBot) -> None:
    saving.ask_where("A talk")
    with qtbot.assertNotEmitted(saving.place_chosen):
        file_dialog(qtbot, saving).reject()


def test_the_line_says_how_far_it_is_and_offers_cancel(saving: SoundSaving, qtbot: QtBot) -> None:
    saving.show_progress("said.mp3", 0.42)
    assert words(saving) == "Saving said.mp3 – 42 %"
    bar = saving.findChild(QProgressBar)
    assert bar is not None
    assert (bar.value(), bar.isVisible()) == (42, True)
    with qtbot.waitSignal(saving.cancelled):
        press(saving, "Cancel saving sound")


def test_the_line_says_that_the_file_is_there_and_can_be_put_away(saving: SoundSaving) -> None:
    saving.show_progress("said.mp3", 1.0)
    saving.show_saved("said.mp3")
    assert words(saving) == "Saved said.mp3."
    assert not saving.findChildren(QProgressBar)[0].isVisible()
    press(saving, "Put this notice away")
    assert words(saving) == ""


def test_the_line_goes_by_itself_after_a_while(
    saving: SoundSaving, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving._timer.setInterval(1)
    saving.show_saved("said.mp3")
    qtbot.waitUntil(lambda: not saving.isVisible())


def test_a_new_file_is_not_put_away_by_the_clock_of_the_last_one(saving: SoundSaving, qtbot: QtBot) -> None:
    saving._timer.setInterval(1)
    saving.show_saved("said.mp3")
    saving.show_progress("other.mp3", 0.1)
    qtbot.wait(20)
    assert words(saving) == "Saving other.mp3 – 10 %"
