"""Selecting with mouse and keys: across pieces and messages, over the edge, whatever happens to the page meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, point_at, select, selected, settle, streaming

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
MANY = [answer(f"m{number}", f"Message {number}.\n\nMore of it.") for number in range(400)]


def show(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages(
        [mine("u", "A question of mine"), answer("a", "First words here.\n\n- an item\n- another\n\nLast words.")]
    )
    settle(qtbot, view)


def drag(view: TranscriptView, start: QPoint, end: QPoint) -> None:
    pane = page_of(view).viewport()
    QTest.mousePress(pane, LEFT, pos=start)
    QTest.mouseMove(pane, (start + end) / 2)
    QTest.mouseMove(pane, end)
    QTest.mouseRelease(pane, LEFT, pos=end)


def test_a_drag_selects_across_messages_either_way(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view)
    start, end = point_at(view, "question") - QPoint(3, 0), point_at(view, "words here") - QPoint(3, 0)
    for one, other in ((start, end), (end, start)):
        drag(view, one, other)
        assert selected(view) == "question of mine\nFirst "


def test_two_clicks_select_a_word_and_three_a_paragraph(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view)
    pane, place = page_of(view).viewport(), point_at(view, "words here")
    QTest.mouseClick(pane, LEFT, pos=place)
    QTest.mouseDClick(pane, LEFT, pos=place)
    assert selected(view) == "words"
    QTest.mouseClick(pane, LEFT, pos=place)
    assert selected(view) == "First words here."
    QTest.mouseClick(pane, LEFT, pos=point_at(view, "Last"))
    assert selected(view) == ""


def test_a_click_with_shift_goes_on_from_where_one_clicked_before(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view)
    pane = page_of(view).viewport()
    QTest.mouseClick(pane, LEFT, pos=point_at(view, "words here") - QPoint(3, 0))
    QTest.mouseClick(pane, LEFT, SHIFT, point_at(view, "Last") + QPoint(200, 0))
    assert selected(view).startswith("words here.")
    assert selected(view).endswith("Last words.")


def test_shift_and_arrows_move_one_end(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view)
    page = page_of(view)
    QTest.mouseClick(page.viewport(), LEFT, pos=point_at(view, "words here") - QPoint(3, 0))
    QTest.keyClick(page, Qt.Key.Key_Right, SHIFT)
    assert selected(view) == "w"
    QTest.keyClick(page, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert selected(view) == "words "
    QTest.keyClick(page, Qt.Key.Key_End, SHIFT)
    assert selected(view) == "words here."
    QTest.keyClick(page, Qt.Key.Key_Down, SHIFT)
    assert "item" in selected(view)
    QTest.keyClick(page, Qt.Key.Key_Up, SHIFT)
    assert selected(view) == "words here."
    for _ in range(len("words here.") + 1):
        QTest.keyClick(page, Qt.Key.Key_Left, SHIFT)
    assert selected(view) == " "


def test_shift_and_arrows_cross_from_message_to_message(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view)
    select(view, "mine")
    page = page_of(view)
    QTest.keyClick(page, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(page, Qt.Key.Key_Right, SHIFT)
    assert selected(view) == "mine\nF"


def test_all_of_a_long_conversation_is_selected_without_reading_it(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages(MANY)
    settle(qtbot, view)
    page = page_of(view)
    read = sum(entry.begun for entry in page.entries)
    QTest.keyClick(page, Qt.Key.Key_A, CONTROL)
    assert page.selection is not None
    assert (page.selection.start.entry, page.selection.end.entry) == (0, 399)
    assert sum(entry.begun for entry in page.entries) == read
    QTest.keyClick(page, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Message 0.\n\nMore of it.\n\nMessage 1.")
    assert copied.endswith("Message 399.\n\nMore of it.")


def test_a_drag_over_the_edge_scrolls_and_goes_on_selecting(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages(MANY)
    settle(qtbot, view)
    page = page_of(view)
    pane = page.viewport()
    QTest.mousePress(pane, LEFT, pos=QPoint(300, 250))
    QTest.mouseMove(pane, QPoint(300, -40))
    first = page.sight()[0]
    qtbot.waitUntil(lambda: page.sight()[0].entry < first.entry - 3)
    QTest.mouseRelease(pane, LEFT, pos=QPoint(300, -40))
    assert page.selection is not None
    assert page.selection.start.entry <= first.entry - 3
    now = page.sight()[0]
    settle(qtbot, view)
    assert page.sight()[0] == now, "it scrolls no more"


def test_what_was_selected_can_be_copied_when_it_is_long_out_of_sight(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages(MANY)
    settle(qtbot, view)
    page = page_of(view)
    page.go_to_top()
    settle(qtbot, view)
    select(view, "Message 2.", "Message 3.")
    page.go_to_end()
    for entry in list(page.entries)[:20]:
        page.entries.read_again(entry)
    page.refresh()
    page.copy_requested.emit()
    assert QGuiApplication.clipboard().text() == "Message 2.\n\nMore of it.\n\nMessage 3."


@pytest.mark.parametrize("size", [(480, 500), (1400, 700)])
def test_a_selection_survives_the_stream_and_another_width(
    qtbot: QtBot, view: TranscriptView, size: tuple[int, int]
) -> None:
    show(qtbot, view)
    view.add_message(streaming("s"))
    view.append_text("s", "Some words come")
    settle(qtbot, view)
    select(view, "item", "Some words")
    before = selected(view)
    view.append_text("s", " and **more\n\n- of** them\n\n```sh\nls\n")
    view.resize(*size)
    settle(qtbot, view)
    assert selected(view) == before


def test_the_selection_offered_to_other_programs_is_what_was_dragged_over(qtbot: QtBot, view: TranscriptView) -> None:
    show(qtbot, view)
    page = page_of(view)
    with qtbot.waitSignal(page.selection_offered):
        drag(view, point_at(view, "First") - QPoint(3, 0), point_at(view, "here") - QPoint(3, 0))
