"""A page without messages says what to do here, and goes when there is something to read."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import SaidCode
from desktop_app.ui.transcript.empty_page import EmptyPage
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


def test_in_a_low_page_no_words_are_cut(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    words = EmptyPage(over).findChildren(QLabel)
    over.show()
    shown = []
    for height in (200, 50, 20):
        over.resize(600, height)
        QApplication.processEvents()
        shown.append(sum(label.isVisible() for label in words))
        assert all(label.height() >= label.heightForWidth(label.width()) for label in words if label.isVisible())
    assert shown == [2, 1, 0]
