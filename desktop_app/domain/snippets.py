"""The few words of a message that a list of results shows, with what was looked for marked in them."""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Final, NamedTuple

from desktop_app.domain.folding import Token, places, stands_alone
from desktop_app.domain.search import Term

_LONGEST: Final = 170
_LEAD: Final = 36
"""Characters shown before the first word that was found."""
_MOST: Final = 400
"""Places that are looked at in a text before the best of them is chosen."""
_SIGNS: Final = re.compile(r"[*`~|]+|^[#>\s]+|\s*\n[#>\s]*|\s+")
"""Signs of Markdown, and blanks, which are shown as one."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """``marks``: [start, end) in ``text``, in characters."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class _Hit(NamedTuple):
    term: int
    start: int
    end: int


def snippet(text: str, terms: Sequence[Term], longest: int = _LONGEST) -> Snippet:
    """From where most of the terms stand close together; from the beginning, without marks, where none does."""
    hits = _enough(text, terms, longest - _LEAD)
    first = _best(hits, longest - _LEAD)
    anchor = hits[first].start if hits else 0
    start = _word_start(text, max(anchor - _LEAD, 0), anchor)
    end = min(len(text), start + longest)
    inside = [(hit.start, min(hit.end, end)) for hit in hits[first:] if hit.start < end]
    shown, marks = _cleaned(text, start, end, sorted(set(inside)))
    return _with_ends(shown, marks, cut_before=start > 0, cut_behind=end < len(text))


def found_in(text: str, terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    """Where the terms stand: [start, end) in characters, in order of their beginnings."""
    return ((hit.start, hit.end) for hit in _hits(text, terms))


def _enough(text: str, terms: Sequence[Term], width: int) -> list[_Hit]:
    """The first places, up to those where all terms stand close together."""
    hits: list[_Hit] = []
    last: dict[int, int] = {}
    goal: int | None = None
    for hit in islice(_hits(text, terms), _MOST):
        if goal is not None and hit.start > goal:
            break
        hits.append(hit)
        last[hit.term] = hit.start
        if goal is None and len(last) == len(terms) and hit.end - min(last.values()) <= width:
            goal = min(last.values()) + width
    return hits


def _hits(text: str, terms: Sequence[Term]) -> Iterator[_Hit]:
    if not terms:
        return iter(())
    if text.isascii():
        return _ascii_hits(text, terms)
    literals = ["".join(term.tokens) for term in terms if all(map(stands_alone, term.tokens))]
    if len(literals) == len(terms) and all(literal in text for literal in literals):
        return heapq.merge(*(_literal_row(text, *numbered) for numbered in enumerate(literals)), key=itemgetter(1, 0))
    return _token_hits(text, terms)


def _literal_row(text: str, number: int, literal: str) -> Iterator[_Hit]:
    """Words without blanks between them, as they stand there: most do, and this is a hundred times as fast."""
    return (_Hit(number, match.start(), match.end()) for match in re.finditer(re.escape(literal), text))


def _ascii_hits(text: str, terms: Sequence[Term]) -> Iterator[_Hit]:
    """The same as ``_token_hits``, ten times as fast."""
    rows = [
        _ascii_row(text, number, term)
        for number, term in enumerate(terms)
        if all(token.isascii() for token in term.tokens)
    ]
    # each row is in order of its beginnings, so that they merge as they are read
    return heapq.merge(*rows, key=itemgetter(1, 0))


def _ascii_row(text: str, number: int, term: Term) -> Iterator[_Hit]:
    return (_Hit(number, *match.span(1)) for match in _pattern(term).finditer(text))


@lru_cache(maxsize=32)
def _pattern(term: Term) -> re.Pattern[str]:
    words = "[^A-Za-z0-9]+".join(term.tokens) + ("" if term.begins else "(?![A-Za-z0-9])")
    return re.compile(f"(?<![A-Za-z0-9])(?=({words}))", re.IGNORECASE | re.ASCII)


def _token_hits(text: str, terms: Sequence[Term]) -> Iterator[_Hit]:
    longest = max(len(term.tokens) for term in terms)
    window: list[Token] = []
    for token in places(text):
        window.append(token)
        if len(window) == longest:
            yield from _at_front(window, terms)
            window.pop(0)
    while window:
        yield from _at_front(window, terms)
        window.pop(0)


def _at_front(window: Sequence[Token], terms: Sequence[Term]) -> Iterator[_Hit]:
    for number, term in enumerate(terms):
        row = window[: len(term.tokens)]
        pairs = zip(row[:-1], term.tokens, strict=False)
        if len(row) < len(term.tokens) or any(token.text != wanted for token, wanted in pairs):
            continue
        last, wanted = row[-1], term.tokens[-1]
        if last.text == wanted:
            yield _Hit(number, row[0].start, last.end)
        elif term.begins and last.text.startswith(wanted):
            as_long = last.end - last.start == len(last.text)  # else a letter became two: the whole word is marked
            yield _Hit(number, row[0].start, last.start + len(wanted) if as_long else last.end)


def _best(hits: Sequence[_Hit], width: int) -> int:
    """The first of the hits from which most terms, then most hits, stand within so many characters."""
    best, most = 0, (0, 0)
    end = 0
    for first, hit in enumerate(hits):
        end = max(end, first)
        while end < len(hits) and hits[end].end <= hit.start + width:
            end += 1
        worth = len({one.term for one in hits[first:end]}), end - first
        if worth[0] > most[0] or (worth[0] == most[0] and worth[1] > most[1] + 2):
            best, most = first, worth
    return best


def _word_start(text: str, start: int, anchor: int) -> int:
    """Behind the first blank from ``start`` on, where a word would be cut."""
    if start == 0 or text[start - 1].isspace():
        return start
    blank = next((place for place in range(start, anchor) if text[place].isspace()), None)
    return start if blank is None else blank + 1


def _cleaned(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    shown, marks = "", []
    at = start
    for begin, stop in spans:
        if begin < at:  # within the one before
            continue
        shown += _plain(text[at:begin])
        word = _plain(text[begin:stop])
        marks.append((len(shown), len(shown) + len(word)))
        shown += word
        at = stop
    return shown + _plain(text[at:end]), marks


def _plain(text: str) -> str:
    return _SIGNS.sub(lambda sign: " " if any(letter.isspace() for letter in sign[0]) else "", text)


def _with_ends(shown: str, marks: list[tuple[int, int]], *, cut_before: bool, cut_behind: bool) -> Snippet:
    stripped = shown.lstrip()
    lead = "…" if cut_before else ""
    moved = len(lead) - (len(shown) - len(stripped))
    tail = "…" if cut_behind else ""
    return Snippet(lead + stripped.rstrip() + tail, tuple((start + moved, end + moved) for start, end in marks))
