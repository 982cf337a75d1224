"""What was sent along with a question stands above it, and its pictures are asked for when they come into sight."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop_app.domain.attachments import image_part
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, lines, mine, page_of, settle


def test_the_pictures_of_a_question_are_asked_for_in_sight_only(qtbot: QtBot, view: TranscriptView) -> None:
    asked: list[str] = []
    view.image_requested.connect(asked.append)
    question = mine("u", "What is this?")
    sent = replace(question, parts=(*question.parts, image_part("name-of-blob", "cat.png", "image/png", 99, 640, 480)))
    view.show_messages([sent, *(answer(f"m{number}", "Words.\n\nMore.") for number in range(60))])
    settle(qtbot, view)
    assert asked == []
    page_of(view).go_to_top()
    settle(qtbot, view)
    assert asked == ["blob:name-of-blob"]
    assert any("cat.png" in line for line in lines(view)[:2])
    view.show_image("blob:name-of-blob", None)
    settle(qtbot, view)
    assert "What is this?" in lines(view)
