"""Widgets without a screen, in the program's own look, and nothing left running when a test is over."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

if "ALOUD_REAL_SCREEN" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication

from desktop_app.domain.choices import Appearance
from desktop_app.ui.fonts import load_fonts, load_remaining_fonts
from desktop_app.ui.override_guard import keep_mistakes_whole
from desktop_app.ui.theme import ThemeKeeper

keep_mistakes_whole()  # as the program does, before the classes that are tested


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_fonts()
    load_remaining_fonts()


@pytest.fixture(scope="session", autouse=True)
def clipboard_is_left_empty(qapp: QApplication) -> Iterator[None]:
    """What lies on it at the end would be deleted after Python itself is gone, which ends in a crash."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def keeper(qapp: QApplication, fonts: None) -> Iterator[ThemeKeeper]:
    """The application in the light theme, whatever the system says."""
    qapp.setStyle("Fusion")
    made = ThemeKeeper(qapp, Appearance.LIGHT)
    yield made
    made.setParent(None)
    made.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader that is there is told to say, in order."""
    words: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return words


@pytest.fixture(scope="module")
def old_objects_are_set_aside(qapp: QApplication) -> None:
    """What imports and earlier tests made need not be looked through after each test: there is more of it each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_is_left_running(qapp: QApplication, old_objects_are_set_aside: None) -> Iterator[None]:
    """pytest-qt closes a test's widgets before this looks, so what still runs here would run on in the program too."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    suspects = [thing for thing in gc.get_objects() if isinstance(thing, QThread | QTimer) and _alive(thing)]
    running = [thing for thing in suspects if isinstance(thing, QThread) and thing.isRunning()]
    ticking = [thing for thing in suspects if isinstance(thing, QTimer) and thing.isActive()]
    assert not running, f"threads left running: {running}"
    assert not ticking, f"timers left ticking: {ticking}"


def _alive(thing: object) -> bool:
    from shiboken6 import isValid

    return bool(isValid(thing))
