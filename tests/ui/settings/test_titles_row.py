"""The switch for titles by the model."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.settings import Settings
from desktop_app.ui.settings.history_page import HistoryPage
from desktop_app.ui.theme import ThemeKeeper


@pytest.mark.parametrize("chosen", [True, False])
def test_whether_models_are_asked_for_titles_is_a_switch(qtbot: QtBot, keeper: ThemeKeeper, *, chosen: bool) -> None:
    page = HistoryPage()
    qtbot.addWidget(page)
    page.fill(Settings(titles_by_model=chosen))
    assert page.values()["titles_by_model"] is chosen
    with qtbot.waitSignal(page.changed):
        page.titles.click()
    assert page.values()["titles_by_model"] is not chosen
