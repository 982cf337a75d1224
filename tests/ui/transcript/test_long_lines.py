"""Lines of any length: broken between words where they are too long for one frame, and never seen to be."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import (
    answer,
    compositions,
    lit,
    mine,
    page_of,
    select,
    selected,
    settle,
    streaming,
    words,
)

LONG = "A sentence with *fine* words that goes on. " * 300


def test_a_long_paragraph_is_the_same_streamed_and_whole(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", LONG)])
    settle(qtbot, view)
    whole = words(view)
    assert len(list(compositions(view))) > 3
    view.show_messages([])
    view.add_message(streaming("a"))
    chance = random.Random(3)
    at = 0
    while at < len(LONG):
        step = chance.randint(5, 900)
        view.append_text("a", LONG[at : at + step])
        view._work.frame()
        at += step
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert words(view) == whole


@pytest.mark.parametrize("whose", ["mine", "answer"])
def test_a_long_line_is_copied_and_lit_as_one(qtbot: QtBot, view: TranscriptView, whose: str) -> None:
    text = LONG.replace("*", "").strip()
    view.show_messages([mine("a", text) if whose == "mine" else answer("a", text)])
    settle(qtbot, view)
    view.mark_spoken("a", 0, len(text))
    assert lit(view) == text
    page_of(view).select_all()
    page_of(view).copy_requested.emit()
    assert QGuiApplication.clipboard().text() == text


def test_a_selection_in_a_long_paragraph_survives_its_growth(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.append_text("a", LONG)
    settle(qtbot, view)
    select(view, "goes on")
    view.append_text("a", LONG)
    settle(qtbot, view)
    assert selected(view) == "goes on"
