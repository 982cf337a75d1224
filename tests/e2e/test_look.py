"""What a screen reader, a small screen and a sharp screen find of the window."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program
from tests.support.screen import Node

LONG = "The kettle begins to sing on the old stove. " * 30
ALWAYS = ["Transcript", "Message", "Send", "Conversations", "Search", "Model", "Voice", "Spoken replies", "Settings"]
WHILE_SPEAKING = ["Stop", "Pause", "Previous sentence", "Next sentence", "Speed"]
IN_SETTINGS = (
    ["Titles"],
    ["Server address", "API key", "Model"],
    ["Voice", "Output device"],
    ["Other languages", "Add a language", "Add the language"],
    ["Code blocks"],
    ["Answers", "First words", "Webhook", "Text for the webhook"],
    ["Stop speech key"],
)  # by page
SIDE = {"Conversations", "Search", "Settings"}


def outside_of(window: Node, program: Program, names: list[str]) -> list[str]:
    """Which of them are not wholly inside the window, or have no size."""
    left, top, width, height = window.extents
    lost = []
    for name in names:
        x, y, w, h = program.get(name).extents
        inside = left <= x and top <= y and x + w <= left + width and y + h <= top + height
        if not inside or w < 8 or h < 8:
            lost.append(f"{name}: {(x, y, w, h)} in {(left, top, width, height)}")
    return lost


def main_window(program: Program) -> Node:
    return next(node for node in program.window.children if node.role == "frame")


def speaking(start: Start, server: ThreadedApiServer, env: dict[str, str] | None = None) -> Program:
    """A program in the middle of a spoken answer."""
    server.chat(ChatReply(LONG, chunk=6, pace=0.05))
    server.default_speech = SpeechReply(seconds=6.0)
    program = start(env=env)
    program.ask("Talk for a long time.")
    program.wait_for_event("phrase_started")
    return program


def test_everything_has_the_name_that_people_rely_on(start: Start, server: ThreadedApiServer) -> None:
    program = start()
    for name in ALWAYS:
        program.get(name)
    server.chat(ChatReply(LONG, chunk=6, pace=0.05))
    server.default_speech = SpeechReply(seconds=6.0)
    program.ask("Talk for a long time.")
    program.wait_for_event("phrase_started")
    for name in WHILE_SPEAKING:
        program.get(name)
    program.press("Stop")
    program.see("stopped")
    server.chat(ChatReply(status=404, error={"error": {"message": "no such model", "code": "model_not_found"}}))
    program.ask("And now?")
    assert "does not know this model" in program.notice()
    program.keys("ctrl+comma")
    program.go_to("Settings pages")
    for names in IN_SETTINGS:
        program.keys("Down")
        for name in [*names, "OK", "Cancel"]:
            assert program.get(name).role != "label", name


def test_in_a_small_window_nothing_is_cut_off(start: Start, server: ThreadedApiServer) -> None:
    program = speaking(start, server)
    program.resize(640, 480)
    window = main_window(program)
    program.wait_for(lambda: window.extents[2:] == (640, 480), "the window to be small")
    shown = [name for name in ALWAYS if name not in SIDE and name != "Send"]
    assert outside_of(window, program, shown + WHILE_SPEAKING) == []
    if not program.shows("Conversations"):
        program.keys("ctrl+b")
    assert outside_of(window, program, sorted(SIDE)) == []


@pytest.mark.parametrize("size", [(1400, 1000), (1000, 900)])
def test_on_a_sharp_screen_nothing_is_cut_off(start: Start, server: ThreadedApiServer, size: tuple[int, int]) -> None:
    program = speaking(start, server, env={"QT_SCALE_FACTOR": "2"})
    program.resize(*size)
    window = main_window(program)
    shown = [name for name in ALWAYS if name not in SIDE and name != "Send"]
    assert outside_of(window, program, shown + WHILE_SPEAKING) == []
    x, y, width, height = window.extents
    assert 0 <= x < x + width <= 1400, "it fits the screen"
    assert 0 <= y < y + height <= 1000
    if not program.shows("Conversations"):
        program.keys("ctrl+b")
    assert outside_of(window, program, sorted(SIDE)) == []
