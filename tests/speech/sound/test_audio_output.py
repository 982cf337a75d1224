"""The device itself, heard at the monitor of a private sound server."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest

from desktop_app.domain.errors import NoDevice
from desktop_app.speech.sound.audio_output import AudioOutput
from tests.support.hearing import Hearing, Marks
from tests.support.pulse import Ear, PrivatePulse
from tests.support.tones import tone

pytestmark = pytest.mark.sound


@pytest.fixture
def marks() -> Marks:
    return Marks()


@pytest.fixture
def output(pulse: PrivatePulse, marks: Marks) -> Iterator[AudioOutput]:
    output = AudioOutput(marks)
    open_on(output)
    yield output
    output.shut_down()
    assert not [thread.name for thread in threading.enumerate() if thread.name in {"device", "sound server"}]


def open_on(output: AudioOutput, device: str = "") -> None:
    asyncio.run(output.open(device))


def _alive(output: AudioOutput) -> bool:
    return output.alive


def say(output: AudioOutput, hz: float, seconds: float, name: str) -> None:
    """A whole phrase."""
    output.put_mark(f"{name} begins", opens=True)
    output.put_sound(tone(hz, seconds, output.rate).tobytes())
    output.put_mark(f"{name} ends", closes=True)
    output.flow()


@pytest.fixture
def hearing(output: AudioOutput, marks: Marks, ear: Ear) -> Hearing:
    return Hearing(output, marks, ear)


def test_a_phrase_is_heard_at_the_moment_its_mark_tells(
    output: AudioOutput, marks: Marks, ear: Ear, hearing: Hearing
) -> None:
    def at_that_moment() -> None:
        before = time.monotonic()
        say(output, 600, 0.4, "one")
        marks.wait_for("one ends")
        sounds = hearing.sounds(gap=0.02)
        assert len(sounds) == 1
        begin, end = sounds[0]
        assert ear.heard().pitch(begin, end) == pytest.approx(600, abs=5)
        assert end - begin == pytest.approx(0.4, abs=0.02)
        told = dict(marks.told)
        assert told["one begins"] >= before
        # Within a period of the device: what a highlight in the text needs.
        assert told["one begins"] == pytest.approx(begin, abs=0.05)
        assert told["one ends"] == pytest.approx(end, abs=0.05)
        assert hearing.underruns == 0

    hearing.once(at_that_moment)


def test_nothing_is_heard_after_silence_and_the_next_phrase_is_whole(
    output: AudioOutput, marks: Marks, ear: Ear
) -> None:
    for turn in range(8):
        say(output, 500, 3.0, f"old {turn}")
        time.sleep(0.05 + 0.02 * turn)
        output.silence(output.mute())
        say(output, 900, 0.1, f"new {turn}")
        marks.wait_for(f"new {turn} ends")
    heard = ear.heard()
    sounds = heard.sounds(gap=0.05)
    pitches = [heard.pitch(max(begin, end - 0.08), end) for begin, end in sounds]
    assert sum(abs(pitch - 900) < 15 for pitch in pitches) == 8
    assert "old 0 ends" not in dict(marks.told)


def test_a_pause_goes_on_at_the_same_sample(output: AudioOutput, marks: Marks, ear: Ear) -> None:
    say(output, 440, 1.0, "one")
    time.sleep(0.3)
    output.set_paused(paused=True)
    time.sleep(0.6)
    output.set_paused(paused=False)
    marks.wait_for("one ends")
    heard = ear.heard()
    assert len(heard.sounds(gap=0.2)) == 2
    # Without the holes that a busy machine tears into it: of the sound itself nothing is lost, and nothing comes twice.
    assert sum(end - begin for begin, end in heard.sounds()) == pytest.approx(1.0, abs=0.03)


def test_sound_that_comes_in_small_late_pieces_is_heard_without_a_hole(
    output: AudioOutput, marks: Marks, hearing: Hearing
) -> None:
    whole = tone(440, 1.0, output.rate).tobytes()
    step = output.rate // 25 * 2  # 40 ms

    def without_a_hole() -> None:
        output.put_mark("begins", opens=True)
        for at in range(0, len(whole), step):
            output.put_sound(whole[at : at + step])
            output.flow()
            time.sleep(0.01)
        output.put_mark("ends", closes=True)
        output.flow()
        marks.wait_for("ends")
        assert [end - begin for begin, end in hearing.sounds(gap=0.01)] == [pytest.approx(1.0, abs=0.02)]
        assert hearing.underruns == 0

    hearing.once(without_a_hole)


def test_sound_that_is_late_is_counted_and_then_gathered(output: AudioOutput, marks: Marks) -> None:
    piece = tone(440, 0.1, output.rate).tobytes()
    output.put_mark("begins", opens=True)
    output.put_sound(piece)
    output.flow()
    time.sleep(0.5)
    assert output.underruns >= 1
    output.put_sound(piece)
    output.put_mark("ends", closes=True)
    output.flow()
    marks.wait_for("ends")


def test_the_level_follows_what_is_heard(output: AudioOutput, marks: Marks, ear: Ear) -> None:
    assert output.level() == 0.0
    say(output, 440, 1.0, "one")
    time.sleep(0.4)
    assert output.level() > 0.5
    output.silence()
    assert output.level() == 0.0


def test_a_dead_sound_server_is_noticed_and_the_next_one_is_used(
    pulse: PrivatePulse, output: AudioOutput, marks: Marks
) -> None:
    say(output, 440, 5.0, "one")
    time.sleep(0.3)
    assert _alive(output)
    pulse.kill()
    deadline = time.monotonic() + 30
    while _alive(output) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _alive(output)
    output.forget_devices()
    with pytest.raises(NoDevice):
        open_on(output)
    pulse.start()
    open_on(output)
    with Ear(pulse.env) as ear:
        say(output, 700, 0.3, "two")
        marks.wait_for("two ends")
        heard = ear.heard()
        ((begin, end),) = heard.sounds(gap=0.1)
        assert heard.pitch(begin, end) == pytest.approx(700, abs=6)


def test_a_stream_that_has_yet_to_start_is_not_taken_for_dead(output: AudioOutput, marks: Marks, ear: Ear) -> None:
    free = threading.Event()
    output._thread.begin(free.wait)  # a busy machine: the device's thread comes to the start only later
    say(output, 440, 0.3, "one")
    assert _alive(output)
    free.set()
    marks.wait_for("one ends")
    assert _alive(output)
    assert ear.heard().sounds()


def test_a_stream_that_was_silenced_a_moment_ago_is_not_taken_for_dead(output: AudioOutput, marks: Marks) -> None:
    say(output, 440, 5.0, "one")
    time.sleep(0.2)
    mute = output.mute()
    output._thread.call(lambda: None, 10)  # by now it is aborted, and its owner has not heard of the stop
    assert _alive(output)
    output.silence(mute)
    say(output, 700, 0.1, "two")
    marks.wait_for("two ends")
    assert _alive(output)


def test_devices_have_names_and_an_unknown_one_gives_way_to_the_default(
    output: AudioOutput, marks: Marks, ear: Ear
) -> None:
    assert "Null Output" in asyncio.run(output.devices())
    open_on(output, "a headset that was unplugged")
    assert output.is_open
    assert not output.plays_on("a headset that was unplugged")
    say(output, 440, 0.1, "one")
    marks.wait_for("one ends")
    assert ear.heard().sounds()


def test_the_library_writes_nothing_on_the_users_terminal(
    pulse: PrivatePulse, capfd: pytest.CaptureFixture[str]
) -> None:
    output = AudioOutput(lambda _mark, _moment: None)
    open_on(output)
    output.forget_devices()
    pulse.kill()
    with pytest.raises(NoDevice):
        open_on(output)
    output.shut_down()
    assert capfd.readouterr() == ("", "")


def test_silence_between_phrases_is_as_long_as_was_put(output: AudioOutput, marks: Marks, ear: Ear) -> None:
    silences: list[float] = []
    for turn in range(5):  # a busy machine may tear holes into it: one hearing without them is enough
        begun = time.monotonic()
        say(output, 500, 0.2, f"one {turn}")
        output.put_silence(0.28)
        say(output, 800, 0.2, f"two {turn}")
        marks.wait_for(f"two {turn} ends")
        told = dict(marks.told)
        silences.append(told[f"two {turn} begins"] - told[f"one {turn} ends"])
        sounds = [sound for sound in ear.heard().sounds() if sound[0] > begun]
        silences += [after[0] - before[1] for before, after in pairwise(sounds)]
        if len(sounds) == 2 and np.allclose(silences[-2:], 0.28, atol=[0.02, 0.01]):
            return
    pytest.fail(f"silences of {silences} s")


def test_another_speed_is_heard_in_the_middle_of_a_phrase_at_the_same_pitch(
    output: AudioOutput, marks: Marks, ear: Ear, hearing: Hearing
) -> None:
    def at_the_same_pitch() -> None:
        say(output, 440, 3.0, "one")
        marks.wait_for("one begins")
        time.sleep(0.4)
        output.set_speed(2.0)
        changed = time.monotonic()
        ended = marks.wait_for("one ends")
        heard, sounds = ear.heard(), hearing.sounds(gap=0.005)
        assert len(sounds) == 1
        begin, end = sounds[0]
        assert heard.pitch(begin, end) == pytest.approx(440, abs=5)
        assert heard.pitch(changed + 0.3, end) == pytest.approx(440, abs=5)
        # What the device held at the change, a period or four, was still at the old speed.
        assert end - changed == pytest.approx((3.0 - (changed - begin)) / 2, abs=0.15)
        assert ended == pytest.approx(end, abs=0.05)
        assert hearing.underruns == 0

    hearing.once(at_the_same_pitch)


def test_a_device_that_rested_is_woken_by_silence_before_the_first_sound(
    output: AudioOutput, marks: Marks, hearing: Hearing
) -> None:
    def woken() -> None:
        time.sleep(1.2)  # that long it has rested then
        before = time.monotonic()
        say(output, 600, 0.3, "one")
        marks.wait_for("one ends")
        say(output, 900, 0.3, "two")
        again = time.monotonic()
        marks.wait_for("two ends")
        sounds = hearing.sounds(gap=0.02)
        assert len(sounds) == 2
        one, two = sounds
        assert one[0] - before > 0.45
        assert one[1] - one[0] == pytest.approx(0.3, abs=0.02)
        assert two[0] - again < 0.3

    output.set_lead_in(0.5)
    hearing.once(woken)
