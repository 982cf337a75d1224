"""An answer whose request waits in line says so under its caret, until it begins or is stopped."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Message, MessageState, Part, PartKind, Role
from desktop_app.ui.transcript.view import TranscriptView


def said(view: TranscriptView) -> str:
    pieces = view._page.entries.pieces(1)
    return "\n".join(piece.text for piece in pieces)


@pytest.fixture
def view(qtbot: QtBot) -> TranscriptView:
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    question = Message("q", "c", None, Role.USER, (Part(PartKind.TEXT, "Why?"),), 0.0)
    made.show_messages([question, Message("a", "c", "q", Role.ASSISTANT, (), 0.0, MessageState.STREAMING)])
    made.show()
    qtbot.waitUntil(lambda: made.idle)
    return made


def test_it_says_how_many_are_before_it_and_nothing_more_when_it_begins(view: TranscriptView, qtbot: QtBot) -> None:
    assert "waiting" not in said(view)
    view.show_waiting("a", 2)
    assert "waiting, 2 before it" in said(view)
    view.show_waiting("a", 0)
    assert "waiting, next in line" in said(view)
    view.show_waiting("a", None)
    view.append_text("a", "Because.")
    qtbot.waitUntil(lambda: view.idle)
    assert "waiting" not in said(view)
    assert "Because." in said(view)


def test_stopped_while_it_waits_it_is_stopped_and_waits_no_more(view: TranscriptView, qtbot: QtBot) -> None:
    view.show_waiting("a", 2)
    view.set_state("a", MessageState.STOPPED)
    qtbot.waitUntil(lambda: view.idle)
    assert "waiting" not in said(view)
    assert "stopped" in said(view)


def test_it_says_so_too_where_it_has_not_been_read_yet(qtbot: QtBot) -> None:
    made = TranscriptView()
    qtbot.addWidget(made)
    question = Message("q", "c", None, Role.USER, (Part(PartKind.TEXT, "Why?"),), 0.0)
    made.show_messages([question, Message("a", "c", "q", Role.ASSISTANT, (), 0.0, MessageState.STREAMING)])
    made.show_waiting("a", 1)
    assert "waiting, 1 before it" in said(made)
