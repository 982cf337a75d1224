"""The window of an import: each stage says where it is and offers what can be done then, by mouse and by key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import ExportNotUnderstood
from desktop_app.domain.importing import Gap, GapLine, GapReport, ImportLook, ImportSource
from desktop_app.ui.importing.dialog import ImportDialog
from desktop_app.ui.importing.dropping import ImportDrops
from desktop_app.ui.importing.gap_words import GapWords
from desktop_app.ui.importing.importing import Importing
from desktop_app.ui.importing.words import ImportWords
from tests.support.file_dialogs import file_dialog

LOOK = ImportLook(
    source=ImportSource.CHATGPT,
    file_name="export.zip",
    conversations=1_204,
    messages=9_000,
    new=1_000,
    grown=4,
    known=200,
    new_messages=8_000,
    removed_here=1,
    continued_here=2,
    pictures=12,
    oldest=1_600_000_000.0,
    newest=1_700_000_000.0,
    gaps=GapReport({(Gap.PICTURE, ""): 3, (Gap.CUT, ""): 1}, (GapLine("Moss", Gap.PICTURE, "", 3),)),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ImportDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ImportDialog(parent)
    made.show()
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    yield made
    QLocale.setDefault(before)


def words(dialog: ImportDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())


def buttons(dialog: ImportDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QPushButton) if one.isVisible()]


def press(dialog: ImportDialog, name: str) -> None:
    next(one for one in dialog.findChildren(QPushButton) if one.text() == name).click()


def signals(dialog: ImportDialog) -> list[str]:
    told: list[str] = []
    dialog.confirmed.connect(lambda: told.append("confirmed"))
    dialog.cancelled.connect(lambda: told.append("cancelled"))
    dialog.another_wanted.connect(lambda: told.append("another"))
    return told


def test_what_is_read_is_named_and_can_be_cancelled(dialog: ImportDialog) -> None:
    told = signals(dialog)
    dialog.show_reading("export.zip", 0.25)
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert bar.isVisible()
    assert bar.value() == 250
    assert words(dialog) == "Reading export.zip"
    assert buttons(dialog) == ["Cancel"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == ["cancelled"]
    assert dialog.isVisible(), "it goes when what ran has ended"


def test_a_look_says_what_is_new_and_what_is_not_taken_along(dialog: ImportDialog) -> None:
    told = signals(dialog)
    dialog.show_look(LOOK)
    shown = words(dialog)
    assert shown.startswith("1,204 conversations from ChatGPT\n9,000 messages, 12 pictures, from ")
    for sentence in (
        "The file breaks off or is damaged.",
        "1,000 conversations are new.",
        "4 are here already and have new messages.",
        "200 are here already, with all their messages.",
        "2 of them went on here: what is new becomes a branch beside it.",
        "1 message that was deleted here stays deleted.",
        "Not taken along: 3 pictures.",
    ):
        assert sentence in shown
    assert buttons(dialog) == ["Show the report", "Copy the report", "Cancel", "Import"]
    assert "1,204 conversations" in dialog.accessibleDescription()
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)
    assert told == ["confirmed"]


def test_a_file_without_anything_new_offers_another(dialog: ImportDialog) -> None:
    told = signals(dialog)
    dialog.show_look(ImportLook(ImportSource.ALOUD, "mine.json", conversations=1, messages=1, known=1))
    assert "1 conversation from Aloud\n1 message." in words(dialog)
    assert "1 is here already, with all its messages.\nThere is nothing new in it to import." in words(dialog)
    assert buttons(dialog) == ["Show the report", "Copy the report", "Another file…", "Close"]
    press(dialog, "Another file…")
    assert told == ["another"]


def test_the_report_is_shown_line_by_line_and_copied(dialog: ImportDialog) -> None:
    dialog.show_look(LOOK)
    report = dialog.findChild(QPlainTextEdit)
    assert isinstance(report, QPlainTextEdit)
    assert not report.isVisible()
    press(dialog, "Show the report")
    assert report.isVisible()
    assert report.isReadOnly()
    press(dialog, "Copy the report")
    copied = QGuiApplication.clipboard().text()
    assert copied == report.toPlainText()
    assert copied.startswith("export.zip – 1,204 conversations from ChatGPT")
    assert "• Moss: 3 pictures" in copied
    assert "• the end of the file, which is cut off or damaged" in copied


def test_what_was_imported_is_told_and_the_window_closes(dialog: ImportDialog) -> None:
    told = signals(dialog)
    dialog.show_carrying(0.5)
    assert buttons(dialog) == ["Cancel"]
    dialog.show_done(LOOK)
    assert words(dialog).startswith("Imported 1,004 conversations")
    press(dialog, "Close")
    assert not dialog.isVisible()
    assert told == []


def test_what_is_taken_back_cannot_be_cancelled_again(dialog: ImportDialog) -> None:
    told = signals(dialog)
    dialog.show_taking_back(0.5)
    assert words(dialog) == "Taking back what was imported so far…"
    assert buttons(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert told == []
    assert dialog.isVisible()


def test_trouble_has_its_words_and_another_try(dialog: ImportDialog) -> None:
    dialog.show_trouble(ExportNotUnderstood("Nothing."))
    assert words(dialog).startswith(
        "Nothing was imported\nThere are no conversations in this file that Aloud understands"
    )
    assert buttons(dialog) == ["Another file…", "Close"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("gap", Gap)
def test_every_gap_has_words_for_one_and_for_many(gap: Gap, count: int, qapp: QApplication) -> None:
    said = GapWords().words(gap, "x", count)
    assert said
    assert "%" not in said
    assert "{" not in said
    if gap is not Gap.CUT:
        assert (GapWords().words(gap, "x", 1) != said) == (count == 2)


def test_a_file_with_nothing_but_prompts_can_be_imported_and_says_what_came(dialog: ImportDialog) -> None:
    look = ImportLook(ImportSource.ALOUD, "x", prompts=2, draft=True)
    dialog.show_look(look)
    beside = "2 saved prompts come along.\nWhat was begun on the empty page comes into the message box."
    assert words(dialog) == f"Prompts and drafts from Aloud\n{beside}"
    assert buttons(dialog)[-2:] == ["Cancel", "Import"]
    dialog.show_done(look)
    assert words(dialog) == (
        "Imported\n2 saved prompts came along.\nWhat was begun on the empty page is in the message box."
    )


def test_kept_sound_is_told_before_and_after(dialog: ImportDialog) -> None:
    look = ImportLook(ImportSource.ALOUD, "x", conversations=1, messages=2, known=1, sounds=3)
    dialog.show_look(look)
    assert "The kept sound of 3 phrases comes along, as far as there is room for it." in words(dialog)
    assert "Import" in buttons(dialog)
    dialog.show_done(replace(look, sounds=1, sounds_left_out=2))
    assert words(dialog) == (
        "Imported\nThe kept sound of 1 phrase came along.\n"
        "That of 2 phrases was left out: there is no room for it (Settings, History)."
    )


def test_prompts_stand_behind_what_is_said_of_conversations(qapp: QApplication) -> None:
    look = ImportLook(ImportSource.ALOUD, "x", conversations=1, messages=2, known=1, prompts=1)
    assert list(ImportWords().facts(look))[1:] == [
        "1 is here already, with all its messages.",
        "1 saved prompt comes along.",
    ]


def test_a_file_of_one_day_says_that_day_once(qapp: QApplication) -> None:
    look = ImportLook(ImportSource.LIBRECHAT, "x", conversations=1, messages=2, new=1, oldest=1e9, newest=1e9)
    [extent] = ImportWords().facts(look)
    assert extent.startswith("2 messages, of ")


def test_the_file_is_asked_for_by_the_systems_dialog_and_told_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    importing = Importing(window)
    chosen: list[str] = []
    importing.file_chosen.connect(chosen.append)
    importing.ask_file()
    files = file_dialog(qtbot, window)
    files.filesSelected.emit(["/some/where/export.zip"])
    files.filesSelected.emit(["/some/where/else.zip"])
    assert chosen == ["/some/where/export.zip"]
    importing.show_reading("export.zip", 0.0)
    assert importing.dialog.isVisible()
    importing.clear()
    assert not importing.dialog.isVisible()


def dropped(widget: QWidget, *paths: str) -> tuple[bool, bool]:
    """Whether it is taken when it comes, and when it is let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(1, 1), copy, data, left, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    drop = QDropEvent(QPointF(1, 1), copy, data, left, none)
    drop.ignore()
    QApplication.sendEvent(widget, drop)
    return enter.isAccepted(), drop.isAccepted()


def test_an_export_dropped_on_the_list_is_imported_and_nothing_else(qtbot: QtBot) -> None:
    side = QWidget()
    qtbot.addWidget(side)
    drops = ImportDrops(side)
    told: list[str] = []
    drops.file_dropped.connect(told.append)
    assert dropped(side, "/x/Export.ZIP") == (True, True)
    assert dropped(side, "/x/conversations.json") == (True, True)
    assert dropped(side, "/x/photo.png") == (False, False)
    assert dropped(side, "/x/a.json", "/x/b.json") == (False, False)
    assert told == ["/x/Export.ZIP", "/x/conversations.json"]
