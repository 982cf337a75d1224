"""Whatever the server does, the person reads one sentence with a next step, and nothing that came is lost."""

from __future__ import annotations

import json
import socket
import time

import pytest

from tests.e2e.conftest import Start
from tests.support.api_replies import error_body
from tests.support.api_server import ChatReply, Cut, SpeechReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear
from tests.support.screen import Screen
from tests.support.secret_service import asking_keyring, locked_keyring, without_session_bus

FIRST = "The kettle begins to sing on the old stove."
SECOND = "A grey cat walks slowly along the garden wall."
THIRD = "Seven boats are waiting in the quiet harbour."
TEXT = f"{FIRST} {SECOND} {THIRD}"
KEY = "sk-good-0123456789abcdef"
BROKEN_EVENT = b"data: {this is no json\n\n"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def steps(program: Program) -> set[str]:
    """What the notice offers to do."""
    return {node.name for node in program.get("Notice").walk() if node.role == "push button"}


def refused(program: Program, words: str, *offers: str) -> None:
    """Asks, reads the notice, and finds the question still there."""
    program.ask("Will you answer?")
    program.wait_for(lambda: words in program.notice(), f"{words!r} in a notice")
    assert set(offers) <= steps(program), steps(program)
    assert "Will you answer?" in program.see("failed")


def test_every_no_of_a_server_is_told_in_words_with_a_next_step(start: Start, server: ThreadedApiServer) -> None:
    def no(status: int, message: str, code: str) -> ChatReply:
        return ChatReply(status=status, error=error_body(message, code=code))

    program = start(spoken_replies=False)
    server.chat(no(429, "You exceeded your current quota.", "insufficient_quota"))
    refused(program, "no credit left", "Open settings", "Retry")
    server.chat(no(404, "The model `test-model` does not exist.", "model_not_found"))
    refused(program, "does not know this model", "Open settings", "Retry")
    server.chat(no(400, "This model's maximum context length is 8192 tokens.", "context_length_exceeded"))
    refused(program, "too long for this model", "Open settings")
    server.keys = {"sk-another"}
    refused(program, "No key is known for this server", "Open settings", "Retry")
    server.keys = None
    program.press("Retry")
    program.see("You said: Will you answer?")
    program.wait_for(lambda: not program.shows("Notice"), "the notice to go")
    assert not program.events("retry"), "none of these would have gone well later"


def test_a_refused_key_is_never_shown_and_settings_are_one_click_away(start: Start, server: ThreadedApiServer) -> None:
    server.keys = {"sk-another"}
    key = "sk-wrong-fedcba9876543210"
    program = start(env={"OPENAI_API_KEY": key, "OPENAI_BASE_URL": server.url})
    refused(program, "The key was refused", "Open settings", "Retry")
    assert "Incorrect API key" in program.notice(), "what the server says is quoted"
    assert not program.reads(key)
    program.press("Open settings")
    program.get("API key")
    program.press("Cancel")
    assert program.files_holding(key) == []


def test_without_a_network_the_question_stays_and_can_be_asked_again(start: Start) -> None:
    port = free_port()
    program = start(server_url=f"http://127.0.0.1:{port}/v1", spoken_replies=False)
    program.ask("Is anybody there?")
    program.wait_for(lambda: "cannot be reached" in program.notice(), "a notice")
    program.see("failed")
    assert len(program.events("retry")) == 3
    assert "Retry" in steps(program)
    with ThreadedApiServer(port=port):
        program.press("Retry")
        assert program.see("You said: Is anybody there?").count("Is anybody there?") == 2


