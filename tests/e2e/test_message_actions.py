"""One message on the page, by key: asked and answered anew, walked between, deleted and brought back, branched from."""

from __future__ import annotations

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.program import Program

QUESTION, ANSWER = ("Up", "Up", "Up"), ("Down", "Down", "Down")
"""The way to the first and the last of two messages, wherever the keyboard was."""


def do(program: Program, way: tuple[str, ...], key: str) -> None:
    program.go_to("Transcript")
    program.keys(*way, key)


def gone(program: Program, words: str) -> None:
    program.wait_for(lambda: words not in program.transcript, f"{words!r} to be gone")


def test_nothing_is_lost_by_what_is_done_with_a_message(start: Start, server: ThreadedApiServer) -> None:
    server.chat(
        ChatReply("A word about boats."), ChatReply("Other words about boats."), ChatReply("A word about cats.")
    )
    program = start(spoken_replies=False)
    program.ask("Tell me of boats.")
    program.see("A word about boats.")
    program.wait_for_event("turn_finished")

    do(program, ANSWER, "g")
    program.see("Other words about boats.")
    program.wait_for_event("turn_finished", 2)
    assert "A word about boats." not in program.see("2 of 2")
    do(program, ANSWER, "ctrl+Left")
    assert "Other words" not in program.see("A word about boats.")

    do(program, QUESTION, "e")
    program.wait_for(lambda: program.get("Message").text == "Tell me of boats.", "the question in the box")
    program.keys("ctrl+a")
    program.write("Tell me of cats.")
    program.keys("Return")
    program.see("A word about cats.")
    program.wait_for_event("turn_finished", 3)
    assert "boats" not in program.transcript
    asked = server.chat_requests[-1].json["messages"]
    assert [message["content"] for message in asked] == ["Tell me of cats."]

    do(program, ANSWER, "Delete")
    gone(program, "A word about cats.")
    program.press("Undo the deletion")
    program.see("A word about cats.")
    do(program, ANSWER, "Delete")
    gone(program, "A word about cats.")
    program.keys("ctrl+q")
    assert program.wait(30) == 0

    program.start()
    assert "A word about cats." not in program.see("Tell me of cats.")
    do(program, QUESTION, "ctrl+Left")
    program.see("Other words about boats.")
    do(program, ANSWER, "b")
    program.wait_for(lambda: program.reads("Tell me of boats. (2)"), "a conversation of copies")
    program.see("Other words about boats.")
