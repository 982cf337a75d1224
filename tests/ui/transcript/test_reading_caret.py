"""F7: the arrow keys go through the text with a caret, for eyes and for screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.readers.reading_caret import ReadingCaret
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, find, mine, page_of, selected, settle


@pytest.fixture
def caret(qtbot: QtBot, view: TranscriptView) -> ReadingCaret:
    view.show_messages([mine("u", "A question"), answer("a", "First line\\\nsecond line.\n\nAnother one.")])
    settle(qtbot, view)
    view.activateWindow()
    page_of(view).setFocus()
    view.reading_caret.toggle()
    return view.reading_caret


def press(view: TranscriptView, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page_of(view), key, modifiers)


def test_the_arrows_go_by_letter_word_and_line(view: TranscriptView, caret: ReadingCaret) -> None:
    page = page_of(view)
    assert page.caret == find(view, "A question").start
    press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Right)
    assert page.caret == find(view, "question").start
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_Home)
    assert page.caret == find(view, "First line").start
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page.caret == find(view, "line").start
    press(view, Qt.Key.Key_Down)
    press(view, Qt.Key.Key_End)
    assert page.caret == find(view, "second line.").end
    press(view, Qt.Key.Key_Right)
    assert page.caret == find(view, "Another").start
    press(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert page.caret == find(view, "A question").start
    assert page.focused_entry is None


def test_shift_selects_from_the_caret(view: TranscriptView, caret: ReadingCaret) -> None:
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert selected(view) == "A "


def test_the_caret_is_seen_while_it_is_on(view: TranscriptView, caret: ReadingCaret) -> None:
    mark = page_of(view).viewport().findChild(QFrame)
    assert mark is not None
    assert mark.isVisibleTo(view)
    box = page_of(view).box_of(find(view, "A question").start)
    assert mark.geometry().topLeft() == box.topLeft().toPoint()
    caret.toggle()
    assert not mark.isVisibleTo(view)


def test_off_the_arrows_go_by_message(view: TranscriptView, caret: ReadingCaret) -> None:
    caret.toggle()
    press(view, Qt.Key.Key_Down)
    assert page_of(view).focused_entry == 0
