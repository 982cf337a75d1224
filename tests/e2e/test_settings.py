"""Settings with the keyboard alone: what is typed holds after OK, at once, and never after Cancel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear
from tests.support.secret_service import empty_keyring, stored_keys

GENERAL, HISTORY, SERVER, VOICE, LANGUAGES, SAID, NOTIFICATIONS, KEYS = range(8)
LONG = "This sentence is only here to be spoken for a while. " * 20
KEY = "sk-good-0123456789abcdef"
WRONG_KEY = "sk-wrong-fedcba9876543210"
CREDENTIAL = "Basic bWU6czNjcmV0LXdvcmQ="


@pytest.fixture(autouse=True)
def _keyring() -> Iterator[None]:
    yield
    empty_keyring()


def open_settings(program: Program, page: int = GENERAL) -> None:
    program.keys("ctrl+comma")
    program.get("OK")
    open_page(program, page)


def open_page(program: Program, page: int) -> None:
    program.go_to("Settings pages")
    program.keys("Home", *["Down"] * page)


def close_settings(program: Program, button: str = "OK") -> None:
    program.press(button)
    program.wait_for(lambda: not program.shows(button), "the dialog to close")


def page_colour(program: Program) -> tuple[int, int, int]:
    """Of the empty middle of the page."""
    x, y, width, height = program.get("Transcript").extents
    return program.screen.pixel(x + width // 2, y + height // 2)


def test_cancel_changes_nothing(start: Start, server: ThreadedApiServer) -> None:
    program = start()
    before = program.settings()
    open_settings(program)
    program.enter("System prompt", "Answer in rhymes.")
    open_page(program, VOICE)
    program.go_to("Spoken replies")
    program.keys("space")
    program.wait_for(lambda: not program.get("Spoken replies").has_state("checked"), "the switch")
    close_settings(program, "Cancel")
    program.ask("Is it still you?")
    program.see("You said: Is it still you?")
    program.wait_for(lambda: server.speech_requests, "speech to be asked for")
    assert [message["role"] for message in server.chat_requests[0].json["messages"]] == ["user"]
    assert program.settings() == before


def test_ok_applies_all_of_it_without_a_restart(start: Start, server: ThreadedApiServer) -> None:
    program = start(appearance="light")
    light = page_colour(program)
    open_settings(program)
    program.go_to("Appearance")
    program.keys("End")
    program.enter("System prompt", "Answer in rhymes.")
    open_page(program, SERVER)
    program.enter("Model", "my-own-model", "text")
    open_page(program, VOICE)
    program.go_to("Spoken replies")
    program.keys("space")
    close_settings(program)
    program.wait_for(lambda: sum(page_colour(program)) < sum(light) // 3, "the page to become dark")
    program.ask("Do you rhyme?")
    program.see("You said: Do you rhyme?")
    asked = server.chat_requests[0].json
    assert asked["model"] == "my-own-model"
    assert asked["messages"][0] == {"role": "system", "content": "Answer in rhymes."}
    pause(0.4)
    assert not server.speech_requests
    program.wait_for_settings(appearance="dark", model="my-own-model", spoken_replies=False)


def test_another_stop_key_works_and_the_old_one_no_longer_does(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    server.chat(ChatReply(LONG, chunk=400))
    server.default_speech = SpeechReply(seconds=4.0)
    program = start()
    open_settings(program, KEYS)
    program.go_to("Stop speech key")
    program.keys("space", "F8")
    close_settings(program)
    program.ask("Talk.")
    program.wait_for_event("phrase_started")
    program.keys("Escape")
    pause(0.3)
    assert not program.events("speech_stopped")
    program.keys("F8")
    stopped = program.wait_for_event("speech_stopped")["t"]
    pause(0.5)
    assert ear.heard().first_sound(stopped + 0.06) is None


def test_an_address_and_a_key_are_judged_as_one_types(start: Start, server: ThreadedApiServer) -> None:
    server.keys = {KEY}
    server.models = ["first-model", "second-model"]
    program = start(spoken_replies=False)
    open_settings(program, SERVER)
    program.enter("Server address", "nowhere at all")
    program.read("An address looks like")
    assert not program.get("OK").has_state("enabled")
    program.enter("Server address", server.url)
    program.wait_for(lambda: program.get("OK").has_state("enabled"), "OK to be possible again")
    program.enter("API key", WRONG_KEY)
    program.press("Test the key")
    program.read("The key was refused.")
    program.enter("API key", KEY)
    program.press("Test the key")
    program.read("The server takes this key.")
    assert not program.reads(KEY), "a key is dots"
    program.go_to("Model", "text")
    program.keys("Down")  # the list of what the server has; no entry is the model in force
    assert not stored_keys(), "nothing before OK"
    close_settings(program)
    program.wait_for(lambda: stored_keys() == {server.url: KEY}, "the key to be in the keyring")
    program.wait_for(lambda: program.settings()["model"] in server.models, "one of the server's models")
    program.ask("Let in?")
    program.see("You said: Let in?")

    open_settings(program, SERVER)
    program.read("A key is kept in this system's keyring.")
    program.press("Remove the key")
    assert stored_keys(), "it goes on OK"
    close_settings(program)
    program.wait_for(lambda: not stored_keys(), "the key to leave the keyring")
    program.ask("And now?")
    program.wait_for(lambda: "key" in program.notice(), "a notice about the key")
    assert program.files_holding(KEY) == program.files_holding(WRONG_KEY) == []


def test_try_is_heard_in_the_chosen_voice_and_cancel_forgets_it(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    program = start(voice="coral")
    open_settings(program, VOICE)
    program.enter("Voice", "verse", "text")
    program.press("Try the voice")
    program.wait_for(lambda: ear.heard().sounds(), "the sample")
    assert [request.json["voice"] for request in server.speech_requests] == ["verse"]
    program.get("Try the voice")  # the button is itself again when it was said
    close_settings(program, "Cancel")
    program.ask("Who speaks?")
    program.wait_for(lambda: len(server.speech_requests) > 1, "the answer to be spoken")
    assert server.speech_requests[-1].json["voice"] == "coral"
    assert program.settings()["voice"] == "coral"


def test_a_password_in_the_address_is_kept_and_sent_as_a_key_is(start: Start, server: ThreadedApiServer) -> None:
    server.keys = {CREDENTIAL}
    program = start()
    open_settings(program, SERVER)
    program.enter("Server address", server.url.replace("://", "://me:s3cret-word@"))
    program.keys("Tab")
    program.press("Test the key")
    program.read("The server takes this key.")
    assert not program.reads("s3cret-word")
    close_settings(program)
    program.wait_for(lambda: stored_keys() == {server.url: CREDENTIAL}, "the pair to be in the keyring")
    program.ask("Let in?")
    program.see("You said: Let in?")
    program.wait_for_event("phrase_started")
    asked = server.chat_requests + server.speech_requests
    assert {request.headers["Authorization"] for request in asked} == {CREDENTIAL}
    program.keys("ctrl+q")
    assert program.wait() == 0
    for secret in ("s3cret-word", CREDENTIAL.split()[1]):
        assert program.files_holding(secret) == []


def test_a_password_in_the_settings_file_of_old_goes_where_keys_go(start: Start, server: ThreadedApiServer) -> None:
    server.keys = {CREDENTIAL}
    program = start(server_url=server.url.replace("://", "://me:s3cret-word@"), spoken_replies=False)
    program.ask("Let in?")
    program.see("You said: Let in?")
    program.wait_for(lambda: stored_keys() == {server.url: CREDENTIAL}, "the pair to be in the keyring")
    assert program.files_holding("s3cret-word") == []
