"""A temporary conversation says so: in the title, on the empty page, and by a line that offers to keep it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.safekeeping.temporary_mark import TemporaryMark
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.transcript.empty_page import EmptyPage
from tests.support.windows import open_window


def words(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_the_window_says_that_it_is_temporary_and_then_no_more(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    window = open_window(qtbot, keeper)
    mark = TemporaryMark(window)
    before = words(window)
    assert not window.action("keep_temporary").isEnabled()
    mark.show_temporary(shown=True)
    assert "Nothing of this conversation is kept." in words(window)
    assert window.windowTitle().startswith("Temporary conversation")
    mark.show_temporary(shown=False)
    window.header.set_title("")
    assert words(window) == before
    assert not window.action("keep_temporary").isEnabled()


def test_it_is_kept_by_button_and_by_action(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    window = open_window(qtbot, keeper)
    mark = TemporaryMark(window)
    mark.show_temporary(shown=True)
    [button] = [one for one in window.findChildren(QPushButton) if one.accessibleName() == "Keep this conversation"]
    with qtbot.waitSignal(mark.keep_requested):
        button.click()
    with qtbot.waitSignal(mark.keep_requested):
        window.action("keep_temporary").trigger()


def test_the_empty_page_promises_no_more_than_it_can_hold(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(800, 600)
    page = EmptyPage(around)
    around.show()
    before = words(page)
    page.set_temporary(temporary=True)
    assert "Ask, and leave no trace here." in words(page)
    assert "What the server keeps is the server's affair." in words(page)
    page.set_spoken(spoken=False)
    assert "leave no trace" in words(page)
    page.set_spoken(spoken=True)
    page.set_temporary(temporary=False)
    assert words(page) == before
