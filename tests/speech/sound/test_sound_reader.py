"""Sound as servers send it, in any format and cut anywhere, becomes samples."""

from __future__ import annotations

import io
import itertools
import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import ConnectionCut, PhraseRefused
from desktop_app.speech.sound.sound_reader import SoundReader
from tests.support.tones import as_wav, dominant_hz, tone

SAMPLES = tone(440, 0.02, 24_000)
RAW = SAMPLES.tobytes()


def read(body: bytes, cuts: list[int] | None = None, **headers: str) -> tuple[int, bytes]:
    """The rate and all samples of a body that comes in pieces cut at the given bytes."""
    reader = SoundReader({name.replace("_", "-"): value for name, value in headers.items()})
    places = [0, *sorted(min(cut, len(body)) for cut in cuts or []), len(body)]
    pieces = [reader.feed(body[a:b]) for a, b in itertools.pairwise(places)]
    pieces.append(reader.finish())
    whole = [piece for piece in pieces if piece is not None]
    assert all(len(piece.samples) % 2 == 0 for piece in whole)
    return (whole[0].rate if whole else 0), b"".join(piece.samples for piece in whole)


def wav(kind: int, channels: int, bits: int, data: bytes, *, size: int | None = None, extra: bytes = b"") -> bytes:
    align = channels * bits // 8
    form = struct.pack("<HHIIHH", kind, channels, 22_050, 22_050 * align, align, bits)
    length = len(data) if size is None else size
    return (
        b"RIFF\xff\xff\xff\xffWAVE" + extra + b"fmt " + struct.pack("<I", len(form)) + form
        + b"data" + struct.pack("<I", length) + data
    )  # fmt: skip


@given(cuts=st.lists(st.integers(0, 1000), max_size=20), packed=st.sampled_from(["pcm", "wav", "open"]))
def test_any_cutting_gives_the_same_samples(cuts: list[int], packed: str) -> None:
    body = {"pcm": RAW, "wav": as_wav(SAMPLES, 24_000), "open": wav(1, 1, 16, RAW, size=0xFFFFFFFF)}[packed]
    assert read(body, cuts)[1] == RAW


def test_headerless_sound_is_at_24_khz_unless_a_header_says_otherwise() -> None:
    assert read(RAW)[0] == 24_000
    assert read(RAW, x_audio_sample_rate="22050")[0] == 22_050
    assert read(RAW, content_type="audio/pcm;rate=16000")[0] == 16_000
    assert read(RAW, x_audio_sample_rate="a lot")[0] == 24_000
    assert read(RAW, x_audio_sample_rate="7")[0] == 24_000


def test_a_wav_tells_its_own_rate_and_other_chunks_are_passed_over() -> None:
    listed = b"LIST" + struct.pack("<I", 5) + b"words\0"
    assert read(wav(1, 1, 16, RAW, extra=listed), [13, 30]) == (22_050, RAW)


@pytest.mark.parametrize("size", [0xFFFFFFFF, 0x7FFFF000, 0])
def test_a_wav_written_while_it_was_sent_is_read_to_its_end(size: int) -> None:
    assert read(wav(1, 1, 16, RAW, size=size))[1] == RAW


def test_what_follows_the_samples_of_a_wav_is_not_sound() -> None:
    assert read(wav(1, 1, 16, RAW) + b"LIST\x04\0\0\0abcd")[1] == RAW


def test_stereo_is_mixed_and_floats_are_scaled() -> None:
    stereo = np.array([[1000, 3000], [-500, -1500]], dtype="<i2").tobytes()
    assert read(wav(1, 2, 16, stereo))[1] == np.array([2000, -1000], dtype="<i2").tobytes()
    floats = np.array([0.5, -1.0, 2.0], dtype="<f4").tobytes()
    assert list(np.frombuffer(read(wav(3, 1, 32, floats))[1], dtype="<i2")) == [16383, -32767, 32767]


