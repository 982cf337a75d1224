"""Which actions a few typed letters mean, the likeliest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"\w+")
_NONE: Final = 0
_SCATTERED, _WITHIN, _INITIALS, _WORD_STARTS, _IN_ORDER, _BEGINNING = range(1, 7)


class Named(NamedTuple):
    """``words`` is what is shown; ``also`` what it may be looked for by besides, such as its group."""

    id: str
    words: str
    also: str = ""


def ranked(query: str, rows: Iterable[Named], recent: Sequence[str]) -> list[str]:
    """The ids that ``query`` may mean, best first; those used lately (latest first) lead among equals.

    Without a query they lead all others, which follow as they stand.
    """
    wanted = _plain(query)
    found = []
    for place, row in enumerate(rows):
        quality = _quality(wanted, row)
        if not wanted or quality:
            age = recent.index(row.id) if row.id in recent else len(recent)
            length = len(row.words) if wanted else 0
            found.append((-quality, age, length, place, row.id))
    return [one[-1] for one in sorted(found)]


def _quality(wanted: str, row: Named) -> int:
    """How well they fit; none where they do not. What is found only by the other words comes behind."""
    if not wanted:
        return _NONE
    own = _fits(wanted, _plain(row.words))
    return 2 * own or _fits_loosely(wanted, _plain(f"{row.words} {row.also}"))


def _fits(wanted: str, text: str) -> int:
    if text.startswith(wanted):
        return _BEGINNING
    typed, words = wanted.split(), _WORD.findall(text)
    if _start_in_order(typed, words):
        return _IN_ORDER
    if all(any(word.startswith(piece) for word in words) for piece in typed):
        return _WORD_STARTS
    letters = wanted.replace(" ", "")
    if _subsequence(letters, "".join(word[0] for word in words)):
        return _INITIALS
    if wanted in text:
        return _WITHIN
    return _SCATTERED if _scattered(letters, words) else _NONE


def _fits_loosely(wanted: str, text: str) -> int:
    words = _WORD.findall(text)
    return int(all(any(word.startswith(piece) for word in words) for piece in wanted.split()))


def _start_in_order(typed: list[str], words: list[str]) -> bool:
    """Each typed piece begins a word, and these words stand in the order of the pieces."""
    rest = iter(words)
    return bool(typed) and all(any(word.startswith(piece) for word in rest) for piece in typed)


def _scattered(letters: str, words: list[str]) -> bool:
    """The letters come in this order, the first of them at the start of a word: anything looser finds everything."""
    text = "".join(words)
    starts = {0}
    for word in words[:-1]:
        starts.add(max(starts) + len(word))
    return any(_subsequence(letters, text[start:]) for start in starts if text[start : start + 1] == letters[:1])


def _subsequence(letters: str, text: str) -> bool:
    rest = iter(text)
    return bool(letters) and all(letter in rest for letter in letters)


def _plain(text: str) -> str:
    """Without capitals and accents: "Größe" is found by "grosse"."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in parts if not unicodedata.combining(sign)).split())
