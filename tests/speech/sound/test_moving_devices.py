"""Devices that are chosen, plugged in, pulled out or hang, as the sound output meets them on a real sound server."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from desktop_app.domain.errors import NoDevice
from desktop_app.speech.sound.audio_output import AudioOutput
from desktop_app.speech.sound.portaudio import OpenStream
from desktop_app.speech.sound.sound_server import SoundServer
from tests.support.pulse import SINK, Ear, PrivatePulse, pulse_is_installed
from tests.support.tones import tone

pytestmark = pytest.mark.sound


@pytest.fixture
def pulse() -> Iterator[PrivatePulse]:
    if not pulse_is_installed():
        pytest.skip("pulseaudio is not installed")
    with PrivatePulse(prompt=True) as pulse, pulse.in_this_process():
        yield pulse


@pytest.fixture
def output(pulse: PrivatePulse) -> Iterator[AudioOutput]:
    output = AudioOutput(lambda _mark, _moment: None)
    yield output
    output.shut_down()
    until(lambda: not {"device", "sound server"} & {thread.name for thread in threading.enumerate()})


def until(condition: Callable[[], bool], patience: float = 10) -> None:
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.01)


def open_on(output: AudioOutput, device: str = "") -> None:
    asyncio.run(output.open(device))


def say(output: AudioOutput, hz: float, seconds: float) -> None:
    output.put_mark("begins", opens=True)
    output.put_sound(tone(hz, seconds, output.rate).tobytes())
    output.put_mark("ends", closes=True)
    output.flow()


def hears(pulse: PrivatePulse, sink: str, hz: float) -> None:
    """Waits until this tone is heard at that device, and it alone."""
    with Ear(pulse.env, monitor=f"{sink}.monitor") as ear:

        def heard() -> bool:
            recording = ear.heard()
            now = recording.moment(len(recording.samples))
            return abs(recording.pitch(now - 0.1, now) - hz) < 15

        until(heard)


def test_a_device_is_chosen_by_the_name_that_people_call_it(pulse: PrivatePulse, output: AudioOutput) -> None:
    pulse.plug_in("usb", "My Headset")
    assert asyncio.run(output.devices()) == ["Null Output", "My Headset"]
    open_on(output, "My Headset")
    assert output.plays_on("My Headset")
    say(output, 600, 20)
    hears(pulse, "usb", 600)
    open_on(output, "Null Output")
    say(output, 800, 20)
    hears(pulse, SINK, 800)


def test_two_devices_of_one_name_can_be_told_apart(pulse: PrivatePulse, output: AudioOutput) -> None:
    pulse.plug_in("left", "Speaker")
    pulse.plug_in("right", "Speaker")
    assert {"Speaker (left)", "Speaker (right)"} < set(asyncio.run(output.devices()))
    open_on(output, "Speaker (right)")
    say(output, 600, 20)
    hears(pulse, "right", 600)


def test_sound_follows_the_systems_default_in_mid_phrase(pulse: PrivatePulse, output: AudioOutput) -> None:
    pulse.plug_in("usb", "My Headset")
    open_on(output)
    say(output, 600, 20)
    hears(pulse, SINK, 600)
    pulse.make_default("usb")
    hears(pulse, "usb", 600)
    assert output.alive
    assert output.plays_on("")


def test_a_chosen_device_does_not_follow_the_default(pulse: PrivatePulse, output: AudioOutput) -> None:
    pulse.plug_in("usb", "My Headset")
    pulse.make_default(SINK)
    open_on(output, "My Headset")
    say(output, 600, 20)
    hears(pulse, "usb", 600)
    pulse.plug_in("third", "Third")
    pulse.make_default("third")
    hears(pulse, "usb", 600)


def test_a_chosen_device_that_is_pulled_out_is_stood_in_for_and_known_to_be_back(
    pulse: PrivatePulse, output: AudioOutput
) -> None:
    pulse.plug_in("usb", "My Headset")
    open_on(output, "My Headset")
    say(output, 600, 30)
    hears(pulse, "usb", 600)
    pulse.unplug("usb")
    hears(pulse, SINK, 600)
    until(lambda: not output.plays_on("My Headset"))
    assert not output.is_there("My Headset")
    pulse.plug_in("usb", "My Headset")
    until(lambda: output.is_there("My Headset"))
    assert not output.plays_on("My Headset"), "the sound server does not move it back by itself"
    open_on(output, "My Headset")
    say(output, 700, 20)
    hears(pulse, "usb", 700)


def test_the_last_device_pulled_out_ends_the_stream_and_the_next_one_is_used(
    pulse: PrivatePulse, output: AudioOutput
) -> None:
    open_on(output)
    say(output, 600, 20)
    pulse.unplug()
    until(lambda: not output.alive)
    output.forget_devices()
    with pytest.raises(NoDevice):
        open_on(output)
    pulse.plug_in("usb", "My Headset")
    open_on(output)
    say(output, 700, 20)
    hears(pulse, "usb", 700)


def test_silence_while_the_sound_server_hangs_takes_no_longer_than_it_may(
    pulse: PrivatePulse, output: AudioOutput
) -> None:
    open_on(output)
    say(output, 600, 20)
    hears(pulse, SINK, 600)
    pulse.freeze()
    output.silence(output.mute())  # would take as long as the server is silent, if it waited
    assert not output.is_open
    assert not output.alive
    pulse.thaw()
    open_on(output)
    say(output, 700, 20)
    hears(pulse, SINK, 700)


def test_shutting_down_while_the_sound_server_hangs_ends_and_leaves_nothing_once_it_answers(
    pulse: PrivatePulse, output: AudioOutput
) -> None:
    open_on(output)
    say(output, 600, 20)
    hears(pulse, SINK, 600)
    pulse.freeze()
    output.shut_down()
    pulse.thaw()
    until(lambda: "device" not in {thread.name for thread in threading.enumerate()})
    assert pulse.sink_in_use() == ""


def test_a_stream_that_was_given_up_takes_nothing_from_the_next_one(pulse: PrivatePulse, output: AudioOutput) -> None:
    open_on(output)
    say(output, 600, 20)
    hears(pulse, SINK, 600)
    pulse.freeze()
    output.silence()
    opening = threading.Thread(target=open_on, args=(output,))
    opening.start()
    pulse.thaw()
    opening.join(10)
    before = output.queued_seconds
    say(output, 700, 3)
    assert output.queued_seconds > before + 2.5
    hears(pulse, SINK, 700)


def test_the_sound_server_tells_of_what_comes_and_goes_and_of_its_own_end(pulse: PrivatePulse) -> None:
    changed = threading.Semaphore(0)
    server = SoundServer(changed.release)
    server.wait(30)
    found = server.find("Null Output")
    assert found is not None
    assert found.name == SINK
    assert changed.acquire(timeout=30)
    pulse.plug_in("usb", "My Headset")
    assert changed.acquire(timeout=30)
    first = server.find("My Headset")
    pulse.unplug("usb")
    assert changed.acquire(timeout=30)
    pulse.plug_in("usb", "My Headset")
    assert changed.acquire(timeout=30)
    second = server.find("My Headset")
    assert first != second, "it was away, however short"
    pulse.kill()
    assert changed.acquire(timeout=30)
    assert server.sinks == ()
    pulse.restart()
    assert changed.acquire(timeout=30)
    assert server.find("Null Output") is not None
    server.end()
    assert "sound server" not in {thread.name for thread in threading.enumerate()}


def test_without_a_sound_server_nothing_is_waited_for_and_the_watch_ends(pulse: PrivatePulse) -> None:
    pulse.kill()
    server = SoundServer(lambda: pytest.fail("nothing came"))
    server.wait(30)
    assert server.find("My Headset") is None
    server.end()
    assert "sound server" not in {thread.name for thread in threading.enumerate()}


@pytest.mark.parametrize("way", ["kill", "unplug"])
def test_a_stream_that_died_while_it_rested_is_not_started(pulse: PrivatePulse, output: AudioOutput, way: str) -> None:
    open_on(output)
    assert output.alive
    getattr(pulse, way)()
    until(lambda: not output.alive)
    say(output, 600, 1)
    assert not output.is_open


def test_while_a_device_is_opened_on_a_sound_server_that_hangs_every_other_thread_goes_on(
    pulse: PrivatePulse, output: AudioOutput
) -> None:
    open_on(output)
    output.close()  # as after each speech: the library stays
    output._thread.call(lambda: None, 30)
    opening = threading.Thread(target=open_on, args=(output,))
    frozen = time.monotonic()
    pulse.freeze()
    try:
        opening.start()
        time.sleep(0.5)
        assert time.monotonic() - frozen < 15, "the library itself gives up after 30 s"
        assert opening.is_alive()
    finally:
        pulse.thaw()
        opening.join(40)
    assert output.alive
    assert output.is_open


def test_a_start_that_never_returns_is_given_up_and_another_thread_goes_on(
    pulse: PrivatePulse, output: AudioOutput, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = threading.Event()
    monkeypatch.setattr(OpenStream, "start", lambda _stream: never.wait())
    open_on(output)
    try:
        say(output, 600, 20)
        until(lambda: not output.alive)
        monkeypatch.undo()
        output.forget_devices()
        open_on(output)
        say(output, 700, 20)
        hears(pulse, SINK, 700)
    finally:
        never.set()
