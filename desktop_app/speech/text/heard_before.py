"""A text some of which was heard before is cut where it was cut then, so that the sound that is kept fits again.

While an answer streams it is cut by what has come and by how much sound is in hand; read as a whole it would be cut
otherwise. What is kept counts only where the text, read as it is to be read now, still says the same words: a message
that was changed, or another choice of what is said, is cut anew there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import replace

from desktop_app.domain.phrase import WORD, Phrase
from desktop_app.domain.said import WhatIsSaid
from desktop_app.speech.text.gathering import joined
from desktop_app.speech.text.reader import StreamReader


class HeardReader:
    """A ``read_aloud.Reader`` of prose. ``kept``: phrases that do not overlap, by their places in the text.

    ``begin``: phrases that end before this place are passed over. ``like``: as ``read_aloud.TextReader`` has it.
    """

    def __init__(
        self, kept: Iterable[Phrase], turn_id: str, policy: WhatIsSaid | None = None, *, begin: int = 0, like: str = ""
    ) -> None:
        self._reader = StreamReader(turn_id, policy, like)
        self._turn_id = turn_id
        self._begin = begin
        self._kept = deque(sorted(kept, key=lambda phrase: phrase.start))
        self._fresh: list[Phrase] = []
        self._held: Phrase | None = None  # may be joined with the one behind it
        self._index = 0

    def feed(self, delta: str) -> list[Phrase]:
        self._fresh += self._reader.feed(delta)
        return self._settled(last=False)

    def stalled(self) -> list[Phrase]:
        return []

    def finish(self) -> list[Phrase]:
        self._fresh += self._reader.finish()
        ready = self._settled(last=True)
        self._let_go(ready)
        return ready

    def _settled(self, *, last: bool) -> list[Phrase]:
        """What is certain by now of the phrases that were read: as they were heard, or as they are."""
        ready: list[Phrase] = []
        at = 0
        while at < len(self._fresh):
            self._skip_kept_before(self._fresh[at].start)
            same = _same(self._fresh, at, self._kept)
            if same is None and not last:
                break
            fresh, kept = same or (1, 0)
            if kept:
                run = [self._kept.popleft() for _ in range(kept)]
                self._take_kept(_with_words(run, self._fresh[at : at + fresh]), ready)
            else:
                self._take_fresh(self._fresh[at], ready)
            at += fresh
        del self._fresh[:at]
        return ready

    def _skip_kept_before(self, start: int) -> None:
        while self._kept and self._kept[0].start < start:
            self._kept.popleft()

    def _take_kept(self, phrases: Sequence[Phrase], ready: list[Phrase]) -> None:
        for phrase in phrases:
            if phrase.end > self._begin:
                self._let_go(ready)
                ready.append(self._numbered(phrase))

    def _take_fresh(self, phrase: Phrase, ready: list[Phrase]) -> None:
        """Short sentences are joined, but for the first, which is to be heard soon."""
        if phrase.end <= self._begin:
            return
        together = joined(self._held, phrase) if self._held is not None else None
        if together is not None:
            self._held = together
            return
        self._let_go(ready)
        numbered = self._numbered(phrase)
        if numbered.index:
            self._held = numbered
        else:
            ready.append(numbered)

    def _let_go(self, ready: list[Phrase]) -> None:
        if self._held is not None:
            ready.append(self._held)
            self._held = None

    def _numbered(self, phrase: Phrase) -> Phrase:
        self._index += 1
        return replace(phrase, index=self._index - 1, turn_id=self._turn_id)


def _same(fresh: Sequence[Phrase], at: int, kept: Sequence[Phrase]) -> tuple[int, int] | None:
    """How many phrases from ``fresh[at]`` on, and how many kept ones, cover the same place with the same words.

    (1, 0) where they do not; None while that cannot be told.
    """
    if not kept or kept[0].start != fresh[at].start:
        return 1, 0
    until, heard = at + 1, 1
    while fresh[until - 1].end != kept[heard - 1].end:
        if fresh[until - 1].end < kept[heard - 1].end:
            if until == len(fresh):
                return None
            until += 1
        elif heard == len(kept) or kept[heard].start >= fresh[until - 1].end:
            return 1, 0
        else:
            heard += 1
    now = "".join(_squeezed(phrase) for phrase in fresh[at:until])
    then = "".join(_squeezed(kept[number]) for number in range(heard))
    return (until - at, heard) if now == then else (1, 0)


def _with_words(kept: Sequence[Phrase], fresh: Sequence[Phrase]) -> list[Phrase]:
    """The kept phrases with the places of their words, which only the reading knows."""
    places = [word for phrase in fresh for word in phrase.words]
    counts = [len(WORD.findall(phrase.text)) for phrase in kept]
    if sum(counts) != len(places):
        return list(kept)
    found = iter(places)
    return [
        replace(phrase, words=tuple(next(found) for _ in range(count)))
        for phrase, count in zip(kept, counts, strict=True)
    ]


def _squeezed(phrase: Phrase) -> str:
    return "".join(phrase.text.split())
