"""A page without messages says what to do here, and goes when there is something to read."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from desktop_app.domain.choices import SaidCode
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import mine


def _teaches(view: TranscriptView) -> bool:
    return any(label.isVisibleTo(view) and "listen" in label.text() for label in view.findChildren(QLabel))


def test_an_empty_page_teaches_until_the_first_message(view: TranscriptView) -> None:
    view.show_messages([])
    assert _teaches(view)
    view.add_message(mine("m1", "Hello?"))
    assert not _teaches(view)


def test_an_opened_conversation_never_shows_it(view: TranscriptView) -> None:
    view.show_messages([mine("m1", "Hello?")])
    assert not _teaches(view)


def test_it_promises_only_what_will_happen(view: TranscriptView) -> None:
    view.show_messages([])
    view.set_said(replies=False, code=SaidCode.SKIP)
    view.set_stop_key("Ctrl+.")
    words = " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view))
    assert "listen" not in words
    assert "Ctrl+. stops it" in words
    view.set_said(replies=True, code=SaidCode.READ)
    view.set_stop_key("")
    assert _teaches(view)
    assert any("Esc silences it" in label.text() for label in view.findChildren(QLabel))
