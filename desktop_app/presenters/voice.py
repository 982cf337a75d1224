"""Keeps the speaker told which voice is in force: what the settings say, and the key that its server needs."""

from __future__ import annotations

import asyncio
from typing import Protocol

from desktop_app.domain.said import WhatIsSaid
from desktop_app.domain.settings import ChatSource, Settings, SpeechSource
from desktop_app.presenters.connection import Connection
from desktop_app.presenters.preferences import Preferences
from desktop_app.presenters.tasks import Tasks
from desktop_app.speech.getting_ready import get_ready
from desktop_app.speech.options import SpeechOptions


class VoiceTaker(Protocol):
    """The speech worker, as far as its voice is concerned."""

    def apply(self, options: SpeechOptions) -> None: ...


class VoicePresenter:
    def __init__(self, speaker: VoiceTaker, connection: Connection, preferences: Preferences, tasks: Tasks) -> None:
        self._speaker = speaker
        self._connection = connection
        self._preferences = preferences
        self._tasks = tasks
        preferences.listen(self._settings_changed)

    def apply(self) -> None:
        """Tells the speaker anew: a key may be another one, or be known only now."""
        self._tasks.start("apply the voice", self._tell())
        self._get_ready()

    def _get_ready(self) -> None:
        said = WhatIsSaid.of(self._preferences.current)
        self._tasks.start("get ready to read", asyncio.to_thread(get_ready, said))

    async def _tell(self) -> None:
        told: Settings | None = None
        key: str | None = None
        while told is not self._preferences.current:  # a keyring may take its time: what was chosen meanwhile counts
            told = self._preferences.current
            key = await self._connection.key(told.server_url) if _asks_server(told) else None
        self._speaker.apply(speech_options(who_speaks(told), key))

    def _settings_changed(self, before: Settings, after: Settings) -> None:
        if speech_options(before, None) != speech_options(after, None) or before.chat_source != after.chat_source:
            self.apply()
        elif before.said_emoji != after.said_emoji:
            self._get_ready()


def who_speaks(settings: Settings) -> Settings:
    """With the voice that is heard: the demo asks no server for anything, so a server's voice gives way there."""
    if settings.chat_source is not ChatSource.DEMO:
        return settings
    own = tuple(one for one in settings.language_voices if one.source is not SpeechSource.SERVER)
    settings = settings.changed({"language_voices": own})
    if settings.speech_source is SpeechSource.SERVER:
        return settings.changed({"speech_source": SpeechSource.HIBARI, "voice": ""})
    return settings


def speech_options(settings: Settings, key: str | None) -> SpeechOptions:
    """What the speech worker needs to know of the settings."""
    return SpeechOptions(
        source=settings.speech_source,
        voice=settings.voice,
        model=settings.speech_model,
        speed=settings.speed,
        volume=settings.volume,
        lead_in=settings.lead_in,
        manner=settings.manner,
        device=settings.output_device,
        if_phrase_fails=settings.if_phrase_fails,
        by_language=settings.by_language,
        language_voices=settings.language_voices,
        server_url=settings.server_url,
        api_key=key or "",
    )


def _asks_server(settings: Settings) -> bool:
    """A keyring may ask for a password in a window of its own: nobody opens it who does not need the key."""
    sources = {settings.speech_source, *(one.source for one in settings.language_voices if settings.by_language)}
    return SpeechSource.SERVER in sources and settings.chat_source is ChatSource.SERVER
