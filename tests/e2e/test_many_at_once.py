"""Several conversations at once: side by side, some waiting in line, all in one panel, each stopped by itself."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program

LONG = "The kettle begins to sing on the old stove. " * 300
"""So long, a minute and a half and more, that it is still being written when a busy machine comes to look."""

ONE = "Seven boats leave the quiet harbour at dawn. Their sails are as red as the evening sky."
TWO = "A grey cat walks slowly along the garden wall. It has all the time in the world today."


def status(program: Program) -> list[dict[str, Any]]:
    turns: list[dict[str, Any]] = json.loads(program.aloud("status").stdout)["turns"]
    return turns


def ask_anew(program: Program, text: str) -> None:
    program.keys("ctrl+n")
    program.ask(text)
    program.read(text)


def test_three_conversations_share_two_places_and_each_is_stopped_by_itself(
    start: Start, server: ThreadedApiServer
) -> None:
    """One waits, says so and begins when another is stopped; the panel shows all of it and leads to each."""
    server.default_chat = lambda request: ChatReply(
        f"This is about {request['messages'][-1]['content']}. {LONG}", chunk=6, pace=0.05
    )
    program = start(spoken_replies=False, requests_at_once=2)
    program.ask("boats")
    program.see("This is about boats.")
    assert not program.shows("Running work"), "what one sees needs no counting"
    ask_anew(program, "trains")
    program.see("This is about trains.")
    ask_anew(program, "planes")
    program.see("waiting, next in line")
    assert [turn["state"] for turn in status(program)] == ["running", "running", "waiting"]
    assert len(server.chat_requests) == 2
    assert program.get("Running work", "push button").description == "3 running"
    program.keys("ctrl+j")
    program.get("Stop “trains”").press()
    program.wait_for(lambda: len(server.chat_requests) == 3, "the one that waited to be asked")
    program.wait_for(lambda: not program.shows("Stop “trains”"), "it to run no more")
    program.get("boats").press()
    program.see("This is about boats.")
    before = len(program.transcript)
    program.wait_for(lambda: len(program.transcript) > before, "it to go on")
    assert "trains" not in program.transcript
    boats, planes = status(program)
    assert program.aloud("stop", planes["id"]).returncode == 0
    program.wait_for(lambda: not program.shows("Running work"), "what one sees to be all that runs")
    assert [turn["id"] for turn in status(program)] == [boats["id"]]
    program.keys("shift+Escape")
    program.see("stopped")
    assert status(program) == []
    program.wait_for(
        lambda: all(request.dropped_at is not None for request in server.chat_requests), "the server to be left alone"
    )


def test_none_that_waits_to_be_heard_begins_by_itself_and_alt_end_goes_to_the_one_that_was_left_last(
    start: Start, server: ThreadedApiServer
) -> None:
    server.default_speech = SpeechReply(seconds=10.0)  # nobody hears one to its end
    server.speech_about = {"Short": SpeechReply(seconds=0.3)}
    server.chat(ChatReply(ONE), ChatReply(TWO), ChatReply("Short."))
    program = start()
    program.ask("boats")
    program.wait_for_event("phrase_started")
    ask_anew(program, "cats")
    program.wait_for_event("phrase_started", 2)
    ask_anew(program, "nothing")
    program.wait_for_event("phrase_started", 3)
    program.wait_for(lambda: not speech(program)["active"], "the short answer to have been heard")
    program.wait_for(lambda: len(program.events("phrase_finished")) == 1, "it to be the only one")
    for number, answer in ((4, TWO), (5, ONE)):
        program.keys("alt+End")
        program.see(answer)
        program.wait_for_event("phrase_started", number)
        assert speech(program)["phrase"] in answer


def speech(program: Program) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(program.aloud("status").stdout)["speech"]
    return told
