"""The built-in English voice in a process of its own: texts come in by standard input, sound goes out by its output.

Loading it holds the interpreter for up to 0.3 s, which is heard where the sound is played by the same interpreter. So
this runs beside the program: ``python -m desktop_app.speech.voices.voice_process``, or ``aloud --voice-process`` where
the program is packed. It ends with its standard input, that is, with whoever started it.

Frames, little-endian: in, ``id, length`` and the text, or ``id, 0`` where that text is not wanted any more; out, ``id,
kind, length`` and the sound behind its words. Texts are said one after the other.
"""

from __future__ import annotations

import os
import signal
import struct
import sys
import threading
from collections.abc import Iterator, Sequence
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO

from desktop_app.speech.synthesizer import WordTime

if TYPE_CHECKING:
    from hibari import Hibari

VOICE = "heart"
"""The one voice whose weights are bundled; the others the library would fetch from the network."""

ASKED = struct.Struct("<II")
TOLD = struct.Struct("<III")
_WORD = struct.Struct("<Id")
_COUNT = struct.Struct("<I")
READY, SOUND, END, FAILED = range(4)
"""What a frame tells: the voice is loaded (its sound is the rate, ``ASKED.size`` bytes), a piece, no more, no voice."""


def main() -> int:
    """Serves until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the program
    texts, answers = _pipes()
    try:
        engine = _load()
    except (ImportError, OSError, RuntimeError) as error:
        _tell(answers, 0, FAILED, str(error).encode())
        return 1
    _tell(answers, 0, READY, ASKED.pack(engine.sample_rate, 0))
    asked: SimpleQueue[tuple[int, str] | None] = SimpleQueue()
    unwanted: set[int] = set()
    threading.Thread(target=_listen, args=(texts, asked, unwanted), daemon=True).start()
    while (one := asked.get()) is not None:
        number, text = one
        for body in _said(engine, text):
            if number in unwanted:
                break
            _tell(answers, number, SOUND, body)
        _tell(answers, number, END, b"")
        unwanted.discard(number)
    return 0


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Both ends; what libraries print goes to the standard error instead of between the frames."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(1, os.O_BINARY)
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    return os.fdopen(0, "rb", closefd=False), answers


def _listen(texts: BinaryIO, asked: SimpleQueue[tuple[int, str] | None], unwanted: set[int]) -> None:
    """In a thread: what comes in, while a text is being said too."""
    while len(head := texts.read(ASKED.size)) == ASKED.size:
        number, length = ASKED.unpack(head)
        if length:
            asked.put((number, texts.read(length).decode(errors="replace")))
        else:
            unwanted.add(number)
    asked.put(None)


def _tell(answers: BinaryIO, number: int, kind: int, body: bytes) -> None:
    view = memoryview(TOLD.pack(number, kind, len(body)) + body)
    while view:
        view = view[answers.write(view) :]


def _load() -> Hibari:
    from desktop_app.speech.voices.hibari_words import load, spoken_pieces

    engine = load(VOICE)
    for _piece in spoken_pieces(engine, "Ready, 1."):  # the dictionaries are read on first use
        pass
    return engine


def _said(engine: Hibari, text: str) -> Iterator[bytes]:
    """Sentence by sentence, as 16-bit samples."""
    import numpy as np

    from desktop_app.speech.voices.hibari_words import spoken_pieces

    for piece in spoken_pieces(engine, text):
        sound: bytes = (np.clip(np.asarray(piece.sound), -1.0, 1.0) * 32767).astype("<i2").tobytes()
        if sound:
            yield with_words(piece.words, sound)


def with_words(words: Sequence[WordTime], sound: bytes) -> bytes:
    """Both as the body of a frame."""
    return _COUNT.pack(len(words)) + b"".join(_WORD.pack(*word) for word in words) + sound


def parted(body: bytes) -> tuple[tuple[WordTime, ...], bytes]:
    """What ``with_words`` put together."""
    (count,) = _COUNT.unpack_from(body)
    end = _COUNT.size + count * _WORD.size
    return tuple(WordTime(*word) for word in _WORD.iter_unpack(body[_COUNT.size : end])), body[end:]


if __name__ == "__main__":
    sys.exit(main())
