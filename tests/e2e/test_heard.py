"""After a stop it is known up to which word the answer was heard: on the page, in the history, towards the model."""

from __future__ import annotations

import json

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear

FIRST = "The kettle begins to sing on the old stove."
SECOND = "Meanwhile the grey cat walks quite slowly along the garden wall and looks at the red moon."
A_WORD = 0.25
"""Seconds."""
ANSWER = f"{FIRST} {SECOND} And then the rain begins to fall on all of it."


def stop_in_the_second_sentence(program: Program, server: ThreadedApiServer) -> None:
    server.default_speech = SpeechReply(per_word=A_WORD)
    server.chat(ChatReply(ANSWER))
    program.ask("Tell me something.")
    program.wait_for_event("phrase_started", 2)
    pause(1.5)
    program.keys("Escape")
    program.get("Go on reading")


def test_go_on_goes_on_behind_the_last_word_that_was_heard(start: Start, server: ThreadedApiServer, ear: Ear) -> None:
    program = start(tell_heard=True)
    stop_in_the_second_sentence(program, server)
    program.ask("go on")
    server.wait_until(lambda: len(server.chat_requests) == 2)
    played = sum(end - begin for begin, end in ear.heard().sounds()) - A_WORD * len(FIRST.split())
    question, answer, going_on = server.chat_requests[-1].json["messages"]
    assert question == {"role": "user", "content": "Tell me something."}
    assert answer["role"] == "assistant"
    assert ANSWER.startswith(f"{answer['content']} "), "whole words"
    characters = len(answer["content"]) - len(FIRST) - 1
    heard = played / (A_WORD * len(SECOND.split())) * len(SECOND)
    assert heard - 14 <= characters <= heard + 2, "not more than was heard, and at most a word or two less"
    last_words = " ".join(answer["content"].split()[-8:])
    assert going_on["content"].endswith("\n\ngo on")
    assert f"“{last_words}”" in going_on["content"]


def test_the_mark_outlives_the_program_and_a_screen_reader_can_read_on_from_it(
    start: Start, server: ThreadedApiServer
) -> None:
    program = start()
    stop_in_the_second_sentence(program, server)
    program.keys("ctrl+q")
    program.wait()
    program.start()
    mark = program.get("Go on reading")
    assert mark.description == "Heard up to here"
    spoken = len(program.events("phrase_started"))
    mark.press()
    wait_for_phrase(program, spoken + 1)
    program.wait_for(lambda: not program.shows("Go on reading"), "the mark to give way to the light")
    program.keys("Escape")
    program.get("Go on reading")
    program.keys("alt+Up")
    wait_for_phrase(program, spoken + 2)
    program.wait_for(lambda: not program.shows("Pause"), "the end of the speech", 30)
    assert not program.shows("Go on reading"), "all of it was heard"


def wait_for_phrase(program: Program, number: int) -> None:
    """Reading goes on with the sentence that was cut."""
    program.wait_for_event("phrase_started", number)
    assert json.loads(program.aloud("status").stdout)["speech"]["phrase"] == SECOND
