"""What a search of all conversations found is gone to in its message, and marked there until the reader goes on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.search import parse
from desktop_app.ui.transcript.page.places import Place
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, settle

MESSAGES = [
    message
    for number in range(60)
    for message in (
        mine(f"q{number}", f"Question {number}"),
        answer(f"a{number}", f"Die **Straße** {number}, 東京タワー 🙂 x"),
    )
]


def marked(view: TranscriptView, entry: int) -> list[str]:
    page = page_of(view)
    marks = page.lighting.marks
    if marks is None:
        return []
    found = []
    for piece, composition in enumerate(page.entries.pieces(entry)):
        text = composition.text.encode("utf-16-le")
        for start, end in marks.found(entry, piece, composition):
            found.append(text[2 * start : 2 * end].decode("utf-16-le"))
    return found


def test_the_message_comes_into_sight_with_the_words_marked_and_has_the_keyboard(
    qtbot: QtBot, view: TranscriptView
) -> None:
    view.show_messages(MESSAGES)
    settle(qtbot, view)
    view.show_found("a7", parse("strasse 京タ x ").terms)
    settle(qtbot, view)
    page = page_of(view)
    first, last = page.sight()
    assert first.entry <= 15 <= last.entry
    assert marked(view, 15) == ["Straße", "京タ", "x"]
    assert marked(view, 17) == []
    assert page.focused_entry == 15
    assert page.lighting.marks is not None
    assert page.lighting.marks.current is not None
    assert page.lighting.marks.current.start == Place(15, 0, 4)


def test_a_message_without_the_words_comes_into_sight_all_the_same(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages(MESSAGES)
    settle(qtbot, view)
    view.show_found("q3", parse("only in what was sent along").terms)
    settle(qtbot, view)
    first, last = page_of(view).sight()
    assert first.entry <= 6 <= last.entry
    view.show_found("unknown", parse("x").terms)


def test_a_press_on_the_page_and_another_conversation_take_the_marks_away(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages(MESSAGES)
    settle(qtbot, view)
    view.show_found("a7", parse("strasse ").terms)
    assert marked(view, 15) == ["Straße"]
    QTest.mouseClick(page_of(view).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert marked(view, 15) == []
    view.show_found("a7", parse("strasse ").terms)
    view.show_messages(MESSAGES[:4])
    assert page_of(view).lighting.marks is None


def test_words_that_are_looked_for_on_the_page_take_their_place(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages(MESSAGES)
    settle(qtbot, view)
    view.show_found("a7", parse("strasse ").terms)
    view.find_bar.open()
    view.find_bar.field.setText("Question")
    qtbot.waitUntil(lambda: view.find_bar.finder.complete)
    view.show_messages(MESSAGES[:4])
    assert page_of(view).lighting.marks is view.find_bar.finder
    view.find_bar.close_search()
