"""Where the window stood, for each arrangement of screens."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop_app.ui import window_place
from desktop_app.ui.window_place import WindowPlace


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of the arrangement one is at; the test puts another one there."""
    names = ["laptop"]
    monkeypatch.setattr(window_place, "arrangement", lambda: names[0])
    return names


def test_an_arrangement_is_named_by_its_screens_and_their_sizes(window: QMainWindow) -> None:
    assert window_place.arrangement() == " 800x800"


def test_each_arrangement_has_its_own_place_and_what_belongs_to_it(window: QMainWindow, at: list[str]) -> None:
    place = WindowPlace(window)
    window.setGeometry(20, 30, 500, 400)
    place.kept(side=True)
    at[0] = "desk"
    window.setGeometry(100, 110, 700, 600)
    kept = json.loads(json.dumps(place.kept(side=False)))

    at[0] = "laptop"
    assert WindowPlace(window).restore(kept)["side"] is True
    assert window.geometry() == QRect(20, 30, 500, 400)
    at[0] = "desk"
    assert WindowPlace(window).restore(kept)["side"] is False
    assert window.geometry() == QRect(100, 110, 700, 600)


def test_on_screens_it_has_never_been_on_it_takes_its_usual_size_and_the_rest_from_the_last(
    window: QMainWindow, at: list[str]
) -> None:
    place = WindowPlace(window)
    window.setGeometry(20, 30, 500, 400)
    kept = place.kept(side_width=300)
    at[0] = "beamer"
    other = QMainWindow()
    assert WindowPlace(other).restore(kept)["side_width"] == 300
    assert (other.width(), other.height()) == (800, 800), "as large as this screen has room for"


def test_a_window_never_opens_where_nobody_can_see_it(window: QMainWindow, at: list[str]) -> None:
    window.setGeometry(5000, 4000, 500, 400)
    kept = WindowPlace(window).kept()
    other = QMainWindow()
    WindowPlace(other).restore(kept)
    room = QGuiApplication.primaryScreen().availableGeometry()
    seen = room.intersected(other.geometry())
    assert seen.width() >= 120
    assert seen.height() >= 40


@pytest.mark.parametrize("state", ["maximised", "full screen"])
def test_maximised_and_full_screen_come_back_and_behind_them_the_size_before(
    window: QMainWindow, at: list[str], state: str, qtbot: QtBot
) -> None:
    window.setGeometry(20, 30, 500, 400)
    window.show()
    window.showMaximized() if state == "maximised" else window.showFullScreen()
    kept = WindowPlace(window).kept()
    other = QMainWindow()
    qtbot.addWidget(other)
    WindowPlace(other).restore(kept)
    assert (other.isMaximized(), other.isFullScreen()) == (state == "maximised", state != "maximised")
    other.showNormal()
    assert (other.width(), other.height()) == (500, 400)


def test_arrangements_of_long_ago_are_forgotten(window: QMainWindow, at: list[str]) -> None:
    place = WindowPlace(window)
    for number in range(30):
        at[0] = f"hotel {number}"
        kept = place.kept()
    screens = kept["screens"]
    assert isinstance(screens, dict)
    assert list(screens)[-1] == "hotel 29"
    assert len(screens) == 12


def test_a_place_of_an_earlier_version_is_understood(window: QMainWindow, at: list[str]) -> None:
    window.setGeometry(20, 30, 500, 400)
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    other = QMainWindow()
    assert WindowPlace(other).restore({"geometry": geometry, "side": False})["side"] is False
    assert other.geometry() == QRect(20, 30, 500, 400)


@pytest.mark.parametrize(
    "place", [{}, {"screens": 7}, {"screens": {"laptop": 5}}, {"screens": {"laptop": {"geometry": "not base 64"}}}]
)
def test_what_cannot_be_read_is_passed_over(window: QMainWindow, at: list[str], place: dict[str, object]) -> None:
    WindowPlace(window).restore(place)
    assert (window.width(), window.height()) == (800, 800)
