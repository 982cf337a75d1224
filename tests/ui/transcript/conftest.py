"""The page, with the fonts it is measured with."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.transcript.view import TranscriptView


@pytest.fixture
def view(qtbot: QtBot, fonts: None) -> TranscriptView:
    """An empty page of a usual size, on the screen."""
    made = TranscriptView()
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    return made
