"""Keys that a person chose: in the window, and in every other program."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest
from Xlib import X
from Xlib.display import Display

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program, pause
from tests.support.pulse import Ear

LONG = "This sentence is only here to be spoken for a while. " * 20


@pytest.fixture
def other_program() -> Iterator[str]:
    """A window of somebody else's; gives its name for X."""
    display = Display()
    window = display.screen().root.create_window(10, 10, 200, 100, 0, X.CopyFromParent)
    window.set_wm_name("another program")
    window.map()
    display.flush()
    yield str(window.id)
    display.close()


def turn_to(window: str) -> None:
    subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True, timeout=20)


def speaking(program: Program, ear: Ear) -> None:
    program.ask("Talk.")
    program.wait_for_event("phrase_started")
    program.wait_for(lambda: ear.heard().sounds(), "the voice")


def test_a_key_silences_the_speech_from_any_program(
    start: Start, server: ThreadedApiServer, ear: Ear, other_program: str
) -> None:
    server.chat(ChatReply(LONG, chunk=400))
    server.default_speech = SpeechReply(seconds=4.0)
    program = start()
    program.keys("ctrl+comma")
    program.go_to("Settings pages")
    program.keys("End")
    program.go_to("Stop speech key in any program")
    program.keys("space", "ctrl+alt+s")
    program.press("OK")
    program.wait_for_settings(global_key="Ctrl+Alt+S")
    pause(0.3)
    speaking(program, ear)
    turn_to(other_program)
    program.keys("x")
    pause(0.3)
    assert not program.events("speech_stopped"), "other keys go where they are meant for"
    program.keys("ctrl+alt+s")
    stopped = program.wait_for_event("speech_stopped")["t"]
    pause(0.5)
    assert ear.heard().first_sound(stopped + 0.06) is None
    assert not program.events("turn_stopped"), "only the voice"


def test_a_key_that_another_program_holds_is_told_and_leads_to_the_keys(start: Start) -> None:
    display = Display()
    code = display.keysym_to_keycode(0xFFC5)  # F8
    display.screen().root.grab_key(code, X.AnyModifier, True, X.GrabModeAsync, X.GrabModeAsync)
    display.sync()
    try:
        program = start(global_key="F8")
        program.wait_for(lambda: "Another program already has the key" in program.notice(), "the notice")
        program.press("Open settings")
        program.get("Stop speech key in any program")
        program.read("Another program already has the key")
    finally:
        display.close()
    program.press("Remove: Stop speech key in any program")
    program.press("OK")
    program.wait_for(lambda: not program.shows("Notice"), "the notice to go")


def test_another_key_begins_a_conversation_and_is_shown_where_the_old_one_was(start: Start) -> None:
    program = start(spoken_replies=False, keys={"new": "F4"})
    program.ask("First?")
    program.see("You said: First?")
    program.keys("ctrl+n")
    pause(0.3)
    assert "First?" in program.transcript, "the usual key is free"
    program.keys("F4")
    program.wait_for(lambda: "First?" not in program.transcript, "a new conversation")
    program.read("F4")
