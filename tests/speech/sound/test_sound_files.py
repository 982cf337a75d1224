"""Sound files: whole, of the right length and pitch, and nothing left of one that was not finished."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.domain.choices import SoundFormat
from desktop_app.domain.errors import FileRefused, NoRoomForFile
from desktop_app.speech.sound.sound_files import SoundFile, file_rate, packed, unpacked
from desktop_app.speech.synthesizer import Pcm, WordTime, in_pieces
from tests.support.small_files import small_files
from tests.support.tones import dominant_hz, tone

RATE = 24_000


def sine(hz: float = 440.0, seconds: float = 1.0, rate: int = RATE) -> bytes:
    return tone(hz, seconds, rate).tobytes()


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 44_100, 48_000])
def test_packed_sound_comes_back_sample_by_sample_at_any_rate(rate: int) -> None:
    whole = sine(rate=rate)
    sound = unpacked(packed([Pcm(rate, whole[:1000]), Pcm(rate, whole[1000:])]))
    assert sound == Pcm(rate, whole)


def test_packed_sound_takes_less_room() -> None:
    noise = (np.random.default_rng(1).normal(0, 900, RATE)).astype("<i2").tobytes()
    assert len(packed([Pcm(RATE, noise)])) < 0.8 * len(noise)


@pytest.mark.parametrize("damage", [lambda whole: b"", lambda whole: whole[: len(whole) // 2], lambda whole: b"x" * 99])
def test_what_is_not_whole_is_not_sound(damage: object) -> None:
    assert callable(damage)
    assert unpacked(damage(packed([Pcm(RATE, sine())]))) is None


def test_a_file_has_the_next_rate_that_every_format_knows() -> None:
    assert [file_rate(rate) for rate in (0, 16_000, 22_050, 24_000, 44_100, 96_000)] == [
        8_000, 16_000, 24_000, 24_000, 48_000, 48_000
    ]  # fmt: skip


@pytest.mark.parametrize("kind", list(SoundFormat))
def test_every_format_holds_the_sound_at_its_pitch_and_length(tmp_path: Path, kind: SoundFormat) -> None:
    path = tmp_path / f"said.{kind}"
    with SoundFile(path, kind, RATE) as file:
        file.write(sine(500.0, 0.5))
        file.write_silence(0.25)
        file.write(sine(900.0, 0.5))
        assert not path.exists(), "until it is whole it has another name"
        file.finish()
    samples, rate = soundfile.read(path, dtype="int16")
    assert rate == RATE
    assert abs(len(samples) / rate - 1.25) < 0.1
    assert abs(dominant_hz(samples[2400:10_000], rate) - 500) < 5
    assert abs(dominant_hz(samples[-9_600:-2_400], rate) - 900) < 5
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_file_that_is_not_finished_leaves_nothing_and_the_old_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "said.wav"
    path.write_bytes(b"older")
    with SoundFile(path, SoundFormat.WAV, RATE) as file:
        file.write(sine())
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("said.wav", b"older")]


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=r"said\.wav cannot be written there"):
        SoundFile(tmp_path / "missing" / "said.wav", SoundFormat.WAV, RATE)


def test_a_name_that_is_a_folder_is_said_in_words_when_it_is_to_be_used(tmp_path: Path) -> None:
    path = tmp_path / "said.wav"
    (path / "inside").mkdir(parents=True)
    with SoundFile(path, SoundFormat.WAV, RATE) as file:
        file.write(sine())
        with pytest.raises(FileRefused):
            file.finish()
    assert [one.name for one in tmp_path.iterdir()] == ["said.wav"]


@pytest.mark.parametrize("kind", list(SoundFormat))
def test_a_full_disk_is_said_in_words_and_nothing_is_left(tmp_path: Path, kind: SoundFormat) -> None:
    with small_files(), pytest.raises(NoRoomForFile):
        write_noise(tmp_path / "said", kind)
    assert list(tmp_path.iterdir()) == []


def write_noise(path: Path, kind: SoundFormat) -> None:
    noise = np.random.default_rng(2).normal(0, 5000, RATE * 5).astype("<i2").tobytes()
    with SoundFile(path, kind, RATE) as file:
        for _ in range(10):
            file.write(noise)
        file.finish()


def test_the_library_is_not_imported_with_the_module() -> None:
    modules = "desktop_app.speech.sound.sound_files, desktop_app.presenters.kept_speech, sys"
    code = f"import {modules}; print('soundfile' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"


def test_a_sound_in_pieces_is_the_same_sound_and_each_word_is_told_where_it_begins() -> None:
    words = (WordTime(0, 0.0), WordTime(1, 0.49), WordTime(2, 0.5), WordTime(3, 1.1))
    whole = Pcm(8000, bytes(range(256)) * 75, words)
    pieces = list(in_pieces(whole))
    assert b"".join(piece.samples for piece in pieces) == whole.samples
    assert [piece.words for piece in pieces] == [words[:2], words[2:3], words[3:]]
    assert list(in_pieces(Pcm(8000, b""))) == []
