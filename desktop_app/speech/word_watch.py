"""Which word is being said, so that it can be lit, and so that a stop knows what was heard.

Some voices tell when each word begins. For the others the word is judged by how much of the phrase's sound has been
played: right to a word or two, good enough to say what was heard, and not good enough to light a word on the page.
"""

from __future__ import annotations

from bisect import bisect_right

from desktop_app.domain.phrase import WORD
from desktop_app.speech.pipeline_ports import Output, PipelineListener
from desktop_app.speech.playlist import Item, Playlist

_DIGIT, _SIGN = 4, 6
_SIGNS = "$€£¥%°§&+=@#"
_NOTHING = 1e-9


class WordWatch:
    """Tells the listener of each new word, whenever it is asked to look: it keeps no timer of its own."""

    def __init__(self, playlist: Playlist, output: Output, listener: PipelineListener) -> None:
        self._list = playlist
        self._output = output
        self._listener = listener
        self._told: tuple[Item, float | None, int] | None = None

    def look(self) -> None:
        item = self._list.current
        if item is None or not item.rate:
            return
        seconds = (self._output.frames_heard - item.begins_at) / item.rate
        word, exact = self._word_at(item, seconds)
        now = (item, item.started, word)
        if now != self._told:
            self._told = now
            self._listener.word_reached(item.phrase, word, exact)

    def _word_at(self, item: Item, seconds: float) -> tuple[int, bool]:
        times = item.word_times
        if times and (times[0].word == 0 or seconds >= times[0].seconds):  # else another voice said the beginning
            return times[max(0, bisect_right(times, seconds, key=lambda time: time.seconds) - 1)].word, True
        whole = item.seconds if item.made else max(item.seconds, self._list.expected_seconds(item))
        return whole_words(item.phrase.text, seconds / whole if whole else 0.0), False


def whole_words(text: str, part: float) -> int:
    """How many words end within the first part (0 to 1) of the text's sound, as far as its letters tell."""
    words = [match.span() for match in WORD.finditer(text)]
    lengths = [_spoken_length(text[start:end]) for start, end in words]
    heard, reached = sum(lengths) * part, 0.0
    for number, length in enumerate(lengths):
        reached += length
        if reached > heard + _NOTHING:
            return number
    return len(words)


def _spoken_length(word: str) -> int:
    """In letters; a digit and a sign stand for a word or so, whoever puts them into words."""
    return 1 + sum(_DIGIT if char.isdigit() else _SIGN if char in _SIGNS else 1 for char in word)
