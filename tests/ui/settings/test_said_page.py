"""What is said: every kind of thing has its row, shows what is in force and gives back what is chosen."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.choices import SaidCode, SaidTables
from desktop_app.domain.said import WhatIsSaid
from desktop_app.domain.settings import Settings
from desktop_app.ui.settings.choice import Choice
from desktop_app.ui.settings.dialog import SettingsDialog
from desktop_app.ui.settings.switch import Switch
from tests.support.settings_dialog import named
from tests.ui.settings.conftest import Open, Sent


@pytest.fixture
def page(open_dialog: Open) -> SettingsDialog:
    dialog = open_dialog(Settings(said_tables=SaidTables.SKIP, said_notes=True))
    dialog.show_page(dialog.said)
    return dialog


def test_every_kind_has_its_row(page: SettingsDialog) -> None:
    assert set(page.said.values()) == {f"said_{one.name}" for one in fields(WhatIsSaid)}


def test_it_shows_what_is_in_force(page: SettingsDialog) -> None:
    assert named(page.said, Choice, "Tables").value() == SaidTables.SKIP
    assert named(page.said, Choice, "Code blocks").value() == SaidCode.SKIP
    assert named(page.said, Switch, "Citations").isChecked()


def test_ok_hands_out_what_was_chosen_by_key(page: SettingsDialog, sent: Sent) -> None:
    QTest.keyClick(named(page.said, Choice, "Code blocks"), Qt.Key.Key_Down)
    QTest.keyClick(named(page.said, Switch, "HTML"), Qt.Key.Key_Space)
    page.accept()
    settings = sent[-1][1][0]
    assert isinstance(settings, Settings)
    assert WhatIsSaid.of(settings) == WhatIsSaid(code=SaidCode.ANNOUNCE, tables=SaidTables.SKIP, notes=True, html=False)


def test_every_value_of_every_choice_can_be_chosen(page: SettingsDialog) -> None:
    for name, choice in page.said.choices.items():
        assert sorted(choice.values()) == sorted(str(one) for one in type(getattr(Settings(), name)))
