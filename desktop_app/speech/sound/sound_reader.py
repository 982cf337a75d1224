"""What a speech server sends becomes PCM, however it is packed and wherever its pieces were cut.

Asked for PCM, servers send headerless samples at 24 kHz or at a rate they name in a header, or a WAV file whose sizes
may be left open because it was being written while it was sent. Some know nothing but MP3, FLAC or Ogg, whatever they
are asked for; these are decoded when all of it is there.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping

from desktop_app.domain.errors import ConnectionCut, FileRefused, PhraseRefused
from desktop_app.speech.synthesizer import Pcm

DEFAULT_RATE = 24_000

_INTEGER, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_LONGEST_HEADER = 64 * 1024
_SIGNS = {b"ID3": "MP3", b"OggS": "Ogg", b"fLaC": "FLAC"}
_MPEG_1 = (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_MPEG_2 = (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Thousands of bits a second by the number in the head of an MP3 frame: at 32 kHz and more, and below."""

_OPEN_ENDED = 0x7FFF0000
"""Sizes from here on are what writers put that do not know the end: 0xFFFFFFFF, or espeak's 0x7FFFF000."""


class SoundReader:
    """``feed`` it the body as it comes, then ``finish``. Raises ``PhraseRefused`` for sound it cannot play."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._kind = headers.get("content-type", "").lower()
        self._rate = _declared_rate(headers)
        self._head: bytearray | None = bytearray()
        self._rest = b""
        self._format = (_INTEGER, 1, 16)
        self._missing: int | None = None
        self._file: bytearray | None = None
        self._file_kind = ""

    @property
    def packed(self) -> bool:
        """What came is no plain samples: ``finish`` will have work to do, best in a thread."""
        return self._file is not None

    def feed(self, data: bytes) -> Pcm | None:
        """The samples that are whole by now, None where there are none."""
        if self._file is not None:
            self._file += data
            return None
        if self._head is not None:
            self._head += data
            begin = self._read_head(self._head)
            if begin is None:
                return None
            data, self._head = bytes(self._head[begin:]), None
            self._file_kind = "" if begin else _packed(data, declared_mp3=self._is_declared_mp3)
            if self._file_kind:
                self._file = bytearray(data)
                return None
        return self._samples(data)

    def finish(self) -> Pcm | None:
        """What was too short to tell what it is. Raises ``ConnectionCut`` where the sound was said to be longer."""
        if self._file is not None:
            return _unpacked(bytes(self._file), self._file_kind)
        head, self._head = self._head, None
        if head:
            self._refuse_text()
            if not head.startswith(b"RIFF"):
                return self._samples(bytes(head))
        if self._missing or head:
            raise ConnectionCut("The speech server broke off in the middle of a phrase.")
        return None

    def _read_head(self, head: bytearray) -> int | None:
        """Where the samples begin; None while that cannot be told."""
        if len(head) < 12:
            return None
        self._refuse_text()
        if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
            frame = 0 if self._is_declared_mp3 else _mp3_frame(head)
            return None if frame and len(head) < frame + 2 else 0
        at = 12
        while at + 8 <= len(head):
            name, size = struct.unpack_from("<4sI", head, at)
            at += 8
            if name == b"data":
                self._missing = None if size >= _OPEN_ENDED or size == 0 else size
                return at
            if name == b"fmt " and at + size <= len(head):
                self._read_format(head, at)
            at += size + size % 2
        if len(head) > _LONGEST_HEADER:
            raise PhraseRefused("The speech server sent a sound file that cannot be read.")
        return None

    def _read_format(self, head: bytearray, at: int) -> None:
        kind, channels, rate, _bytes, _align, bits = struct.unpack_from("<HHIIHH", head, at)
        if kind == _EXTENSIBLE:
            kind = struct.unpack_from("<H", head, at + 24)[0]
        if (kind, bits) not in {(_INTEGER, 16), (_INTEGER, 32), (_FLOAT, 32)} or channels not in {1, 2}:
            raise PhraseRefused("The speech server sent a kind of WAV that cannot be played.")
        self._rate = rate
        self._format = kind, channels, bits

    @property
    def _is_declared_mp3(self) -> bool:
        return "mpeg" in self._kind or "mp3" in self._kind

    def _refuse_text(self) -> None:
        if "json" in self._kind or "text/" in self._kind:
            raise PhraseRefused("The speech server answers with text instead of PCM sound.")

    def _samples(self, data: bytes) -> Pcm | None:
        if self._missing is not None:
            data = data[: self._missing]
            self._missing -= len(data)
        data = self._rest + data
        kind, channels, bits = self._format
        whole = len(data) - len(data) % (channels * bits // 8)
        self._rest = data[whole:]
        if not whole:
            return None
        return Pcm(self._rate, _as_16_bit_mono(data[:whole], kind, channels, bits))


def _declared_rate(headers: Mapping[str, str]) -> int:
    named = headers.get("x-audio-sample-rate") or headers.get("x-sample-rate") or ""
    in_type = re.search(r"rate=(\d+)", headers.get("content-type", ""))
    text = named or (in_type.group(1) if in_type else "")
    rate = int(text) if text.strip().isdigit() else DEFAULT_RATE
    return rate if 4_000 <= rate <= 192_000 else DEFAULT_RATE


def _packed(begin: bytes, *, declared_mp3: bool) -> str:
    """The name of the format of a sound file that is not WAV; empty for plain samples.

    By the signs it begins with. MP3 without a tag has few of them: a second frame must follow, or its kind be declared.
    """
    for sign, name in _SIGNS.items():
        if begin.startswith(sign):
            return name
    frame = _mp3_frame(begin)
    return "MP3" if frame and (declared_mp3 or begin[frame : frame + 2] == begin[:2]) else ""


def _mp3_frame(begin: bytes | bytearray) -> int:
    """Bytes of the frame of MPEG audio, layer III, with which this begins; 0 where it does not look like one."""
    if len(begin) < 4 or begin[0] != 0xFF or begin[1] & 0xE6 != 0xE2:
        return 0
    older, bitrate, rate, padding = 3 - (begin[1] >> 3 & 3), begin[2] >> 4, begin[2] >> 2 & 3, begin[2] >> 1 & 1
    if older == 2 or bitrate in {0, 15} or rate == 3:
        return 0
    kilobits = (_MPEG_2 if older else _MPEG_1)[bitrate - 1]
    hertz = (44_100, 48_000, 32_000)[rate] >> (0, 1, 0, 2)[older]  # MPEG 1, 2 and, numbered 3 here, 2.5
    return (72 if older else 144) * kilobits * 1000 // hertz + padding


def _unpacked(content: bytes, name: str) -> Pcm | None:
    from desktop_app.speech.sound.sound_files import decoded

    try:
        sound = decoded(content)
    except (ImportError, OSError) as error:  # the library is not there
        raise PhraseRefused(f"The speech server answers with {name} instead of PCM sound.") from error
    except FileRefused as error:
        raise PhraseRefused(f"The speech server sent {name} sound that cannot be read.") from error
    return sound if sound.samples else None


def _as_16_bit_mono(data: bytes, kind: int, channels: int, bits: int) -> bytes:
    if (kind, channels, bits) == (_INTEGER, 1, 16):
        return data
    import numpy as np

    if kind == _FLOAT:
        samples = np.frombuffer(data, dtype="<f4") * 32767
    elif bits == 32:
        samples = np.frombuffer(data, dtype="<i4").astype(np.float32) / 65536
    else:
        samples = np.frombuffer(data, dtype="<i2").astype(np.float32)
    mono = samples.reshape(-1, channels).mean(axis=1)
    sound: bytes = np.clip(mono, -32768, 32767).astype("<i2").tobytes()
    return sound
