"""When it is worth looking at a text that streams: a scanner that costs next to nothing for each character.

It stops behind certain characters (a line end, the first character after a sentence's end, ...), always the same ones
however the text was cut into deltas. All that reads the text acts only at these stops and only on the text before them;
so what it finds cannot depend on the deltas either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from desktop_app.speech.text.phrases import BLANK_ENDS, CLOSE_CLAUSES, LONGEST, SPACED_CLAUSES
from desktop_app.speech.text.sentence_ends import CLOSE_ENDS, CLOSERS, LETTERED_ENDS, SPACED_ENDS

_ENDS = SPACED_ENDS + CLOSE_ENDS
_EVENT = re.compile(rf"[\n{re.escape(_ENDS)}]|{LETTERED_ENDS}|{BLANK_ENDS}")
_EAGER_EVENT = re.compile(rf"[\n {re.escape(_ENDS + SPACED_CLAUSES + CLOSE_CLAUSES)}]")
_RUN = re.compile(rf"[{re.escape(_ENDS)}]+[{re.escape(CLOSERS)}*_`]*(?:[ \xa0\u202f]»(?=\s|\Z))?")
_CLOSE = re.compile(f"[{re.escape(CLOSE_ENDS)}]")
_BLANKS = re.compile(r"[ \t]*")
_MARKED_LINE = re.compile(r"[ \t]*(?:(?:[-+*>]|#{1,6}|\d{1,9}[.)])[ \t]*)*")
_DIGITS_LAST = re.compile(r"\d{1,9}\Z")  # the number of a list's item, as far as it has come
_MAYBE_SHORT = re.compile(r"(?:(?:\w\.|\b\w{1,6})\.[\"'”’)\]]*|\.\.\.|…)[ \t]+\Z")
_WORD_END = re.compile(r"\W")
_OPENERS = "\"'“‘«(["
_LETTERS = 4  # the first letters of a word that are stops: they tell most words from the names of months and the like
_EAGER_AFTER = 300
_STEP = 64
_BEHIND = 48
_LETTERED = re.compile(LETTERED_ENDS)
_BLANK = re.compile(BLANK_ENDS)


class Stop(Enum):
    """Why the scanner stopped."""

    LINE_END = auto()
    LINE_BEGUN = auto()  # the first letter of a line that began with the mark of a list, quote or heading
    SENTENCE = auto()  # the first character after what may be a sentence's end
    WORD = auto()  # the next letters and the end of the word after it, while they may decide
    BREATH = auto()  # a clause, a blank or just many characters: looked at only while more than sentences will do


class Triggers:
    """``eager``: clauses and blanks are stops as well. ``since``: up to where the text has been said."""

    def __init__(self) -> None:
        self.eager = True
        self.since = 0
        self._text = ""
        self._base = 0
        self._at = 0
        self._line: int | None = 0  # how far the marks reach with which a line begins
        self._marked = False  # there are any
        self._word: int | None = None  # where the next letter is of the word that is waited for
        self._letters = 0  # how many of its letters have been seen
        self._mark = 0  # what may have ended a sentence before it

    @property
    def length(self) -> int:
        """How much text has come so far."""
        return self._base + len(self._text)

    def slice(self, start: int, end: int) -> str:
        """Text that has not been forgotten: all behind the last stop is kept."""
        return self._text[max(start - self._base, 0) : max(end - self._base, 0)]

    def feed(self, delta: str, taken: int) -> Iterator[tuple[Stop, int]]:
        """The stops, each with the place just behind its character; the text before ``taken`` is no longer needed."""
        keep = min(taken, self._base + self._at - _BEHIND) - self._base
        if keep > 0:
            self._text = self._text[keep:]
            self._base += keep
            self._at -= keep
            self._line = None if self._line is None else max(self._line - keep, 0)
            self._word = None if self._word is None else max(self._word - keep, 0)
            self._mark -= keep
        self._text += delta
        return self._stops()

    def _stops(self) -> Iterator[tuple[Stop, int]]:
        text = self._text
        while self._at < len(text):
            if self._line is not None:
                begun = self._line_begun(text, self._line)
                if begun is None:
                    return
                yield from begun
            found, place = self._next(text, len(text) if self._word is None else self._limit(text))
            if found:
                stop = self._judge(text, place)
                if stop is None:
                    return
                yield from stop
            else:
                self._at = place
                if self._word is not None:
                    yield from self._word_went_on(text)

    def _line_begun(self, text: str, line: int) -> list[tuple[Stop, int]] | None:
        """Looks at how a line begins, whose marks reach to ``line`` at least; None while it is all marks."""
        marks = None if text[line : line + 1].isalpha() else _MARKED_LINE.match(text, line)
        begun = marks.end() if marks else line
        self._marked = self._marked or begun > line
        if begun == len(text) or (text[begun].isdecimal() and _DIGITS_LAST.match(text, begun)):
            self._line = begun
            return None
        marked, self._line, self._marked = self._marked, None, False
        return [(Stop.LINE_BEGUN, self._base + begun + 1)] if marked and text[begun].isalnum() else []

    def _limit(self, text: str) -> int:
        """How far to look: to the next letter or the end of the word that is waited for, or of all text."""
        if self._word is not None and self.since - self._base > self._mark:
            self._word = None  # the sentence has been told already
        if self._word is None:
            return len(text)
        ended = _WORD_END.search(text, self._word)
        end = ended.start() if ended else len(text)
        return min(end, self._word) if self._letters < _LETTERS else end

    def _word_went_on(self, text: str) -> list[tuple[Stop, int]]:
        """A stop where the next letter of the word that is waited for stands, or what ends it."""
        if self._word is None or self._at == len(text) or self._at < self._limit(text):
            return []
        if not self._letters and text[self._at] in _OPENERS:
            self._word = self._at + 1
            return []
        self._letters += 1
        if _WORD_END.match(text, self._at):
            self._word = None
        elif self._letters < _LETTERS:
            self._word = self._at + 1
        return [(Stop.WORD, self._base + self._at + 1)]

    def _next(self, text: str, limit: int) -> tuple[bool, int]:
        """The place of the next character to look at; or false, and up to where there is none."""
        since = self.since - self._base
        if self.eager or self._at >= since + _EAGER_AFTER:
            pattern = _EAGER_EVENT
            steps = -((since + LONGEST - self._at) // _STEP)  # the place itself counts while nothing stands behind it
            far = since + LONGEST + max(steps, 1) * _STEP
            end = min(limit, far)
        else:
            pattern, far = _EVENT, -1
            end = min(limit, since + _EAGER_AFTER)
        found = pattern.search(text, self._at, end)
        if found:
            return True, found.start()
        return end == far and end < limit, end

    def _judge(self, text: str, at: int) -> list[tuple[Stop, int]] | None:
        """What the character at ``at`` is, and moves on; None while the text behind it must decide and is not there."""
        char = text[at]
        if char == "\n":
            self._at = self._line = at + 1
            self._word = None
            return [(Stop.LINE_END, self._base + at + 1)]
        if char in _ENDS or _LETTERED.match(text, at):
            return self._sentence(text, at)
        if at + 1 == len(text):
            self._at = at
            return None
        if _BLANK.match(text, at):
            self._at = at + 1
            return [(Stop.SENTENCE, self._base + at + 2)]
        self._at = at + 1
        return [(Stop.BREATH, self._base + at + 1 + (char != " "))]

    def _sentence(self, text: str, at: int) -> list[tuple[Stop, int]] | None:
        run = _RUN.match(text, at)
        end = run.end() if run else at + 1
        blanks = _BLANKS.match(text, end)
        after = blanks.end() if blanks else end
        if after == len(text):
            self._at = at
            return None
        self._at = after
        close = _CLOSE.search(text, at, end) is not None
        if text[after] == "\n" or (after == end and not close):
            return []
        if close:
            return [(Stop.SENTENCE, self._base + after + 1)]
        if text[after] == "»":
            self._wait_for_word(after + 1, at, seen=0)
        elif _MAYBE_SHORT.search(text, max(at - _BEHIND, 0), after):
            first = text[after] not in _OPENERS  # and is a stop anyway
            self._wait_for_word(after + first, at, seen=int(first))
        return [(Stop.SENTENCE, self._base + after + 1)]

    def _wait_for_word(self, place: int, mark: int, *, seen: int) -> None:
        self._word, self._mark, self._letters = place, mark, seen
