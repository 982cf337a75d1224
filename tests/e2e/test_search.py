"""Everything is searched: by key, over all conversations and branches, and what is found is gone to."""

from __future__ import annotations

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.program import Program


def results(program: Program) -> list[str]:
    node = program.screen.find(program.window, "Results")
    return [row.name for row in node.children] if node is not None else []


def look_for(program: Program, words: str) -> None:
    """Opens the search by its key and types over what stands there."""
    program.keys("ctrl+k")
    program.wait_for(lambda: program.get("Search").has_state("focused"), "the search field to have the keyboard")
    program.keys("ctrl+a")
    program.write(words)


def test_a_word_is_found_wherever_it_was_written_and_gone_to(start: Start, server: ThreadedApiServer) -> None:
    server.chat(
        ChatReply("The Straße has a kettle in it.\n\n" + "And more of it.\n\n" * 60),
        ChatReply("A second answer, about xylophones."),
        ChatReply("A word about cats."),
    )
    program = start(spoken_replies=False)
    program.ask("Tell me of the road.")
    program.see("And more of it.")
    program.wait_for_event("turn_finished")
    program.go_to("Transcript")
    program.keys("Down", "Down", "g")
    program.see("about xylophones")
    program.wait_for_event("turn_finished", 2)
    program.keys("ctrl+n")
    program.wait_for(lambda: "xylophones" not in program.transcript, "an empty page")
    program.ask("Tell me of cats.")
    program.see("A word about cats.")
    program.wait_for_event("turn_finished", 3)

    look_for(program, "kettle strasse")
    program.wait_for(lambda: len(results(program)) == 1, "the answer that is not shown", 15)
    assert "The Straße has a kettle in it." in results(program)[0]
    program.keys("Return")
    assert "xylophones" not in program.see("The Straße has a kettle in it.")
    program.wait_for(lambda: program.get("Transcript").has_state("focused"), "the page to have the keyboard")

    look_for(program, "from:me cats")
    program.wait_for(lambda: any("You" in row for row in results(program)), "the question")
    program.keys("Escape")
    program.wait_for(lambda: not program.shows("Results"), "the search to be closed")
    program.see("The Straße has a kettle in it.")

    look_for(program, "xylophones")
    program.wait_for(lambda: len(results(program)) == 1, "the other answer")
    program.keys("Down", "Return")
    assert "kettle" not in program.see("about xylophones")

    assert [name for name in program.files_holding("ylophone") if "search.db" in name]
    program.go_to("Conversations")
    program.keys("End", "Delete")
    program.keys("ctrl+q")
    assert program.wait(30) == 0
    assert not [name for word in ("has a kettle", "ylophone") for name in program.files_holding(word) if ".db" in name]
