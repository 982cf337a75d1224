"""Texts as search compares them: words without capitals, accents and the many forms in which one letter is written.

A text becomes a row of tokens. Of scripts that set words apart by blanks, a token is a word; of those that do not
(Chinese, Japanese, Thai ...) and of Korean, whose words carry endings, each character is a token of its own, so that
one or two characters are found wherever they stand. An emoji is a token, too.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

FOLDING: Final = f"1/{unicodedata.unidata_version}"
"""Of which rules the tokens are: those of another value may be others."""

_APART: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai and Lao, Burmese, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff"  # kana, bopomofo
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "\uac00-\ud7af"  # Hangul
)
_SIGNS: Final = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_KEPT_MARKS: Final = frozenset({8, 9})
"""Combining classes of marks that make another letter and not the same one with an accent: か and が."""
_LETTERS: Final = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ð": "d", "þ": "th"}
)
"""Letters that Unicode does not take apart, as they are typed where a keyboard lacks them."""
_IN_ASCII: Final = re.compile(r"[A-Za-z0-9]+")
_ALONE: Final = re.compile(f"[{_APART}{_SIGNS}]")


class Token(NamedTuple):
    """``start`` and ``end``: where it stands in the text, in characters."""

    text: str
    start: int
    end: int


def folded(text: str) -> str:
    """The tokens with blanks between them, where the text is not ASCII: there SQLite's own tokenizer does the same."""
    return text if text.isascii() else " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    if text.isascii():
        return [word.lower() for word in _IN_ASCII.findall(text)]
    found: list[str] = []
    for run in _runs().findall(text):
        found += _fold(run)
    return found


def places(text: str) -> Iterator[Token]:
    """The same tokens, each with its place."""
    runs = _IN_ASCII if text.isascii() else _runs()
    for match in runs.finditer(text):
        folds = _fold(match[0])
        if len(folds) == 1:
            yield Token(folds[0], *match.span())
        elif folds:
            yield from _places_within(match[0], match.start(), folds)


def stands_alone(token: str) -> bool:
    """Whether it is one character of a script whose words have no blanks between them, or an emoji."""
    return _ALONE.fullmatch(token) is not None


@functools.cache
def _marks() -> str:
    """Every combining mark, and the soft hyphen, as the inside of a class."""
    ranges: list[list[int]] = []
    for code in range(0x300, 0x1F000):
        if unicodedata.category(chr(code))[0] != "M":
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    inside = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)
    return f"{inside}\u00ad\U000e0100-\U000e01ef"


@functools.cache
def _runs() -> re.Pattern[str]:
    """What belongs together until it is folded: letters, digits and marks, or emoji."""
    return re.compile(f"(?:[^\\W_]|[{_marks()}{_SIGNS}])+")


@functools.lru_cache(maxsize=8192)
def _fold(run: str) -> tuple[str, ...]:
    if run.isascii():
        return (run.lower(),)
    apart = unicodedata.normalize("NFKD", run.casefold())
    bare = "".join(filter(_stays, apart)).translate(_LETTERS)
    whole = unicodedata.normalize("NFC", bare).casefold()
    set_apart = _ALONE.sub(r" \g<0> ", whole)
    return tuple(word for part in set_apart.split() for word in _runs().findall(part))


def _stays(letter: str) -> bool:
    if letter < "\u0300" and letter != "\u00ad":
        return True
    mark = unicodedata.combining(letter)
    return (mark == 0 or mark in _KEPT_MARKS) and not _is_selector(letter)


def _is_selector(letter: str) -> bool:
    """It chooses how the letter before it is drawn, and says nothing."""
    return letter == "\u00ad" or "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def _places_within(run: str, offset: int, folds: tuple[str, ...]) -> Iterator[Token]:
    """Of tokens that stand beside each other without a blank."""
    found: list[Token] = []
    beginning = 0
    for start, end in _clusters(run):
        for fold in _fold(run[start:end]):
            if found and beginning and not stands_alone(fold) and not stands_alone(found[-1].text):
                before = found.pop()
                found.append(Token(before.text + fold, before.start, offset + end))
            else:
                found.append(Token(fold, offset + start, offset + end))
            beginning = end
    if tuple(token.text for token in found) != folds:  # letters that only make one with those beside them
        found = [Token(fold, offset, offset + len(run)) for fold in folds]
    yield from found


def _clusters(run: str) -> Iterator[tuple[int, int]]:
    """Each letter with the marks behind it."""
    start = 0
    for place in range(1, len(run) + 1):
        if place == len(run) or not unicodedata.category(run[place]).startswith("M"):
            yield start, place
            start = place
