"""The menus above the page offer what is possible, and the page follows the settings."""

from __future__ import annotations

import pytest

from desktop_app.domain.choices import SaidCode
from desktop_app.domain.errors import Unreachable
from desktop_app.domain.settings import ChatSource, SpeechSource
from desktop_app.presenters.choices import ChoicesPresenter
from desktop_app.presenters.views import VoiceChoice
from tests.presenters.conftest import Desk

CORAL = VoiceChoice(SpeechSource.SERVER, "coral", "Coral")
HEART = VoiceChoice(SpeechSource.HIBARI, "heart", "Heart (English)")
ANNA = VoiceChoice(SpeechSource.PICO, "de-DE", "Anna (German)")


def choices(desk: Desk) -> ChoicesPresenter:
    return ChoicesPresenter(
        desk.header,
        desk.composer,
        desk.transcript,
        connection=desk.connection,
        preferences=desk.preferences,
        voices=lambda: (CORAL, HEART, ANNA),
        tasks=desk.tasks,
    )


async def test_every_voice_is_offered_while_a_server_answers(desk: Desk) -> None:
    choices(desk).list_voices()
    assert desk.header.voices == [CORAL, HEART, ANNA]


async def test_the_demo_offers_only_voices_that_can_speak_there(desk: Desk) -> None:
    presenter = choices(desk)
    desk.preferences.change(chat_source=ChatSource.DEMO)
    presenter.list_voices()
    assert desk.header.voices == [HEART, ANNA]


async def test_a_servers_voice_gives_way_in_the_demo_and_comes_back_behind_it(desk: Desk) -> None:
    presenter = choices(desk)
    desk.preferences.change(speech_source=SpeechSource.SERVER, voice="coral")
    presenter.show(desk.preferences.current)
    assert desk.header.voice == "Coral"
    desk.preferences.change(chat_source=ChatSource.DEMO)
    assert desk.header.voice == "Heart (English)"
    desk.preferences.change(chat_source=ChatSource.SERVER)
    assert desk.header.voice == "Coral"


async def test_the_page_is_told_what_is_said_whenever_that_changes(desk: Desk) -> None:
    choices(desk).show(desk.preferences.current)
    assert desk.transcript.said == (True, SaidCode.SKIP)
    desk.preferences.change(said_code=SaidCode.READ)
    assert desk.transcript.said == (True, SaidCode.READ)
    desk.preferences.change(spoken_replies=False)
    assert desk.transcript.said == (False, SaidCode.READ)


async def test_what_is_chosen_in_the_menus_is_in_force_at_once(desk: Desk) -> None:
    presenter = choices(desk)
    presenter.choose_model("large")
    presenter.choose_voice(ANNA)
    presenter.set_spoken_replies(False)
    settings = desk.preferences.current
    assert (settings.model, settings.voice, settings.spoken_replies) == ("large", "de-DE", False)
    assert (desk.header.model, desk.header.voice) == ("large", "Anna (German)")
    desk.preferences.change(chat_source=ChatSource.DEMO)
    presenter.choose_model("demo")
    assert desk.preferences.current.model == "large", "what is chosen in the demo is not asked of the server behind it"
    assert desk.header.model == "demo"


async def test_the_menu_lists_what_the_server_has_or_else_what_is_in_force(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = choices(desk)
    presenter.list_models()
    await desk.tasks_done()
    assert desk.header.models == ["scripted"]

    async def refuse() -> list[str]:
        raise Unreachable("nobody is there")

    monkeypatch.setattr(desk.provider, "models", refuse)
    presenter.list_models()
    await desk.tasks_done()
    assert desk.header.models == ["small"]
