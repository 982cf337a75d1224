"""Three ways in on a fresh profile: a key, a server on this machine, the demo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.api_server import RecordedRequest, ThreadedApiServer
from tests.support.program import Program
from tests.support.pulse import Ear
from tests.support.screen import Screen
from tests.support.secret_service import empty_keyring, stored_keys

KEY = "sk-good-0123456789abcdef"
WRONG_KEY = "sk-wrong-fedcba9876543210"
OLLAMA_PORT = 11434
CARD = "Start the demo"

Fresh = Callable[..., Program]


@pytest.fixture
def fresh(screen: Screen, profile: Path) -> Iterator[Fresh]:
    """Starts the program with a profile in which nothing was chosen yet."""
    with ExitStack() as stack:

        def begin(*arguments: str, env: dict[str, str] | None = None, ready: str = CARD) -> Program:
            return stack.enter_context(Program(screen, profile, *arguments, env=env, ready=ready))

        yield begin
        empty_keyring()


def sent_key(request: RecordedRequest) -> str:
    return request.headers.get("Authorization", "").removeprefix("Bearer ")


def test_a_pasted_key_is_checked_kept_in_the_keyring_and_written_nowhere(
    fresh: Fresh, server: ThreadedApiServer
) -> None:
    server.keys = {KEY}
    program = fresh("--log-level", "debug", env={"OPENAI_BASE_URL": server.url})
    program.enter("OpenAI key", WRONG_KEY, "text")
    program.press("Check and start")
    program.read("The key was refused.")
    assert program.shows(CARD), "the page stays"
    assert not program.reads(WRONG_KEY), "a key is dots"
    assert not stored_keys()
    program.enter("OpenAI key", KEY, "text")
    program.keys("Return")
    program.ask("Do you hear me?")
    program.see("You said: Do you hear me?")
    program.wait_for(lambda: stored_keys() == {server.url: KEY}, "the key to be in the keyring")
    program.wait_for_event("phrase_started")
    assert {sent_key(request) for request in server.chat_requests + server.speech_requests} == {KEY}

    program.keys("ctrl+q")
    assert program.wait() == 0
    program.ready = "Message"
    program.start()
    program.ask("And after a restart?")
    program.see("You said: And after a restart?")
    assert sent_key(server.chat_requests[-1]) == KEY
    for secret in (KEY, WRONG_KEY):
        assert program.files_holding(secret) == [], "neither in the profile's files, nor in what went to stderr"


def test_a_server_on_this_machine_is_one_click_and_the_built_in_voice_speaks(fresh: Fresh, ear: Ear) -> None:
    with ThreadedApiServer(port=OLLAMA_PORT, models=("llama-tests:8b", "qwen-tests:4b")) as ollama:
        program = fresh()
        program.read("Ollama found on this machine")
        program.press("Use Ollama")
        program.ask("Who answers?")
        program.see("You said: Who answers?")
        program.wait_for_event("phrase_started")
        program.wait_for(lambda: ear.heard().sounds(), "the built-in voice")
        assert ollama.chat_requests[0].json["model"] in ollama.models
        assert not ollama.speech_requests


def test_the_demo_card_answers_and_is_heard_without_a_network(fresh: Fresh, ear: Ear) -> None:
    program = fresh()
    program.press(CARD)
    program.ask("What is this?")
    program.wait_for_event("first_token")
    program.wait_for_event("phrase_started")
    program.wait_for(lambda: ear.heard().sounds(), "the demo's voice")
    assert "What is this?" in program.transcript
    program.wait_for_settings(chat_source="demo")


def test_enter_on_the_first_page_starts_the_demo_and_demo_goes_straight_there(fresh: Fresh) -> None:
    program = fresh("--demo", ready="Message")
    program.ask("What is this?")
    program.wait_for_event("first_token")
    assert not program.shows(CARD)
    program.keys("ctrl+q")
    assert program.wait() == 0


def test_a_key_in_the_environment_is_used_at_once_and_never_stored(fresh: Fresh, server: ThreadedApiServer) -> None:
    server.keys = {KEY}
    program = fresh(env={"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": KEY}, ready="Message")
    program.ask("Straight to it.")
    program.see("You said: Straight to it.")
    assert not program.shows(CARD)
    program.keys("ctrl+q")
    assert program.wait() == 0
    assert not stored_keys()
    assert program.files_holding(KEY) == []
