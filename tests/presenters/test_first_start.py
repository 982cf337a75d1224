"""The first start: a key, a server, or the demo."""

from __future__ import annotations

import pytest

from desktop_app.chat.provider import ChatProvider
from desktop_app.domain.errors import KeyRefused, KeyringMissing
from desktop_app.domain.settings import ChatSource, SpeechSource
from desktop_app.presenters.first_start import FirstStartPresenter
from desktop_app.presenters.views import FoundServer
from desktop_app.presenters.voice import VoicePresenter
from tests.presenters.conftest import SERVER, Desk
from tests.support.fake_speaker import FakeVoiceTaker
from tests.support.fake_views import FakeFirstStart
from tests.support.scripted_provider import ScriptedProvider

OLLAMA = FoundServer("Ollama", "http://127.0.0.1:11434/v1", ("llama3.2", "qwen3"))


class Picky(ScriptedProvider):
    """Lists models only to those who know the key."""

    def __init__(self, key: str | None) -> None:
        super().__init__([[]])
        self.key = key

    async def models(self) -> list[str]:
        if self.key != "sk-good":
            raise KeyRefused("The key was refused.")
        return ["m"]


def picky(_url: str, key: str | None) -> ChatProvider:
    return Picky(key)


@pytest.fixture
def view() -> FakeFirstStart:
    return FakeFirstStart()


@pytest.fixture
def first_start(desk: Desk, view: FakeFirstStart) -> FirstStartPresenter:
    async def search() -> list[FoundServer]:
        return [OLLAMA]

    desk.connection._server_provider = picky
    desk.preferences.current = desk.preferences.current.changed({"chat_source": ChatSource.UNSET})
    return FirstStartPresenter(
        view,
        desk.notices,
        connection=desk.connection,
        keys=desk.keys,
        preferences=desk.preferences,
        search=search,
        key_url=SERVER,
        tasks=desk.tasks,
    )


async def test_servers_of_this_machine_are_looked_for_and_shown(
    desk: Desk, view: FakeFirstStart, first_start: FirstStartPresenter
) -> None:
    first_start.begin()
    assert view.visible
    await desk.until(lambda: view.servers == [OLLAMA])
    assert not view.searching


async def test_a_good_key_is_kept_in_the_keyring_and_nowhere_in_the_settings(
    desk: Desk, view: FakeFirstStart, first_start: FirstStartPresenter
) -> None:
    first_start.begin()
    first_start.submit_key(" sk-good ")
    await desk.until(lambda: list(desk.keyring.passwords.values()) == ["sk-good"])
    assert not view.visible
    assert view.checks == [True, False]
    assert desk.preferences.current.chat_source is ChatSource.SERVER
    assert "sk-good" not in str(desk.preferences.current)


async def test_a_keyring_that_takes_its_time_keeps_nobody_on_the_page_and_the_key_is_known_at_once(
    desk: Desk, view: FakeFirstStart, first_start: FirstStartPresenter
) -> None:
    speaker = FakeVoiceTaker()
    _ = VoicePresenter(speaker, desk.connection, desk.preferences, desk.tasks)
    desk.keyring.gate.clear()
    first_start.begin()
    first_start.submit_key("sk-good")
    await desk.until(lambda: not view.visible)
    await desk.until(lambda: [options.api_key for options in speaker.told] == ["sk-good"])
    assert desk.keyring.passwords == {}
    desk.keyring.gate.set()
    await desk.until(lambda: list(desk.keyring.passwords.values()) == ["sk-good"])


async def test_a_refused_key_is_not_kept_and_the_page_says_why(
    desk: Desk, view: FakeFirstStart, first_start: FirstStartPresenter
) -> None:
    first_start.begin()
    first_start.submit_key("sk-bad")
    await desk.until(lambda: view.problem)
    assert isinstance(view.problem, KeyRefused)
    await desk.until(lambda: view.checks == [True, False])
    assert view.visible
    assert desk.keyring.passwords == {}


async def test_without_a_keyring_the_key_works_for_this_run_and_a_notice_says_so(
    desk: Desk, view: FakeFirstStart, first_start: FirstStartPresenter
) -> None:
    from keyring.errors import NoKeyringError

    desk.keyring.trouble = NoKeyringError()
    first_start.begin()
    first_start.submit_key("sk-good")
    await desk.until(lambda: "keyring" in desk.notices.shown)
    assert not view.visible
    assert isinstance(desk.notices.shown["keyring"].error, KeyringMissing)
    assert await desk.connection.key(SERVER) == "sk-good"


async def test_a_found_server_answers_and_the_built_in_voice_speaks(
    desk: Desk, view: FakeFirstStart, first_start: FirstStartPresenter
) -> None:
    first_start.begin()
    first_start.choose_server(OLLAMA)
    settings = desk.preferences.current
    assert (settings.server_url, settings.model) == (OLLAMA.url, "llama3.2")
    assert settings.speech_source is SpeechSource.HIBARI
    assert not view.visible


@pytest.mark.parametrize(
    ("models", "chosen"),
    [
        (("all-minilm:l6", "bge-m3:latest", "llama3.2", "nomic-embed-text"), "llama3.2"),
        (("whisper-1", "tts-1-hd", "mixtral"), "mixtral"),
        (("nomic-embed-text",), "nomic-embed-text"),
        ((), "small"),
    ],
)
async def test_a_found_server_answers_with_a_model_that_talks(
    desk: Desk, first_start: FirstStartPresenter, models: tuple[str, ...], chosen: str
) -> None:
    first_start.choose_server(FoundServer("Ollama", "http://127.0.0.1:11434/v1", models))
    assert desk.preferences.current.model == chosen


async def test_the_demo_needs_nothing(desk: Desk, view: FakeFirstStart, first_start: FirstStartPresenter) -> None:
    first_start.begin()
    first_start.choose_demo()
    assert desk.preferences.current.chat_source is ChatSource.DEMO
    assert not view.visible
