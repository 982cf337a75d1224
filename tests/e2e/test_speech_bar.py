"""Everything in the speech bar is done by a key and by what a screen reader's user does to a button."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program

NUMBERS = ("one", "two", "three", "four", "five", "six")
ANSWER = " ".join(f"This is sentence number {word} of a long answer." for word in NUMBERS)

Do = Callable[[Program, str], None]
KEYS = {
    "Pause": "space",
    "Previous sentence": "alt+Left",
    "Next sentence": "alt+Right",
    "Repeat sentence": "alt+Up",
    "Speed": "alt+Prior",
    "Volume": "alt+shift+Next",
}


def by_key(program: Program, name: str) -> None:
    if name == "Pause":
        program.get("Transcript").focus()
        program.wait_for(lambda: program.get("Transcript").has_state("focused"), "the page to have the keyboard")
    program.keys(KEYS[name])


def by_screen_reader(program: Program, name: str) -> None:
    if name in {"Speed", "Volume"}:
        program.get(name).set_value(110 if name == "Speed" else 90)
    else:
        program.press(name)


def go_back(program: Program, do: Do) -> None:
    """To the first sentence; where a sentence has been said for a while, back leads to its own beginning first."""

    def is_there() -> bool:
        do(program, "Previous sentence")
        return program.reads("sentence 1 of")

    program.wait_for(is_there, "the sentence before")


@pytest.mark.parametrize("do", [by_key, by_screen_reader])
def test_the_listener_steers_the_speech(start: Start, server: ThreadedApiServer, do: Do) -> None:
    program = start()
    server.default_speech = SpeechReply(seconds=20.0)  # a busy machine takes its time between two looks at the bar
    server.chat(ChatReply(ANSWER))
    program.ask("Tell me.")
    program.wait_for_event("phrase_started")
    program.read("sentence 1 of")

    do(program, "Pause")
    program.read("Paused")
    assert program.get("Pause").has_state("checked")
    do(program, "Pause")
    program.read("Speaking")

    do(program, "Next sentence")
    program.read("sentence 2 of")
    go_back(program, do)
    phrases = len(program.events("phrase_started"))
    do(program, "Repeat sentence")
    program.wait_for_event("phrase_started", phrases + 1)
    program.read("sentence 1 of")

    do(program, "Speed")
    program.wait_for(lambda: program.get("Speed").description == "1.1×", "the speed in the bar")
    do(program, "Volume")
    program.wait_for(lambda: program.get("Volume").description == "90\u202f%", "the volume in the bar")
    program.wait_for_settings(volume=0.9, speed=1.1)
    assert not program.shows("Notice")