def test_a_rate_limit_is_waited_for_with_a_countdown_that_can_be_cancelled(
    start: Start, server: ThreadedApiServer
) -> None:
    limit = error_body("Slow down.", code="rate_limit_exceeded")
    server.chat(ChatReply(status=429, error=limit, headers={"Retry-After": "3"}), ChatReply("At last."))
    program = start(spoken_replies=False)
    program.ask("Now?")
    program.read("Trying again in 3 s.")
    program.read("Trying again in 2 s.")
    program.see("At last.")
    program.wait_for(lambda: not program.shows("Notice"), "the notice to go")
    first, second = server.chat_requests
    assert second.arrived - first.arrived >= 3.0

    server.chat(ChatReply(status=429, error=limit, headers={"Retry-After": "30"}))
    program.ask("And now?")
    program.read("Trying again in")
    program.press("Cancel")
    program.see("stopped")
    program.wait_for(lambda: not program.shows("Notice"), "the notice to go")
    pause(0.5)
    assert len(server.chat_requests) == 3


def test_a_failing_server_is_asked_at_most_three_times_again(start: Start, server: ThreadedApiServer) -> None:
    fails = ChatReply(status=500, error=error_body("Internal error."))
    server.chat(fails, ChatReply("Well again."))
    program = start(spoken_replies=False)
    program.ask("How are you?")
    program.see("Well again.")
    assert len(server.chat_requests) == 2

    server.chat(*[fails] * 4)
    program.ask("And now?")
    program.wait_for(lambda: "Retry" in steps(program), "the end of the tries")
    assert "trouble of its own" in program.notice()
    program.see("failed")
    pause(0.5)
    assert len(server.chat_requests) == 2 + 4


@pytest.mark.parametrize("cut", [Cut.ABRUPT, Cut.CLEAN])
def test_an_answer_cut_in_the_middle_is_kept_and_goes_on_or_is_asked_anew(
    start: Start, server: ThreadedApiServer, cut: Cut
) -> None:
    half = ChatReply(TEXT, chunk=len(FIRST), cut_after=1, cut=cut)
    server.chat(half, ChatReply(f" {SECOND}"))
    program = start(spoken_replies=False)
    program.ask("Tell me.")
    program.wait_for(lambda: "broke off" in program.notice(), "a notice")
    assert FIRST in program.see("failed")
    assert {"Continue", "Retry"} <= steps(program)
    assert len(server.chat_requests) == 1, "what came is not asked for again unasked"

    program.press("Continue")
    assert f"{FIRST} {SECOND}" in program.see(SECOND)
    roles = [message["role"] for message in server.chat_requests[1].json["messages"]]
    assert roles == ["user", "assistant", "user"]
    program.wait_for(lambda: "failed" not in program.transcript, "the answer to be whole")
    assert not program.shows("Notice")

    server.chat(half, ChatReply(f"{THIRD}"))
    program.ask("Tell me more.")
    program.wait_for(lambda: "broke off" in program.notice(), "a notice")
    program.press("Retry")
    page = program.see(THIRD)
    assert page.count(FIRST) == 1, "the half answer made room for the new one"
    assert [message["role"] for message in server.chat_requests[-1].json["messages"]] == ["user", "assistant", "user"]


def test_damaged_events_are_skipped_and_counted_and_the_rest_is_shown(start: Start, server: ThreadedApiServer) -> None:
    server.refuses = {"stream_options"}
    server.chat(ChatReply(TEXT, chunk=10, insert={1: BROKEN_EVENT, 3: BROKEN_EVENT}))
    program = start(spoken_replies=False)
    program.ask("Tell me.")
    page = program.see("2 damaged events skipped")
    assert TEXT in page
    assert not program.shows("Notice")
    assert [bool(request.json.get("stream_options")) for request in server.chat_requests] == [True, False]


