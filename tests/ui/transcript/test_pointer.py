"""The pointer on the page: what nobody wants ends there, and the margins belong to the text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.transcript.sheets.sheet import Lights
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, page_of, point_at, selected


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton])
def test_a_click_that_the_text_does_not_want_ends_there(
    qtbot: QtBot, view: TranscriptView, button: Qt.MouseButton
) -> None:
    view.show_messages([answer("a", "Some words that stand on the page.")])
    page = page_of(view)
    qtbot.mouseClick(page.viewport(), button, pos=point_at(view, "words"))
    qtbot.mouseMove(page.viewport(), QPoint(40, 30))
    assert page.selection is None


def test_a_selection_may_begin_in_the_margin(qtbot: QtBot, view: TranscriptView) -> None:
    view.resize(1200, 400)
    view.show_messages([answer("a", "Some words that stand on the page.")])
    pane = page_of(view).viewport()
    qtbot.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(page_of(view).column_left - 20, 5))
    qtbot.mouseMove(pane, QPoint(pane.width() - 5, pane.height() - 5))
    qtbot.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(pane.width() - 5, pane.height() - 5))
    assert selected(view) == "Some words that stand on the page."


def test_what_a_click_took_away_is_painted_once_more_without_lights(view: TranscriptView) -> None:
    view.show_messages([replace(answer("a", "Half of"), state=MessageState.INTERRUPTED)])
    page = page_of(view)
    page.entries.pieces(0)
    note = len(page.entries[0].pieces) - 1
    view.set_state("a", MessageState.STREAMING)  # what Continue does: the note with its links is gone
    assert page.lighting.of(page.entries[0], note + 1) == Lights()
