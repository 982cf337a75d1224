"""Sound devices that are not there, or go and come back: the text goes on, one notice, and no phrase is lost."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program
from tests.support.pulse import Ear, Heard, PrivatePulse

SENTENCES = [
    "The kettle begins to sing on the old stove.",
    "A grey cat walks slowly along the garden wall.",
    "Seven boats are waiting in the quiet harbour.",
    "Nobody remembers who painted the blue door.",
]
PITCHES = [500.0, 800.0, 1100.0, 1400.0]


def notices(program: Program) -> list[str]:
    shown = [node for node in program.window.walk() if node.name == "Notice" and node.has_state("showing")]
    return [" ".join(child.text for child in node.walk()) for node in shown]


def order_of(heard: Heard) -> list[float]:
    """Which of the pitches were heard, one after the other."""
    pitches = [heard.pitch(begin, end) for begin, end in heard.sounds(gap=0.05) if end - begin > 0.1]
    return [pitch for pitch, _ in itertools.groupby(min(PITCHES, key=lambda known: abs(known - hz)) for hz in pitches)]


@pytest.mark.parametrize("with_alsa", [True, False])
def test_without_a_sound_device_the_text_goes_on_with_one_notice(
    start: Start,
    server: ThreadedApiServer,
    tmp_path: Path,
    with_alsa: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    env = {"PULSE_SERVER": "unix:/nowhere/pulse"}
    if not with_alsa:  # in this home nothing leads from ALSA to a sound server
        (tmp_path / "home").mkdir()
        env["HOME"] = str(tmp_path / "home")
    server.chat(ChatReply(" ".join(SENTENCES), chunk=5, pace=0.02), ChatReply(SENTENCES[0]))
    program = start(env=env)
    program.ask("Tell me.")
    program.wait_for(lambda: "nothing to play sound on" in program.notice(), "a notice", 12)
    program.see(SENTENCES[-1])
    program.wait_for_event("turn_finished")
    assert len(notices(program)) == 1
    program.ask("Once more.")
    program.wait_for_event("turn_finished", 2)
    assert program.transcript.count(SENTENCES[0]) == 2
    program.keys("ctrl+q")
    assert program.wait(5) == 0
    assert "Traceback" not in program.stderr


def test_a_sound_server_that_dies_and_comes_back_costs_no_phrase(start: Start, server: ThreadedApiServer) -> None:
    server.chat(ChatReply(" ".join(SENTENCES)))
    words = ("kettle", "cat", "boats", "door")
    server.speech_about = {word: SpeechReply(hz=hz, seconds=1.2) for word, hz in zip(words, PITCHES, strict=True)}
    with PrivatePulse() as pulse:
        program = start(env=pulse.env)
        with Ear(pulse.env) as ear:
            program.ask("Tell me.")
            program.wait_for(lambda: len(program.events("phrase_started")) == 2, "the second phrase")
            before = order_of(ear.heard())
            pulse.kill()
        program.wait_for(lambda: "sound device went away" in program.notice(), "a notice")
        program.wait_for_event("device_lost")
        pulse.start()
        with Ear(pulse.env) as ear:
            program.wait_for(lambda: len(program.events("phrase_finished")) >= len(SENTENCES), "the rest", 15)
            after = order_of(ear.heard())
        assert before[:1] == PITCHES[:1]
        assert after in (PITCHES[1:], PITCHES[2:]), "from where it broke off, in order"
        assert " ".join(SENTENCES) in program.transcript
        program.wait_for(lambda: not notices(program), "the notice to go")
