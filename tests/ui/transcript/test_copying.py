"""A selection is copied as the words one sees, and known by where they stand in the source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.messages import MessageState
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, point_at, select, settle


def copied(view: TranscriptView) -> str:
    page_of(view).copy_requested.emit()
    return QGuiApplication.clipboard().text()


def menu(view: TranscriptView, near: str) -> dict[str, QAction]:
    return {action.text().split("\t")[0]: action for action in view.tools.menu(point_at(view, near)).actions()}


def test_copying_goes_across_messages_and_leaves_the_pages_own_lines_out(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages(
        [
            mine("u", "A question\nof two lines"),
            answer("a", "Words.\n\n```sh\nls\npwd\n```\n\n- one\n- two\n\n---\n\nMore.", MessageState.STOPPED),
            mine("v", "Next"),
        ]
    )
    settle(qtbot, view)
    select(view, "question", "Next")
    assert copied(view) == ("question\nof two lines\n\nWords.\n\nls\npwd\n\n• one\n• two\n\n———\n\nMore.\n\nNext")


def test_a_table_is_copied_by_rows_and_tabs(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "Above.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nBelow.")])
    settle(qtbot, view)
    select(view, "Above", "Below.")
    assert copied(view) == "Above.\n\na\tb\n1\t2\n\nBelow."


def test_part_of_a_line_with_emoji_is_cut_where_it_was_selected(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "😀 one 😀 two 😀 three")])
    settle(qtbot, view)
    select(view, "one", "two")
    assert copied(view) == "one 😀 two"


def test_reading_a_selection_names_its_place_in_the_source(qtbot: QtBot, view: TranscriptView) -> None:
    source = "😀 Some *fine* words.\n\n- an item &amp; more\n"
    view.show_messages([mine("u", "Before"), answer("a", source)])
    settle(qtbot, view)
    select(view, "fine", "item")
    action = menu(view, "fine")["Read selection"]
    with qtbot.waitSignal(view.read_requested) as asked:
        action.trigger()
    (((message_id, start, end),),) = asked.args
    assert message_id == "a"
    assert source[start:end] == "fine* words.\n\n- an item"


def test_a_selection_in_ones_own_message_is_read_too(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "One *plain* question\nof two lines"), answer("a", "Yes.")])
    settle(qtbot, view)
    select(view, "plain", "of two")
    with qtbot.waitSignal(view.read_requested) as asked:
        menu(view, "plain")["Read selection"].trigger()
    assert asked.args == [(("u", 5, 27),)]


def test_a_selection_over_several_messages_is_read_message_by_message(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "One question"), answer("a", "The *whole* answer."), mine("v", "And one more")])
    settle(qtbot, view)
    select(view, "question", "And")
    with qtbot.waitSignal(view.read_requested) as asked:
        menu(view, "whole")["Read selection"].trigger()
    assert asked.args == [(("u", 4, 12), ("a", 0, 19), ("v", 0, 3))]


def test_messages_of_which_a_part_is_selected_can_be_exported(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "One question"), answer("a", "The *whole* answer."), mine("v", "And one more")])
    settle(qtbot, view)
    assert "Export the messages selected…" not in menu(view, "whole")
    select(view, "question", "whole")
    with qtbot.waitSignal(view.export_requested) as asked:
        menu(view, "whole")["Export the messages selected…"].trigger()
    assert asked.args == [["u", "a"]]


def test_reading_from_here_and_from_an_alt_click_names_the_place(qtbot: QtBot, view: TranscriptView) -> None:
    source = "😀 Some *fine* words.\n\n- an item &amp; more\n\nThe end."
    view.show_messages([mine("u", "Before"), answer("a", source)])
    settle(qtbot, view)
    with qtbot.waitSignal(view.read_from_requested) as asked:
        menu(view, "item")["Read from here"].trigger()
    message_id, place = asked.args
    assert message_id == "a"
    assert source.index("item") <= place <= source.index("item") + len("item")
    page = page_of(view)
    where = point_at(view, "end")
    with qtbot.waitSignal(view.read_from_requested) as clicked:
        QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, where)
    assert source.index("end") <= clicked.args[1] <= source.index("end") + len("end")
    assert page.selection is None


def test_any_message_is_read_from_its_menu(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Before"), answer("a", "Some *fine* words.")])
    settle(qtbot, view)
    for message_id, word in (("u", "Before"), ("a", "fine")):
        with qtbot.waitSignal(view.read_from_requested) as asked:
            menu(view, word)["Read message"].trigger()
        assert asked.args == [message_id, 0]


def test_the_sound_of_any_message_is_asked_for_in_its_menu(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Before"), answer("a", "Some *fine* words.")])
    settle(qtbot, view)
    for message_id, word in (("u", "Before"), ("a", "fine")):
        with qtbot.waitSignal(view.sound_requested) as asked:
            menu(view, word)["Save sound as…"].trigger()
        assert asked.args == [message_id]


def test_a_message_is_copied_as_it_was_written(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Before"), answer("a", "Some *fine* words.")])
    settle(qtbot, view)
    menu(view, "fine")["Copy as Markdown"].trigger()
    assert QGuiApplication.clipboard().text() == "Some *fine* words."
    menu(view, "fine")["Copy message"].trigger()
    assert QGuiApplication.clipboard().text() == "Some fine words."


def test_nothing_selected_offers_nothing_to_copy(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", "Some *fine* words and [a link](https://a.example/).")])
    settle(qtbot, view)
    offered = menu(view, "fine")
    assert not offered["Copy"].isEnabled()
    assert not offered["Read selection"].isEnabled()
    menu(view, "a link")["Copy link"].trigger()
    assert QGuiApplication.clipboard().text() == "https://a.example/"
