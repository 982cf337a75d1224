"""The ways to move the page: wheel, keys, zoom; and that each of them goes exactly as far as it says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.page import glide
from desktop_app.ui.transcript.page.places import Place
from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, mine, page_of, settle, streaming, top_line

LONG = "\n\n".join(f"Paragraph {number} of an answer, with *some* words in it." for number in range(20))
WIDE = "```python\nx = " + "'a long line' + " * 40 + "''\n```"


@pytest.fixture(autouse=True)
def no_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glide, "motion_reduced", lambda: True)


@pytest.fixture
def talk(qtbot: QtBot, view: TranscriptView) -> TranscriptView:
    view.show_messages([answer(f"m{number}", f"Message {number}.\n\n{LONG}") for number in range(50)])
    settle(qtbot, view)
    return view


def turn_wheel(view: TranscriptView, *, pixels: int = 0, notches: float = 0, sideways: int = 0, x: int = 5) -> None:
    page = page_of(view)
    QApplication.sendEvent(
        page.viewport(),
        QWheelEvent(
            QPointF(x, 100), QPointF(page.mapToGlobal(QPoint(x, 100))), QPoint(sideways, pixels),
            QPoint(0, round(120 * notches)), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def place_on_page(view: TranscriptView, place: Place) -> float:
    return page_of(view).box_of(place).top()


def test_the_wheel_moves_the_text_by_exactly_what_it_says(qtbot: QtBot, talk: TranscriptView) -> None:
    page = page_of(talk)
    turn_wheel(talk, pixels=1000)
    place = page.sight()[0]
    for pixels in (7, 33, 250, -100, -7):
        before = place_on_page(talk, place)
        turn_wheel(talk, pixels=pixels)
        assert place_on_page(talk, place) - before == pixels
    before = place_on_page(talk, place)
    turn_wheel(talk, notches=1)
    assert place_on_page(talk, place) - before == 72
    turn_wheel(talk, notches=-1)
    assert place_on_page(talk, place) == before


def test_a_notch_is_followed_in_motion_where_motion_is_welcome(
    qtbot: QtBot, talk: TranscriptView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glide, "motion_reduced", lambda: False)
    page = page_of(talk)
    turn_wheel(talk, pixels=1000)
    place = page.sight()[0]
    before = place_on_page(talk, place)
    turn_wheel(talk, notches=1)
    turn_wheel(talk, notches=1)
    assert place_on_page(talk, place) - before < 144
    qtbot.waitUntil(lambda: place_on_page(talk, place) - before == 144)


def test_pages_overlap_by_a_little_and_the_ends_are_the_ends(talk: TranscriptView) -> None:
    page = page_of(talk)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Home)
    assert page.outlook.seen[0].entry.index == 0
    last = page.sight()[1]
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert 0 <= place_on_page(talk, last) <= 96
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert page.outlook.seen[0].entry.index == 0
    QTest.keyClick(page, Qt.Key.Key_End)
    assert page.following
    assert page.verticalScrollBar().value() == page.verticalScrollBar().maximum()


def test_the_bar_covers_the_whole_conversation_and_dragging_it_goes_everywhere(talk: TranscriptView) -> None:
    page = page_of(talk)
    bar = page.verticalScrollBar()
    assert bar.maximum() > 50 * 20 * 20
    for part in (0.2, 0.8, 0.5):
        bar.setSliderDown(True)
        bar.setSliderPosition(round(bar.maximum() * part))
        assert bar.value() == bar.sliderPosition(), "the page does not pull the bar out of the hand"
        bar.setSliderDown(False)
        assert abs(page.outlook.seen[0].entry.index - 50 * part) < 6


def test_zoom_enlarges_letters_and_column_and_keeps_the_place(qtbot: QtBot, talk: TranscriptView) -> None:
    talk.resize(1600, 700)
    page = page_of(talk)
    page.move_by(-3000)
    settle(qtbot, talk)
    words, _ = top_line(talk)
    place = page.sight()[0]
    height = page.box_of(place).height()
    talk.set_zoom(1.5)
    settle(qtbot, talk)
    assert page.box_of(place).height() == pytest.approx(height * 1.5, rel=0.1)
    assert page.column.width == 1080
    assert top_line(talk)[0][:10] == words[:10]
    talk.set_zoom(1.0)
    settle(qtbot, talk)
    assert top_line(talk)[0] == words
    assert page.column.width == 720


def test_a_wide_block_scrolls_by_itself_and_remembers_it(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([mine("u", "Hi"), answer("a", WIDE), *(answer(f"m{n}", LONG) for n in range(30))])
    settle(qtbot, view)
    page = page_of(view)
    page.go_to_top()
    settle(qtbot, view)
    sheet = page.sheet_at(1, 0)
    assert sheet is not None
    before = sheet[0].state
    QApplication.sendEvent(
        page.viewport(),
        QWheelEvent(
            QPointF(400, sheet[1].y() + 50), QPointF(400, sheet[1].y() + 50), QPoint(-200, 0), QPoint(),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip
    scrolled = sheet[0].state
    assert scrolled != before
    page.go_to_end()
    settle(qtbot, view)
    page.shelf.keep_only(set())
    page.go_to_top()
    again = page.sheet_at(1, 0)
    assert again is not None
    assert again[0] is not sheet[0]
    assert again[0].state == scrolled


def test_what_streams_elsewhere_never_moves_the_reader(qtbot: QtBot, talk: TranscriptView) -> None:
    page = page_of(talk)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 3)
    settle(qtbot, talk)
    before = top_line(talk)
    talk.add_message(streaming("s"))
    for _ in range(10):
        talk.append_text("s", LONG + "\n\n")
        settle(qtbot, talk)
        assert top_line(talk) == before
    page.show_place(Place(3, 2, 0))
    assert 0 <= page.box_of(Place(3, 2, 0)).top() < page.viewport().height()
    assert not page.following


def test_the_arrows_scroll_a_wide_block_of_which_a_link_has_the_keyboard(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_messages([answer("a", WIDE)])
    settle(qtbot, view)
    page = page_of(view)
    page.setFocus()
    sheet = page.sheet_at(0, 0)
    assert sheet is not None
    states = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(page, key)
        states.append(sheet[0].state)
    assert states[:2] == [None, None]
    assert states[2] is not None
    assert states[3] != states[2]


def test_a_finger_moves_the_page(qtbot: QtBot, talk: TranscriptView) -> None:
    page = page_of(talk)
    pane, finger = page.viewport(), QTest.createTouchDevice()
    before = page.verticalScrollBar().value()
    QTest.touchEvent(pane, finger).press(0, QPoint(500, 100)).commit()
    for y in range(110, 400, 10):
        QTest.touchEvent(pane, finger).move(0, QPoint(500, y)).commit()
        qtbot.wait(5)
    QTest.touchEvent(pane, finger).release(0, QPoint(500, 400)).commit()
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() < before - 150)
    assert not page.following
