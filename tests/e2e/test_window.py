"""The window as one left it, and everything it can do found by a few letters."""

from __future__ import annotations

import json

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, ThreadedApiServer
from tests.support.program import Program, pause


def do(program: Program, typed: str) -> None:
    """Opens the list of all actions and does the first that these letters mean."""
    program.keys("ctrl+shift+p")
    field = program.get("Find an action")
    program.wait_for(lambda: field.has_state("focused"), "the list to have the keyboard")
    program.write(typed)
    program.wait_for(lambda: field.text == typed, "the letters to be there")
    program.keys("Return")
    program.wait_for(lambda: not program.shows("Find an action"), "the list to go")


def close(program: Program) -> None:
    program.keys("ctrl+q")
    assert program.wait() == 0


def message_height(program: Program) -> int:
    return program.get("Message").extents[3]


def side_width(program: Program) -> int:
    return program.get("Conversations").extents[2]


def widen_side(program: Program) -> None:
    before = side_width(program)
    program.keys("Right")
    program.wait_for(lambda: side_width(program) > before, "the side to be wider")


def test_an_action_is_found_and_done_by_the_keyboard_and_the_window_comes_back_as_it_was(
    start: Start, server: ThreadedApiServer
) -> None:
    server.chat(ChatReply("You heard it."))
    program = start(spoken_replies=True)
    usual = message_height(program)

    do(program, "spoken")
    program.wait_for_settings(spoken_replies=False)
    program.ask("Say something.")
    program.wait_for_event("turn_finished")
    do(program, "zoom")
    program.wait_for(lambda: message_height(program) > usual, "the text to be larger")
    program.keys("ctrl+plus", "ctrl+minus")
    program.go_to("Width of the conversations")
    widen_side(program)
    widen_side(program)
    side = side_width(program)
    do(program, "dark")
    program.wait_for_settings(appearance="dark")
    program.resize(1000, 700)
    program.keys("ctrl+b")
    program.wait_for(lambda: not program.shows("Conversations"), "the side to fold")
    close(program)

    with program:
        assert not program.shows("Conversations"), "it was folded"
        assert message_height(program) > usual, "the text was larger"
        window = next(node for node in program.window.children if node.role == "frame")
        assert window.extents[2:] == (1000, 700)
        program.keys("ctrl+shift+p")
        program.get("Switch between light and dark")  # what was done last is there at once
        program.keys("Escape")
        program.keys("ctrl+b")
        program.wait_for(lambda: side_width(program) == side, "the side to be as wide as it was")
        program.keys("F11")
        program.wait_for(lambda: window.extents[2:] == (1400, 1000), "the whole screen")
        program.keys("F11")
        program.wait_for(lambda: window.extents[2:] == (1000, 700), "the window")
        program.resize(640, 480)
        program.wait_for(lambda: not program.shows("Conversations"), "the side to fold by itself")
        program.keys("ctrl+b")
        program.get("Conversations")
        program.keys("Escape")
        program.wait_for(lambda: not program.shows("Conversations"), "the drawer to close")
        do(program, "about")
        program.read("Apache License 2.0")
        program.keys("Escape")
        pause(0.2)
    place = json.loads((program.profile / "window.json").read_text("utf-8"))
    assert place["zoom"] == 110
