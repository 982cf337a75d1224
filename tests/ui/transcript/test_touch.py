"""What a finger does on the page: it moves it without selecting anything, taps, and held still it selects."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.view import TranscriptView
from tests.ui.transcript.pages import answer, page_of, point_at, selected, settle

WIDE = "| " + " | ".join(f"a rather wide column, number {number}" for number in range(12)) + " |\n" + "|--" * 12 + "|\n"


@pytest.fixture(scope="module")
def finger() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def no_menu(view: TranscriptView) -> Iterator[None]:
    """The page's menu does not stay open behind a test."""
    yield
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


@pytest.fixture
def touch(qtbot: QtBot, view: TranscriptView, finger: QPointingDevice, no_menu: None) -> Callable[..., None]:
    """Puts a finger on the first point, holds it there, and takes it over the others away."""

    def touched(*points: QPoint, held: int = 0) -> None:
        pane = page_of(view).viewport()
        QTest.touchEvent(pane, finger).press(0, points[0]).commit()
        qtbot.wait(held)
        for point in points[1:]:
            QTest.touchEvent(pane, finger).move(0, point).commit()
            qtbot.wait(5)
        QTest.touchEvent(pane, finger).release(0, points[-1]).commit()

    return touched


def _hold(view: TranscriptView) -> int:
    """Milliseconds after which a finger counts as held still."""
    return QApplication.styleHints().mousePressAndHoldInterval() + 200


def test_a_finger_that_pushes_the_page_selects_nothing(
    qtbot: QtBot, view: TranscriptView, touch: Callable[..., None]
) -> None:
    view.show_messages([answer(f"m{number}", "Some words that stand on the page.") for number in range(60)])
    settle(qtbot, view)
    page = page_of(view)
    before = page.verticalScrollBar().value()
    touch(*(QPoint(400, y) for y in range(100, 400, 15)))
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() < before - 150)
    assert page.selection is None
    assert not page.following


def test_a_tap_follows_a_link(qtbot: QtBot, view: TranscriptView, touch: Callable[..., None]) -> None:
    view.show_messages([answer("a", "See [the page](https://example.org/a) for more.")])
    settle(qtbot, view)
    with qtbot.waitSignal(page_of(view).link_pressed) as pressed:
        touch(point_at(view, "the page") + QPoint(4, 0))
    assert pressed.args is not None
    assert pressed.args[2].href == "https://example.org/a"


def test_a_tap_takes_a_selection_away(qtbot: QtBot, view: TranscriptView, touch: Callable[..., None]) -> None:
    view.show_messages([answer("a", "Some words that stand on the page.")])
    settle(qtbot, view)
    page_of(view).select_all()
    touch(point_at(view, "words") + QPoint(2, 0))
    assert page_of(view).selection is None


def test_two_taps_select_a_word(qtbot: QtBot, view: TranscriptView, touch: Callable[..., None]) -> None:
    view.show_messages([answer("a", "Some words that stand on the page.")])
    settle(qtbot, view)
    at = point_at(view, "words") + QPoint(4, 0)
    touch(at)
    touch(at)
    assert selected(view) == "words"


def test_a_finger_held_still_selects_the_word_and_opens_the_menu(
    qtbot: QtBot, view: TranscriptView, touch: Callable[..., None]
) -> None:
    view.show_messages([answer("a", "Some words that stand on the page.")])
    settle(qtbot, view)
    with qtbot.waitSignal(page_of(view).menu_requested):
        touch(point_at(view, "words") + QPoint(4, 0), held=_hold(view))
    assert selected(view) == "words"


def test_moved_on_it_selects_up_to_where_it_goes(
    qtbot: QtBot, view: TranscriptView, touch: Callable[..., None]
) -> None:
    view.show_messages([answer("a", "Some words that stand on the page.")])
    settle(qtbot, view)
    aside = QPoint(4, 0)
    touch(point_at(view, "words") + aside, point_at(view, "stand") + aside, held=_hold(view))
    assert selected(view) == "words that stand"


def test_a_push_to_the_side_moves_a_wide_table(qtbot: QtBot, view: TranscriptView, touch: Callable[..., None]) -> None:
    view.show_messages([answer("a", WIDE + "| x " * 12 + "|\n")])
    settle(qtbot, view)
    page = page_of(view)
    sheet = page.sheet_at(0, 0)
    assert sheet is not None
    at = point_at(view, "number 0")
    touch(*(at - QPoint(step, 0) for step in range(0, 120, 15)))
    assert sheet[0].state is not None
    assert page.selection is None
