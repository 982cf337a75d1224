"""What a screen reader is given: the conversation as text under its name, growing as it streams."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import mine, page_of, settle, streaming


def interface(view: TranscriptView) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(page_of(view))
    assert found is not None
    return found


def heard(view: TranscriptView) -> str:
    text = interface(view).textInterface()
    return str(text.text(0, text.characterCount()))


def test_the_conversation_can_be_read_under_its_name_as_it_grows(qtbot: QtBot, view: TranscriptView) -> None:
    assert interface(view).text(QAccessible.Text.Name) == "Transcript"
    view.add_message(mine("u", "A question?"))
    view.add_message(streaming("a"))
    for delta, expected in (("An **ans", "An ans"), ("wer**.", "An answer."), ("\n\n```sh\nls\n", "sh · 1 line")):
        view.append_text("a", delta)
        settle(qtbot, view)
        assert expected in heard(view)
    assert heard(view).startswith("A question?\nAn answer.\nsh · 1 line")
    assert "▌" not in heard(view)


def test_the_page_takes_the_focus_for_the_view(qtbot: QtBot, view: TranscriptView) -> None:
    assert view.focusProxy() is page_of(view)
