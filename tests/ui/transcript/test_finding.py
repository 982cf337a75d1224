"""Words are found in the whole conversation, counted, gone to and marked, laid out or not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import Message
from desktop_app.ui.parts import controls_of
from desktop_app.ui.transcript.find.find_bar import FindBar
from desktop_app.ui.transcript.page.page_lights import FoundMarks
from desktop_app.ui.transcript.page.places import Span
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, settle, streaming

LONG = [
    message
    for number in range(300)
    for message in (
        mine(f"q{number}", f"Question {number} of **all**"),
        answer(
            f"a{number}", f"Answer {number} says wo**rds** of *{number}*.\n\n```py\nsays = 1\n```\n\n- says `words`"
        ),
    )
]


@pytest.fixture
def bar(qtbot: QtBot, view: TranscriptView) -> FindBar:
    view.show_messages(LONG)
    settle(qtbot, view)
    view.find_bar.open()
    return view.find_bar


def look(qtbot: QtBot, bar: FindBar, words: str) -> None:
    bar.field.setText(words)
    qtbot.waitUntil(lambda: bar.finder.complete, timeout=20_000)


def told(bar: FindBar) -> str:
    return bar._count.text()


def words_at(view: TranscriptView, span: Span | None) -> str:
    assert span is not None
    pieces = page_of(view).entries.pieces(span.start.entry)
    text = pieces[span.start.piece].text.encode("utf-16-le")
    return text[2 * span.start.position : 2 * span.end.position].decode("utf-16-le")


def test_as_one_types_the_next_is_gone_to_and_all_are_counted(qtbot: QtBot, view: TranscriptView, bar: FindBar) -> None:
    look(qtbot, bar, "words")
    assert bar.finder.total == 600
    assert words_at(view, bar.finder.current) == "words"
    assert bar.finder.current is not None
    assert bar.finder.current.start.entry >= 590  # the reader is at the end of the conversation
    look(qtbot, bar, "Question 7 of")
    assert told(bar) == "1 of 1"
    assert bar.finder.current.start.entry == 14
    sight = page_of(view).sight()
    assert sight[0].entry <= 14 <= sight[1].entry
    look(qtbot, bar, "nowhere")
    assert told(bar) == "No matches"


def test_next_and_previous_go_around(qtbot: QtBot, view: TranscriptView, bar: FindBar) -> None:
    look(qtbot, bar, "Answer 29")
    numbers = []
    for _ in range(12):
        numbers.append(bar.finder.number)
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bar.finder.complete)
    assert bar.finder.total == 11  # 29 and 290 to 299
    assert sorted(numbers[:11]) == list(range(1, 12))
    assert numbers[0] == numbers[11]
    here = bar.finder.number
    QTest.keyClick(bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bar.finder.complete)
    assert bar.finder.number == (here - 2) % 11 + 1


def test_capitals_whole_words_and_accents_matter_where_one_wants(
    qtbot: QtBot, view: TranscriptView, bar: FindBar
) -> None:
    view.show_messages([answer("a", "Café cafe CAFES")])
    for toggles, total in (((), 2), ((bar._case,), 1), ((bar._whole,), 1), ((bar._accents,), 3)):
        for toggle in toggles:
            toggle.click()
        look(qtbot, bar, "")
        look(qtbot, bar, "cafe")
        assert bar.finder.total == total, toggles
        for toggle in toggles:
            toggle.click()


def test_all_are_marked_and_the_pages_own_words_are_not_found(qtbot: QtBot, view: TranscriptView, bar: FindBar) -> None:
    look(qtbot, bar, "says")
    assert bar.finder.total == 900
    marks: FoundMarks | None = page_of(view).lighting.marks
    assert marks is bar.finder
    pieces = page_of(view).entries.pieces(1)
    assert [len(marks.found(1, number, piece)) for number, piece in enumerate(pieces)] == [1, 1, 1]
    look(qtbot, bar, "Copy")  # in the head of every code block
    assert bar.finder.total == 0


def test_escape_leaves_what_was_found_selected_and_nothing_marked(
    qtbot: QtBot, view: TranscriptView, bar: FindBar
) -> None:
    look(qtbot, bar, "Question 3 of")
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert page_of(view).lighting.marks is None
    assert words_at(view, page_of(view).selection) == "Question 3 of"
    assert page_of(view).hasFocus() or not view.isActiveWindow()
    bar.open()
    assert bar.field.text() == "Question 3 of"


def test_what_streams_meanwhile_is_counted_too(qtbot: QtBot, view: TranscriptView, bar: FindBar) -> None:
    look(qtbot, bar, "banana")
    view.add_message(streaming("new"))
    view.append_text("new", "One ba**nana** and another banana")
    qtbot.waitUntil(lambda: bar.finder.complete and bar.finder.total == 2, timeout=5000)
    place = page_of(view).sight()
    assert bar.finder.current is None
    assert page_of(view).sight() == place


def test_another_conversation_is_looked_through_and_nobody_taken_anywhere(
    qtbot: QtBot, view: TranscriptView, bar: FindBar
) -> None:
    look(qtbot, bar, "Question")
    other: list[Message] = [mine("x", "Question here"), *(answer(f"y{number}", "text " * 300) for number in range(5))]
    view.show_messages(other)
    qtbot.waitUntil(lambda: bar.finder.complete and bar.finder.total == 1, timeout=5000)
    assert page_of(view).following


def test_the_bar_is_named_and_every_part_reached_by_tab(bar: FindBar) -> None:
    names = [control.accessibleName() for control in controls_of(bar)]
    assert names == [
        "Find",
        "Match capitals",
        "Whole words",
        "Ignore accents",
        "Previous match",
        "Next match",
        "Close the search",
    ]


def test_a_message_that_shows_its_source_is_counted_as_it_is_seen(
    qtbot: QtBot, view: TranscriptView, bar: FindBar
) -> None:
    look(qtbot, bar, "wo**rds")
    assert bar.finder.total == 0
    entry = page_of(view).entries[1]
    entry.shows_source = True
    page_of(view).entries.read_again(entry)
    page_of(view).text_changed.emit(1, 0)
    qtbot.waitUntil(lambda: bar.finder.complete and bar.finder.total == 1, timeout=5000)
