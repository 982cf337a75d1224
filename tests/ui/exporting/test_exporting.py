"""The window that asks what shall be exported, the system's that asks where to, and the line that tells how far."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QFrame, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.exporting import ExportFormat, ExportRequest
from desktop_app.domain.messages import Conversation
from desktop_app.presenters.export import ExportView
from desktop_app.ui.exporting.exporting import Exporting
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.switch import Switch
from desktop_app.ui.theme import ThemeKeeper
from tests.support.file_dialogs import file_dialog

TALKS = [Conversation(name, f"{name} / talk", 0, 0) for name in ("first", "second", "third")]


class Asked:
    """The screen, and what came of it."""

    def __init__(self, window: QWidget, folder: Path, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.view = Exporting(window)
        self.window = window
        self.folder = folder
        self.requests: list[ExportRequest] = []
        self.view.chosen.connect(self.requests.append)

    def choose(self, name: str, value: str) -> None:
        choice = next(one for one in self.view.dialog.findChildren(Choice) if one.accessibleName() == name)
        choice.set_value(value)
        choice.changed.emit()

    def button(self, name: str) -> QAbstractButton:
        buttons = self.view.dialog.findChildren(QAbstractButton)
        return next(one for one in buttons if one.accessibleName() == name or one.text() == name)

    @property
    def places(self) -> QFileDialog:
        return file_dialog(self._qtbot, self.window)

    def answer(self, name: str, button: str) -> None:
        places = self.places
        field = places.findChild(QLineEdit)
        assert field is not None
        field.setText(name)
        next(one for one in places.findChildren(QPushButton) if button in one.text()).click()


def chosen(asked: Asked) -> tuple[str, ...] | None:
    return asked.view.dialog.conversation_ids


@pytest.fixture
def asked(qtbot: QtBot, keeper: ThemeKeeper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Asked]:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(tmp_path))
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 800)
    window.show()
    yield Asked(window, tmp_path, qtbot)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def test_it_is_the_view_of_the_presenter(asked: Asked) -> None:
    view: ExportView = asked.view
    assert view is asked.view


def test_the_open_conversation_becomes_a_file_with_its_title(asked: Asked) -> None:
    asked.view.ask(TALKS, ["second"], "second")
    asked.choose("Format", ExportFormat.HTML)
    asked.button("Export…").click()
    assert asked.places.selectedFiles() == [str(asked.folder / "second talk.html")]
    asked.answer("mine", "Save")
    (request,) = asked.requests
    assert request.conversation_ids == ("second",)
    assert (request.format, request.place) == (ExportFormat.HTML, str(asked.folder / "mine.html"))
    assert request.words.untitled == "Conversation"


def test_everything_becomes_a_new_folder_in_the_one_that_is_chosen(asked: Asked) -> None:
    asked.view.ask(TALKS, (), "second")
    asked.button("Export…").click()
    assert asked.places.fileMode() is QFileDialog.FileMode.Directory
    asked.answer(str(asked.folder), "Export here")
    (request,) = asked.requests
    assert request.conversation_ids is None
    assert Path(request.place).parent == asked.folder
    assert Path(request.place).name.startswith("Aloud 20")


def test_everything_as_json_is_one_file(asked: Asked) -> None:
    asked.view.ask(TALKS, (), None)
    asked.choose("Format", ExportFormat.JSON)
    reasoning = asked.button("Reasoning, and what tools were asked and answered")
    assert not reasoning.isVisible(), "all of it is in there"
    asked.choose("Format", ExportFormat.TEXT)
    assert reasoning.isVisible()
    asked.choose("Format", ExportFormat.JSON)
    asked.button("Export…").click()
    assert asked.places.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert Path(asked.places.selectedFiles()[0]).suffix == ".json"
    asked.places.reject()
    assert asked.requests == []


def test_kept_sound_is_offered_with_its_size_for_json_and_is_off_at_first(asked: Asked) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    asked.view.ask(TALKS, (), "second", sound_sizes={"first": 12_000_000, "second": 340_000})
    sound = next(one for one in asked.view.dialog.findChildren(Switch) if "sound" in one.text())

    def taken() -> bool:
        return asked.view.dialog.options.sound

    assert not sound.isVisible()
    asked.choose("Format", ExportFormat.JSON)
    assert sound.isVisibleTo(asked.view.dialog)
    assert not sound.isChecked()
    assert sound.text() == sound.accessibleName() == "With kept sound (12.3 MB)"
    asked.choose("What", "this")
    assert sound.text() == "With kept sound (340.0 kB)"
    assert not taken()
    sound.click()
    assert taken()
    asked.choose("Format", ExportFormat.HTML)
    assert not taken()
    asked.view.ask(TALKS, ["third"], "third", sound_sizes={"first": 12_000_000})
    asked.choose("Format", ExportFormat.JSON)
    assert not sound.isVisible()
    assert not taken()
    QLocale.setDefault(before)


def test_messages_that_are_selected_are_proposed_and_json_has_whole_conversations_only(asked: Asked) -> None:
    asked.view.ask(TALKS, ["second"], "second", ["m1", "m2"])
    asked.choose("Format", ExportFormat.JSON)
    assert not asked.button("Export…").isEnabled()
    asked.choose("Format", ExportFormat.MARKDOWN)
    asked.button("Export…").click()
    asked.answer("a.b", "Save")
    (request,) = asked.requests
    assert request.conversation_ids == ("second",)
    assert request.message_ids == frozenset({"m1", "m2"})
    assert Path(request.place).name == "a.b.md", "the ending says what it is"
    asked.view.ask(TALKS, ["second"], "second")
    asked.button("Export…").click()
    asked.answer("c", "Save")
    assert asked.requests[-1].message_ids is None


def test_a_name_that_gets_its_ending_overwrites_nothing(asked: Asked) -> None:
    asked.view.ask(TALKS, ["second"], "second")
    asked.choose("Format", ExportFormat.MARKDOWN)
    asked.button("Export…").click()
    asked.answer("v1.0", "Save")
    (request,) = asked.requests
    assert (Path(request.place).name, request.keep_others) == ("v1.0.md", True)
    asked.view.ask(TALKS, ["second"], "second")
    asked.button("Export…").click()
    asked.answer("v2.md", "Save")
    assert not asked.requests[1].keep_others, "the dialog itself asked"


def test_conversations_are_chosen_by_key_in_a_list_that_can_be_searched(asked: Asked) -> None:
    asked.view.ask(TALKS, ["first", "third"], "second")
    dialog = asked.view.dialog
    rows = next(one for one in dialog.findChildren(QListView) if one.accessibleName() == "Conversations to export")
    search = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Find conversations")
    QTest.keyClicks(search, "SEC")
    assert rows.model().rowCount() == 1
    rows.setCurrentIndex(rows.model().index(0, 0))
    QTest.keyClick(rows, Qt.Key.Key_Space)
    assert chosen(asked) == ("first", "second", "third"), "what is not found stays chosen"
    asked.button("Choose none").click()
    search.clear()
    assert chosen(asked) == ("first", "third")
    asked.button("Choose none").click()
    assert not asked.button("Export…").isEnabled()
    assert chosen(asked) == ()


def test_enter_exports_also_from_the_list(asked: Asked) -> None:
    asked.view.ask(TALKS, ["first", "third"], None)
    rows = next(one for one in asked.view.dialog.findChildren(QListView) if one.accessibleName())
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert asked.places.fileMode() is QFileDialog.FileMode.Directory


def test_what_was_chosen_last_is_proposed_again(asked: Asked) -> None:
    asked.view.ask(TALKS, ["first"], "first")
    asked.choose("Format", ExportFormat.TEXT)
    asked.button("Reasoning, and what tools were asked and answered").click()
    asked.button("Export…").click()
    asked.answer("a", "Save")
    asked.view.ask(TALKS, ["second"], "second")
    assert asked.view.dialog.format is ExportFormat.TEXT
    assert asked.view.dialog.options.reasoning
    asked.button("Export…").click()
    asked.answer("b", "Save")
    assert [Path(request.place).name for request in asked.requests] == ["a.txt", "b.txt"]


def test_the_line_tells_how_far_it_is_and_that_it_is_there(asked: Asked, qtbot: QtBot) -> None:
    line = asked.view.line
    qtbot.addWidget(line)
    line.resize(720, 60)
    frame = next(one for one in line.findChildren(QFrame) if one.accessibleName() == "Export")
    asked.view.show_progress("a.pdf", 0.256)
    assert frame.accessibleDescription() == "Exporting a.pdf – 26 %"
    with qtbot.waitSignal(asked.view.cancelled):
        next(one for one in line.findChildren(QPushButton) if one.accessibleName() == "Cancel the export").click()
    asked.view.show_saved("a.pdf", str(asked.folder))
    assert frame.accessibleDescription() == "Exported a.pdf."
    assert next(one for one in line.findChildren(QPushButton) if one.text() == "Open").isVisible()
    asked.view.clear()
    assert not line.isVisible()