def test_a_phrase_that_is_refused_is_said_by_the_built_in_voice_and_the_others_in_order(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    server.chat(ChatReply(TEXT, chunk=4, pace=0.02))
    server.speech_about = {
        "kettle": SpeechReply(seconds=0.6, hz=440.0),
        "cat": SpeechReply(status=400, error=error_body("This text is not allowed.")),
        "boats": SpeechReply(seconds=0.6, hz=880.0),
    }
    program = start()
    program.ask("Tell me.")
    program.wait_for(lambda: len(program.events("phrase_finished")) == 3, "three phrases", 30)
    heard = ear.heard()
    # Proved is who says what in which order, not the absence of gaps: a busy machine makes some.
    sounds = [(begin, end, heard.pitch(begin, end)) for begin, end in heard.sounds(gap=0.15)]
    low = [(begin, end) for begin, end, hz in sounds if abs(hz - 440.0) < 5]
    high = [(begin, end) for begin, end, hz in sounds if abs(hz - 880.0) < 5]
    assert sum(end - begin for begin, end in low) == pytest.approx(0.6, abs=0.1)
    assert sum(end - begin for begin, end in high) == pytest.approx(0.6, abs=0.1)
    between = [end - begin for begin, end, _ in sounds if begin >= low[-1][1] and end <= high[0][0]]
    assert sum(between) > 1.0, "the built-in voice said the second sentence in its place"
    assert TEXT in program.transcript
    assert "The built-in voice says instead: “A grey cat" in program.notice()
    assert [event["phrase"] for event in program.events("phrase_started")] == [0, 1, 2]


def test_a_server_without_speech_leaves_all_of_it_to_the_built_in_voice_and_one_notice(
    start: Start, server: ThreadedApiServer, ear: Ear
) -> None:
    server.missing = {"/v1/audio/speech"}
    server.chat(ChatReply(f"{FIRST} Yes. {SECOND}"))
    program = start()
    program.ask("Tell me.")
    program.wait_for(lambda: "The built-in voice says instead" in program.notice(), "a notice")
    program.wait_for_event("phrase_finished")
    assert ear.heard().sounds()
    notices = [node for node in program.window.walk() if node.name == "Notice" and node.has_state("showing")]
    assert len(notices) == 1
    failures = json.dumps(program.events("turn_failed"))
    assert failures == "[]"


def answer_time(program: Program) -> float:
    """How long the window takes to tell a screen reader what it holds, in seconds."""
    asked = time.monotonic()
    assert program.get("Message").text == ""
    return time.monotonic() - asked


def type_a_key(program: Program) -> None:
    program.keys("ctrl+comma")
    program.go_to("Settings pages")
    program.keys("Home", "Down", "Down")
    program.enter("API key", KEY)
    program.press("OK")


def test_without_a_keyring_the_key_works_for_this_run_and_a_notice_says_so(
    start: Start, server: ThreadedApiServer, screen: Screen
) -> None:
    server.keys = {KEY}
    program = start(env=without_session_bus(screen), spoken_replies=False)
    type_a_key(program)
    program.wait_for(lambda: "kept for this run only: this system has no keyring" in program.notice(), "a notice")
    program.ask("Let in?")
    program.see("You said: Let in?")
    assert program.files_holding(KEY) == []


def test_a_locked_keyring_is_told_with_how_to_mend_it(start: Start, server: ThreadedApiServer, screen: Screen) -> None:
    server.keys = {KEY}
    with locked_keyring(screen) as env:
        program = start(env=env, spoken_replies=False)
        type_a_key(program)
        program.wait_for(lambda: "The keyring is locked" in program.notice(), "a notice")
        program.ask("Let in?")
        program.see("You said: Let in?")


def test_a_keyring_that_is_busy_asking_freezes_nothing(start: Start, server: ThreadedApiServer, screen: Screen) -> None:
    server.keys = {KEY}
    with asking_keyring(screen) as env:
        program = start(env=env, spoken_replies=False)
        times = []
        for _ in range(10):
            times.append(answer_time(program))
            pause(0.1)
        type_a_key(program)
        program.wait_for(lambda: "The keyring does not answer" in program.notice(), "a notice")
        times.append(answer_time(program))
        assert max(times) < 2.0, "less than half of what the keyring is waited for"
        program.ask("Let in?")
        program.see("You said: Let in?")
        program.keys("ctrl+q")
        assert program.wait(30) == 0
