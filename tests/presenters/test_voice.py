"""The speaker knows the voice that is in force."""

from __future__ import annotations

from desktop_app.domain.settings import ChatSource, SpeechSource
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
