"""What a screen reader is told by the way it listens for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import desktop_app.ui
from desktop_app.ui.announcing import Announcer, announce


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    made = QLabel("here")
    qtbot.addWidget(made)
    return made


@pytest.fixture
def old_reader(label: QLabel) -> Iterator[None]:
    """A screen reader that knows no announcements."""
    Announcer(label).use_notifications(wanted=True)
    yield
    Announcer(label).use_notifications(wanted=False)


def test_words_are_announced(label: QLabel, announced: list[str]) -> None:
    announce(label, "One.")
    announce(label, "")
    Announcer(label).announce("Two.")
    assert announced == ["One.", "Two."]


@pytest.mark.usefixtures("old_reader")
def test_who_knows_no_announcements_is_shown_notifications_each_of_which_stays_readable_for_a_while(
    label: QLabel, announced: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []

    def hear(event: QAccessibleEvent) -> None:
        assert event.type() is QAccessible.Event.ObjectShow
        shown.append(event.object())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    for number in range(5):
        announce(label, f"Sentence {number}.")
    interfaces = [QAccessible.queryAccessibleInterface(one) for one in shown]
    assert [one.text(QAccessible.Text.Name) for one in interfaces] == [f"Sentence {number}." for number in range(5)]
    assert {one.role() for one in interfaces} == {QAccessible.Role.Notification}
    for number in range(100):
        announce(label, str(number))
    assert len(set(map(id, shown))) < 20, "they are used again"


def test_without_a_screen_reader_nothing_is_made(label: QLabel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    announce(label, "One.")
    assert label.children() == []


def test_all_that_is_told_goes_by_this_way() -> None:
    """Else a screen reader that knows no announcements would not hear it."""
    widgets = Path(desktop_app.ui.__file__).parent
    users = {file.name for file in widgets.rglob("*.py") if "QAccessibleAnnouncementEvent" in file.read_text("utf-8")}
    assert users == {"announcing.py"}
