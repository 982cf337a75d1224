"""One voice at a time: a new question ends the old speech, and a conversation in the background waits with its own."""

from __future__ import annotations

import json

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program
from tests.support.pulse import Ear
from tests.support.screen import Node

OLD = "The kettle begins to sing on the old stove. A grey cat walks slowly along the garden wall."
NEW = "Seven boats leave the quiet harbour at dawn. Their sails are as red as the evening sky."


def test_a_new_question_ends_the_old_speech(start: Start, server: ThreadedApiServer, ear: Ear) -> None:
    program = start()
    server.default_speech = SpeechReply(seconds=10.0)  # so that there is time to look at what is being said
    server.chat(ChatReply(OLD), ChatReply(NEW, delay=1.0))
    program.ask("Tell me.")
    program.wait_for_event("turn_finished")
    program.wait_for_event("phrase_started")
    program.ask("Something else.")
    program.wait_for_event("phrase_started", 2)
    asked = server.chat_requests[1].arrived
    sounds = ear.heard().first_sound(asked + 0.1)
    assert sounds is not None
    assert sounds - asked > 0.9, "nothing is heard of the old answer while the new one is thought about"
    assert phrase(program) in NEW


def test_a_conversation_in_the_background_waits_and_says_that_it_has_something_to_say(
    start: Start, server: ThreadedApiServer
) -> None:
    program = start()
    server.default_speech = SpeechReply(seconds=10.0)
    server.chat(ChatReply(OLD), ChatReply("Short."))
    program.ask("Tell me.")
    program.wait_for_event("phrase_started")
    program.keys("ctrl+n")
    program.wait_for(lambda: row(program, "Tell me.").description == "has something to say", "the row to say so")
    program.ask("And you?")
    program.wait_for_event("phrase_started", 2)
    assert phrase(program) == "Short."
    assert row(program, "Tell me.").description == "has something to say"
    program.go_to("Conversations")
    program.keys("End", "Return")
    program.wait_for_event("phrase_started", 3)
    assert phrase(program) in OLD
    assert row(program, "Tell me.").description == ""


def phrase(program: Program) -> str:
    """What is being said."""
    return str(json.loads(program.aloud("status").stdout)["speech"]["phrase"])


def row(program: Program, title: str) -> Node:
    return program.screen.get(program.get("Conversations"), title, "list item")
