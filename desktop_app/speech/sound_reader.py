"""What a speech server sends becomes PCM, however it is packed and wherever its pieces were cut.

Asked for PCM, servers send headerless samples at 24 kHz or at a rate they name in a header, or a WAV file whose sizes
may be left open because it was being written while it was sent. Some know nothing but MP3, whatever they are asked for;
it is decoded when all of it is there.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping

from desktop_app.domain.errors import ConnectionCut, PhraseRefused
from desktop_app.speech.synthesizer import Pcm

DEFAULT_RATE = 24_000

_INTEGER, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_LONGEST_HEADER = 64 * 1024
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
        self._mp3: bytearray | None = None

    def feed(self, data: bytes) -> Pcm | None:
        """The samples that are whole by now, None where there are none."""
        if self._mp3 is not None:
            self._mp3 += data
            return None
        if self._head is not None:
            self._head += data
            begin = self._read_head(self._head)
            if begin is None:
                return None
            data, self._head = bytes(self._head[begin:]), None
            if _is_mp3(data, self._kind):
                self._mp3 = bytearray(data)
                return None
        return self._samples(data)

    def finish(self) -> Pcm | None:
        """What was too short to tell what it is. Raises ``ConnectionCut`` where the sound was said to be longer."""
        if self._mp3 is not None:
            return _decoded(bytes(self._mp3))
        head, self._head = self._head, None
        if head:
            self._refuse_foreign(bytes(head))
            if not head.startswith(b"RIFF"):
                return self._samples(bytes(head))
        if self._missing or head:
            raise ConnectionCut("The speech server broke off in the middle of a phrase.")
        return None

    def _read_head(self, head: bytearray) -> int | None:
        """Where the samples begin; None while that cannot be told."""
        if len(head) < 12:
            return None
        self._refuse_foreign(bytes(head[:12]))
        if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
            return 0
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

    def _refuse_foreign(self, begin: bytes) -> None:
        name = _foreign_format(begin, self._kind)
        if name:
            raise PhraseRefused(f"The speech server answers with {name} instead of PCM sound.")

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


def _is_mp3(begin: bytes, kind: str) -> bool:
    """By its tag, or by its declared type together with what every frame begins with."""
    frame = len(begin) > 1 and begin[0] == 0xFF and begin[1] & 0xE0 == 0xE0
    return begin.startswith(b"ID3") or (frame and ("mpeg" in kind or "mp3" in kind))


def _decoded(mp3: bytes) -> Pcm | None:
    try:
        import miniaudio
    except ImportError as error:
        raise PhraseRefused("The speech server answers with MP3 instead of PCM sound.") from error
    try:
        sound = miniaudio.mp3_read_s16(mp3)
    except miniaudio.DecodeError as error:
        raise PhraseRefused("The speech server sent MP3 sound that cannot be read.") from error
    samples = sound.samples.tobytes()
    if not samples:
        return None
    return Pcm(sound.sample_rate, _as_16_bit_mono(samples, _INTEGER, sound.nchannels, 16))


def _foreign_format(begin: bytes, kind: str) -> str:
    """The name of a format that is not PCM, by its first bytes and, where those say little, by its declared type."""
    if begin.startswith(b"OggS") or "ogg" in kind:
        return "Ogg"
    if begin.startswith(b"fLaC") or "flac" in kind:
        return "FLAC"
    if "json" in kind or "text/" in kind:
        return "text"
    return ""


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
