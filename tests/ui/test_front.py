"""Whether Aloud is before the person, and how it comes there; notifications where Qt shows them."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import KeyRefused
from desktop_app.domain.messages import MessageState
from desktop_app.ui.front import Front
from desktop_app.ui.notification_words import NotificationWords
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.tray_notifications import TrayNotifications
from tests.support.windows import open_window


def test_the_window_is_in_front_while_it_or_a_dialog_has_the_keyboard(qtbot: QtBot, keeper: ThemeKeeper) -> None:
    window = open_window(qtbot, keeper)
    front = Front(window)
    qtbot.waitUntil(lambda: front.in_front)
    window.setWindowState(Qt.WindowState.WindowMinimized)
    assert not front.in_front
    front.bring("")
    qtbot.waitUntil(lambda: front.in_front)


def test_that_it_comes_to_the_front_is_told(qtbot: QtBot, keeper: ThemeKeeper, qapp: QApplication) -> None:
    front = Front(open_window(qtbot, keeper))
    came: list[bool] = []
    front.came.connect(lambda: came.append(True))
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert came == []
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert came == [True]


def test_the_desktops_leave_is_where_qt_looks_for_it(
    qtbot: QtBot, keeper: ThemeKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    Front(open_window(qtbot, keeper)).bring("new")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "new"


def test_the_notification_says_how_the_answer_ended() -> None:
    words = NotificationWords()
    assert words.title("Boats") == "Boats"
    assert words.title("") == "Aloud"
    assert words.body(MessageState.COMPLETE, None, "They float.") == "They float."
    assert words.body(MessageState.COMPLETE, None, "") == "The answer is ready."
    assert words.body(MessageState.FAILED, KeyRefused("No."), "They") == ("The key was refused. Check it in Settings.")
    assert words.body(MessageState.TRUNCATED, None, "They").endswith("They")
    assert words.body(MessageState.FILTERED, None, "").endswith("ended the answer.")
    assert words.action()


@dataclass
class Told:
    key: str
    title: str = "Boats"
    body: str = "They float."


def test_where_qt_shows_them_the_icon_is_there_as_long_as_one_may_be_clicked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    parent = QWidget()
    qtbot.addWidget(parent)
    tray = TrayNotifications(parent)
    chosen: list[tuple[str, str]] = []
    tray.on_chosen = lambda key, token: chosen.append((key, token))
    tray.withdraw("nothing")
    tray.show(Told("a"))
    tray.show(Told("b"))
    (icon,) = tray.findChildren(QSystemTrayIcon)
    assert icon.isVisible()
    icon.messageClicked.emit()
    assert chosen == [("b", "")]
    tray.withdraw("b")
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert chosen == [("b", ""), ("a", "")]
    assert icon.isVisible()
    tray.withdraw("a")
    assert not icon.isVisible()
