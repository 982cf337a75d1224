"""The dialog, opened as the program opens it, and what it has sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.choices import ChatSource, SpeechSource
from desktop_app.domain.settings import Settings
from desktop_app.presenters.views import VoiceChoice
from desktop_app.ui.settings.dialog import SettingsDialog

VOICES = (
    VoiceChoice(SpeechSource.SERVER, "coral", "Coral"),
    VoiceChoice(SpeechSource.SERVER, "sage", "Sage"),
    VoiceChoice(SpeechSource.HIBARI, "hibari-en", "Hibari", "en"),
    VoiceChoice(SpeechSource.PICO, "de-DE", "German", "de-DE"),
)
CHOSEN = Settings(
    chat_source=ChatSource.SERVER, system_prompt="Be brief.", max_output_tokens=500, output_device="Speakers"
)

Sent = list[tuple[str, tuple[object, ...]]]
Open = Callable[..., SettingsDialog]


@pytest.fixture
def sent() -> Sent:
    """Every signal of the dialog, in order: its name and what it carried."""
    return []


@pytest.fixture
def open_dialog(qtbot: QtBot, sent: Sent) -> Open:
    def opened(settings: Settings = CHOSEN, voices: tuple[VoiceChoice, ...] = VOICES) -> SettingsDialog:
        dialog = SettingsDialog()
        qtbot.addWidget(dialog)
        for name in SIGNALS:
            getattr(dialog, name).connect(lambda *values, name=name: sent.append((name, values)))
        dialog.open_with(settings, voices, ("Speakers", "Headphones"))
        qtbot.waitExposed(dialog)
        return dialog

    return opened


@pytest.fixture
def dialog(open_dialog: Open) -> SettingsDialog:
    return open_dialog()


SIGNALS = (
    "accepted_settings",
    "cancelled",
    "key_test_requested",
    "key_remove_requested",
    "models_requested",
    "voices_requested",
    "try_requested",
    "try_stopped",
    "language_try_requested",
    "url_changed",
    "devices_requested",
    "global_key_chosen",
)
