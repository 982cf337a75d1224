"""Lines of trouble: what happened, what one can do, and how long to wait."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QFrame
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import KeyRefused, NoDevice, RateLimited
from desktop_app.presenters.views import Notice, Step
from desktop_app.ui.notices import Notices
from desktop_app.ui.theme import ThemeKeeper
from desktop_app.ui.words import sentence

REFUSED = Notice("turn", KeyRefused(""), (Step.OPEN_SETTINGS, Step.RETRY))
WAITING = Notice("turn", RateLimited(""), (Step.CANCEL,), seconds=2)


@pytest.fixture
def notices(qtbot: QtBot, keeper: ThemeKeeper) -> Notices:
    made = Notices()
    qtbot.addWidget(made)
    made.resize(720, 200)
    return made


def _lines(notices: Notices) -> list[str]:
    """What a screen reader finds under the name of a notice."""
    found = notices.findChildren(QFrame)
    return [line.accessibleDescription() for line in found if line.accessibleName() == "Notice" and not line.isHidden()]


def _button(notices: Notices, name: str) -> QAbstractButton:
    buttons = notices.findChildren(QAbstractButton)
    return next(found for found in buttons if found.accessibleName() == name and found.isVisible())


def test_a_notice_says_what_happened_and_offers_its_steps(notices: Notices, qtbot: QtBot) -> None:
    notices.show_notice(REFUSED)
    assert notices.isVisible()
    assert _lines(notices) == [sentence(REFUSED.error)]
    with qtbot.waitSignal(notices.step_chosen) as told:
        _button(notices, "Open settings").click()
    assert told.args == ["turn", "open_settings"]


def test_a_notice_takes_the_place_of_the_one_with_its_key(notices: Notices) -> None:
    notices.show_notice(REFUSED)
    notices.show_notice(Notice("device", NoDevice("")))
    notices.show_notice(Notice("turn", KeyRefused("", detail="no")))
    assert _lines(notices) == [sentence(NoDevice("")), sentence(KeyRefused("", detail="no"))]


def test_the_page_has_its_room_back_when_the_last_notice_is_cleared(notices: Notices) -> None:
    notices.show_notice(REFUSED)
    notices.clear_notice("another")
    assert notices.isVisible()
    notices.clear_notice("turn")
    assert not notices.isVisible()
    assert _lines(notices) == []


def test_the_cross_puts_a_notice_away_and_chooses_no_step(notices: Notices, qtbot: QtBot) -> None:
    notices.show_notice(REFUSED)
    with qtbot.assertNotEmitted(notices.step_chosen):
        _button(notices, "Put this notice away").click()
    assert _lines(notices) == []


def test_a_wait_is_counted_down_by_a_clock_that_runs_no_longer_than_the_wait(notices: Notices) -> None:
    notices.show_notice(WAITING)
    said = []
    for _ in range(3):
        said.append(_lines(notices)[0].rsplit(". ", 1)[-1])
        notices._clock.timeout.emit()
    assert said == ["Trying again in 2 s.", "Trying again in 1 s.", "Trying again…"]
    assert not notices._clock.isActive()


def test_the_clock_stops_with_the_notice_it_ran_for(notices: Notices) -> None:
    notices.show_notice(WAITING)
    assert notices._clock.isActive()
    notices.show_notice(REFUSED)
    assert not notices._clock.isActive()
    notices.show_notice(WAITING)
    notices.clear_notice("turn")
    assert not notices._clock.isActive()


def test_a_notice_is_announced_once(notices: Notices, announced: list[str]) -> None:
    notices.show_notice(WAITING)
    notices._clock.timeout.emit()
    assert announced == [sentence(WAITING.error, seconds=2)]
