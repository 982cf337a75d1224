"""When each word of the built-in English voice begins, which its library works out and does not tell.

The network decides how long each sound of speech lasts and adds these lengths up, deep inside. The sum is made one more
output of the network while it is loaded: a few bytes at the end of the graph, nothing of which is changed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.phrase import WORD
from desktop_app.speech.synthesizer import WordTime
from desktop_app.speech.voices.network_outputs import with_output_of

if TYPE_CHECKING:
    import numpy as np
    from hibari import Hibari
    from numpy.typing import NDArray

_SUM = b"CumSum"
_OUTPUTS_WITH_LENGTHS = 7

_SIGNS = re.compile(r"[^\w'’]+")


class Spoken(NamedTuple):
    """A piece of sound, and the words that begin in it, timed from the beginning of the text."""

    sound: NDArray[np.float32]
    words: tuple[WordTime, ...]


class _EarWord(NamedTuple):
    """A word as the voice says it, and where its sounds begin in the sentence's."""

    text: str
    sound: int


def load(voice: str) -> Hibari:
    """The library's engine for a voice, with the lengths where its network is built as it is known to be."""
    from hibari import Hibari
    from hibari.voices import voice_path

    return Hibari(voice=voice, model=with_output_of(_SUM, Path(voice_path(voice)).read_bytes()))


def spoken_pieces(engine: Hibari, text: str) -> Iterator[Spoken]:
    """The sound of a text by sentence, with the times of its words where ``load`` found them."""
    if len(engine.sess.get_outputs()) == _OUTPUTS_WITH_LENGTHS:
        yield from _timed_pieces(engine, text)
    else:
        for sound in engine.stream(text):
            yield Spoken(sound, ())


def _timed_pieces(engine: Hibari, text: str) -> Iterator[Spoken]:
    import numpy as np

    rng = np.random.default_rng()
    at, seconds = 0, 0.0
    for sentence in engine.split_sentences(text):
        at = text.index(sentence, at)
        before = sum(1 for _ in WORD.finditer(text, 0, at))
        sounds, ear = _pronounced(engine, sentence)
        places = [(before + word, place) for word, place in _aligned(WORD.findall(sentence), ear)]
        begin = 0
        for chunk in _chunks(engine, sentence, sounds):
            begin = sounds.index(chunk, begin)
            end = begin + len(chunk)
            sound, times = _synthesized(engine, chunk, rng)
            words = [WordTime(word, seconds + times[place - begin]) for word, place in places if begin <= place < end]
            yield Spoken(sound, tuple(words))
            seconds += len(sound) / engine.sample_rate
            begin = end
        at += len(sentence)


def _pronounced(engine: Hibari, sentence: str) -> tuple[str, list[_EarWord]]:
    """The sentence in the signs of speech sounds, as the library would make them, and its words as they are said."""
    from hibari.g2p.normalize import normalize

    sounds, text = "", ""
    words: list[_EarWord] = []
    begin = 0
    for token in engine.g2p.phonemize_tokens(engine.g2p.tokenize(normalize(sentence))):
        text += token.text
        sounds += token.phonemes or ""
        if token.whitespace:
            words.append(_EarWord(text, begin))
            sounds += " "
            text, begin = "", len(sounds)
    if text:
        words.append(_EarWord(text, begin))
    lead = len(sounds) - len(sounds.lstrip())
    return sounds.strip(), [word._replace(sound=max(word.sound - lead, 0)) for word in words]


def _chunks(engine: Hibari, sentence: str, sounds: str) -> list[str]:
    """A sentence that is too long for the network is parted by the library."""
    from hibari.tts import MAX_PHONEMES

    if not sounds:
        return []
    return [sounds] if len(sounds) <= MAX_PHONEMES else engine.phonemize(sentence)


def _aligned(written: Sequence[str], ear: Sequence[_EarWord]) -> Iterator[tuple[int, int]]:
    """Number of each written word whose beginning is certain, and where its sounds begin.

    The library puts numbers, units and the like into words first: of what it replaced only the first word counts.
    """
    plain, said = [_plain(word) for word in written], [_plain(word.text) for word in ear]
    matcher = difflib.SequenceMatcher(None, plain, said, autojunk=False)
    for kind, first, last, ear_first, ear_last in matcher.get_opcodes():
        if kind not in {"equal", "replace"}:
            continue
        certain = last - first if last - first == ear_last - ear_first else 1
        for number in range(certain):
            yield first + number, ear[ear_first + number].sound


def _plain(word: str) -> str:
    return _SIGNS.sub("", word).casefold() or word


def _synthesized(engine: Hibari, sounds: str, rng: np.random.Generator) -> tuple[NDArray[np.float32], list[float]]:
    """The sound, and when each of the signs begins in it, in seconds."""
    import numpy as np
    from hibari import dsp

    ids = engine.ids(sounds)
    *spectrum, ends = engine.sess.run(
        None, {"ids": np.asarray([ids], np.int64), "speed": np.asarray([1.0], np.float32)}
    )
    sound: NDArray[np.float32] = dsp.synth(*(part[0] for part in spectrum), rng)
    unit = len(sound) / engine.sample_rate / max(int(ends[-1]), 1)
    begins: list[float] = []
    known = 0  # signs that the network does not know are passed over by the library
    for sign in sounds:
        begins.append(float(ends[known]) * unit)
        known += sign in engine.vocab
    return sound, begins
