"""The side beside the page and over it: folded, dragged wider, opened as a drawer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import ThemeKeeper
from tests.support.windows import open_window

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def window(qtbot: QtBot, keeper: ThemeKeeper) -> MainWindow:
    return open_window(qtbot, keeper)


@pytest.fixture
def narrow(qtbot: QtBot, keeper: ThemeKeeper) -> MainWindow:
    return open_window(qtbot, keeper, 640, 480)


def named(window: MainWindow, name: str) -> QWidget:
    return next(found for found in window.findChildren(QWidget) if found.accessibleName() == name)


def handle(window: MainWindow) -> QWidget:
    return named(window, "Width of the conversations")


def drag(window: MainWindow, by: int) -> None:
    part = handle(window)
    start = part.rect().center()
    QTest.mousePress(part, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(part, start + QPoint(by, 0))
    QTest.mouseRelease(part, Qt.MouseButton.LeftButton, pos=part.rect().center())


def test_a_button_and_a_key_fold_the_side_and_the_button_says_whether_it_is_there(window: MainWindow) -> None:
    button = named(window, "Conversations and settings")
    assert isinstance(button, QToolButton)
    assert button.isChecked()
    button.click()
    assert (window.sidebar.isVisible(), button.isChecked(), button.isVisible()) == (False, False, True)
    QTest.keyClick(window, Qt.Key.Key_B, CTRL)
    assert (window.sidebar.isVisible(), button.isChecked()) == (True, True)


def test_the_line_between_is_dragged_and_the_page_begins_where_the_side_ends(window: MainWindow) -> None:
    drag(window, 60)
    assert window.sidebar.width() == 324
    assert window.header.mapTo(window, QPoint(0, 0)).x() == 324
    drag(window, 900)
    assert window.sidebar.width() == 480
    drag(window, -900)
    assert window.sidebar.width() == 208


def test_in_languages_from_right_to_left_it_is_dragged_the_other_way(window: MainWindow, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        QApplication.processEvents()
        drag(window, -60)
        assert window.sidebar.width() == 324
        assert window.sidebar.geometry().right() == window.width() - 1
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_arrow_keys_move_the_line_and_a_double_click_brings_the_usual_width(window: MainWindow) -> None:
    part = handle(window)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(part, RIGHT)
    assert window.sidebar.width() == 280
    QTest.keyClick(part, LEFT)
    QTest.keyClick(part, LEFT)
    assert window.sidebar.width() == 248
    QTest.mouseDClick(part, Qt.MouseButton.LeftButton)
    assert window.sidebar.width() == 264


def test_the_width_outlives_the_window(window: MainWindow, qtbot: QtBot, keeper: ThemeKeeper) -> None:
    drag(window, 60)
    other = open_window(qtbot, keeper)
    other.set_place(window.get_place())
    other.resize(1280, 800)
    assert other.sidebar.width() == 324


def test_a_smaller_window_takes_from_the_side_until_it_folds_and_gives_it_back(window: MainWindow) -> None:
    drag(window, 200)
    window.resize(800, 600)
    assert window.sidebar.width() == 364
    assert window.header.width() == 436
    window.resize(699, 600)
    assert not window.sidebar.isVisible()
    assert window.header.width() == 699
    window.resize(1280, 800)
    assert (window.sidebar.isVisible(), window.sidebar.width()) == (True, 464)


def test_the_drawer_takes_the_keyboard_and_esc_gives_it_back(narrow: MainWindow, qtbot: QtBot) -> None:
    box = named(narrow, "Message")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_B, CTRL)
    assert narrow.sidebar.isVisible()
    search = named(narrow, "Search")
    assert search.hasFocus()
    with qtbot.assertNotEmitted(narrow.stop_requested):
        QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not narrow.sidebar.isVisible()
    assert box.hasFocus()
    with qtbot.waitSignal(narrow.stop_requested):
        QTest.keyClick(box, Qt.Key.Key_Escape)


def test_a_press_beside_the_drawer_reaches_the_veil_and_not_the_page(narrow: MainWindow) -> None:
    QTest.keyClick(narrow, Qt.Key.Key_B, CTRL)
    hit = narrow.childAt(QPoint(600, 200))
    assert hit is not None
    QTest.mouseClick(hit, Qt.MouseButton.LeftButton)
    assert not narrow.sidebar.isVisible()
    QTest.keyClick(narrow, Qt.Key.Key_B, CTRL)
    QTest.keyClick(narrow, Qt.Key.Key_B, CTRL)
    assert not narrow.sidebar.isVisible()


def test_the_drawer_leaves_room_to_press_beside_it(narrow: MainWindow) -> None:
    narrow._frame.set_side_width(480)
    narrow.resize(400, 480)
    QTest.keyClick(narrow, Qt.Key.Key_B, CTRL)
    assert narrow.sidebar.width() <= narrow.width() - 60
    assert not handle(narrow).isVisible()


def test_tab_past_the_end_of_the_drawer_goes_to_the_page_and_closes_it(narrow: MainWindow) -> None:
    named(narrow, "Message").setFocus()
    QTest.keyClick(narrow, Qt.Key.Key_B, CTRL)
    for _ in range(10):
        QTest.keyClick(QApplication.focusWidget() or narrow, Qt.Key.Key_Tab)
        if not narrow.sidebar.isVisible():
            break
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Conversations and settings"
    assert not narrow.sidebar.isVisible()
