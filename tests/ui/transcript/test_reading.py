"""Where the reader is, the page stays; older messages come when they are wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.domain.usage import Timings
from desktop_app.ui import column
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, settle, streaming, top_line, words

LONG = "\n\n".join(f"Paragraph {number} of a long answer, in which little happens." for number in range(60))


def at_top(view: TranscriptView) -> tuple[str, float]:
    """The first words in sight, and where they stand."""
    return top_line(view)


def bar_at_end(view: TranscriptView) -> bool:
    bar = page_of(view).verticalScrollBar()
    return bar.value() == bar.maximum() > 0


def scroll_up(view: TranscriptView, pixels: int) -> None:
    bar = page_of(view).verticalScrollBar()
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
        view._work.frame()
        bar = page_of(view).verticalScrollBar()
        assert bar.value() == bar.maximum()
    settle(qtbot, view)


def test_the_page_stays_where_the_reader_put_it(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", LONG)])
    view.add_message(streaming("b"))
    view.append_text("b", LONG)
    settle(qtbot, view)
    assert not end_button(view).isVisible()
    scroll_up(view, 300)
    before = at_top(view)
    assert end_button(view).isVisible()
    view.append_text("b", "\n\n" + LONG)
    settle(qtbot, view)
    view.show_facts("b", Timings(0.4), None, 0)
    view.set_state("b", MessageState.COMPLETE)
    settle(qtbot, view)
    assert at_top(view) == before


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
    view.resize(480, 500)
    assert at_top(view)[0][:12] == before[0][:12]
    view.resize(1000, 420)
    assert at_top(view) == before


def test_the_column_is_never_wider_than_it_should_be_and_stands_in_the_middle(view: TranscriptView) -> None:
    for width in (1900, 1000, 700, 500):
        view.resize(width, 500)
        page = page_of(view)
        assert page.column.width <= 720
        assert abs(page.column_left + page.column.width / 2 - width // 2) <= 1


def test_in_a_narrow_window_the_text_begins_where_the_cards_below_it_do(qtbot: QtBot, view: TranscriptView) -> None:
    view.setStyleSheet("QScrollBar:vertical { width: 10px }")  # as the application's own sheet has it
    view.show_messages([answer("a", LONG)])
    settle(qtbot, view)
    view.resize(500, 500)
    page = page_of(view)
    assert (page.column_left, page.column_left + page.column.width) == (column.MARGIN, 500 - column.MARGIN)


def test_of_a_long_conversation_only_what_is_near_the_sight_is_read(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", f"Message {number}.\n\nMore of it.") for number in range(1000)])
    settle(qtbot, view)
    page = page_of(view)
    assert bar_at_end(view)
    assert page.outlook.seen[-1].entry.message_id == "m999"
    read = [entry.message_id for entry in page.entries if entry.begun]
    assert 5 < len(read) < 40
    assert read[-1] == "m999"


def test_any_place_of_a_long_conversation_can_be_gone_to(qtbot: QtBot, view: TranscriptView) -> None:
    texts = ["Short.", LONG, "A line.\n\n- an item\n- another", "```sh\nls\n```"]
    view.show_messages([answer(f"m{number}", f"Message {number}.\n\n{texts[number % 4]}") for number in range(1000)])
    settle(qtbot, view)
    bar, page = page_of(view).verticalScrollBar(), page_of(view)
    bar.setValue(bar.maximum() // 2)
    assert 350 < page.outlook.seen[0].entry.index < 650
    settle(qtbot, view)
    before = at_top(view)
    for _ in range(3):
        view.append_text("m999", "")
        page.refresh()
    assert at_top(view) == before
    bar.setValue(0)
    assert page.outlook.seen[0].entry.index == 0
    assert at_top(view)[0] == "Message 0."


def test_older_messages_that_are_measured_move_nothing(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", LONG[: 50 + 37 * (number % 60)]) for number in range(300)])
    settle(qtbot, view)
    page = page_of(view)
    page.verticalScrollBar().setValue(4000)
    before = at_top(view)
    settle(qtbot, view)
    assert at_top(view) == before
    for _ in range(40):
        page.move_by(-90)
        settle(qtbot, view)
        page.move_by(90)
        assert at_top(view) == before
        page.move_by(-90)
        before = at_top(view)


def test_another_conversation_leaves_nothing_of_the_one_before(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", LONG) for number in range(50)])
    view.add_message(streaming("s"))
    view.append_text("s", LONG)
    view.mark_spoken("s", 0, 10)
    view.show_messages([mine("u", "Only this.")])
    view.append_text("s", "late")
    settle(qtbot, view)
    assert words(view).strip() == "Only this."


def test_a_message_half_read_is_read_on_when_the_same_page_is_shown_again(qtbot: QtBot, view: TranscriptView) -> None:
    long = answer("a", LONG * 40)
    view.show_messages([mine("u", "Hi"), long])
    entry = page_of(view).entries[1]
    assert entry.waiting
    view.show_messages([mine("u", "Hi"), long, mine("v", "More")])
    assert page_of(view).entries[1] is entry
    settle(qtbot, view)
    assert entry.whole
    assert bar_at_end(view)


def test_one_who_scrolls_without_a_rest_gathers_nothing(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer(f"m{number}", LONG) for number in range(2000)])
    settle(qtbot, view)
    page = page_of(view)
    bar = page.verticalScrollBar()
    for step in range(300):
        bar.setValue(bar.maximum() * (step * 7 % 300) // 300)
    assert sum(entry.size for entry in page.entries if entry.begun) < 1_000_000
    assert len(page.shelf) < 500
