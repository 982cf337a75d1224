"""Sound in files of the usual kinds; the one door to soundfile, and so to libsndfile.

The library is imported where it is first used, which is never the thread of the window.
"""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from desktop_app.domain.choices import SoundFormat
from desktop_app.domain.errors import FileRefused, NoRoomForFile
from desktop_app.speech.sound.pcm import SAMPLE_BYTES
from desktop_app.speech.synthesizer import Pcm

if TYPE_CHECKING:
    import soundfile

_KINDS: Final = {
    SoundFormat.WAV: ("WAV", "PCM_16"),
    SoundFormat.FLAC: ("FLAC", "PCM_16"),
    SoundFormat.OPUS: ("OGG", "OPUS"),
    SoundFormat.MP3: ("MP3", "MPEG_LAYER_III"),
}
_COMPRESSION: Final = {SoundFormat.OPUS: 0.8, SoundFormat.MP3: 0.4}
"""For speech in one channel: Opus at some 50 kbit/s, MP3 at some 55."""

_RATES: Final = (8_000, 12_000, 16_000, 24_000, 48_000)
"""Those that Opus knows; every player knows them too."""

_FULL: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def packed(sound: Sequence[Pcm]) -> bytes:
    """The same sound as a FLAC file: nothing is lost, half the size, some 15 ms of work for a minute.

    All pieces are of one rate. Raises ``OSError`` where the library is not there.
    """
    file = io.BytesIO()
    with _open(file, sound[0].rate, SoundFormat.FLAC) as writer:
        for piece in sound:
            writer.buffer_write(piece.samples, dtype="int16")
    return file.getvalue()


def unpacked(content: bytes) -> Pcm | None:
    """The sound of such a file; None where it is not whole."""
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(content)) as reader:
            samples = bytes(reader.buffer_read(dtype="int16"))
            whole = len(samples) == reader.frames * SAMPLE_BYTES and reader.channels == 1
            return Pcm(reader.samplerate, samples) if whole else None
    except soundfile.LibsndfileError:
        return None


def decoded(content: bytes) -> Pcm:
    """The sound of a file of any kind that the library knows, mixed to one channel. Raises ``FileRefused``."""
    import numpy as np
    import soundfile

    try:
        samples, rate = soundfile.read(io.BytesIO(content), dtype="int16", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise FileRefused(f"It is no sound that can be read: {error}.") from error
    mono = samples[:, 0] if samples.shape[1] == 1 else samples.mean(axis=1).astype(np.int16)
    return Pcm(rate, mono.tobytes())


def file_rate(rate: int) -> int:
    """The rate of a file that is to hold sound of the given one: the next that all four formats know."""
    return next((known for known in _RATES if known >= rate), _RATES[-1])


class SoundFile:
    """A file that is being written, under another name until it is whole.

    Raises ``FileRefused`` and ``NoRoomForFile``. Left by an exception, or without ``finish``, nothing remains.
    """

    def __init__(self, path: Path, kind: SoundFormat, rate: int) -> None:
        self._path = path
        self._half = path.with_name(f".{path.name}.part")
        self.rate = rate
        self._finished = False
        try:
            self._raw = _Watched(self._half)
        except OSError as error:
            raise _in_words(error, path) from error
        try:
            self._writer = _open(self._raw, rate, kind)
        except OSError as error:
            self._drop()
            raise _in_words(error, path) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._finished:
            self._writer.close()
            self._drop()

    def write(self, samples: bytes) -> None:
        try:
            self._writer.buffer_write(samples, dtype="int16")
        except (AssertionError, RuntimeError):  # what the library makes of a write that fell short
            if self._raw.trouble is None:
                raise
        self._check()

    def write_silence(self, seconds: float) -> None:
        self.write(bytes(round(seconds * self.rate) * SAMPLE_BYTES))

    def finish(self) -> None:
        """Gives the file its name, in the place of one that had it."""
        self._writer.close()
        self._check()
        try:
            self._raw.flush()
            os.fsync(self._raw.fileno())
            self._raw.close()
            self._half.replace(self._path)
        except OSError as error:
            raise _in_words(error, self._path) from error
        self._finished = True

    def _check(self) -> None:
        if self._raw.trouble is not None:
            raise _in_words(self._raw.trouble, self._path) from self._raw.trouble

    def _drop(self) -> None:
        self._raw.close()
        self._half.unlink(missing_ok=True)


class _Watched(io.FileIO):
    """A file that remembers what went wrong: the library, which calls it from C, would swallow it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "w+")
        self.trouble: OSError | None = None

    def write(self, data: object) -> int:
        view = memoryview(data)  # type: ignore[arg-type]  # whatever FileIO takes
        done = 0
        try:
            while done < len(view):
                done += super().write(view[done:])
        except OSError as error:
            self.trouble = self.trouble or error
        return done


def _open(file: io.FileIO | io.BytesIO, rate: int, kind: SoundFormat) -> soundfile.SoundFile:
    import soundfile

    container, subtype = _KINDS[kind]
    return soundfile.SoundFile(file, "w", rate, 1, subtype, format=container, compression_level=_COMPRESSION.get(kind))


def _in_words(error: OSError, path: Path) -> NoRoomForFile | FileRefused:
    if error.errno in _FULL:
        return NoRoomForFile(f"There is no room for {path.name} where it was to be saved.")
    return FileRefused(f"{path.name} cannot be written there: {error.strerror or error}.")
