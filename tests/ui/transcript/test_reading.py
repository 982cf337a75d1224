"""Where the reader is, the page stays; older messages come when they are wanted."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.domain.usage import Timings
from desktop_app.ui import column
from desktop_app.ui.transcript import measures
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, browser, mine, settle, streaming, words

LONG = "\n\n".join(f"Paragraph {number} of a long answer, in which little happens." for number in range(60))


def at_top(view: TranscriptView) -> str:
    """The first words in sight."""
    return browser(view).cursorForPosition(QPoint(20, 2)).block().text()


def bar_at_end(view: TranscriptView) -> bool:
    bar = browser(view).verticalScrollBar()
    return bar.value() == bar.maximum() > 0


def scroll_up(view: TranscriptView, pixels: int) -> None:
    bar = browser(view).verticalScrollBar()
    bar.setValue(bar.value() - pixels)


def end_button(view: TranscriptView) -> QPushButton:
    found = view.findChild(QPushButton)
    assert found is not None
    return found


def test_a_conversation_opens_at_its_end(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", LONG)])
    assert bar_at_end(view)
    settle(qtbot, view)
    assert bar_at_end(view)
    assert "Paragraph 0 " in words(view)


def test_the_page_follows_the_stream_while_the_reader_is_at_the_end(qtbot: QtBot, view: TranscriptView) -> None:
    view.add_message(streaming("a"))
    for part in LONG.split("\n"):
        view.append_text("a", part + "\n")
        view._work._frame()
        bar = browser(view).verticalScrollBar()
        assert bar.value() == bar.maximum()
    settle(qtbot, view)


def test_the_page_stays_where_the_reader_put_it(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", LONG)])
    view.add_message(streaming("b"))
    view.append_text("b", LONG)
    settle(qtbot, view)
    assert not end_button(view).isVisible()
    scroll_up(view, 300)
    before, value = at_top(view), browser(view).verticalScrollBar().value()
    assert end_button(view).isVisible()
    view.append_text("b", "\n\n" + LONG)
    settle(qtbot, view)
    view.show_facts("b", Timings(0.4), None, 0)
    view.set_state("b", MessageState.COMPLETE)
    settle(qtbot, view)
    assert at_top(view) == before
    assert browser(view).verticalScrollBar().value() == value


def test_the_button_leads_back_to_the_end(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", LONG)])
    settle(qtbot, view)
    scroll_up(view, 400)
    end_button(view).click()
    assert bar_at_end(view)
    assert not end_button(view).isVisible()


def test_a_window_in_which_all_is_in_sight_offers_no_way_to_the_end(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "\n\n".join(["Words."] * 20))])
    settle(qtbot, view)
    scroll_up(view, 200)
    assert end_button(view).isVisible()
    view.resize(1000, 1500)
    qtbot.waitUntil(lambda: not end_button(view).isVisible())


def test_what_the_user_sends_brings_the_end_in_sight(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", LONG)])
    settle(qtbot, view)
    scroll_up(view, 400)
    view.add_message(mine("u", "And now?"))
    assert bar_at_end(view)


def test_a_narrower_window_keeps_the_reading_place(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", LONG), answer("b", LONG)])
    settle(qtbot, view)
    scroll_up(view, 900)
    before = at_top(view)
    assert before
    view.resize(480, 500)
    assert at_top(view) == before
    view.resize(1000, 420)
    assert at_top(view) == before


def test_the_column_is_never_wider_than_it_should_be_and_stands_in_the_middle(view: TranscriptView) -> None:
    for width in (1900, 1000, 700, 500):
        view.resize(width, 500)
        pane = browser(view).viewport().geometry()
        assert pane.width() <= 736
        assert abs(pane.center().x() - width // 2) <= 1


def test_in_a_narrow_window_the_text_begins_where_the_cards_below_it_do(qtbot: QtBot, view: TranscriptView) -> None:
    view.setStyleSheet("QScrollBar:vertical { width: 10px }")  # as the application's own sheet has it
    view.show_messages([answer("a", LONG)])
    settle(qtbot, view)
    view.resize(500, 500)
    pane = browser(view).viewport().geometry()
    assert (pane.left() + measures.EDGE, pane.right() + 1 - measures.EDGE) == (column.MARGIN, 500 - column.MARGIN)


def test_a_long_conversation_is_laid_out_from_its_end(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", f"Message {number}.\n\nMore of it.") for number in range(1000)])
    settle(qtbot, view)
    assert "Message 999." in words(view)
    assert "Message 900." in words(view)
    assert "Message 899." not in words(view)
    assert bar_at_end(view)


def test_older_messages_come_without_a_jump(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", f"Message {number}.") for number in range(300)])
    settle(qtbot, view)
    browser(view).verticalScrollBar().setValue(30)
    before = at_top(view)
    assert before.startswith("Message 20")
    settle(qtbot, view)
    assert at_top(view) == before
    assert "Message 185." in words(view)
    for _ in range(20):
        browser(view).verticalScrollBar().setValue(0)
        settle(qtbot, view)
    assert words(view).strip().startswith("Message 0.\nMessage 1.\nMessage 2.")


def test_another_conversation_leaves_nothing_of_the_one_before(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", LONG) for number in range(50)])
    view.add_message(streaming("s"))
    view.append_text("s", LONG)
    view.mark_spoken("s", 0, 10)
    view.show_messages([mine("u", "Only this.")])
    view.append_text("s", "late")
    settle(qtbot, view)
    assert words(view).strip() == "Only this."
