"""What is being said is lit where it stands, whatever happens to the page meanwhile."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.theme import DARK
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, lit, mine, settle, streaming

SOURCE = (
    "Some 😀 *emphasis* and **strong** words. A [link](https://a.example) &amp; more.\n\n"
    "- an item 日本 here\n\n"
    "| a | cell one |\n|---|---|\n| b | cell two |\n\n"
    "```python\nx = 1\nprint(x)\n```\n\nThe end."
)


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("Some", "emphasis*", "Some 😀 emphasis"),
        ("😀", "words.", "😀 emphasis and strong words."),
        ("A [link]", "more.", "A link & more."),
        ("item", "here", "item 日本 here"),
        ("cell one", "cell one", "cell one"),
        ("cell two", "two", "cell two"),
        ("print(x)", "print(x)", "print(x)"),
        ("x = 1", "print(x)", "x = 1print(x)"),
        ("The end.", "The end.", "The end."),
    ],
)
def test_a_range_of_the_source_is_lit_on_the_page(
    qtbot: QtBot, view: TranscriptView, begin: str, end: str, expected: str
) -> None:
    view.show_messages([mine("u", "Before 😀"), answer("a", SOURCE)])
    settle(qtbot, view)
    start = SOURCE.index(begin)
    view.mark_spoken("a", start, SOURCE.index(end, start) + len(end))
    assert lit(view) == expected


def test_the_users_words_can_be_lit(qtbot: QtBot, view: TranscriptView) -> None:
    source = "First 😀 line.\nSecond line."
    view.show_messages([mine("u", source)])
    settle(qtbot, view)
    view.mark_spoken("u", source.index("Second"), len(source))
    assert lit(view) == "Second line."


def test_the_next_phrase_takes_the_light_and_silence_ends_it(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "One. Two.")])
    settle(qtbot, view)
    view.mark_spoken("a", 0, 4)
    view.mark_spoken("a", 5, 9)
    assert lit(view) == "Two."
    view.clear_spoken()
    assert lit(view) == ""


def test_the_light_stays_on_its_words_while_the_text_grows(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi")])
    view.add_message(streaming("a"))
    view.append_text("a", "Here *it* is. Then")
    view.mark_spoken("a", 0, len("Here *it* is."))
    settle(qtbot, view)
    assert lit(view) == "Here it is."
    for delta in (" more, and **more", "** of it.\n===\n\nAnd", " a list:\n\n- x"):
        view.append_text("a", delta)
        settle(qtbot, view)
        assert lit(view) == "Here it is."
    view.set_state("a", MessageState.COMPLETE)
    settle(qtbot, view)
    assert lit(view) == "Here it is."


def test_the_light_may_be_ahead_of_the_page(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    view.mark_spoken("a", 0, 6)
    view.append_text("a", "Hello.")
    settle(qtbot, view)
    assert lit(view) == "Hello."


def test_the_light_survives_a_new_theme_and_a_new_width(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", SOURCE)])
    settle(qtbot, view)
    view.mark_spoken("a", 0, 4)
    view.set_colours(DARK)
    view.resize(500, 400)
    settle(qtbot, view)
    assert lit(view) == "Some"


def test_light_on_a_message_that_is_not_on_the_page_is_nothing(view: TranscriptView) -> None:
    view.mark_spoken("nobody", 0, 4)
    assert lit(view) == ""
