"""Every version of an answer and of a question stays and is walked by key, and what is sent is what is shown."""

from __future__ import annotations

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.program import Program


def _on(program: Program, place: int, *keys: str) -> None:
    """Presses keys on a message of the page, 0 being the first."""
    program.go_to("Transcript")
    program.keys(*["Up"] * 8, *["Down"] * place, *keys)


def _shown(program: Program, words: str, *not_these: str) -> None:
    program.see(words)
    program.wait_for(lambda: not any(one in program.transcript for one in not_these), f"{not_these} to be gone")


def _ask(program: Program, text: str, answer: str) -> None:
    program.ask(text)
    program.see(answer)


def _sent(server: ThreadedApiServer) -> list[str]:
    return [message["content"] for message in server.chat_requests[-1].json["messages"]]


def test_what_is_sent_is_exactly_the_branch_that_is_shown(start: Start, server: ThreadedApiServer) -> None:
    server.chat(*(ChatReply(f"Answer {name}.") for name in ("one", "two", "three", "four", "five", "six", "seven")))
    program = start(spoken_replies=False)
    _ask(program, "Why?", "Answer one.")
    program.wait_for_event("turn_finished")
    for number, words in ((2, "Answer two."), (3, "Answer three.")):
        _on(program, 1, "g")
        program.see(words)
        program.wait_for_event("turn_finished", number)
        assert _sent(server) == ["Why?"]
    program.see("3 of 3")
    _on(program, 1, "ctrl+Left")
    _shown(program, "Answer two.", "Answer three.", "Answer one.")
    program.see("2 of 3")

    _ask(program, "And then?", "Answer four.")
    program.wait_for_event("turn_finished", 4)
    assert _sent(server) == ["Why?", "Answer two.", "And then?"]
    _on(program, 2, "e")
    program.wait_for(lambda: program.get("Message").text == "And then?", "the question in the box")
    program.keys("ctrl+a")
    program.write("And before?")
    program.keys("Return")
    _shown(program, "Answer five.", "Answer four.")
    program.wait_for_event("turn_finished", 5)
    assert _sent(server) == ["Why?", "Answer two.", "And before?"]
    _on(program, 2, "ctrl+Left")
    _shown(program, "Answer four.", "Answer five.")
    program.keys("ctrl+q")
    assert program.wait(30) == 0

    program.start()
    assert "Answer five." not in program.see("Answer four.")
    _ask(program, "Go on.", "Answer six.")
    program.wait_for_event("turn_finished", 6)
    assert _sent(server) == ["Why?", "Answer two.", "And then?", "Answer four.", "Go on."]

    _on(program, 1, "b")
    program.read("Why? (2)")
    _shown(program, "Answer two.", "And then?")
    _ask(program, "In the copy.", "Answer seven.")
    program.wait_for_event("turn_finished", 7)
    assert _sent(server) == ["Why?", "Answer two.", "In the copy."]
    program.keys("F6", "Home", "Down", "Return")
    _shown(program, "Answer six.", "In the copy.")
    _on(program, 1, "ctrl+Right")
    _shown(program, "Answer three.", "Answer two.", "And then?", "Answer six.")
    _on(program, 1, "ctrl+Left")
    _shown(program, "Answer six.", "Answer three.")
