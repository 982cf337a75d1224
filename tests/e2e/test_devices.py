"""Sound devices that are not there, or go and come back: the text goes on, one notice, and no phrase is lost."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.conftest import Start
from tests.support.api_server import ChatReply, SpeechReply, ThreadedApiServer
from tests.support.program import Program
from tests.support.pulse import SINK, Ear, Heard, PrivatePulse

SENTENCES = [
    "The kettle begins to sing on the old stove.",
    "A grey cat walks slowly along the garden wall.",
    "Seven boats are waiting in the quiet harbour.",
    "Nobody remembers who painted the blue door.",
]
WORDS = ("kettle", "cat", "boats", "door")
PITCHES = [500.0, 800.0, 1100.0, 1400.0]
AWAY = "chosen sound device is not connected"


@pytest.fixture
def pulse() -> Iterator[PrivatePulse]:
    with PrivatePulse(prompt=True) as pulse:
        yield pulse


@pytest.fixture
def tones(server: ThreadedApiServer) -> None:
    """The answer's sentences, each a tone of its own."""
    server.default_chat = lambda _asked: ChatReply(" ".join(SENTENCES))
    server.speech_about = {word: SpeechReply(hz=hz, seconds=1.2) for word, hz in zip(WORDS, PITCHES, strict=True)}


def notices(program: Program) -> list[str]:
    shown = [node for node in program.window.walk() if node.name == "Notice" and node.has_state("showing")]
    return [" ".join(child.text for child in node.walk()) for node in shown]


def order_of(heard: Heard) -> list[float]:
    """Which of the pitches were heard, one after the other."""
    pitches = [heard.pitch(begin, end) for begin, end in heard.sounds(gap=0.05) if end - begin > 0.1]
    return [pitch for pitch, _ in itertools.groupby(min(PITCHES, key=lambda known: abs(known - hz)) for hz in pitches)]


def order_to_the_end(program: Program, ear: Ear) -> list[float]:
    """The same when all was said and the recorder, which a busy machine keeps waiting, has it too."""
    program.wait_for_event("phrase_finished", len(SENTENCES))
    program.wait_for(lambda: order_of(ear.heard())[-1:] == PITCHES[-1:], "the last sentence to be heard")
    return order_of(ear.heard())


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
    program.wait_for(lambda: "nothing to play sound on" in program.notice(), "a notice")
    program.see(SENTENCES[-1])
    program.wait_for_event("turn_finished")
    assert len(notices(program)) == 1
    program.ask("Once more.")
    program.wait_for_event("turn_finished", 2)
    assert program.transcript.count(SENTENCES[0]) == 2
    program.keys("ctrl+q")
    assert program.wait(30) == 0
    assert "Traceback" not in program.stderr


@pytest.mark.usefixtures("tones")
def test_a_sound_server_that_dies_and_comes_back_costs_no_phrase(start: Start, pulse: PrivatePulse) -> None:
    program = start(env=pulse.env)
    with Ear(pulse.env) as ear:
        program.ask("Tell me.")
        program.wait_for_event("phrase_started", 2)
        before = order_of(ear.heard())
        pulse.kill()
    program.wait_for(lambda: "sound device went away" in program.notice(), "a notice")
    program.wait_for_event("device_lost")
    with Ear(pulse.env, waits=True) as ear:
        pulse.restart()
        after = order_to_the_end(program, ear)
    assert before[:1] == PITCHES[:1]
    assert after in (PITCHES[1:], PITCHES[2:]), "from where it broke off, in order"
    assert " ".join(SENTENCES) in program.transcript
    program.wait_for(lambda: not notices(program), "the notice to go")


@pytest.mark.parametrize("happens", ["the default is changed", "the device is unplugged"])
@pytest.mark.usefixtures("tones")
def test_speech_goes_over_to_the_systems_other_device_in_mid_phrase(
    start: Start, pulse: PrivatePulse, happens: str
) -> None:
    pulse.plug_in("usb", "My Headset")
    pulse.make_default(SINK)
    program = start(env=pulse.env)
    with Ear(pulse.env, monitor="usb.monitor") as second:
        with Ear(pulse.env, monitor=f"{SINK}.monitor") as first:
            program.ask("Tell me.")
            program.wait_for_event("phrase_started", 2)
            before = order_of(first.heard())
        if happens == "the default is changed":
            pulse.make_default("usb")
        else:
            pulse.unplug(SINK)
        after = order_to_the_end(program, second)
    assert before in (PITCHES[:1], PITCHES[:2])
    assert after in (PITCHES[1:], PITCHES[2:])
    assert sorted({*before, *after}) == PITCHES, "no phrase is lost"
    assert len(program.events("phrase_started")) == len(SENTENCES), "none is said again: the server moves the sound"
    assert not notices(program)