def test_a_wav_that_is_shorter_than_it_said_was_cut() -> None:
    with pytest.raises(ConnectionCut):
        read(wav(1, 1, 16, RAW)[:-100])
    with pytest.raises(ConnectionCut):
        read(wav(1, 1, 16, RAW)[:20])


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        (b"ID3\x04" + bytes(100), "", "MP3"),
        (b"\xff\xfb\x90" + bytes(100), "audio/mpeg", "MP3"),
        (b"OggS" + bytes(100), "audio/pcm", "Ogg"),
        (b"fLaC" + bytes(100), "", "FLAC"),
        (b'{"error": "no voice"}', "application/json", "text"),
        (b"no", "text/plain", "text"),
    ],
)
def test_sound_of_another_format_is_refused_by_name(body: bytes, kind: str, name: str) -> None:
    with pytest.raises(PhraseRefused, match=name):
        read(body, content_type=kind)


@pytest.mark.parametrize("piece", [1, 5, 700, 10_000])
def test_mp3_is_understood_though_pcm_was_asked_for(piece: int) -> None:
    body = (Path(__file__).parent / "tone_440.mp3").read_bytes()
    reader = SoundReader({"content-type": "audio/mpeg"})
    assert [reader.feed(body[at : at + piece]) for at in range(0, len(body), piece)] == [None] * -(-len(body) // piece)
    sound = reader.finish()
    assert sound is not None
    assert sound.rate == 22_050  # its own, whatever is usual
    samples = np.frombuffer(sound.samples, dtype="<i2")
    assert len(samples) / sound.rate == pytest.approx(0.5, abs=0.15)
    assert dominant_hz(samples, sound.rate) == pytest.approx(440, abs=3)


@pytest.mark.parametrize(
    ("container", "codec"), [("FLAC", "PCM_16"), ("OGG", "VORBIS"), ("OGG", "OPUS"), ("MP3", "MPEG_LAYER_III")]
)
@pytest.mark.parametrize("channels", [1, 2])
def test_every_common_kind_of_sound_file_is_understood(container: str, codec: str, channels: int) -> None:
    wave = tone(440, 0.8, 24_000)
    file = io.BytesIO()
    soundfile.write(file, np.stack([wave] * channels, axis=1), 24_000, format=container, subtype=codec)
    rate, sound = read(file.getvalue(), list(range(1, 20_000, 997)))
    samples = np.frombuffer(sound, dtype="<i2")
    assert len(samples) / rate == pytest.approx(0.8, abs=0.15)
    assert dominant_hz(samples, rate) == pytest.approx(440, abs=3)
    assert np.std(samples) == pytest.approx(np.std(wave), rel=0.3)


@pytest.mark.parametrize("container", ["FLAC", "OGG"])
def test_a_sound_file_that_was_cut_is_refused_or_heard_as_far_as_it_goes(container: str) -> None:
    file = io.BytesIO()
    soundfile.write(file, tone(440, 2.0, 24_000), 24_000, format=container)
    cut = file.getvalue()[: len(file.getvalue()) // 2]
    try:
        rate, sound = read(cut)
    except PhraseRefused:
        return
    assert len(sound) < 2 * 2 * rate


def test_pcm_that_is_called_mp3_is_heard_as_what_it_is() -> None:
    assert read(RAW, content_type="audio/mpeg") == (24_000, RAW)


def test_a_wav_of_a_kind_that_cannot_be_played_is_refused() -> None:
    with pytest.raises(PhraseRefused):
        read(wav(6, 1, 8, RAW))


def test_nothing_at_all_is_no_sound_and_no_error() -> None:
    assert read(b"") == (0, b"")


def test_the_first_samples_of_quiet_sound_are_not_mistaken_for_a_format() -> None:
    quiet = bytes(4000) + RAW
    assert read(quiet, content_type="audio/pcm") == (24_000, quiet)
