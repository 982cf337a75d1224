"""Conversations are kept while they stream, listed by day, opened where one left off, and closing is silent at once."""

from __future__ import annotations

import time

import pytest

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear

SENTENCE = "The kettle begins to sing on the old stove."
LONG = f"{SENTENCE} " * 60


def listed(program: Program) -> list[str]:
    """The headings and titles of the sidebar, from above."""
    return [node.name for node in program.get("Conversations").children]


def leave(program: Program) -> None:
    program.keys("ctrl+q")
    assert program.wait(5) == 0


def test_conversations_are_listed_by_day_opened_again_and_deleted(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply("A word about boats."), ChatReply("A word about cats."))
    program = start(spoken_replies=False)
    program.ask("Tell me of boats.")
    program.see("A word about boats.")
    program.wait_for_event("turn_finished")
    program.keys("ctrl+n")
    program.wait_for(lambda: "boats" not in program.transcript, "an empty page")
    program.ask("Tell me of cats.")
    program.see("A word about cats.")
    program.wait_for_event("turn_finished", 2)
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of cats.", "Tell me of boats."], "both titles")

    program.go_to("Conversations")
    program.keys("Home", "Down", "Down", "Return")
    assert "A word about cats." not in program.see("A word about boats.")
    leave(program)

    program.start()
    assert "A word about cats." not in program.see("A word about boats.")
    program.ask("Say more.")
    program.see("You said: Say more.")
    assert [message["content"] for message in server.chat_requests[-1].json["messages"]] == [
        "Tell me of boats.",
        "A word about boats.",
        "Say more.",
    ]
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats.", "Tell me of cats."], "the newest first")

    program.go_to("Conversations")
    program.keys("End", "Delete")
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats."], "one title to go")
    program.press("Undo the deletion")
    program.wait_for(lambda: len(listed(program)) == 3, "it to come back")
    program.go_to("Conversations")
    program.keys("End", "Delete")
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats."], "one title to go")
    program.wait_for_event("turn_finished", 3)
    leave(program)
    program.start()
    program.see("You said: Say more.")
    program.wait_for(lambda: listed(program) == ["Today", "Tell me of boats."], "the list of the side")


@pytest.mark.parametrize("how", ["ctrl+q", "alt+F4"])
def test_closing_in_the_middle_is_silent_at_once_and_keeps_the_half_answer(
    start: Start, server: ThreadedApiServer, ear: Ear, how: str
) -> None:
    server.default_chat = lambda _request: ChatReply(LONG, chunk=6, pace=0.02)
    server.default_speech = SpeechReply(seconds=4.0)
    program = start()
    program.ask("Talk for a long time.")
    program.wait_for_event("phrase_started")
    program.see(SENTENCE)
    closed = time.monotonic()
    program.keys(how)
    pressed = time.monotonic()
    assert program.wait(2 + pressed - closed) == 0
    pause(0.3)
    heard = ear.heard()
    assert heard.first_sound(pressed + 0.1) is None
    assert heard.last_sound(closed - 1.0) is not None, "it was heard until then"
    program.wait_for(lambda: server.chat_requests[0].dropped_at is not None, "the server to see the stream dropped")
    program.start()
    assert SENTENCE in program.see("stopped")
    assert "Traceback" not in program.stderr