@pytest.mark.usefixtures("tones")
def test_a_device_that_comes_while_an_answer_is_written_says_the_rest_and_ends_the_notice(
    start: Start, server: ThreadedApiServer, pulse: PrivatePulse
) -> None:
    server.chat(ChatReply(" ".join(SENTENCES), chunk=5, pace=0.2))
    pulse.kill()
    program = start(env=pulse.env)
    with Ear(pulse.env, waits=True) as ear:
        program.ask("Tell me.")
        program.wait_for(lambda: "nothing to play sound on" in program.notice(), "a notice")
        pulse.restart()
        program.wait_for(lambda: not notices(program), "the notice to go")
        program.see(SENTENCES[-1])
        program.wait_for_event("phrase_finished", 2)
        program.wait_for(lambda: order_of(ear.heard())[-1:] == PITCHES[-1:], "the last sentence to be heard")
    assert len(program.events("device_opened")) == 1


@pytest.mark.usefixtures("tones")
def test_while_the_chosen_device_is_away_the_default_plays_and_it_is_gone_back_to(
    start: Start, pulse: PrivatePulse
) -> None:
    program = start(env=pulse.env, output_device="My Headset")
    with Ear(pulse.env, monitor=f"{SINK}.monitor") as first, Ear(pulse.env, monitor="usb.monitor", waits=True) as usb:
        program.ask("Tell me.")
        program.wait_for_event("phrase_started", 2)
        assert AWAY in program.notice()
        pulse.plug_in("usb", "My Headset")
        program.wait_for(lambda: not notices(program), "the notice to go")
        after = order_to_the_end(program, usb)
        before = order_of(first.heard())
        assert before in (PITCHES[:1], PITCHES[:2])
        assert after in (PITCHES[1:], PITCHES[2:])
        assert {*before, *after} == set(PITCHES)
        pulse.unplug("usb")
        program.wait_for(lambda: AWAY in program.notice(), "the notice to come back")
    assert len(notices(program)) == 1
    assert program.settings()["output_device"] == "My Headset"


@pytest.mark.usefixtures("tones")
def test_a_sound_server_that_hangs_holds_up_neither_stop_nor_the_end_of_the_program(
    start: Start, pulse: PrivatePulse
) -> None:
    program = start(env=pulse.env)
    program.ask("Tell me.")
    program.wait_for_event("phrase_started")
    pulse.freeze()
    program.keys("Escape")
    stopped = program.wait_for_event("speech_stopped")
    assert stopped["ms"] < 3000, "it does not wait for the sound server"
    program.ask("Once more.")
    program.wait_for(lambda: program.transcript.count(SENTENCES[-1]) == 2, "the text, which goes on")
    program.keys("ctrl+q")
    assert program.wait(30) == 0
    assert "Traceback" not in program.stderr


@pytest.mark.usefixtures("tones")
def test_speech_goes_on_when_a_sound_server_that_hung_answers_again(start: Start, pulse: PrivatePulse) -> None:
    program = start(env=pulse.env)
    with Ear(pulse.env) as ear:
        program.ask("Tell me.")
        program.wait_for_event("phrase_started", 2)
        pulse.freeze()
        program.wait_for_event("device_lost")
        pulse.thaw()
        heard = order_to_the_end(program, ear)
    assert heard == PITCHES, "the one that was cut was said again, and none was lost"


def test_a_device_that_is_plugged_in_can_be_chosen_in_settings_at_once(start: Start, pulse: PrivatePulse) -> None:
    program = start(env=pulse.env)
    program.keys("ctrl+comma")
    program.go_to("Settings pages")
    program.keys("Home", "Down", "Down", "Down")
    device = program.get("Output device", "combo box")
    program.wait_for(lambda: "Null Output" in [entry.name for entry in device.walk()], "the devices that are there")
    assert "My Headset" not in [entry.name for entry in device.walk()]
    pulse.plug_in("usb", "My Headset")
    program.wait_for(lambda: "My Headset" in [entry.name for entry in device.walk()], "the new device in the list")
