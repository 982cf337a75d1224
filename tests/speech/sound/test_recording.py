"""A recording is what a listener hears, phrase by phrase, in a file; trouble and a cancel leave nothing of it."""

from __future__ import annotations

import asyncio
import itertools
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from desktop_app.domain.choices import SoundFormat, SpeechSource
from desktop_app.domain.errors import FileRefused, KeyRefused, NothingToSay, RateLimited, ServerFailed
from desktop_app.domain.phrase import Pause, Phrase
from desktop_app.speech import recording as recording_module
from desktop_app.speech.options import SpeechOptions
from desktop_app.speech.recording import Recording, Script, Voices
from desktop_app.speech.sound.pcm import pause_seconds
from desktop_app.speech.synthesizer import Pcm, Synthesizer
from tests.support.fake_voices import FakeVoice, value_of
from tests.support.sound_shelf import MemoryShelf

SERVER = SpeechOptions(source=SpeechSource.SERVER, voice="coral")


class OneVoice:
    def __init__(self, voice: FakeVoice) -> None:
        self._voice = voice

    def voice(self, options: SpeechOptions) -> Synthesizer:
        return self._voice

    async def aclose(self) -> None: ...


class Studio:
    def __init__(self, voice: FakeVoice | None = None) -> None:
        self.voice = voice or FakeVoice(seconds=0.4, delay=0.0, pace=0.0)
        self.shelf = MemoryShelf()
        self.progress: list[float] = []
        self.on_progress: Callable[[float], None] = self.progress.append

    def recording(self, *messages: Sequence[Phrase]) -> Recording:
        def make_voices(_executor: Executor) -> Voices:
            return OneVoice(self.voice)

        return Recording(Script(messages, SERVER), self.shelf, self.on_progress, make_voices)

    def record(self, path: Path, *messages: Sequence[Phrase]) -> bool:
        return self.recording(*messages).run(path, SoundFormat.WAV)


def phrases(*indexes: int, pause: Pause = Pause.SENTENCE) -> list[Phrase]:
    return [Phrase("t", index, f"phrase {index}", index * 10, index * 10 + 9, pause) for index in indexes]


def stretches(path: Path) -> list[tuple[int, float]]:
    """What is in the file: the value of each steady stretch that lasts, and its seconds."""
    samples: NDArray[np.int16]
    samples, rate = soundfile.read(path, dtype="int16")
    found = [(int(value), len(list(run)) / rate) for value, run in itertools.groupby(samples.tolist())]
    return [(value, seconds) for value, seconds in found if seconds > 0.05]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "said.wav"


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording_module, "_WAITS", (0.01, 0.01, 0.01))


def test_phrases_stand_in_the_file_in_order_with_their_pauses(path: Path) -> None:
    studio = Studio()
    assert studio.record(path, [*phrases(0), *phrases(1, pause=Pause.PARAGRAPH), *phrases(2)])
    values = [value for value, _seconds in stretches(path)]
    assert values == [value_of("0"), 0, value_of("1"), 0, value_of("2")]
    pauses = [seconds for value, seconds in stretches(path) if value == 0]
    assert pauses == pytest.approx([pause_seconds(Pause.SENTENCE), pause_seconds(Pause.PARAGRAPH)], abs=0.02)


def test_between_messages_is_a_longer_silence_and_none_at_the_end(path: Path) -> None:
    Studio().record(path, phrases(0), phrases(1))
    assert [value for value, _seconds in stretches(path)] == [value_of("0"), 0, value_of("1")]
    assert stretches(path)[1][1] == pytest.approx(1.0, abs=0.02)


def test_what_is_kept_is_not_asked_for_and_what_was_said_is_kept(path: Path) -> None:
    studio = Studio()
    studio.record(path, phrases(0, 2))
    studio.record(path, phrases(0, 1, 2))
    assert studio.voice.asked == ["phrase 0", "phrase 2", "phrase 1"]
    assert studio.shelf.texts == ["phrase 0", "phrase 2", "phrase 1"]


