"""The speaker knows the voice that is in force."""

from __future__ import annotations

import threading

import pytest

from desktop_app.domain.choices import LanguageVoice, SaidEmoji
from desktop_app.domain.settings import ChatSource, SpeechSource
from desktop_app.presenters import voice
from desktop_app.presenters.voice import VoicePresenter
from tests.presenters.conftest import SERVER, Desk
from tests.support.fake_speaker import FakeVoiceTaker


async def test_a_voice_chosen_while_the_keyring_is_asked_is_the_one_that_speaks(desk: Desk) -> None:
    speaker = FakeVoiceTaker()
    voice = VoicePresenter(speaker, desk.connection, desk.preferences, desk.tasks)
    desk.keyring.gate.clear()
    voice.apply()
    await desk.until(lambda: desk.keyring.calls)
    desk.preferences.change(speech_source=SpeechSource.HIBARI, voice="")
    await desk.until(lambda: speaker.told)
    desk.keyring.gate.set()
    await desk.until(lambda: len(speaker.told) == 2)
    assert [options.source for options in speaker.told] == [SpeechSource.HIBARI, SpeechSource.HIBARI]


async def test_the_key_of_the_server_goes_to_the_voice_of_the_server_alone(desk: Desk) -> None:
    await desk.keys.keep(SERVER, "sk-mine")
    speaker = FakeVoiceTaker()
    voice = VoicePresenter(speaker, desk.connection, desk.preferences, desk.tasks)
    voice.apply()
    await desk.until(lambda: len(speaker.told) == 1)
    desk.preferences.change(speech_source=SpeechSource.PICO, voice="de-DE")
    await desk.until(lambda: len(speaker.told) == 2)
    desk.preferences.change(chat_source=ChatSource.DEMO, speech_source=SpeechSource.SERVER)
    await desk.until(lambda: len(speaker.told) == 3)
    assert [options.api_key for options in speaker.told] == ["sk-mine", "", ""]


async def test_the_key_is_had_for_a_language_that_the_server_says(desk: Desk) -> None:
    await desk.keys.keep(SERVER, "sk-mine")
    german = LanguageVoice("de", SpeechSource.SERVER, "sage")
    desk.preferences.change(speech_source=SpeechSource.HIBARI, voice="", language_voices=(german,))
    speaker = FakeVoiceTaker()
    VoicePresenter(speaker, desk.connection, desk.preferences, desk.tasks)
    desk.preferences.change(speed=1.5)
    await desk.until(lambda: len(speaker.told) == 1)
    desk.preferences.change(by_language=False)
    await desk.until(lambda: len(speaker.told) == 2)
    assert [options.api_key for options in speaker.told] == ["sk-mine", ""]
    assert [options.by_language for options in speaker.told] == [True, False]
    assert speaker.told[0].language_voices == (german,)


async def test_in_the_demo_the_server_is_not_asked_for_another_language_either(desk: Desk) -> None:
    chosen = (LanguageVoice("de", SpeechSource.SERVER, "sage"), LanguageVoice("fr", SpeechSource.PICO, "fr-FR"))
    desk.preferences.change(chat_source=ChatSource.DEMO, speech_source=SpeechSource.HIBARI, language_voices=chosen)
    speaker = FakeVoiceTaker()
    VoicePresenter(speaker, desk.connection, desk.preferences, desk.tasks).apply()
    await desk.until(lambda: speaker.told)
    assert speaker.told[0].language_voices == (chosen[1],)


async def test_what_reading_imports_is_there_before_the_first_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    ready: list[tuple[SaidEmoji, bool]] = []
    main = threading.get_ident()
    monkeypatch.setattr(voice, "get_ready", lambda said: ready.append((said.emoji, threading.get_ident() == main)))
    presenter = VoicePresenter(FakeVoiceTaker(), desk.connection, desk.preferences, desk.tasks)
    presenter.apply()
    await desk.until(lambda: ready)
    desk.preferences.change(said_emoji=SaidEmoji.NAME)
    await desk.until(lambda: len(ready) == 2)
    assert ready == [(SaidEmoji.SKIP, False), (SaidEmoji.NAME, False)]


async def test_a_setting_that_is_not_the_voices_is_not_told(desk: Desk) -> None:
    speaker = FakeVoiceTaker()
    voice = VoicePresenter(speaker, desk.connection, desk.preferences, desk.tasks)
    desk.preferences.change(model="large")
    voice.apply()
    await desk.until(lambda: speaker.told)
    assert len(speaker.told) == 1


async def test_in_the_demo_no_server_is_asked_to_speak(desk: Desk) -> None:
    desk.preferences.change(chat_source=ChatSource.DEMO, speech_source=SpeechSource.SERVER, voice="coral")
    speaker = FakeVoiceTaker()
    VoicePresenter(speaker, desk.connection, desk.preferences, desk.tasks).apply()
    await desk.until(lambda: speaker.told)
    assert (speaker.told[0].source, speaker.told[0].voice) == (SpeechSource.HIBARI, "")
