"""What reading needs of large libraries is imported before the first text comes: it is read on the window's thread."""

from __future__ import annotations

from desktop_app.domain.choices import SaidEmoji
from desktop_app.domain.said import WhatIsSaid
from desktop_app.speech.text.emoji_names import name_of
from desktop_app.speech.text.languages import language_of


def get_ready(said: WhatIsSaid) -> None:
    """Takes up to 100 ms: to be called in a thread. Often called it does nothing."""
    language_of("Are you ready to read this?")
    if said.emoji is SaidEmoji.NAME:
        name_of("\N{SLIGHTLY SMILING FACE}", "en")
