"""The pointer on the page: what nobody wants ends there, and the margins belong to the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton])
def test_a_click_that_the_text_does_not_want_ends_there(
    qtbot: QtBot, view: TranscriptView, button: Qt.MouseButton
) -> None:
    view.show_messages([answer("a", "Some words that stand on the page.")])
    page = view._page
    qtbot.mouseClick(page.viewport(), button, pos=QPoint(30, 30))
    qtbot.mouseClick(page, button, pos=QPoint(3, 30))
    qtbot.mouseMove(page.viewport(), QPoint(40, 30))
    assert not page._passing_on


def test_a_selection_may_begin_in_the_margin(qtbot: QtBot, view: TranscriptView) -> None:
    view.resize(1200, 400)
    view.show_messages([answer("a", "Some words that stand on the page.")])
    page = view._page
    beside = QPoint(page.viewport().geometry().left() - 20, 5)
    qtbot.mousePress(page, Qt.MouseButton.LeftButton, pos=beside)
    qtbot.mouseMove(page, QPoint(page.width() - 5, page.height() - 5))
    qtbot.mouseRelease(page, Qt.MouseButton.LeftButton, pos=QPoint(page.width() - 5, page.height() - 5))
    assert "Some words" in page.textCursor().selectedText()
