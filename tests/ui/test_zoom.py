"""Larger and smaller text: by key, by the wheel with Ctrl, and kept."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.first_start import FirstStartPage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.transcript.view import TranscriptView
from desktop_app.ui.zoom import STEPS
from tests.support.windows import Page, open_window
from tests.ui.transcript.pages import answer, settle

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot, keeper: ThemeKeeper) -> MainWindow:
    return open_window(qtbot, keeper)


@pytest.fixture
def page(window: MainWindow) -> Page:
    return cast("Page", window.transcript)


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def turn_wheel(part: QWidget, angle: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """As a real one does, the turn goes to what holds the part where the part does not want it."""
    middle = QPointF(part.rect().center())
    event = QWheelEvent(
        middle,
        part.mapToGlobal(middle),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    taker: QWidget | None = part
    while taker is not None:
        event.accept()
        if QApplication.sendEvent(taker, event) and event.isAccepted():
            return
        taker = taker.parentWidget()


def test_keys_go_up_and_down_the_steps_and_back(window: MainWindow, page: Page) -> None:
    press(window, Qt.Key.Key_Plus)
    assert page.zoom == 1.1
    press(window, Qt.Key.Key_Equal)  # the plus without Shift, where it lies above
    assert page.zoom == 1.25
    press(window, Qt.Key.Key_Minus)
    press(window, Qt.Key.Key_Minus)
    press(window, Qt.Key.Key_Minus)
    assert page.zoom == 0.9
    press(window, Qt.Key.Key_0)
    assert page.zoom == 1.0


def test_the_second_key_for_larger_makes_way_for_a_chosen_one(window: MainWindow, page: Page) -> None:
    window.set_keys({"new": "Ctrl+="})
    press(window, Qt.Key.Key_Equal)
    assert page.zoom == 1.0
    window.set_keys({"zoom_in": "F8"})
    press(window, Qt.Key.Key_Equal)
    assert page.zoom == 1.0
    press(window, Qt.Key.Key_F8, NONE)
    assert page.zoom == 1.1


def test_the_steps_end_at_seventy_and_three_hundred_percent(window: MainWindow, page: Page) -> None:
    for _ in range(len(STEPS) + 2):
        window.action("zoom_in").trigger()
    assert page.zoom == 3.0
    for _ in range(len(STEPS) + 2):
        window.action("zoom_out").trigger()
    assert page.zoom == 0.7


def test_ctrl_and_the_wheel_over_the_page_change_it_and_the_wheel_alone_scrolls(window: MainWindow, page: Page) -> None:
    page.setPlainText("line\n" * 500)
    turn_wheel(page.viewport(), 120)
    assert page.zoom == 1.1
    turn_wheel(page.viewport(), -240)
    assert page.zoom == 0.9
    turn_wheel(page.viewport(), -120, NONE)
    assert page.zoom == 0.9
    assert page.verticalScrollBar().value() > 0


def test_a_touchpad_has_to_move_as_far_as_a_wheel(window: MainWindow, page: Page) -> None:
    for _ in range(7):
        turn_wheel(page.viewport(), 15)
    assert page.zoom == 1.0
    turn_wheel(page.viewport(), 15)
    assert page.zoom == 1.1


def test_the_new_size_is_shown_for_a_moment(window: MainWindow, qtbot: QtBot) -> None:
    window.action("zoom_in").trigger()
    note = next(one for one in window.findChildren(QLabel) if one.text() == "Text 110 %")
    assert note.isVisible()
    qtbot.waitUntil(lambda: not note.isVisible())


def test_a_page_that_comes_later_has_the_size_at_once_and_it_outlives_the_window(
    window: MainWindow, qtbot: QtBot, keeper: ThemeKeeper
) -> None:
    window.action("zoom_in").trigger()
    other = open_window(qtbot, keeper)
    other.set_place(window.get_place())
    assert cast("Page", other.transcript).zoom == 1.1


@pytest.mark.parametrize(("kept", "zoom"), [("150", 1.0), (None, 1.0), (True, 1.0), (147, 1.5), (9999, 3.0), (-1, 0.7)])
def test_a_size_that_is_no_step_is_the_nearest_one(window: MainWindow, page: Page, kept: object, zoom: float) -> None:
    window.set_place({"zoom": kept})
    assert page.zoom == zoom


def test_the_real_page_and_the_message_box_grow_too(keeper: ThemeKeeper, qtbot: QtBot) -> None:
    window = MainWindow(keeper, TranscriptView, FirstStartPage)
    qtbot.addWidget(window, before_close_func=lambda closing: closing.close_for_good())
    with qtbot.waitActive(window):
        window.show()
    window.transcript.show_messages([answer("a", "Words that stand on a line of their own.")])
    settle(qtbot, window.transcript)
    box = next(one for one in window.findChildren(QWidget) if one.accessibleName() == "Message")
    page = next(one for one in window.findChildren(QAbstractScrollArea) if one.accessibleName() == "Transcript")
    before = box.height()
    turn_wheel(page.viewport(), 3 * 120)
    turn_wheel(cast("QAbstractScrollArea", box).viewport(), 120)
    settle(qtbot, window.transcript)
    assert window.get_place()["zoom"] == 175
    assert box.height() > before
    assert cast("QAbstractScrollArea", box).viewport().font().pixelSize() == box.font().pixelSize() > 20