def test_two_phrases_at_most_are_asked_for_at_a_time_and_order_is_kept(path: Path) -> None:
    studio = Studio(FakeVoice(seconds=0.2, delay=0.01))
    studio.record(path, phrases(*range(6)))
    assert studio.voice.most_at_once == 2
    assert [value for value, _seconds in stretches(path) if value] == [value_of(str(index)) for index in range(6)]


def test_progress_grows_to_the_whole(path: Path) -> None:
    studio = Studio()
    studio.record(path, phrases(0, 1), phrases(2, 3))
    assert studio.progress == pytest.approx([0.25, 0.5, 0.75, 1.0])


@pytest.mark.parametrize("error", [ServerFailed("busy"), RateLimited("slow down", retry_after=0.01)])
def test_passing_trouble_is_waited_out(path: Path, error: ServerFailed | RateLimited) -> None:
    studio = Studio(FakeVoice(seconds=0.2, delay=0.0, errors={"phrase 1": [error, error]}))
    assert studio.record(path, phrases(0, 1))
    assert studio.voice.asked.count("phrase 1") == 3


@pytest.mark.parametrize(
    "error", [KeyRefused("no"), ServerFailed("always"), RateLimited("tomorrow", retry_after=86_400.0)]
)
def test_lasting_trouble_is_raised_and_leaves_no_file(path: Path, error: KeyRefused) -> None:
    studio = Studio(FakeVoice(seconds=0.2, delay=0.0, errors={"phrase 2": [error] * 9}))
    with pytest.raises(type(error)):
        studio.record(path, phrases(0, 1, 2, 3))
    assert list(path.parent.iterdir()) == []


def test_a_place_that_refuses_is_raised(tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        Studio().record(tmp_path / "missing" / "said.wav", phrases(0))


def test_what_has_no_words_is_no_file(path: Path) -> None:
    with pytest.raises(NothingToSay):
        Studio().record(path, [])
    assert not path.exists()


def test_a_voice_that_gives_no_sound_makes_no_file(path: Path) -> None:
    with pytest.raises(NothingToSay):
        Studio(FakeVoice(pieces=0)).record(path, phrases(0))
    assert not path.exists()


def test_a_cancel_ends_it_soon_and_leaves_nothing(path: Path) -> None:
    studio = Studio(FakeVoice(seconds=0.2, delay=0.0))
    came = threading.Event()
    go_on = threading.Event()

    def wait(_part: float) -> None:
        came.set()
        assert go_on.wait(30)

    studio.on_progress = wait
    recording = studio.recording(phrases(*range(50)))
    ended: list[bool] = []
    thread = threading.Thread(target=lambda: ended.append(recording.run(path, SoundFormat.WAV)))
    thread.start()
    assert came.wait(30)
    recording.cancel()
    go_on.set()
    thread.join(10)
    assert ended == [False]
    assert len(studio.voice.asked) < 50
    assert list(path.parent.iterdir()) == []


def test_a_cancel_before_it_begins_counts(path: Path) -> None:
    recording = Studio().recording(phrases(0))
    recording.cancel()
    assert recording.run(path, SoundFormat.WAV) is False
    assert not path.exists()


def test_kept_sound_of_other_rates_is_brought_to_that_of_the_file(path: Path) -> None:
    studio = Studio()
    first, second = phrases(0, 1)
    loud = np.full(22_050, 5000, dtype="<i2").tobytes()
    studio.shelf.keep(first, SERVER, [Pcm(22_050, loud)])
    studio.shelf.keep(second, SERVER, [Pcm(44_100, loud)])
    assert studio.record(path, [first, second])
    samples, rate = soundfile.read(path, dtype="int16")
    assert rate == 24_000
    assert len(samples) / rate == pytest.approx(1.0 + 0.28 + 0.5, abs=0.05)


def test_it_needs_no_event_loop_and_leaves_none(path: Path) -> None:
    Studio().record(path, phrases(0))
    with pytest.raises(RuntimeError):
        asyncio.get_running_loop()
